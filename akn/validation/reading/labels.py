"""Numbers and letters in front of paragraphs and points, in the scripts of the United Nations' languages.

A label alone is ambiguous (`(i)` is a letter or a number): `readings` gives all readings, and a sequence of labels
is read in the family that fits it best.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from akn.fold import fold

ALPHABETS = {
    "letter": "abcdefghijklmnopqrstuvwxyz",
    "letter with ñ": "abcdefghijklmnñopqrstuvwxyz",
    "cyrillic": "абвгдежзиклмнопрстуфхцчшщэюя",
    "cyrillic with й": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "cyrillic with ё": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "abjad": "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "greek": "αβγδεζηθικλμνξοπρστυφχψω",
}
"""The orders in which lists are lettered; Russian lists leave out й, and most also ё, ъ, ы, ь."""

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_FIGURES = tuple(zip((100, 90, 50, 40, 10, 9, 5, 4, 1), ("c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"), strict=True))
_CHINESE = "一二三四五六七八九"
_SUFFIXES = ("bis", "ter", "quater", "quinquies", "sexies")
_AROUND = " \t\r\n\u00a0.,:;()[]{}–—-*_،؛、．。（）「」"


class Reading(NamedTuple):
    """One reading of a label: `(c)` is letter 3 and Roman number 100."""

    family: str
    value: int
    suffix: str = ""
    """`bis`, `A`: what sets an inserted number apart from the one before."""


@lru_cache(8192)
def readings(label: str) -> tuple[Reading, ...]:
    """Every reading of a label; empty for what is no label (a word, a heading, several levels as in `1.2`)."""
    plain = fold(label).strip(_AROUND).removeprefix("第")
    if not plain or len(plain) > 14:
        return ()
    if plain[0].isdigit():
        return _number(plain)
    return (*_letters(plain), *_roman(plain), *_chinese(plain))


def _number(plain: str) -> tuple[Reading, ...]:
    end = 1
    while end < len(plain) and plain[end].isdigit():
        end += 1
    if not plain[:end].isdecimal():
        return ()
    rest = plain[end:].strip(_AROUND)
    if not rest:
        return (Reading("number", int(plain[:end])),)
    if rest in _SUFFIXES or (len(rest) <= 2 and rest.isalpha()):
        return (Reading("number", int(plain[:end]), rest),)
    return ()


def _letters(plain: str) -> Iterator[Reading]:
    letters = plain.removesuffix("ـ")  # the stroke that keeps a lone ه from being read as the digit 5
    if not letters or len(set(letters)) != 1:
        return
    for family, alphabet in ALPHABETS.items():
        rank = alphabet.find(letters[0])
        if rank >= 0:
            yield Reading(family, rank + 1 + len(alphabet) * (len(letters) - 1))


def _roman(plain: str) -> Iterator[Reading]:
    total = 0
    for letter, following in zip(plain, [*plain[1:], ""], strict=True):
        value = _ROMAN.get(letter, 0)
        if not value:
            return
        total += -value if _ROMAN.get(following, 0) > value else value
    if total > 0 and roman(total) == plain:
        yield Reading("roman", total)


def roman(value: int) -> str:
    """A number from 1 to 399 in small Roman numerals."""
    parts = []
    for figure, letters in _FIGURES:
        while value >= figure:
            parts.append(letters)
            value -= figure
    return "".join(parts)


def _chinese(plain: str) -> Iterator[Reading]:
    if any(c not in "十" + _CHINESE for c in plain):
        return
    tens, ten, ones = plain.rpartition("十")
    value = (_CHINESE.find(tens) + 1 if tens else 1) * 10 if ten else 0
    value += _CHINESE.find(ones) + 1 if ones else 0
    if len(tens) <= 1 and len(ones) <= 1:
        yield Reading("chinese", value)


class Break(NamedTuple):
    """A place where a sequence does not go on."""

    at: int
    """Index of the label that does not follow; 0 for a sequence that does not begin with its first."""
    expected: str
    """The label that was expected, as it would be printed."""
    repeated: bool
    """Whether it is the same label as the one before."""


def breaks(labels: Sequence[str], start: Reading | None = None) -> list[Break]:
    """Where a sequence of labels leaves out or repeats one, in the family of readings that fits it best.

    `start` is the reading that the first label may follow instead of being the first of its family. A sequence
    whose labels share no family gives nothing; of two families that fit equally, that of the smaller number counts.
    """
    read = [readings(label) for label in labels]
    best: tuple[int, int, list[Break]] | None = None
    for family in [reading.family for reading in read[0]] if read else []:
        chosen = [next((r for r in options if r.family == family), None) for options in read]
        sequence = [reading for reading in chosen if reading is not None]
        if len(sequence) < len(chosen):
            continue
        found = list(_breaks(sequence, start if start is not None and start.family == family else None))
        rank = (len(found), sequence[0].value, found)
        if best is None or rank[:2] < best[:2]:
            best = rank
    return best[2] if best else []


def _breaks(sequence: Sequence[Reading], start: Reading | None) -> Iterator[Break]:
    family = sequence[0].family
    before = start if start is not None and follows(start, sequence[0]) else Reading(family, 0)
    for index, reading in enumerate(sequence):
        if not follows(before, reading):
            yield Break(index, printed(family, before.value + 1), reading == before)
        before = reading


def follows(before: Reading, reading: Reading) -> bool:
    """Whether one label comes next after another; `5 bis` comes after `5`, and `6` after both."""
    if reading.value == before.value + 1:
        return True
    return reading.value == before.value and bool(reading.suffix) and reading.suffix != before.suffix


def like(label: str, expected: str) -> str:
    """An expected label in the dress of another: `(c)` for `c` beside `(d)`, `C.` beside `D.`."""
    core = label.strip(_AROUND)
    return label.strip().replace(core, expected.upper() if core.isupper() else expected, 1)


def printed(family: str, value: int) -> str:
    """A value as a label of its family, without punctuation."""
    if family in ALPHABETS:
        alphabet = ALPHABETS[family]
        return alphabet[(value - 1) % len(alphabet)] * ((value - 1) // len(alphabet) + 1)
    if family == "roman":
        return roman(value)
    if family == "chinese" and value < 20:
        return ("十" if value >= 10 else "") + (_CHINESE[value % 10 - 1] if value % 10 else "")
    return str(value)
