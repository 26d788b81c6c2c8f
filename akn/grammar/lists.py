"""Points and their nesting: which list a label continues, which it opens.

A label continues the deepest list whose style and next value fit; a first value opens a list inside the last
point. That is decided with all readings of the label: `(i)` after `(h)` is a letter, after `(a) …:` a roman.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from akn.fold import fold
from akn.grammar.labels import Label, readings
from akn.model import Block, Inlines, Paragraph, Point, PointList
from akn.source import Passage, join_passages


class Item(NamedTuple):
    """A block of a list: its words, and the readings of its label (none: it goes on what came before)."""

    words: Passage
    labels: tuple[Label, ...]


def item_of(words: Passage) -> Item:
    """The item that some words make."""
    text = words.text[:24]
    return Item(words, readings(text if len(words.text) > 24 else words.text, fold(text)))


@dataclass
class _Draft:
    """A point that is still growing; its inner list, and the words after that."""

    words: Passage
    label: Label
    more: list[Passage] = field(default_factory=list)
    inner: _Level | None = None


@dataclass
class _Level:
    """One list that is open while points are read."""

    style: str
    last: int
    points: list[_Draft] = field(default_factory=list)
    tail: list[Passage] = field(default_factory=list)


ToInlines = Callable[[Passage], Inlines]


_DEEPEST = 12
"""Lists within lists; resolutions have four at most, and what is misread must not nest without end."""


def point_list(intro: Inlines, items: Sequence[Item], inlines: ToInlines) -> PointList:
    """The list that some items make; the first item has a label."""
    root = _Level("", 0)
    stack: list[_Level] = []
    last_label = max(index for index, item in enumerate(items) if item.labels)
    for index, item in enumerate(items):
        if not item.labels:
            _carry_on(root, stack, item.words, index > last_label)
            continue
        depth, label = _place(stack, item.labels)
        if depth >= _DEEPEST:
            depth = _DEEPEST - 1
        elif depth == len(stack):
            level = _Level(label.style, label.value)
            if stack:
                stack[-1].points[-1].inner = level
            else:
                root = level
            stack.append(level)
        del stack[depth + 1 :]
        level = stack[depth]
        level.last = label.value
        level.points.append(_Draft(item.words, label))
    return _finished(intro, root, inlines)


def _place(stack: list[_Level], labels: tuple[Label, ...]) -> tuple[int, Label]:
    """The depth at which a label belongs, and its reading; a depth beyond the stack opens a list."""
    for depth in range(len(stack) - 1, -1, -1):
        for label in labels:
            level = stack[depth]
            if label.style == level.style and (label.value == level.last + 1 or label.family == "dash"):
                return depth, label
    for label in reversed(labels):
        if label.value <= 1 and (not stack or not stack[-1].points[-1].inner):
            return len(stack), label
    for depth in range(len(stack) - 1, -1, -1):
        for label in labels:
            if label.style == stack[depth].style and label.value > stack[depth].last:
                return depth, label
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].style in {label.style for label in labels}:
            return depth, next(label for label in labels if label.style == stack[depth].style)
    if stack and stack[-1].points and _same_marks(stack[-1].style, labels[0].style):
        return len(stack) - 1, labels[0]
    return len(stack), labels[0]


def _same_marks(style: str, other: str) -> bool:
    """Whether two styles print the same marks: `(2)` between `(c)` and the next is a slip for `(d)`."""
    return style.rpartition(" ")[2] == other.rpartition(" ")[2] != "."


def _carry_on(root: _Level, stack: list[_Level], words: Passage, behind: bool) -> None:
    """Words without a label: text after the last point where they begin small, else more of the point.

    In a script without capitals they are the former where they stand `behind` all points.
    """
    first = words.text[0]
    if not stack:
        return
    if first.islower() and _breaks_off(stack[-1], behind):
        point = stack[-1].points[-1]
        point.words = join_passages([point.words, words])
        return
    if first.islower() or (behind and unicodedata.category(first) == "Lo"):
        (root if len(stack) == 1 or words.text.rstrip()[-1:] != "," else stack[-1]).tail.append(words)
        return
    stack[-1].points[-1].more.append(words)


def _breaks_off(level: _Level, behind: bool) -> bool:
    """Whether the last point ends within a sentence: without a stop, or with a comma where other points follow."""
    last = level.points[-1]
    if last.inner is not None or last.more or level.tail:
        return False
    end = last.words.text.rstrip()[-1:]
    return end.isalnum() or (end == "," and not behind)


def _finished(intro: Inlines, level: _Level, inlines: ToInlines) -> PointList:
    points = tuple(_point(draft, inlines) for draft in level.points)
    tail = tuple(inline for words in level.tail for inline in inlines(words))
    return PointList(intro, points, tail)


def _point(draft: _Draft, inlines: ToInlines) -> Point:
    words = draft.words
    number = words.run.cut(0, draft.label.length)
    content = inlines(words.cut(draft.label.end))
    blocks: list[Block] = []
    if draft.inner is not None:
        blocks.append(_finished(content, draft.inner, inlines))
    elif content:
        blocks.append(Paragraph(content))
    blocks += [Paragraph(inlines(more)) for more in draft.more]
    return Point(number, tuple(blocks))
