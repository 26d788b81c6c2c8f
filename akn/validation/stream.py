"""Big files against the schema alone: judged while they are read, so that memory does not grow with their tree.

A file of 20 MB takes 55 MiB so, and 190 as a tree. Only whether it is valid comes out of it: an invalid file is read
again as a whole, because messages need the tree.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, BinaryIO, cast

from lxml import etree

from akn import schema, xml
from akn.errors import UnreadableInput
from akn.validation import namespaces

if TYPE_CHECKING:
    from pathlib import Path

LEAST = 4 * 1024 * 1024
"""Bytes from which on a file is streamed."""
_HEAD = 1024 * 1024
_CHUNK = 64 * 1024


def is_valid(path: str | Path, limits: xml.Limits = xml.LIMITS) -> bool:
    """Whether a big file is surely valid and has no suppressions; False also where only the tree can tell.

    Raises `Refused` for what is not safe, as `akn.xml.parse` does.
    """
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if not LEAST <= size <= limits.size:
                return False
            head = file.read(_HEAD)
            xml.check(head, str(path))
            if not _begins_well(head):
                return False
            file.seek(0)
            return _reads_well(file)
    except OSError as error:
        raise UnreadableInput((error.strerror or "cannot be read").lower(), str(path)) from None


def _begins_well(head: bytes) -> bool:
    """Whether the root is Akoma Ntoso and begins here: then no DOCTYPE can follow."""
    if b"\0" in head[:4] or not xml.has_root(head):
        return False
    parser = etree.XMLPullParser(("start",), resolve_entities=False, no_network=True)
    try:
        parser.feed(head)
        _, root = next(iter(parser.read_events()))
    except (etree.XMLSyntaxError, StopIteration):
        return False
    return namespaces.judge(cast("etree._Element", root)) is None


def _reads_well(file: BinaryIO) -> bool:
    # With resolve_entities=False and a schema, lxml takes a file that was cut off for a whole one. Without a DOCTYPE
    # there is no entity to resolve; that the root was closed is looked at as well.
    parser = etree.XMLPullParser(("end",), no_network=True, schema=schema.whole())
    events = parser.read_events()
    before = b""
    last: etree._Element | None = None
    try:
        while chunk := file.read(_CHUNK):
            if b"<?akn" in before + chunk:
                return False
            before = chunk[-4:]
            parser.feed(chunk)
            for _, element in events:
                last = cast("etree._Element", element)
                _forget(last)
        root = parser.close()
    except etree.XMLSyntaxError:
        return False
    return last is not None and last is root


def _forget(element: etree._Element) -> None:
    """Frees an element that is read, and those before it."""
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while parent[0] is not element:
            del parent[0]
