"""Annexes, appendices and enclosures: where they begin, their titles, and their own structure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from akn.grammar.operative import Body
from akn.grammar.units import Grammar, Unit, is_numbered
from akn.model import Annex, Paragraph, Role
from akn.source import join_passages


def first(units: Sequence[Unit], start: int, grammar: Grammar) -> int:
    """Index of the first annex heading from `start` on; the number of units if there is none."""
    for index in range(start, len(units)):
        if heads(units, index, grammar):
            return index
    return len(units)


def heads(units: Sequence[Unit], index: int, grammar: Grammar) -> bool:
    """Whether a unit is the heading of an annex: the word alone, with words behind it that are no tail of a sentence."""
    unit = units[index]
    if unit.block.rows or (not unit.text[:1].isupper() and grammar.language.has_case):
        return False
    if len(unit.folded) <= 40 and grammar.language.annex_heading(unit.folded) is not None:
        return index + 1 < len(units)
    return _with_title(unit, grammar) > 0 and index + 1 < len(units)


_NUMBER_ALONE = re.compile(r"[IVXL]{1,5}|[A-Z]|\d{1,2}")
"""The number of an annex on a line of its own."""
_FIRST = re.compile(r"[^\W\d_]+(?: (?:[ivxl]{1,5}|[a-z]|\d{1,2})(?=[ .:]))?[.:]?")


def _with_title(unit: Unit, grammar: Grammar) -> int:
    """The length of `Annex II` where a title stands behind it on the line; 0 elsewhere."""
    text = unit.text.rstrip()
    if len(text) > 220 or text[-1:] in ".;,":
        return 0
    found = _FIRST.match(unit.folded)
    if found is None or found.end() >= len(text) or grammar.language.annex_heading(unit.folded[: found.end()]) is None:
        return 0
    rest = text[found.end() :].lstrip(" -–—:.")
    return found.end() if rest[:1].isupper() or not grammar.language.has_case else 0


def read(units: Sequence[Unit], grammar: Grammar) -> tuple[Annex, ...]:
    """The annexes that some units make; appendices belong to the annex before them."""
    starts = [i for i in range(len(units)) if heads(units, i, grammar)]
    if not units:
        return ()
    if not starts or starts[0]:
        starts.insert(0, 0)
    found: list[Annex] = []
    for begin, stop in zip(starts, [*starts[1:], len(units)], strict=True):
        annex = _annex(units[begin:stop], grammar)
        if annex.kind in ("appendix", "enclosure") and found and found[-1].kind == "annex":
            outer = found.pop()
            annex = Annex(outer.kind, outer.heading, outer.preface, outer.preamble, outer.body, (*outer.annexes, annex))
        found.append(annex)
    return tuple(found)


def _annex(units: Sequence[Unit], grammar: Grammar) -> Annex:
    heading = grammar.language.annex_heading(units[0].folded)
    length = 0 if heading else _with_title(units[0], grammar)
    heading = heading or grammar.language.annex_heading(units[0].folded[:length])
    if heading is None:
        return Annex("annex", (), (), (), Body(grammar, "annex").read(units))
    index = 1
    title: list[Paragraph] = []
    head = units[0].words
    if not length and len(units) > 1 and _NUMBER_ALONE.fullmatch(units[1].text):
        head = join_passages([head, units[1].words])
        index = 2
    if length:
        title.append(Paragraph((Role("doc title", grammar.plain(head.cut(length).strip())),)))
        head = head.cut(0, length)
    while index < len(units) and len(title) < 3 and _is_title(units, index, bool(title)):
        title.append(Paragraph((Role("doc title", grammar.plain(units[index].words)),)))
        index += 1
    body = Body(grammar, "annex").read(units[index:])
    return Annex(heading[0], grammar.plain(head), tuple(title), (), body)


def _is_title(units: Sequence[Unit], index: int, more: bool) -> bool:
    """Short words without a stop behind the heading; a second line only where it goes on the first."""
    unit = units[index]
    text = unit.text.rstrip()
    if unit.block.rows or unit.item.labels or is_numbered(unit) or len(text) > 260:
        return False
    if text[-1:] in ".;:," and not (text.endswith(":") and unit.block.kind == "heading"):
        return False
    if more:
        return not unit.block.gap and (text[:1].islower() or len(text) < 60)
    return True
