"""Footnotes at the foot of a column: under a short rule, in smaller letters, each behind its label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from akn.readers.pdf.lines import Strip
from akn.readers.pdf.page import Page, Rule
from akn.readers.pdf.regions import Column

_SIGN = re.compile(r"(?:\*{1,5}|[†‡§¶]{1,3})(?=\s*\S)")
_NUMBER = re.compile(r"(?:\d{1,3}|[a-z])(?:[.)/])?(?=\s+\S)")
_RULE = re.compile(r"[_—–-]{5,}")


class Foot(NamedTuple):
    """The lines of a column without its footnotes, the footnotes' lines, and printed rules between them."""

    body: tuple[Strip, ...]
    notes: tuple[Strip, ...]
    rules: tuple[Strip, ...]


class RawNote(NamedTuple):
    """A footnote: its lines, the first with the label, and how long the label is."""

    label: str
    length: int
    lines: list[Strip]


def label_of(line: Strip, plain: bool = False) -> tuple[str, int]:
    """The label with which a line begins, and its length; `plain` also allows a number that is not raised."""
    first = line.marks[0] if line.marks else None
    if first is not None and first.start == 0 and first.kind in ("b", "i") and len(line.marks) > 1:
        first = next((m for m in line.marks if m.start == 0 and m.kind == "sup"), first)
    if first is not None and first.start == 0 and first.kind == "sup" and first.end < len(line.text):
        label = line.text[: first.end].strip()
        if len(label) <= 5:
            return label, first.end
    if line.text[0] in "*†‡§¶" and (found := _SIGN.match(line.text)):
        return found[0], found.end()
    if plain and (found := _NUMBER.match(line.text)):
        return found[0].rstrip("./)"), found.end()
    return "", 0


def is_rule(line: Strip) -> bool:
    """Whether a line is a rule made of characters."""
    return _RULE.fullmatch(line.text.replace(" ", "")) is not None


def split(column: Column, page: Page, body_size: float, open_note: bool) -> Foot:
    """Parts a column from its footnotes; `open_note`: the page before ended within a footnote, perhaps."""
    lines = column.lines
    rules = tuple(line for line in lines if is_rule(line))
    start = _after_rule(column, page, body_size, open_note)
    if start < 0:
        start = _small_end(lines, body_size)
    body = tuple(line for line in lines[:start] if not is_rule(line))
    notes = tuple(line for line in lines[start:] if not is_rule(line))
    return Foot(body, notes, rules)


def _after_rule(column: Column, page: Page, body_size: float, open_note: bool) -> int:
    """The index of the first line under a short rule, drawn or made of characters; -1 if there is none."""
    lines = column.lines
    for index in range(len(lines) - 1, -1, -1):
        if is_rule(lines[index]) and index + 1 < len(lines):
            if _notes_follow(lines[index + 1 :], body_size, open_note):
                return index + 1
            break
    for rule in reversed(page.across):
        if not _is_separator(rule, column):
            continue
        start = next((i for i, line in enumerate(lines) if line.base > rule.top), len(lines))
        if 0 < start < len(lines) and _notes_follow(lines[start:], body_size, open_note):
            return start
    return -1


def _is_separator(rule: Rule, column: Column) -> bool:
    """Whether a rule can stand above footnotes: short, and at the side where lines begin."""
    width, length = column.right - column.left, rule.right - rule.left
    if not 24 < length < 0.6 * max(width, 120):
        return False
    return rule.left < column.left + 0.3 * width or rule.right > column.right - 0.05 * width


def _notes_follow(lines: Sequence[Strip], body_size: float, open_note: bool) -> bool:
    """Whether lines are footnotes: no larger than the text, the first with a label, or going on one."""
    kept = [line for line in lines if not is_rule(line)]
    if not kept or max(line.size for line in kept) > body_size + 0.3:
        return False
    if label_of(kept[0], True)[0]:
        return True
    return open_note and max(line.size for line in kept) < body_size - 0.4


def _small_end(lines: Sequence[Strip], body_size: float) -> int:
    """The index of the first of the small lines at the end, if a label begins them; else the number of lines."""
    start = len(lines)
    while start and (lines[start - 1].size < body_size - 0.6 or is_rule(lines[start - 1])):
        start -= 1
    if not start and lines[0].base < 200:
        return len(lines)
    while start < len(lines) and not label_of(lines[start])[0]:
        start += 1
    return start


def under_table(lines: Sequence[Strip], body_size: float) -> int:
    """How many of the lines behind a table are its footnotes: small, the first with a raised label."""
    count = 0
    while count < len(lines) and lines[count].size < body_size - 0.6 and (count or label_of(lines[0])[0]):
        count += 1
    return count


def bodies(lines: Sequence[Strip], found: list[RawNote]) -> None:
    """Adds the footnotes that some lines make to those of the pages before; the first lines may go on the last."""
    number = _last_number(found)
    on_page = False
    for line in lines:
        label, length = label_of(line)
        if not label:
            plain, plain_length = label_of(line, True)
            expected = plain.isdigit() and (int(plain) == number + 1 or (not on_page and not found))
            hangs = on_page and line.left < found[-1].lines[-1].left - 0.3 * line.size and len(found[-1].lines) > 1
            if expected or (plain and hangs and plain.isdigit() and int(plain) > number):
                label, length = plain, plain_length
        if label or not found:
            found.append(RawNote(label, length, [line]))
            number = int(label) if label.isdigit() else number
        else:
            found[-1].lines.append(line)
        on_page = True


def _last_number(found: Sequence[RawNote]) -> int:
    return next((int(note.label) for note in reversed(found) if note.label.isdigit()), 0)
