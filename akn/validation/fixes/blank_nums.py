"""White space around the number in a `num` goes (AKN371)."""

from __future__ import annotations

import re

from akn.validation.fixes.page import Edit, Page
from akn.validation.rules import blank_in_num

CODES = ("AKN371",)
_BLANK = r"(?:\s|&#(?:0*(?:9|10|13|32)|[xX]0*(?:9|[aA]|[dD]|20));)+"


def edits(page: Page) -> list[Edit]:
    """Edits of the text in front of the first child of each `num`, and behind it where it has none."""
    found: list[Edit] = []
    for one in page.found(blank_in_num):
        _, start = page.tag(one.element)
        end = page.text.index("<", start)
        words = page.text[start:end]
        stripped = re.sub(f"^{_BLANK}", "", words)
        if not len(one.element):
            stripped = re.sub(f"{_BLANK}$", "", stripped)
        found.append(Edit(start, end, stripped))
    return found
