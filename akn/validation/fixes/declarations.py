"""Names that nothing declares get a TLC element in `references` (AKN320).

The kind of the element follows from the attribute that uses the name; what would have to be invented (a note that is
missing, a person) is left to a person.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from akn.validation.fixes.page import Edit, Page
from akn.validation.rule import local

if TYPE_CHECKING:
    from lxml import etree

CODES = ("AKN320",)

_KINDS = {"by": "Organization", "as": "Role", "source": "Organization", "outcome": "Concept"}
_REFERS = {
    "location": "Location",
    "organization": "Organization",
    "docAuthority": "Organization",
    "docProponent": "Organization",
    "docCommittee": "Organization",
    "role": "Role",
    "event": "Event",
    "step": "Event",
    "process": "Process",
    "object": "Object",
}
"""What `refersTo` of an element means; all others refer to concepts."""


def edits(page: Page) -> list[Edit]:
    """One edit for each `references` that gets declarations."""
    wanted: dict[str, str] = {}
    missing = page.context.used.difference(page.context.ids)
    for (attribute, values), elements in page.context.references.items():
        for value in values.split():
            if value.startswith("#") and value[1:] in missing and _is_name(value[1:]):
                told = [one for one in elements if not page.silence.covers(one, CODES[0])]
                kind = _kind(attribute, told[0]) if told else ""
                if kind:
                    wanted.setdefault(value[1:], kind)
    references = next(page.context.all("references"), None)
    if not wanted or references is None:
        return []
    return [_inserted(page, references, wanted)]


def _is_name(word: str) -> bool:
    return re.fullmatch(r"[^\W\d][\w.-]*", word) is not None


def _kind(attribute: str, element: etree._Element) -> str:
    if attribute == "refersTo":
        return _REFERS.get(local(element), "Concept")
    if attribute == "href":
        return "Organization" if local(element) == "FRBRauthor" else ""
    return _KINDS.get(attribute, "")


def _inserted(page: Page, references: etree._Element, wanted: dict[str, str]) -> Edit:
    start, end = page.tag(references)
    prefix = page.text[start + 1 : end].partition("references")[0]
    line = page.text.rfind("\n", 0, start) + 1
    indent = page.text[line:start] if not page.text[line:start].strip() else ""
    new = "\r\n" if "\r\n" in page.text else "\n"
    rows = "".join(
        f'{new}{indent}  <{prefix}TLC{kind} eId="{name}" href="/akn/ontology/{kind.lower()}/un/{name}" showAs="{_shown(name)}"/>'
        for name, kind in sorted(wanted.items())
    )
    if page.text[start:end].endswith("/>"):
        return Edit(end - 2, end, f">{rows}{new}{indent}</{prefix}references>")
    last = references[-1] if len(references) else None
    at = end if last is None else _end_of(page, last)
    closing = f"{new}{indent}" if last is None else ""
    return Edit(at, at, rows + closing)


def _end_of(page: Page, element: etree._Element) -> int:
    _, end = page.tag(element)
    if page.text[end - 2 : end] == "/>":
        return end
    return page.text.index(">", page.text.index("</", end)) + 1


def _shown(name: str) -> str:
    """`dateOfIssuance` as `Date of issuance`."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").lower()
    return words[:1].upper() + words[1:]
