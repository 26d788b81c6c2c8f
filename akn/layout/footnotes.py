"""Bodies of footnotes leave the flow before lines are joined, because paragraphs run on behind them.

A body is known by its label (raised, or a number in sequence) and by where it stands: under a rule, after
another body, or at the end. Which marker calls it is decided later, with all bodies in hand
(`akn.layout.markers`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from akn.layout.furniture import is_rule
from akn.layout.hyphens import Joiner
from akn.layout.rows import Row, Sheet
from akn.ledger import Entry
from akn.source import Passage

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED_LABEL = re.compile(rf"[{_RAISED}]{{1,3}}")
_PLAIN_LABEL = re.compile(r"(?:\[(\d{1,3})\]|(\d{1,3})(/)?)(?=\s|$)|(\d{1,3})(?=[^\W\d_])")
_SIGN_LABEL = re.compile(r"(\*{1,4}|[†‡]{1,2})(?=\s|[^\W_]|$)|([a-z])/(?=\s|$)")


class Body(NamedTuple):
    """The body of one footnote."""

    label: Passage
    number: str
    """The label in plain digits or signs: `1`, `*`, `a`."""
    paragraphs: tuple[Passage, ...]
    start: int
    """Offset in the source."""
    row: int
    """Index of the row, among those that stay, after which it stood."""


class _Start(NamedTuple):
    number: str
    end: int
    """Where the label ends in the row's words."""
    sure: bool
    """Whether the label alone is evidence: raised digits, `[^1]:`."""


def plain_digits(label: str) -> str:
    """A label with raised digits as plain ones."""
    return label.translate(_DOWN)


_DOWN = str.maketrans(_RAISED, "0123456789")


def set_aside(sheet: Sheet, rows: list[Row], left_out: list[Entry]) -> tuple[list[Row], list[Body]]:
    """The rows without footnotes, and the footnotes in the order of the page."""
    if not any(_start_of(row) for row in rows):
        return rows, []
    rules = _rule_offsets(left_out)
    joiner = Joiner(sheet, left_out)
    kept: list[Row] = []
    bodies: list[Body] = []
    index = 0
    torn = False
    while index < len(rows):
        found = _body_at(sheet, rows, index, kept, bodies, rules, torn, joiner)
        if found is None:
            row = rows[index]
            kept.append(row._replace(torn=True) if torn else row)
            torn = False
            index += 1
            continue
        body, index = found
        bodies.append(body)
        torn = True
    return kept, bodies


def _rule_offsets(left_out: list[Entry]) -> list[int]:
    return sorted(entry.start for entry in left_out if entry.reason == "rule")


def _start_of(row: Row) -> _Start | None:
    """The label with which a row begins, if it could be that of a footnote."""
    text = row.text
    first = text[0]
    if first in _RAISED:
        label = _RAISED_LABEL.match(text)
        return _Start(plain_digits(label[0]), label.end(), True) if label else None
    marks = row.words.marks
    if marks and marks[0].start == 0 and marks[0].kind == "sup" and marks[0].target != "call":
        label_text = text[: marks[0].end].strip()
        return (
            _Start(plain_digits(label_text), marks[0].end, True)
            if label_text.isalnum() or label_text in "***"
            else None
        )
    if first.isdigit() or first == "[":
        found = _PLAIN_LABEL.match(text)
        if found:
            return _Start(found[1] or found[2] or found[4], found.end(), False)
    elif first in "*†‡" or text[1:2] == "/":
        found = _SIGN_LABEL.match(text)
        if found:
            return _Start(found[1] or found[2], found.end(), False)
    return None


def _body_at(
    sheet: Sheet,
    rows: list[Row],
    index: int,
    kept: list[Row],
    bodies: list[Body],
    rules: list[int],
    torn: bool,
    joiner: Joiner,
) -> tuple[Body, int] | None:
    row = rows[index]
    start = _start_of(row)
    if start is None:
        return None
    under_rule = _rule_between(rules, rows[index - 1].ends if index else 0, row.start)
    follows = torn and bool(bodies)
    if not start.sure and not _plausible(sheet, rows, index, start, bodies, under_rule, follows):
        return None
    end = _end_of(sheet, rows, index, start, kept, _next_number(bodies) or 1)
    words = [rows[index].words.cut(start.end).strip(), *(r.words for r in rows[index + 1 : end])]
    paragraphs = tuple(p for p in _paragraphs(words, joiner) if p.run.text)
    if not paragraphs:
        return None
    label = row.words.cut(0, start.end)
    return Body(label, start.number, paragraphs, row.start, len(kept)), end


def _paragraphs(words: list[Passage], joiner: Joiner) -> list[Passage]:
    lines = [line for line in words if line.run.text]
    return [joiner.join(lines)] if lines else []


def _rule_between(rules: list[int], start: int, end: int) -> bool:
    return any(start <= offset < end for offset in rules)


def _plausible(
    sheet: Sheet, rows: list[Row], index: int, start: _Start, bodies: list[Body], under_rule: bool, follows: bool
) -> bool:
    """Whether a plain number or sign at the start of a row is a footnote's label."""
    row = rows[index]
    rest = row.text[start.end :].lstrip()
    lone = not rest
    expected = _next_number(bodies)
    if lone:
        counts_on = follows and start.number == str(expected)
        if index + 1 >= len(rows) or (rows[index + 1].gap and not under_rule and not counts_on):
            return False
        following = rows[index + 1]
        rest, folded = following.text, following.folded
    else:
        folded = row.folded[len(row.text) - len(rest) :]
    breaks = index > 0 and rows[index - 1].text[-1].isalnum()  # in the middle of a sentence
    if not start.number.isdigit():
        if breaks and start.number[0] in "*†‡" and rest[:1].isupper():
            return True
        return under_rule or follows or (row.gap and index > len(rows) // 2 and rest[:1].isupper())
    number = int(start.number)
    if _reads_as_date(sheet, folded) or number == 0:
        return False
    in_order = number == expected if expected else number == 1 or under_rule or not lone
    cue = sheet.language.note_cue(folded)
    apart = row.gap or row.torn or row.kind == "item"
    body_like = rest[0].isupper() or rest[0] in '"“«‘([' or not rest[0].islower()
    if under_rule:
        return body_like or in_order
    if follows:
        return (in_order or cue) and (body_like or cue)
    if lone:
        if expected and in_order and body_like and _ends_page(rows, index):
            return True
        return in_order and (cue or (breaks and body_like)) and (breaks or row.torn or bool(expected))
    if start.end < len(row.text) and not row.text[start.end].isspace():
        return cue and (row.gap or row.torn)
    if cue and apart:
        return True
    if cue and bodies and in_order and index and rows[index - 1].text[-1] in ".;":
        return True
    return bool(bodies) and in_order and body_like and row.gap and _after_closing(sheet, rows, index)


def _ends_page(rows: list[Row], index: int) -> bool:
    """Whether the page ends a few lines further on, as behind the notes at its foot."""
    return any(row.torn or row.page != rows[index].page for row in rows[index + 1 : index + 12])


def _next_number(bodies: list[Body]) -> int:
    for body in reversed(bodies):
        if body.number.isdigit():
            return int(body.number) + 1
    return 0


def _reads_as_date(sheet: Sheet, folded: str) -> bool:
    word = re.match(r"[^\W\d_]+", folded)
    return word is not None and word[0] in sheet.language.month_words


def _after_closing(sheet: Sheet, rows: list[Row], index: int) -> bool:
    """Whether the closing block stands shortly before, so that what follows is matter at the end."""
    return any(sheet.language.adopted_at(rows[i].folded) for i in range(max(0, index - 8), index))


def _end_of(sheet: Sheet, rows: list[Row], index: int, start: _Start, kept: list[Row], expected: int) -> int:
    """Index after the last row of the body that begins at `index`."""
    page = rows[index].page
    lone = not rows[index].text[start.end :].strip()
    end = index + 1
    while end < len(rows):
        row = rows[end]
        if row.torn or row.page != page or (row.gap and not (lone and end == index + 1)):
            break
        if row.kind != "text" or is_rule(row):
            break
        following = _start_of(row)
        if following and (following.sure or _next_in_sequence(start, following, expected)):
            break
        if end > index + (1 if lone else 0) and _resumes(sheet, rows[end - 1], row, kept):
            break
        end += 1
    return end


def _next_in_sequence(start: _Start, following: _Start, expected: int) -> bool:
    """Whether a label can follow another; `expected` is the next number where the first is a sign."""
    if not following.number.isdigit():
        return True
    return int(following.number) == (int(start.number) + 1 if start.number.isdigit() else expected)


def _resumes(sheet: Sheet, before: Row, row: Row, kept: list[Row]) -> bool:
    """Whether a row takes up the text that stood before the footnotes, with nothing printed between."""
    if not sheet.wrapped or before.text[-1] not in '.)»”"':
        return False
    if before.folded.split()[-1].rstrip(".") in sheet.language.counting_words:
        return False  # `… Supplement No.` / `53 (A/73/53)`
    pending = bool(kept) and kept[-1].text[-1] not in ".;:," and len(kept[-1].folded) > 40
    if pending:
        return row.text[0].islower() or not row.text[0].isalpha()
    language = sheet.language
    return bool(
        language.opening(row.folded, "preambular")
        or re.match(r"\d{1,3}\. +[^\W\d_]", row.text)
        or re.match(r"\(?[a-z]\)", row.folded)
    )
