"""Words to inline content: citations and dates in them, emphasis, footnotes. Knows paragraphs, not resolutions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from akn.inline.content import Finder
    from akn.source import Mark
    from akn.vocabulary import Language


def finder(language: Language, organ: str) -> Finder:
    """What finds the citations and dates of a paragraph, where `organ` speaks."""
    from akn.inline import citations, dates

    def found(text: str) -> list[Mark]:
        marks = citations.find(text, language, organ)
        days = dates.find(text, language)
        if not days or not marks:
            return marks or days
        return sorted([*marks, *citations.apart(days, marks)])

    return found
