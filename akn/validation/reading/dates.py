"""Dates in words, in the languages that the vocabulary has."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(4096)
def contradicts(words: str, iso: str, code: str) -> str:
    """The date that words say, if it is not `iso`; empty if they agree or are no full date.

    `code` is the language of the words. Of a range (`25 to 29 June 2031`) any day may be meant.
    """
    numbers = "".join(c if c.isdecimal() else " " for c in words).split()
    if not numbers or all(len(number) != 4 for number in numbers):
        return ""
    from akn.inline.dates import read
    from akn.vocabulary import languages, load

    if code not in languages():
        return ""
    said = read(words, load(code))
    if not said or said == iso:
        return ""
    one_of_range = said[:8] == iso[:8] and int(iso[8:10] or 0) in {int(number) for number in numbers}
    return "" if one_of_range else said
