"""Spans, words of one look, and how the spans of a paragraph become its text and marks, as a page shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from akn.ledger import Reason
from akn.source import Mark, MarkKind, Piece

PICTURE = "\ufffc"
"""Stands in the source where a picture stands."""


class Span(NamedTuple):
    """Words of one look."""

    text: str
    style: frozenset[MarkKind] = frozenset()
    link: str = ""
    """The address to which the words link."""
    note: str = ""
    """The key of the footnote that the words call."""
    reason: Reason | None = None
    """Why the words are not part of the document."""
    image: str = ""
    """The path of the picture that stands for the character: the character itself is in the ledger."""


def common_look(spans: Iterable[Span]) -> frozenset[MarkKind]:
    """The look that all words of a paragraph share: that of the number that is drawn before it, too."""
    looks = [span.style for span in spans if span.reason is None and span.text.strip() and not span.note]
    return frozenset.intersection(*looks) - {"sup", "sub"} if looks else frozenset()


def folded(spans: Iterable[Span], whole: Reason | None) -> Iterator[Span]:
    """The spans with white space as a page shows it: one space, none at the ends; control characters left out."""
    blank = True  # nothing stands before, or white space does
    for span in spans:
        reason = whole or span.reason
        for text, control in _without_controls(span.text):
            kept = _spaces(text, blank)
            if not kept:
                continue
            if control:
                yield Span(text, reason="control character")
                continue
            if reason is None:
                blank = kept[-1] in " \u00a0"
            yield span._replace(text=kept, reason=reason, image="" if whole else span.image)


def _spaces(text: str, blank: bool) -> str:
    """The text with runs of white space folded to one space; without the first where `blank` says one stands before."""
    parts = text.split()
    if not parts:
        if blank or not text:
            return ""
        return text if text in ("\u00a0", "\u202f") else " "
    if len(text) == len(parts[0]):
        return text
    lead = _edge(text[: len(text) - len(text.lstrip())])
    tail = _edge(text[len(text.rstrip()) :])
    middle = text.strip()
    if "  " in middle or any(c.isspace() and c not in " \u00a0\u202f" for c in middle) or "\u00a0" in middle:
        middle = _inner(middle)
    return ("" if blank else lead) + middle + tail


def _inner(text: str) -> str:
    """Each stretch of white space as one space; a single one that does not break a line stays what it is."""
    return re.sub(r"\s+", lambda found: _edge(found[0]), text)


def _edge(white: str) -> str:
    return white if white in ("", "\u00a0", "\u202f") else " "


_CONTROLS = frozenset(
    [*map(chr, range(9)), *map(chr, range(14, 28)), "\xad", "\u200b", "\u2060", "\ufeff"]
) | frozenset(["\ufffe", "\uffff", "\x7f", *map(chr, range(0x80, 0x85)), *map(chr, range(0x86, 0xA0))])


def _without_controls(text: str) -> Iterator[tuple[str, bool]]:
    """Stretches of the text, and whether they are characters that no page shows and XML may not hold."""
    if text.isprintable() or not _CONTROLS.intersection(text):
        yield text, False
        return
    start = 0
    for index, char in enumerate(text):
        if char in _CONTROLS:
            if index > start:
                yield text[start:index], False
            yield char, True
            start = index + 1
    if start < len(text):
        yield text[start:], False


def marks_of(span: Span, at: int) -> Iterator[Mark]:
    """The marks of a span whose words begin at `at` of their paragraph."""
    end = at + len(span.text)
    if span.image:
        yield Mark(at, end, "image", span.image)
        return
    if span.note:
        lead = len(span.text) - len(span.text.lstrip())
        yield Mark(at + lead, end - (len(span.text) - len(span.text.rstrip())), "note", span.note)
        return
    for kind in sorted(span.style):
        yield Mark(at, end, kind)
    if span.link:
        yield Mark(at, end, "link", span.link)


def merged_pieces(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces that follow each other in the source are one."""
    merged: list[Piece] = []
    for piece in pieces:
        if merged and merged[-1].end == piece.start:
            merged[-1] = merged[-1]._replace(end=piece.end)
        else:
            merged.append(piece)
    return merged


def merged(marks: Iterable[Mark]) -> list[Mark]:
    """Marks of one kind that touch each other are one."""
    merged: list[Mark] = []
    last: dict[tuple[str, str], int] = {}
    for mark in marks:
        at = last.get((mark.kind, mark.target), -1)
        if at >= 0 and merged[at].end == mark.start:
            merged[at] = merged[at]._replace(end=mark.end)
        else:
            last[mark.kind, mark.target] = len(merged)
            merged.append(mark)
    return merged


def trimmed(marks: Iterable[Mark], text: str) -> Iterator[Mark]:
    """Marks without the white space at their ends; emphasis also without stops, whose look nobody sees."""
    for mark in marks:
        start, end = mark.start, mark.end
        before, behind = (" .,;:)]\u00a0", " ,;:([\u00a0") if mark.kind in ("i", "b", "u") else (" \u00a0", " \u00a0")
        while start < end and text[start] in before:
            start += 1
        while end > start and text[end - 1] in behind:
            end -= 1
        if start < end:
            yield mark._replace(start=start, end=end)
