"""What the writers make of the parts of a document: `docs/markup.md` in examples."""

from __future__ import annotations

import pytest
from lxml import etree

import akn
from akn import schema

HEAD = "%akn-text 1 eng unga resolution\n"


def xml(text: str, **options: str) -> etree._Element:
    """The valid XML of a document in the text form."""
    root = etree.fromstring(akn.to_xml(akn.convert(HEAD + text).document, **options))  # type: ignore[arg-type]
    assert schema.errors(root) == []
    return root


def said(root: etree._Element, path: str) -> list[str]:
    return [" ".join("".join(map(str, e.itertext())).split()) for e in root.iterfind(path)]


def test_publication() -> None:
    """The printed document around the resolution: its masthead on the outer cover, the statement as a component."""
    text = "%masthead\n  {symbol|A/RES/79/901}\n%preface\n  {number|79/901.} {doc title|Bells}\n%body\n  [1.] Words.\n"
    root = xml(text, form="publication")
    outer = root.find("{*}documentCollection")
    assert outer is not None
    assert outer.get("name") == "publication"
    assert said(outer, "{*}coverPage/{*}p") == ["A/RES/79/901"]
    href = outer.find("{*}collectionBody/{*}component/{*}documentRef")
    assert href is not None
    component = outer.find("{*}components/{*}component")
    assert component is not None
    assert href.get("href") == f"#{component.get('eId')}"
    assert said(component, "{*}statement/{*}mainBody/{*}paragraph/{*}content") == ["Words."]
    assert component.find("{*}statement/{*}coverPage") is None


def test_several_statements_are_a_publication() -> None:
    text = "%statement\n%preface\n  A\n%body\n  [1.] One.\n%statement\n%preface\n  B\n%body\n  [1.] Two.\n"
    root = xml(text)
    assert said(root, ".//{*}statement/{*}mainBody") == ["1. One.", "1. Two."]
    uris = [str(e.get("value")) for e in root.iterfind(".//{*}statement/{*}meta//{*}FRBRWork/{*}FRBRuri")]
    assert [uri[-2:] for uri in uris] == ["_A", "_B"]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("resolution 72/169", "https://undocs.org/en/A/RES/72/169"),
        ("resolution 2200 A (XXI)", "https://undocs.org/en/A/RES/2200 A (XXI)"),
        ("resolution 1325 (2000)", "https://undocs.org/en/S/RES/1325 (2000)"),
        ("Human Rights Council resolution 46/16", "https://undocs.org/en/A/HRC/RES/46/16"),
        ("A/74/399/Add.2", "https://undocs.org/en/A/74/399/Add.2"),
    ],
)
def test_links_to_undocs(words: str, address: str) -> None:
    root = xml(f"%body\n  [1.] *Recalls* {words};\n", links="undocs")
    assert [e.get("href") for e in root.iter("{*}a")] == [address.replace(" ", "%20")]
    assert not list(root.iter("{*}ref"))


def test_notes() -> None:
    """A note where its marker stands; the same marker again; a marker without a note; a note without a marker."""
    root = xml("%body\n  [1.] {=}One[^1] two[^=1] three[^!2] four.[^?]\n    [^1]: First.\n    [^?]: Last.\n")
    notes = list(root.iter("{*}authorialNote"))
    assert [(n.get("marker"), n.get("placement"), n.get("eId")) for n in notes] == [
        ("1", "bottom", "fn_1"),
        (None, "bottom", "fn_2"),
    ]
    assert [e.get("href") for e in root.iter("{*}noteRef")] == ["#fn_1", "#missingNote"]
    assert root.find(".//{*}TLCConcept[@eId='missingNote']") is not None


def test_raised_digits_are_plain_in_markers() -> None:
    root = xml("%body\n  [1.] One.[^¹²]\n    [^¹²]: Note.\n")
    assert [n.get("marker") for n in root.iter("{*}authorialNote")] == ["12"]


def test_tables() -> None:
    root = xml("%body\n  %table\n    |^ State |^2x1 Bells\n    | Norway | 1 | 2\n    |-\n")
    rows = [
        [(etree.QName(c).localname, c.get("colspan"), "".join(map(str, c.itertext()))) for c in row]
        for row in root.iter("{*}tr")
    ]
    assert rows == [
        [("th", None, "State"), ("th", "2", "Bells")],
        [("td", None, "Norway"), ("td", None, "1"), ("td", None, "2")],
        [("td", None, "")],
    ]


def test_a_table_in_a_preambular_paragraph_of_a_section() -> None:
    """`crossHeading` takes no blocks: such a paragraph is one, and still preambular."""
    text = "%body\n  %section [I.] Costs\n    %preambular\n      Noting the scale,\n      %table\n        | 1\n    [1.] Pays.\n"
    root = xml(text)
    assert said(root, ".//{*}section/{*}paragraph[@refersTo='#preamble']") == ["Noting the scale, 1"]
    assert akn.to_text(akn.from_xml(akn.to_xml(akn.convert(HEAD + text).document))).count("%preambular") == 1


def test_documents_in_the_body() -> None:
    text = "%body\n  [1.] Adopts:\n  %embedded declaration\n    %title {doc title|Outer}\n    %embedded document\n      %title Inner\n      In.\n    Out.\n"
    root = xml(text)
    components = root.findall(".//{*}components/{*}component")
    assert [e.get("href") for e in root.iter("{*}documentRef")] == [f"#{c.get('eId')}" for c in components]
    assert said(root, ".//{*}component/{*}doc/{*}mainBody") == ["Out.", "In."]


def test_votes() -> None:
    root = xml("%body\n  [1.] Words.\n%conclusions\n  {vote = 120-2-41|Adopted by 120 to 2, with 41 abstentions}\n")
    counts = [(e.get("refersTo"), e.get("value")) for e in root.iter("{*}count")]
    assert counts == [("#inFavour", "120"), ("#against", "2"), ("#abstaining", "41")]


def test_escapes() -> None:
    root = xml('%body\n  [1.] {=}{ref /akn/un/doc?a=1&b="2"|A & B} <c> ]]>\n'.replace('"2"', "2"))
    assert said(root, ".//{*}content") == ["A & B <c> ]]>"]


def test_plain_text() -> None:
    """`--plain` has the words of the page and no syntax."""
    text = akn.to_text(
        akn.convert(HEAD + "%body\n  [1.] *Asks*[^1]:\n    [^1]: Note.\n    [(a)] One \\[now\\];\n").document,
        plain=True,
    )
    for words in ("1.", "Asks", "(a)", "One [now];", "Note."):
        assert words in text
    assert "*" not in text
    assert "\\" not in text
