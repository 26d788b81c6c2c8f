"""What a reader saw: the text of a source, its lines and marks, and `Run`, words that know where they stand.

Only a `Source`, or cutting or joining other Runs, makes a placed Run; so no step can change a character
unnoticed. Nothing here knows a format or a resolution.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

MarkKind = Literal["i", "b", "u", "sup", "sub", "link", "note", "syntax", "ref", "date", "image"]


class Mark(NamedTuple):
    """A property of the characters `start` to `end` (half-open): emphasis, a link, a note's marker, a citation."""

    start: int
    end: int
    kind: MarkKind
    target: str = ""
    """What the kind needs: the address of a link, the key of a note, the IRI of a citation, the ISO date, the path of a picture."""


class Piece(NamedTuple):
    """The characters from `at` of a Run are those of the source from `start` to `end`."""

    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Words, and the places they come from.

    What no piece covers is white space that the reader put between two lines or words. Two Runs are equal if
    they say the same, wherever they stand.
    """

    text: str
    pieces: tuple[Piece, ...] = field(default=(), compare=False, repr=False)

    def cut(self, start: int, end: int | None = None) -> Run:
        """The characters from `start` to `end` (as in a slice, not negative), with their places."""
        stop = len(self.text) if end is None else min(end, len(self.text))
        if start <= 0 and stop == len(self.text):
            return self
        if len(self.pieces) == 1:
            at, first, last = self.pieces[0]
            low, high = max(at, start), min(at + last - first, stop)
            pieces = (Piece(low - start, first + low - at, first + high - at),) if low < high else ()
            return Run(self.text[start:stop], pieces)
        return Run(self.text[start:stop], tuple(_cut_pieces(self.pieces, start, stop)))

    def strip(self) -> Run:
        """The Run without white space at its ends."""
        text = self.text
        left = len(text) - len(text.lstrip())
        return self.cut(left, max(left, len(text.rstrip())))

    def offset(self, position: int) -> int:
        """The offset in the source of character `position`; -1 where nothing is known."""
        index = max(0, bisect_left(self.pieces, (position,)) - 1)
        for piece in self.pieces[index : index + 2]:
            if position < piece.at + piece.end - piece.start:
                return piece.start + max(0, position - piece.at)
        return self.pieces[-1].end if self.pieces else -1

    def __bool__(self) -> bool:
        return bool(self.text)


def _cut_pieces(pieces: tuple[Piece, ...], start: int, stop: int) -> Iterator[Piece]:
    # a paragraph of Markdown has a piece for each word: from the first that can count, not from the beginning
    for index in range(max(0, bisect_left(pieces, (start,)) - 1), len(pieces)):
        at, first, last = pieces[index]
        end = at + last - first
        if at >= stop:
            return
        if end <= start:
            continue
        low, high = max(at, start), min(end, stop)
        yield Piece(low - start, first + low - at, first + high - at)


def join(runs: Iterable[Run], glue: str = " ") -> Run:
    """Runs one after the other with white space between them."""
    texts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for run in runs:
        if texts and glue:
            texts.append(glue)
            at += len(glue)
        texts.append(run.text)
        pieces += [Piece(p.at + at, p.start, p.end) for p in run.pieces]
        at += len(run.text)
    return Run("".join(texts), tuple(pieces))


class Line(NamedTuple):
    """One printed line: its characters without the white space around them, and its layout where it is known."""

    start: int
    end: int
    page: int = 1
    left: float = 0.0
    """Indent: in characters for text, in points for PDF."""
    size: float = 0.0
    """Size of the letters in points; 0 where the format does not know it."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader saw. `text` is the decoded input itself for text formats, and what was read for the others."""

    name: str
    format: str
    text: str
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    starts: tuple[int, ...] = field(default=(), compare=False, repr=False)
    """Offsets at which the lines of the file begin; for places in messages."""

    def run(self, start: int, end: int) -> Run:
        """The characters from `start` to `end` as a Run."""
        return Run(self.text[start:end], (Piece(0, start, end),)) if end > start else Run("")

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, from 1; for formats with pages, the line counts read lines."""
        if offset < 0 or not self.starts:
            return (0, 0)
        index = bisect_right(self.starts, offset) - 1
        return (index + 1, offset - self.starts[index] + 1)


class Passage(NamedTuple):
    """A Run with the marks on it; the marks' offsets are those of the Run's text, in order of their starts."""

    run: Run
    marks: tuple[Mark, ...] = ()

    @property
    def text(self) -> str:
        """The words."""
        return self.run.text

    def cut(self, start: int, end: int | None = None) -> Passage:
        """The characters from `start` to `end`, with the parts of the marks that fall on them."""
        stop = len(self.run.text) if end is None else min(end, len(self.run.text))
        if not self.marks:
            return Passage(self.run.cut(start, stop))
        marks = tuple(
            Mark(max(m.start, start) - start, min(m.end, stop) - start, m.kind, m.target)
            for m in self.marks
            if (start < stop and m.start < stop and m.end > start) or (m.start == m.end == stop == len(self.run.text))
        )
        return Passage(self.run.cut(start, stop), marks)

    def strip(self) -> Passage:
        """The passage without white space at its ends."""
        text = self.run.text
        left = len(text) - len(text.lstrip())
        right = max(left, len(text.rstrip()))
        return self if left == 0 and right == len(text) else self.cut(left, right)


def join_passages(passages: Iterable[Passage], glue: str = " ") -> Passage:
    """Passages one after the other with white space between them."""
    parts = list(passages)
    if len(parts) == 1:
        return parts[0]
    marks: list[Mark] = []
    at = 0
    for part in parts:
        marks += [Mark(m.start + at, m.end + at, m.kind, m.target) for m in part.marks]
        at += len(part.run.text) + len(glue)
    return Passage(join((part.run for part in parts), glue), tuple(marks))


def all_look(words: Passage, kind: MarkKind) -> bool:
    """Whether all words, but for raised ones, have a look: from the first character to the last letter or digit.

    What stands behind may be plain (`*The General Assembly*,`); what stands before may not (`[*on the report of*]`):
    there the emphasis is of some words, in brackets that are not.
    """
    marks = [mark for mark in words.marks if mark.kind == kind]
    if not marks:
        return False
    raised = [mark for mark in words.marks if mark.kind in ("sup", "note")]
    covered = 0
    for mark in sorted([*marks, *raised]):
        between = words.text[covered : mark.start]
        if any(c.isalnum() for c in between) or (not covered and between.strip()):
            return False
        covered = max(covered, mark.end)
    return not any(c.isalnum() for c in words.text[covered:])


def plain_if_whole(words: Passage) -> Passage:
    """Without the emphasis that all letters share: it is the look of the paragraph, not of words in it."""
    kinds = {kind for kind in ("b", "i", "u") if all_look(words, kind)}
    if not kinds:
        return words
    return Passage(words.run, tuple(mark for mark in words.marks if mark.kind not in kinds))
