"""What was left out of the document, and the proof that nothing else was.

`account` compares places, not words: every non-blank character of the source must have exactly one home, a
Run of the document or an entry of the ledger, and every Run must say what stands at its place.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from akn.source import Run, Source

Reason = Literal[
    "page number",
    "running head",
    "job number",
    "barcode",
    "rule",
    "recycling notice",
    "repeated symbol",
    "image mark",
    "address of a page",
    "line-end hyphen",
    "label of a note",
    "heading of the notes",
    "Markdown syntax",
    "text form syntax",
    "HTML outside the document",
    "hidden text",
    "deleted text",
    "control character",
    "other language",
    "other document",
    "byte order mark",
    "split word",
    "rotated text",
]


class Entry(NamedTuple):
    """Characters `start` to `end` of the source that are not in the document, and why."""

    start: int
    end: int
    reason: Reason


Ledger = tuple[Entry, ...]


class Lost(NamedTuple):
    """A breach of the rule: characters without a home, with two homes, or words that the source does not say."""

    start: int
    end: int
    fault: Literal["lost", "doubled", "changed"]


def account(source: Source, runs: Iterable[Run], ledger: Ledger) -> list[Lost]:
    """Breaches, in order of the source; an empty list is the proof. Linear but for one sort."""
    text = source.text
    homes: list[tuple[int, int]] = [(entry.start, entry.end) for entry in ledger]
    faults: list[Lost] = []
    for run in runs:
        at = 0
        words = run.text
        for piece in run.pieces:
            length = piece.end - piece.start
            if words[piece.at : piece.at + length] != text[piece.start : piece.end] or words[at : piece.at].strip():
                faults.append(Lost(piece.start, piece.end, "changed"))
            at = piece.at + length
            homes.append((piece.start, piece.end))
        if words[at:].strip():
            place = run.pieces[-1].end if run.pieces else 0
            faults.append(Lost(place, place, "changed"))
    homes.sort()
    reached = 0
    for start, end in homes:
        if start > reached:
            if text[reached:start].strip():
                faults.append(_lost(text, reached, start))
        elif start < reached and text[start : min(end, reached)].strip():
            faults.append(Lost(start, min(end, reached), "doubled"))
        reached = max(reached, end)
    if text[reached:].strip():
        faults.append(_lost(text, reached, len(text)))
    return sorted(faults)


def _lost(text: str, start: int, end: int) -> Lost:
    words = text[start:end]
    return Lost(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()), "lost")
