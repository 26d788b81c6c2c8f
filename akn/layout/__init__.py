"""From printed lines to blocks: page furniture, footnotes, paragraphs. Knows pages, not resolutions.

`blocks_of` lists the steps; each takes rows and gives rows, and enters in the ledger what it leaves out.
"""

from __future__ import annotations

from akn.blocks import Reading
from akn.layout import columns, footnotes, furniture, markers, paragraphs
from akn.layout.rows import rows_of
from akn.ledger import Entry
from akn.source import Source


def blocks_of(source: Source, language: str = "") -> Reading:
    """The blocks and footnotes of a source of lines; `language` (ISO 639-2) overrides what its words say."""
    sheet = rows_of(source, language)
    left_out: list[Entry] = list(sheet.left_out)
    rows = furniture.sweep(sheet, left_out)
    rows, bodies = footnotes.set_aside(sheet, rows, left_out)
    blocks = paragraphs.gather(sheet, rows, left_out)
    blocks, bodies, foreign = columns.one_language(sheet, blocks, bodies, left_out)
    blocks, notes, findings = markers.attach(sheet, blocks, bodies, left_out)
    findings += foreign
    return Reading(
        source,
        tuple(blocks),
        tuple(notes),
        tuple(sorted(left_out)),
        tuple(findings),
        sheet.language.code,
        sheet.certainty,
    )
