"""Bytes to documents: what kind of file it is, by its content, and who reads it.

A new reader is a module with `read(name, data, options) -> Reading` and a row in `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple

from akn.errors import UnreadableInput, WrongUse
from akn.findings import Finding
from akn.ledger import Ledger
from akn.model import Document
from akn.readers.limits import DEFAULT, Limits, check_size
from akn.source import Source

if TYPE_CHECKING:
    from akn.blocks import Media, Reading

Changes = Literal["accept", "reject"]


class Options(NamedTuple):
    """What a person may ask of a reader."""

    language: str = ""
    """ISO 639-2; overrides what the words say."""
    format: str = ""
    """Name of the reader (`--from`); overrides what the content says."""
    limits: Limits = DEFAULT
    changes: Changes = "accept"
    """Whether tracked changes of a DOCX are taken or undone."""
    media: str | None = None
    """The folder of pictures, as the XML is to name it; None leaves them out."""


class Read(NamedTuple):
    """What a source says, where it stood, and what was left out of it."""

    source: Source
    document: Document
    ledger: Ledger
    findings: tuple[Finding, ...]
    media: tuple[Media, ...] = ()


class Reader(NamedTuple):
    """One format."""

    name: str
    """What `--from` calls it."""
    suffixes: tuple[str, ...]
    """Usual ends of file names, for people: the content decides."""
    media_types: tuple[str, ...]
    module: str
    """Has `read(name, data, options) -> Reading`; imported when a file needs it."""
    recognise: Callable[[bytes], bool]
    """Whether some bytes are of this format."""
    extra: str = ""
    """The extra of this package that installs what the reader needs."""


_TEXT_FORM = "%akn-text 1"
"""The first words of the text form (`akn.readers.text_form`)."""


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def _is_zip(data: bytes) -> bool:
    return data[:4] in (b"PK\x03\x04", b"PK\x05\x06")


def _is_docx(data: bytes) -> bool:
    return _is_zip(data) and b"word/document" in data


def _is_office(data: bytes) -> bool:
    if _is_zip(data):
        return b"application/vnd.oasis.opendocument.text" in data[:200]
    return data[:4] == b"\xd0\xcf\x11\xe0" or data[:5] == b"{\\rtf"


def _is_html(data: bytes) -> bool:
    start = _start(data)
    if start[:1] != b"<":
        return False
    import re

    found = re.match(
        rb"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body|title|meta|link|style|script|div|p|table|center|font|span|h[1-6]"
        rb"|article|section|main|ul|ol|br|hr|b|i)[\s/>]",
        start,
        re.S | re.I,
    )
    return found is not None


def _start(data: bytes) -> bytes:
    """The first characters in ASCII, without a mark of the encoding and white space."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data[:8192].decode("utf-16", "replace").encode("ascii", "replace").lstrip()
    return data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()


READERS: tuple[Reader, ...] = (
    Reader("pdf", (".pdf",), ("application/pdf",), "akn.readers.pdf", _is_pdf, "pdf"),
    Reader(
        "docx",
        (".docx", ".docm"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        "akn.readers.docx",
        _is_docx,
    ),
    Reader(
        "office",
        (".doc", ".odt", ".rtf"),
        ("application/msword", "application/vnd.oasis.opendocument.text", "application/rtf"),
        "akn.readers.office",
        _is_office,
    ),
    Reader("html", (".html", ".htm"), ("text/html", "application/xhtml+xml"), "akn.readers.html", _is_html),
    Reader("text", (".txt", ".md"), ("text/plain", "text/markdown"), "akn.readers.text", lambda data: True),
)
"""In the order in which they are asked; text takes what no other wants."""

_ALSO = {"markdown": "text", "doc": "office", "odt": "office", "rtf": "office"}
"""Other names of readers."""

_REFUSED = (
    (
        b"PK\x03\x04",
        "a zip file without a text document in it",
        "Unpack it, and give the PDF, DOCX, HTML or text in it.",
    ),
    (b"<?xml", "XML, not the text of a resolution", "`akn text FILE.xml` makes text of Akoma Ntoso."),
    (b"<akomantoso", "XML, not the text of a resolution", "`akn text FILE.xml` makes text of Akoma Ntoso."),
)


def reader_of(name: str, data: bytes, wanted: str = "") -> Reader:
    """The reader for some bytes; `wanted` names one.

    Raises `WrongUse` for a name that is none, and `UnreadableInput` for files that no reader takes.
    """
    if wanted:
        known = _ALSO.get(wanted, wanted)
        for reader in READERS:
            if reader.name == known:
                return reader
        raise WrongUse(f"unknown format {wanted!r}", name, f"Use one of: {', '.join(r.name for r in READERS)}.")
    for reader in READERS[:-1]:
        if reader.recognise(data):
            return reader
    head = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for start, what, remedy in _REFUSED:
        if head.startswith(start.lower()):
            raise UnreadableInput(f"this is {what}", name, remedy)
    return READERS[-1]


def reading_of(name: str, data: bytes, options: Options = Options()) -> Reading:  # noqa: B008
    """What a source says, as blocks and footnotes. Raises what its reader raises."""
    reader = reader_of(name, data, options.format)
    if len(data) > options.limits.size:
        check_size(name, data, options.limits)
    if reader.name == "text":
        from akn.readers import text

        return text.reading_of(name, text.decode(name, data), options.language)
    found: Reading = import_module(reader.module).read(name, data, options)
    return found


def read(name: str, data: bytes, language: str = "", options: Options | None = None) -> Read:
    """The document in some bytes, with its source, its ledger and what was doubtful.

    Raises `UnreadableInput` for what no reader takes, and for files in which nothing of a resolution is found.
    """
    chosen = options or Options(language)
    if len(data) > chosen.limits.size:
        check_size(name, data, chosen.limits)
    if reader_of(name, data, chosen.format).name == "text":
        from akn.readers import text

        words = text.decode(name, data)
        if words.startswith(_TEXT_FORM) or words[1:].startswith(_TEXT_FORM):  # perhaps behind a byte order mark
            from akn.readers import text_form

            return Read(*text_form.read(name, words))
        reading = text.reading_of(name, words, chosen.language)
    else:
        reading = reading_of(name, data, chosen)
    from akn import grammar

    parsed = grammar.parse(reading, chosen.language)
    if not parsed.recognised:
        raise UnreadableInput(
            "nothing of a resolution was found: no enacting formula, no number, no numbered paragraph",
            name,
            "Give the whole text of a resolution or decision; `akn inspect --stage blocks` shows what was read.",
        )
    return Read(reading.source, parsed.document, parsed.ledger, parsed.findings, reading.media)


__all__ = ["Changes", "Limits", "Options", "READERS", "Read", "Reader", "read", "reader_of", "reading_of"]
