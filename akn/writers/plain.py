"""The words of a Document as a page prints them, without any syntax: for reading, comparing, searching.

Footnotes stand at the end. What the page says by layout alone is lost: `akn.writers.text` keeps it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from akn.model import (
    Annex,
    Block,
    DateMention,
    Division,
    Document,
    Embedded,
    Formula,
    Image,
    Inlines,
    LineBreak,
    Note,
    NoteAgain,
    Operative,
    Paragraph,
    PointList,
    Preambular,
    Reference,
    Role,
    Styled,
    Table,
)
from akn.source import Run

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def write(document: Document) -> str:
    """The page as plain text: blocks with blank lines between them; ends with a line end."""
    page = _Page()
    page.paragraphs(document.masthead)
    page.paragraphs(document.preface)
    for statement in document.statements:
        page.paragraphs(statement.preface)
        page.blocks(statement.preamble)
        page.blocks(statement.body)
        page.paragraphs(statement.conclusions)
        for annex in statement.annexes:
            page.annex(annex)
    for note in page.notes:
        page.note(note)
    return "\n\n".join(page.lines) + "\n"


class _Page:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.notes: list[Note] = []

    def line(self, words: str) -> None:
        if words.strip():
            self.lines.append(words.strip())

    def paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        for paragraph in paragraphs:
            self.line(self.words(paragraph.content))

    def annex(self, annex: Annex) -> None:
        self.line(self.words(annex.heading))
        self.paragraphs(annex.preface)
        self.blocks(annex.preamble)
        self.blocks(annex.body)
        for inner in annex.annexes:
            self.annex(inner)

    def blocks(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            self.block(block, "")

    def block(self, block: Block, head: str) -> None:
        if isinstance(block, Paragraph | Formula):
            self.line(head + self.words(block.content))
        elif isinstance(block, Preambular):
            self.with_head(head, block.content)
        elif isinstance(block, Operative):
            self.with_head(head + _label(block.number), block.content)
        elif isinstance(block, PointList):
            self.line(head + self.words(block.intro))
            for point in block.points:
                self.with_head(_label(point.number), point.content)
            self.line(self.words(block.wrap_up))
        elif isinstance(block, Division):
            number = _label(block.number)
            if number and number.strip()[-1:].isalnum():  # a number without a stop stands above its heading
                self.line(head + number)
                number = head = ""
            self.line(head + number + self.words(block.heading))
            self.blocks(block.content)
        elif isinstance(block, Table):
            self.line(head)
            for row in block.rows:
                self.line("| " + " | ".join(self.words(cell.content) for cell in row) + " |")
        elif isinstance(block, Embedded):
            self.line(head)
            self.annex(block.document)
        else:
            assert_never(block)

    def with_head(self, head: str, content: Sequence[Block]) -> None:
        if not content:
            self.line(head)
        for index, block in enumerate(content):
            self.block(block, head if index == 0 else "")

    def note(self, note: Note) -> None:
        marker = note.marker.text.translate(_RAISED)
        self.with_head(f"{marker} " if marker else "", note.body)

    def words(self, content: Inlines) -> str:
        parts: list[str] = []
        for inline in content:
            if isinstance(inline, Run):
                parts.append(inline.text)
            elif isinstance(inline, Styled | Reference | DateMention | Role):
                parts.append(self.words(inline.content))
            elif isinstance(inline, Note | NoteAgain):
                parts.append(inline.marker.text.translate(_RAISED))
                if isinstance(inline, Note):
                    self.notes.append(inline)
            elif isinstance(inline, LineBreak):
                parts.append("\n")
            elif isinstance(inline, Image):
                parts.append(inline.alt)
            else:
                assert_never(inline)
        return "".join(parts)


def _label(number: Run | None) -> str:
    return f"{number.text} " if number is not None else ""
