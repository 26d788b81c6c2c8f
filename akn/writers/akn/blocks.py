"""Blocks as XML where the schema wants block elements: `p`, `blockList`, `table`."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import assert_never

from akn.model import (
    Block,
    Division,
    Embedded,
    Formula,
    Operative,
    Paragraph,
    Point,
    PointList,
    Preambular,
    Table,
)
from akn.source import Run
from akn.writers.akn.inline import InlineWriter
from akn.writers.akn.register import Place, escape


class BlockWriter(InlineWriter):
    """Writes paragraphs, lists and tables; the documents inside a paragraph are for the layer above."""

    @abstractmethod
    def embedded(self, block: Embedded) -> str:
        """An endorsed document, as the inline element that stands for it."""

    def flow(self, blocks: Sequence[Block], indent: str, place: Place) -> str:
        """Blocks where the schema wants block elements: `p`, `blockList`, `table`."""
        parts: list[str] = []
        for block in blocks:
            if isinstance(block, Paragraph | Formula):
                parts.append(f"{indent}<p>{self.inlines(block.content)}</p>\n")
            elif isinstance(block, PointList):
                parts.append(self._block_list(block, indent, place))
            elif isinstance(block, Table):
                parts.append(self._table(block, indent, place))
            elif isinstance(block, Embedded):
                parts.append(f"{indent}<p>{self.embedded(block)}</p>\n")
            elif isinstance(block, Preambular):
                parts.append(self.flow(block.content, indent, place))
            elif isinstance(block, Operative | Division):
                number = (Run(block.number.text + " "),) if block.number is not None else ()
                heading = block.heading if isinstance(block, Division) else ()
                if number or heading:
                    parts.append(f"{indent}<p>{self.inlines((*number, *heading))}</p>\n")
                parts.append(self.flow(block.content, indent, place))
            else:
                assert_never(block)
        return "".join(parts)

    def _block_list(self, block: PointList, indent: str, place: Place) -> str:
        eid = self.eid(f"{place.prefix}list_{place.count('list')}")
        inner = indent + "  "
        intro = f"{inner}<listIntroduction>{self.inlines(block.intro)}</listIntroduction>\n" if block.intro else ""
        wrap = f"{inner}<listWrapUp>{self.inlines(block.wrap_up)}</listWrapUp>\n" if block.wrap_up else ""
        own = Place(f"{eid}__", {})
        items = "".join(self._item(point, inner, own) for point in block.points)
        return f'{indent}<blockList eId="{eid}">\n{intro}{items}{wrap}{indent}</blockList>\n'

    def _item(self, point: Point, indent: str, place: Place) -> str:
        eid = self.numbered(place, "item", point.number)
        num = f"{indent}  <num>{escape(point.number.text)}</num>\n" if point.number is not None else ""
        inner = self.flow(point.content, indent + "  ", Place(f"{eid}__", {})) or f"{indent}  <p/>\n"
        return f'{indent}<item eId="{eid}">\n{num}{inner}{indent}</item>\n'

    def _table(self, table: Table, indent: str, place: Place) -> str:
        eid = self.eid(f"{place.prefix}table_{place.count('table')}")
        rows: list[str] = []
        for row in table.rows:
            cells = []
            for cell in row:
                tag = "th" if cell.header else "td"
                span = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + (
                    f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
                )
                cells.append(f"<{tag}{span}><p>{self.inlines(cell.content)}</p></{tag}>")
            rows.append(f"{indent}  <tr>{''.join(cells) or '<td><p></p></td>'}</tr>\n")
        return f'{indent}<table eId="{eid}">\n{"".join(rows)}{indent}</table>\n'
