"""Opening phrases in italics, and the preambular paragraphs that they open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from akn import model
from akn.fold import fold
from akn.grammar.lists import Item, point_list
from akn.grammar.units import Grammar
from akn.model import Paragraph, Preambular
from akn.source import Mark, Passage
from akn.vocabulary import Language

_PHRASE = 160
"""Characters in which an opening phrase ends."""


def with_opening(words: Passage, language: Language, kind: Literal["preambular", "operative"]) -> Passage:
    """The passage with its opening phrase marked as italic, unless the source has marked one."""
    if any(mark.kind == "i" and mark.start <= 1 for mark in words.marks):
        return words
    folded = fold(words.text[:_PHRASE])
    length = (
        language.opening(folded, kind) or language.opening(folded, _OTHER[kind]) or language.generic_opening(folded)
    )
    if not length:
        return words
    marks = [m for m in words.marks if m.kind == "note" or m.start >= length]
    return Passage(words.run, tuple(sorted([Mark(0, length, "i"), *marks])))


_OTHER: dict[str, Literal["preambular", "operative"]] = {"preambular": "operative", "operative": "preambular"}


def preambular(words: Passage, items: Sequence[Item], grammar: Grammar) -> Preambular:
    """A preambular paragraph with the points that follow it."""
    lead = list(items)
    if not any(item.labels for item in lead):
        return Preambular(tuple(Paragraph(grammar.inlines(one)) for one in (words, *(item.words for item in lead))))
    head: list[model.Block] = []
    while not lead[0].labels:
        head.append(Paragraph(grammar.inlines(words)))
        words = lead.pop(0).words
    return Preambular((*head, point_list(grammar.inlines(words), lead, grammar.inlines)))
