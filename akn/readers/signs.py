"""Footnotes of plain text whose labels are not raised but have a sign of their own: `1/` in typescripts, `[1]` in copies of web pages.

A label at the head of a line begins a footnote, behind words it calls one; a line may also break just before a call.
Only where both are found, or calls in sequence, do they count; then they are marked as if they were raised, and the
sign itself goes to the ledger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from akn.source import Mark

_STROKED = re.compile(
    r"(?P<sign>(?<![\d/])\d{1,3}|(?<![^\s(\[])[a-z]|(?<![^\s,.;:)\]])\*{1,4})(?P<after>/)(?=[\s,.;:)\]»”\"]|$)"
)
_BRACKETED = re.compile(r"(?P<before>\\?\[)(?P<sign>\d{1,3})(?P<after>\\?\][:.]?)(?![\[(:]?\()")
_HINT = re.compile(r"[\da-z*]/(?:\s|[,.;:)]|$)|\[\d{1,3}\\?\]")
_BLANK_LINE = re.compile(r"\n\s*\n")
_RULE = re.compile(r"[\s_=*\u2500-]*")
_BEHIND = frozenset(",.;:)]»”\"’'")
"""Characters behind which a call may stand without a space."""


class _Label(NamedTuple):
    """One occurrence: the sign itself, and all that is printed of it."""

    sign: str
    start: int
    end: int
    first: int
    last: int
    heads: bool
    """Whether it stands at the head of a footnote."""


def marks_of(text: str) -> list[Mark]:
    """Marks of kind `sup` for labels and calls, and `syntax` for their signs; none where there are no such footnotes."""
    if _HINT.search(text) is None:
        return []
    marks: list[Mark] = []
    for pattern in (_STROKED, _BRACKETED):
        for label in _accepted(list(_labels(text, pattern))):
            if label.first < label.start:
                marks.append(Mark(label.first, label.start, "syntax", "note sign"))
            marks.append(Mark(label.start, label.end, "sup", "label" if label.heads else "call"))
            marks.append(Mark(label.end, label.last, "syntax", "note sign"))
    return marks


def _labels(text: str, pattern: re.Pattern[str]) -> Iterator[_Label]:
    """What may be a label or a call, in order."""
    called: set[str] = set()
    latest, reached = 0, 0
    """The number of the last footnote, and where its label ends."""
    for found in pattern.finditer(text):
        sign = found["sign"]
        start, end = found.span("sign")
        line = text.rfind("\n", 0, found.start()) + 1
        heads = not text[line : found.start()].strip(" \t\f\v\r*_")
        if heads:
            heads = _follows(text[reached:line], sign, latest) or _begins_note(text, line, found.end(), sign, called)
        elif not _behind_words(text, found.start(), sign):
            continue
        if heads:
            latest, reached = int(sign) if sign.isdigit() else latest, found.end()
        else:
            called.add(sign)
        yield _Label(sign, start, end, found.start(), found.end(), heads)


def _follows(between: str, sign: str, latest: int) -> bool:
    """Whether a label is the next in sequence, with no blank line since the last footnote began."""
    return sign.isdigit() and int(sign) == latest + 1 > 1 and _BLANK_LINE.search(between) is None


def _begins_note(text: str, line: int, end: int, sign: str, called: set[str]) -> bool:
    """Whether a label at the head of a line begins a footnote, and is no call before which the line was broken."""
    rest = text[end : text.find("\n", end) if "\n" in text[end:] else len(text)].lstrip()
    before = text[text.rfind("\n", 0, max(0, line - 1)) + 1 : max(0, line - 1)]
    apart = line == 0 or _RULE.fullmatch(before) is not None or "\f" in before
    if apart:
        return sign in called or not rest[:1].islower()
    return sign in called and before.rstrip()[-1:] in ".;:,)" and not rest[:1].islower()


def _behind_words(text: str, start: int, sign: str) -> bool:
    """Whether a call stands behind a word or a stop, with a space between or, for digits, without."""
    before = text[start - 1]
    if before in _BEHIND:
        return True
    if before.isspace():
        return text[:start].rstrip(" \t\u00a0")[-1:].isalnum() or text[:start].rstrip(" \t\u00a0")[-1:] in _BEHIND
    return sign.isdigit() and before.isalpha()


def _accepted(labels: list[_Label]) -> list[_Label]:
    """The labels whose footnote is called, with their calls; or calls in sequence, whose footnotes the text does not have."""
    heads = {label.sign for label in labels if label.heads}
    calls = {label.sign for label in labels if not label.heads}
    if heads & calls:
        known = heads | {sign for sign in calls if sign.isdigit() and _near(int(sign), heads)}
        return [label for label in labels if label.sign in known]
    sequence: list[_Label] = []
    for label in labels:
        if not label.heads and label.sign.isdigit() and int(label.sign) == len({one.sign for one in sequence}) + 1:
            sequence.append(label)
    return sequence if len(sequence) > 1 else []


def _near(number: int, heads: set[str]) -> bool:
    """Whether a number is one of the sequence of the footnotes, whose own footnote the text lacks."""
    numbers = [int(sign) for sign in heads if sign.isdigit()]
    return bool(numbers) and 0 < number <= max(numbers) + 2
