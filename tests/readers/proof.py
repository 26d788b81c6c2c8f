"""What the tests of readers share: a reading in which every character has one home, and its words."""

from __future__ import annotations

from collections.abc import Iterator

from akn.blocks import Reading
from akn.ledger import account
from akn.readers import Options, reading_of
from akn.source import Passage, Run


def runs(reading: Reading) -> Iterator[Run]:
    """All Runs that a document made of the reading would have."""
    passages: list[Passage] = []
    for block in reading.blocks:
        passages += [block.words, *(cell.words for row in block.rows for cell in row)]
    for note in reading.notes:
        passages += note.paragraphs
    called = {mark.target for words in passages for mark in words.marks if mark.kind == "note"}
    passages += [note.label for note in reading.notes if note.key not in called]
    return (words.run for words in passages)


def read(data: bytes, name: str = "made", options: Options = Options()) -> Reading:  # noqa: B008
    reading = reading_of(name, data, options)
    assert account(reading.source, runs(reading), reading.ledger) == []
    return reading


def texts(reading: Reading) -> list[str]:
    """The words of each block; the cells of a table with bars between them."""
    return [
        " / ".join("|".join(cell.words.text for cell in row) for row in block.rows) if block.rows else block.words.text
        for block in reading.blocks
    ]


def left_out(reading: Reading, reason: str) -> list[str]:
    return [reading.source.text[start:end] for start, end, why in reading.ledger if why == reason]


def marks(reading: Reading, kind: str) -> list[str]:
    """The words that marks of a kind cover."""
    return [
        block.words.text[mark.start : mark.end]
        for block in reading.blocks
        for mark in block.words.marks
        if mark.kind == kind
    ]


def notes(reading: Reading) -> list[tuple[str, str, str]]:
    """Each call of a footnote: the words before it, its marker, the words of the footnote."""
    bodies = {note.key: " ".join(words.text for words in note.paragraphs) for note in reading.notes}
    return [
        (block.words.text[: mark.start][-12:], block.words.text[mark.start : mark.end], bodies.get(mark.target, "none"))
        for block in reading.blocks
        for mark in block.words.marks
        if mark.kind == "note"
    ]
