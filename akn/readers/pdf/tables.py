"""Tables: cells between drawn rules, or columns of short words between two rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from akn.readers.pdf.lines import Row, Strip
from akn.readers.pdf.page import Page, Rule


class GridCell(NamedTuple):
    """A cell: its lines from the top."""

    lines: tuple[Strip, ...]
    columns: int = 1
    rows: int = 1


class Grid(NamedTuple):
    """A table and where it stands on the page."""

    top: float
    bottom: float
    left: float
    right: float
    rows: tuple[tuple[GridCell, ...], ...]


def ruled(page: Page, rows: Sequence[Row]) -> list[Grid]:
    """The tables of a page whose columns are parted by vertical rules."""
    if len(page.upright) < 2 or len(page.across) < 2:
        return []
    grids: list[Grid] = []
    for upright, across in _clusters(page):
        grid = _grid(upright, across, rows)
        if grid is not None:
            grids.append(grid)
    return sorted(grids, key=lambda grid: grid.top)


def _clusters(page: Page) -> Iterable[tuple[list[Rule], list[Rule]]]:
    """Rules that touch each other: vertical ones, and the horizontal ones between their ends."""
    left = sorted((rule for rule in page.upright if rule.bottom - rule.top > 6), key=lambda r: r.top)
    while left:
        group = [left.pop(0)]
        top, bottom = group[0].top, group[0].bottom
        grown = True
        while grown:
            grown = False
            for rule in list(left):
                if rule.top <= bottom + 4 and rule.bottom >= top - 4:
                    group.append(rule)
                    left.remove(rule)
                    top, bottom = min(top, rule.top), max(bottom, rule.bottom)
                    grown = True
        across = [rule for rule in page.across if top - 4 <= rule.top <= bottom + 4]
        yield group, across


def _grid(upright: list[Rule], across: list[Rule], rows: Sequence[Row]) -> Grid | None:
    columns = _places(rule.left for rule in upright)
    heights = _places(rule.top for rule in across)
    if len(heights) < 2:
        return None
    # the outermost columns may have no vertical rule
    low, high = min(rule.left for rule in across), max(rule.right for rule in across)
    if columns and low < columns[0] - 8:
        columns.insert(0, low)
    if columns and high > columns[-1] + 8:
        columns.append(high)
    if len(columns) < 3 and len(heights) < 3:
        return None
    inside = [
        strip
        for row in rows
        for strip in row
        if heights[0] - 1 < strip.base < heights[-1] + 3
        and columns[0] - 2 < (strip.left + strip.right) / 2 < columns[-1] + 2
    ]
    grid = _cells(columns, heights, upright, across, inside)
    filled = sum(bool(cell.lines) for row in grid for cell in row)
    if filled < 2 or max(len(row) for row in grid) < 2:
        return None
    return Grid(
        heights[0], heights[-1], columns[0], columns[-1], tuple(row for row in grid if any(c.lines for c in row))
    )


def _places(values: Iterable[float]) -> list[float]:
    """Positions, those less than 3 points apart as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > 3:
            found.append(value)
    return found


def _cells(
    columns: list[float], heights: list[float], upright: list[Rule], across: list[Rule], inside: list[Strip]
) -> list[tuple[GridCell, ...]]:
    """The cells row by row; one spreads where no rule parts it from the next."""
    taken: set[tuple[int, int]] = set()
    placed: set[int] = set()
    table: list[tuple[GridCell, ...]] = []
    for row in range(len(heights) - 1):
        cells: list[GridCell] = []
        for column in range(len(columns) - 1):
            if (row, column) in taken:
                continue
            wide = 1
            while (
                column + wide < len(columns) - 1
                and (row, column + wide) not in taken
                and not _crosses(upright, columns[column + wide], heights[row], heights[row + 1])
            ):
                wide += 1
            high = 1
            while (
                row + high < len(heights) - 1
                and not any((row + high, column + i) in taken for i in range(wide))
                and not _underlined(across, heights[row + high], columns[column], columns[column + wide])
            ):
                high += 1
            taken |= {(row + i, column + j) for i in range(high) for j in range(wide)}
            box = (columns[column], heights[row], columns[column + wide], heights[row + high])
            lines = tuple(s for s in inside if id(s) not in placed and _within(s, box))
            placed |= {id(s) for s in lines}
            cells.append(GridCell(lines, wide, high))
        table.append(tuple(cells))
    return table


def _crosses(upright: list[Rule], x: float, top: float, bottom: float) -> bool:
    middle = (top + bottom) / 2
    return any(abs(rule.left - x) <= 3 and rule.top - 1 <= middle <= rule.bottom + 1 for rule in upright)


def _underlined(across: list[Rule], y: float, left: float, right: float) -> bool:
    middle = (left + right) / 2
    return any(abs(rule.top - y) <= 3 and rule.left - 1 <= middle <= rule.right + 1 for rule in across)


def _within(strip: Strip, box: tuple[float, float, float, float]) -> bool:
    middle = (strip.left + strip.right) / 2
    return box[0] <= middle < box[2] and box[1] - 1 < strip.base - 0.3 * strip.size <= box[3] + 1


def aligned(rows: Sequence[Row], columns: Sequence[tuple[float, float]]) -> Grid:
    """A table without vertical rules: rows of strips that stand in the same columns.

    A row with empty cells, close under the one before, goes on its cells.
    """
    table: list[list[list[Strip]]] = []
    before = 0.0
    for row in rows:
        cells: list[list[Strip]] = [[] for _ in columns]
        for strip in row:
            cells[_column_of(strip, columns)].append(strip)
        close = row[0].base - before < 1.35 * row[0].size
        if table and close and not all(cells):
            for cell, more in zip(table[-1], cells, strict=True):
                cell += more
        else:
            table.append(cells)
        before = row[0].base
    strips = [strip for row in rows for strip in row]
    return Grid(
        min(s.base - s.size for s in strips),
        max(s.base for s in strips),
        columns[0][0],
        columns[-1][1],
        tuple(tuple(GridCell(tuple(cell)) for cell in row) for row in table),
    )


def _column_of(strip: Strip, columns: Sequence[tuple[float, float]]) -> int:
    middle = (strip.left + strip.right) / 2
    return min(range(len(columns)), key=lambda i: max(columns[i][0] - middle, middle - columns[i][1], 0))
