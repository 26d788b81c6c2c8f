"""Headings with a number: `I`, `II. Title`, `A. Title`, `Section I`, `Part one`, `Article 5`."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Literal, NamedTuple

from akn.grammar.labels import Label, letter_rank
from akn.grammar.units import Unit
from akn.source import Passage, Run
from akn.vocabulary import Language

_CHINESE = re.compile(r"([一二三四五六七八九十]{1,3}[、．.]?)\s+(?=\S)")
"""A Chinese numeral in front of a title: `二 我们所处的当今世界`."""


class Heading(NamedTuple):
    """What a heading opens: its kind, its rank among divisions (equal ranks close each other), number, words."""

    kind: Literal["part", "section", "division", "chapter", "article"]
    rank: tuple[str, ...]
    number: Run | None
    words: Passage
    label: Label | None = None
    """Its letter or roman number, where it has one."""


_LONGEST = 300
_LONGEST_MARKED = 600
"""Characters of a heading; of one that the source itself marks as such."""


def heading_of(unit: Unit, language: Language, expected: Set[tuple[str, int]] = frozenset()) -> Heading | None:
    """A heading with a number: `I`, `II. Title`, `A. Title`, `Section I`, `Part one`, `Article 5`.

    `expected` are the labels that go on the count of an open division, by family and value: behind `H.`, `I.` is a
    letter, and an item of Markdown may be a heading.
    """
    longest = _LONGEST_MARKED if unit.block.kind == "heading" else _LONGEST
    if unit.block.rows or len(unit.text) > longest or not unit.text or unit.stray:
        return None
    if found := language.division_heading(unit.folded):
        kind, (start, end) = found
        # Arabic counts sections with ordinals, and sections within them with the names of letters
        lettered = unit.folded[start:end] in language.data["words"]["letters"]
        rest = unit.words.cut(end).strip()
        if rest.text[:1] in ".:-–—":
            end = len(unit.text) - len(rest.text) + 1
            rest = unit.words.cut(end).strip()
        if rest.text[:1].islower():
            return None  # `Chapter VIII of the Charter`
        return Heading(kind, (kind, "letter") if lettered else (kind,), unit.words.run.cut(0, end).strip(), rest)
    text = unit.text.rstrip()
    chinese = _CHINESE.match(text)
    if chinese and len(text) < 60 and text[-1] not in "。；：，":
        return Heading("section", ("section",), unit.words.run.cut(0, chinese.end(1)), unit.words.cut(chinese.end()))
    for label in _likeliest(unit, expected):
        rest = unit.words.cut(label.end)
        if rest.text and (
            not label.style.endswith(".") or rest.text.rstrip()[-1] in ";,:" or len(rest.text) > longest - 80
        ):
            continue
        if rest.text and rest.text.rstrip().endswith(".") and unit.block.kind != "heading" and len(rest.text) > 80:
            continue
        goes_on = (label.family, label.value) in expected
        if unit.block.kind == "item" and rest.text and not (goes_on and unit.last not in ".;:,"):
            continue
        if not rest.text and label.style[-1] not in ". ":
            continue
        return Heading("section", (label.family,), unit.words.run.cut(0, label.length), rest, label)
    if len(text) == 1 and text.isupper():
        label = Label("capital", letter_rank(unit.folded), "capital ", 1, 1)
        return Heading("section", ("capital",), unit.words.run, unit.words.cut(1), label)
    return None


def _likeliest(unit: Unit, expected: Set[tuple[str, int]]) -> list[Label]:
    """The capital labels of a unit: first those that go on a count, the higher before; roman numbers before letters."""
    labels = [label for label in unit.item.labels if label.family in ("capital", "capital roman")]

    def unlikely(label: Label) -> tuple[int, bool]:
        return (-label.value if (label.family, label.value) in expected else 0, label.family == "capital")

    return sorted(labels, key=unlikely)
