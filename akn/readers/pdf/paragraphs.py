"""Lines to paragraphs: by the space between lines, indents, letters, labels, and how full the line before is.

Nothing here knows a language; a paragraph may run on over columns and pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from akn.readers.pdf.lines import Strip
from akn.readers.pdf.regions import Column

_STOPS = ".;:,!?。；：，؛،…)]"
_JOINTS = (" and", " or", " et", " ou", " y", " o", " e", " u", " и", " или", " و", " أو")
_LABEL = re.compile(
    r"(?:\(?(?:\d{1,3}|[^\W\d_]|[ivxlIVXL]{1,5})[.)．、]|[–—•●▪◦-](?=\s)|\d{1,3}(?:\.\d{1,3})+\.?(?=\s)|\d{1,2}/\d{1,4}\.(?=\s))(?=\s|[^\W\d_]|$)"
)


@dataclass(slots=True)
class Paragraph:
    """Lines that make one block."""

    lines: list[Strip]
    left: float
    """Left edge of its column."""
    right: float
    gap: bool = True
    """Whether more space than between lines stands before it."""
    masthead: bool = False
    centre: float = 0.0
    """Middle of the column."""
    tail: list[tuple[float, float]] = field(default_factory=list)
    """Edges of the columns in which it goes on."""


class Spacing:
    """What is usual in a document: size of letters, left edge, distance between lines of each size."""

    def __init__(self, columns: Iterable[Column]) -> None:
        sizes: Counter[float] = Counter()
        lefts: Counter[int] = Counter()
        leads: dict[float, Counter[float]] = {}
        for column in columns:
            if column.masthead:
                continue
            before: Strip | None = None
            full = column.left + 0.75 * (column.right - column.left)
            for line in column.lines:
                sizes[line.size] += len(line.text)
                lefts[round(line.left)] += 1
                if before is not None and before.size == line.size:
                    distance = line.base - before.base
                    # far lines are those of a typescript only if sentences run on over them, from edge to edge
                    ends = is_terminal(before) or before.right < full
                    if 0 < distance < (1.45 if ends else 2.6) * line.size:
                        leads.setdefault(line.size, Counter())[round(distance * 2) / 2] += 1
                before = line
        self.size = max(sizes, key=lambda s: sizes[s], default=10.0)
        self.left = max(lefts, key=lambda s: lefts[s], default=0)
        """Where most lines begin, in whole points."""
        self._leads = {size: _usual(found) for size, found in leads.items()}

    def lead(self, size: float) -> float:
        """The distance of two base lines of a paragraph in letters of a size."""
        return self._leads.get(size, 0.0) or 1.22 * size


def _usual(found: Counter[float]) -> float:
    """The smallest distance that is common: lines of a paragraph stand closer than paragraphs do."""
    enough = max(found.values()) * 0.4
    return min(distance for distance, count in found.items() if count >= enough)


_NUMBER = re.compile(r"(?<=[^\W\d_][;,:])\d{1,2}$")
"""A marker that the file does not raise."""


def is_terminal(line: Strip) -> bool:
    """Whether a paragraph may end with a line: by a stop, perhaps with a marker, a quotation mark or `; and`."""
    words = line.text.rstrip()
    while line.marks and (last := line.marks[-1]).kind == "sup" and last.start < len(words) <= last.end:
        words = words[: last.start].rstrip()
    words = words.rstrip("*\"”»’' ")
    if words[-1:].isdigit() and (marker := _NUMBER.search(words)):
        words = words[: marker.start()]
    if not words:
        return True
    if words[-1] in _STOPS:
        return True
    return words.endswith(_JOINTS) and words.rpartition(" ")[0].endswith((";", ",", "；", "،"))


def starts_small(text: str) -> bool:
    """Whether words begin with a small letter, perhaps behind a quotation mark."""
    return text.lstrip("“\"'‘(«")[:1].islower()


def _fills(before: Strip, line: Strip, right: float) -> bool:
    """Whether a line reaches so near to the edge that the first word of the next did not fit on it."""
    return right - before.right <= line.first_word + 0.5 * line.size


class Gatherer:
    """Walks the columns of a document in reading order."""

    def __init__(self, spacing: Spacing) -> None:
        self.spacing = spacing
        self.done: list[Paragraph] = []

    def column(self, lines: Sequence[Strip], column: Column) -> list[Paragraph]:
        """The paragraphs that begin in a column; its first lines may go on the last paragraph before it."""
        if not lines:
            return []
        begun: list[Paragraph] = []
        left, right = self._edges(lines, column)
        open_ = self.done[-1] if self.done and not self.done[-1].masthead and not column.masthead else None
        if open_ is not None and self._runs_on(open_, lines[0], left):
            open_.lines.append(lines[0])
            open_.tail.append((left, right))
            current = open_
        else:
            current = self._begin(begun, lines[0], left, right, True, column.masthead)
        for before, line in pairwise(lines):
            edge = current.tail[-1][1] if current.tail else current.right
            if self._begins(current, before, line, left, edge, column.masthead):
                wide = line.base - before.base > 1.22 * self.spacing.lead(max(line.size, before.size)) + 0.8
                current = self._begin(begun, line, left, right, wide, column.masthead)
            else:
                current.lines.append(line)
        self.done += begun
        return begun

    def _begin(
        self, begun: list[Paragraph], line: Strip, left: float, right: float, gap: bool, masthead: bool
    ) -> Paragraph:
        paragraph = Paragraph([line], left, right, gap, masthead, (left + right) / 2)
        begun.append(paragraph)
        return paragraph

    def _edges(self, lines: Sequence[Strip], column: Column) -> tuple[float, float]:
        """The edges of the text in a column: where lines within paragraphs begin, and where the fullest ends."""
        plain = [line for line in lines if abs(line.size - self.spacing.size) < 0.6] or list(lines)
        right = max(line.right for line in plain)
        usual = self._inner_edge(plain, right)
        if usual < 0:
            lefts = Counter(round(line.left) for line in plain)
            usual = max(lefts, key=lambda at: (lefts[at], -at))
            if self.spacing.left in lefts and column.left <= self.spacing.left:
                usual = self.spacing.left
        return float(usual), right

    def _inner_edge(self, lines: Sequence[Strip], right: float) -> int:
        """The leftmost place where lines commonly go on a full line close above them; -1 if none does."""
        found: Counter[int] = Counter()
        for before, line in pairwise(lines):
            close = 0 < line.base - before.base < 1.22 * self.spacing.lead(line.size) + 0.8
            if close and _fills(before, line, right) and abs(before.size - line.size) < 0.6 and not line.bold:
                found[round(line.left)] += 1
        enough = 0.15 * found.total()
        return min((at for at, count in found.items() if count >= enough), default=-1)

    # --- decisions

    def _begins(
        self, current: Paragraph, before: Strip, line: Strip, left: float, right: float, masthead: bool
    ) -> bool:
        """Whether `line` begins a paragraph behind `before`, in the same column."""
        distance = line.base - before.base
        if distance > 1.22 * self.spacing.lead(max(line.size, before.size)) + 0.8 or distance < -1:
            return not self._double_spaced(before, line, right)
        if abs(line.size - before.size) > 0.7:
            return True
        if masthead:
            return not (line.bold and before.bold and line.size >= 13)
        if line.bold != before.bold:
            return not (starts_small(line.text) and not is_terminal(before) and not before.bold)
        if _LABEL.match(line.text):
            return (
                is_terminal(before) or abs(line.left - self._inner_left(current, left)) > 0.7 * line.size or line.bold
            )
        if line.bold:
            return False
        if line.page == 1 and line.left < left - 1.5 * line.size:
            return is_terminal(before) or not (starts_small(line.text) or _fills(before, line, right))
        return self._by_shape(current, before, line, left, right)

    def _double_spaced(self, before: Strip, line: Strip, right: float) -> bool:
        """Whether a line goes on a full one in spite of the space between them, as typescripts are set."""
        far = not 0 < line.base - before.base < 2.3 * line.size
        if far or abs(line.size - before.size) > 0.7 or line.bold != before.bold or not starts_small(line.text):
            return False
        return not is_terminal(before) and _fills(before, line, right) and not _LABEL.match(line.text)

    def _by_shape(self, current: Paragraph, before: Strip, line: Strip, left: float, right: float) -> bool:
        """By indents, and by words that would have fitted on the line before."""
        step = 0.8 * line.size
        terminal = is_terminal(before)
        small = starts_small(line.text)
        middle = self._centred(before, line) and before.text.rstrip()[-1] not in ".;:"
        room = right - before.right
        short = not _fills(before, line, right)
        if len(current.lines) > 1:
            inner = self._inner_left(current, left)
            if abs(line.left - inner) > step and (terminal or (short and not small)) and not middle:
                return True
        elif line.left > before.left + step and not _LABEL.match(before.text) and terminal and short:
            return True
        if short and terminal and not small and not middle:
            return room > 2 * line.first_word + line.size or before.text.rstrip()[-1] != ","
        if small:
            return False
        if before.left > left + 0.4 * (right - left):
            return True
        if not short:
            return False
        return before.right - before.left < 0.6 * (right - left) and not middle

    def _centred(self, before: Strip, line: Strip) -> bool:
        return (
            abs((before.left + before.right) - (line.left + line.right)) < 1.2 * line.size
            and abs(before.left - line.left) > 3
        )

    def _inner_left(self, current: Paragraph, left: float) -> float:
        """Where the lines of a paragraph begin, but for its first."""
        return current.lines[-1].left if len(current.lines) > 1 else left

    def _runs_on(self, current: Paragraph, line: Strip, left: float) -> bool:
        """Whether a paragraph goes on in the next column or on the next page."""
        before = current.lines[-1]
        if abs(before.size - line.size) > 0.5 or before.bold != line.bold or _LABEL.match(line.text):
            return False
        right = current.tail[-1][1] if current.tail else current.right
        full = _fills(before, line, right)
        terminal = is_terminal(before)
        if not terminal:
            return full or starts_small(line.text) or before.bold
        if line.left - left > 0.8 * line.size:
            return False
        if starts_small(line.text):
            return before.text.rstrip()[-1] not in ".;:"
        indented = current.lines[0].left > current.left + 0.8 * line.size if len(current.lines) > 1 else False
        return full and indented and abs(line.left - left) < 0.5 * line.size
