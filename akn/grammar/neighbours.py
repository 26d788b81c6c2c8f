"""Pages of official records begin and end inside other resolutions: what of these stands on the page is set apart.

A neighbour is told by what it lacks: behind the closing block a number and a formula that no closing block follows;
in front of the number the end of a text whose number and formula stand on another page. A whole resolution is no
neighbour, however many a file holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from akn import vocabulary
from akn.blocks import NoteBody
from akn.grammar.conclusions import closes
from akn.grammar.units import Grammar, Unit, is_numbered
from akn.ledger import Entry
from akn.source import Run

_NEAR = 4
"""A formula stands at most so many units behind its number."""
_SENTENCE = 150
"""Characters from which on a unit in front of the number is a paragraph, and no line of a masthead."""


def behind(units: Sequence[Unit], first: int, grammar: Grammar) -> int:
    """Index of the number of a resolution that the page breaks off; the number of units if there is none."""
    closed = False
    found = len(units)
    for index in range(first, len(units)):
        if closes(units[index], grammar):
            closed, found = True, len(units)
        elif closed and found == len(units) and _begins(units, index, grammar):
            found = index
    return found


def _begins(units: Sequence[Unit], index: int, grammar: Grammar) -> bool:
    """Whether the number of another resolution stands at `index`, and its formula behind it."""
    unit = units[index]
    if not vocabulary.number_at(unit.folded) or is_numbered(unit) or len(unit.text) > 300:
        return False
    return any(grammar.language.formula(other.folded) for other in units[index + 1 : index + 1 + _NEAR])


def in_front(units: Sequence[Unit], first: int, grammar: Grammar) -> int:
    """The number of units in front of the masthead that end another text: sentences, and its closing block."""
    number = next((i for i in range(first) if vocabulary.number_at(units[i].folded)), 0)
    closing = max((i for i in range(number) if closes(units[i], grammar)), default=-1)
    if closing < 1 or any(grammar.language.roll_call(unit.folded) for unit in units[:number]):
        return 0  # the head of a text in the official records: meeting, vote and roll call stand above the number
    if not any(_is_sentence(unit) for unit in units[:closing]):
        return 0
    return closing + 1


def _is_sentence(unit: Unit) -> bool:
    return unit.last in ".;," and (len(unit.text) > _SENTENCE or is_numbered(unit))


def entries(dropped: Sequence[Unit], kept: Sequence[Unit], notes: Sequence[NoteBody]) -> tuple[list[Entry], set[str]]:
    """What the ledger says of the neighbours, and the keys of the footnotes that only they call."""
    runs: list[Run] = []
    for unit in dropped:
        runs += [unit.words.run, *(cell.words.run for row in unit.block.rows for cell in row)]
    keys = _called(dropped) - _called(kept)
    for note in notes:
        if note.key in keys:
            runs += [paragraph.run for paragraph in note.paragraphs]
    return [Entry(p.start, p.end, "other document") for run in runs for p in run.pieces], keys


def _called(units: Sequence[Unit]) -> set[str]:
    passages = [p for unit in units for p in (unit.words, *(cell.words for row in unit.block.rows for cell in row))]
    return {mark.target for passage in passages for mark in passage.marks if mark.kind == "note" and mark.target}
