"""Akoma Ntoso XML of a Document, as `docs/markup.md` tells. Writes strings: a tree would cost five times as much.

Knows the schema, no language. Every `#id` that is written is declared in `references`. Each module is a layer over
the one before: `register`, `inline`, `blocks`, `hierarchy`, `documents`; `metadata` writes the `meta` of a document.
"""

from __future__ import annotations

from akn.model import Document
from akn.writers.akn.documents import DocumentWriter


def write(document: Document, *, form: str = "statement", links: str = "ref") -> bytes:
    """The XML of a document: a `statement`, or a `documentCollection` if `form` is `publication`.

    Several statements under one number are always a publication. `links` is `ref` for references with IRIs, or
    `undocs` for links to undocs.org.
    """
    return DocumentWriter(document, links).root(form == "publication" or len(document.statements) > 1).encode("utf-8")
