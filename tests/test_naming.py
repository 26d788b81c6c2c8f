"""IRIs, eIds, facts and contradictions: computed from what the page says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from lxml import etree
from strategies import documents

import akn
from akn import naming
from akn.model import Document

NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


def form(
    *,
    kind: str = "resolution",
    language: str = "eng",
    organ: str = "unga",
    head: str = "",
    number: str = "",
    closing: str = "",
) -> Document:
    """A document with a masthead, a number and a closing line in the text form."""
    lines = [f"%akn-text 1 {language} {organ} {kind}", "%masthead", head, "%preface", number, "%body", "  [1.] Words."]
    return akn.convert("\n".join([*lines, "%conclusions", closing]) + "\n").document


ADOPTED = "  {adopted = 2024-12-18|18 December 2024}"


@pytest.mark.parametrize(
    ("number", "path"),
    [
        ("74/953.", "74-953"),
        ("57/970 B", "57-970_B"),
        ("2201 A (XXI)", "2201_A_(XXI)"),
        ("9325(2000)", "9325_(2000)"),
        ("S-30/9", "S-30-9"),
        ("A/C.3/74/L.90/Rev.1", "A-C.3-74-L.90-Rev.1"),
        ("E/2025/L.93*", "E-2025-L.93"),
        ("٧٩/٩٢٧", "79-927"),
        ("2201 ألف (د-21)", "2201_A_(XXI)"),
        ("2201 А (ХХI)", "2201_A_(XXI)"),
        ("9325（2000）", "9325_(2000)"),
    ],
)
def test_numbers_in_iris(number: str, path: str) -> None:
    assert naming.path(number) == path


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1.", "1"), ("(a)", "a"), ("(ii)", "ii"), ("3 bis", "3-bis"), ("IV.", "IV"), ("10.1.", "10-1"), ("а)", "a"),
        ("в)", "c"), ("(أ)", "a"), ("(ب)", "b"), ("（一）", "1"), ("٣", "3"), ("é)", "e"), ("•", ""),
    ],
)  # fmt: skip
def test_numbers_in_eids(words: str, number: str) -> None:
    assert naming.eid_number(words) == number


def test_iris() -> None:
    document = form(number="  {number|79/901.} {doc title|Bells}", closing=ADOPTED)
    said = naming.facts(document, document.statements[0])
    assert (said.number, said.symbol, said.adopted) == ("79/901", "A/RES/79/901", "2024-12-18")
    names = naming.names(document, said)
    assert names.work == "/akn/un/statement/deliberation/unga/2024-12-18/79-901"
    assert names.expression == "/akn/un/statement/deliberation/unga/2024-12-18/79-901/eng@"
    assert names.manifestation == "/akn/un/statement/deliberation/unga/2024-12-18/79-901/eng@.xml"


@pytest.mark.parametrize(
    ("organ", "head", "number", "symbol"),
    [
        ("unga", "", "{number|2201 A (XXI).}", "A/RES/2201 A (XXI)"),
        ("unsc", "", "{number|9325 (2000)}", "S/RES/9325 (2000)"),
        ("unhrc", "", "{number|46/96.}", "A/HRC/RES/46/96"),
        ("unecosoc", "", "{number|2019/95.}", "E/RES/2019/95"),
        ("unga", "  {symbol|A/RES/79/901\\*}", "{number|79/901.}", "A/RES/79/901"),
        ("unga", "  {symbol|A/RES/79/901}", "{doc title|Bells}", "A/RES/79/901"),
        ("unga", "", "{doc title|Bells}", ""),
    ],
)
def test_symbols(organ: str, head: str, number: str, symbol: str) -> None:
    """The symbol is printed, or follows from organ and number; else there is none."""
    document = form(organ=organ, head=head, number=f"  {number}")
    assert naming.facts(document, document.statements[0]).symbol == symbol


def test_the_same_work_in_every_language() -> None:
    works = set()
    for language, number in (("eng", "79/927"), ("ara", "٧٩/٩٢٧"), ("zho", "79/927")):
        document = form(language=language, number=f"  {{number|{number}.}}", closing="  {adopted = 2024-12-18|x}")
        works.add(naming.names(document, naming.facts(document, document.statements[0])).work)
    assert len(works) == 1


CONTRADICTIONS = [
    ("AKN421", form(number="  {number|79/901.}")),
    ("AKN422", form(head="  {adopted = 2024-12-17|17 December 2024}", closing=ADOPTED)),
    ("AKN423", form(head="  {issued = 2024-12-01|1 December 2024}", closing=ADOPTED)),
    ("AKN424", form(head="  {symbol|A/RES/79/902}", number="  {number|79/901.}", closing=ADOPTED)),
    ("AKN425", form(head="  {session = 78|Seventy-eighth session}", number="  {number|79/901.}", closing=ADOPTED)),
]


@pytest.mark.parametrize(("code", "document"), CONTRADICTIONS, ids=[code for code, _ in CONTRADICTIONS])
def test_contradictions(code: str, document: Document) -> None:
    assert [finding.code for finding in naming.findings(document, "x.txt")] == [code]


@pytest.mark.parametrize(
    "document",
    [
        form(
            head="  {symbol|A/RES/79/901}\n  {session = 79|Seventy-ninth}\n  {issued = 2025-01-02|2 January 2025}",
            number="  {number|79/901.}",
            closing=ADOPTED,
        ),
        form(kind="draftResolution", head="  {symbol|A/79/L.90}"),
        form(organ="unsc", head="  {symbol|S/RES/9325 (2000)}", number="  {number|9325(2000)}", closing=ADOPTED),
        form(language="ara", head="  {session = 79|x}", number="  {number|٧٩/٩٢٧.}", closing=ADOPTED),
    ],
)
def test_no_contradiction(document: Document) -> None:
    assert naming.findings(document, "x.txt") == []


@settings(max_examples=60, deadline=None)
@given(documents())
def test_names_of_any_document(document: Document) -> None:
    """Unique eIds, every `#id` declared, no IRI that ends in a stroke or has a space; none of it depends on the links."""
    root = etree.fromstring(akn.to_xml(document))
    eids = [str(e.get("eId")) for e in root.iter() if e.get("eId")]
    assert len(eids) == len(set(eids))
    for element in root.iter(etree.Element):
        for name in ("href", "refersTo", "source", "as", "by", "outcome"):
            value = str(element.get(name) or "")
            if value.startswith("#"):
                assert value[1:] in eids, (element.tag, name, value)
        if str(element.tag).startswith(f"{NS}FRBR") and str(element.get("value", "")).startswith("/"):
            assert not str(element.get("value")).endswith("/")
            assert " " not in str(element.get("value"))
    other = etree.fromstring(akn.to_xml(document, links="undocs"))
    assert [e.get("eId") for e in other.iter() if e.get("eId")] == [e.get("eId") for e in root.iter() if e.get("eId")]
