"""The characters of a page, and its tree: byte order mark, then what the page declares, then UTF-8, then Windows-1252.

The order is that of the HTML standard (13.2.3.2), but for UTF-8, which no other text is by chance.
"""

from __future__ import annotations

import codecs
import re

from lxml import etree

from akn.errors import UnreadableInput

_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding=["']([\w.:-]{2,40})""", re.I
)
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
"""Names that browsers read as Windows-1252, of which they are parts."""
_REFUSED = frozenset(
    {"utf-7", "utf7", "idna", "punycode", "rot13", "rot_13", "hex", "base64", "zip", "bz2", "uu", "quopri"}
)


def text_of(data: bytes) -> str:
    """The characters of a page."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    declared = _declared(data)
    if declared not in ("utf-8", "utf8"):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    try:
        return data.decode(declared or "cp1252", "replace")
    except (LookupError, ValueError):
        return data.decode("cp1252", "replace")


def _declared(data: bytes) -> str:
    """The encoding that a page names, if it is one of text; else empty."""
    found = _DECLARED.search(data[:8192])
    if found is None:
        return ""
    name = (found[1] or found[2]).decode("ascii", "replace").lower()
    name = _ALIASES.get(name, name)
    if name in _REFUSED or name.startswith("utf-16"):
        return ""
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return ""
    return name if getattr(codec, "_is_text_encoding", True) else ""


def tree(name: str, data: bytes) -> etree._Element:
    """The root element of a page. Raises `UnreadableInput` for one without any."""
    text = text_of(data).replace("\0", "")
    if not text.strip():
        raise UnreadableInput("the page is empty", name)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, recover=True, huge_tree=True
    )
    try:
        root: etree._Element | None = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableInput(f"the page cannot be read: {str(error).partition('(')[0].strip()}", name) from None
    if any("depth" in entry.message for entry in parser.error_log):
        raise UnreadableInput(
            "elements are nested more than 2,048 deep", name, "No document is: look for a tag that is never closed."
        )
    if root is None:
        raise UnreadableInput("the page has no text", name)
    return root
