"""Questions to single elements of Akoma Ntoso, in the habits of the United Nations' files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from lxml import etree

from akn.model import RoleName
from akn.xml import Q, local

_ROLE_NAMES = frozenset(get_args(RoleName))
_SPACE = re.compile(r"[ \t\r\n\f\v]+")


def role_of(element: etree._Element, name: str) -> tuple[RoleName, str] | None:
    """The role that an inline element has, with its value; None for other elements."""
    refers = (element.get("refersTo") or "").lstrip("#")
    if name == "docAuthority":
        return ("publisher", "") if refers == "publisher" else ("organ", refers)
    if name == "docNumber":
        return ("symbol", "") if refers == "symbol" else ("number", "")
    if name == "docStatus":
        return "distribution", ""
    if name == "docDate":
        return "issued" if refers == "dateOfIssuance" else "adopted", _iso(element)
    if name == "session":
        return "session", element.get("value", "")
    if name == "docTitle":
        return "doc title", ""
    if name == "docType":
        return "doc type", ""
    if name == "docCommittee":
        return "committee", refers
    if name == "location":
        return "meeting", ""
    if name == "event":
        return "event", ""
    if name == "inline":
        given = element.get("name", "")
        if given == "vote":
            return "vote", _counted(element)
        if given == "adoptionMeeting":
            return "meeting", ""
        if given in _ROLE_NAMES:
            return given, ""  # type: ignore[return-value]
    return None


def _iso(element: etree._Element) -> str:
    found = element.get("date", "")[:10]
    return "" if found.startswith(("0001", "1900-01-01")) else found


def _counted(element: etree._Element) -> str:
    counts = [c.get("value", "") for c in element.getroottree().getroot().iter(f"{Q}count")]
    return "-".join(counts[:3]) if len(counts) >= 3 and all(c.isdigit() for c in counts[:3]) else ""


def annex_of(element: etree._Element) -> etree._Element | None:
    """The document in an attachment or component; a statement in a component is a part of a publication, no annex."""
    kinds = ("doc", "act") if local(element) == "component" else ("doc", "act", "statement")
    return next((child for child in element if local(child) in kinds), None)


def count(element: etree._Element, name: str) -> int:
    """How many columns or rows a cell spans, 1 where it does not say."""
    value = element.get(name, "1")
    return int(value) if value.isdigit() and int(value) > 0 else 1


def said(element: etree._Element) -> bool:
    """Whether an element has words."""
    return bool("".join(element.itertext()).strip())  # type: ignore[arg-type]


def leaves(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs in an element, outermost first; itself where it has words of its own."""
    blocks = [
        c
        for c in element
        if local(c)
        in (
            "p",
            "heading",
            "container",
            "blockContainer",
            "block",
            "formula",
            "listIntroduction",
            "longTitle",
            "blockList",
            "item",
            "tblock",
        )
    ]
    if not blocks:
        yield element
        return
    for child in element:
        if local(child) in ("container", "blockContainer", "formula", "blockList", "item", "tblock"):
            yield from leaves(child)
        elif local(child) and local(child) != "num":
            yield child


def rows_of(element: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, not those of a table in one of its notes."""
    for child in element:
        if local(child) == "tr":
            yield child
        elif local(child) in ("thead", "tbody", "tfoot"):
            yield from rows_of(child)


def squeeze(text: str) -> str:
    """Text with its white space folded to single spaces; no-break spaces stay."""
    return _SPACE.sub(" ", text)
