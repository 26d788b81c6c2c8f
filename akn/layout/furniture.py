"""Page furniture: page numbers, running heads, job numbers, bar codes and rules go to the ledger, as rows.

Evidence is shape, position on the page and repetition. If unsure a row stays: a page number too many in the
text is seen by a reader, a paragraph less is not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cache

from akn.layout.rows import Row, Sheet
from akn.ledger import Entry, Reason
from akn.vocabulary import Language, number_at
from akn.vocabulary.furniture import shapes, without_recycling

_SYMBOL = r"(?:[aes]|st|unep|td|ccpr|cat|crc|cedaw|cerd|dp|hri|icc|ctc|sc|crpd|ced|unhcr)/[a-z0-9][\w./()-]*(?: \(\d{4}\))?\*{0,3}"
_RULE = re.compile(r"[-_=~ .*·•]{3,}|[-_=~]{2,}")
_ADDRESS = re.compile(r"(?:https?://|www[.])\S+|undocs[.]org/\S+")
_NUMBER = re.compile(r"[0-9]{1,4}|[ivxl]{1,6}")


@cache
def _furniture() -> re.Pattern[str]:
    """A line of furniture: tokens with spaces between, perhaps a page number before or behind."""
    token = "|".join(f"(?:{pattern})" for _, pattern in _tokens())
    return re.compile(rf"(?P<head>\d{{1,4}}\s+{_SYMBOL})|(?:(?:{token})(?:\s+|$))+(?:\d{{1,4}})?")


@cache
def _tokens() -> tuple[tuple[Reason, str], ...]:
    return (*shapes(), ("running head", _SYMBOL))


@cache
def _numbered_head() -> re.Pattern[str]:
    """A symbol and the number of a page, with its word."""
    numbers = "|".join(pattern for reason, pattern in shapes() if reason == "page number")
    return re.compile(rf"{_SYMBOL},?\s+(?:{numbers})")


def sweep(sheet: Sheet, left_out: list[Entry]) -> list[Row]:
    """The rows without furniture; what is left is marked as `torn` where furniture stood before it."""
    rows = sheet.rows
    body = body_start(sheet)
    own = _own_symbol(sheet, body)
    reasons: list[Reason | None] = [_shape(row, own) for row in rows]
    _first_symbol_stays(rows, reasons, body)
    _repeated_titles(rows, reasons, body, own)
    _heads_with_title(rows, reasons, own)
    _repeated_heads(rows, reasons, body)
    _lone_numbers(rows, reasons)
    _lone_letters(sheet, reasons)
    kept: list[Row] = []
    torn = gap = False
    for row, reason in zip(rows, reasons, strict=True):
        if reason is None:
            kept.append(row._replace(torn=True, gap=row.gap or gap) if torn or gap else row)
            torn = gap = False
        else:
            left_out += [Entry(p.start, p.end, reason) for p in row.words.run.pieces]
            torn = torn or (reason != "rule")
            gap = gap or row.gap
    return kept


def body_start(sheet: Sheet) -> int:
    """Index of the first row of the resolution itself: its enacting formula, else a paragraph that opens as one."""
    language = sheet.language
    number = -_NEAR
    for index, row in enumerate(sheet.rows):
        folded = row.folded
        if number_at(folded):
            number = index
        if index - number < _NEAR and language.formula(folded, bare=True):
            return index
        if len(folded) < 90 and is_formula(row.text, folded, language):
            return index
        small = language.has_case and not language.lower_openings and row.text[0].islower()
        if (
            len(folded) > 25
            and not small
            and (language.opening(folded, "preambular") or language.formula_prefix(folded))
        ):
            return index
        if folded.startswith(("1. ", "1.\u2003")) and len(folded) > 30:
            return index
    return 0


_NEAR = 6
"""The name of an organ so many rows below the number of the resolution, at most, is the formula and no masthead."""


def is_formula(text: str, folded: str, language: Language) -> bool:
    """Whether a line is an enacting formula, and not the end of a title: `… in the` / `the Human Rights Council`."""
    if text[:1].islower() and language.has_case and text.rstrip(" *_")[-1:] != ",":
        return False
    return language.formula(folded) is not None


def is_rule(row: Row) -> bool:
    """Whether a row is a printed rule, as above footnotes; `* * *` is one."""
    return _RULE.fullmatch(row.folded) is not None


def _own_symbol(sheet: Sheet, body: int) -> str:
    """The symbol of the document, folded: the first in its masthead, else one that rows repeat or that adopts."""
    for row in sheet.rows[: max(body, 1)]:
        for word in _symbols_in(row.folded):
            return word
    lines = Counter(row.folded.rstrip("* ") for row in sheet.rows if len(row.folded) < 30 and "/" in row.folded)
    for line, count in lines.items():
        if ("/res/" in line or count > 1) and line in _symbols_in(line):
            return line
    return ""


_SYMBOL_WORD = re.compile(_SYMBOL)


def _symbols_in(folded: str) -> list[str]:
    if "/" not in folded or len(folded) > 120:
        return []
    found = (
        m[0].rstrip("*.") for m in _SYMBOL_WORD.finditer(folded) if not folded[m.start() - 1 : m.start()].isalnum()
    )
    return [symbol for symbol in found if any(c.isdigit() for c in symbol)]


def _shape(row: Row, own: str) -> Reason | None:
    folded = row.folded
    if len(folded) > 120:
        return None
    if is_rule(row):
        return "rule"
    if "/" in folded and _ADDRESS.fullmatch(folded):
        return "address of a page"
    if "/" in folded and any(symbol != own for symbol in _symbols_in(folded)):
        # a masthead that a scan made unreadable has no symbol to compare with
        return "running head" if not own and _numbered_head().fullmatch(folded) else None
    rest = without_recycling(folded)
    if rest == "":
        return "recycling notice"
    found = _furniture().fullmatch(folded if rest is None else rest)
    if found is None:
        return None
    return "running head" if found["head"] else _first(found[0])


def _first(folded: str) -> Reason:
    """The reason of the first token of a line of furniture."""
    return next(reason for reason, pattern in _tokens() if re.match(rf"(?:{pattern})(?:\s|$)", folded))


def _first_symbol_stays(rows: tuple[Row, ...], reasons: list[Reason | None], body: int) -> None:
    """The first symbol before the body is that of the document; a symbol after it heads a page."""
    for index in range(min(body, len(rows))):
        if reasons[index] == "running head" and " " not in rows[index].folded.replace(" (", "("):
            reasons[index] = None
            return


def _heads_with_title(rows: tuple[Row, ...], reasons: list[Reason | None], own: str) -> None:
    """The symbol and a short title at the edge of a later page."""
    if not own:
        return
    for index, row in enumerate(rows):
        if reasons[index] is not None or row.page < 2 or len(row.folded) > 140:
            continue
        first = all(rows[i].page != row.page or reasons[i] is not None for i in range(max(0, index - 3), index))
        if first and row.folded.startswith(own) and not row.folded[len(own) : len(own) + 1].isalnum():
            reasons[index] = "running head"


def _repeated_titles(rows: tuple[Row, ...], reasons: list[Reason | None], body: int, own: str) -> None:
    """Rows beside other furniture of a later page that say again what stands above the body: the running title.

    Behind the symbol they do so wherever they stand.
    """
    head = " ".join(row.folded for row in rows[:body] if len(row.folded) < 300)
    if not head:
        return
    for index in range(body + 1, len(rows)) if own else ():
        title = rows[index].folded.removeprefix(own).strip()
        if reasons[index] is None and rows[index].folded.startswith(own) and len(title) > 8 and title in head:
            reasons[index] = "running head"
    for step in (1, -1):
        order = range(body + 1, len(rows)) if step == 1 else range(len(rows) - 2, body, -1)
        for index in order:
            row, beside = rows[index], reasons[index - step]
            edge = beside in ("running head", "job number", "page number") or rows[index - step].page != row.page
            if reasons[index] is not None or not edge or not 24 < len(row.folded) < 120:
                continue
            title = row.folded.replace(own, "").strip() if own else row.folded
            if len(title) > 24 and title in head:
                reasons[index] = "running head"


def _repeated_heads(rows: tuple[Row, ...], reasons: list[Reason | None], body: int) -> None:
    """The first and last rows of pages that say the same but for a page number, on at least two pages.

    Twice, so that a second row of a running head goes too once the first has gone.
    """
    if not rows or rows[-1].page < 2:
        return
    for _ in range(2):
        edges: dict[str, list[int]] = {}
        pages: dict[int, list[int]] = {}
        for index, row in enumerate(rows):
            if reasons[index] is None and index >= body:
                pages.setdefault(row.page, []).append(index)
        for indexes in pages.values():
            for index in {indexes[0], indexes[-1]}:
                if len(rows[index].folded) < 100:
                    edges.setdefault(rows[index].folded.strip(" 0123456789/-|"), []).append(index)
        for shape, indexes in edges.items():
            if len({rows[i].page for i in indexes}) > 1 and any(c.isalpha() for c in shape) and shape[-1] not in ",;:.":
                for index in indexes:
                    reasons[index] = "running head"


def _lone_letters(sheet: Sheet, reasons: list[Reason | None]) -> None:
    """The large letter of the series (`A`, `S`, `E`) that an extraction parts from the head of its page.

    It stands beside a picture, a rule or the edge of a page, and no other letter goes on from it as parts do.
    """
    rows = sheet.rows
    pictures = sorted(entry.start for entry in sheet.left_out if entry.reason == "image mark")
    last = {row.text[:2].rstrip(" .1"): index for index, row in enumerate(rows)}
    for index, row in enumerate(rows):
        if row.text not in _SERIES or not index or reasons[index] is not None:
            continue
        after_picture = bisect_left(pictures, rows[index - 1].ends) < bisect_left(pictures, row.start)
        edge = after_picture or reasons[index - 1] is not None or rows[index - 1].page != row.page
        following = chr(ord(row.text) + 1)
        if edge and last.get(following, 0) <= index:
            reasons[index] = "running head"


_SERIES = ("A", "E", "S", "T")
"""The letters of the principal organs' series of documents."""


def _lone_numbers(rows: tuple[Row, ...], reasons: list[Reason | None]) -> None:
    """A number alone on its line is a page number if furniture or the edge of a page stands beside it."""
    parts = sum(row.text.isupper() and _NUMBER.fullmatch(row.folded) is not None for row in rows)
    for index, row in enumerate(rows):
        if reasons[index] is not None or not _NUMBER.fullmatch(row.folded):
            continue
        if row.text.isupper() and parts > 1:
            continue  # I, II, III: the parts of the text
        first = index == 0 or rows[index - 1].page != row.page
        last = index + 1 == len(rows) or rows[index + 1].page != row.page
        before = first or reasons[index - 1] not in (None, "rule")
        after = last or reasons[index + 1] not in (None, "rule")
        alone = (row.gap or first) and (last or rows[index + 1].gap)
        if (before or after) and (alone or (before and after) or reasons[index - 1] in ("running head", "job number")):
            reasons[index] = "page number"
