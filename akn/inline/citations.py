"""Citations of United Nations documents in words: where they stand, and the IRI of what they cite.

A number counts only behind a word that cites (`resolution`, `décisions`) or in a list that such a word opens; a
symbol (`A/74/399/Add.2`) by its form. A mark surrounds exactly the words that cite. The IRI is the same in every
language and has no date, because one citation of a resolution states it and the next does not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from akn.fold import fold
from akn.source import Mark
from akn.vocabulary import Language, organs

_SYMBOL = re.compile(
    r"(?<![\w/.])(?:A|E|S|T|ST|TD|ECE|UNEP|CCPR|CEDAW|CERD|CAT|CRC|CRPD|CED|CMW|DP|FCCC|ICC|HRI|LC|SPT|UNW|IDB|GC)"
    r"/(?:[A-Z0-9][A-Za-z0-9.]*)(?:[/-](?:[A-Z]+/)?[A-Z0-9][A-Za-z0-9.]*)*(?:-\d+)?"
    r"(?: ?\((?:\d{4}|(?:Part|Partie|Vol\.|vol\.) ?[IVXL\d]+(?:\)?[/ ][A-Za-z.\d]+)?)\))?"
    r"(?: ?\((?:Part|Partie|Vol\.|vol\.) ?[IVXL\d]+\)(?:/[A-Za-z]+\.\d+)?)*(?:(?<=[^)])/[A-Z][a-z]+\.\d+)*"
)
_NUMBER = (
    r"(?:(?:S|ES)-\d{1,2}/\d{1,3}"
    r"|\d{1,4}(?: ?[A-Z](?: ?(?:-|to|and|et|a|à|y|и) ?[A-Z]\b)?)? ?\((?:\d{4}|(?:ES-|S-)?[IVXL]{1,7})\)"
    r"|\d{1,4}/\d{1,3}(?: ?[A-Z](?:(?: ?- ?| (?:to|and|et|à|y|и) )[A-Z])?(?![\w'’]))?)"
)
_ROMAN = re.compile(r"\((?:ES-|S-)?[IVXL]+\)")
_YEAR = re.compile(r"\(\d{4}\)")


def find(text: str, language: Language, organ: str) -> list[Mark]:
    """`ref` marks of the citations of a text, in order and disjoint; `organ` is the one that speaks."""
    if "/" not in text and "(" not in text:
        return []
    marks = _symbols(text) if "/" in text else []
    folded = fold(text)
    if any(word in folded for word in _words(language)):
        marks += apart(_numbers(text, folded, language, organ), marks)
    return sorted(marks)


def apart(marks: list[Mark], others: list[Mark]) -> list[Mark]:
    """The marks that share no character with `others`, which are in order and disjoint."""
    return [mark for mark in marks if not _meets(mark, others)]


def _meets(mark: Mark, others: list[Mark]) -> bool:
    before = bisect_left(others, (mark.end,)) - 1
    return before >= 0 and others[before].end > mark.start


def symbol_iri(symbol: str) -> str:
    """The IRI of a document by its symbol: `A/73/53` is `/akn/un/doc/report/unga/A-73-53`."""
    plain = re.sub(r"\((?:Partie|Part) ?", "(Part_", symbol).replace(" ", "_")
    folded = fold(symbol)
    actor = "un"
    reached = 0
    for row in organs().values():
        for prefix in row.symbols:
            if folded.startswith(prefix) and len(prefix) > reached:
                actor, reached = row.id, len(prefix)
    if "/RES/" in plain:
        return resolution_iri(actor, plain.partition("/RES/")[2])
    return f"/akn/un/doc/report/{actor}/{_path(plain)}"


def resolution_iri(actor: str, number: str) -> str:
    """The IRI of a resolution without its date: `72/169` is `/akn/un/statement/deliberation/unga/72-169`."""
    plain = re.sub(r"\s*\((?=\d{4}\))", "_(", number.strip())
    plain = re.sub(r" (?:to|and|et|à|y|и) ", "-", plain)
    return f"/akn/un/statement/deliberation/{actor}/{_path(plain)}"


def _path(number: str) -> str:
    return number.replace("/", "-").replace(" ", "_").replace("\u00a0", "_").strip("-_.")


def _symbols(text: str) -> list[Mark]:
    marks: list[Mark] = []
    for found in _SYMBOL.finditer(text):
        symbol = found[0].rstrip(".-/")
        if not any(c.isdigit() for c in symbol):
            continue
        marks.append(Mark(found.start(), found.start() + len(symbol), "ref", symbol_iri(symbol)))
    return marks


@cache
def _words(language: Language) -> tuple[str, ...]:
    return tuple(fold(w) for w in (*language.citations["resolution"], *language.citations["decision"]))


@cache
def _opener(language: Language) -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(word) for word in _words(language)), key=lambda word: -len(word)))
    gap = language.citations.get("between", r"\s{1,2}(?:n[o°]s? ?)?")
    return re.compile(rf"(?<!\w)(?P<word>{words}){gap}(?P<number>{_NUMBER})(?![\w/])", re.I)


@cache
def _next(language: Language) -> re.Pattern[str]:
    joints = "|".join(sorted((re.escape(j) for j in language.citations["joints"]), key=lambda j: -len(j)))
    dated = r"(?:,? ?[^\W\d_]+(?: [^\W\d_]+){0,2} \d{1,2}(?:er)? [^\W\d_]+(?: de)? \d{4},?)?"
    return re.compile(rf"{dated}\s*(?:(?:{joints})\s*){{1,2}}(?P<number>{_NUMBER})(?![\w/])", re.I)


def _numbers(text: str, folded: str, language: Language, organ: str) -> list[Mark]:
    marks: list[Mark] = []
    named = language.organs_in(folded)
    reached = 0
    for found in _opener(language).finditer(folded):
        if found.start() < reached:
            continue
        start, end = found.span()
        actor = _actor(found.start("word"), end, folded, named, organ)
        first = text[found.start("number") : end]
        follow = _next(language).match(folded, end)
        begin = found.start("number") if follow else start
        marks.append(Mark(begin, end, "ref", resolution_iri(_by_form(first, actor), _canonical(first))))
        while follow:
            number = text[follow.start("number") : follow.end("number")]
            marks.append(
                Mark(
                    follow.start("number"),
                    follow.end(),
                    "ref",
                    resolution_iri(_by_form(number, actor), _canonical(number)),
                )
            )
            end = follow.end()
            follow = _next(language).match(folded, end)
        reached = end
    return marks


def _canonical(number: str) -> str:
    """The number as IRIs have it: one space before what stands in brackets."""
    return re.sub(r"\s*\(", " (", number)


_LONGEST_NAME = 160
"""Characters; no organ has a longer name."""


def _actor(start: int, end: int, folded: str, named: list[tuple[int, int, str]], organ: str) -> str:
    """The organ named directly before the word that cites, or directly behind the number; else the one that speaks."""
    for index in range(bisect_left(named, (start - _LONGEST_NAME,)), len(named)):
        first, last, name = named[index]
        if first > end + 10:
            break
        if 0 <= start - last <= 3 or 0 <= first - end <= 10:
            return name
    return organ or "unga"


def _by_form(number: str, actor: str) -> str:
    """Some numbers tell their organ: `1325 (2000)` the Security Council, `2200 A (XXI)` not."""
    if _YEAR.search(number):
        return "unsc"
    if _ROMAN.search(number):
        return actor if actor not in ("unsc", "unhrc") else "unga"
    if re.match(r"\d{4}/", number):
        return actor if actor in ("unchr", "unecosoc") else "unecosoc"
    return "unga" if actor in ("unsc", "unecosoc") else actor
