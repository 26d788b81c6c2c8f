"""Whatever the document: valid XML that says all its words, and back from XML and from text to the same bytes."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from lxml import etree
from strategies import collections, documents

import akn
from akn import schema, walk
from akn.model import Document

few = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def squeezed(words: str) -> str:
    return "".join(words.split())


def check_xml(document: Document, xml: bytes) -> None:
    """The XML is valid and says the words of the document, in order, and no others."""
    root = etree.fromstring(xml)
    assert schema.errors(root) == []
    said = etree.tostring(root, method="text", encoding="unicode")
    assert squeezed(said) == squeezed("".join(run.text for run in walk.written(document)))


@few
@given(documents())
def test_xml(document: Document) -> None:
    xml = akn.to_xml(document)
    check_xml(document, xml)
    assert akn.to_xml(akn.from_xml(xml)) == xml


@few
@given(documents())
def test_publication(document: Document) -> None:
    xml = akn.to_xml(document, form="publication")
    check_xml(document, xml)
    assert akn.to_xml(akn.from_xml(xml), form="publication") == xml


@few
@given(collections())
def test_several_statements(document: Document) -> None:
    xml = akn.to_xml(document)
    check_xml(document, xml)
    assert akn.to_xml(akn.from_xml(xml)) == xml
    assert akn.convert(akn.to_text(document)).xml == xml


@few
@given(documents())
def test_links(document: Document) -> None:
    check_xml(document, akn.to_xml(document, links="undocs"))


@few
@given(documents())
def test_text_form(document: Document) -> None:
    """`convert` proves on its way that each character of the text has one home, and that the result is valid."""
    text = akn.to_text(document)
    again = akn.convert(text)
    assert again.xml == akn.to_xml(document)
    assert akn.to_text(akn.convert(akn.to_text(again.document)).document) == akn.to_text(again.document)
