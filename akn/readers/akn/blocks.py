"""Blocks: the hierarchy of a body, lists and points, paragraphs, tables."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Sequence
from typing import Literal

from lxml import etree

from akn.model import (
    Annex,
    Block,
    Cell,
    Division,
    DivisionKind,
    Embedded,
    Formula,
    Inline,
    Inlines,
    LineBreak,
    Operative,
    Paragraph,
    Point,
    PointList,
    Preambular,
    Table,
)
from akn.readers.akn.elements import count, leaves, rows_of, said, squeeze
from akn.readers.akn.inline import InlineReader
from akn.source import Run
from akn.xml import Q, local

_DIVISIONS: dict[str, DivisionKind] = {
    "section": "section", "part": "part", "division": "division", "chapter": "chapter", "article": "article",
    "subsection": "section", "subpart": "part", "title": "division", "hcontainer": "division", "book": "part",
    "tome": "part", "subdivision": "division", "subchapter": "chapter",
}  # fmt: skip
_POINTS = ("point", "subparagraph", "indent", "clause", "item", "subclause", "alinea")
_NUMBER = re.compile(r"(?:[IVXL]{1,6}|[A-Z]|\d{1,3})[.]?")


class BlockReader(InlineReader):
    """Reads what a preamble, a body or a note holds; the documents inside a paragraph are for the layer above."""

    @abstractmethod
    def embedded(self, element: etree._Element) -> Annex | None:
        """The document that a paragraph stands for, where it is one and was not read before."""

    def body(self, element: etree._Element | None) -> tuple[Block, ...]:
        """The blocks of a `mainBody`."""
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
            if local(child) in ("content", "list", "intro") and said(child):
                return ()
        parts = [self.content(c) for c in element if local(c) in ("heading", "subheading")]
        return tuple(inline for part in parts for inline in part)

    def _division(self, element: etree._Element, name: str) -> Division:
        heads = [c for e in element if local(e) in ("heading", "subheading") and (c := self.content(e))]
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
            _DIVISIONS[name],
            number,
            tuple(heading),
            tuple(self._hierarchy(element)),
        )

    def _number(self, element: etree._Element) -> Run | None:
        num = element.find(f"{Q}num")
        words = squeeze("".join(num.itertext())).strip() if num is not None else ""  # type: ignore[arg-type]
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
            return [Formula(c) for p in leaves(element) if (c := self.content(p))]
        if name in ("content", "intro", "wrapUp"):
            return self.flow(element)
        if name == "list":
            return [self._list(element)]
        if name in _POINTS:
            return [PointList((), (self._point(element),))]
        return self._flow_of([element])

    def _cross_heading(self, element: etree._Element) -> list[Block]:
        content = self.content(element)
        if not content:
            return []
        if element.get("refersTo") == "#enactingFormula":
            return [Formula(content)]
        return [Preambular((Paragraph(content),))]

    def _container(self, element: etree._Element) -> list[Block]:
        if element.get("name") == "enactingFormula":
            return [Formula(c) for p in leaves(element) if (c := self.content(p))]
        blocks = self.flow(element)
        if element.get("refersTo") == "#preamble" and blocks:
            return [Preambular(tuple(blocks))]
        return blocks

    def _unit(self, element: etree._Element) -> list[Block]:
        """The content of a paragraph or point."""
        found: list[Block] = []
        for child in element:
            name = local(child)
            if name in ("content", "intro", "wrapUp"):
                found += self.flow(child)
            elif name in ("heading", "subheading"):
                found += [Paragraph(content)] if (content := self.content(child)) else []
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
        parts = [content for p in leaves(element) if (content := self.content(p))]
        if not parts:
            return ()
        joined = parts[0]
        for part in parts[1:]:
            joined = (*joined, LineBreak(), *part)
        return joined

    def _point(self, element: etree._Element) -> Point:
        return Point(
            self._number(element), tuple(self._unit(element) if local(element) != "item" else self.flow(element))
        )

    # --- blocks

    def flow(self, element: etree._Element) -> list[Block]:
        """The blocks in an element, none of the hierarchy."""
        return self._flow_of([c for c in element if local(c) not in ("num", "")])

    def _flow_of(self, elements: Sequence[etree._Element]) -> list[Block]:
        found: list[Block] = []
        for child in elements:
            name = local(child)
            if name == "blockList" or name == "list":
                found.append(self._list(child))
            elif name == "table":
                found.append(self._table(child))
            elif name == "p" and (document := self.embedded(child)) is not None:
                content = self.content(child)
                found += [Paragraph(content)] if content else []
                found.append(Embedded(document))
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
                if content := self.content(child):
                    found.append(Paragraph(content))
            elif name in _POINTS or name == "li":
                found.append(PointList((), (self._point(child),)))
            elif name:
                inner = self.flow(child)
                found += inner or ([Paragraph(content)] if (content := self.content(child)) else [])
        return found

    def _table(self, element: etree._Element) -> Table:
        rows: list[tuple[Cell, ...]] = []
        for row in rows_of(element):
            cells = [
                Cell(self._joined(c), local(c) == "th", count(c, "colspan"), count(c, "rowspan"))
                for c in row
                if local(c) in ("td", "th")
            ]
            rows.append(tuple(cells))
        return Table(tuple(rows))


def _with_list(content: Sequence[Block], inner: PointList) -> tuple[Block, ...]:
    """A point with the list that stood beside it: its words become the list's introduction."""
    if len(content) == 1 and isinstance(content[0], Paragraph) and not inner.intro:
        return (PointList(content[0].content, inner.points, inner.wrap_up),)
    if content and isinstance(content[-1], PointList) and not inner.intro:
        last = content[-1]
        return (*content[:-1], PointList(last.intro, (*last.points, *inner.points), last.wrap_up or inner.wrap_up))
    return (*content, inner)
