"""Paragraphs and tables of a format that has them (DOCX, HTML), written down as a `Reading`.

A reader gives spans, words of one look; here they become Runs with marks, white space is folded as on a page, and what
is not part of the document goes to the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from akn.blocks import Block, BlockKind, CellWords, Media, NoteBody, Reading
from akn.findings import Finding, Place
from akn.ledger import Reason
from akn.readers.script import Script
from akn.source import Mark, MarkKind, Passage, Piece, Run, join_passages

PICTURE = "\ufffc"
"""Stands in the source where a picture stands."""


class Span(NamedTuple):
    """Words of one look."""

    text: str
    style: frozenset[MarkKind] = frozenset()
    link: str = ""
    """The address to which the words link."""
    note: str = ""
    """The key of the footnote that the words call."""
    reason: Reason | None = None
    """Why the words are not part of the document."""
    image: str = ""
    """The path of the picture that stands for the character: the character itself is in the ledger."""


def common_look(spans: Iterable[Span]) -> frozenset[MarkKind]:
    """The look that all words of a paragraph share: that of the number that is drawn before it, too."""
    looks = [span.style for span in spans if span.reason is None and span.text.strip() and not span.note]
    return frozenset.intersection(*looks) - {"sup", "sub"} if looks else frozenset()


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
        parts = list(_folded(words.spans, words.reason))
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
                marks += _marks(span, length)
                texts.append(span.text)
                length += len(span.text)
            at += len(span.text)
        self.script.mark_line(start, words.page, words.indent, words.size)
        self.script.end()
        run = Run("".join(texts), tuple(_merged_pieces(pieces)))
        found = tuple(sorted(_trimmed(_merged(marks), run.text)))
        self.called |= {mark.target for mark in found if mark.kind == "note"}
        return Passage(run, found)

    def block(self, words: Words) -> Block | None:
        """The block of a paragraph; none where nothing of it is part of the document."""
        passage = self.passage(words).strip()
        if not passage.text:
            return None
        heading = words.kind == "text" and _all(passage, "b") and len(passage.text) < 300
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


# --- spans to marked words


def _folded(spans: Iterable[Span], whole: Reason | None) -> Iterator[Span]:
    """The spans with white space as a page shows it: one space, none at the ends; control characters left out."""
    blank = True  # nothing stands before, or white space does
    for span in spans:
        reason = whole or span.reason
        for text, control in _without_controls(span.text):
            kept = _spaces(text, blank)
            if not kept:
                continue
            if control:
                yield Span(text, reason="control character")
                continue
            if reason is None:
                blank = kept[-1] in " \u00a0"
            yield span._replace(text=kept, reason=reason, image="" if whole else span.image)


def _spaces(text: str, blank: bool) -> str:
    """The text with runs of white space folded to one space; without the first where `blank` says one stands before."""
    parts = text.split()
    if not parts:
        if blank or not text:
            return ""
        return text if text in ("\u00a0", "\u202f") else " "
    if len(text) == len(parts[0]):
        return text
    lead = _edge(text[: len(text) - len(text.lstrip())])
    tail = _edge(text[len(text.rstrip()) :])
    middle = text.strip()
    if "  " in middle or any(c.isspace() and c not in " \u00a0\u202f" for c in middle) or "\u00a0" in middle:
        middle = _inner(middle)
    return ("" if blank else lead) + middle + tail


def _inner(text: str) -> str:
    """Each stretch of white space as one space; a single one that does not break a line stays what it is."""
    import re

    return re.sub(r"\s+", lambda found: _edge(found[0]), text)


def _edge(white: str) -> str:
    return white if white in ("", "\u00a0", "\u202f") else " "


_CONTROLS = frozenset(
    [*map(chr, range(9)), *map(chr, range(14, 28)), "\xad", "\u200b", "\u2060", "\ufeff"]
) | frozenset(["\ufffe", "\uffff", "\x7f", *map(chr, range(0x80, 0x85)), *map(chr, range(0x86, 0xA0))])


def _without_controls(text: str) -> Iterator[tuple[str, bool]]:
    """Stretches of the text, and whether they are characters that no page shows and XML may not hold."""
    if text.isprintable() or not _CONTROLS.intersection(text):
        yield text, False
        return
    start = 0
    for index, char in enumerate(text):
        if char in _CONTROLS:
            if index > start:
                yield text[start:index], False
            yield char, True
            start = index + 1
    if start < len(text):
        yield text[start:], False


def _marks(span: Span, at: int) -> Iterator[Mark]:
    end = at + len(span.text)
    if span.image:
        yield Mark(at, end, "image", span.image)
        return
    if span.note:
        lead = len(span.text) - len(span.text.lstrip())
        yield Mark(at + lead, end - (len(span.text) - len(span.text.rstrip())), "note", span.note)
        return
    for kind in sorted(span.style):
        yield Mark(at, end, kind)
    if span.link:
        yield Mark(at, end, "link", span.link)


def _merged_pieces(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces that follow each other in the source are one."""
    merged: list[Piece] = []
    for piece in pieces:
        if merged and merged[-1].end == piece.start:
            merged[-1] = merged[-1]._replace(end=piece.end)
        else:
            merged.append(piece)
    return merged


def _merged(marks: Iterable[Mark]) -> list[Mark]:
    """Marks of one kind that touch each other are one."""
    merged: list[Mark] = []
    last: dict[tuple[str, str], int] = {}
    for mark in marks:
        at = last.get((mark.kind, mark.target), -1)
        if at >= 0 and merged[at].end == mark.start:
            merged[at] = merged[at]._replace(end=mark.end)
        else:
            last[mark.kind, mark.target] = len(merged)
            merged.append(mark)
    return merged


def _trimmed(marks: Iterable[Mark], text: str) -> Iterator[Mark]:
    """Marks without the white space at their ends; emphasis also without stops, whose look nobody sees."""
    for mark in marks:
        start, end = mark.start, mark.end
        before, behind = (" .,;:)]\u00a0", " ,;:([\u00a0") if mark.kind in ("i", "b", "u") else (" \u00a0", " \u00a0")
        while start < end and text[start] in before:
            start += 1
        while end > start and text[end - 1] in behind:
            end -= 1
        if start < end:
            yield mark._replace(start=start, end=end)


def _all(words: Passage, kind: MarkKind) -> bool:
    """Whether all letters and digits, but for raised ones, have a look."""
    marks = [mark for mark in words.marks if mark.kind == kind]
    if not marks:
        return False
    raised = [mark for mark in words.marks if mark.kind in ("sup", "note")]
    covered = 0
    for mark in sorted([*marks, *raised]):
        if any(c.isalnum() for c in words.text[covered : mark.start]):
            return False
        covered = max(covered, mark.end)
    return not any(c.isalnum() for c in words.text[covered:])


def plain_if_whole(words: Passage) -> Passage:
    """Without the emphasis that all letters share: it is the look of the paragraph, not of words in it."""
    kinds = {kind for kind in ("b", "i", "u") if _all(words, kind)}
    if not kinds:
        return words
    return Passage(words.run, tuple(mark for mark in words.marks if mark.kind not in kinds))
