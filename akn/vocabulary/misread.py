"""Words that a scan misread: whether two are the same but for a letter or two."""

from __future__ import annotations

_MOST, _PER_MISTAKE = 2, 7
"""Letters that may be wrong at most, and characters for each of which one may: two in `lassembleegenerale`."""


def alike(known: str, read: str) -> bool:
    """Whether few enough letters of `read` differ from `known`, one read as two (`ge11erale`) counting as two."""
    allowed = min(_MOST, len(known) // _PER_MISTAKE)
    if len(set(known) ^ set(read)) > 2 * allowed:
        return False  # each mistake adds a letter that only one of them has, or takes one, at most
    return _distance(known, read, allowed) <= allowed


def _distance(one: str, other: str, most: int) -> int:
    """The number of letters to change, add or leave out (Levenshtein); `most` + 1 where it is more than `most`."""
    row = list(range(len(other) + 1))
    for index, letter in enumerate(one, 1):
        before, row = row, [index]
        for place, char in enumerate(other, 1):
            row.append(min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != char)))
        if min(row) > most:
            return most + 1
    return row[-1]
