"""What the official schema lets an element hold, as xmlschema reads it: one element at a time, when it is asked for.

The declaration of one element, with the types that it needs, compiles in 20 ms, the whole schema in 1,250.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from lxml import etree

from akn import schema as official
from akn.validation.faults import listing
from akn.xml import AKN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_XSD = "{http://www.w3.org/2001/XMLSchema}"


class Particle(Protocol):
    """An element or a group of a content model, as xmlschema has it."""

    occurs: tuple[int, int | None]

    def __iter__(self) -> Iterator[Particle]: ...


class Group(Particle, Protocol):
    """A sequence or a choice of particles."""

    model: str

    def iter_elements(self) -> Iterator[Particle]:
        """All elements of the group."""
        ...

    def __len__(self) -> int: ...


class _Type(Protocol):
    content: Group

    def is_complex(self) -> bool: ...

    def has_simple_content(self) -> bool: ...


class _Declaration(Protocol):
    type: _Type
    attributes: Mapping[str | None, object]


class Model(NamedTuple):
    """The content of an element: its group, none if it holds no elements, and the names of what it may hold."""

    group: Group | None
    names: frozenset[str]


@cache
def _tree() -> etree._Element:
    path = os.path.join(official.folder(), "akomantoso30.xsd")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    return etree.parse(path, parser).getroot()


@cache
def names() -> frozenset[str]:
    """The elements that the schema declares."""
    return frozenset(name for child in _tree().iterchildren(f"{_XSD}element") if (name := child.get("name")))


def declaration(name: str) -> str:
    """The schema with the declaration of one element, all types, and bare names instead of all other elements."""
    from copy import deepcopy

    root = deepcopy(_tree())
    for child in root.iterchildren(f"{_XSD}element"):
        if child.get("name") != name:
            for part in list(child):
                child.remove(part)
            child.attrib.pop("type", None)  # type: ignore[call-overload]
    _keep_reached(root, name)
    return etree.tostring(root, encoding="unicode")


def _keep_reached(root: etree._Element, name: str) -> None:
    """Takes out the types and groups that the declaration of one element does not need."""
    reached: set[str] = set()
    queue = [child for child in root if child.get("name") in (name, None) or child.tag == f"{_XSD}element"]
    types = [child for child in root if child.get("name") and child.tag != f"{_XSD}element"]
    while queue:
        for node in queue.pop().iter():
            for key in ("ref", "type", "base", "itemType", "memberTypes"):
                for needed in (node.get(key) or "").split():
                    if needed not in reached and not (key == "ref" and node.tag == f"{_XSD}element"):
                        reached.add(needed)
                        queue += [child for child in types if child.get("name") == needed]
    for child in types:
        if child.get("name") not in reached:
            root.remove(child)


@cache
def _declared(name: str) -> _Declaration | None:
    """The declaration of one element, compiled by xmlschema with what it needs and nothing else."""
    if name not in names():
        return None
    import xmlschema

    folder = os.path.join(official.folder(), "")
    compiled = xmlschema.XMLSchema10(declaration(name), base_url=folder, allow="local", defuse="always")
    found: _Declaration = compiled.elements[name]  # type: ignore[assignment]
    return found


@cache
def content(name: str) -> Model | None:
    """What an element of that name holds; none if the schema does not know it."""
    declared = _declared(name)
    if declared is None:
        return None
    if not declared.type.is_complex() or declared.type.has_simple_content():
        return Model(None, frozenset())
    return Model(declared.type.content, frozenset(in_order(declared.type.content)))


@cache
def attributes(name: str) -> tuple[str, ...]:
    """The attributes that an element of that name may have; those of other namespaces without their prefix."""
    declared = _declared(name)
    if declared is None:
        return ()
    return tuple(str(known).rpartition("}")[2] for known in declared.attributes if known)


def following(model: Model, before: list[etree._Element]) -> list[str]:
    """The elements that the model admits after some children, in the order of the schema."""
    if model.group is None or not model.names:
        return []
    from xmlschema.validators import ModelVisitor

    visitor = ModelVisitor(model.group)  # type: ignore[arg-type]
    for child in before:
        if not visitor.advance_safe(str(child.tag)):
            return []
    return [name for name in in_order(model.group) if visitor.check_following(f"{{{AKN}}}{name}")]


def in_order(group: Group | None) -> list[str]:
    """The names of the elements of a model, each once, in its order."""
    if group is None:
        return []
    found = (getattr(element, "local_name", None) for element in group.iter_elements())
    return list(dict.fromkeys(name for name in found if name))


@cache
def parents(name: str) -> list[str]:
    """The elements whose content may have one of that name; the most usual first."""
    leading = {name}  # the names of types and groups that lead to it
    mentions: dict[str, set[str]] = {}
    for child in _tree():
        if called := child.get("name"):
            key = f"<{called}" if child.tag == f"{_XSD}element" else called
            refs = (node.get(at) for node in child.iter() for at in ("ref", "type", "base"))
            mentions.setdefault(key, set()).update(ref for ref in refs if ref)
    grown = True
    while grown:
        new = {key for key, refs in mentions.items() if key[0] != "<" and refs & leading} - leading
        leading |= new
        grown = bool(new)
    holders = [key[1:] for key, refs in mentions.items() if key[0] == "<" and refs & leading]
    return sorted(holders, key=lambda holder: (holder not in _USUAL, holder))


_USUAL = (
    "statement",
    "preface",
    "preamble",
    "mainBody",
    "section",
    "paragraph",
    "list",
    "point",
    "content",
    "p",
    "meta",
)


def describe(model: Model) -> str:
    """A content model in words: `num` (optional), then one or more of `p`, `table` or 30 others."""
    return _describe(model.group) if model.group is not None and model.names else "no elements"


def _describe(group: Group) -> str:
    if group.model == "choice":
        return some(in_order(group)) + _times(group)
    parts = [part for child in group if (part := _part(child))]
    text = (", then " if any("` or " in part for part in parts) else ", ").join(parts)
    return text + _times(group) if len(parts) > 1 else text


def _part(child: Particle) -> str:
    if hasattr(child, "model"):
        return _describe(child)  # type: ignore[arg-type]
    name = getattr(child, "local_name", None)
    return f"`{name}`{_times(child)}" if name else "elements of other vocabularies"


def _times(particle: Particle) -> str:
    least, most = particle.occurs
    if (least, most) == (1, 1):
        return ""
    if most == 1:
        return " (optional)"
    return " (any number)" if least == 0 else " (one or more)"


_MANY = 8
"""So many names are listed before the rest is counted."""


def some(found: list[str] | tuple[str, ...], word: str = "or", most: int = _MANY) -> str:
    """Names as a list in words, the rest counted."""
    if len(found) > most + 1:
        found = sorted(found, key=lambda name: name not in _USUAL)
    quoted = [f"`{name}`" for name in found]
    if len(quoted) > most + 1:
        return f"{', '.join(quoted[:most])} {word} {len(quoted) - most} others"
    return listing(quoted, word)
