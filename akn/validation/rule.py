"""What a rule of the validator gets and gives: a `Context` with shared indexes, and `Found`.

A rule is a module of `akn.validation.rules` with the constants CODE, NAME, SEVERITY, PROFILES and FIXABLE, a docstring
that is its page, and `check(context) -> Iterator[Found]`. Indexes are built in one walk over the tree and shared by
all rules; most rules look at a few elements of the index and nothing else, so that all of them together stay fast.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from akn.validation.reading import iris

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.findings import Severity
    from akn.validation.reading.eids import EId

Q = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
DOCUMENTS = (
    "act",
    "amendment",
    "amendmentList",
    "bill",
    "debate",
    "debateReport",
    "doc",
    "documentCollection",
    "judgment",
    "officialGazette",
    "portion",
    "statement",
)
"""The elements that are a document, with a `meta` of their own."""
REFERENCES = ("refersTo", "source", "href", "by", "as", "to", "outcome", "period", "alternativeTo")
"""The attributes that name something declared in the same file, as `#id`."""


class Found(NamedTuple):
    """What a rule found: where, a sentence in plain words, and what to do."""

    element: etree._Element
    message: str
    hint: str = ""
    attribute: str = ""
    """The attribute that is wrong, where it is one: its place is shown instead of the element's."""


class Rule(Protocol):
    """A module of `akn.validation.rules`."""

    CODE: str
    NAME: str
    SEVERITY: Severity
    PROFILES: tuple[str, ...]
    FIXABLE: bool
    __doc__: str | None

    def check(self, context: Context) -> Iterator[Found]:
        """What the rule finds in a document."""
        ...


class Level(NamedTuple):
    """One level of an identification: work, expression or manifestation."""

    element: etree._Element
    fields: dict[str, list[etree._Element]]
    """Its children by name."""

    @property
    def this(self) -> etree._Element | None:
        """Its FRBRthis."""
        return self.first("FRBRthis")

    @property
    def uri(self) -> etree._Element | None:
        """Its FRBRuri."""
        return self.first("FRBRuri")

    def date(self) -> etree._Element | None:
        """The first FRBRdate of the level."""
        return self.first("FRBRdate")

    def all(self, name: str) -> list[etree._Element]:
        """The children of a name."""
        return self.fields.get(name, [])

    def first(self, name: str) -> etree._Element | None:
        """The first child of a name."""
        found = self.fields.get(name)
        return found[0] if found else None

    def value(self, name: str, attribute: str = "value") -> str:
        """An attribute of a child of that name, without white space around; empty if there is none."""
        found = self.fields.get(name)
        return (found[0].get(attribute) or "").strip() if found else ""

    def iri(self) -> str:
        """Its FRBRuri without white space around; empty if there is none."""
        return self.value("FRBRuri")


class Part(NamedTuple):
    """One document of a file: the resolution itself, a publication around it, an annex, a component."""

    element: etree._Element
    name: str
    """The element's name: `statement`, `doc`."""
    kind: str
    """Its `name`: `resolution`, `annex`."""
    work: Level | None
    expression: Level | None
    manifestation: Level | None
    inner: bool
    """Whether it stands within another document, or is a component of one."""
    children: dict[str, list[etree._Element]]
    """Its children by name."""

    def levels(self) -> Iterator[tuple[str, Level]]:
        """The levels that are there, each with its name."""
        if self.work is not None:
            yield "work", self.work
        if self.expression is not None:
            yield "expression", self.expression
        if self.manifestation is not None:
            yield "manifestation", self.manifestation

    def child(self, name: str) -> etree._Element | None:
        """A direct child: `preamble`, `mainBody`."""
        found = self.children.get(name)
        return found[0] if found else None


class _Walked(NamedTuple):
    names: dict[str, list[etree._Element]]
    eids: list[tuple[str, etree._Element, str]]
    references: dict[tuple[str, str], list[etree._Element]]
    dated: list[tuple[str, etree._Element]]
    renamed: list[etree._Element]


class Context:
    """A tree and its indexes, each built when a rule first asks for it."""

    def __init__(self, root: etree._Element, path: str = "") -> None:
        self.root = root
        self.path = path
        """The path of the file; empty if there is none."""

    @cached_property
    def _walked(self) -> _Walked:
        by_tag: defaultdict[str, list[etree._Element]] = defaultdict(list)
        eids: list[tuple[str, etree._Element, str]] = []
        references: defaultdict[tuple[str, str], list[etree._Element]] = defaultdict(list)
        renamed: list[etree._Element] = []
        dated: list[tuple[str, etree._Element]] = []
        naming, cut = _NAMING, len(Q)
        for element in self.root.iter(_ANY):
            tag = element.tag
            by_tag[tag].append(element)
            attribute: tuple[str, str]
            for attribute in element.items():  # type: ignore[assignment]
                name = attribute[0]
                if name == "eId":
                    eids.append((attribute[1], element, tag[cut:]))
                elif name in naming:
                    references[attribute].append(element)
                elif name == "date":
                    dated.append((attribute[1], element))
                elif name == "wId":
                    renamed.append(element)
        return _Walked({tag[cut:]: elements for tag, elements in by_tag.items()}, eids, references, dated, renamed)

    @cached_property
    def names(self) -> dict[str, list[etree._Element]]:
        """The elements of Akoma Ntoso by name, in document order."""
        return self._walked.names

    def all(self, *names: str) -> Iterator[etree._Element]:
        """The elements of some names; in document order where it is one name."""
        index = self._walked.names
        for name in names:
            yield from index.get(name, ())

    @property
    def eids(self) -> list[tuple[str, etree._Element, str]]:
        """Every eId with its element and the element's name, in document order."""
        return self._walked.eids

    @cached_property
    def ids(self) -> dict[str, etree._Element]:
        """The first element of each eId."""
        return {eid: element for eid, element, _ in reversed(self._walked.eids)}

    @cached_property
    def structural(self) -> list[tuple[str, etree._Element, str, EId]]:
        """The eIds that the naming convention governs: eId, element, its name, the parts.

        Not those of declarations in the metadata, which are labels chosen freely (section 5.4.2, third case).
        """
        from akn.validation.reading.eids import take_apart

        return [
            (eid, element, name, take_apart(eid))
            for eid, element, name in self._walked.eids
            if name[:3] != "TLC" and name not in _LABELLED
        ]

    @property
    def references(self) -> dict[tuple[str, str], list[etree._Element]]:
        """Every attribute that may name something in the file: attribute and value, with the elements that have it."""
        return self._walked.references

    @cached_property
    def used(self) -> frozenset[str]:
        """The ids that references name."""
        return frozenset(v[1:] for _, values in self.references for v in values.split() if v[0] == "#")

    @cached_property
    def numbered(self) -> dict[etree._Element, etree._Element]:
        """The elements that have a `num`, with their first."""
        found: dict[etree._Element, etree._Element] = {}
        for num in self.names.get("num", ()):
            parent = num.getparent()
            if parent is not None:
                found.setdefault(parent, num)
        return found

    @property
    def dated(self) -> list[tuple[str, etree._Element]]:
        """Every `date` with its element, in document order."""
        return self._walked.dated

    @property
    def renamed(self) -> list[etree._Element]:
        """The elements with a `wId`, in document order."""
        return self._walked.renamed

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The documents of the file, the outermost first."""
        identified = {_document_of(work): work.getparent() for work in self.names.get("FRBRWork", ())}
        found = [e for name in DOCUMENTS for e in self.names.get(name, ())]
        if len(found) > 1:
            order = {element: i for i, element in enumerate(self.root.iter(*(Q + name for name in DOCUMENTS)))}
            found.sort(key=order.__getitem__)
        return tuple(_part(element, identified.get(element)) for element in found)

    @cached_property
    def main(self) -> Part | None:
        """The outermost document."""
        return self.parts[0] if self.parts else None

    @cached_property
    def containers(self) -> list[list[etree._Element]]:
        """The containers of preambular paragraphs, those of one preamble of a statement together."""
        preambles = [part.child("preamble") for part in self.statements]
        return [list(preamble.iterchildren(_CONTAINER)) for preamble in preambles if preamble is not None]

    @cached_property
    def statements(self) -> tuple[Part, ...]:
        """The deliberative documents of the file: its `statement`s."""
        return tuple(part for part in self.parts if part.name == "statement")

    def part_of(self, element: etree._Element) -> Part | None:
        """The document that an element stands in."""
        if len(self.parts) == 1:
            return self.parts[0]
        by_element = self._by_element
        at: etree._Element | None = element
        while at is not None:
            if at in by_element:
                return by_element[at]
            at = at.getparent()
        return None

    @cached_property
    def _by_element(self) -> dict[etree._Element, Part]:
        return {part.element: part for part in self.parts}


_ANY = f"{Q}*"
_CONTAINER = f"{Q}container"
_NAMING = frozenset(REFERENCES)
_LABELLED = frozenset(("keyword", "componentData", "eventRef", "original", "passiveRef", "activeRef", "timeInterval"))


def _document_of(work: etree._Element) -> etree._Element | None:
    """The document that an FRBRWork describes: `document/meta/identification/FRBRWork`."""
    element: etree._Element | None = work
    for _ in range(3):
        element = element.getparent() if element is not None else None
    return element


def _part(element: etree._Element, identification: etree._Element | None) -> Part:
    parent = element.getparent()
    return Part(
        element,
        local(element),
        element.get("name") or "",
        _level(identification, "FRBRWork"),
        _level(identification, "FRBRExpression"),
        _level(identification, "FRBRManifestation"),
        parent is not None and parent.tag != f"{Q}akomaNtoso",
        _children(element),
    )


def _level(identification: etree._Element | None, name: str) -> Level | None:
    element = next(identification.iterchildren(Q + name), None) if identification is not None else None
    return Level(element, _children(element)) if element is not None else None


def _children(element: etree._Element) -> dict[str, list[etree._Element]]:
    cut = len(Q)
    found: dict[str, list[etree._Element]] = {}
    for child in element.iterchildren(_ANY):
        found.setdefault(child.tag[cut:], []).append(child)
    return found


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def own_text(element: etree._Element) -> str:
    """The words of an element without those of its footnotes, white space squeezed."""
    parts: list[str] = []
    _gather(element, parts)
    return " ".join("".join(parts).split())


def _gather(element: etree._Element, parts: list[str]) -> None:
    if element.text:
        parts.append(element.text)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _ASIDE:
            _gather(child, parts)
        if child.tail:
            parts.append(child.tail)


_ASIDE = (f"{Q}authorialNote", f"{Q}noteRef")


def work_of(part: Part) -> iris.Work | None:
    """The parts of the IRI of the work of a document."""
    return iris.work(part.work.iri()) if part.work is not None else None


def more(count: int) -> str:
    """How often a finding that is shown once was made elsewhere in the document."""
    return f" (and {count} more in this document)" if count > 0 else ""
