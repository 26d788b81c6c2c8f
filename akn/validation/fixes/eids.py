"""eIds that are missing, stand twice or do not follow the naming convention are made anew (AKN301 to AKN305).

An eId that a rule objects to, and each that begins with it, gets another; all references to it follow. eIds that no
rule objects to stay, whatever convention they follow, because other files may cite them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.naming import eid_number
from akn.validation.fixes.page import Edit, Page
from akn.validation.reading.eids import refs, take_apart, well_formed
from akn.validation.rule import REFERENCES, local, own_text
from akn.validation.rules import duplicate_eid, eid_form, eid_position, eid_prefix
from akn.validation.rules import eid_number as number_rule

if TYPE_CHECKING:
    from lxml import etree

CODES = ("AKN301", "AKN302", "AKN303", "AKN304", "AKN305")

_IDENTIFIED = frozenset(
    ("part", "chapter", "section", "division", "article", "paragraph", "subparagraph", "list", "point", "authorialNote")
)
"""Elements that get an eId where they have none, in a file whose other elements have one."""


def edits(page: Page) -> list[Edit]:
    """The edits of eIds, and of the references to them."""
    renamed = _Renaming(page).run()
    return [*(page.set(element, "eId", eid) for element, eid in renamed.items()), *_references(page, renamed)]


class _Renaming:
    """Walks the tree once; each eId is decided when those of the elements around it are."""

    def __init__(self, page: Page) -> None:
        self.context = page.context
        self.wrong = {
            rule.CODE: {one.element for one in page.found(rule)}
            for rule in (duplicate_eid, eid_form, eid_prefix, number_rule, eid_position)
        }
        self.recounted = {_group(element) for element in self.wrong["AKN305"]}
        self.structural = {element for _, element, _, _ in self.context.structural}
        self.renamed: dict[etree._Element, str] = {}
        moving = self._moving()
        self.used = {eid for eid, element, _ in self.context.eids if element not in moving}
        self.repeated: dict[str, int] = {}
        self.last: dict[tuple[str, str], int] = {}
        self.uses_eids = len(self.context.structural) > 2

    def _moving(self) -> set[etree._Element]:
        """The elements whose eIds change: those that a rule objects to, and those within with theirs as prefix."""
        moving: set[etree._Element] = set()
        for _, element, _, parts in self.context.structural:
            if self._objected(element) or (
                parts.prefix
                and any(one in moving and one.get("eId") == parts.prefix for one in element.iterancestors())
            ):
                moving.add(element)
        return moving

    def run(self) -> dict[etree._Element, str]:
        """Elements and their new eIds."""
        for element in self.context.root.iter("*"):
            old = element.get("eId")
            if old is None:
                if self.uses_eids and local(element) in _IDENTIFIED:
                    self._decide(element, "")
            elif element in self.structural:
                self._decide(element, old)
            elif element in self.wrong["AKN301"]:  # a declaration: its label is free, but stands once
                self.renamed[element] = self._unique(old)
                self.used.add(self.renamed[element])
        return self.renamed

    def _decide(self, element: etree._Element, old: str) -> None:
        well = well_formed(old)
        parts = take_apart(old if well else "")
        prefix = self._prefix(element, parts.prefix if well else None)
        fitting = refs(local(element))
        ref = parts.ref if parts.ref in fitting else fitting[0]
        number = self._number(element, parts.number, (prefix, ref), old)
        eid = "__".join(part for part in (prefix, f"{ref}_{number}" if number else ref) if part)
        if not self._objected(element) and old and prefix == parts.prefix:
            eid = old
        if eid != old or (element in self.wrong["AKN301"] and eid in self.used):
            eid = self._unique(eid)
            self.renamed[element] = eid
        self.used.add(eid)
        digits = take_apart(eid).number
        if digits.isdecimal():
            self.last[prefix, ref] = int(digits)

    def _objected(self, element: etree._Element) -> bool:
        if any(element in wrong for wrong in self.wrong.values()):
            return True
        return _group(element) in self.recounted and element not in self.context.numbered

    def _prefix(self, element: etree._Element, old: str | None) -> str:
        """The prefix of the convention: that which stands there, as the element around it is called now."""
        if old == "":
            return ""
        for ancestor in element.iterancestors():
            eid = ancestor.get("eId")
            if eid is None:
                continue
            now = self.renamed.get(ancestor, eid)
            if old is None or element in self.wrong["AKN303"]:
                return now
            if eid == old:
                return now
        return old or ""

    def _number(self, element: etree._Element, old: str, group: tuple[str, str], eid: str) -> str:
        num = self.context.numbered.get(element)
        words = own_text(num) if num is not None else ""
        if words and (not old or element in self.wrong["AKN304"]):
            return eid_number(words) or self._next(group)
        if old and eid and not (element in self.wrong["AKN301"] or _group(element) in self.recounted):
            return old
        if words:
            return eid_number(words) or self._next(group)
        if not old and well_formed(eid) and element not in self.wrong["AKN301"]:
            return ""
        return self._next(group)

    def _next(self, group: tuple[str, str]) -> str:
        return str(self.last.get(group, 0) + 1)

    def _unique(self, eid: str) -> str:
        if eid not in self.used:
            return eid
        joint = "-" if take_apart(eid).number else "_"
        count = self.repeated.get(eid, 2)
        while f"{eid}{joint}{count}" in self.used:
            count += 1
        self.repeated[eid] = count
        return f"{eid}{joint}{count}"


def _group(element: etree._Element) -> tuple[str, str]:
    """The elements with which one is counted: prefix and word of its eId."""
    parts = take_apart(element.get("eId") or "")
    return parts.prefix, parts.ref


def _references(page: Page, renamed: dict[etree._Element, str]) -> list[Edit]:
    """References follow the first element that had the eId."""
    moved = {
        eid: renamed[first] for eid, first in page.context.ids.items() if first in renamed and renamed[first] != eid
    }
    found: list[Edit] = []
    for (attribute, values), elements in page.context.references.items():
        if attribute not in REFERENCES or "#" not in values:
            continue
        changed = " ".join(
            f"#{moved[value[1:]]}" if value[:1] == "#" and value[1:] in moved else value for value in values.split()
        )
        if changed != " ".join(values.split()):
            found += [page.set(element, attribute, changed) for element in elements]
    return found
