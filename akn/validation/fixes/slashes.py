"""IRIs lose the slash at their end (AKN312)."""

from __future__ import annotations

from akn.validation.fixes.page import Edit, Page
from akn.validation.rules import iri_slash

CODES = ("AKN312",)


def edits(page: Page) -> list[Edit]:
    """Edits of the attributes that the rule names."""
    found: list[Edit] = []
    for one in page.found(iri_slash):
        value = (one.element.get(one.attribute) or "").rstrip().rstrip("/")
        if value:
            found.append(page.set(one.element, one.attribute, value))
    return found
