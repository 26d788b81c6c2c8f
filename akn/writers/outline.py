"""Any stage of a conversion as an outline: place, kind, words; for people who want to see why."""

from __future__ import annotations

from collections.abc import Iterator

from akn.blocks import Block, Reading
from akn.model import Division, Document, Inlines, Note, NoteAgain, Role, Statement
from akn.naming import words_of
from akn.source import Run, Source
from akn.walk import runs

_WIDTH = 100


def lines(source: Source) -> Iterator[str]:
    """Printed lines: page, indent, words; then the marks of the format."""
    for start, end, page, left, _ in source.lines:
        yield f"{_at(source, start)} page {page} indent {left:g} {_short(source.text[start:end])}"
    for mark in source.marks:
        yield f"{_at(source, mark.start)} mark {mark.kind} {mark.target} {_short(source.text[mark.start : mark.end])}".rstrip()


def blocks(reading: Reading) -> Iterator[str]:
    """Blocks, footnotes, and what is in the ledger."""
    source = reading.source
    for block in reading.blocks:
        yield f"{_at(source, _offset(block))} {block.kind} {_short(block.words.text or _cells(block))}"
    for note in reading.notes:
        yield f"{_at(source, note.label.run.offset(0))} note {note.key} {_short(' '.join(p.text for p in note.paragraphs))}"
    for entry in reading.ledger:
        yield f"{_at(source, entry.start)} left out, {entry.reason} {_short(source.text[entry.start : entry.end])}"


def _offset(block: Block) -> int:
    if block.rows:
        return next((cell.words.run.offset(0) for row in block.rows for cell in row if cell.words.text), -1)
    return block.words.run.offset(0)


def _cells(block: Block) -> str:
    return " | ".join(cell.words.text for row in block.rows for cell in row)


def document(source: Source, found: Document) -> Iterator[str]:
    """The document: each node with the place of its first word, two spaces further in than what holds it."""
    yield f"{_at(source, 0)} document {found.kind} {found.language} {found.organ or 'organ unknown'}"
    yield from _node(source, (found.masthead, found.preface, found.statements), 1)


def _node(source: Source, node: object, depth: int) -> Iterator[str]:
    if isinstance(node, tuple):
        for child in node:
            yield from _node(source, child, depth)
    elif isinstance(node, Statement):
        yield "  " * depth + "statement"
        for name in ("preface", "preamble", "body", "conclusions", "annexes"):
            if part := getattr(node, name):
                yield "  " * (depth + 1) + name
                yield from _node(source, part, depth + 2)
    elif node is not None and not isinstance(node, str | int | bool | Run):
        yield from _block(source, node, depth)


def _block(source: Source, node: object, depth: int) -> Iterator[str]:
    content: Inlines | None = (
        getattr(node, "content", None) or getattr(node, "intro", None) or getattr(node, "heading", None)
    )
    inline = (isinstance(content, tuple) and content and isinstance(content[0], Run | Role | Note)) or _is_inline(
        content
    )
    number = getattr(node, "number", None)
    label = f" {number.text}" if isinstance(number, Run) else ""
    first = next((run for run in runs(node) if run.pieces), None)
    place = _at(source, first.offset(0)) if first is not None else "-"
    name = type(node).__name__.lower()
    words = ""
    if inline and content is not None:
        words = _short(words_of(content))
    elif isinstance(node, Division):
        words = _short(words_of(node.heading))
    yield f"{'  ' * depth}{place} {name}{label} {words}".rstrip()
    yield from _notes(source, content if inline else (), depth + 1)
    for field in type(node).__slots__:  # type: ignore[attr-defined]
        value = getattr(node, field)
        if field == "wrap_up" and value:
            yield f"{'  ' * (depth + 1)}{_at(source, runs(value)[0].offset(0))} wrap-up {_short(words_of(value))}"
        elif field == "document" or (isinstance(value, tuple) and not _is_inline(value)):
            yield from _node(source, value, depth + 1)


def _is_inline(content: object) -> bool:
    from akn.model import DateMention, Image, LineBreak, Reference, Styled

    kinds = (Run, Role, Note, NoteAgain, Styled, Reference, DateMention, LineBreak, Image)
    return isinstance(content, tuple) and bool(content) and all(isinstance(inline, kinds) for inline in content)


def _notes(source: Source, content: Inlines | None, depth: int) -> Iterator[str]:
    for inline in content or ():
        if isinstance(inline, Role):
            value = f" = {inline.value}" if inline.value else ""
            yield f"{'  ' * depth}role {inline.name}{value}: {_short(words_of(inline.content))}"
            yield from _notes(source, inline.content, depth + 1)
        elif isinstance(inline, Note):
            yield f"{'  ' * depth}note {inline.key}"
            yield from _node(source, inline.body, depth + 1)
        elif isinstance(inline, NoteAgain):
            yield f"{'  ' * depth}note again {inline.key or inline.marker.text + ' (no such note)'}"


def _at(source: Source, offset: int) -> str:
    line, column = source.position(offset)
    return f"{line}:{column}" if line else "-"


def _short(words: str) -> str:
    squeezed = " ".join(words.split())
    return squeezed if len(squeezed) <= _WIDTH else squeezed[: _WIDTH - 1] + "…"
