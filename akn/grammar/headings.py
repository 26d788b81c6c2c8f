"""Headings with a number: `I`, `II. Title`, `A. Title`, `Section I`, `Part one`, `Article 5`."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

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


def heading_of(unit: Unit, language: Language) -> Heading | None:
    """A heading with a number: `I`, `II. Title`, `A. Title`, `Section I`, `Part one`, `Article 5`."""
    if unit.block.rows or len(unit.text) > 300 or not unit.text or unit.stray:
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
    for label in reversed(unit.item.labels):
        if label.family not in ("capital", "capital roman"):
            continue
        rest = unit.words.cut(label.end)
        if rest.text and (not label.style.endswith(".") or rest.text.rstrip()[-1] in ";,:" or len(rest.text) > 220):
            continue
        if rest.text and rest.text.rstrip().endswith(".") and unit.block.kind != "heading" and len(rest.text) > 80:
            continue
        if unit.block.kind == "item" and rest.text:
            continue
        if not rest.text and label.style[-1] not in ". ":
            continue
        return Heading("section", (label.style.rpartition(" ")[0],), unit.words.run.cut(0, label.length), rest)
    if len(text) == 1 and text.isupper():
        return Heading("section", ("capital",), unit.words.run, unit.words.cut(1))
    return None
