"""Pages that print two languages side by side: one of them is read, the other goes to the ledger, with a warning."""

from __future__ import annotations

from akn import vocabulary
from akn.blocks import Block
from akn.findings import Finding, Place
from akn.fold import fold
from akn.layout.footnotes import Body
from akn.layout.rows import Sheet
from akn.ledger import Entry
from akn.source import Passage, Run

_SHARE = 0.25
"""The part of a text's words from which on a second language is a column of its own, and no quotation."""
_ENOUGH = 25
"""Characters that tell a language."""


def one_language(
    sheet: Sheet, blocks: list[Block], bodies: list[Body], left_out: list[Entry]
) -> tuple[list[Block], list[Body], list[Finding]]:
    """The blocks in the language of the sheet, where a second one has a large part of the page; and all footnotes."""
    if sheet.certainty > 0.6:
        return blocks, bodies, []
    other = _other(sheet)
    if not other:
        return blocks, bodies, []
    spoken = _spoken([_words(block) for block in blocks], sheet.language.code, other)
    foreign = [block for block, code in zip(blocks, spoken, strict=True) if code == other]
    size = sum(len(_words(block)) for block in foreign)
    kept = [block for block, code in zip(blocks, spoken, strict=True) if code != other]
    if not kept or size < _SHARE * sum(len(_words(block)) for block in blocks):
        return blocks, bodies, []
    for block in foreign:
        for run in _runs(block):
            left_out += [Entry(piece.start, piece.end, "other language") for piece in run.pieces]
    return kept, bodies, [_finding(sheet, len(foreign), other)]


def _other(sheet: Sheet) -> str:
    parts = vocabulary.shares(sheet.source.text)
    return next((code for code, part in parts.items() if code != sheet.language.code and part >= _SHARE), "")


def _spoken(texts: list[str], main: str, other: str) -> list[str]:
    """The language of each block; one too short to tell has that of the next that tells, else of the one before."""
    found = ["" for _ in texts]
    for index, text in enumerate(texts):
        if len(text) >= _ENOUGH:
            code, certainty = vocabulary.detect(text)
            found[index] = code if code in (main, other) and certainty > 0.1 else _opened(text, main, other)
    following = ""
    for index in range(len(found) - 1, -1, -1):
        if found[index]:
            following = found[index]
        else:
            found[index] = following
    before = main
    for index, code in enumerate(found):
        before = found[index] = code or before
    return found


def _opened(text: str, main: str, other: str) -> str:
    """The one of two languages in which a text opens as a paragraph of a preamble; empty if neither or both."""
    folded = fold(text)
    found = [code for code in (main, other) if vocabulary.load(code).opening(folded, "preambular")]
    return found[0] if len(found) == 1 else ""


def _words(block: Block) -> str:
    return block.words.text or " ".join(cell.words.text for row in block.rows for cell in row)


def _runs(block: Block) -> list[Run]:
    passages: list[Passage] = [block.words, *(cell.words for row in block.rows for cell in row)]
    return [passage.run for passage in passages]


def _finding(sheet: Sheet, count: int, other: str) -> Finding:
    name, own = vocabulary.load(other).name, sheet.language.name
    return Finding(
        "AKN403",
        "warning",
        Place(sheet.source.name),
        f"the page is in two languages: {count} paragraphs in {name} were left out beside those in {own}",
        f"--language {other} reads the {name} ones.",
    )
