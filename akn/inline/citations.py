"""Citations of United Nations documents in words: where they stand, and the IRI of what they cite.

A number counts only beside a word that cites (`resolution`, `décisions`; in Chinese the word stands behind) or in a
list with such a number; a symbol (`A/74/399/Add.2`) by its form. A mark surrounds exactly the words that cite. The IRI is the same in every
language and has no date, because one citation of a resolution states it and the next does not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from akn.fold import fold
from akn.inline import dates
from akn.inline.numbers import NUMBER, canonical, cased, organ_of
from akn.source import Mark
from akn.vocabulary import Language, organs

_SYMBOL = re.compile(
    r"(?<![^\W\u3400-\u9fff])(?<![/.])(?:A|E|S|T|ST|TD|ECE|UNEP|CCPR|CEDAW|CERD|CAT|CRC|CRPD|CED|CMW|DP|FCCC|ICC|HRI|LC|SPT|UNW|IDB|GC)"
    r"/(?:(?:[A-Z]+/)?(?:RES|DEC)/(?:E?S-)?\d{1,4}(?:/\d{1,3})?(?: [A-Z](?:-[A-Z])?(?![\w'’-]|\.\w))?(?: ?\((?:\d{4}|(?:ES-|S-)?[IVXL]{1,7})\))?(?![\w/])"
    r"|(?:[A-Z0-9][A-Za-z0-9.]*)(?:[/-](?:[A-Z]+/)?[A-Z0-9][A-Za-z0-9.]*)*(?:-\d+)?"
    r"(?: ?\((?:\d{4}|(?:Part|Partie|Vol\.|vol\.) ?[IVXL\d]+(?:\))?(?:[/ ][A-Za-z.\d]+)?)\))?"
    r"(?: ?\((?:Part|Partie|Vol\.|vol\.) ?[IVXL\d]+\)(?:/[A-Za-z]+\.\d+)?)*(?:(?<=[^)])/[A-Z][a-z]+\.\d+)*)"
)
_GAP = re.compile(r"\s{0,2}(?:(?:n[o°]s?\.?|№|no\.) ?)?")
_NUMBER = re.compile(rf"(?P<number>{NUMBER})(?![\w/])")
_LINK = re.compile(r"[,،]?\s?(?:[^\W\d_]+['\s]\s?){0,3}")
"""What may stand between a number and its date or organ: `, adopted on`, `du`, `от`."""
_TITLE = re.compile(r',?\s?(?:[^\W\d_]+\s){0,4}"[^"]{1,300}"(?=,?\s)')
_ANNEX = re.compile(r"[,،]\s[^\W\d_]{3,14}(?=[,،])")


def find(text: str, language: Language, organ: str) -> list[Mark]:
    """`ref` marks of the citations of a text, in order and disjoint; `organ` is the one that speaks."""
    if "/" not in text and "(" not in text and "（" not in text:
        return []
    marks = _symbols(text) if "/" in text else []
    folded = fold(text)
    if any(word in folded for word in _words(language)):
        marks += apart(_Numbers(text, folded, language, organ).marks(), marks)
    return sorted(marks)


def apart(marks: list[Mark], others: list[Mark]) -> list[Mark]:
    """The marks that share no character with `others`, which are in order and disjoint."""
    return [mark for mark in marks if not _meets(mark, others)]


def _meets(mark: Mark, others: list[Mark]) -> bool:
    before = bisect_left(others, (mark.end,)) - 1
    return before >= 0 and others[before].end > mark.start


def symbol_iri(symbol: str) -> str:
    """The IRI of a document by its symbol: `A/73/53` is `/akn/un/doc/report/unga/A-73-53`."""
    folded = fold(symbol)
    actor = "un"
    reached = 0
    for row in organs().values():
        for prefix in row.symbols:
            if folded.startswith(prefix) and len(prefix) > reached:
                actor, reached = row.id, len(prefix)
    for kind in ("/RES/", "/DEC/"):
        if kind in symbol:
            return resolution_iri(actor, canonical(symbol.partition(kind)[2]))
    plain = re.sub(r"\((?:Partie|Part) ?", "(Part_", symbol)
    return f"/akn/un/doc/report/{actor}/{_path(plain)}"


def resolution_iri(actor: str, number: str) -> str:
    """The IRI of a resolution without its date: `72/169` is `/akn/un/statement/deliberation/unga/72-169`."""
    return f"/akn/un/statement/deliberation/{actor}/{_path(number)}"


def _path(number: str) -> str:
    return number.replace("/", "-").replace(" ", "_").replace("\u00a0", "_").strip("-_.")


def _symbols(text: str) -> list[Mark]:
    marks: list[Mark] = []
    for found in _SYMBOL.finditer(text):
        symbol = found[0].rstrip(".-/")
        if symbol.endswith("))") or ("(" not in symbol and symbol.endswith(")")):
            symbol = symbol[:-1]  # the bracket around it
        if not any(c.isdigit() for c in symbol):
            continue
        marks.append(Mark(found.start(), found.start() + len(symbol), "ref", symbol_iri(symbol)))
    return marks


@cache
def _words(language: Language) -> tuple[str, ...]:
    return tuple(fold(w) for w in (*language.citations["resolution"], *language.citations["decision"]))


@cache
def _word(language: Language) -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(word) for word in _words(language)), key=lambda word: -len(word)))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


@cache
def _joint(language: Language) -> re.Pattern[str]:
    joints = "|".join(sorted((re.escape(fold(j)) for j in language.citations["joints"]), key=lambda j: -len(j)))
    return re.compile(rf"[,،]?\s*(?:(?:{joints})\s*){{1,2}}{_NUMBER.pattern}")


@cache
def _counted(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """For languages that cite as `第72/169号决议`: a first number, a further one, and the word at the end."""
    before, behind = language.citations["before"], language.citations["behind"]
    joints = "|".join(re.escape(fold(j)) for j in language.citations["joints"])
    words = "|".join(re.escape(word) for word in _words(language))
    number = rf"(?P<number>{NUMBER})(?![\d/])"
    return (
        re.compile(rf"{before}{number}"),
        re.compile(rf"(?:{behind})?\s*(?:{joints})\s*(?P<date>\d{{4}}年\d{{1,2}}月\d{{1,2}}日)?(?:{before})?{number}"),
        re.compile(rf"(?:{behind})?(?:{words})"),
    )


class _Cited:
    """A number that is cited, and the organ that the words beside it name."""

    __slots__ = ("end", "organ", "start")

    def __init__(self, start: int, end: int, organ: str = "") -> None:
        self.start = start
        self.end = end
        self.organ = organ


class _Numbers:
    """The citations by number in one text."""

    def __init__(self, text: str, folded: str, language: Language, organ: str) -> None:
        self.folded = folded
        self.cased = cased(text, folded)
        self.language = language
        self.organ = organ
        self.named = language.organs_in(folded)
        self.days = dates.find(text, language)

    def marks(self) -> list[Mark]:
        """The marks, in order: a word with its one number, or each number of a list."""
        if "before" in self.language.citations:
            return self._before_the_word()
        marks: list[Mark] = []
        reached = 0
        for word in _word(self.language).finditer(self.folded):
            if word.start() < reached:
                continue
            organ = self._organ_before(word.start())
            at = word.end()
            if within := self._organ_behind(at):
                at, organ = within
            found = _NUMBER.match(self.cased, _gap(self.cased, at))
            if found is None or found.start() == word.end():
                continue
            cited = self._list(found)
            marks += self._written(cited, word.start(), cited[0].end, organ)
            reached = cited[-1].end
        return marks

    def _list(self, found: re.Match[str]) -> list[_Cited]:
        """A number and those that follow it, over the dates, organs and titles between them."""
        cited: list[_Cited] = []
        while True:
            one = _Cited(found.start("number"), found.end("number"))
            cited.append(one)
            at = one.end
            for _ in range(2):
                if behind := self._organ_behind(at):
                    at, one.organ = behind
                at = self._date_behind(at)
            for pattern in (_TITLE, _ANNEX):
                if skipped := pattern.match(self.folded, at):
                    at = skipped.end()
            following = _joint(self.language).match(self.cased, at)
            if following is None:
                return cited
            found = following

    def _before_the_word(self) -> list[Mark]:
        first, more, word = _counted(self.language)
        marks: list[Mark] = []
        reached = 0
        for found in first.finditer(self.cased):
            if found.start() < reached:
                continue
            cited = [_Cited(found.start("number"), found.end("number"))]
            while following := more.match(self.cased, cited[-1].end):
                cited.append(_Cited(following.start("number"), following.end("number")))
            if end := word.match(self.folded, cited[-1].end):
                day = bisect_left(self.days, (found.start(),)) - 1
                start = found.start()
                if day >= 0 and 0 <= start - self.days[day].end <= 1:
                    start = self.days[day].start
                marks += self._written(cited, found.start(), end.end(), self._organ_before(start))
                reached = end.end()
        return marks

    def _written(self, cited: list[_Cited], start: int, end: int, organ: str) -> list[Mark]:
        """The marks of a list; of a single number with its word, from `start` to `end`."""
        organ = organ or cited[-1].organ or self.organ or "unga"
        marks: list[Mark] = []
        for one in cited:
            number = canonical(self.cased[one.start : one.end])
            iri = resolution_iri(organ_of(number, one.organ or organ), number)
            marks.append(Mark(one.start, one.end, "ref", iri) if len(cited) > 1 else Mark(start, end, "ref", iri))
        return marks

    def _organ_before(self, start: int) -> str:
        """The organ whose name ends directly before `start`."""
        index = bisect_left(self.named, (start,)) - 1
        return self.named[index][2] if index >= 0 and 0 <= start - self.named[index][1] <= 3 else ""

    def _organ_behind(self, at: int) -> tuple[int, str] | None:
        """The end and the organ of a name that stands directly behind `at`, with at most a few short words between."""
        index = bisect_left(self.named, (at,))
        if index == len(self.named) or self.named[index][0] - at > 10:
            return None
        start, end, organ = self.named[index]
        return (end, organ) if _LINK.fullmatch(self.folded, at, start) else None

    def _date_behind(self, at: int) -> int:
        """The end of the date that stands behind a number; `at` where there is none."""
        index = bisect_left(self.days, (at,))
        if index == len(self.days) or self.days[index].start - at > 24:
            return at
        return self.days[index].end if _LINK.fullmatch(self.folded, at, self.days[index].start) else at


def _gap(text: str, at: int) -> int:
    found = _GAP.match(text, at)
    return found.end() if found else at
