"""The hierarchy as XML: divisions, operative paragraphs and points, and the preambular paragraphs among them."""

from __future__ import annotations

from collections.abc import Sequence

from akn import naming
from akn.model import (
    Block,
    Division,
    Formula,
    Inlines,
    Operative,
    Paragraph,
    Point,
    PointList,
    Preambular,
    Styled,
)
from akn.naming import words_of
from akn.source import Run
from akn.writers.akn.blocks import BlockWriter
from akn.writers.akn.register import Place, attribute, escape

_DIVISIONS = {"part": "part", "section": "sec", "division": "dvs", "chapter": "chp", "article": "art"}


class HierarchyWriter(BlockWriter):
    """Writes what a preamble and a `mainBody` hold."""

    def preamble_block(self, block: Block, indent: str, place: Place) -> str:
        """A block of a preamble: the enacting formula, or a preambular paragraph as a `container`."""
        if isinstance(block, Formula):
            eid = self.eid(f"{place.prefix}formula_{place.count('formula')}")
            return (
                f'{indent}<formula name="enactingFormula" eId="{eid}"><p>{self.inlines(block.content)}</p></formula>\n'
            )
        eid = self.eid(f"{place.prefix}container_{place.count('container')}")
        content = block.content if isinstance(block, Preambular) else (block,)
        inner = self.flow(content, indent + "  ", Place(f"{eid}__", {}))
        return f'{indent}<container name="{attribute(_phrase(content))}" eId="{eid}">\n{inner}{indent}</container>\n'

    def main(self, blocks: Sequence[Block], indent: str, place: Place) -> str:
        """The content of `mainBody`: hierarchy and blocks may mix (schema type `maincontent`)."""
        parts: list[str] = []
        for block in blocks:
            if isinstance(block, Operative | Division):
                parts.append(self._hierarchy(block, indent, place))
            elif isinstance(block, Preambular | Formula):
                parts.append(self._body_container(block, indent, place))
            else:
                parts.append(self.flow((block,), indent, place))
        return "".join(parts)

    def _body_container(self, block: Preambular | Formula, indent: str, place: Place) -> str:
        """`crossHeading` is not allowed in `mainBody` itself; a `container` is."""
        eid = self.eid(f"{place.prefix}container_{place.count('container')}")
        if isinstance(block, Formula):
            refers = self.ref("enactingFormula")
            return f'{indent}<container name="enactingFormula" eId="{eid}" refersTo="{refers}"><p>{self.inlines(block.content)}</p></container>\n'
        inner = self.flow(block.content, indent + "  ", Place(f"{eid}__", {}))
        refers = self.ref("preamble")
        return f'{indent}<container name="{attribute(_phrase(block.content))}" eId="{eid}" refersTo="{refers}">\n{inner}{indent}</container>\n'

    def _hierarchy(self, block: Operative | Division, indent: str, place: Place) -> str:
        if isinstance(block, Division):
            return self._division(block, indent, place)
        eid = self.numbered(place, "para", block.number)
        num = f"{indent}  <num>{escape(block.number.text)}</num>\n" if block.number is not None else ""
        inner = self._unit(block.content, indent + "  ", eid)
        return f'{indent}<paragraph eId="{eid}">\n{num}{inner}{indent}</paragraph>\n'

    def _division(self, block: Division, indent: str, place: Place) -> str:
        name = naming.division_number(block.number.text, block.kind, self.document.language) if block.number else ""
        short = _DIVISIONS[block.kind]
        eid = self.eid(f"{place.prefix}{short}_{name or place.count(short)}")
        num = f"{indent}  <num>{escape(block.number.text)}</num>\n" if block.number is not None else ""
        heading = f"{indent}  <heading>{self.inlines(block.heading)}</heading>\n" if block.heading else ""
        inner = self._division_content(block.content, indent + "  ", Place(f"{eid}__", {}))
        return f'{indent}<{block.kind} eId="{eid}">\n{num}{heading}{inner}{indent}</{block.kind}>\n'

    def _division_content(self, blocks: Sequence[Block], indent: str, place: Place) -> str:
        """`intro`, then hierarchy, as the schema type `hierarchy` has it; only blocks are a `content`."""
        hierarchy = [i for i, b in enumerate(blocks) if isinstance(b, Operative | Division | Preambular | Formula)]
        if not hierarchy:
            inner = self.flow(blocks, indent + "  ", place)
            return (
                f'{indent}<content eId="{self.eid(f"{place.prefix}content")}">\n{inner}{indent}</content>\n'
                if inner
                else ""
            )
        parts: list[str] = []
        first = hierarchy[0]
        if first:
            inner = self.flow(blocks[:first], indent + "  ", place)
            parts.append(f'{indent}<intro eId="{self.eid(f"{place.prefix}intro")}">\n{inner}{indent}</intro>\n')
        for block in blocks[first:]:
            if isinstance(block, Operative | Division):
                parts.append(self._hierarchy(block, indent, place))
            elif isinstance(block, Preambular):
                parts += self._cross_headings(block, indent, place)
            elif isinstance(block, Formula):
                parts.append(self._cross_heading(block.content, self.ref("enactingFormula"), indent, place))
            else:
                parts.append(self._hierarchy(Operative(None, (block,)), indent, place))
        return "".join(parts)

    def _cross_heading(self, content: Inlines, refers: str, indent: str, place: Place) -> str:
        eid = self.eid(f"{place.prefix}crossHeading_{place.count('crossHeading')}")
        return f'{indent}<crossHeading eId="{eid}" refersTo="{refers}">{self.inlines(content)}</crossHeading>\n'

    def _cross_headings(self, block: Preambular, indent: str, place: Place) -> list[str]:
        refers = self.ref("preamble")
        if _has_only_words(block.content):
            return [self._cross_heading(line, refers, indent, place) for line in _lines_of(block.content)]
        eid = self.numbered(place, "para", None)
        inner = self._unit(block.content, indent + "  ", eid)
        return [f'{indent}<paragraph eId="{eid}" refersTo="{refers}">\n{inner}{indent}</paragraph>\n']

    def _unit(self, blocks: Sequence[Block], indent: str, eid: str) -> str:
        """The inside of a paragraph or point: a `content`, or one `list` with its `intro` and `wrapUp`."""
        place = Place(f"{eid}__", {})
        lists = [b for b in blocks if isinstance(b, PointList)]
        if not lists or not all(isinstance(b, PointList | Paragraph) for b in blocks):
            if any(isinstance(b, Operative | Division | Preambular | Formula) for b in blocks):
                return self._division_content(blocks, indent, place)
            inner = self.flow(blocks, indent + "  ", place) or f"{indent}  <p/>\n"
            return f'{indent}<content eId="{self.eid(f"{eid}__content")}">\n{inner}{indent}</content>\n'
        if len(blocks) == 1:
            return self._list(lists[0], indent, place)
        first = next(i for i, b in enumerate(blocks) if isinstance(b, PointList))
        before = blocks[:first]
        intro = self.flow(before, indent + "  ", place)
        parts: list[str] = (
            [f'{indent}<intro eId="{self.eid(f"{eid}__intro")}">\n{intro}{indent}</intro>\n'] if before else []
        )
        tail: list[Block] = []
        for block in blocks[first:]:
            if isinstance(block, PointList) and not tail:
                parts.append(self._list(block, indent, place))
            else:
                tail.append(block)
        if tail:
            inner = self.flow(tail, indent + "  ", place)
            parts.append(f'{indent}<wrapUp eId="{self.eid(f"{eid}__wrapup")}">\n{inner}{indent}</wrapUp>\n')
        return "".join(parts)

    def _list(self, block: PointList, indent: str, place: Place) -> str:
        eid = self.eid(f"{place.prefix}list_{place.count('list')}")
        inner = indent + "  "
        own = Place(f"{eid}__", {})
        intro = ""
        if block.intro:
            intro = f'{inner}<intro eId="{self.eid(f"{eid}__intro")}"><p>{self.inlines(block.intro)}</p></intro>\n'
        points = "".join(self._point(point, inner, own) for point in block.points)
        wrap = ""
        if block.wrap_up:
            wrap = f'{inner}<wrapUp eId="{self.eid(f"{eid}__wrapup")}"><p>{self.inlines(block.wrap_up)}</p></wrapUp>\n'
        return f'{indent}<list eId="{eid}">\n{intro}{points}{wrap}{indent}</list>\n'

    def _point(self, point: Point, indent: str, place: Place) -> str:
        eid = self.numbered(place, "point", point.number)
        num = f"{indent}  <num>{escape(point.number.text)}</num>\n" if point.number is not None else ""
        return f'{indent}<point eId="{eid}">\n{num}{self._unit(point.content, indent + "  ", eid)}{indent}</point>\n'


def _phrase(blocks: Sequence[Block]) -> str:
    """The opening phrase of a preambular paragraph: the name of its container."""
    for block in blocks:
        content = block.intro if isinstance(block, PointList) else block.content if isinstance(block, Paragraph) else ()
        if content and isinstance(content[0], Styled):
            return " ".join(words_of(content[0].content).split()) or "preambular"
        if words := words_of(content).split():
            return words[0].strip(" ,;:.") or "preambular"
    return "preambular"


def _has_only_words(blocks: Sequence[Block]) -> bool:
    """Whether nothing in a preambular paragraph needs more than inline content: no table, no embedded document."""
    return all(
        isinstance(block, Paragraph)
        or (isinstance(block, PointList) and all(_has_only_words(point.content) for point in block.points))
        for block in blocks
    )


def _lines_of(blocks: Sequence[Block]) -> list[Inlines]:
    """The paragraphs of a preambular paragraph one by one, for where only inline content may stand."""
    lines: list[Inlines] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block.content)
        elif isinstance(block, PointList):
            if block.intro:
                lines.append(block.intro)
            for point in block.points:
                inner = _lines_of(point.content)
                number: Inlines = (
                    (Run(point.number.text + " ", point.number.pieces),) if point.number is not None else ()
                )
                lines.append((*number, *(inner[0] if inner else ())))
                lines += inner[1:]
            if block.wrap_up:
                lines.append(block.wrap_up)
    return lines
