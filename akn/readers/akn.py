"""Akoma Ntoso XML to a Document: this project's own, exactly, and the United Nations' files in their best reading.

The UN's files differ in habit: emphasis is `span class="italic"`, headings are paragraphs with a `subheading`,
a `sublist` stands beside its point, numbers hold tabs. Words whose element has no place in the model are kept in
the nearest place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from lxml import etree

from akn.errors import UnreadableInput
from akn.model import (
    Annex,
    Block,
    Cell,
    DateMention,
    Division,
    Document,
    Embedded,
    Formula,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Note,
    NoteAgain,
    Operative,
    Paragraph,
    Point,
    PointList,
    Preambular,
    Reference,
    Role,
    RoleName,
    Statement,
    Styled,
    Table,
)
from akn.source import Run
from akn.xml import AKN, Q, local

_ROLE_NAMES = frozenset(get_args(RoleName))
_STYLES = {"i": "i", "b": "b", "u": "u", "sup": "sup", "sub": "sub"}
_CLASSES = {"italic": "i", "bold": "b", "underline": "u", "super": "sup", "superscript": "sup", "sub": "sub"}
_DIVISIONS = {
    "section": "section", "part": "part", "division": "division", "chapter": "chapter", "article": "article",
    "subsection": "section", "subpart": "part", "title": "division", "hcontainer": "division", "book": "part",
    "tome": "part", "subdivision": "division", "subchapter": "chapter",
}  # fmt: skip
_KINDS = ("resolution", "decision", "draftResolution", "draftDecision", "presidentialStatement")
_ANNEXES = ("annex", "appendix", "enclosure", "declaration", "document")
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_POINTS = ("point", "subparagraph", "indent", "clause", "item", "subclause", "alinea")
_NUMBER = re.compile(r"(?:[IVXL]{1,6}|[A-Z]|\d{1,3})[.]?")
_MARGIN = " \t\r\n"


def read(root: etree._Element, name: str = "<xml>") -> Document:
    """The document of an Akoma Ntoso root. Raises `UnreadableInput` where there is no statement or doc in it."""
    if etree.QName(root).namespace != AKN:
        raise UnreadableInput(
            f"the root element {etree.QName(root).localname!r} is not Akoma Ntoso 1.0",
            name,
            f"Its namespace must be {AKN}.",
        )
    found = list(root.iter(f"{Q}statement")) or list(root.iter(f"{Q}doc"))[:1]
    if not found:
        raise UnreadableInput(
            "there is no statement in it", name, "akn text reads resolutions: a statement or a publication."
        )
    return _Reader(root).document(found)


class _Reader:
    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.keys: dict[str, str] = {}
        self.seen: dict[str, int] = {}
        self.components = {c.get("eId", ""): c for c in root.iter(f"{Q}component") if _annex_of(c) is not None}
        self.placed: set[str] = set()
        for note in root.iter(f"{Q}authorialNote"):
            marker = (note.get("marker") or "").strip() or "?"
            self.seen[marker] = self.seen.get(marker, 0) + 1
            key = marker if self.seen[marker] == 1 else f"{marker}~{self.seen[marker]}"
            self.keys[note.get("eId") or f"@{len(self.keys)}"] = key
            note.set("akn-key", key)

    # --- documents

    def document(self, statements: Sequence[etree._Element]) -> Document:
        collection = next(self.root.iter(f"{Q}documentCollection"), None)
        outer = collection if collection is not None else statements[0]
        kind = statements[0].get("name", "")
        return Document(
            kind if kind in _KINDS else "resolution",  # type: ignore[arg-type]
            self._first_attribute("FRBRlanguage", "language") or "eng",
            self._organ(),
            self._paragraphs(outer.find(f"{Q}coverPage")),
            tuple(self._statement(s) for s in statements),
            self._paragraphs(collection.find(f"{Q}preface")) if collection is not None else (),
        )

    def _first_attribute(self, element: str, attribute: str) -> str:
        found = next(self.root.iter(f"{Q}{element}"), None)
        return found.get(attribute, "") if found is not None else ""

    def _organ(self) -> str:
        uri = self._first_attribute("FRBRuri", "value")
        parts = uri.strip("/").split("/")
        organ = parts[4].replace("-", "") if len(parts) > 4 else ""
        return "" if organ == "un" else organ

    def _statement(self, element: etree._Element) -> Statement:
        body = element.find(f"{Q}mainBody")
        preamble = element.find(f"{Q}preamble")
        parent = element.getparent()
        within = parent is not None and local(parent) == "component"
        cover = element.find(f"{Q}coverPage") if within else None
        before = self._paragraphs(cover) if cover is not None else ()
        return Statement(
            (*before, *self._paragraphs(element.find(f"{Q}preface"))),
            self._preamble(preamble),
            self._body(body),
            self._paragraphs(element.find(f"{Q}conclusions")),
            tuple(self._annex(a) for a in element.iterfind(f"{Q}attachments/{Q}attachment")),
        )

    def _paragraphs(self, element: etree._Element | None) -> tuple[Paragraph, ...]:
        if element is None:
            return ()
        found = [Paragraph(content) for p in _leaves(element) if (content := self._content(p))]
        return tuple(found)

    def _preamble(self, element: etree._Element | None) -> tuple[Block, ...]:
        if element is None:
            return ()
        found: list[Block] = []
        for child in element:
            name = local(child)
            if name == "formula":
                found += [Formula(content) for p in _leaves(child) if (content := self._content(p))]
            elif name == "container" and child.get("name") != "table":
                if blocks := self._flow(child):
                    found.append(Preambular(tuple(blocks)))
            elif name and (blocks := self._flow_of([child])):
                found.append(Preambular(tuple(blocks)))
        return tuple(found)

    # --- annexes and components

    def _annex(self, element: etree._Element) -> Annex:
        doc = _annex_of(element)
        heading = element.find(f"{Q}heading")
        head = self._content(heading) if heading is not None else ()
        if doc is None:
            return Annex("annex", head, (), (), ())
        name = doc.get("name", "annex")
        return Annex(
            name if name in _ANNEXES else "annex",  # type: ignore[arg-type]
            head,
            (*self._paragraphs(doc.find(f"{Q}coverPage")), *self._paragraphs(doc.find(f"{Q}preface"))),
            self._preamble(doc.find(f"{Q}preamble")),
            (*self._body(doc.find(f"{Q}mainBody")), *self._paragraphs(doc.find(f"{Q}conclusions"))),
            tuple(self._annex(a) for a in doc.iterfind(f"{Q}attachments/{Q}attachment")),
        )

    # --- body

    def _body(self, element: etree._Element | None) -> tuple[Block, ...]:
        return tuple(self._hierarchy(element)) if element is not None else ()

    def _hierarchy(self, element: etree._Element) -> list[Block]:
        """The children of a body or division; a paragraph that is only a heading heads what follows it."""
        found: list[Block] = []
        heads: list[tuple[Run | None, Inlines, list[Block]]] = []

        def add(block: Block) -> None:
            (heads[-1][2] if heads else found).append(block)

        def close() -> None:
            while heads:
                number, heading, content = heads.pop()
                kind: Literal["section", "division"] = "division" if number is None else "section"
                found.append(Division(kind, number, heading, tuple(content)))

        for child in element:
            name = local(child)
            if name in ("num", "heading", "subheading", ""):
                continue
            if name == "paragraph" and (heading := self._mere_heading(child)):
                close()
                heads.append((self._number(child), heading, []))
            elif name in _DIVISIONS:
                close()
                found.append(self._division(child, name))
            else:
                for block in self._body_block(child, name):
                    add(block)
        close()
        return found

    def _mere_heading(self, element: etree._Element) -> Inlines:
        """The heading of a paragraph that has nothing else: the UN's way of a section without number."""
        for child in element:
            if local(child) in ("content", "list", "intro") and _said(child):
                return ()
        parts = [self._content(c) for c in element if local(c) in ("heading", "subheading")]
        return tuple(inline for part in parts for inline in part)

    def _division(self, element: etree._Element, name: str) -> Division:
        heads = [c for e in element if local(e) in ("heading", "subheading") and (c := self._content(e))]
        number = self._number(element)
        if (
            number is None
            and len(heads) > 1
            and len(heads[0]) == 1
            and _NUMBER.fullmatch(getattr(heads[0][0], "text", ""))
        ):
            number = heads.pop(0)[0]  # type: ignore[assignment]
        heading: list[Inline] = []
        for content in heads:
            heading += [Run(" "), *content] if heading else content
        return Division(
            _DIVISIONS[name],  # type: ignore[arg-type]
            number,
            tuple(heading),
            tuple(self._hierarchy(element)),
        )

    def _number(self, element: etree._Element) -> Run | None:
        num = element.find(f"{Q}num")
        words = _squeeze("".join(num.itertext())).strip() if num is not None else ""  # type: ignore[arg-type]
        return Run(words) if words else None

    def _body_block(self, element: etree._Element, name: str) -> list[Block]:
        if name == "paragraph" and element.get("refersTo") == "#preamble":
            return [Preambular(tuple(self._unit(element)))]
        if name == "paragraph":
            return [Operative(self._number(element), tuple(self._unit(element)))]
        if name == "crossHeading":
            return self._cross_heading(element)
        if name == "container":
            return self._container(element)
        if name == "formula":
            return [Formula(c) for p in _leaves(element) if (c := self._content(p))]
        if name in ("content", "intro", "wrapUp"):
            return self._flow(element)
        if name == "list":
            return [self._list(element)]
        if name in _POINTS:
            return [PointList((), (self._point(element),))]
        return self._flow_of([element])

    def _cross_heading(self, element: etree._Element) -> list[Block]:
        content = self._content(element)
        if not content:
            return []
        if element.get("refersTo") == "#enactingFormula":
            return [Formula(content)]
        return [Preambular((Paragraph(content),))]

    def _container(self, element: etree._Element) -> list[Block]:
        if element.get("name") == "enactingFormula":
            return [Formula(c) for p in _leaves(element) if (c := self._content(p))]
        blocks = self._flow(element)
        if element.get("refersTo") == "#preamble" and blocks:
            return [Preambular(tuple(blocks))]
        return blocks

    def _unit(self, element: etree._Element) -> list[Block]:
        """The content of a paragraph or point."""
        found: list[Block] = []
        for child in element:
            name = local(child)
            if name in ("content", "intro", "wrapUp"):
                found += self._flow(child)
            elif name in ("heading", "subheading"):
                found += [Paragraph(content)] if (content := self._content(child)) else []
            elif name == "list":
                found.append(self._list(child))
            elif name in _DIVISIONS:
                found.append(self._division(child, name))
            elif name == "paragraph":
                found.append(Operative(self._number(child), tuple(self._unit(child))))
            elif name in _POINTS:
                found.append(PointList((), (self._point(child),)))
            elif name not in ("num", ""):
                found += self._body_block(child, name)
        return found

    def _list(self, element: etree._Element) -> PointList:
        intro: Inlines = ()
        wrap: Inlines = ()
        points: list[Point] = []
        for child in element:
            name = local(child)
            if name in ("intro", "listIntroduction"):
                intro = self._joined(child)
            elif name in ("wrapUp", "listWrapUp"):
                wrap = self._joined(child)
            elif name in ("sublist", "list") and points:
                last = points.pop()
                points.append(Point(last.number, _with_list(last.content, self._list(child))))
            elif name and name != "num":
                points.append(self._point(child))
        return PointList(intro, tuple(points), wrap)

    def _joined(self, element: etree._Element) -> Inlines:
        """The paragraphs of an element as one stretch of inline content."""
        parts = [content for p in _leaves(element) if (content := self._content(p))]
        if not parts:
            return ()
        joined = parts[0]
        for part in parts[1:]:
            joined = (*joined, LineBreak(), *part)
        return joined

    def _point(self, element: etree._Element) -> Point:
        return Point(
            self._number(element), tuple(self._unit(element) if local(element) != "item" else self._flow(element))
        )

    # --- blocks

    def _flow(self, element: etree._Element) -> list[Block]:
        return self._flow_of([c for c in element if local(c) not in ("num", "")])

    def _flow_of(self, elements: Sequence[etree._Element]) -> list[Block]:
        found: list[Block] = []
        for child in elements:
            name = local(child)
            if name == "blockList" or name == "list":
                found.append(self._list(child))
            elif name == "table":
                found.append(self._table(child))
            elif name == "p" and (component := self._component(child)) is not None:
                content = self._content(child)
                found += [Paragraph(content)] if content else []
                found.append(Embedded(self._annex(component)))
            elif name in (
                "p",
                "heading",
                "subheading",
                "listIntroduction",
                "block",
                "crossHeading",
                "span",
                "docTitle",
            ):
                if content := self._content(child):
                    found.append(Paragraph(content))
            elif name in _POINTS or name == "li":
                found.append(PointList((), (self._point(child),)))
            elif name:
                inner = self._flow(child)
                found += inner or ([Paragraph(content)] if (content := self._content(child)) else [])
        return found

    def _component(self, element: etree._Element) -> etree._Element | None:
        ref = next(element.iter(f"{Q}documentRef"), None)
        target = (ref.get("href") or "").lstrip("#") if ref is not None else ""
        if not target or target not in self.components or target in self.placed:
            return None
        self.placed.add(target)
        return self.components[target]

    def _table(self, element: etree._Element) -> Table:
        rows: list[tuple[Cell, ...]] = []
        for row in _rows(element):
            cells = [
                Cell(self._joined(c), local(c) == "th", _count(c, "colspan"), _count(c, "rowspan"))
                for c in row
                if local(c) in ("td", "th")
            ]
            rows.append(tuple(cells))
        return Table(tuple(rows))

    # --- inline

    def _content(self, element: etree._Element) -> Inlines:
        """The inline content of an element, white space folded and none at its ends."""
        return tuple(_trimmed(_merged(list(self._inlines(element)))))

    def _inlines(self, element: etree._Element) -> Iterator[Inline]:
        if element.text:
            yield Run(_squeeze(element.text))
        for child in element:
            yield from self._inline(child)
            if child.tail:
                yield Run(_squeeze(child.tail))

    def _inline(self, element: etree._Element) -> Iterator[Inline]:
        name = local(element)
        if name == "authorialNote":
            yield self._note(element)
        elif name == "noteRef":
            target = (element.get("href") or "").lstrip("#")
            yield NoteAgain(self.keys.get(target, ""), Run((element.get("marker") or "").strip()))
        elif name == "sup" and any(local(c) in ("authorialNote", "noteRef") for c in element):
            yield from self._inlines(element)
        elif name in ("eol", "br"):
            yield LineBreak()
        elif name == "img":
            if element.get("src") and element.get("alt"):
                yield Image(element.get("src", ""), element.get("alt", ""))
        elif name in _STYLES:
            yield from self._wrapped(element, lambda content: Styled(_STYLES[name], content))  # type: ignore[arg-type]
        elif name == "span" and (style := _CLASSES.get(element.get("class", ""))):
            yield from self._wrapped(element, lambda content: Styled(style, content))  # type: ignore[arg-type]
        elif name == "ref":
            yield from self._wrapped(element, lambda content: Reference(element.get("href", ""), content))
        elif name == "date":
            yield from self._wrapped(element, lambda content: DateMention(element.get("date", ""), content))
        elif role := _role_of(element, name):
            yield from self._wrapped(element, lambda content: Role(role[0], content, role[1]))
        elif name == "embeddedStructure":
            yield from self._embedded_inline(element)
        elif name:
            yield from self._inlines(element)

    def _embedded_inline(self, element: etree._Element) -> Iterator[Inline]:
        if next(element.iter(f"{Q}documentRef"), None) is None:
            yield from self._inlines(element)

    def _wrapped(self, element: etree._Element, make: object) -> Iterator[Inline]:
        content = tuple(_merged(list(self._inlines(element))))
        if content:
            yield make(content)  # type: ignore[operator]

    def _note(self, element: etree._Element) -> Note:
        marker = (element.get("marker") or "").strip()
        body = self._flow(element)
        if not body and (content := self._content(element)):
            body = [Paragraph(content)]
        return Note(element.get("akn-key", marker), Run(marker), tuple(body))


def _role_of(element: etree._Element, name: str) -> tuple[RoleName, str] | None:
    refers = (element.get("refersTo") or "").lstrip("#")
    if name == "docAuthority":
        return ("publisher", "") if refers == "publisher" else ("organ", refers)
    if name == "docNumber":
        return ("symbol", "") if refers == "symbol" else ("number", "")
    if name == "docStatus":
        return "distribution", ""
    if name == "docDate":
        return "issued" if refers == "dateOfIssuance" else "adopted", _iso(element)
    if name == "session":
        return "session", element.get("value", "")
    if name == "docTitle":
        return "doc title", ""
    if name == "docType":
        return "doc type", ""
    if name == "docCommittee":
        return "committee", refers
    if name == "location":
        return "meeting", ""
    if name == "event":
        return "event", ""
    if name == "inline":
        given = element.get("name", "")
        if given == "vote":
            return "vote", _counted(element)
        if given == "adoptionMeeting":
            return "meeting", ""
        if given in _ROLE_NAMES:
            return given, ""  # type: ignore[return-value]
    return None


def _iso(element: etree._Element) -> str:
    found = element.get("date", "")[:10]
    return "" if found.startswith(("0001", "1900-01-01")) else found


def _counted(element: etree._Element) -> str:
    counts = [c.get("value", "") for c in element.getroottree().getroot().iter(f"{Q}count")]
    return "-".join(counts[:3]) if len(counts) >= 3 and all(c.isdigit() for c in counts[:3]) else ""


def _annex_of(element: etree._Element) -> etree._Element | None:
    return next(
        (
            c
            for c in element
            if (local(c) in ("doc", "act", "statement") and local(element) != "component") or local(c) in ("doc", "act")
        ),
        None,
    )


def _count(element: etree._Element, name: str) -> int:
    value = element.get(name, "1")
    return int(value) if value.isdigit() and int(value) > 0 else 1


def _said(element: etree._Element) -> bool:
    return bool("".join(element.itertext()).strip())  # type: ignore[arg-type]


def _leaves(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs in an element, outermost first; itself where it has words of its own."""
    blocks = [
        c
        for c in element
        if local(c)
        in (
            "p",
            "heading",
            "container",
            "blockContainer",
            "block",
            "formula",
            "listIntroduction",
            "longTitle",
            "blockList",
            "item",
            "tblock",
        )
    ]
    if not blocks:
        yield element
        return
    for child in element:
        if local(child) in ("container", "blockContainer", "formula", "blockList", "item", "tblock"):
            yield from _leaves(child)
        elif local(child) and local(child) != "num":
            yield child


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, not those of a table in one of its notes."""
    for child in element:
        if local(child) == "tr":
            yield child
        elif local(child) in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _squeeze(text: str) -> str:
    return _SPACE.sub(" ", text)


def _merged(content: list[Inline]) -> list[Inline]:
    """Runs side by side as one, without doubled spaces between them."""
    merged: list[Inline] = []
    for inline in content:
        if isinstance(inline, Run):
            if merged and isinstance(merged[-1], Run):
                before = merged[-1].text
                text = before + (inline.text.lstrip(" ") if before.endswith(" ") else inline.text)
                merged[-1] = Run(text)
                continue
            if not inline.text:
                continue
        merged.append(inline)
    return merged


def _trimmed(content: list[Inline]) -> list[Inline]:
    """Content without white space at its ends, in wrapped words too."""
    while content and isinstance(content[0], Run) and not content[0].text.strip(_MARGIN):
        content = content[1:]
    while content and isinstance(content[-1], Run) and not content[-1].text.strip(_MARGIN):
        content = content[:-1]
    if content and isinstance(content[0], Run):
        content = [Run(content[0].text.lstrip(_MARGIN)), *content[1:]]
    if content and isinstance(content[-1], Run):
        content = [*content[:-1], Run(content[-1].text.rstrip(_MARGIN))]
    if content and isinstance(content[0], LineBreak):
        return _trimmed(content[1:])
    return content


def _with_list(content: Sequence[Block], inner: PointList) -> tuple[Block, ...]:
    """A point with the list that stood beside it: its words become the list's introduction."""
    if len(content) == 1 and isinstance(content[0], Paragraph) and not inner.intro:
        return (PointList(content[0].content, inner.points, inner.wrap_up),)
    if content and isinstance(content[-1], PointList) and not inner.intro:
        last = content[-1]
        return (*content[:-1], PointList(last.intro, (*last.points, *inner.points), last.wrap_up or inner.wrap_up))
    return (*content, inner)
