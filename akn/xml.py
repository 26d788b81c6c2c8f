"""The one XML parser of the package: no DTD, no entities, no network, limits on size and depth."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from akn.errors import UnreadableInput

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
Q = f"{{{AKN}}}"


class Limits(NamedTuple):
    """What the parser accepts."""

    size: int = 200_000_000
    """Bytes of a file."""


_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)


def parse(data: bytes, name: str = "<data>", limits: Limits = Limits()) -> etree._Element:  # noqa: B008
    """The root element of some XML.

    Raises `UnreadableInput` for a DOCTYPE, for what is not well-formed, and beyond the limits. A DOCTYPE is
    refused before the parser sees it: an internal entity can crash a validating parser.
    """
    if len(data) > limits.size:
        raise UnreadableInput(f"the file has {len(data):,} bytes; the limit is {limits.size:,}", name)
    if not data.strip():
        raise UnreadableInput("the file is empty", name)
    plain = data if data[:2] not in (b"\xff\xfe", b"\xfe\xff") else data.decode("utf-16", "replace").encode()
    if _DOCTYPE.search(plain):
        raise UnreadableInput(
            "a document type declaration (DOCTYPE) is not accepted",
            name,
            "Akoma Ntoso has none: remove it. Entities and external files are never read.",
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position if error.position else (0, 0)
        place = f"{name}:{line}:{column}" if line else name
        message = (error.msg or "not well-formed").rsplit(", line", 1)[0]
        raise UnreadableInput(f"not well-formed XML: {message}", place) from None


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
