"""The heading above footnotes that are gathered at the end: the footnotes go to their markers, so it heads nothing."""

from __future__ import annotations

from collections.abc import Sequence

from akn.blocks import NoteBody
from akn.grammar.units import Unit
from akn.ledger import Entry
from akn.vocabulary import Language

_LONGEST = 40
"""Characters that such a heading hardly has."""


def without_headings(
    units: list[Unit], notes: Sequence[NoteBody], language: Language
) -> tuple[list[Unit], list[Entry]]:
    """The units without such headings, and the ledger of these."""
    bodies = sorted(_offset(note) for note in notes)
    if not bodies:
        return units, []
    kept: list[Unit] = []
    left_out: list[Entry] = []
    for index, unit in enumerate(units):
        following = units[index + 1].words.run.offset(0) if index + 1 < len(units) else bodies[-1] + 1
        if _is_heading(unit, language) and any(unit.words.run.offset(0) < body < following for body in bodies):
            left_out += [Entry(piece.start, piece.end, "heading of the notes") for piece in unit.words.run.pieces]
        else:
            kept.append(unit)
    return kept, left_out


def _is_heading(unit: Unit, language: Language) -> bool:
    folded = unit.folded
    return len(folded) < _LONGEST and folded.strip(" .:*_-") in language.data["words"]["note_headings"]


def _offset(note: NoteBody) -> int:
    """Where a footnote stands on the page."""
    first = note.label.run if note.label.text else note.paragraphs[0].run
    return first.offset(0)
