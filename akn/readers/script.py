"""The text of a source as a reader writes it down, piece by piece, and the Runs over it."""

from __future__ import annotations

from collections.abc import Iterable

from akn.ledger import Entry, Reason
from akn.source import Line, Mark, Passage, Piece, Run, Source


class Script:
    """Grows the text of a `Source` whose format has none of its own: PDF, DOCX, HTML."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at = 0
        self._starts = [0]
        self._lines: list[Line] = []
        self.left_out: list[Entry] = []

    def add(self, text: str, marks: Iterable[Mark] = ()) -> Passage:
        """Writes words, and gives them with their place."""
        start = self._at
        self._parts.append(text)
        self._at += len(text)
        if not text:
            return Passage(Run(""))
        return Passage(Run(text, (Piece(0, start, self._at),)), tuple(marks))

    def line(
        self, text: str, marks: Iterable[Mark] = (), page: int = 1, left: float = 0.0, size: float = 0.0
    ) -> Passage:
        """Writes a printed line of its own."""
        passage = self.add(text, marks)
        if text:
            self._lines.append(Line(self._at - len(text), self._at, page, left, size))
        self.end()
        return passage

    @property
    def length(self) -> int:
        """Characters that have been written."""
        return self._at

    def mark_line(self, start: int, page: int = 1, left: float = 0.0, size: float = 0.0) -> None:
        """Says that what has been written from `start` on is a printed line."""
        if self._at > start:
            self._lines.append(Line(start, self._at, page, left, size))

    def end(self, mark: str = "\n") -> None:
        """Ends the line; a form feed ends the page."""
        self._parts.append(mark)
        self._at += len(mark)
        self._starts.append(self._at)

    def leave_out(self, passage: Passage, reason: Reason) -> None:
        """Enters words in the ledger that have been written."""
        self.left_out += [Entry(piece.start, piece.end, reason) for piece in passage.run.pieces]

    def repaired(self, passage: Passage, offset: int, reason: Reason) -> None:
        """Enters a repair that took no character of the text: the ledger says where it was made."""
        place = passage.run.offset(offset)
        self.left_out.append(Entry(place, place, reason))

    def source(self, name: str, format_: str) -> Source:
        """The source that has been written."""
        return Source(name, format_, "".join(self._parts), tuple(self._lines), (), tuple(self._starts))
