"""Words of a page to printed lines: what stands on one base line without a wide gap, with its raised letters.

Also mends words that the file splits: white space that only pdfium supposed, narrower than any space on the line.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from akn.readers.pdf.page import SPACE, Page, Style, Word
from akn.source import Mark


class Strip(NamedTuple):
    """Words on one base line that belong together: a line of a paragraph, of a column, of a cell."""

    page: int
    left: float
    right: float
    base: float
    size: float
    """Size of most letters, in points."""
    text: str
    marks: tuple[Mark, ...] = ()
    """`i b sup sub`, in offsets of the text."""
    mends: tuple[int, ...] = ()
    """Offsets at which the file splits a word that is whole here."""
    bold: bool = False
    """Whether all letters are bold."""
    italic: bool = False
    barcode: bool = False
    broken: bool = False
    """Whether it ends in a hyphen at the line's end, by pdfium's judgement."""

    @property
    def first_word(self) -> float:
        """The width of its first word in points, estimated by the share of its letters."""
        return (self.right - self.left) * len(self.text.split(" ", 1)[0]) / max(1, len(self.text))


Row = tuple[Strip, ...]
"""The strips on one base line, from left to right."""

_FALSE = 0.15
"""A supposed space narrower than this part of the size is none: in 33 files of the United Nations, all 36 such
spaces split a word, and none of the 11,000 wider than `_DOUBTFUL` did."""
_DOUBTFUL = 0.23
_WIDE = 1.9
"""A gap wider than this part of the size parts two strips."""
_LARGEST = 40.0
"""Letters larger than this many points have no raised ones beside them."""
_RAISED = 0.86
"""Letters smaller than this part of the size around them may be raised or lowered."""


class Vocabulary:
    """The words of a document, counted when a doubtful space needs them."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._pages = list(pages)
        self._known: frozenset[str] | None = None

    def known(self) -> frozenset[str]:
        """Words in lower case that stand whole somewhere: between white space or punctuation, in one style."""
        if self._known is None:
            text = " ".join(part for page in self._pages for part in self._whole(page)).lower()
            self._known = frozenset(re.findall(r"(?<![^\W\d_])[^\W\d_]{2,}", text))
        return self._known

    def _whole(self, page: Page) -> list[str]:
        """The words of a page without the letters beside a doubtful space."""
        parts: list[str] = []
        before: Word | None = None
        for word in page.words:
            text = word.text
            if before is not None and not word.drawn and _gap(before, word) < _DOUBTFUL * word.style.size:
                parts[-1] = _TAIL.sub("", parts[-1])
                text = _HEAD.sub("", text, count=1) if text[0].isalpha() else text
            parts.append(text)
            before = word
        return parts


def rows_of(page: Page, vocabulary: Vocabulary) -> list[Row]:
    """The rows of a page from the top; hidden and turned words are left out (see `unseen`)."""
    groups = list(_groups(word for word in page.words if not _unseen(word, page)))
    strips = [strip for group in _attached(groups) if (strip := _strip(page.number, group, vocabulary)).text]
    return _rows(strips)


def unseen(page: Page) -> Iterator[tuple[Word, bool]]:
    """Words that the page hides, or prints sideways (True), in the order of the file."""
    for word in page.words:
        if _unseen(word, page):
            yield word, not word.style.hidden


def _unseen(word: Word, page: Page) -> bool:
    style = word.style
    if (style.hidden and not page.scanned) or style.turn or style.size < 1.0:
        return True
    return not (-2 <= word.base <= page.height + 2 and word.right > -2 and word.left < page.width + 2)


# --- words to groups


def _groups(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Words that follow each other on one base line, in the order of the file."""
    group: list[Word] = []
    for word in words:
        if group and not _follows(group, word):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _follows(group: list[Word], word: Word) -> bool:
    before = group[-1]
    if word.space == "\n" and not _same_line(group, word):
        return False
    size = max(before.style.size, word.style.size)
    shift = abs(word.base - before.base)
    if shift > 0.25 * size and not (shift <= 0.62 * size and _raised_pair(before.style, word.style)):
        return False
    gap = _gap(before, word)
    small = min(before.style.size, word.style.size)
    return -1.2 * size <= gap <= _WIDE * max(small, 0.7 * size)


def _same_line(group: list[Word], word: Word) -> bool:
    """Whether a line's end that pdfium supposed is none: raised letters make it suppose one."""
    if word.left < group[-1].right - 1.0:
        return False
    return any(abs(before.base - word.base) < 1.0 for before in group[-3:])


def _raised_pair(one: Style, other: Style) -> bool:
    return min(one.size, other.size) < _RAISED * max(one.size, other.size)


def _gap(before: Word, word: Word) -> float:
    """The distance between two words that follow each other, in either direction of writing."""
    return max(word.left - before.right, before.left - word.right)


def _attached(groups: list[list[Word]]) -> list[list[Word]]:
    """Raised letters that the file prints apart from their line stand in it again."""
    small = [i for i, group in enumerate(groups) if len(group) == 1 and len(group[0].text) <= 8]
    if not small:
        return groups
    gone: set[int] = set()
    order = sorted(range(len(groups)), key=lambda index: groups[index][0].base)
    bases = [groups[index][0].base for index in order]
    for index in small:
        word = groups[index][0]
        below = order[bisect_left(bases, word.base) : bisect_right(bases, word.base + 0.62 * _LARGEST)]
        for other in sorted(below):
            group = groups[other]
            if other == index or other in gone or (place := _place_in(group, word)) < 0:
                continue
            space = " " if place and word.left - group[place - 1].right > 1 else ""
            group.insert(place, word._replace(space=space))
            if place == 0 and group[1].space == "\n":
                group[1] = group[1]._replace(space=" ")
            gone.add(index)
            break
    return [group for index, group in enumerate(groups) if index not in gone]


def _place_in(group: list[Word], word: Word) -> int:
    """Where in a group a raised word belongs; -1 if nowhere."""
    near = group[0]
    size = near.style.size
    if word.style.size > _RAISED * size or not 0.12 * size < near.base - word.base < 0.62 * size:
        return -1
    if not near.left - 1.5 * size <= word.right or word.left > group[-1].right + 0.8 * size:
        return -1
    for place in range(len(group) + 1):
        after_left = place == 0 or group[place - 1].right <= word.left + 1.5
        before_right = place == len(group) or group[place].left >= word.right - 1.5
        if after_left and before_right:
            return place
    return -1


# --- groups to strips


def _strip(page: int, group: list[Word], vocabulary: Vocabulary) -> Strip:
    return _plain(page, group[0]) if len(group) == 1 else _composed(page, group, vocabulary)


def _plain(page: int, word: Word) -> Strip:
    """A strip in one style, as most are."""
    text, left, right, base, style, _, _, broken = word
    letters = (style.bold or style.italic) and any(c.isalnum() for c in text)
    marks = tuple(Mark(0, len(text), kind) for kind in _kinds(style, ""))  # type: ignore[arg-type]
    return Strip(
        page,
        left,
        right,
        base,
        style.size,
        text,
        marks,
        (),
        letters and style.bold,
        letters and style.italic,
        style.barcode,
        broken,
    )


def _composed(page: int, group: list[Word], vocabulary: Vocabulary) -> Strip:
    """A strip in several pieces, some of them raised."""
    size, base = _main(group)
    text = ""
    marks: list[Mark] = []
    mends: list[int] = []
    before: Word | None = None
    heights: list[str] = []
    for word in group:
        height = _height(word, size, base)
        if before is not None:
            white = _white(before, word, size, height, heights[-1], vocabulary)
            if not white and word.space and not height:
                mends.append(len(text))
            text += white
        start = len(text)
        text += word.text
        heights.append(height)
        for kind in _kinds(word.style, height):
            _extend(marks, Mark(start, len(text), kind))  # type: ignore[arg-type]
        before = word
    letters = [
        word for word, height in zip(group, heights, strict=True) if not height and any(c.isalnum() for c in word.text)
    ]
    return Strip(
        page,
        min(word.left for word in group),
        max(word.right for word in group),
        base,
        size,
        text,
        tuple(sorted(marks)),
        tuple(mends),
        bool(letters) and all(word.style.bold for word in letters),
        bool(letters) and all(word.style.italic for word in letters),
        any(word.style.barcode for word in group),
        group[-1].broken,
    )


def _main(group: list[Word]) -> tuple[float, float]:
    """The size of most letters, the larger of two, and their base line."""
    weights: dict[float, int] = {}
    for word in group:
        weights[word.style.size] = weights.get(word.style.size, 0) + len(word.text)
    size = max(weights, key=lambda s: (weights[s] + (s == max(weights)), s))
    return size, next(word.base for word in group if word.style.size == size)


def _height(word: Word, size: float, base: float) -> str:
    """`sup`, `sub`, or nothing for letters on the base line, and for stops wherever they stand."""
    if word.text in ",.;:":
        return ""
    if word.style.size > _RAISED * size:
        # some files raise full-sized letters
        return "sup" if base - word.base > 0.28 * size and len(word.text) <= 3 else ""
    if base - word.base > 0.12 * size:
        return "sup"
    return "sub" if word.base - base > 0.08 * size else ""


def _kinds(style: Style, height: str) -> Iterator[str]:
    if style.bold:
        yield "b"
    if style.italic:
        yield "i"
    if height:
        yield height


def _extend(marks: list[Mark], mark: Mark) -> None:
    """Adds a mark, or lengthens the last of its kind if only white space stands between."""
    for index in range(len(marks) - 1, -1, -1):
        if marks[index].kind == mark.kind:
            if mark.start - marks[index].end <= 1 and mark.kind not in ("sup", "sub"):
                marks[index] = marks[index]._replace(end=mark.end)
                return
            if mark.start == marks[index].end:
                marks[index] = marks[index]._replace(end=mark.end)
                return
            break
    marks.append(mark)


def _white(before: Word, word: Word, size: float, height: str, height_before: str, vocabulary: Vocabulary) -> str:
    """The white space between two words of a strip."""
    gap = _gap(before, word)
    marker = height_before == "sup" and not height and before.text[-1] in "0123456789*"
    if marker and word.text[0].isalpha() and not (word.space and word.drawn and word.space != "\n"):
        return " " if gap > 0.1 * size else ""  # a word behind a marker
    if not word.space:
        letters = before.text[-1].isalpha() and word.text[0].isalpha()
        return " " if gap > (SPACE if letters else 0.3) * size and not height else ""
    if word.space == "\n":
        return " " if gap > 0.18 * size else ""
    if height == "sup" and not height_before and gap < 0.6 * size and not word.text[:1].isalpha():
        return ""
    if word.drawn:
        return word.space if word.space in "\u00a0\u202f\u2009\u3000" else " "
    if not height and not height_before:
        # the first letter of a symbol may be twice as large as the rest
        wider = max(size, before.style.size) if word.text[0] == "/" else size
        if gap < _FALSE * wider:
            return ""
    if gap < _DOUBTFUL * size and _splits(before.text, word.text, vocabulary):
        return ""
    return " "


_TAIL = re.compile(r"[^\W\d_]+$")
_HEAD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVXLC]{2,}")


def _splits(before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Whether a doubtful space splits a word: no space stands before a stop, the whole word is known."""
    if after[0] in ",.;)]’”" or (after[0] in "-‐" and before[-1].isalpha()):
        return True
    tail, head = _TAIL.search(before[-40:]), _HEAD.match(after)
    if tail is None or head is None:
        return False
    if not head[0][0].islower():
        return _ROMAN.fullmatch(tail[0] + head[0]) is not None
    known = vocabulary.known()
    if (tail[0] + head[0]).lower() in known or (len(tail[0]) == 1 and tail[0].isupper() and head[0] not in known):
        return True
    return len(head[0]) == 1 and head[0] not in known and head[0] not in "aàyoeuàiвкосуя"


# --- strips to rows


def _rows(strips: list[Strip]) -> list[Row]:
    """Strips on one base line as rows, from the top."""
    rows: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda s: (s.base, s.left)):
        row = rows[-1] if rows else None
        if (
            row is not None
            and strip.base - row[0].base <= 0.3 * min(strip.size, row[0].size) + 0.5
            and _beside(row, strip)
        ):
            row.append(strip)
        else:
            rows.append([strip])
    return [tuple(sorted(row, key=lambda s: s.left)) for row in rows]


def _beside(row: list[Strip], strip: Strip) -> bool:
    """Whether a strip overlaps none of a row."""
    return all(strip.left >= other.right - 1.5 or strip.right <= other.left + 1.5 for other in row)
