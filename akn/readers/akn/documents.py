"""Whole documents: statements, their parts, annexes and endorsed documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from lxml import etree

from akn.model import Annex, AnnexKind, Block, Document, DocumentKind, Formula, Paragraph, Preambular, Statement
from akn.readers.akn.blocks import BlockReader
from akn.readers.akn.elements import annex_of, leaves
from akn.xml import Q, local

_KINDS = get_args(DocumentKind)
_ANNEXES = get_args(AnnexKind)


class Reader(BlockReader):
    """Reads one document."""

    def __init__(self, root: etree._Element) -> None:
        super().__init__(root)
        self.root = root
        self.components = {c.get("eId", ""): c for c in root.iter(f"{Q}component") if annex_of(c) is not None}
        self.placed: set[str] = set()

    def document(self, statements: Sequence[etree._Element]) -> Document:
        """The document of these statements."""
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
            self.body(body),
            self._paragraphs(element.find(f"{Q}conclusions")),
            tuple(self._annex(a) for a in element.iterfind(f"{Q}attachments/{Q}attachment")),
        )

    def _paragraphs(self, element: etree._Element | None) -> tuple[Paragraph, ...]:
        if element is None:
            return ()
        found = [Paragraph(content) for p in leaves(element) if (content := self.content(p))]
        return tuple(found)

    def _preamble(self, element: etree._Element | None) -> tuple[Block, ...]:
        if element is None:
            return ()
        found: list[Block] = []
        for child in element:
            name = local(child)
            if name == "formula":
                found += [Formula(content) for p in leaves(child) if (content := self.content(p))]
            elif name == "container" and child.get("name") != "table":
                if blocks := self.flow(child):
                    found.append(Preambular(tuple(blocks)))
            elif name and (blocks := self._flow_of([child])):
                found.append(Preambular(tuple(blocks)))
        return tuple(found)

    # --- annexes and components

    def _annex(self, element: etree._Element) -> Annex:
        doc = annex_of(element)
        heading = element.find(f"{Q}heading")
        head = self.content(heading) if heading is not None else ()
        if doc is None:
            return Annex("annex", head, (), (), ())
        name = doc.get("name", "annex")
        return Annex(
            name if name in _ANNEXES else "annex",  # type: ignore[arg-type]
            head,
            (*self._paragraphs(doc.find(f"{Q}coverPage")), *self._paragraphs(doc.find(f"{Q}preface"))),
            self._preamble(doc.find(f"{Q}preamble")),
            (*self.body(doc.find(f"{Q}mainBody")), *self._paragraphs(doc.find(f"{Q}conclusions"))),
            tuple(self._annex(a) for a in doc.iterfind(f"{Q}attachments/{Q}attachment")),
        )

    def embedded(self, element: etree._Element) -> Annex | None:
        """The component to which the `documentRef` in a paragraph points."""
        ref = next(element.iter(f"{Q}documentRef"), None)
        target = (ref.get("href") or "").lstrip("#") if ref is not None else ""
        if not target or target not in self.components or target in self.placed:
            return None
        self.placed.add(target)
        return self._annex(self.components[target])
