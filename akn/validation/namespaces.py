"""What the root of a file is: Akoma Ntoso, a draft of it, a national dialect, another vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.verdict import Verdict
from akn.xml import AKN

if TYPE_CHECKING:
    from lxml import etree

_STANDARD = "http://docs.oasis-open.org/legaldocml/ns/akn"
_STAGES = {
    "WD": "Working Draft",
    "CSD": "Committee Specification Draft",
    "CSPRD": "Committee Specification Public Review Draft",
    "CS": "Committee Specification",
    "COS": "Candidate OASIS Standard",
}
"""How OASIS names the stages of a specification, by the letters in the namespace."""

DIALECTS = {
    "legaldocml.de": "LegalDocML.de, Germany's own vocabulary on the model of Akoma Ntoso",
    "standaarden.overheid.nl/stop": "STOP, the Netherlands' standard for official publications",
    "standaarden.overheid.nl": "a vocabulary of the Netherlands' government",
    "lexml.gov.br": "LexML, Brazil's own vocabulary on the model of Akoma Ntoso",
    "normeinrete.it": "NormeInRete, Italy's vocabulary before Akoma Ntoso",
    "xml.house.gov/schemas/uslm": "USLM, United States Legislative Markup",
    "schemas.gpo.gov/xml/uslm": "USLM, United States Legislative Markup",
    "legislation.gov.uk/namespaces": "Crown Legislation Markup Language, the United Kingdom's vocabulary",
    "formex.publications.europa.eu": "Formex, the European Union's vocabulary",
    "metalex.eu": "CEN MetaLex, an interchange format beside Akoma Ntoso",
    "caselaw.nationalarchives.gov.uk": "the metadata vocabulary of Find Case Law, United Kingdom",
}
"""Beginnings of namespaces, without `http://www.`, of vocabularies that are close to Akoma Ntoso or derived from it."""

OTHERS = {
    "www.w3.org/1999/xhtml": "HTML",
    "schemas.openxmlformats.org": "a word processor's XML (OOXML)",
    "schemas.microsoft.com/office": "a word processor's XML (WordML)",
    "urn:oasis:names:tc:opendocument": "a word processor's XML (OpenDocument)",
    "www.tei-c.org": "TEI",
    "docbook.org": "DocBook",
    "www.w3.org/2001/xmlschema": "an XML Schema",
    "www.w3.org/2005/atom": "an Atom feed",
    "purl.oclc.org/dsdl/schematron": "a Schematron schema",
}

DOCUMENTS = (
    *("statement", "act", "bill", "debate", "debateReport", "doc", "judgment", "officialGazette", "portion"),
    *("amendment", "amendmentList", "documentCollection"),
)
"""The children of `akomaNtoso`: the documents (type `akomaNtosoType` of the schema)."""


def judge(root: etree._Element) -> Verdict | None:
    """What is wrong with the root of a file; none if it is `akomaNtoso` in the namespace of the standard.

    Only `AKN110` leaves a tree that the schema can judge.
    """
    namespace, _, name = str(root.tag)[1:].rpartition("}") if str(root.tag).startswith("{") else ("", "", str(root.tag))
    if namespace == AKN:
        return None if name == "akomaNtoso" else _no_document(root, name)
    if not namespace:
        return _without(root, name)
    return _draft(root, namespace) or _dialect(root, namespace) or _other(root, name, namespace)


def _no_document(root: etree._Element, name: str) -> Verdict:
    if name in DOCUMENTS:
        message = f"the root is `{name}`; a file of Akoma Ntoso has the root `akomaNtoso` around it"
        return Verdict("AKN110", "error", root, message, f"Write <akomaNtoso> around the `{name}`.")
    message = f"the root is `{name}`, which is no document"
    return Verdict("AKN110", "error", root, message, "The root is `akomaNtoso`, which holds one document.")


def _without(root: etree._Element, name: str) -> Verdict:
    if name in ("akomaNtoso", *DOCUMENTS):
        message = f"the `{name}` is in no namespace, so no element of it is known"
        return Verdict("AKN113", "error", root, message, f'Add xmlns="{AKN}" to the root.')
    message = f"this is not Akoma Ntoso: the root is `{name}` without a namespace"
    return Verdict("AKN113", "error", root, message, f'The root is `akomaNtoso` with xmlns="{AKN}".')


def _draft(root: etree._Element, namespace: str) -> Verdict | None:
    known = "https://" + namespace[7:] if namespace.startswith("http://") else namespace
    hint = f'If the content is that of the standard, write xmlns="{AKN}"; the schema then says what differs.'
    standard = "https" + _STANDARD[4:]
    if known.startswith(standard):
        version, _, stage = known[len(standard) :].strip("/").partition("/")
        letters = stage.rstrip("0123456789")
        if version == "3.0" and letters.upper() in _STAGES:
            what = f"{_STAGES[letters.upper()]} {stage[len(letters) :]}".strip()
            message = f"the document is in the namespace of a draft: {what} of Akoma Ntoso 3.0 ({namespace})"
            return Verdict("AKN111", "error", root, message, hint)
        message = f"the namespace {namespace} is almost that of the standard"
        return Verdict("AKN113", "error", root, message, f'Write xmlns="{AKN}".')
    if "akomantoso.org/" in known.lower():
        version = known.rstrip("/").rpartition("/")[2]
        message = f"the document is in the namespace of Akoma Ntoso {version}, before the standard ({namespace})"
        hint = "It has other elements and attributes (`id` for `eId`) and must be converted to Akoma Ntoso 3.0."
        return Verdict("AKN111", "error", root, message, hint)
    return None


def _bare(namespace: str) -> str:
    return namespace.lower().removeprefix("http://").removeprefix("https://")


def _dialect(root: etree._Element, namespace: str) -> Verdict | None:
    bare = _bare(namespace)
    for part, what in DIALECTS.items():
        if part in bare:
            hint = "Give its own schema with --schema to judge it."
            return Verdict("AKN112", "error", root, f"the document is {what} ({namespace})", hint)
    return None


def _other(root: etree._Element, name: str, namespace: str) -> Verdict:
    bare = _bare(namespace)
    what = next((what for part, what in OTHERS.items() if bare.startswith(part)), "")
    if what:
        return Verdict("AKN113", "error", root, f"this is {what}, not Akoma Ntoso", "")
    if name == "akomaNtoso":
        message = f"the root `akomaNtoso` is in an unknown namespace: {namespace}"
        return Verdict("AKN113", "error", root, message, f'The standard has xmlns="{AKN}".')
    message = f"this is not Akoma Ntoso: the root is `{name}` of {namespace}"
    return Verdict("AKN113", "error", root, message, f'The root is `akomaNtoso` with xmlns="{AKN}".')
