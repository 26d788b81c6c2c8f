"""The elements of a page to paragraphs and tables, with the numbers and bullets that a browser draws."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from akn.blocks import BlockKind
from akn.fold import fold
from akn.grammar.labels import readings
from akn.ledger import Reason
from akn.readers import flow
from akn.readers.counting import counted
from akn.readers.flow import Grid, GridCell, Item, Words
from akn.readers.html.looks import Look, Looks
from akn.readers.html.notes import Linked
from akn.readers.html.page import SILENT
from akn.readers.limits import Clock
from akn.readers.pictures import Pictures
from akn.readers.spans import PICTURE, Span, common_look

_BLOCKS = frozenset(
    [
        *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "dd", "dt", "dl", "ul", "ol"),
        *(
            "article",
            "section",
            "main",
            "center",
            "address",
            "figure",
            "figcaption",
            "hr",
            "form",
            "fieldset",
            "header",
        ),
        *("footer", "nav", "aside", "body", "html", "caption", "details", "summary", "hgroup", "legend", "dir", "menu"),
        *("tr", "td", "th", "tbody", "thead", "tfoot", "dialog", "xmp", "listing", "plaintext"),
    ]
)
_CLOSED = ("p", "div", "li", "blockquote", "dd", "section", "article")
_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
_DEPTH = 220
"""Elements within each other deeper than this are read as words without structure."""


class _Place(NamedTuple):
    """Where the walk stands: what is handed down to what is inside."""

    look: Look = Look()
    link: str = ""
    note: str = ""
    reason: Reason | None = None
    heading: int = 0
    kept: bool = False
    """Whether line ends are shown (`pre`)."""
    depth: int = 0


class Body:
    """Reads one page."""

    def __init__(
        self, looks: Looks, linked: Linked, outside: frozenset[etree._Element], clock: Clock, pictures: Pictures
    ) -> None:
        self.pictures = pictures
        self.looks = looks
        self.linked = linked
        self.outside = outside
        self.clock = clock
        self.notes: list[flow.Body] = []
        self._found: list[Item] = []
        self._words: Words | None = None
        self._label = ""
        """What a browser draws in front of the next words."""
        self._drawn = ""
        """What it draws in front of the paragraph that is open."""

    def items(self, root: etree._Element) -> list[Item]:
        """The paragraphs and tables of the page; its footnotes are in `notes` then."""
        body = root.find("body")
        self._walk(body if body is not None else root, _Place())
        self._flush()
        return self._found

    # --- the walk

    def _walk(self, element: etree._Element, place: _Place) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in SILENT:
            return
        self.clock.check()
        if element in self.linked.bodies and not place.note.startswith("body:"):
            self._note(element, place)
            return
        look, said = self.looks.inside(element, tag, place.look)
        place = place._replace(
            look=look, depth=place.depth + 1, reason=place.reason or self._reason(element, look, said)
        )
        if place.depth > _DEPTH:
            self._flat(element, place)
            return
        if tag == "table":
            self._flush()
            self._found.append(self._table(element, place))
        elif tag == "br":
            self._say("\n", place._replace(kept=True))
        elif tag == "hr":
            self._flush()
        elif tag == "img":
            self._picture(element, place)
        elif tag == "a":
            self._anchor(element, place)
        elif tag == "q":
            self._say("“", place)
            self._inside(element, place)
            self._say("”", place)
        elif tag == "input":
            return
        elif tag in ("ol", "ul", "menu", "dir"):
            self._flush()
            self._list(element, tag, said, place)
            self._flush()
        elif tag in _BLOCKS or said.get("display") == "block":
            self._block(element, tag, place)
        else:
            self._inside(element, place)

    def _inside(self, element: etree._Element, place: _Place) -> None:
        self._say(element.text or "", place)
        for child in element:
            self._walk(child, place)
            self._say(child.tail or "", place)

    def _flat(self, element: etree._Element, place: _Place) -> None:
        """The words in an element, paragraph by paragraph, without their looks."""
        silent = 0
        for event, inner in etree.iterwalk(element, events=("start", "end")):
            if not isinstance(inner.tag, str):
                continue
            if inner.tag in _BLOCKS or inner.tag in ("table", "br"):
                self._flush()
            if event == "start":
                silent += inner.tag in SILENT
                self._say("" if silent else inner.text or "", place)
            else:
                silent -= inner.tag in SILENT
                self._say("" if silent or inner is element else inner.tail or "", place)

    def _block(self, element: etree._Element, tag: str, place: _Place) -> None:
        self._flush()
        if tag in ("pre", "xmp", "listing", "plaintext"):
            place = place._replace(kept=True)
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            place = place._replace(heading=int(tag[1]))
        self._inside(element, place)
        self._flush()

    def _reason(self, element: etree._Element, look: Look, said: dict[str, str]) -> Reason | None:
        if element in self.outside or element in self.linked.backs:
            return "HTML outside the document"
        if element.tag in ("del", "s", "strike"):
            return "deleted text" if element.tag == "del" else None
        if said.get("mso-element") in ("header", "footer"):
            return "running head"
        return "hidden text" if look.hidden else None

    # --- words

    def _say(self, text: str, place: _Place) -> None:
        if not text:
            return
        if not place.kept:
            text = text.replace("\n", " ").replace("\r", " ")
        if self._words is None:
            if not text.strip() and text != "\n":
                return
            kind: BlockKind = "heading" if place.heading else "text"
            self._words = Words([], kind, place.heading, place.look.centred)
        if self._label and text.strip() and place.reason is None:
            self._drawn, self._label = self._label, ""
        style = place.look.style - {"u"} if place.link else place.look.style  # links are underlined as such
        self._words.spans.append(Span(text, style, place.link, place.note.removeprefix("body:"), place.reason))

    def _flush(self) -> None:
        if self._words is not None:
            spans = self._words.spans
            if self._drawn and not readings(self._words.text[:24], fold(self._words.text[:24])):
                spans.insert(0, Span(self._drawn + " ", common_look(spans)))
            self._drawn = ""
            self._found.append(self._words)
            self._words = None

    def _anchor(self, element: etree._Element, place: _Place) -> None:
        if element in self.linked.calls and place.reason is None:
            key, label = self.linked.calls[element]
            text = "".join(map(str, element.itertext())).strip()
            at = text.find(label)
            for part, note in ((text[:at], ""), (label, key), (text[at + len(label) :], "")):
                reason: Reason | None = None if note or not part.strip() else "label of a note"
                if part:
                    style = place.look.style - {"sup", "u"}
                    self._say_span(Span(part, style, "", note, reason), place)
            return
        address = "".join((element.get("href") or "").split())
        if address.startswith(("http://", "https://", "mailto:")):
            place = place._replace(link=address[:2000])
        self._inside(element, place)

    def _say_span(self, span: Span, place: _Place) -> None:
        if self._words is None:
            self._words = Words([], "heading" if place.heading else "text", place.heading, place.look.centred)
        self._words.spans.append(span)

    def _picture(self, element: etree._Element, place: _Place) -> None:
        if place.reason is not None:
            self._say_span(Span(PICTURE, reason=place.reason), place)
            return
        data = _inside_address(element.get("src") or "")
        self._say_span(self.pictures.span(f"picture{len(self.pictures.media) + 1}", data), place)

    # --- lists

    def _list(self, element: etree._Element, tag: str, said: dict[str, str], place: _Place) -> None:
        style = said.get("list-style-type") or said.get("list-style") or ""
        bulleted = tag != "ol"
        form = _TYPES.get(element.get("type") or "", "") or "decimal"
        for word in style.split():
            if word in _STYLES:
                form, bulleted = _STYLES[word], False
            elif word in ("disc", "circle", "square"):
                bulleted = True
        drawn = "none" not in style.split()
        count = _whole_number(element.get("start"), 1) - 1
        self._say(element.text or "", place)
        for child in element:
            if child.tag == "li":
                count = _whole_number(child.get("value"), count + 1)
                self._flush()
                if drawn:
                    self._label = "•" if bulleted else counted(count, form) + "."
                self._walk(child, place)
                self._label = ""
                self._flush()
            else:
                self._walk(child, place)
            self._say(child.tail or "", place)

    # --- footnotes

    def _note(self, element: etree._Element, place: _Place) -> None:
        key, label = self.linked.bodies[element]
        self._flush()
        outer, self._found = self._found, []
        self._label = ""
        here = place._replace(note="body:", reason=None, heading=0)
        look, _ = self.looks.inside(element, str(element.tag), here.look)
        self._inside(element, here._replace(look=look, depth=here.depth + 1))
        self._flush()
        content = [words for words in flow.words_of(self._found) if words.spans]
        self._found = outer
        content = [words for words in content if words.text or any(span.reason for span in words.spans)]
        first = next((words for words in content if words.text), None)
        length = 0
        if first is not None:
            content = [first, *(words for words in content if words is not first)]
            found = re.match(rf"[\[(]?\s?{re.escape(label)}\s?[\])]?\s?[./]?(?!\w)", first.text) if label else None
            length = found.end() if found else 0
            if length:
                first.spans = _without_look(first.spans, length)
        self.notes.append(flow.Body(key, label, content, length))

    # --- tables

    def _table(self, element: etree._Element, place: _Place) -> Grid:
        outer, self._found = self._found, []
        outer_words, self._words = self._words, None
        rows: list[list[GridCell]] = []
        captions: list[Item] = []
        for row in _rows(element):
            if row.tag == "caption":
                self._block(row, "caption", place)
                captions += self._taken()
                continue
            look, said = self.looks.inside(row, "tr", place.look)
            inner = place._replace(look=look, depth=place.depth + 1)
            inner = inner._replace(reason=inner.reason or self._reason(row, look, said))
            cells: list[GridCell] = []
            for cell in row:
                if cell.tag not in ("td", "th"):
                    continue
                self._walk(cell, inner)
                self._flush()
                wide = max(1, min(200, _whole_number(cell.get("colspan"), 1)))
                high = max(1, min(1000, _whole_number(cell.get("rowspan"), 1)))
                cells.append(GridCell(self._taken(), cell.tag == "th", wide, high))
            if cells:
                rows.append(cells)
        self._found, self._words = outer, outer_words
        self._found += captions
        return Grid(rows)

    def _taken(self) -> list[Item]:
        self._flush()
        found, self._found = self._found, []
        return found


def _inside_address(address: str) -> bytes | None:
    """The picture that an address itself holds (`data:`); nothing is fetched."""
    head, _, body = address.partition(",")
    if not head.startswith("data:image/") or not head.endswith(";base64"):
        return None
    try:
        return base64.b64decode(body)
    except ValueError:
        return None


def _without_look(spans: list[Span], length: int) -> list[Span]:
    """The spans with the label's characters in plain letters."""
    changed: list[Span] = []
    left = length
    for span in spans:
        if left > 0 and span.reason is None and span.text.strip():
            left -= len(span.text.strip())
            span = span._replace(style=frozenset(), note="", link="")
        changed.append(span)
    return changed


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows and the caption of a table, without those of tables in it."""
    for element in table:
        if element.tag in ("tbody", "thead", "tfoot", "colgroup"):
            yield from (row for row in element if row.tag == "tr")
        elif element.tag in ("tr", "caption"):
            yield element


def _whole_number(text: str | None, default: int) -> int:
    found = re.match(r"\s*(-?\d{1,6})", text or "")
    return int(found[1]) if found else default
