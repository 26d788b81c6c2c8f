"""Bytes to documents: what kind of file it is, by its content, and who reads it."""

from __future__ import annotations

from akn.errors import UnreadableInput
from akn.findings import Finding
from akn.ledger import Ledger
from akn.model import Document
from akn.source import Source

_OTHER = (
    (b"%PDF-", "a PDF", "Make text of it first, for example: pdftotext FILE.pdf"),
    (b"PK\x03\x04", "a DOCX or another zip file", "Save it as text first, for example: pandoc FILE.docx -t markdown -o FILE.md"),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "Save it as text (UTF-8) first."),
    (b"{\\rtf", "an RTF file", "Save it as text (UTF-8) first."),
    (b"<?xml", "XML, not the text of a resolution", "`akn text FILE.xml` makes text of Akoma Ntoso."),
    (b"<akomantoso", "XML, not the text of a resolution", "`akn text FILE.xml` makes text of Akoma Ntoso."),
    (b"<!doctype html", "an HTML page, not the text of a resolution", "Save the resolution on the page as text or Markdown first."),
    (b"<html", "an HTML page, not the text of a resolution", "Save the resolution on the page as text or Markdown first."),
)


def read(name: str, data: bytes, language: str = "") -> tuple[Source, Document, Ledger, tuple[Finding, ...]]:
    """The document in some bytes, with its source, its ledger and what was doubtful.

    Raises `UnreadableInput` for other formats, other encodings, and text in which nothing of a resolution is found.
    """
    from akn.readers import text

    _refuse_others(name, data)
    words = text.decode(name, data)
    from akn.readers import text_form

    if text_form.recognise(words):
        return text_form.read(name, words)
    from akn import grammar

    reading = text.reading_of(name, words, language)
    parsed = grammar.parse(reading, language)
    if not parsed.recognised:
        raise UnreadableInput(
            "nothing of a resolution was found: no enacting formula, no number, no numbered paragraph",
            name,
            "Give the whole text of a resolution or decision; `akn inspect --stage blocks` shows what was read.",
        )
    return reading.source, parsed.document, parsed.ledger, parsed.findings


def _refuse_others(name: str, data: bytes) -> None:
    head = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for start, what, remedy in _OTHER:
        if head.startswith(start.lower()):
            raise UnreadableInput(f"this is {what}", name, remedy)
