"""Full dates in words: where they stand and what day they are. Changes no character."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from akn.fold import fold

if TYPE_CHECKING:
    from akn.source import Mark
    from akn.vocabulary import Language

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def find(text: str, language: Language) -> list[Mark]:
    """`date` marks of the full dates of a text, in order; in a range of dates that is its end."""
    from akn.source import Mark

    return [Mark(start, end, "date", iso) for start, end, iso in _found(text, language)]


def read(text: str, language: Language) -> str:
    """The ISO form of the last full date of a text; empty if there is none."""
    found = _found(text, language)
    return found[-1][2] if found else ""


def _found(text: str, language: Language) -> list[tuple[int, int, str]]:
    """Start, end and ISO form of each date, in order."""
    if _YEAR.search(text) is None:
        return []
    folded = fold(text)
    dates: list[tuple[int, int, str]] = []
    for pattern in _patterns(language):
        taken = sorted(dates)  # those of earlier patterns; the matches of one pattern never overlap
        for found in pattern.finditer(folded):
            before = bisect_left(taken, (found.end(),)) - 1
            if (before < 0 or taken[before][1] <= found.start()) and (iso := _iso(found, language)):
                dates.append((found.start(), found.end(), iso))
    return sorted(dates)


_YEAR = re.compile(r"\d{4}")


def _iso(found: re.Match[str], language: Language) -> str:
    year, day = int(found["y"]), int(found["d"])
    month_words = found["m"].replace("/ ", "/")
    month = language.months.get(month_words) or (int(month_words) if month_words.isdigit() else 0)
    if not (1 <= month <= 12 and 1 <= day <= _DAYS[month - 1] and 1800 <= year <= 2199):
        return ""
    if month == 2 and day == 29 and (year % 4 or (year % 100 == 0 and year % 400)):
        return ""
    return f"{year:04}-{month:02}-{day:02}"


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    months = "|".join(sorted((re.escape(word) for word in language.months), key=lambda word: -len(word)))
    months = months.replace("/", "/ ?")  # two names of a month, parted at a line's end
    edges = r"(?<![\d/]){}(?!\d)"
    return tuple(re.compile(edges.format(p.replace("{month}", months))) for p in language.dates["patterns"])
