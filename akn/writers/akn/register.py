"""What a writer keeps while it writes: the eIds that are taken, and the `#id`s that `references` must declare."""

from __future__ import annotations

from dataclasses import dataclass

from akn.model import Document
from akn.naming import eid_number
from akn.source import Run
from akn.vocabulary import organs

_KNOWN = {
    "akn": ("TLCOrganization", "/akn/ontology/organization/un/akn", "akn"),
    "issuer": ("TLCRole", "/akn/ontology/role/un/issuer", "Issuer"),
    "author": ("TLCRole", "/akn/ontology/role/un/author", "Author"),
    "editor": ("TLCRole", "/akn/ontology/role/un/editor", "Editor"),
    "adoption": ("TLCEvent", "/akn/ontology/event/un/adoption", "Adoption"),
    "publisher": ("TLCRole", "/akn/ontology/role/un/publisher", "Publisher"),
    "symbol": ("TLCConcept", "/akn/ontology/concept/un/symbol", "Symbol"),
    "distribution": ("TLCConcept", "/akn/ontology/concept/un/distribution", "Distribution"),
    "dateOfIssuance": ("TLCConcept", "/akn/ontology/concept/un/dateOfIssuance", "Date of issuance"),
    "adopted": ("TLCConcept", "/akn/ontology/concept/un/adopted", "Adopted"),
    "preamble": ("TLCConcept", "/akn/ontology/concept/un/preamble", "Preamble"),
    "enactingFormula": ("TLCConcept", "/akn/ontology/concept/un/enactingFormula", "Enacting formula"),
    "inFavour": ("TLCConcept", "/akn/ontology/concept/un/inFavour", "In favour"),
    "against": ("TLCConcept", "/akn/ontology/concept/un/against", "Against"),
    "abstaining": ("TLCConcept", "/akn/ontology/concept/un/abstaining", "Abstaining"),
    # a marker whose note the source does not have: noteRef must point somewhere (schema type link, @href required)
    "missingNote": ("TLCConcept", "/akn/ontology/concept/un/missingNote", "Note that the source does not have"),
    "un": ("TLCOrganization", "/akn/ontology/organization/un/unitedNations", "United Nations"),
}


def escape(text: str) -> str:
    """Text as XML content."""
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    """Text as the value of an attribute in double quotes."""
    return escape(text).replace('"', "&quot;").replace("\n", " ").replace("\t", " ")


@dataclass
class Place:
    """Where elements are written: the eId in front of theirs, and how many of each kind stand there."""

    prefix: str
    counts: dict[str, int]

    def count(self, kind: str) -> int:
        """How many of a kind stand here, with one more."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return self.counts[kind]


class Register:
    """The names that one document has used so far."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.used: dict[str, tuple[str, str, str]] = {}
        """The references to declare: element, href and showAs of each id."""
        self.eids: dict[str, int] = {}
        """Each eId that is taken, with the last suffix that was given to it."""

    def ref(self, key: str, element: str = "", href: str = "", shown: str = "") -> str:
        """`#key`, declared."""
        if key not in self.used:
            self.used[key] = _KNOWN[key] if not element else (element, href, shown)
        return f"#{key}"

    def organ(self, key: str) -> str:
        """`#id` of an organ, declared; the United Nations where it is not known."""
        row = organs().get(key)
        if row is None:
            return self.ref("un")
        return self.ref(key, "TLCOrganization", row.href, row.name)

    def eid(self, wanted: str) -> str:
        """The eId, made unique by a suffix if it is taken."""
        found = wanted
        suffix = self.eids.get(wanted, 1)
        while found in self.eids:
            suffix += 1
            found = f"{wanted}-{suffix}"
        self.eids[wanted] = suffix
        self.eids[found] = 1
        return found

    def numbered(self, place: Place, kind: str, number: Run | None) -> str:
        """The eId of an element by its printed number; by its place where it has none."""
        count = place.count(kind)
        name = eid_number(number.text) if number is not None else ""
        return self.eid(f"{place.prefix}{kind}_{name or count}")
