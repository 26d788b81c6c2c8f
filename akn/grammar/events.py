"""A meeting and its date as one event: in the closing block, or at the head of a text."""

from __future__ import annotations

from akn.grammar.units import Grammar
from akn.inline import dates
from akn.model import Inline, Inlines, LineBreak, Role
from akn.source import Passage


def event(words: Passage, date: Passage | None, grammar: Grammar, date_first: bool = False) -> Inlines:
    """`50th plenary meeting` and `18 December 2019`, in one passage or two."""
    if date is None:
        marks = dates.find(words.text, grammar.language)
        if marks and marks[-1].end >= len(words.text.rstrip()) - 1 and marks[-1].start > 0:
            date = words.cut(marks[-1].start).strip()
            words = words.cut(0, marks[-1].start).strip()
    place = Role("meeting", grammar.plain(words))
    if date is None:
        return (Role("event", (place,)),)
    iso = dates.read(date.text, grammar.language)
    when: Inline = Role("adopted", grammar.plain(date), iso) if iso else date.run
    lines: Inlines = (when, LineBreak(), place) if date_first else (place, LineBreak(), when)
    return (Role("event", lines),)
