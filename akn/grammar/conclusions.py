"""The closing block: meeting, date, how it was adopted, the vote."""

from __future__ import annotations

from collections.abc import Sequence

from akn.fold import fold
from akn.grammar.events import event
from akn.grammar.roles import Span, with_roles
from akn.grammar.units import Grammar, Unit, is_numbered, lines_of
from akn.inline import dates
from akn.model import Inlines, Paragraph, Role
from akn.source import Passage

_LONG = 700
"""A closing line is shorter than this (characters), but for a roll call."""


def begins_at(units: Sequence[Unit], first: int, grammar: Grammar) -> int:
    """Index of the first unit of the closing block; the number of units if there is none.

    The block is the last place where a meeting or an adoption stands as a paragraph of its own; or the date alone,
    where no meeting adopted the text.
    """
    found = len(units)
    for index in range(len(units) - 1, first - 1, -1):
        behind = index + 1 == len(units) or (found < len(units) and closes(units[index - 1], grammar))
        in_front = found == index + 1 < len(units) and _is_meeting(units[found], grammar)  # as Chinese prints it
        alone = (behind or in_front) and index > first and dated(units[index], grammar)
        if alone or closes(units[index], grammar) or _lists_states(units, index, grammar):
            found = index
        elif found < len(units):
            break
    return found


def _lists_states(units: Sequence[Unit], index: int, grammar: Grammar) -> bool:
    """Whether a unit is the list of States below `In favour:`."""
    return (
        index > 0 and units[index - 1].last in (":", "：") and bool(grammar.language.roll_call(units[index - 1].folded))
    )


def _is_meeting(unit: Unit, grammar: Grammar) -> bool:
    """Whether a unit names the meeting, and does not say how the text was adopted there."""
    language, folded = grammar.language, unit.folded
    return len(folded) < 140 and language.meeting(folded) is not None and not language.adopted_at(folded)


def ends_at(units: Sequence[Unit], first: int, grammar: Grammar) -> int:
    """Index behind the closing block that begins at `first`: what has a heading or a number is matter of its own."""
    for index in range(first + 1, len(units)):
        unit = units[index]
        if closes(unit, grammar) or dated(unit, grammar) or grammar.language.roll_call(units[index - 1].folded):
            continue
        if unit.block.rows or unit.block.kind == "heading" or is_numbered(unit):
            return index
    return len(units)


def closes(unit: Unit, grammar: Grammar) -> bool:
    """Whether a unit is a line of a closing block."""
    language, folded = grammar.language, unit.folded
    if not folded or len(folded) > _LONG or unit.block.rows:
        return False
    if language.adopted_at(folded) or language.no_vote(folded):
        return True
    if language.roll_call(folded):
        return True
    return len(folded) < 140 and language.meeting(folded) is not None


def dated(unit: Unit, grammar: Grammar) -> bool:
    """Whether a unit is a date and nothing else."""
    marks = dates.find(unit.text, grammar.language)
    return len(marks) == 1 and marks[0].start <= 1 and marks[0].end >= len(unit.text.rstrip()) - 1


def conclusions(units: Sequence[Unit], grammar: Grammar) -> tuple[Paragraph, ...]:
    """The paragraphs of the closing block; the meeting and its date make one event."""
    found: list[Paragraph] = []
    index = 0
    while index < len(units):
        unit = units[index]
        following = units[index + 1] if index + 1 < len(units) else None
        if following is not None and dated(unit, grammar) and _is_meeting(following, grammar):
            found.append(Paragraph(event(following.words, unit.words, grammar, date_first=True)))
            index += 2
            continue
        if _is_meeting(unit, grammar):
            date = following.words if following is not None and dated(following, grammar) else None
            found.append(Paragraph(event(unit.words, date, grammar)))
            index += 2 if date is not None else 1
            continue
        for words in lines_of(unit):
            found.append(Paragraph(_line(words, fold(words.text), grammar)))
        index += 1
    return tuple(found)


def _line(words: Passage, folded: str, grammar: Grammar) -> Inlines:
    """A line such as `Adopted unanimously at the 2750th meeting.`, with its meeting and vote."""
    language = grammar.language
    spans: list[Span] = []
    adopted = language.adopted_at(folded)
    if adopted and adopted.meeting:
        spans.append((*adopted.meeting, "meeting", ""))
    days = dates.find(words.text, language) if len(folded) < 40 else []
    if len(days) == 1 and days[0].end - days[0].start >= len(folded) - 2:
        spans.append((days[0].start, days[0].end, "adopted", days[0].target))
    vote = language.vote(folded)
    outcome = vote.value if vote else ""
    content = with_roles(words, spans, grammar.plain, grammar.plain)
    if outcome or language.no_vote(folded):
        return (Role("vote", content, outcome or "without a vote"),)
    return content
