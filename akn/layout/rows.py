"""Rows: printed lines as the steps of `akn.layout` see them, words without syntax and without doubled spaces."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import Literal, NamedTuple

from akn import vocabulary
from akn.fold import fold
from akn.ledger import Entry, Reason
from akn.source import Mark, Passage, Piece, Run, Source

RowKind = Literal["text", "heading", "item", "table"]


class Row(NamedTuple):
    """One printed line."""

    words: Passage
    folded: str
    """`fold` of the words; same length."""
    left: float
    page: int
    start: int
    """Offset of its first character in the source."""
    gap: bool = True
    """Whether a blank line stands before it."""
    torn: bool = False
    """Whether the end of a page, furniture or footnotes stood before it, so that a paragraph may run across."""
    kind: RowKind = "text"
    level: int = 0
    """Depth of a heading; 1 for the heads of a table's columns."""
    ends: int = 0
    """Offset after its last character."""

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self.words.run.text


class Sheet(NamedTuple):
    """The rows of one source and what is known of the whole of it."""

    source: Source
    rows: tuple[Row, ...]
    left_out: tuple[Entry, ...]
    language: vocabulary.Language
    certainty: float
    """How sure the language is, 0 to 1."""
    width: int
    """The length of a full line: what four of five lines do not pass."""
    wrapped: bool
    """Whether paragraphs are broken into lines of one width; else each line is a paragraph."""


_SPACES = re.compile(r"\s\s+|[^\S \u00a0\u202f\u2007\u2009\u3000]")
"""White space that is folded to one space: more than one character, or a tab or line end."""

_BLANKS = ("  ", "\t", "\v", "\x1c", "\x1d", "\x1e", "\x1f")
_WIDE_BLANKS = "\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

_REASONS: dict[str, Reason] = {
    "image mark": "image mark",
    "control character": "control character",
    "byte order mark": "byte order mark",
    "table rule": "Markdown syntax",
    "note sign": "label of a note",
}


def rows_of(source: Source, language: str = "") -> Sheet:
    """The rows of a source; `language` overrides what its words say."""
    syntax = [mark for mark in source.marks if mark.kind == "syntax"]
    styles = [mark for mark in source.marks if mark.kind != "syntax"]
    left_out = [Entry(m.start, m.end, _REASONS.get(m.target, "Markdown syntax")) for m in syntax]
    rows: list[Row] = []
    text = source.text
    whole = fold(text)
    uneven = _uneven(text)
    first_syntax = first_style = 0
    previous_end = previous_page = 0
    for line in source.lines:
        start, end, page, left, _ = line
        while first_syntax < len(syntax) and syntax[first_syntax].end <= start:
            first_syntax += 1
        while first_style < len(styles) and styles[first_style].end <= start:
            first_style += 1
        kind: RowKind = "text"
        level = 0
        if first_syntax < len(syntax) and syntax[first_syntax].start < end:
            here = _within(syntax, first_syntax, end)
            kind, level = _kind_of(here[0], start)
            run = _run(text, start, end, here)
        else:
            run = _run(text, start, end, ()) if uneven else Run(text[start:end], (Piece(0, start, end),))
        if not run.text:
            if rows and rows[-1].kind == "table" and _is_table_rule(syntax, first_syntax, start, end):
                rows[-1] = rows[-1]._replace(level=1)  # the rule below the heads of a table's columns
                previous_end = end
            continue
        if run.text[0] == "|" and run.text[-1] == "|" and len(run.text) > 2:
            kind = "table"
        passage = Passage(run)
        if first_style < len(styles) and styles[first_style].start < end:
            passage = Passage(run, _marks(run, _within(styles, first_style, end)))
        gap = not rows or text.find("\n", text.find("\n", previous_end, start) + 1, start) > 0
        torn = page != previous_page and bool(rows)
        folded = whole[start:end] if len(run.text) == end - start else fold(run.text)
        rows.append(Row(passage, folded, left, page, start, gap, torn, kind, level, end))
        previous_end, previous_page = end, page
    code, certainty = vocabulary.detect(text) if not language else (language, 1.0)
    spoken = vocabulary.load(code or "eng")
    wrapped, width = _wrapping(rows)
    return Sheet(source, tuple(rows), tuple(left_out), spoken, certainty, width, wrapped)


def _is_table_rule(syntax: list[Mark], first: int, start: int, end: int) -> bool:
    return any(
        mark.start <= start and mark.end >= end and mark.target == "table rule" for mark in syntax[first : first + 2]
    )


def _uneven(text: str) -> bool:
    """Whether there may be anything for `_SPACES` within lines."""
    if any(blank in text for blank in _BLANKS):
        return True
    return not text.isascii() and any(blank in text for blank in _WIDE_BLANKS)


def _within(marks: list[Mark], first: int, end: int) -> list[Mark]:
    last = first
    while last < len(marks) and marks[last].start < end:
        last += 1
    return marks[first:last]


def _kind_of(mark: Mark, start: int) -> tuple[RowKind, int]:
    if mark.start == start and mark.target == "heading":
        return "heading", mark.end - mark.start
    if mark.start == start and mark.target == "item":
        return "item", 0
    return "text", 0


def _run(text: str, start: int, end: int, syntax: list[Mark] | tuple[()]) -> Run:
    """The words from `start` to `end` without syntax, each stretch of white space folded to one space."""
    words = text[start:end]
    if not syntax and _SPACES.search(words) is None:
        return Run(words, (Piece(0, start, end),))
    parts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    reached = start
    for stop, after in [*((m.start, m.end) for m in syntax), (end, end)]:
        position = reached
        for gap in _SPACES.finditer(text, reached, max(reached, stop)):
            if gap.start() > position:
                at = _append(parts, pieces, text, at, position, gap.start())
            if parts and not parts[-1].endswith(" "):
                parts.append(" ")
                at += 1
            position = gap.end()
        if stop > position:
            at = _append(parts, pieces, text, at, position, stop)
        reached = max(reached, after)
        if reached >= end:
            break
    return Run("".join(parts), tuple(pieces)).strip()


def _append(parts: list[str], pieces: list[Piece], text: str, at: int, start: int, end: int) -> int:
    while start < end and text[start] == " " and (not parts or parts[-1].endswith(" ")):
        start += 1
    if start == end:
        return at
    parts.append(text[start:end])
    pieces.append(Piece(at, start, end))
    return at + end - start


def _marks(run: Run, styles: list[Mark]) -> tuple[Mark, ...]:
    """Marks of the source as marks of a Run."""
    found: list[Mark] = []
    for mark in styles:
        first = last = -1
        for index in range(bisect_right(run.pieces, mark.start, key=_piece_end), len(run.pieces)):
            at, start, end = run.pieces[index]
            if start >= mark.end:
                break
            low, high = max(start, mark.start), min(end, mark.end)
            first = at + low - start if first < 0 else first
            last = at + high - start
        if last > first >= 0:
            found.append(Mark(first, last, mark.kind, mark.target))
    return tuple(found)


def _piece_end(piece: Piece) -> int:
    return piece.end


def _wrapping(rows: list[Row]) -> tuple[bool, int]:
    """Whether lines that others follow mostly end within a sentence; and the length of a full line."""
    followed = [(row, following) for row, following in pairwise(rows) if not following.gap]
    running = [row for row, _ in followed]
    within = sum(row.folded[-1] not in ".;:," for row in running if len(row.folded) > 25)
    wrapped = within >= 3 and within * 2 >= len(running) - sum(len(row.folded) <= 25 for row in running)
    if not wrapped and 2 * sum(row.gap for row in rows) >= len(rows):
        # blank lines part the paragraphs: a line that goes on in the next tells, however short the text
        long = [(row, following) for row, following in followed if len(row.folded) > 40]
        going_on = sum(row.folded[-1].isalnum() or following.text[0].islower() for row, following in long)
        wrapped = going_on >= 1 and going_on * 2 >= len(long)
    if not wrapped:
        torn = sum(row.folded[-1].isalnum() and following.text[0].islower() for row, following in followed)
        wrapped = torn >= 3 and torn * 8 >= len(running)
    lengths = sorted(len(row.folded) for row in (running if wrapped else rows))
    return wrapped, lengths[len(lengths) * 8 // 10] if lengths else 0
