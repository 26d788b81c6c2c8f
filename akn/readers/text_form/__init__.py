"""The text form (`docs/text-form.md`) to a Document, line by line and without guessing.

Every character is a word of the document or syntax, and syntax goes to the ledger as it is read.
"""

from __future__ import annotations

from akn.findings import Finding
from akn.ledger import Ledger
from akn.model import Document
from akn.source import Source

SIGNATURE = "%akn-text 1"


def recognise(text: str) -> bool:
    """Whether a text is in the text form, by its first line."""
    return text.lstrip("\ufeff").startswith(SIGNATURE)


def read(name: str, text: str) -> tuple[Source, Document, Ledger, tuple[Finding, ...]]:
    """The document of a text in the text form. Raises `UnreadableInput`, with the line, for what the form does not know."""
    from akn.readers.text_form.documents import Reader

    reader = Reader(name, text)
    document = reader.document()
    source = Source(name, "text form", text, (), (), tuple(reader.starts))
    ledger = tuple(sorted(reader.syntax))
    reader.all_read(source, document, ledger)
    return source, document, ledger, ()
