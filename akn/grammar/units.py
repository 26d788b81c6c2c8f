"""Units: the blocks of a resolution as the grammar sees them, each with the readings of its label.

Labels that the page's columns parted from their words are joined with them; labels that a scan misread get the value
that their neighbours tell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from akn import blocks
from akn.fold import fold
from akn.grammar.labels import Label, bare_roman, between, readings
from akn.grammar.lists import Item, item_of
from akn.model import Inlines
from akn.source import Passage, join_passages
from akn.vocabulary import Language


class Grammar(NamedTuple):
    """What the steps share: the language, and how words become inline content."""

    language: Language
    inlines: Callable[[Passage], Inlines]
    """With references and dates marked in the words."""
    plain: Callable[[Passage], Inlines]
    """Without: for mastheads, titles and formulas, whose words have functions of their own."""


class Unit(NamedTuple):
    """A block of the body as this step sees it: its words, its label, and whether it can be a heading."""

    words: Passage
    folded: str
    item: Item
    block: blocks.Block
    stray: bool = False
    """Whether it is a lone `A` or `I` without a `B` or `II` anywhere: no heading, whatever its form."""

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self.words.text

    @property
    def last(self) -> str:
        """The last character that is no white space and no marker of a footnote; empty if there is none."""
        text = self.words.run.text
        end = len(text)
        for mark in reversed(self.words.marks):
            if mark.kind == "note" and mark.end > mark.start and not text[mark.end : end].strip():
                end = mark.start
        return text[:end].rstrip()[-1:]


def units_of(found: Sequence[blocks.Block]) -> list[Unit]:
    """Units of some blocks; a label that stands alone is joined with the words it belongs to."""
    units = [_unit(block) for block in found if block.words.text or block.rows]
    return _without_strays(_with_bare_romans(_with_misread_labels(_with_lone_labels(units))))


def _with_misread_labels(units: list[Unit]) -> list[Unit]:
    """Units with the labels that only their neighbours tell."""
    for index in range(1, len(units) - 1):
        unit, before = units[index], units[index - 1].item.labels
        if before and ")" in unit.text[:5]:
            label = between(unit.text, unit.item.labels, before, units[index + 1].item.labels)
            if label is not None:
                units[index] = unit._replace(item=Item(unit.words, (label,)))
    return units


def _with_bare_romans(units: list[Unit]) -> list[Unit]:
    """Units with the numbers of titles that have no stop, where they count from I on; some may stand alone."""
    expected = 1
    found: dict[int, Label] = {}
    for index, unit in enumerate(units):
        if any(label.family == "capital roman" and label.value == expected for label in unit.item.labels):
            expected += 1
        if unit.item.labels or len(unit.text) > _TITLE or unit.last in ";:,." or unit.block.rows:
            continue
        label = bare_roman(unit.text)
        if label is not None and label.value == expected:
            found[index] = label
            expected += 1
    if expected > 2:
        for index, label in found.items():
            units[index] = units[index]._replace(item=Item(units[index].words, (label,)))
    return units


_TITLE = 300
"""Characters that a title hardly has."""


def _without_strays(units: list[Unit]) -> list[Unit]:
    """Units with those marked that look like the first of several parts though there is no second."""
    second = {label.family for unit in units for label in unit.item.labels if label.value == 2}
    marked: list[Unit] = []
    for unit in units:
        families = {label.family for label in unit.item.labels if label.value == 1} & {"capital", "capital roman"}
        lone = bool(families) and unit.item.labels[0].end >= len(unit.text) and not families & second
        marked.append(unit._replace(stray=True) if lone else unit)
    return marked


def _unit(block: blocks.Block) -> Unit:
    words = block.words.strip()
    folded = block.folded if len(block.folded) == len(words.run.text) else fold(words.run.text)
    return Unit(words, folded, Item(words, readings(words.run.text, folded)), block)


def _with_lone_labels(units: list[Unit]) -> list[Unit]:
    """Labels that the page's columns parted from their words: before them, or (after a colon) behind them."""
    joined: list[Unit] = []
    index = 0
    while index < len(units):
        unit = units[index]
        if not _lone_label(unit) or (index + 1 == len(units) and not joined):
            joined.append(unit)
            index += 1
            continue
        following = units[index + 1] if index + 1 < len(units) else None
        if joined and _label_stands_behind(joined, unit, following):
            words = joined.pop()
            joined.append(_merged(unit, words))
            index += 1
        elif (
            following
            and not following.item.labels
            and following.words.text
            and unit.item.labels[0].style != "capital roman "
        ):
            joined.append(_merged(unit, following))
            index += 2
        else:
            joined.append(unit)
            index += 1
    return joined


def _lone_label(unit: Unit) -> bool:
    labels = unit.item.labels
    if not labels or labels[0].end < len(unit.text):
        return False
    return labels[0].family not in ("capital", "capital roman") and labels[0].style[-1] in "().,、"


def _label_stands_behind(before: list[Unit], unit: Unit, following: Unit | None) -> bool:
    """`… tasks:` / `To examine …` / `(i)` / `To seek …` / `(ii)`: each label behind its words."""
    words = before[-1]
    if words.item.labels or words.block.rows or len(before) < 2:
        return False
    introduced = before[-2].text.rstrip().endswith(":")
    styles = {label.style for label in unit.item.labels}
    sequel = any(label.style in styles for label in before[-2].item.labels)
    return (introduced or sequel) and (following is None or not _continues(words, following))


def _continues(words: Unit, following: Unit) -> bool:
    return bool(following.text) and following.text[0].islower() and not following.item.labels


def _merged(label: Unit, words: Unit) -> Unit:
    passage = join_passages([label.words, words.words])
    return Unit(passage, fold(passage.text), item_of(passage), words.block)


def is_point(label: Label) -> bool:
    """Whether a label is that of a point: a letter or small Roman number with a bracket."""
    return label.family in ("letter", "roman") and label.style.endswith(")")


def paragraph_label(unit: Unit) -> Label | None:
    """The label of a numbered paragraph, if the unit has one: `1.`, `1.1`, `1．`, `一、`, not `(1)`."""
    for label in unit.item.labels:
        if label.family == "number" and not label.style.endswith((")", " ")):
            return label
        if (
            label.family == "capital roman"
            and label.value == 1
            and label.style.endswith(".")
            and unit.block.kind == "item"
        ):
            return label._replace(family="number")
        if (
            label.family == "letter"
            and unit.folded[:1] == "l"
            and label.style.endswith(".")
            and unit.block.kind == "item"
        ):
            return label._replace(family="number", value=1)
    return None


def lines_of(unit: Unit) -> list[Passage]:
    """The words of a unit where no table can stand: those of the block, or the rows of the table one by one."""
    if not unit.block.rows:
        return [unit.words]
    rows = ([cell.words for cell in row if cell.words.text] for row in unit.block.rows)
    return [join_passages(cells) for cells in rows if cells]


def is_numbered(unit: Unit) -> bool:
    """Whether a unit begins with the number of a paragraph."""
    return paragraph_label(unit) is not None
