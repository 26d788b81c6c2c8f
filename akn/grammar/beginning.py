"""Where the resolution itself begins: at its formula, or at what opens as one where the formula is missing or misread."""

from __future__ import annotations

from collections.abc import Sequence

from akn import vocabulary
from akn.grammar import conclusions
from akn.grammar.units import Grammar, Unit
from akn.inline import dates
from akn.layout.furniture import is_formula


def first_unit(units: Sequence[Unit], grammar: Grammar) -> int:
    """Index of the first unit of preamble or body."""
    language = grammar.language
    number = -_NEAR
    for index, unit in enumerate(units):
        if vocabulary.number_at(unit.folded):
            number = index
        named = index - number < _NEAR and language.formula(unit.folded, bare=True)  # the mere name, below the title
        if named or (len(unit.folded) < 100 and is_formula(unit.text, unit.folded, language)):
            if _closed(units[:index], grammar):
                return _without_formula(units[:index], grammar)
            return _before_formula(units, index, grammar)
    return _without_formula(units, grammar)


_NEAR = 4
"""A name so many units below the number of the resolution, at most, is the formula and no masthead."""


def _before_formula(units: Sequence[Unit], index: int, grammar: Grammar) -> int:
    """Index of the first preambular paragraph directly in front of the formula, as texts of 1946 have them."""
    language = grammar.language
    while index and len(units[index - 1].text) > 40 and language.opening(units[index - 1].folded, "preambular"):
        if units[index - 1].text[0].islower() and not language.lower_openings:
            break  # the rest of a title
        index -= 1
    return index


def _closed(units: Sequence[Unit], grammar: Grammar) -> bool:
    """Whether some units hold a whole resolution though no formula: a number, a paragraph, a closing block."""
    number = next((i for i, unit in enumerate(units) if vocabulary.number_at(unit.folded)), len(units))
    closing = max((i for i in range(number, len(units)) if conclusions.closes(units[i], grammar)), default=number)
    opens = grammar.language.opening_kind
    return any(len(unit.text) > 40 and opens(unit.folded) for unit in units[number + 1 : closing])


def _without_formula(units: Sequence[Unit], grammar: Grammar) -> int:
    language = grammar.language
    number = -1
    for index, unit in enumerate(units):
        folded = unit.folded
        if vocabulary.number_at(folded):
            number = index
        elif (
            unit.item.labels
            and unit.item.labels[0].value == 1
            and len(folded) > 30
            and unit.item.labels[0].family == "number"
        ):
            return _back_to_preamble(units, index, number, grammar)
        elif (language.formula_prefix(folded) and not language.adoption(folded) and index) or (
            0 <= number < index and decides_at_meeting(unit, grammar)
        ):
            return index
        elif len(folded) > 40 and language.opening(folded, "preambular"):
            return _back_to_preamble(units, index, number, grammar)
        elif len(folded) > 40 and folded[-1] in ";.:":
            leads = folded[-1] == ":" and index > 0 and _opens_points(units[index + 1 :])
            if leads or language.opening(folded, "operative"):
                return index
    return len(units) if len(units) < 3 else _after_head(units, grammar)


def decides_at_meeting(unit: Unit, grammar: Grammar) -> str:
    """The organ of a sentence as decisions have them: `At its 49th plenary meeting, on 9 December 2024, the …`.

    A number, a date and an organ in this order, in a sentence that has an end or that points follow; else empty.
    """
    folded = unit.folded
    if len(folded) < 80 or unit.last not in _ENDS or unit.item.labels or grammar.language.adoption(folded):
        return ""
    days = dates.find(folded[:120], grammar.language)
    if not days or days[0].start > 80 or not any(char.isdigit() for char in folded[: min(30, days[0].start)]):
        return ""
    organs = grammar.language.organs_in(folded[days[0].end : days[0].end + 60])
    return organs[0][2] if organs else ""


_ENDS = (".", ":", "。", "：")


def _opens_points(units: Sequence[Unit]) -> bool:
    """Whether the first of some units is the first of lettered points."""
    labels = units[0].item.labels if units else ()
    return bool(labels) and labels[0].value == 1 and labels[0].family != "number"


def _back_to_preamble(units: Sequence[Unit], index: int, number: int, grammar: Grammar) -> int:
    """The first sentence behind the title, where a preamble has none of the usual openings."""
    first = index
    while first > number + 1 and number >= 0 and units[first - 1].text[-1:] in ";,":
        first -= 1
    return first


def _after_head(units: Sequence[Unit], grammar: Grammar) -> int:
    """Where nothing opens as a resolution does: after the lines that only a masthead has."""
    for index, unit in enumerate(units):
        if len(unit.text) > 200 or unit.block.rows:
            return index
    return len(units)


def organ_of(units: Sequence[Unit], first: int, grammar: Grammar) -> str:
    """The organ that the formula names, or a sentence that it opens; empty if none does."""
    for unit in units[first : first + 1]:
        found = grammar.language.formula(unit.folded, bare=True) or grammar.language.formula_prefix(unit.folded)
        if found:
            return found[0]
    for unit in units[first:]:
        if found := grammar.language.formula(unit.folded):
            return found[0]
    if first < len(units) and (decides := decides_at_meeting(units[first], grammar)):
        return decides
    for unit in units[first:]:
        if found := grammar.language.formula_prefix(
            unit.folded[unit.item.labels[0].end :] if unit.item.labels else unit.folded
        ):
            return found[0]
    return _resolving(units[first], grammar) if first < len(units) else ""


def _resolving(unit: Unit, grammar: Grammar) -> str:
    """The organ that the first sentence names near its beginning: `Resolved by the General Assembly to …`, in 1946."""
    named = {organ for start, _, organ in grammar.language.organs_in(unit.folded[:_SOON]) if start}
    return named.pop() if len(named) == 1 and len(unit.folded) > _SOON else ""


_SOON = 60
"""Characters within which such a sentence names its organ."""
