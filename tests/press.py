"""Prints the invented resolutions as PDF, made without any program: Courier, a masthead in columns, footnotes at the foot."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType

from resolutions import Heading, Paragraph, Part, Resolution, Table
from roads import inline, parts

LEFT, RIGHT, TOP, FOOT = 70.0, 540.0, 60.0, 660.0
SIZE = 9.0


def _paper() -> ModuleType:
    folder = str(Path(__file__).parent / "readers")
    if folder not in sys.path:
        sys.path.append(folder)
    import paper

    return paper


class _Press:
    """Pages while they are printed."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self.paper = _paper()
        self.sheets = [self.paper.Sheet()]
        """The pages; the last is the one that is printed."""
        self.y = TOP
        self.called: list[str] = []
        self.printed: set[str] = set()

    def masthead(self) -> None:
        one = self.resolution
        left, *rest = one.head
        sheet = self.sheets[0]
        sheet.words(LEFT, self.y, one.publisher, "b", 10)
        sheet.words(400, self.y, one.symbol, "", 10)
        sheet.rule(LEFT, self.y + 8, RIGHT, self.y + 8)
        sheet.words(LEFT, self.y + 30, left, "b", 14)
        sheet.words(400, self.y + 26, rest[0], "", 9)
        sheet.words(400, self.y + 38, rest[1], "", 9)
        sheet.rule(LEFT, self.y + 60, RIGHT, self.y + 60)
        self.y += 80
        for line in rest[2:]:
            sheet.words(LEFT, self.y, line, "b", 9)
            self.y += 16
        self.y += 10
        for line in one.before:
            self.paragraph(Paragraph(line), 30)
        self.heading(one.title)

    def heading(self, text: str) -> None:
        self.room(3)
        self.sheets[-1].words(LEFT + 30, self.y + 6, text, "b", 10.5)
        self.y += 26

    def paragraph(self, part: Paragraph, indent: float = 24.0) -> None:
        text = inline(part.text, "_{}_", "^{}^")
        if part.label:
            text = f"{part.label} {text}"
        left = LEFT + 24 * part.depth
        self.room(len(text) * 0.6 * SIZE / (RIGHT - left) + 1)
        self.y = self.sheets[-1].paragraph(left, self.y, text, RIGHT, indent, SIZE)
        self.called += [label for label in re.findall(r"\{(\w+)\}", part.text) if label not in self.called]

    def closing(self, text: str) -> None:
        self.room(1)
        self.sheets[-1].words(RIGHT - 0.6 * SIZE * len(text), self.y, text, "i", SIZE)
        self.y += 1.2 * SIZE

    def table(self, table: Table) -> None:
        self.room(2 * len(table.rows))
        sheet = self.sheets[-1]
        top, high, wide = self.y - 6, 18.0, 110.0
        for number, row in enumerate(table.rows):
            for column, text in enumerate(row):
                sheet.words(LEFT + column * wide + 4, top + number * high + 12, text, "" if number else "b", SIZE)
        bottom, right = top + high * len(table.rows), LEFT + wide * len(table.rows[0])
        for number in range(len(table.rows) + 1):
            sheet.rule(LEFT, top + number * high, right, top + number * high)
        for column in range(len(table.rows[0]) + 1):
            sheet.rule(LEFT + column * wide, top, LEFT + column * wide, bottom)
        self.y = bottom + 24

    def room(self, lines: float) -> None:
        """Turns the page if the lines would not fit."""
        if self.y + 1.3 * SIZE * lines > FOOT:
            self.foot()
            self.sheets.append(self.paper.Sheet())
            self.sheets[-1].words(LEFT, 36, self.resolution.symbol, "b", 8)
            self.y = TOP + 10

    def foot(self) -> None:
        """Prints the footnotes of the page, and its furniture."""
        sheet = self.sheets[-1]
        bodies = [(label, words) for label, words in self.resolution.notes if label in self.called]
        bodies = [(label, words) for label, words in bodies if label not in self.printed]
        self.printed.update(label for label, _ in bodies)
        if bodies:
            y = 740.0 - 11 * len(bodies)
            sheet.rule(LEFT, y - 12, LEFT + 72, y - 12)
            for label, words in bodies:
                sheet.line(LEFT, y, f"^{label}^ {words}", 7.5)
                y += 11
        sheet.words(LEFT, 765, "27-01234", "", 7)
        sheet.words(RIGHT - 30, 765, f"{len(self.sheets)}/2", "b", 8)

    def part(self, part: Part) -> None:
        if isinstance(part, Table):
            self.table(part)
        elif isinstance(part, Heading):
            self.heading(f"{part.label} {part.text}" if part.label else part.text)
        else:
            self.paragraph(part)


def pdf(resolution: Resolution) -> bytes:
    """The PDF of a resolution."""
    press = _Press(resolution)
    press.masthead()
    for part in parts(resolution):
        press.part(part)
    press.y += 10
    for line in resolution.closing:
        press.closing(line)
    if resolution.annex:
        press.y += 20
    for part in resolution.annex:
        press.part(part)
    press.foot()
    data: bytes = press.paper.pdf(*press.sheets)
    return data
