"""Empty paragraphs and other elements without words go (AKN370), where no reference names them."""

from __future__ import annotations

from akn.validation.fixes.page import Edit, Page
from akn.validation.rules import empty_element

CODES = ("AKN370",)


def edits(page: Page) -> list[Edit]:
    """An edit for each empty element."""
    used = page.context.used
    return [
        page.whole(one.element)
        for one in page.found(empty_element)
        if one.element.get("eId") not in used and not len(one.element)
    ]
