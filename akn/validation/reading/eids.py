"""eIds by the OASIS Akoma Ntoso Naming Convention 1.0, section 5.4 (prefix, `element_ref`, number)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from akn.validation.reading.labels import ALPHABETS, Reading, readings

ELEMENT_REF = {
    "alinea": "al",
    "amendmentBody": "body",
    "article": "art",
    "attachment": "att",
    "blockList": "list",
    "chapter": "chp",
    "citation": "cit",
    "citations": "cits",
    "clause": "cl",
    "component": "cmp",
    "componentRef": "cref",
    "components": "cmpnts",
    "debateBody": "body",
    "debateSection": "dbsect",
    "division": "dvs",
    "documentRef": "dref",
    "eventRef": "eref",
    "judgmentBody": "body",
    "listIntroduction": "intro",
    "listWrapUp": "wrapup",
    "mainBody": "body",
    "paragraph": "para",
    "quotedStructure": "qstr",
    "quotedText": "qtext",
    "recital": "rec",
    "recitals": "recs",
    "section": "sec",
    "subchapter": "subchp",
    "subclause": "subcl",
    "subdivision": "subdvs",
    "subparagraph": "subpara",
    "subsection": "subsec",
    "temporalGroup": "tmpg",
    "wrapUp": "wrapup",
}
"""Section 5.4.2: what stands for an element in an eId; all other elements have their full name."""

ALSO = {
    "authorialNote": ("fn",),
    "component": ("cmpref", "cref"),
    "embeddedStructure": ("es",),
    "listWrapUp": ("wrap",),
    "wrapUp": ("wrap",),
    "hcontainer": ("hcont",),
}
"""Short forms in use that no other element has: AKN4UN's `fn` for a footnote, and the second form of the table."""


class EId(NamedTuple):
    """An eId, taken apart: `sec_I__para_1` is prefix `sec_I`, ref `para`, number `1`."""

    prefix: str
    ref: str
    number: str
    well_formed: bool
    """Whether it has the form of section 5.4."""


@lru_cache(16384)
def take_apart(eid: str) -> EId:
    """The parts of an eId; the number is empty where there is none.

    A last part that is a number alone, as in `preamble__1`, is the number of what stands before it.
    """
    prefix, _, last = eid.rpartition("__")
    ref, _, number = last.partition("_")
    if prefix and not number and ref.isdigit():
        prefix, _, before = prefix.rpartition("__")
        return EId(prefix, before, ref, well_formed(eid))
    return EId(prefix, ref, number, well_formed(eid))


@lru_cache(16384)
def well_formed(eid: str) -> bool:
    """Whether an eId has the form of section 5.4: `ref_number` joined by `__`, no white space, nothing empty."""
    return _form()(eid) is not None


@cache
def _form() -> Callable[[str], re.Match[str] | None]:
    part = r"[^\W_]+(?:_[^\W_]+(?:[.-][^\W_]+)*)?"
    return re.compile(f"{part}(?:__{part})*").fullmatch


@cache
def refs(name: str) -> tuple[str, ...]:
    """What may stand for an element of that name, the standard's form first."""
    return (ELEMENT_REF.get(name, name), *ALSO.get(name, ()))


@lru_cache(8192)
def same_number(number: str, words: str) -> bool:
    """Whether the number of an eId says what the words of a `num` say.

    A number behind a word (`Article 5`) counts alone. Roman and Arabic numbers are equal, and a letter may be
    written as the letter of the same rank of another alphabet. What follows a hyphen may have been added to keep
    the eId unique. Words that are no number can say anything.
    """
    tokens = words.split()
    said = {_rank(r) for label in (words, *tokens[-1:]) for r in readings(label)}
    if not said:
        return True
    base, _, suffix = number.rpartition("-")
    forms = {number, base} if base and suffix.isdigit() else {number}
    if {_plain(form) for form in forms} & {_plain(words), _plain(tokens[-1])}:
        return True
    return any(_rank(reading) in said for form in forms for reading in readings(form))


def _rank(reading: Reading) -> tuple[bool, int, str]:
    return (reading.family in ALPHABETS, reading.value, reading.suffix)


def _plain(text: str) -> str:
    return "".join(c for c in text if c.isalnum()).casefold()
