"""What a page carries beside its text: running heads, page and job numbers, bar codes, the call to recycle.

Known by position, by repetition over pages, and by shape; only the top and the foot of a page are looked at. What is
not sure stays text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from akn.fold import fold
from akn.ledger import Reason
from akn.readers.pdf.lines import Row, Strip
from akn.readers.pdf.page import Page
from akn.vocabulary.furniture import shapes, without_recycling


class Margins(NamedTuple):
    """The rows of a page between its head and its foot, and what was taken from them."""

    body: tuple[Row, ...]
    head: tuple[tuple[Strip, Reason], ...]
    foot: tuple[tuple[Strip, Reason], ...]


_SYMBOL = r"(?:[A-Z]{1,6}|UNEP|[A-Z]+\.\d+)/[A-Z0-9][\w./()-]*(?: \(\d{4}\))?\*{0,3}"
_PAGE = re.compile(r"\d{1,4}|[٠-٩]{1,4}")
_TOP = 0.12
_BOTTOM = 0.84
"""Heads stand above this part of the page's height, feet below that."""


@cache
def _patterns() -> tuple[tuple[Reason, re.Pattern[str]], ...]:
    known: tuple[tuple[Reason, str], ...] = (
        *shapes(),
        ("job number", r"(?:\d{6}\s*){1,3}"),
        ("page number", r"\d{1,4}|[ivxl]{1,6}"),
    )
    return tuple((reason, re.compile(shape)) for reason, shape in known)


@cache
def _symbol() -> re.Pattern[str]:
    return re.compile(_SYMBOL)


def margins_of(pages: Sequence[Page], rows: Sequence[list[Row]]) -> list[Margins]:
    """The margins of each page."""
    repeated = _repeated(pages, rows)
    return [_margins(page, found, repeated, index) for index, (page, found) in enumerate(zip(pages, rows, strict=True))]


def _repeated(pages: Sequence[Page], rows: Sequence[list[Row]]) -> dict[tuple[str, int], set[int]]:
    """Text at the edges of pages, digits folded, and its height: on which pages."""
    seen: dict[tuple[str, int], set[int]] = {}
    for index, (page, found) in enumerate(zip(pages, rows, strict=True)):
        for row in found:
            for strip in row:
                if strip.base < _TOP * page.height or strip.base > _BOTTOM * page.height:
                    for key in _keys(strip):
                        seen.setdefault(key, set()).add(index)
    enough = max(2, 0.4 * (len(pages) - 1))
    return {key: where for key, where in seen.items() if len(where) >= enough}


def _labelled(strip: Strip) -> bool:
    """Whether a line begins as a footnote does: the same note may stand on several pages."""
    return (bool(strip.marks) and strip.marks[0].start == 0 and strip.marks[0].kind == "sup") or strip.text[0] in "*†‡"


def _keys(strip: Strip) -> tuple[tuple[str, int], tuple[str, int]]:
    """Two keys, so that heights a little apart share one."""
    shape = re.sub(r"\d+", "0", strip.text.strip())
    return (shape, round(strip.base / 8)), (shape, round(strip.base / 8 + 0.5) + 100_000)


def _margins(page: Page, rows: list[Row], repeated: dict[tuple[str, int], set[int]], index: int) -> Margins:
    head: list[tuple[Strip, Reason]] = []
    foot: list[tuple[Strip, Reason]] = []
    first, last = 0, len(rows)
    line = _head_rule(page, rows)
    while first < last and rows[first][0].base < max(_TOP * page.height, line):
        reasons = _reasons(rows[first], repeated, index, "head", rows[first][0].base < line)
        if reasons is None or (
            rows[first][0].base >= line and _touches(rows, first, first + 1) and not _shaped(rows[first], "head", index)
        ):
            break
        head += reasons
        first += 1
    while last > first and rows[last - 1][0].base > _BOTTOM * page.height:
        reasons = _reasons(rows[last - 1], repeated, index, "foot", False)
        if reasons is None or (_touches(rows, last - 1, last - 2) and not _shaped(rows[last - 1], "foot", index)):
            break
        foot = reasons + foot
        last -= 1
    body = list(rows[first:last])
    _lone_codes(body, page, foot)
    return Margins(tuple(row for row in body if row), tuple(head), tuple(foot))


def _touches(rows: list[Row], index: int, beside: int) -> bool:
    """Whether a row stands as close to the next as the lines of a paragraph do: a repeated footnote is no foot."""
    if not 0 <= beside < len(rows):
        return False
    return abs(rows[index][0].base - rows[beside][0].base) < 1.45 * max(rows[index][0].size, rows[beside][0].size)


def _shaped(row: Row, edge: str, index: int) -> bool:
    """Whether the shape of a row alone tells that it is furniture."""
    return any(_shape_of(strip, edge, index) is not None for strip in row)


def _head_rule(page: Page, rows: list[Row]) -> float:
    """The height of the rule under a running head; 0 if there is none. A first page has one with its number only."""
    for rule in page.across:
        if rule.top > _TOP * page.height:
            break
        above = [row for row in rows if row[0].base < rule.top + 1]
        if rule.right - rule.left > 0.6 * page.width and 1 <= len(above) <= 3:
            numbered = any(_PAGE.fullmatch(strip.text.strip()) for row in above for strip in row)
            return rule.top + 1 if page.number > 1 or numbered else 0.0
    return 0.0


def _reasons(
    row: Row, repeated: dict[tuple[str, int], set[int]], index: int, edge: str, above_rule: bool
) -> list[tuple[Strip, Reason]] | None:
    """The reason of each strip of a row, if the row as a whole is furniture."""
    found: list[tuple[Strip, Reason]] = []
    sure = above_rule
    unknown = 0
    for strip in row:
        reason = _shape_of(strip, edge, index)
        if reason is None and not _labelled(strip) and any(key in repeated for key in _keys(strip)):
            reason = "running head"
        if reason is None:
            unknown += 1
            found.append((strip, "running head"))
        else:
            sure = True
            found.append((strip, reason))
    if not sure:
        return None
    if unknown and not above_rule:
        # a running title beside the symbol or the page number
        short = all(len(strip.text) < 110 for strip in row)
        return found if index and len(row) > 1 and short else None
    return found


def _shape_of(strip: Strip, edge: str, index: int) -> Reason | None:
    text = strip.text.strip()
    if strip.barcode:
        return "barcode"
    if len(text) > 60:
        return None
    folded = fold(text)
    if without_recycling(folded) == "":
        return "recycling notice"
    for reason, pattern in _patterns():
        if pattern.fullmatch(folded) and (reason != "page number" or edge == "foot" or index):
            return reason
    if index and _symbol().fullmatch(text):
        return "running head"
    return None


def _lone_codes(body: list[Row], page: Page, foot: list[tuple[Strip, Reason]]) -> None:
    """Job number and bar code of the first page, where other words stand below or beside them."""
    for position in range(len(body) - 1, -1, -1):
        row = body[position]
        if row[0].base < 0.8 * page.height:
            return
        kept = []
        for strip in row:
            reason = _shape_of(strip, "foot", page.number - 1)
            if reason in ("job number", "barcode", "recycling notice"):
                foot.insert(0, (strip, reason))
            else:
                kept.append(strip)
        body[position] = tuple(kept)
