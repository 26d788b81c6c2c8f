"""Paragraphs and tables of a format that has them (DOCX, HTML), written down as a `Reading`.

A reader gives spans, words of one look; here they become Runs with marks, white space is folded as on a page, and what
is not part of the document goes to the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from akn.blocks import Block, BlockKind, CellWords, Media, NoteBody, Reading
from akn.findings import Finding, Place
from akn.ledger import Reason
from akn.readers.script import Script
from akn.readers.spans import Span, folded, marks_of, merged, merged_pieces, trimmed
from akn.source import Mark, Passage, Piece, Run, all_look, join_passages, plain_if_whole


@dataclass(slots=True)
class Words:
    """One paragraph of the page."""

    spans: list[Span] = field(default_factory=list)
    kind: BlockKind = "text"
    level: int = 0
    centred: bool = False
    indent: float = 0.0
    size: float = 0.0
    page: int = 1
    gap: bool = True
    reason: Reason | None = None
    """Why the whole paragraph is not part of the document."""

    @property
    def text(self) -> str:
        """The words that are part of the document, white space folded."""
        if self.reason:
            return ""
        return " ".join("".join([span.text for span in self.spans if span.reason is None or span.image]).split())

    def leave_out(self, reason: Reason) -> None:
        """Says that no word of the paragraph is part of the document."""
        self.reason = self.reason or reason


@dataclass(slots=True)
class GridCell:
    """A cell of a table."""

    content: list[Item]
    header: bool = False
    columns: int = 1
    rows: int = 1

    def words(self) -> list[Words]:
        """The paragraphs in it, those of tables in it too."""
        return list(words_of(self.content))


@dataclass(slots=True)
class Grid:
    """A table, of data or of layout."""

    rows: list[list[GridCell]]


Item = Words | Grid


@dataclass(slots=True)
class Body:
    """The body of a footnote."""

    key: str
    """What `Span.note` says; empty for one that its label tells."""
    label: str
    """As the page prints it."""
    content: list[Words]
    length: int = 0
    """Characters of the label, with brackets, that stand as words at the head of the first paragraph."""


def words_of(items: Iterable[Item]) -> Iterator[Words]:
    """All paragraphs, those in tables too."""
    for item in items:
        if isinstance(item, Grid):
            for row in item.rows:
                for cell in row:
                    yield from words_of(cell.content)
        else:
            yield item


def linear(items: Iterable[Item]) -> Iterator[Item]:
    """The items with tables that only lay out the page taken apart, cell by cell."""
    head = True
    for item in items:
        if isinstance(item, Grid):
            if _lays_out(item, head):
                for row in item.rows:
                    for cell in row:
                        yield from linear(cell.content)
            else:
                yield item
            head = head and _lays_out(item, head)
        else:
            head = head and len(item.text) <= _SHORT
            yield item


_SHORT = 180
"""Characters that a line of the masthead or of a heading hardly has."""
_LONG = 700
"""Characters that a cell of a table of data hardly has."""


def _lays_out(grid: Grid, head: bool) -> bool:
    """Whether a table lays out the page: one column, tables in it, long cells, or a masthead in columns."""
    cells = [cell for row in grid.rows for cell in row]
    filled = [sum(1 for cell in row if any(words.text for words in cell.words())) for row in grid.rows]
    if max(filled, default=0) < 2:
        return True
    if any(isinstance(item, Grid) for cell in cells for item in cell.content):
        return True
    if any(sum(len(words.text) for words in cell.words()) > _LONG for cell in cells):
        return True
    return head and not any(cell.header for cell in cells) and _is_masthead(grid)


def _is_masthead(grid: Grid) -> bool:
    """Whether a table above the text holds a symbol or several lines in a cell: organ left, `Distr.` right."""
    from akn.fold import fold
    from akn.vocabulary import symbol_at

    for row in grid.rows:
        for cell in row:
            texts = [words.text for words in cell.words() if words.text]
            if len(texts) > 1 or any((size := symbol_at(fold(text))) and size + 4 >= len(text) for text in texts):
                return True
    return False


def _is_bold(row: Sequence[GridCell]) -> bool:
    """Whether all words of a table's row are bold, as the heads of columns are."""
    spans = [span for cell in row for words in cell.words() for span in words.spans if span.text.strip()]
    return bool(spans) and all("b" in span.style for span in spans if span.reason is None)


class Writer:
    """Writes paragraphs down, and gives their blocks."""

    def __init__(self) -> None:
        self.script = Script()
        self.called: set[str] = set()

    def passage(self, words: Words) -> Passage:
        """Writes a paragraph on a line of its own; what is left out of it goes to the ledger."""
        parts = list(folded(words.spans, words.reason))
        start = at = self.script.length
        pieces: list[Piece] = []
        texts: list[str] = []
        marks: list[Mark] = []
        length = 0
        for span in parts:
            written = self.script.add(span.text)
            if span.reason is not None:
                self.script.leave_out(written, span.reason)
            if span.reason is None or span.image:
                pieces.append(Piece(length, at, at + len(span.text)))
                marks += marks_of(span, length)
                texts.append(span.text)
                length += len(span.text)
            at += len(span.text)
        self.script.mark_line(start, words.page, words.indent, words.size)
        self.script.end()
        run = Run("".join(texts), tuple(merged_pieces(pieces)))
        found = tuple(sorted(trimmed(merged(marks), run.text)))
        self.called |= {mark.target for mark in found if mark.kind == "note"}
        return Passage(run, found)

    def block(self, words: Words) -> Block | None:
        """The block of a paragraph; none where nothing of it is part of the document."""
        passage = self.passage(words).strip()
        if not passage.text:
            return None
        heading = words.kind == "text" and all_look(passage, "b") and len(passage.text) < 300
        kind: BlockKind = "heading" if heading and passage.text[-1] not in ";," else words.kind
        return Block(
            plain_if_whole(passage),
            kind,
            words.page,
            words.indent,
            words.level,
            words.gap,
            words.centred,
            words.size,
        )

    def table(self, grid: Grid) -> Block | None:
        """The block of a table; none where it has no words."""
        rows: list[tuple[CellWords, ...]] = []
        headed = len(grid.rows) > 1 and _is_bold(grid.rows[0]) and not _is_bold(grid.rows[1])
        page = next((words.page for words in words_of([grid])), 1)
        for number, row in enumerate(grid.rows):
            cells: list[CellWords] = []
            for cell in row:
                parts = [passage.strip() for passage in [self.passage(words) for words in cell.words()]]
                whole = join_passages([part for part in parts if part.text]) if any(p.text for p in parts) else None
                said = plain_if_whole(whole) if whole is not None else Passage(Run(""))
                cells.append(CellWords(said, cell.header or (headed and not number), cell.columns, cell.rows))
            rows.append(tuple(cells))
        first = next((cell.words.run for row in rows for cell in row if cell.words.text), None)
        if first is None:
            return None
        return Block(Passage(first.cut(0, 0)), "table", page, rows=tuple(rows))


def reading(
    name: str, format_: str, items: Iterable[Item], bodies: Sequence[Body], media: Sequence[Media] = ()
) -> Reading:
    """The Reading of some paragraphs, tables and footnotes."""
    from akn.readers.pdf import markers

    writer = Writer()
    blocks: list[Block] = []
    items = list(items)
    _cite_again(items, bodies)
    for item in items:
        block = writer.table(item) if isinstance(item, Grid) else writer.block(item)
        if block is not None:
            blocks.append(block)
    linked: list[tuple[Body, Passage, list[Passage]]] = []
    plain: list[tuple[markers.Body, list[Passage]]] = []
    for body in bodies:
        label, paragraphs = _written(writer, body)
        if not paragraphs:
            paragraphs = [Passage(Run(""))]
        if body.key:
            linked.append((body, label, paragraphs))
        else:
            plain.append((markers.Body(body.label, label, paragraphs[0], 1), paragraphs[1:]))
    source = writer.script.source(name, format_)
    left_out = writer.script.left_out
    found, attached, doubts = markers.attach(source, blocks, [body for body, _ in plain], left_out)
    notes = [
        note._replace(paragraphs=(*note.paragraphs, *more)) for note, (_, more) in zip(attached, plain, strict=True)
    ]
    for body, label, paragraphs in linked:
        if body.key in writer.called:
            for piece in label.run.pieces:
                writer.script.leave_out(Passage(Run(label.text, (piece,))), "label of a note")
        else:
            line, column = source.position((label if label.text else paragraphs[0]).run.offset(0))
            message = f"no marker in the text calls footnote {body.label}".rstrip()
            doubts.append(Finding("AKN411", "warning", Place(name, line, column), message))
        notes.append(NoteBody(body.key, label, tuple(paragraphs)))
    return Reading(source, tuple(found), tuple(notes), tuple(sorted(left_out)), tuple(doubts), media=tuple(media))


def _cite_again(items: Iterable[Item], bodies: Sequence[Body]) -> None:
    """Raised labels that are no links call the footnote that has the label: the last called before, else the first."""
    keys: dict[str, str] = {}
    labels = {body.key: body.label for body in bodies if body.key and body.label}
    for key, label in labels.items():
        keys.setdefault(label, key)
    if not keys:
        return
    for words in words_of(items):
        for index, span in enumerate(words.spans):
            if span.note in labels:
                keys[labels[span.note]] = span.note
            elif index and "sup" in span.style and not span.reason and span.text.strip(" \u00a0[]()") in keys:
                words.spans[index] = span._replace(note=keys[span.text.strip(" \u00a0[]()")])


def _written(writer: Writer, body: Body) -> tuple[Passage, list[Passage]]:
    """Label and paragraphs of a footnote, written down."""
    paragraphs = [writer.passage(words).strip() for words in body.content]
    paragraphs = [passage for passage in paragraphs if passage.text]
    if not body.length or not paragraphs:
        return Passage(Run("")), [plain_if_whole(passage) for passage in paragraphs]
    first = paragraphs[0]
    label = Passage(first.cut(0, body.length).run)
    rest = first.cut(body.length).strip()
    return label, [plain_if_whole(rest), *paragraphs[1:]] if rest.text else paragraphs[1:]
