"""What pages carry beside their text, by its shape alone: page and job numbers, bar codes, the call to recycle.

The words of it are those of all languages: a page is seen before its language is known.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from akn.vocabulary.store import page_patterns

Furniture = Literal["job number", "barcode", "page number", "recycling notice"]
"""Reasons of the ledger."""

_JOB = r"(?:ge[.]|v[.])?\d{2}-\d{5,6}(?: ?\*?\([a-z]\))?\*?(?: {1,12}\d{6})*(?: ?\([a-z]\))?\*?"


@cache
def shapes() -> tuple[tuple[Furniture, str], ...]:
    """Reasons with regular expressions for the folded text of a whole line, or of a part between spaces."""
    numbers, _ = page_patterns()
    return (
        ("job number", _JOB),
        ("barcode", r"\*\s?[a-z0-9]{6,10}\s?\*"),
        ("page number", r"\d{1,4} ?/ ?\d{1,4}"),
        ("page number", "|".join(numbers)),
        ("page number", r"- ?\d{1,4} ?-"),
    )


def without_recycling(folded: str) -> str | None:
    """What else a folded line says beside the call to recycle and its sign; None if there is no such call."""
    _, calls = page_patterns()
    for call in calls:
        before, found, behind = folded.partition(call)
        if found:
            sign = "".join(char for char in behind[:4] if not char.isalnum() and char != "*")
            return f"{before.strip()} {behind.lstrip(sign)}".strip()
    return None
