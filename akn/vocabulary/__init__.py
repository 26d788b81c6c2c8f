"""The words of languages and organs: `languages/*.toml` and `organs/*.toml` as values.

A linguist edits the TOML; nothing here knows a word. All matching is on folded text (`akn.fold`), so offsets fit
the original. `python -m akn.vocabulary` checks the files and writes what they say in the form that loads fast.
"""

from __future__ import annotations

from akn.vocabulary.language import (
    Adopted,
    Adoption,
    AnnexKind,
    DivisionKind,
    Kind,
    Language,
    Session,
    Span,
    Vote,
)
from akn.vocabulary.organs import Organ, organ_of_symbol, organs, organs_of_number
from akn.vocabulary.store import languages, load, load_or_english
from akn.vocabulary.symbols import Numbered, number_at, symbol_at

__all__ = [
    "Adopted",
    "Adoption",
    "AnnexKind",
    "DivisionKind",
    "Kind",
    "Language",
    "Numbered",
    "Organ",
    "Session",
    "Span",
    "Vote",
    "detect",
    "languages",
    "load",
    "load_or_english",
    "number_at",
    "organ_of_symbol",
    "organs",
    "organs_of_number",
    "shares",
    "symbol_at",
]


def detect(text: str) -> tuple[str, float]:
    """The language of a text as an ISO 639-2 code, and how sure that is (0 to 1); `("", 0.0)` if none fits."""
    from akn.vocabulary.detection import detect as found

    return found(text)


def shares(text: str) -> dict[str, float]:
    """What part of a text's known words each language has; two large parts are a document in two languages."""
    from akn.vocabulary.detection import shares as found

    return found(text)
