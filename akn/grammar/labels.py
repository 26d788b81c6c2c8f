"""Labels of paragraphs and points: `1.`, `(a)`, `ii)`, `10 bis.`, `（一）`, `–`.

`readings` gives every reading of a label: `(i)` is the ninth letter or the first roman number; the list in
which it stands decides (`akn.grammar.lists`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

Family = Literal["number", "letter", "roman", "capital", "capital roman", "dash"]


class Label(NamedTuple):
    """One reading of a label at the start of a text."""

    family: Family
    value: int
    """What it counts to; that of the last part of `1.2`."""
    style: str
    """The family and its punctuation: labels of one list share it, as `letter )` or `letter ()`."""
    length: int
    """Characters of the label itself."""
    end: int
    """Characters of the label and the white space behind it."""


_LABEL = re.compile(
    r"(?:(?P<open>[(（])\s?(?P<inner>[^\W_]{1,5})\s?[)）]"
    r"|(?P<target>\d{1,2}\.(?:\d{1,2}|[a-z]))(?=\s+[^\W\d_])"
    r"|(?P<number>\d{1,3}(?:[.]\d{1,3}){0,3}(?:\s?(?:bis|ter|quater))?)"
    r"\s?(?P<stop>[.．](?!\d)|[、)）]|,(?=\s[^\W\d_])|[-–—](?=\s+[^\W\d_])|(?=\s*$))"
    r"|(?P<roman>[IVXL]{1,6}|[ivxl]{2,6})(?P<rstop>[.．)）]|(?=\s*$))"
    r"|(?P<letter>[^\W\d_]{1,2})\s?(?P<lstop>[)）]|[.．](?=\s))"
    r"|(?P<cjk>[一二三四五六七八九十]{1,3})(?P<cstop>[、.．])"
    r"|(?P<dash>[-–—•●▪◦])(?=\s))\s*"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_FORM = re.compile(r"(?:x{0,3}|xl|l)(?:ix|iv|v?i{0,3})")
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
_ABJAD = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_CHINESE = "一二三四五六七八九十"


def readings(text: str, folded: str) -> tuple[Label, ...]:
    """Every reading of the label at the start of a text; empty if there is none. `folded` is its fold."""
    if not text:
        return ()
    found = _LABEL.match(text)
    if found is None:
        return ()
    length = len(found[0].rstrip())
    end = found.end()
    if found["target"]:
        part = folded[: found.end("target")].rpartition(".")[2]
        return (Label("number", int(part) if part.isdigit() else letter_rank(part), "number ..", length, end),)
    if found["number"]:
        return (_number(folded[: found.end("number")], found["stop"] or "", length, end),)
    if found["dash"]:
        return (Label("dash", 0, "dash " + found["dash"], length, end),)
    if found["cjk"]:
        value = _chinese(found["cjk"])
        return (Label("number", value, "chinese" + found["cstop"], length, end),) if value else ()
    if found["open"]:
        return _inner(found["inner"], folded[found.start("inner") : found.end("inner")], "()", length, end)
    if found["roman"]:
        return _inner(found["roman"], folded[: found.end("roman")], _plain(found["rstop"]), length, end)
    return _inner(found["letter"], folded[: found.end("letter")], _plain(found["lstop"]), length, end)


_LOOKS_LIKE = str.maketrans("lI|iOoSB", "11110058")
_MISREAD = re.compile(r"[lI|iOoSB\d]{1,3}(?=[.,]\s)")


def misread(text: str, expected: int) -> Label | None:
    """The number `expected` where a scan took its digits for letters (`ll.` is 11, `IO.` is 10); else none."""
    found = _MISREAD.match(text)
    if found is None or found[0].translate(_LOOKS_LIKE) != str(expected) or found[0].isdigit():
        return None
    length = found.end() + 1
    rest = text[length:]
    return Label("number", expected, "number .", length, length + len(rest) - len(rest.lstrip()))


_BARE_ROMAN = re.compile(r"([IVXL]{1,6})\s+(?=[^\W\d_]|[\"“«‘(])")


def bare_roman(text: str) -> Label | None:
    """The roman number that heads a title without a stop: `II Budget of the Mechanism`."""
    found = _BARE_ROMAN.match(text)
    value = roman_value(found[1].lower()) if found else 0
    if found is None or not value or text[found.end()].islower():
        return None
    return Label("capital roman", value, "capital roman .", found.end(1), found.end())


_BEFORE_BRACKET = re.compile(r"\(?[^()\s]{1,3}\)(?=\s)")


def between(text: str, own: Sequence[Label], before: Sequence[Label], after: Sequence[Label]) -> Label | None:
    """What a bracket closes at the start of a text between `(c)` and `(e)`, whatever a scan made of it: `(d)`.

    `own`, `before` and `after` are the readings of the label itself and of its neighbours. None where it reads as
    what is expected, or nothing is.
    """
    found = _BEFORE_BRACKET.match(text)
    if found is None:
        return None
    for label in before:
        expected = label._replace(value=label.value + 1)
        if not label.style.endswith(")") or any(_counts_as(one, expected) for one in own):
            continue
        if any(_counts_as(other, label._replace(value=label.value + 2)) for other in after):
            rest = text[found.end() :]
            end = found.end() + len(rest) - len(rest.lstrip())
            return Label(label.family, label.value + 1, label.style, found.end(), end)
    return None


def _counts_as(label: Label, expected: Label) -> bool:
    return label.value == expected.value and label.style.replace("capital", "letter") == expected.style


def _plain(stop: str) -> str:
    return stop.translate({0xFF0E: ".", 0xFF09: ")"})


def _number(words: str, stop: str, length: int, end: int) -> Label:
    parts = re.findall(r"\d+", words)
    style = "number " + "." * (len(parts) - 1) + _plain(stop)
    return Label("number", int(parts[-1]), style, length, end)


def _inner(words: str, folded: str, marks: str, length: int, end: int) -> tuple[Label, ...]:
    found: list[Label] = []
    if folded.isdigit():
        return (Label("number", int(folded), "number " + marks, length, end),)
    if value := _chinese(words):
        return (Label("number", value, "chinese " + marks, length, end),)
    upper = words.isupper()
    if value := letter_rank(folded):
        family: Family = "capital" if upper else "letter"
        found.append(Label(family, value, f"{family} {marks}", length, end))
    if value := roman_value(folded):
        family = "capital roman" if upper else "roman"
        found.append(Label(family, value, f"{family} {marks}", length, end))
    return tuple(found)


def roman_value(folded: str) -> int:
    """The value of a roman number in lower case; 0 if it is none."""
    if not folded or _ROMAN_FORM.fullmatch(folded) is None:
        return 0
    total = 0
    for letter, following in zip(folded, [*folded[1:], "i"], strict=True):
        value = _ROMAN[letter]
        total += -value if _ROMAN[following] > value else value
    return total if folded != "" else 0


def letter_rank(folded: str) -> int:
    """The rank of a letter in its alphabet, doubled letters after the last (`aa` is 27); 0 if it is none."""
    if not folded or len(set(folded)) != 1:
        return 0
    for alphabet in (_LATIN, _CYRILLIC, _ABJAD):
        if (rank := alphabet.find(folded[0])) >= 0:
            return rank + 1 + len(alphabet) * (len(folded) - 1)
    return 0


def _chinese(words: str) -> int:
    if not words or any(c not in _CHINESE for c in words):
        return 0
    if words[0] == "十":
        return 10 + (_CHINESE.find(words[1]) + 1 if len(words) > 1 else 0)
    tens = "十" in words
    first = _CHINESE.find(words[0]) + 1
    if not tens:
        return first if len(words) == 1 else 0
    return first * 10 + (_CHINESE.find(words[2]) + 1 if len(words) > 2 else 0)
