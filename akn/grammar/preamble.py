"""The preamble: preambular paragraphs with their points, up to the first operative paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from akn import vocabulary
from akn.grammar import operative
from akn.grammar.lists import Item
from akn.grammar.openings import preambular, with_opening
from akn.grammar.units import Grammar, Unit, is_numbered
from akn.model import Block as Node
from akn.model import Formula


def read(units: Sequence[Unit], index: int, grammar: Grammar) -> tuple[int, list[Node]]:
    """Preambular paragraphs up to the first operative one, with the points that belong to them."""
    found: list[Node] = []
    while index < len(units):
        unit = units[index]
        if _first_formula(unit, index, found, grammar):
            found.append(Formula(grammar.plain(unit.words)))
            index += 1
            continue
        if _ends_preamble(units, index, grammar):
            break
        end = index + 1
        items: list[Item] = []
        while end < len(units) and _point_of_preamble(units, index, end, bool(items), grammar.language):
            items.append(units[end].item)
            end += 1
        words = with_opening(unit.words, grammar.language, "preambular")
        found.append(preambular(words, items, grammar))
        index = end
    return index, found


def _first_formula(unit: Unit, index: int, found: Sequence[Node], grammar: Grammar) -> bool:
    """Whether the formula stands behind preambular paragraphs, as in texts of 1946."""
    if len(found) != index or not grammar.language.formula(unit.folded):
        return False
    return not any(isinstance(node, Formula) for node in found)


def _point_of_preamble(
    units: Sequence[Unit], first: int, index: int, started: bool, language: vocabulary.Language
) -> bool:
    unit = units[index]
    labels = unit.item.labels
    if unit.block.rows:
        return False
    if _is_quoted(unit):
        return _is_quoted(units[index - 1]) or units[index - 1].last in ":："
    if unit.block.kind == "heading":
        return False
    if not labels:
        opens = language.opening_kind(unit.folded) if language.lower_openings else ""
        return unit.text[:1].islower() and not opens and not language.opening(unit.folded, "preambular")
    label = labels[0]
    if label.family in ("capital", "capital roman") or not label.style.endswith((")", "dash –", "dash -", "dash •")):
        return False
    return started or units[first].last in ":,;："


def _is_quoted(unit: Unit) -> bool:
    """Whether a paragraph opens with a quotation mark: words of a treaty that the preamble quotes."""
    return unit.text[0] in '"“«„'


def _ends_preamble(units: Sequence[Unit], index: int, grammar: Grammar) -> bool:
    """Whether the body begins at a unit: a number, a heading, or an operative opening."""
    unit = units[index]
    language = grammar.language
    if unit.block.rows or is_numbered(unit):
        return True
    if operative.is_heading(units, index, grammar) and not _is_quoted(unit):
        return True
    if unit.item.labels and unit.item.labels[0].style[-1] in ").":
        return True
    kind = language.opening_kind(unit.folded)
    if kind == "preambular":
        return False
    if kind == "both" and unit.last in ":：" and index + 1 < len(units) and units[index + 1].last in ",،，":
        return False  # its points end as those of a preamble do
    if kind == "operative":
        return unit.last not in ",،，" or _no_more_preamble(units, index, language)
    if language.formula_prefix(unit.folded):
        return True
    if unit.last in ",;،，；" and _numbers_follow(units, index):
        return False
    return not (_numbers_follow(units, index) and len(unit.text) < 40 and unit.last != ".")


def _no_more_preamble(units: Sequence[Unit], index: int, language: vocabulary.Language) -> bool:
    return not any(language.opening_kind(u.folded) == "preambular" for u in units[index + 1 : index + 4])


def _numbers_follow(units: Sequence[Unit], index: int) -> bool:
    return any(is_numbered(u) for u in units[index + 1 :])
