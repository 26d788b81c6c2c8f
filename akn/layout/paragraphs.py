"""Rows to blocks: which printed lines make one paragraph, which begin another.

Evidence, from strong to weak: marks of the format, blank lines, labels in sequence, opening phrases, the end of
the row before (a stop, a short line), indents. Text that a page's end tore apart is joined.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter

from akn.blocks import Block, BlockKind, CellWords
from akn.fold import fold
from akn.inline import dates
from akn.layout.furniture import body_start, is_formula
from akn.layout.hyphens import Joiner
from akn.layout.rows import Row, Sheet
from akn.ledger import Entry
from akn.source import Passage, plain_if_whole
from akn.vocabulary import Language, symbol_at

_TERMINAL = re.compile(r"[.;:,!?。；：，؛،…][\s\"”»’')\]]*(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\d{1,3})?\*{0,2}[\s)\]]*(?:[;,.:])?$")
"""A row that may end a paragraph, perhaps with the marker of a footnote behind the stop."""
_NUMBER = re.compile(r"(\d{1,3})(?: ?bis| ?ter)?(?:[.．、](?=\s|[^\W\d]|$)|,(?=\s[^\W\d_])|\s?-(?=\s[^\W\d_]))")
_POINT = re.compile(r"(?:\((?:[^\W\d_]{1,2}|[ivxl]{1,5}|\d{1,2})\)|[^\W\d_] ?\)|[ivxl]{1,5} ?\)|[-–—•●▪](?=\s))")


_LONE_CAPITAL = re.compile(r"(?:[A-Z]|[IVX]{2,5})\.?")
"""The letter or number of a part, alone on its line."""


_WORD_AND_NUMBER = re.compile(r"([^\W\d_]{3,14}) \d{1,3}\.?")


_NUMBERED_HEADING = re.compile(r"(?:[IVX]{1,5}|[A-Z])\.\s[^\W\d_a-z].{2,70}")


def _numbered_headings(rows: list[Row], language: Language) -> frozenset[int]:
    """Where a capital or Roman number, and words without a stop, stand directly above what begins a paragraph."""
    return frozenset(
        row.start
        for row, below in itertools.pairwise(rows)
        if _NUMBERED_HEADING.fullmatch(row.text)
        and row.text[-1] not in ".;:,"
        and (_NUMBER.match(below.folded) or language.opening(below.folded, "preambular"))
    )


def _annex_titles(rows: list[Row], language: Language) -> frozenset[int]:
    """Where a line without a stop stands between the heading of an annex and its first numbered paragraph."""
    return frozenset(
        row.start
        for above, row, below in zip(rows, rows[1:], rows[2:], strict=False)
        if below.folded.startswith("1. ")
        and row.text[-1] not in ".;:,"
        and len(above.folded) < 60
        and language.annex_heading(above.folded)
    )


def _goes_on_as_table(group: list[Row], row: Row) -> bool:
    """Whether a row of a table stands behind a blank line of it: it has no rule below, and as many cells as the head."""
    return group[0].level == 1 and row.level == 0 and row.text.count("|") == group[0].text.count("|")


_LONG = 60
"""Characters of a line that only a sentence has."""


def _counted_words(rows: list[Row]) -> frozenset[str]:
    """Capitalised words that head several lines with a number behind them."""
    found = [_WORD_AND_NUMBER.fullmatch(row.text) for row in rows if len(row.text) < 24 and row.text[0].isupper()]
    words = Counter(one[1] for one in found if one)
    return frozenset(word for word, count in words.items() if count > 1)


def gather(sheet: Sheet, rows: list[Row], left_out: list[Entry]) -> list[Block]:
    """The blocks that the rows make, in their order."""
    if not rows:
        return []
    return _Gatherer(sheet, rows, left_out).blocks()


class _Gatherer:
    """Walks the rows once; remembers the last number of the sequence of paragraphs."""

    def __init__(self, sheet: Sheet, rows: list[Row], left_out: list[Entry]) -> None:
        self.sheet = sheet
        self.rows = rows
        self.left_out = left_out
        self.language = sheet.language
        first = body_start(sheet)
        self.body_offset = sheet.rows[first].start if sheet.rows else 0
        self.number = 0
        self.small = self.language.lower_openings or self._opens_small()
        """Whether preambular paragraphs begin with a small letter, as Russian and German print them."""
        self.joints = frozenset(joint for joint in sheet.language.data["citations"]["joints"] if joint.isalpha())
        """Words that end a point of a list behind its stop: `…; and`."""
        self.joiner = Joiner(sheet, left_out)
        self.headings = _numbered_headings(rows, sheet.language) | _annex_titles(rows, sheet.language)
        """Offsets of lines such as `II. Meetings`, and of an annex's title, directly above a paragraph."""
        self.counted = _counted_words(rows)
        """Words that, with a number, stand alone on several lines: `Rule 41`, `Rule 42`."""

    def blocks(self) -> list[Block]:
        strays = self._strays()
        found: list[Block] = []
        group: list[Row] = []
        for index, row in enumerate(self.rows):
            if group and self._begins(group, row, index):
                found.append(self._block(group))
                group = []
            if not group:
                self._count(row)
            group.append(row)
        if group:
            found.append(self._block(group))
        return [*found, *strays]

    def _opens_small(self) -> bool:
        """Whether the row after the enacting formula begins with a small letter."""
        for row, following in zip(self.rows, self.rows[1:], strict=False):
            if len(row.folded) < 90 and self.language.formula(row.folded):
                return following.text[0].islower()
        return False

    def _strays(self) -> list[Block]:
        """Lines of the masthead that the columns of the page put into the text; they stand behind the other blocks."""
        strays = self._stray_rows()
        if not strays:
            return []
        places = {row.start for row in strays}
        kept: list[Row] = []
        torn = False
        for row in self.rows:
            if row.start not in places:
                kept.append(row._replace(torn=True, gap=True) if torn else row)
                torn = False
            else:
                torn = True
        self.rows = kept
        return [self._block([row])._replace(aside=True) for row in strays]

    def _stray_rows(self) -> list[Row]:
        found: list[Row] = []
        before: Row | None = None
        for row in self.rows:
            if row.start > self.body_offset and (self._is_stray(row) or (before in found[-1:] and self._is_date(row))):
                found.append(row)
            before = row
        return found

    def _is_date(self, row: Row) -> bool:
        marks = dates.find(row.text, self.language) if len(row.text) < 40 else []
        return len(marks) == 1 and marks[0].end - marks[0].start == len(row.text)

    def _is_stray(self, row: Row) -> bool:
        folded = row.folded
        if len(folded) > 90:
            return False
        language = self.language
        if (
            language.may_match("distribution", folded)
            and (name := language.organ_at(folded))
            and language.match("distribution", folded[name[1] :].strip())
        ):
            return True
        if (found := language.match("publisher", folded)) and symbol_at(folded[found.end() :].strip()):
            return True
        return len(folded) <= 60 and any(
            language.match(name, row.folded) for name in ("distribution", "original", "language_line")
        )

    def _count(self, row: Row) -> None:
        label = _NUMBER.match(row.folded)
        if label and (int(label[1]) in (1, self.number + 1) or row.gap):
            self.number = int(label[1])
        elif self.number and row.folded.startswith(f"{self.number + 1} "):
            self.number += 1

    def _begins(self, group: list[Row], row: Row, index: int) -> bool:
        """Whether `row` begins a block, and does not go on with that of `group`."""
        before = group[-1]
        if row.kind == "table" or before.kind == "table":
            return row.kind != before.kind or (row.gap and not _goes_on_as_table(group, row))
        if row.kind == "item" and self._goes_on_as_item(group, row):
            return False
        if row.kind in ("heading", "item") or (before.kind == "heading" and row.gap):
            return True
        if row.start <= self.body_offset:
            return True
        if self._stands_alone(before, len(group) == 1) or self._stands_alone(row, row.gap or self._terminal(before)):
            return not self._within_sentence(before, row)
        if len(group) == 1 and _LONE_CAPITAL.fullmatch(before.text) and not row.text[0].islower():
            return True
        broken = self.sheet.wrapped or row.torn
        if row.gap or row.torn or not self.sheet.wrapped:
            if row.gap or row.torn:
                return not self._goes_on(group, before, row)
            return self._new_line(group, before, row, broken)
        return self._begins_within(group, before, row, index)

    def _stands_alone(self, row: Row, meeting: bool) -> bool:
        """Rows that are a block by what they say: a formula, the heading of an annex, the closing block."""
        folded = row.folded
        length = len(folded)
        if length > 90:
            return False
        if row.start in self.headings:
            return True
        language = self.language
        if (
            length < 24
            and self.counted
            and (found := _WORD_AND_NUMBER.fullmatch(row.text))
            and found[1] in self.counted
        ):
            return True
        if length < 60 and (
            language.annex_heading(folded) or self._heads_division(row) or (meeting and language.meeting(folded))
        ):
            return True
        return is_formula(row.text, folded, language)

    def _goes_on_as_item(self, group: list[Row], row: Row) -> bool:
        """Whether Markdown made an item of the rest of a sentence that the end of a page tore apart."""
        before = group[-1]
        if row.left > before.left or not self.language.has_case or not row.text[0].islower():
            return False
        if not row.torn and (_NUMBER.match(group[0].folded) is None or len(before.text) < _LONG):
            return False
        return before.text[-1].isalnum() and _POINT.match(row.folded) is None and _NUMBER.match(row.folded) is None

    def _heads_division(self, row: Row) -> bool:
        """Whether a row is or begins the heading of a division, and not a citation: `Chapter VIII of the Charter`."""
        found = self.language.division_heading(row.folded)
        return found is not None and not row.text[found[1][1] :].lstrip(" .:")[:1].islower()

    def _within_sentence(self, before: Row, row: Row) -> bool:
        """Whether the name of the organ that ends a line goes on a sentence: `… by` / `the Security Council,`."""
        if row.gap or row.torn or not self.language.has_case or not row.text[0].islower():
            return False
        return not self._terminal(before)

    def _new_line(self, group: list[Row], before: Row, row: Row, broken: bool) -> bool:
        """In text with one paragraph a line, a line is a paragraph; unless the one before cannot end there."""
        if self._terminal(before):
            return True
        if self._breaks_off(group, before) and not self._labelled(before, row) and not self._opens(row):
            return False
        first = row.text[0]
        runs_on = first.islower() or (first == "(" and _POINT.match(row.folded) is None)
        return not (runs_on and (broken or len(before.folded) > 40))

    def _breaks_off(self, group: list[Row], before: Row) -> bool:
        """Whether a paragraph that opens with a phrase ends with a word: a heading may, a paragraph does not."""
        if not before.text[-1].isalpha() or len(before.folded) < 40:
            return False
        first = group[0]
        number = _NUMBER.match(first.folded)
        if number is not None:
            return bool(self.language.opening(first.folded[number.end() :].lstrip(), "operative"))
        return self._opens(first)

    def _goes_on(self, group: list[Row], before: Row, row: Row) -> bool:
        """Whether a paragraph runs on over a blank line, a page's end, or footnotes."""
        if self._labelled(before, row) or self._opens(row):
            return False
        first = row.text[0]
        if self._terminal(before):
            comma = before.text.rstrip(" 0123456789").endswith((",", "،", "，"))
            long = len(before.folded) > self.sheet.width * 0.8 if self.sheet.wrapped else len(before.folded) > 60
            point = _POINT.match(group[0].folded) is not None
            return comma and first.islower() and (row.torn or long) and (row.torn or not point)
        if first.islower():
            return before.kind != "heading" or row.torn
        if before.text[-1] in "-‐" and len(before.text) > 1 and before.text[-2].isalpha():
            return True
        if self._closing(row):
            return False
        if not row.torn:
            full = self.sheet.wrapped and len(before.folded) > self.sheet.width * 0.7 > 30
            begun = self._opens(group[0]) or _NUMBER.match(group[0].folded) is not None
            return full and begun and before.text[-1].isalnum()  # no paragraph ends so
        return sum(len(r.folded) for r in group) > 80 or before.folded.split()[-1] in self.language.function_words

    def _closing(self, row: Row) -> bool:
        return bool(self.language.meeting(row.folded) or self.language.adopted_at(row.folded))

    def _terminal(self, row: Row) -> bool:
        if _TERMINAL.search(row.text[-24:]) is not None:
            return True
        before, _, last = row.folded.rpartition(" ")
        return before[-1:] in (",", ";", "،", "؛") and last in self.joints

    def _opens(self, row: Row) -> bool:
        """Whether a row opens as a preambular or operative paragraph does."""
        if self.language.has_case and not row.text[0].isupper():
            return self.small and bool(self.language.opening(row.folded, "preambular") or self._opens_body(row))
        return bool(self.language.opening(row.folded, "preambular") or self.language.opening(row.folded, "operative"))

    def _may_open(self, row: Row) -> bool:
        """Whether a row opens as a paragraph does, by a list or by the form of its first words."""
        return self._opens(row) or bool(self.language.generic_kind(row.folded))

    def _opens_body(self, row: Row) -> bool:
        """Whether a row opens an operative paragraph, in a language whose paragraphs open with a small letter."""
        return self.language.lower_openings and bool(self.language.opening(row.folded, "operative"))

    def _labelled(self, before: Row, row: Row) -> bool:
        """Whether a row begins with the label of a paragraph or point that fits what came before."""
        number = _NUMBER.match(row.folded)
        if number is None and self._without_stop(before, row):
            return True
        if number:
            value = int(number[1])
            if number[0].endswith(",") and not (value == self.number + 1 and self._terminal(before)):
                return False
            if value == self.number + 1:
                return self._terminal(before) or self._opens_after(row, number.end()) or before.kind == "heading"
            if value <= self.number + 3 or value == 1:
                return self._terminal(before) and self._opens_after(row, number.end())
            return False
        point = _POINT.match(row.folded)
        if point is None:
            return False
        small = self.language.has_case and row.text[point.end() :].lstrip()[:1].islower()
        if small and (not self._terminal(before) or row.text[1:2].isupper()):
            return False  # `… resolution 2467` / `(XX) of 6 December`
        apart = (row.gap and not row.torn) or len(before.folded) < self.sheet.width * 0.72
        return self._terminal(before) or apart

    def _without_stop(self, before: Row, row: Row) -> bool:
        """`11 Condemns` where paragraph 11 is next."""
        digits = str(self.number + 1)
        if not self.number or not row.folded.startswith(digits + " ") or not self._terminal(before):
            return False
        return bool(self.language.opening(row.folded[len(digits) + 1 :], "operative"))

    def _opens_after(self, row: Row, end: int) -> bool:
        rest = row.text[end:].lstrip()
        if not rest:
            return True
        if not self.language.has_case:
            return True
        lead = len(row.text) - len(rest)
        if self.language.month_at(row.folded[lead:]):
            return False
        return rest[0].isupper() or rest[0] in "“\"«'‘(["

    def _begins_within(self, group: list[Row], before: Row, row: Row, index: int) -> bool:
        """Whether a row begins a block though no blank line stands before it, in text that is wrapped."""
        if self._labelled(before, row):
            return True
        upper = row.text[0].isupper() or not self.language.has_case
        if not upper and row.text[0] not in '[(“«"':
            return False
        terminal = self._terminal(before)
        if terminal and (self._opens(row) or _LONE_CAPITAL.fullmatch(row.text)):
            return True
        folded = row.folded
        if folded[0] == "[" and self.language.no_vote(folded):
            return True
        if self.language.adopted_at(folded):
            return terminal
        if not terminal:
            return False
        short = len(before.folded) < self.sheet.width * 0.72
        last = before.text.rstrip(" 0123456789⁰¹²³⁴⁵⁶⁷⁸⁹*")[-1:]
        if last in ";:；" and upper:
            return True
        if row.left >= before.left + 3 and len(group) > 1:
            return True
        if short and last == ",":
            return upper and (not self.language.has_case or self._may_open(row))
        return short and last in ".。"

    def _block(self, group: list[Row]) -> Block:
        first = group[0]
        if first.kind == "table":
            return self._table(group)
        words = first.words
        if len(group) > 1:
            words = self.joiner.join([row.words for row in group])
        kind: BlockKind = "heading" if first.kind == "heading" else "item" if first.kind == "item" else "text"
        folded = first.folded
        if len(group) > 1:
            folded = " ".join([row.folded for row in group])
            if len(folded) != len(words.run.text):  # a hyphen went, or no space came
                folded = fold(words.run.text)
        words = plain_if_whole(words) if words.marks else words
        return Block(words, kind, first.page, first.left, first.level, first.gap, folded=folded)

    def _table(self, group: list[Row]) -> Block:
        rows = tuple(self._cells(row) for row in group)
        first = group[0]
        return Block(Passage(first.words.run.cut(0, 0)), "table", first.page, first.left, rows=rows, gap=first.gap)

    def _cells(self, row: Row) -> tuple[CellWords, ...]:
        text = row.text
        bars = [i for i, c in enumerate(text) if c == "|"]
        for bar in bars:
            offset = row.words.run.offset(bar)
            self.left_out.append(Entry(offset, offset + 1, "Markdown syntax"))
        return tuple(CellWords(row.words.cut(a + 1, b).strip(), row.level == 1) for a, b in itertools.pairwise(bars))
