"""The user's own XML Schema, with `--schema`: for a draft, a dialect, or a restriction of the standard."""

from __future__ import annotations

import os

from lxml import etree

from akn import xml
from akn.errors import UnreadableInput, WrongUse


def load(path: str) -> etree.XMLSchema:
    """The compiled schema of a file; what it imports is read from files beside it, never from the network.

    Raises `UnreadableInput` for a file that is no XML, `WrongUse` for one that is no valid schema.
    """
    xml.parse(xml.read(path), path)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.XMLSchema(etree.parse(path, parser))
    except etree.XMLSchemaParseError as error:
        said = str(error).partition(", line")[0]
        raise WrongUse(f"this is no valid XML Schema: {said}", os.fspath(path)) from None
    except etree.XMLSyntaxError as error:
        raise UnreadableInput(f"not well-formed XML: {error.msg}", os.fspath(path)) from None
