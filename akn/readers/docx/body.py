"""The text of a DOCX part to paragraphs and tables: fields, tracked changes, links, notes, numbers that Word draws."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

from lxml import etree

from akn.ledger import Reason
from akn.readers.docx.names import VAL, W, child, number, value
from akn.readers.docx.notes import Marks, key_of
from akn.readers.docx.numbering import Numbering
from akn.readers.docx.package import Relationship
from akn.readers.docx.styles import Look, Styles
from akn.readers.flow import Grid, GridCell, Item, Words
from akn.readers.limits import Clock
from akn.readers.spans import Span, common_look
from akn.source import MarkKind

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_R_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DEPTH = 60
"""Tables, boxes and controls within each other deeper than this are damage."""
_SYMBOLS = {"F0B7": "•", "F0A7": "•", "F02D": "–", "F0BC": "…"}
_GLYPHS = {"tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "fldChar": ""}


class _Field:
    """A field that is open: what it does, and whether its result has begun."""

    def __init__(self) -> None:
        self.instruction = ""
        self.shown = False


class Body:
    """Reads the parts of one document, in the order of the page."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        marks: Marks,
        bookmarks: dict[str, str],
        changes: Literal["accept", "reject"],
        clock: Clock,
        picture: Callable[[str], Span],
    ) -> None:
        self.styles = styles
        self.numbering = numbering
        self.marks = marks
        self.bookmarks = bookmarks
        self.rejected = changes == "reject"
        self.clock = clock
        self.links: dict[str, Relationship] = {}
        self.picture = picture
        """What stands in the text for the picture in a part."""
        self.page = 1
        self._fields: list[_Field] = []
        self._pending: list[Span] = []
        """The words of paragraphs whose end a tracked change takes away."""
        self._boxes: list[etree._Element] = []
        self._own_mark = ""
        """The note whose marker is the words that follow."""

    def items(self, container: etree._Element, links: dict[str, Relationship]) -> list[Item]:
        """The paragraphs and tables of a part, whose relationships are `links`."""
        self.links = links
        self._fields = []
        found = list(self._blocks(container, None, 0))
        if self._pending:
            found.append(Words(self._pending))
            self._pending = []
        return found

    # --- paragraphs and tables

    def _blocks(self, container: etree._Element, reason: Reason | None, depth: int) -> Iterator[Item]:
        if depth > _DEPTH:
            return
        for element in container:
            name = _name(element)
            if name == "p":
                yield from self._paragraph(element, reason, depth)
            elif name == "tbl":
                yield self._table(element, reason, depth)
            elif name == "sdt":
                content = child(element, "sdtContent")
                if content is not None:
                    yield from self._blocks(content, reason, depth + 1)
            elif name in ("customXml", "ins", "del", "moveFrom", "moveTo", "smartTag"):
                yield from self._blocks(element, reason or self._change(name), depth + 1)
            elif name == "AlternateContent":
                for choice in _chosen(element):
                    yield from self._blocks(choice, reason, depth + 1)
            elif name == "sectPr":
                self.marks.section()

    def _paragraph(self, element: etree._Element, reason: Reason | None, depth: int) -> Iterator[Item]:
        self.clock.check()
        properties = self._original(child(element, "pPr"), "pPrChange", "pPr")
        layout = self.styles.layout(properties)
        style = value(properties, "pStyle")
        words = Words(
            self._pending,
            "heading" if layout.heading else "text",
            layout.heading,
            layout.centred,
            layout.indent or self.numbering.indent(layout.list_id, layout.list_level),
            page=self.page,
        )
        self._pending = []
        before = len(words.spans)
        self._inlines(element, words.spans, style, reason, "", depth)
        own = child(element, "pPr")
        if self._mark_is_taken_away(own):
            self._pending = words.spans
        else:
            said = words.text or any(span.reason is None and span.text.strip() for span in words.spans)
            if layout.list_id and reason is None and (said or len(words.spans) == before):
                label = self.numbering.draw(layout.list_id, layout.list_level, style)
                if label and said:
                    words.spans.insert(0, Span(label + " ", common_look(words.spans)))
            words.size = self._size(element, style)
            yield words
        if child(own, "sectPr") is not None:
            self.marks.section()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self._blocks(box, reason, depth + 1)

    def _size(self, element: etree._Element, style: str) -> float:
        run = element.find(W + "r")
        return self.styles.look(style, child(run, "rPr")).size

    def _mark_is_taken_away(self, properties: etree._Element | None) -> bool:
        """Whether a tracked change joins the paragraph with the next."""
        look = child(properties, "rPr")
        if look is None:
            return False
        names = ("ins", "moveTo") if self.rejected else ("del", "moveFrom")
        return any(look.find(W + name) is not None for name in names)

    def _original(self, properties: etree._Element | None, change: str, inner: str) -> etree._Element | None:
        """The properties before a tracked change of them, where changes are rejected."""
        if self.rejected and (changed := child(properties, change)) is not None:
            return child(changed, inner)
        return properties

    def _change(self, name: str) -> Reason | None:
        """Why words within a tracked change are left out; None where they stay."""
        taken = ("ins", "moveTo") if self.rejected else ("del", "moveFrom")
        return "deleted text" if name in taken else None

    def _table(self, element: etree._Element, reason: Reason | None, depth: int) -> Grid:
        rows: list[list[GridCell]] = []
        open_cells: dict[int, GridCell] = {}
        for row, change in _rows(element):
            taken = reason or (self._change(change) if change else None)
            header = child(row, "trPr", "tblHeader") is not None
            column = number(value(row, "trPr", "gridBefore"))
            cells: list[GridCell] = []
            for cell in _within(row, "tc"):
                wide = max(1, min(200, number(value(cell, "tcPr", "gridSpan"), 1)))
                merged = child(cell, "tcPr", "vMerge")
                content = list(self._blocks(cell, taken, depth + 1))
                above = open_cells.get(column)
                if merged is not None and merged.get(VAL, "continue") != "restart" and above is not None:
                    above.rows += 1
                    above.content += [item for item in content if not isinstance(item, Words) or item.spans]
                else:
                    made = GridCell(content, header, wide)
                    cells.append(made)
                    open_cells.pop(column, None)
                    if merged is not None:
                        open_cells[column] = made
                column += wide
            rows.append(cells)
        return Grid(rows)

    # --- words

    def _inlines(
        self, element: etree._Element, spans: list[Span], style: str, reason: Reason | None, link: str, depth: int
    ) -> None:
        if depth > _DEPTH:
            return
        for inner in element:
            name = _name(inner)
            if name == "r":
                self._run(inner, spans, style, reason, link, depth)
            elif name in ("ins", "del", "moveFrom", "moveTo"):
                self._inlines(inner, spans, style, reason or self._change(name), link, depth + 1)
            elif name == "hyperlink":
                self._inlines(inner, spans, style, reason, self._address(inner) or link, depth + 1)
            elif name == "fldSimple":
                field = _Field()
                field.instruction, field.shown = inner.get(W + "instr", ""), True
                self._fields.append(field)
                self._inlines(inner, spans, style, reason, link, depth + 1)
                self._fields.remove(field)
            elif name == "sdt":
                hidden: Reason | None = "hidden text" if child(inner, "sdtPr", "showingPlcHdr") is not None else None
                content = child(inner, "sdtContent")
                if content is not None:
                    self._inlines(content, spans, style, reason or hidden, link, depth + 1)
            elif name in ("smartTag", "customXml", "dir", "bdo"):
                self._inlines(inner, spans, style, reason, link, depth + 1)
            elif name == "AlternateContent":
                for choice in _chosen(inner):
                    self._inlines(choice, spans, style, reason, link, depth + 1)
            elif name in ("oMath", "oMathPara"):
                text = "".join(part.text or "" for part in inner.iter(_MATH + "t"))
                spans.append(Span(text, reason=reason))

    def _address(self, hyperlink: etree._Element) -> str:
        found = self.links.get(hyperlink.get(R_ID, ""))
        if found is None or not found.outside:
            return ""
        return "".join(found.target.split())

    def _run(
        self, run: etree._Element, spans: list[Span], style: str, reason: Reason | None, link: str, depth: int
    ) -> None:
        properties = self._original(child(run, "rPr"), "rPrChange", "rPr")
        look = self.styles.look(style, properties)
        if look.hidden:
            reason = reason or "hidden text"
        for inner in run:
            name = _name(inner)
            if name in ("t", "delText"):
                self._text(inner.text or "", spans, look, reason, link)
            elif name in ("footnoteReference", "endnoteReference"):
                self._reference(inner, name.removesuffix("Reference"), spans, reason)
            elif name == "fldChar":
                self._field(inner.get(W + "fldCharType", ""))
            elif name in ("instrText", "delInstrText"):
                if self._fields and not self._fields[-1].shown:
                    self._fields[-1].instruction += inner.text or ""
            elif name == "br":
                paged = inner.get(W + "type") in ("page", "column")
                self.page += paged and inner.get(W + "type") == "page"
                self._text("\n", spans, look, reason, link)
            elif name == "lastRenderedPageBreak":
                self.page += 1
            elif name == "sym":
                self._text(_symbol(inner), spans, look, reason, link)
            elif name in _GLYPHS:
                self._text(_GLYPHS[name], spans, look, reason, link)
            elif name in ("drawing", "pict", "object"):
                self._picture(inner, spans, depth)
            elif name == "AlternateContent":
                for choice in _chosen(inner):
                    self._run_parts(choice, spans, depth)
            elif name == "ruby":
                base = child(inner, "rubyBase")
                if base is not None:
                    self._inlines(base, spans, style, reason, link, depth + 1)

    def _run_parts(self, choice: etree._Element, spans: list[Span], depth: int) -> None:
        for inner in choice:
            if _name(inner) in ("drawing", "pict", "object"):
                self._picture(inner, spans, depth)

    def _text(self, text: str, spans: list[Span], look: Look, reason: Reason | None, link: str) -> None:
        if not text:
            return
        instruction = ""
        for field in self._fields:
            if not field.shown:
                return  # between the beginning of a field and its result stands no text of the page
            instruction = field.instruction or instruction
        raised = "sup" in look.style
        note = ""
        if self._own_mark and text.strip():
            note, self._own_mark = self._own_mark, ""
            self.marks.labels[note] = text.strip()
        elif "NOTEREF" in instruction and (raised or r"\f" in instruction):
            note = self._cited(instruction)
        if not link and "HYPERLINK" in instruction:
            found = re.search(r'HYPERLINK\s+"([^"\s]{1,2000})"', instruction)
            link = found[1] if found else ""
        style: frozenset[MarkKind] = look.style
        if link and "u" in style:
            style -= {"u"}  # the look of links
        spans.append(Span(text, style, link, note, reason))

    def _cited(self, instruction: str) -> str:
        found = re.search(r"NOTEREF\s+(\S+)", instruction)
        return self.bookmarks.get(found[1], "") if found else ""

    def _reference(self, element: etree._Element, kind: str, spans: list[Span], reason: Reason | None) -> None:
        key = key_of(kind, element.get(W + "id", ""))
        if element.get(W + "customMarkFollows", "0") in ("1", "true", "on"):
            self._own_mark = key
            return
        if reason is not None:
            return  # Word counts no note that is deleted
        spans.append(Span(self.marks.draw(kind, key), note=key))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _picture(self, element: etree._Element, spans: list[Span], depth: int) -> None:
        if depth < _DEPTH:
            self._boxes += list(_outermost(element, W + "txbxContent"))
        for inner in element.iter():
            target = inner.get(_R_EMBED) or (inner.get(R_ID) if _name(inner) == "imagedata" else None)
            found = self.links.get(target) if target else None
            if found is not None and found.kind == "image":
                spans.append(self.picture(found.target))


def _name(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _symbol(element: etree._Element) -> str:
    """A character of a symbol font."""
    code = element.get(W + "char", "").upper()
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if 0xF020 <= point <= 0xF0FF:
        point -= 0xF000  # the private characters of symbol fonts stand for those of one byte
    return chr(point) if 0x20 <= point < 0xD800 or 0xE000 <= point <= 0xFFFD else ""


def _chosen(element: etree._Element) -> list[etree._Element]:
    """The first of the alternatives, of which a page shows one."""
    found = element.find(_MC + "Choice")
    if found is None:
        found = element.find(_MC + "Fallback")
    return [found] if found is not None else []


def _outermost(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The elements of a name that stand in no other of it; the second of two alternatives is not searched."""
    stack = [element]
    while stack:
        one = stack.pop()
        if one.tag == tag:
            yield one
        elif one.tag == _MC + "AlternateContent":
            stack += _chosen(one)
        else:
            stack += reversed(list(one))


def _rows(table: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The rows of a table, and the tracked change that made or took each."""
    for row in _within(table, "tr"):
        properties = child(row, "trPr")
        change = next((n for n in ("ins", "del") if child(properties, n) is not None), "")
        yield row, change


def _within(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Children of a name, those in content controls too."""
    stack = list(reversed(list(element)))
    while stack:
        one = stack.pop()
        kind = _name(one)
        if kind == name:
            yield one
        elif kind == "sdt":
            content = child(one, "sdtContent")
            stack += reversed(list(content)) if content is not None else []
        elif kind in ("customXml", "ins", "del", "moveFrom", "moveTo"):
            stack += reversed(list(one))
