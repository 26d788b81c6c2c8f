"""The reading order of a page: columns of lines, tables, and the head of the first page.

Rows with a gap that other rows share stand in columns. Two columns of long lines are read one after the other; rows of
short words are a table; the two sides of a masthead are read between its rules, left before right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from akn.readers.pdf import tables
from akn.readers.pdf.lines import Row, Strip
from akn.readers.pdf.page import Page
from akn.readers.pdf.tables import Grid


class Column(NamedTuple):
    """Lines that are read one after the other."""

    lines: tuple[Strip, ...]
    left: float
    right: float
    masthead: bool = False
    """Whether it is one side of the head of a document, where each line says a thing of its own."""


Region = Column | Grid

_LABEL = re.compile(
    r"[(（]?[^\W_]{1,5}[.)．、）]|[-–—•●▪◦·]|[*†‡§]{1,4}|\d{1,3}|[IVXLC]{1,6}|\d{1,3}/(?:\d{1,4}|[.…]+)[A-Z]?\.?|(?:[^\W\d_]+ )?\d{1,3}[.)]"
)
"""What may stand alone before a wide gap: the label of the words behind it."""
_HEAD = 0.45
"""A masthead ends above this part of the page's height."""


def regions_of(page: Page, rows: Sequence[Row]) -> list[Region]:
    """The regions of a page in reading order; every strip of the rows is in exactly one."""
    grids = tables.ruled(page, rows) if rows else []
    if not grids:
        return list(_without_tables(page, list(rows)))
    found: list[Region] = []
    rest = list(rows)
    for grid in grids:
        held = {id(s) for row in grid.rows for cell in row for s in cell.lines}
        before = [row for row in rest if row[0].base < grid.top + 1 and not any(id(s) in held for s in row)]
        found += _without_tables(page, before)
        found.append(grid)
        taken = {id(row) for row in before}
        rest = [left for row in rest if id(row) not in taken and (left := tuple(s for s in row if id(s) not in held))]
    return [*found, *_without_tables(page, rest)]


def _without_tables(page: Page, rows: list[Row]) -> Iterator[Region]:
    rows = [_with_labels(row) for row in rows]
    start = 0
    if page.number == 1:
        start = _masthead_end(page, rows)
        yield from _masthead(page, rows[:start])
    yield from _body(page, rows[start:])


# --- the head of the first page


def _masthead_end(page: Page, rows: list[Row]) -> int:
    """The number of rows of the masthead: above the last rule across the upper part, or while two sides stay apart."""
    wide = [
        rule.top for rule in page.across if rule.right - rule.left > 0.6 * page.width and rule.top < _HEAD * page.height
    ]
    above = sum(row[0].base < wide[-1] for row in rows) if wide else 0
    full = any(s.right - s.left > 0.55 * page.width for row in rows[:above] for s in row)
    if above and not full and any(len(row) > 1 for row in rows[:above]) and above <= 14:
        return above
    end = best = 0
    spans: list[tuple[float, float]] = []
    while end < len(rows) and rows[end][0].base < _HEAD * page.height:
        spans = _union([*spans, *((s.left, s.right) for s in rows[end])])
        if any(right - left > 0.55 * page.width for left, right in spans):
            break
        end += 1
        if len(spans) > 1:
            best = end
    if best >= 6 and _long_lines(rows[:best], _union([(s.left, s.right) for row in rows[:best] for s in row])):
        return 0  # a page of two columns without a head
    return best if _interleaved(rows[:best]) else 0


def _interleaved(rows: list[Row]) -> bool:
    """Whether what stands at the left and at the right takes turns from row to row."""
    if any(len(row) > 1 for row in rows):
        return True
    spans = _union([(s.left, s.right) for row in rows for s in row])
    sides = [_side(row[0], spans) for row in rows]
    return sum(a != b for a, b in pairwise(sides)) > 2


def _masthead(page: Page, rows: list[Row]) -> Iterator[Region]:
    """The rows between the rules of a masthead, side by side."""
    wide = [rule.top for rule in page.across if rule.right - rule.left > 0.6 * page.width]
    band: list[Row] = []
    for row in rows:
        if band and any(band[-1][0].base < y < row[0].base for y in wide):
            yield from _sides(page, band)
            band = []
        band.append(row)
    if band:
        yield from _sides(page, band)


def _sides(page: Page, rows: list[Row]) -> Iterator[Region]:
    spans = _union([(s.left, s.right) for row in rows for s in row])
    order = range(len(spans) - 1, -1, -1) if not page.turned_over and _right_to_left(rows) else range(len(spans))
    for side in order:
        lines = tuple(s for row in rows for s in row if _side(s, spans) == side)
        yield Column(lines, *spans[side], True)


def _side(strip: Strip, spans: list[tuple[float, float]]) -> int:
    return next(i for i, (left, right) in enumerate(spans) if left - 0.1 <= strip.left <= right + 0.1)


def _union(spans: Sequence[tuple[float, float]], gutter: float = 9.0) -> list[tuple[float, float]]:
    """Intervals with those joined that stand less than `gutter` points apart."""
    found: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if found and left <= found[-1][1] + gutter:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def _right_to_left(rows: Sequence[Row]) -> bool:
    text = "".join(s.text for row in rows for s in row)
    return len(_RTL.findall(text)) > len(text) / 3


# --- the rest


def _body(page: Page, rows: list[Row]) -> Iterator[Region]:
    """Columns of lines, and what stands side by side."""
    plain: list[Row] = []
    index = 0
    while index < len(rows):
        end = _columns_end(page, rows, index)
        if end <= index and len(rows[index]) > 1:
            end = _band_end(page, rows, index)
        if end <= index:
            plain.append(rows[index])
            index += 1
            continue
        band = rows[index:end]
        spans = _union([(s.left, s.right) for row in band for s in row])
        kind = _kind(page, band, spans)
        if kind == "lines":
            plain += band
        else:
            yield from _column(plain)
            plain = []
            yield from (_prose(page, band, spans) if kind == "prose" else _table(band, spans))
        index = end
    yield from _column(plain)


def _column(rows: list[Row]) -> Iterator[Region]:
    if rows:
        lines = tuple(_joined(row) for row in rows)
        yield Column(lines, min(s.left for s in lines), max(s.right for s in lines))


def _columns_end(page: Page, rows: list[Row], start: int) -> int:
    """The index after the rows of columns of text that begin at `start`, though their lines stand at other heights.

    `start` itself if no columns begin there.
    """
    if any(s.right - s.left > 0.5 * page.width for s in rows[start]):
        return start
    spans: list[tuple[float, float]] = []
    end = start
    while end < min(len(rows), start + 200):
        row = rows[end]
        if end > start and row[0].base - rows[end - 1][0].base > 3.2 * row[0].size:
            break
        more = _union([*spans, *((s.left, s.right) for s in row)])
        if any(right - left > 0.5 * page.width for left, right in more):
            break
        spans = more
        end += 1
    columns = len(spans) in (2, 3) and end - start >= 8 and _long_lines(rows[start:end], spans)
    return end if columns else start


def _band_end(page: Page, rows: list[Row], start: int) -> int:
    """The index after the rows that share the gap of the row at `start`."""
    spans = _union([(s.left, s.right) for s in rows[start]])
    end = last = start + 1
    while end < len(rows):
        row = rows[end]
        if row[0].base - rows[end - 1][0].base > 3.2 * row[0].size:
            break
        more = _union([*spans, *((s.left, s.right) for s in row)])
        if len(more) < len(spans) or len(more) < 2:
            break
        spans = more
        end += 1
        if len(row) > 1:
            last = end
    # below the last row of two, columns of text go on unevenly
    return end if last > start + 1 and _long_lines(rows[start:end], spans) else last


def _kind(page: Page, band: list[Row], spans: list[tuple[float, float]]) -> str:
    """`prose` for columns of text, `table` for rows of cells, `lines` for lines with a wide gap in them."""
    if len(spans) < 2 or len(band) < 2:
        return "lines"
    if len(band) >= 5 and len(spans) <= 3 and _long_lines(band, spans):
        return "prose"
    several = sum(len(row) > 1 for row in band)
    top, bottom = band[0][0].base - 2 * band[0][0].size, band[-1][0].base + 2 * band[-1][0].size
    between = [rule for rule in page.across if top < rule.top < bottom]
    if several >= 2 and (between or several >= 3):
        return "table"
    return "lines"


def _long_lines(band: Sequence[Row], spans: list[tuple[float, float]]) -> bool:
    """Whether most lines fill their column, and the columns are of one width."""
    widths = [right - left for left, right in spans]
    if min(widths) < 0.6 * max(widths) or min(widths) < 90:
        return False
    for index, (left, right) in enumerate(spans):
        own = [s for row in band for s in row if _side(s, spans) == index]
        full = sum(s.right - s.left > 0.75 * (right - left) for s in own)
        filled = sum(s.right - s.left for s in own) / (right - left)
        if not own or full < 0.35 * len(own) or (full < 0.5 * len(own) and filled < 0.6 * len(own)):
            return False
    return True


def _prose(page: Page, band: list[Row], spans: list[tuple[float, float]]) -> Iterator[Region]:
    order = range(len(spans) - 1, -1, -1) if not page.turned_over and _right_to_left(band) else range(len(spans))
    for index in order:
        rows = [tuple(s for s in row if _side(s, spans) == index) for row in band]
        lines = tuple(_joined(row) for row in rows if row)
        if lines:
            yield Column(lines, *spans[index])


def _table(band: list[Row], spans: list[tuple[float, float]]) -> Iterator[Region]:
    yield tables.aligned(band, spans)


def _with_labels(row: Row) -> Row:
    """A row with the label of a paragraph joined to its words."""
    if len(row) != 2 or not _LABEL.fullmatch(row[0].text.strip()):
        return row
    return (joined(row),)


def _joined(row: Row) -> Strip:
    return joined(row) if len(row) > 1 else row[0]


def joined(row: Sequence[Strip]) -> Strip:
    """Strips of one row as one line."""
    main = max(row, key=lambda s: len(s.text))
    text = ""
    marks = []
    mends: list[int] = []
    for strip in row:
        if text:
            text += " "
        at = len(text)
        text += strip.text
        marks += [mark._replace(start=mark.start + at, end=mark.end + at) for mark in strip.marks]
        mends += [at + mend for mend in strip.mends]
    return main._replace(
        left=min(s.left for s in row),
        right=max(s.right for s in row),
        text=text,
        marks=tuple(marks),
        mends=tuple(mends),
        bold=all(s.bold for s in row),
        italic=all(s.italic for s in row),
        broken=row[-1].broken,
    )
