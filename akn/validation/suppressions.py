"""Suppressions in a file: `<?akn ignore AKN304?>` in front of an element silences the code in it and all it holds.

In front of the root element it holds for the whole file. Codes may be beginnings (`AKN3`) or names (`eid-number`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from akn.errors import WrongUse
from akn.validation import catalogue
from akn.validation.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

TARGET = "akn"


class Suppression(NamedTuple):
    """One instruction: the codes, the element that it stands in front of (none: there is none), and itself."""

    codes: frozenset[str]
    element: etree._Element | None
    instruction: etree._ProcessingInstruction


def apply(root: etree._Element, verdicts: list[Verdict], judged: frozenset[str]) -> list[Verdict]:
    """The verdicts that no instruction silences, and one on each instruction that is wrong or idle.

    `judged` are the codes that were looked for: an instruction for another code cannot be called idle.
    """
    found, wrong = _read(root)
    if not found and not wrong:
        return verdicts
    used: set[int] = set()
    kept = [verdict for verdict in verdicts if not _silenced(verdict.element, verdict.code, found, used)]
    idle = [
        _useless(one.instruction, "silences nothing", "Remove it.")
        for i, one in enumerate(found)
        if i not in used and one.codes <= judged
    ]
    return [*kept, *wrong, *idle]


class Silence:
    """The suppressions of a document, for those who change it: what is silenced is meant to be as it is."""

    def __init__(self, root: etree._Element) -> None:
        self._found, _ = _read(root)

    def covers(self, element: etree._Element, code: str) -> bool:
        """Whether a code is silenced in an element."""
        return bool(self._found) and _silenced(element, code, self._found, set())


def _read(root: etree._Element) -> tuple[list[Suppression], list[Verdict]]:
    found: list[Suppression] = []
    wrong: list[Verdict] = []
    for instruction in _instructions(root):
        words = (instruction.text or "").replace(",", " ").split()
        if not words or words[0] != "ignore":
            wrong.append(_useless(instruction, "is not understood", "Write <?akn ignore AKN304?>."))
            continue
        try:
            codes = catalogue.codes(words[1:])
        except WrongUse as error:
            wrong.append(_useless(instruction, f"is not understood: {error.message}", error.remedy))
            continue
        element = _next_element(instruction)
        if not codes or element is None:
            what = "names no code" if not codes else "stands in front of no element"
            wrong.append(_useless(instruction, what, "Write <?akn ignore AKN304?> in front of the element."))
        else:
            found.append(Suppression(codes, element, instruction))
    return found, wrong


def _instructions(root: etree._Element) -> Iterator[etree._ProcessingInstruction]:
    from lxml.etree import PI

    before = [node for node in root.itersiblings(PI, preceding=True) if node.target == TARGET]  # type: ignore[attr-defined]
    yield from reversed(before)  # type: ignore[misc]
    for node in root.iter(PI):
        if node.target == TARGET:  # type: ignore[attr-defined]
            yield node  # type: ignore[misc]


def _next_element(instruction: etree._ProcessingInstruction) -> etree._Element | None:
    return next(iter(instruction.itersiblings("*")), None)


def _silenced(element: etree._Element | None, code: str, found: list[Suppression], used: set[int]) -> bool:
    silenced = False
    while element is not None:
        for i, one in enumerate(found):
            if one.element is element and code in one.codes:
                used.add(i)
                silenced = True
        element = element.getparent()
    return silenced


def _useless(instruction: etree._ProcessingInstruction, what: str, hint: str) -> Verdict:
    words = f"the suppression <?akn {instruction.text or ''}?> {what}"
    return Verdict("AKN006", "warning", instruction, words, hint)
