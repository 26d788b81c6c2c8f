"""Numbers of resolutions and decisions as languages print them, and the one form that IRIs have.

`72/169`, `2200 A (XXI)`, `1325 (2000)`, `ES-11/1`; in Arabic `2200 ألف (د-21)`, in Russian with Cyrillic letters that
look alike, in Chinese with wide brackets. Knows no sentence.
"""

from __future__ import annotations

import re

_END = r"(?![^\W\u3400-\u9fff]|['’])"
"""Where the letter of a part ends: Chinese goes on without a space."""
_LETTERS = {
    "الف": "A",
    "باء": "B",
    "جيم": "C",
    "دال": "D",
    "هاء": "E",
    "واو": "F",
    "زاي": "G",
    "حاء": "H",
    "طاء": "I",
    "ياء": "J",
}
"""The names of Arabic letters that stand for A, B, C, folded."""
_LETTER = rf"(?:[A-Z]|{'|'.join(_LETTERS)})"
_PARTS = rf"{_LETTER}(?: ?(?:-|to|and|et|a|y|и|و|至|和) ?{_LETTER}{_END})?"
_SESSION = r"(?:(?:ES-|S-)?[IVXL]{1,7}|د ?-? ?(?:ا ?ط? ?- ?)?\d{1,2}|دا ?ط? ?- ?\d{1,2})"
NUMBER = (
    r"(?:(?:S|ES) ?- ?\d{1,2}/\d{1,3}"
    rf"|د ?ا ?ط? ?- ?\d{{1,2}}/\d{{1,3}}"
    rf"|\d{{1,4}}(?: ?{_PARTS})? ?\((?:\d{{4}}|{_SESSION})\)"
    rf"|\d{{1,4}}/\d{{1,3}}(?: ?{_PARTS}{_END})?)"
)
"""A regular expression of a number, in text as `cased` gives it."""

_ALIKE = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")
_ROMAN = re.compile(r"\((?:ES-|S-)?[IVXL]+\)")
_YEAR = re.compile(r"\(\d{4}\)")
_ARABIC = re.compile(r"د ?-? ?(?P<special>ا ?)?(?P<emergency>ط)? ?-? ?(?P<session>\d{1,2})")


def cased(text: str, folded: str) -> str:
    """The folded text with Latin capitals where the text has capitals, or Cyrillic ones that look the same."""
    if text == folded:
        return folded
    return "".join(
        [
            plain
            if char == plain or not char.isupper()
            else plain.upper()
            if plain.isascii()
            else char.translate(_ALIKE)
            for char, plain in zip(text, folded, strict=True)
        ]
    )


def canonical(number: str) -> str:
    """A number (in text as `cased` gives it) as English prints it: `2200 A (XXI)`, `1325 (2000)`, `61/1 A-C`."""
    plain = _ARABIC.sub(_session, number)
    for name, letter in _LETTERS.items():
        plain = plain.replace(name, letter)
    plain = re.sub(r"\s+", " ", plain)
    plain = re.sub(r"(?<=\d)(?=[A-Z](?:$|\W))", " ", plain)
    plain = re.sub(r"(?<=[A-Z]) ?(?:-|to|and|et|a|y|и|و|至|和) ?(?=[A-Z](?:$|\W))", "-", plain)
    plain = re.sub(r"\b(E?S) ?- ?(?=\d)", r"\1-", plain)
    return re.sub(r"\s*\(", " (", plain).strip()


def _session(found: re.Match[str]) -> str:
    session = int(found["session"])
    if found.string[found.end() : found.end() + 1] == "/":
        return f"{'ES' if found['emergency'] else 'S'}-{session}"
    kind = "" if not found["special"] else "ES-" if found["emergency"] else "S-"
    return kind + roman(session)


def roman(value: int) -> str:
    """A number from 1 to 99 in Roman digits."""
    tens, ones = divmod(value, 10)
    return ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")[tens] + (
        "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX",
    )[ones]  # fmt: skip


def organ_of(number: str, named: str) -> str:
    """The organ of a number, where `named` is the one that the words name or that speaks: some numbers tell their organ.

    `1325 (2000)` is of the Security Council, `2200 A (XXI)` is not; years before the stroke are those of the Economic
    and Social Council; the Human Rights Council has not adopted more than sixty texts in a session.
    """
    if _YEAR.search(number):
        return "unsc"
    if _ROMAN.search(number):
        return named if named not in ("unsc", "unhrc") else "unga"
    if re.match(r"(?:19|20)\d\d/", number):
        return "unecosoc" if named in ("unga", "unsc", "unhrc") else named
    if named == "unhrc" and (found := re.match(r"(?:S-)?\d+/(\d+)", number)) and int(found[1]) > 60:
        return "unga"
    return "unga" if named in ("unsc", "unecosoc") else named
