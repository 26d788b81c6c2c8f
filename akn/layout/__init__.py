"""From printed lines to blocks: page furniture, footnotes, paragraphs. Knows pages, not resolutions.

`blocks_of` lists the steps; each takes rows and gives rows, and enters in the ledger what it leaves out.
"""

from __future__ import annotations

from akn.blocks import Reading
from akn.layout import footnotes, furniture, markers, paragraphs
from akn.layout.rows import Sheet, rows_of
from akn.ledger import Entry
from akn.source import Source


def sheet_of(source: Source) -> Sheet:
    """The rows of a source, with the language that its words are in."""
    return rows_of(source)


def blocks_of(source: Source) -> Reading:
    """The blocks and footnotes of a source of lines. Never raises, whatever the text."""
    sheet = rows_of(source)
    left_out: list[Entry] = list(sheet.left_out)
    rows = furniture.sweep(sheet, left_out)
    rows, bodies = footnotes.set_aside(sheet, rows, left_out)
    blocks = paragraphs.gather(sheet, rows, left_out)
    blocks, notes, findings = markers.attach(sheet, blocks, bodies, left_out)
    return Reading(source, tuple(blocks), tuple(notes), tuple(sorted(left_out)), tuple(findings))
