"""XML to documents: the habits of the United Nations' own files, and no word of them lost."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from conftest import SHARED
from lxml import etree

import akn
from akn import UnreadableInput, schema, walk
from akn.model import DateMention, Division, Note, NoteAgain, Operative, Paragraph, PointList, Preambular, Styled
from akn.source import Run

UN_FILES = sorted((SHARED / "corpus" / "unxml").glob("*.xml"))


def read(body: str, preamble: str = "", more: str = "") -> akn.Document:
    """The document of a statement without metadata."""
    return akn.from_xml(
        f"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
        <preamble>{preamble}</preamble><mainBody>{body}</mainBody>{more}</statement></akomaNtoso>""".encode()
    )


def test_emphasis_by_class() -> None:
    found = read('<paragraph><content><p><span class="italic">Notes</span> it</p></content></paragraph>')
    assert found.statements[0].body == (Operative(None, (Paragraph((Styled("i", (Run("Notes"),)), Run(" it"))),)),)


def test_a_sublist_beside_its_point() -> None:
    found = read(
        "<paragraph><num>1.\t</num><list><intro><p>Asks:</p></intro><point><num>(a)</num><content><p>One:</p></content>"
        "</point></list></paragraph>"
    )
    operative = found.statements[0].body[0]
    assert isinstance(operative, Operative)
    assert operative.number == Run("1.")
    assert isinstance(operative.content[0], PointList)
    assert [point.number for point in operative.content[0].points] == [Run("(a)")]


def test_headings_that_are_empty_paragraphs() -> None:
    """A paragraph with nothing but a heading heads what follows."""
    found = read(
        "<paragraph><heading>Costs</heading><content><p/></content></paragraph>"
        "<paragraph><num>1.</num><content><p>Pays.</p></content></paragraph>"
    )
    division = found.statements[0].body[0]
    assert isinstance(division, Division)
    assert division.heading == (Run("Costs"),)
    assert [type(block) for block in division.content] == [Operative]


def test_notes() -> None:
    found = read(
        '<paragraph><content><p>A<sup><authorialNote marker="1" eId="f1"><p>See.</p></authorialNote></sup> b'
        '<sup><noteRef href="#f1" marker="1"/></sup> c<noteRef href="#none" marker="2"/></p></content></paragraph>'
    )
    operative = found.statements[0].body[0]
    assert isinstance(operative, Operative)
    paragraph = operative.content[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.content == (
        Run("A"), Note("1", Run("1"), (Paragraph((Run("See."),)),)), Run(" b"), NoteAgain("1", Run("1")), Run(" c"),
        NoteAgain("", Run("2")),
    )  # fmt: skip


def test_white_space_folds() -> None:
    found = read(
        "",
        preamble='<container name="x"><p>\n  Recalling\t the <date date="2019-01-02">2\n January</date>\n</p></container>',
    )
    assert found.statements[0].preamble == (
        Preambular((Paragraph((Run("Recalling the "), DateMention("2019-01-02", (Run("2 January"),)))),)),
    )


def test_elements_without_a_place_keep_their_words() -> None:
    found = read(
        "<paragraph><content><p>One <term refersTo='#x'>two</term> <foreign>three</foreign></p></content></paragraph>"
    )
    assert "".join(run.text for run in walk.runs(found)) == "One two three"


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        (b"<statement/>", "is not Akoma Ntoso"),
        (b"<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'><bill/></akomaNtoso>", "no statement"),
        (b"<!DOCTYPE x [<!ENTITY e 'x'>]><x>&e;</x>", "mine.xml"),
        (b"<a><b></a>", "mine.xml"),
        (b"", "mine.xml"),
    ],
)
def test_what_cannot_be_read(xml: bytes, message: str) -> None:
    with pytest.raises(UnreadableInput, match=message):
        akn.from_xml(xml, "mine.xml")


@pytest.mark.parametrize("path", UN_FILES, ids=lambda path: path.stem)
def test_files_of_the_united_nations(path: Path) -> None:
    """No character lost or added; what is written of it is valid, and comes back the same from XML and from text."""
    data = path.read_bytes()
    document = akn.from_xml(data, path.name)
    root = etree.fromstring(data)
    for meta in list(root.iter("{*}meta")):
        for element in meta.iter():
            element.text = None
    said = Counter("".join("".join(map(str, root.itertext())).split()))
    assert Counter("".join("".join(run.text for run in walk.written(document)).split())) == said
    xml = akn.to_xml(document)
    assert schema.errors(etree.fromstring(xml)) == []
    assert akn.to_xml(akn.from_xml(xml)) == xml
    assert akn.convert(akn.to_text(document)).xml == xml


def test_reading_changes_nothing_in_the_tree_of_the_caller() -> None:
    root = etree.fromstring(
        """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><mainBody>
        <p>Notes<authorialNote marker="1"><p>See the annex.</p></authorialNote></p></mainBody></statement></akomaNtoso>"""
    )
    before = etree.tostring(root)
    akn.from_xml(root)
    assert etree.tostring(root) == before
