"""The chains of steps that the commands and programs call: a few lines each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from akn import naming, walk
from akn.errors import AknError, Leak, UnreadableInput, WrongUse
from akn.findings import Finding, Place
from akn.ledger import Ledger, account
from akn.model import Document
from akn.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from lxml import etree

    from akn.blocks import Media
    from akn.readers import Options

Form = Literal["statement", "publication"]
Links = Literal["ref", "undocs"]


class Parsed(NamedTuple):
    """What was read of a source: document, ledger, and what was doubtful."""

    source: Source
    document: Document
    ledger: Ledger
    findings: tuple[Finding, ...]
    media: tuple[Media, ...] = ()
    """Pictures, where they are kept (`Options.media`)."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """A conversion whose proofs have held: nothing lost, nothing invented, valid."""

    source: Source
    document: Document
    xml: bytes
    """The XML, as it is written to a file."""
    tree: etree._ElementTree
    ledger: Ledger
    """What was left out, with places and reasons."""
    warnings: tuple[Finding, ...]
    """Doubtful readings, in the order of the source."""
    media: tuple[Media, ...] = ()
    """Pictures that the XML names, where they are kept (`Options.media`)."""


def load(source: str | bytes | Path, name: str = "") -> tuple[str, bytes]:
    """The name and the bytes of a source: a path, bytes, or text that has a line end."""
    if isinstance(source, bytes):
        return name or "<bytes>", source
    if isinstance(source, str) and "\n" in source:
        return name or "<text>", source.encode("utf-8")
    try:
        with open(source, "rb") as file:
            return name or str(source), file.read()
    except IsADirectoryError:
        raise UnreadableInput("this is a directory", str(source), "Name the files in it.") from None
    except OSError as error:
        raise UnreadableInput(error.strerror or "cannot be read", str(source)) from None


def parse(source: str | bytes | Path, *, name: str = "", language: str = "", options: Options | None = None) -> Parsed:
    """Reads a resolution (a path, bytes, or text with a line end) into a `Document`, whatever its format.

    `language` (ISO 639-2) overrides what its words say; `options` are those of `akn.readers`. Raises
    `UnreadableInput` for what no reader takes, and for a source in which nothing of a resolution is found.
    """
    from akn.readers import read

    if options is not None and language:
        options = options._replace(language=language)
    name, data = load(source, name)
    try:
        return Parsed(*read(name, data, language, options))
    except RecursionError:
        raise _too_deep(name) from None


def _too_deep(name: str) -> UnreadableInput:
    return UnreadableInput(
        "its parts stand within one another without end", name, "No document is: look for a list that goes ever deeper."
    )


def to_xml(document: Document, *, form: Form = "statement", links: Links = "ref") -> bytes:
    """The Akoma Ntoso XML of a document."""
    from akn.writers import akn as writer

    return writer.write(document, form=form, links=links)


def from_xml(source: bytes | etree._Element | etree._ElementTree, name: str = "<xml>") -> Document:
    """The document that some Akoma Ntoso XML says, this project's or the United Nations' own.

    Raises `UnreadableInput` for what is no safe, well-formed Akoma Ntoso statement.
    """
    from akn.readers import akn as reader

    if isinstance(source, bytes):
        from akn import xml

        return reader.read(xml.parse(source, name), name)
    root = source if not hasattr(source, "getroot") else source.getroot()
    return reader.read(root, name)


def to_text(document: Document, *, plain: bool = False) -> str:
    """The canonical text of a document, which converts to the same XML; or, `plain`, its words as the page prints them."""
    if plain:
        from akn.writers import plain as plain_writer

        return plain_writer.write(document)
    from akn.writers import text

    return text.write(document)


def convert(
    source: str | bytes | Path,
    *,
    name: str = "",
    language: str = "",
    form: Form = "statement",
    links: Links = "ref",
    options: Options | None = None,
) -> Conversion:
    """Reads a resolution and gives its XML, after proving that nothing is lost, nothing invented, and all is valid.

    Raises `UnreadableInput` (see `parse`) and `Leak` where a proof fails.
    """
    from lxml import etree

    from akn import schema

    if form not in ("statement", "publication"):
        raise WrongUse(f"unknown form {form!r}", "", "Use statement or publication.")
    read = parse(source, name=name, language=language, options=options)
    _prove(read)
    try:
        xml = to_xml(read.document, form=form, links=links)
    except RecursionError:
        raise _too_deep(read.source.name) from None
    root = etree.fromstring(xml)
    _prove_written(read, root)
    if not schema.for_tree(root).validate(root):
        raise Leak(
            f"the result would not be valid: {schema.errors(root)[0]}",
            read.source.name,
            "This is a defect of akn: please report it.",
        )
    found = [*read.findings, *naming.findings(read.document, read.source.name)]
    warnings = tuple(sorted(found, key=_place))
    return Conversion(read.source, read.document, xml, root.getroottree(), read.ledger, warnings, read.media)


def _place(finding: Finding) -> tuple[int, int, str]:
    return (finding.place.line, finding.place.column, finding.code)


def _prove(read: Parsed) -> None:
    """Every non-blank character has one home, and every Run says what stands at its place."""
    faults = account(read.source, walk.runs(read.document), read.ledger)
    if faults:
        start, end, fault = faults[0]
        line, column = read.source.position(start)
        words = read.source.text[start : min(end, start + 60)]
        raise Leak(
            f"{words!r} would be {fault}",
            str(Place(read.source.name, line, column)),
            "This is a defect of akn: please report it. Nothing was written.",
        )


def _prove_written(read: Parsed, root: etree._Element) -> None:
    """The XML says the words of the document in their order, and no others."""
    from lxml import etree

    said = "".join(etree.tostring(root, method="text", encoding="unicode").split())
    meant = "".join("".join([run.text for run in walk.written(read.document)]).split())
    if said != meant:
        at = next((i for i, (a, b) in enumerate(zip(said, meant, strict=False)) if a != b), min(len(said), len(meant)))
        raise Leak(
            f"the XML says {said[at : at + 40]!r} where the document says {meant[at : at + 40]!r}",
            read.source.name,
            "This is a defect of akn: please report it. Nothing was written.",
        )


__all__ = ["AknError", "Conversion", "Parsed", "convert", "from_xml", "load", "parse", "to_text", "to_xml"]
