"""Symbols of documents and numbers of resolutions: what every language prints alike."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class Numbered(NamedTuple):
    """The number of a resolution at the head of its title."""

    number: str
    """Without its full stop."""
    end: int
    """Where the number ends, with its full stop."""


def symbol_at(folded: str) -> int:
    """The length of the symbol of a document at the start of a text (`A/RES/74/153`); 0 if there is none."""
    if "/" not in folded[:12]:
        return 0
    found = _symbol().match(folded)
    return found.end() if found and any(c.isdigit() for c in found[0]) else 0


def number_at(folded: str) -> Numbered | None:
    """The number of a resolution at the start of a title: `74/153.`, `2200 A (XXI).`, `161 (1961).` (with a stop)."""
    if not folded or not (folded[0].isdigit() or folded.startswith(("s-", "es-", "e", "s "))):
        return None
    found = _number().match(folded)
    return Numbered(folded[: found.end("number")].rstrip(), found.end()) if found else None


@cache
def _symbol() -> re.Pattern[str]:
    bodies = (
        "aes|t|st|unep|unicef|td|ccpr|cat|crc|cedaw|cerd|cescr|cmw|ced|dp|icc|iccd|crpd|fccc|unw|unhcr|unfpa|ece"
        "|escap|eca|lc|ctoc|cac|ctc|cbd|spt|wfp|hsp|idb|id|gc|dec|pc|opcw|npt|bwc|ccw|unodc|hri|apcd|undp|aapa"
    )
    return re.compile(
        rf"(?:[aest]|{bodies})/[\w.()-]+(?:/[\w.()-]+)*"
        r"(?: ?\((?:\d{4}|(?:es-|s-)?[ivxl]+)\))?(?: [a-z](?:-[a-z])?(?=\s|$))?"
    )


@cache
def _number() -> re.Pattern[str]:
    letters = r" ?(?:[a-zа-я]|[\u0621-\u064a]{2,4})(?: ?(?:-|to|and|et|a|al|y|e|и|und|至|和) ?[a-zа-я])?"
    session = r"(?:es-|s-|s |د ?[اإ]? ?ط?-?|д)?(?:[ivxlc]{1,8}|\d{1,3})"
    return re.compile(
        rf"(?P<number>(?:e?s ?- ?)?\d{{1,4}}(?: ?/ ?)\d{{1,3}}(?:{letters}(?=[.\s]|$))?"
        rf"|\d{{1,4}}(?:{letters})? ?\((?:\d{{4}}|{session})\)(?:{letters}(?=[.\s]|$))?)"
        r"(?:(?P<stop> ?[.。])(?=[\u3400-\u9fff])|(?: ?[.。])?(?=\s|$|\*|-|,$|[\u3400-\u9fff]))"
    )
