"""Writes down what the pages say, in reading order, and gives it as a `Reading`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from akn.blocks import Block, CellWords, Media, Reading
from akn.findings import Finding, Place
from akn.readers.limits import Clock
from akn.readers.pdf import furniture, markers, notes
from akn.readers.pdf.hyphens import Hyphens
from akn.readers.pdf.lines import Strip, Vocabulary, rows_of, unseen
from akn.readers.pdf.notes import RawNote
from akn.readers.pdf.page import Page
from akn.readers.pdf.paragraphs import Gatherer, Paragraph, Spacing
from akn.readers.pdf.regions import Column, Region, regions_of
from akn.readers.pdf.tables import Grid, GridCell
from akn.readers.script import Script
from akn.source import Mark, Passage, join_passages, plain_if_whole


class _Kept(NamedTuple):
    """A picture whose bytes are kept, and the mark that stands for it."""

    mark: Passage
    page: int


def _top(item: Paragraph | Grid | _Kept) -> float:
    """Where an item of the reading order begins on its page."""
    if isinstance(item, Paragraph):
        return item.lines[0].base
    return item.top if isinstance(item, Grid) else 0.0


class _Sheet:
    """One document while it is written down."""

    def __init__(self, pages: Sequence[Page], clock: Clock, folder: str | None) -> None:
        vocabulary = Vocabulary(pages)
        self.pages = pages
        rows = []
        for page in pages:
            clock.check()
            rows.append(rows_of(page, vocabulary))
        self.margins = furniture.margins_of(pages, rows)
        self.regions = [regions_of(page, margins.body) for page, margins in zip(pages, self.margins, strict=True)]
        self.spacing = Spacing(region for found in self.regions for region in found if isinstance(region, Column))
        self.script = Script()
        self.words: dict[int, Passage] = {}
        """What was written of each strip, by its identity."""
        self.order: list[Paragraph | Grid | _Kept] = []
        self.media: list[Media] = []
        self.folder = folder
        self.notes: list[RawNote] = []
        self.note_pages: list[int] = []

    # --- writing

    def write(self) -> None:
        """Writes all pages, and gathers their paragraphs and footnotes."""
        gatherer = Gatherer(self.spacing)
        for page, margins, regions in zip(self.pages, self.margins, self.regions, strict=True):
            for strip, reason in margins.head:
                self.script.leave_out(self._line(strip), reason)
            first = len(self.order)
            for region in regions:
                self._region(page, region, gatherer)
            for strip, reason in margins.foot:
                self.script.leave_out(self._line(strip), reason)
            for word, turned in unseen(page):
                self.script.leave_out(
                    self.script.line(word.text, (), page.number), "rotated text" if turned else "hidden text"
                )
            self._pictures(page, first)
            self.script.end("\f")

    def _region(self, page: Page, region: Region, gatherer: Gatherer) -> None:
        if isinstance(region, Grid):
            self._grid(region)
            before = self.order[-1] if self.order else None
            if isinstance(before, Grid) and _runs_on(before, region):
                self.order[-1] = before._replace(rows=(*before.rows, *self._without_heads(before, region)))
            else:
                self.order.append(region)
            return
        if region.masthead:
            foot = notes.Foot(region.lines, (), ())
        else:
            foot = notes.split(
                region, page, self.spacing.size, bool(self.notes) and self.note_pages[-1] >= page.number - 1
            )
        rules = {id(strip) for strip in foot.rules}
        for strip in region.lines:
            written = self._line(strip)
            if id(strip) in rules:
                self.script.leave_out(written, "rule")
        behind_table = bool(self.order) and isinstance(self.order[-1], Grid)
        lead = notes.under_table(foot.body, self.spacing.size) if behind_table else 0
        self.order += gatherer.column(foot.body[lead:], region)
        known = len(self.notes)
        notes.bodies(foot.body[:lead], self.notes)
        notes.bodies(foot.notes, self.notes)
        self.note_pages += [page.number] * (len(self.notes) - known)

    def _line(self, strip: Strip) -> Passage:
        passage = self.script.line(strip.text, strip.marks, strip.page, strip.left, strip.size)
        for mend in strip.mends:
            self.script.repaired(passage, mend, "split word")
        self.words[id(strip)] = passage
        return passage

    def _grid(self, grid: Grid) -> None:
        for row in grid.rows:
            for cell in row:
                for strip in cell.lines:
                    self._line(strip)

    def _without_heads(self, before: Grid, grid: Grid) -> tuple[tuple[GridCell, ...], ...]:
        """The rows of a table that goes on, without the heads of columns that the page repeats."""
        if _said(grid.rows[0]) != _said(before.rows[0]):
            return grid.rows
        for cell in grid.rows[0]:
            for strip in cell.lines:
                self.script.leave_out(self.words[id(strip)], "running head")
        return grid.rows[1:]

    def _pictures(self, page: Page, first: int) -> None:
        """The pictures of a page, but for emblems and codes at its edges; `first` is its first item in the order."""
        for picture in page.pictures:
            large = picture.right - picture.left > 70 and picture.bottom - picture.top > 70
            middle = 0.1 * page.height < picture.top and picture.bottom < 0.9 * page.height
            if not large or not middle or page.scanned:
                continue
            mark = self.script.line("\ufffc", (), page.number, picture.left)
            self.script.leave_out(mark, "image mark")
            if self.folder is not None and picture.data:
                name = f"page{page.number}-{len(self.media) + 1}{picture.suffix}"
                self.media.append(Media(name, picture.data))
                kept = _Kept(Passage(mark.run, (Mark(0, 1, "image", f"{self.folder}/{name}"),)), page.number)
                below = (i for i in range(first, len(self.order)) if _top(self.order[i]) > picture.top)
                self.order.insert(next(below, len(self.order)), kept)

    # --- blocks

    def blocks(self, hyphens: Hyphens) -> list[Block]:
        """The blocks of the document, in reading order."""
        return [
            Block(item.mark, "text", item.page)
            if isinstance(item, _Kept)
            else self._table(item, hyphens)
            if isinstance(item, Grid)
            else self._block(item, hyphens)
            for item in self.order
        ]

    def _block(self, paragraph: Paragraph, hyphens: Hyphens) -> Block:
        lines = paragraph.lines
        words = plain_if_whole(self.joined(lines, hyphens))
        first = lines[0]
        bold = all(line.bold for line in lines)
        heading = bold and not paragraph.masthead and len(words.text) < 300 and words.text[-1] not in ";,"
        return Block(
            words,
            "heading" if heading else "text",
            first.page,
            max(0.0, round(first.left - min(self.spacing.left, paragraph.left), 1)),
            0,
            paragraph.gap,
            _centred(paragraph),
            first.size,
        )

    def _table(self, grid: Grid, hyphens: Hyphens) -> Block:
        headed = len(grid.rows) > 1 and _is_head(grid.rows[0], grid.rows[1])
        rows = tuple(
            tuple(
                CellWords(
                    plain_if_whole(self.joined(cell.lines, hyphens)), headed and not number, cell.columns, cell.rows
                )
                for cell in row
            )
            for number, row in enumerate(grid.rows)
        )
        first = next(strip for row in grid.rows for cell in row for strip in cell.lines)
        return Block(Passage(self.words[id(first)].run.cut(0, 0)), "table", first.page, 0.0, rows=rows, size=first.size)

    def joined(self, lines: Sequence[Strip], hyphens: Hyphens) -> Passage:
        """The words of some lines; a hyphen that only a line's end made goes to the ledger."""
        parts: list[Passage] = []
        for line in lines:
            words = self.words[id(line)].strip()
            if parts:
                glue, dropped = hyphens.joint(parts[-1].text, words.text)
                if dropped:
                    end = len(parts[-1].text) - 1
                    self.script.leave_out(parts[-1].cut(end), "line-end hyphen")
                    parts[-1] = parts[-1].cut(0, end)
                if not glue:
                    parts[-1] = join_passages([parts[-1], words], "")
                    continue
            parts.append(words)
        return _trimmed(_mended(join_passages(parts))) if parts else self.script.add("")


def reading(name: str, pages: Sequence[Page], lost: Sequence[int], clock: Clock, folder: str | None = None) -> Reading:
    """The Reading of some pages; `lost` are the numbers of pages that cannot be read. Raises what `clock` raises.

    `folder` is where the XML says that pictures are; without it, they are only named in the ledger.
    """
    sheet = _Sheet(pages, clock, folder)
    sheet.write()
    clock.check()
    hyphens = Hyphens(strip.text for page in sheet.regions for region in page for strip in _strips(region))
    found = sheet.blocks(hyphens)
    bodies = [
        markers.Body(note.label, *_note(sheet, note, hyphens), page)
        for note, page in zip(sheet.notes, sheet.note_pages, strict=True)
    ]
    source = sheet.script.source(name, "pdf")
    blocks, attached, findings = markers.attach(source, found, bodies, sheet.script.left_out)
    return Reading(
        source,
        tuple(blocks),
        tuple(attached),
        tuple(sorted(sheet.script.left_out)),
        (*_losses(name, pages, lost), *findings),
        media=tuple(sheet.media),
    )


def _note(sheet: _Sheet, note: RawNote, hyphens: Hyphens) -> tuple[Passage, Passage]:
    """The label of a footnote, and its words."""
    words = sheet.joined(note.lines, hyphens)
    lead = len(words.text) - len(words.text.lstrip())
    label = words.cut(0, lead + note.length)
    return Passage(label.run), words.cut(lead + note.length).strip()


def _strips(region: Region) -> Iterable[Strip]:
    if isinstance(region, Grid):
        return (strip for row in region.rows for cell in row for strip in cell.lines)
    return region.lines


def _losses(name: str, pages: Sequence[Page], lost: Sequence[int]) -> tuple[Finding, ...]:
    """What could not be read, as findings."""
    found: list[Finding] = []
    if lost:
        numbers = ", ".join(map(str, lost[:5])) + ("…" if len(lost) > 5 else "")
        found.append(Finding("AKN431", "warning", Place(name), f"these pages cannot be read: {numbers}"))
    unmapped = sum(page.unmapped for page in pages)
    if unmapped:
        hint = "Make a copy with text recognition: ocrmypdf --force-ocr IN.pdf OUT.pdf"
        message = f"the file does not say which letters {unmapped} of its characters are; U+FFFD stands for each"
        found.append(Finding("AKN432", "warning", Place(name), message, hint))
    empty = [page.number for page in pages if not page.words and page.pictures]
    if empty:
        numbers = ", ".join(map(str, empty[:5])) + ("…" if len(empty) > 5 else "")
        hint = "Make a copy with text recognition: ocrmypdf --skip-text IN.pdf OUT.pdf"
        found.append(
            Finding("AKN433", "warning", Place(name), f"these pages are pictures without text: {numbers}", hint)
        )
    return tuple(found)


def _runs_on(before: Grid, grid: Grid) -> bool:
    """Whether a table goes on with one on the next page: between the same edges, in as many columns."""
    pages = [[s.page for row in table.rows for cell in row for s in cell.lines] for table in (before, grid)]
    if not all(pages) or min(pages[1]) != max(pages[0]) + 1:
        return False
    columns = {sum(cell.columns for cell in table.rows[0]) for table in (before, grid)}
    return len(columns) == 1 and abs(before.left - grid.left) < 3 and abs(before.right - grid.right) < 3


def _said(row: Sequence[GridCell]) -> list[str]:
    return [" ".join(line.text for line in cell.lines) for cell in row]


def _is_head(row: Sequence[GridCell], below: Sequence[GridCell]) -> bool:
    """Whether a row has the heads of columns: bold where the next is not, or in small italics over larger letters."""
    lines = [line for cell in row for line in cell.lines]
    others = [line for cell in below for line in cell.lines]
    if not lines or not others:
        return False
    if all(line.bold for line in lines):
        return not all(line.bold for line in others)
    small = max(line.size for line in lines) <= min(line.size for line in others) - 1
    return small and all(line.italic for line in lines)


def _centred(paragraph: Paragraph) -> bool:
    """Whether every line stands in the middle of its column, away from both edges."""
    return all(
        abs((line.left + line.right) / 2 - paragraph.centre) < 5 and line.left > paragraph.left + line.size
        for line in paragraph.lines
    )


def _mended(words: Passage) -> Passage:
    """Marks of one kind that only the end of a line parted are one."""
    if len(words.marks) < 2:
        return words
    text = words.text
    joined: list[Mark] = []
    for mark in words.marks:
        for index in range(len(joined) - 1, -1, -1):
            before = joined[index]
            if before.kind == mark.kind and mark.kind in ("i", "b") and not text[before.end : mark.start].strip():
                joined[index] = before._replace(end=mark.end)
                break
            if before.kind == mark.kind:
                joined.append(mark)
                break
        else:
            joined.append(mark)
    return Passage(words.run, tuple(sorted(joined)))


def _trimmed(words: Passage) -> Passage:
    """Emphasis without the stops and white space at its ends, whose look nobody sees."""
    if not words.marks:
        return words
    text = words.text
    found: list[Mark] = []
    for mark in words.marks:
        start, end = mark.start, mark.end
        if mark.kind in ("i", "b"):
            while start < end and text[start] in " .,;:)]\u00a0":
                start += 1
            while end > start and text[end - 1] in " ,;:([\u00a0":
                end -= 1
        if start < end:
            found.append(mark._replace(start=start, end=end))
    return Passage(words.run, tuple(sorted(found)))
