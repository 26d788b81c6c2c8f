"""The stream of blocks that every reader gives: what the grammar reads, whatever the format was.

A block is one paragraph of the page, one heading, one list item, one table. Page furniture is already in the
ledger, and the bodies of footnotes are set aside under their markers.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from akn.findings import Finding
from akn.ledger import Ledger
from akn.source import Passage, Source

BlockKind = Literal["text", "heading", "item", "table", "image"]


class CellWords(NamedTuple):
    """A cell of a table as it was read."""

    words: Passage
    header: bool = False
    columns: int = 1
    rows: int = 1


class Block(NamedTuple):
    """One block of the page. Marks of kind `note` point to `Reading.notes` by key."""

    words: Passage
    kind: BlockKind = "text"
    page: int = 1
    indent: float = 0.0
    """Distance from the left edge of the text: characters for text, points for PDF and DOCX."""
    level: int = 0
    """Depth of a heading (1 is the highest) or of a list item, where the format says it; else 0."""
    gap: bool = True
    """Whether white space larger than between lines stands before it."""
    centred: bool = False
    size: float = 0.0
    """Size of the letters in points; 0 where unknown."""
    rows: tuple[tuple[CellWords, ...], ...] = ()
    """Rows of a table, else empty."""
    folded: str = ""
    """`fold` of the words, where the reader has it; else empty."""
    aside: bool = False
    """Whether it is a line of the masthead that the columns of the page put among the text."""


class NoteBody(NamedTuple):
    """The body of a footnote: its label as printed, and its paragraphs without the label."""

    key: str
    """Unique in the reading; the target of `note` marks."""
    label: Passage
    """`1`, `*`, `a`; goes to the ledger where a marker says the same."""
    paragraphs: tuple[Passage, ...]


class Media(NamedTuple):
    """A picture that a document shows, kept as a file beside the XML."""

    name: str
    """The name of the file."""
    data: bytes


class Reading(NamedTuple):
    """A source, sorted into blocks of text, footnotes and what was left out."""

    source: Source
    blocks: tuple[Block, ...]
    notes: tuple[NoteBody, ...] = ()
    ledger: Ledger = ()
    findings: tuple[Finding, ...] = ()
    language: str = ""
    """ISO 639-2 code, where the reader found it; else empty."""
    certainty: float = 0.0
    """How sure the language is, 0 to 1."""
    media: tuple[Media, ...] = ()
    """Pictures that marks of kind `image` name; the character under such a mark is in the ledger."""
