"""The one XML parser of the package: no DTD, no entities, no network, limits on size and depth.

What is dangerous is refused before the parser sees it, in one clear sentence with a stable code (`AKN0xx`, see
`akn.validation.verdicts`). It does not judge what the XML says.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from akn.errors import UnreadableInput

if TYPE_CHECKING:
    from pathlib import Path

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
Q = f"{{{AKN}}}"


class Limits(NamedTuple):
    """What the parser accepts. Depth (256) and the length of one text or value (10 million) are libxml2's own."""

    size: int = 128 * 1024 * 1024
    """Bytes of a file."""


LIMITS = Limits()

ENCODINGS = (
    *("utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be"),
    *("iso-8859-", "iso8859-", "latin1", "windows-125", "cp125", "koi8-"),
    *("gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"),
)
"""Beginnings of the names of encodings that are read. In all but UTF-16 `<` is the byte `<` and nothing else is, so
that a DOCTYPE cannot hide from the check, as it can in UTF-7."""


class Refused(UnreadableInput):
    """XML that is not read: not well-formed, not safe, too large. `code` is that of the validator's layer 1."""

    def __init__(
        self, code: str, message: str, name: str = "", line: int = 0, column: int = 0, remedy: str = ""
    ) -> None:
        place = f"{name}:{line}:{column}" if line else name
        super().__init__(message, place, remedy)
        self.code = code
        self.line = line
        self.column = column


def parse(data: bytes, name: str = "<data>", limits: Limits = LIMITS) -> etree._Element:
    """The root element of some XML.

    Raises `Refused`, an `UnreadableInput`, for a DOCTYPE, for what is not well-formed, for an encoding that is not
    read, and beyond the limits. A DOCTYPE is refused before the parser sees it: an internal entity can crash a
    validating parser.
    """
    check(data, name, limits)
    try:
        root: etree._Element = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise refusal(error, name) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _doctype(name)
    return root


@cache
def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def check(data: bytes, name: str = "<data>", limits: Limits = LIMITS) -> None:
    """What must hold before bytes go to a parser: size, encoding, no DOCTYPE. Raises `Refused`."""
    if len(data) > limits.size:
        raise too_large(len(data), name, limits)
    start = data[:4]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"):
        if start in (b"\xff\xfe\0\0", b"<\0\0\0"):
            raise _encoding("UTF-32", name)
        order = "be" if start[:2] in (b"\xfe\xff", b"\0<") else "le"
        data = data[:_PROLOG].decode(f"utf-16-{order}", "replace").lstrip("\ufeff").encode()
    elif start[:3] == b"\0\0\xfe":
        raise _encoding("UTF-32", name)
    elif start == b"\x4c\x6f\xa7\x94":
        raise _encoding("EBCDIC", name)
    declared = declared_encoding(data)
    if declared and (not declared.startswith(ENCODINGS) or (declared.startswith("utf-16") and start == b"<?xm")):
        raise _encoding(declared, name)
    at = _declaration(data)
    if at >= 0:
        before = data[:at]
        raise _doctype(name, before.count(b"\n") + 1, at - before.rfind(b"\n"))
    if at == _EMPTY and not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise Refused("AKN001", "the file is empty", name)


def declared_encoding(data: bytes) -> str:
    """The encoding that the XML declaration names, in lower case; empty if it names none."""
    if data[:3] == b"\xef\xbb\xbf":
        data = data[3:203]
    if not data.startswith(b"<?xml"):
        return ""
    _, found, rest = data[:400].partition(b"?>")[0].partition(b"encoding")
    quoted = rest.lstrip(b" \t\r\n=")
    if not found or quoted[:1] not in (b'"', b"'"):
        return ""
    return quoted[1:].partition(quoted[:1])[0].decode("latin-1").strip().lower()


def has_root(data: bytes) -> bool:
    """Whether the root element begins in the first bytes of a file, which are no UTF-16; a DOCTYPE cannot follow."""
    return _declaration(data) == _ROOT


_ROOT, _EMPTY, _OPEN = -1, -2, -3
_PROLOG = 1_000_000
"""How far a file in UTF-16 is searched for a DOCTYPE; what is further on is found after parsing."""


def _declaration(data: bytes) -> int:
    """The offset of the first `<!…` in front of the root element; negative if there is none."""
    at = 0
    while True:
        at = data.find(b"<", at)
        if at < 0:
            return _EMPTY
        if data.startswith(b"<?", at):
            at = data.find(b"?>", at)
        elif data.startswith(b"<!--", at):
            at = data.find(b"-->", at + 4)
        elif data.startswith(b"<!", at):
            return at
        else:
            return _ROOT
        if at < 0:
            return _OPEN


def read(name: str | Path, limits: Limits = LIMITS) -> bytes:
    """The bytes of a file, `-` for standard input; its size is checked before it is read.

    Raises `Refused` beyond the limit and `UnreadableInput` for what cannot be read.
    """
    name = str(name)
    if name == "-":
        data = sys.stdin.buffer.read(limits.size + 1)
        if len(data) > limits.size:
            raise too_large(0, "<stdin>", limits)
        return data
    try:
        with open(name, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > limits.size:
                raise too_large(size, name, limits)
            return file.read(limits.size + 1)
    except IsADirectoryError:
        raise UnreadableInput("this is a directory", name, "Name the files in it.") from None
    except OSError as error:
        raise UnreadableInput((error.strerror or "cannot be read").lower(), name) from None


def refusal(error: etree.XMLSyntaxError, name: str) -> Refused:
    """What the parser said, in plain words and with a code of layer 1."""
    line, column = error.position if error.position else (0, 0)
    said = (error.msg or "").rsplit(", line", 1)[0].replace("\n", " ").strip()
    code, message, remedy = _plain(error.code or 0, said)  # type: ignore[attr-defined]
    return Refused(code, message, name, line, max(column, 1), remedy)


def _plain(code: int, said: str) -> tuple[str, str, str]:
    if "depth" in said:
        return (
            "AKN005",
            "elements are nested more than 256 deep",
            "No document is: look for a tag that is never closed.",
        )
    if code == _RESOURCE or "too big" in said or "too long" in said:
        return (
            "AKN004",
            "a text, a name or an attribute is longer than a parser should read (10 million characters)",
            "",
        )
    if code in _ENCODING:
        remedy = "Save the file as UTF-8, or correct the encoding in its first line."
        return "AKN003", f"the bytes do not fit the encoding of the file ({said})", remedy
    if code in _PLAIN:
        message, remedy = _PLAIN[code]
        return "AKN001", f"{message} ({said})" if remedy else message, remedy
    return "AKN001", f"not well-formed XML: {said}", ""


_RESOURCE = 114
_ENCODING = frozenset((31, 32, 81, 6003))
_PLAIN = {
    4: ("this is no XML: it does not begin with a tag", ""),
    5: ("not well-formed XML: something follows the end of the root element", "A file has one root element."),
    9: ("not well-formed XML: a character that XML does not allow", "Remove it; control characters are not text."),
    26: ("an entity is used that nothing defines", "Write the character itself; XML knows amp, lt, gt, quot, apos."),
    42: ("not well-formed XML: an attribute stands twice in one tag", "Keep one of them."),
    68: ("not well-formed XML: `&` stands alone", "Write &amp; for it."),
    41: ("not well-formed XML: an attribute without a value", 'Write name="…".'),
    73: ("not well-formed XML: the file ends within a tag", "It was cut off; get it again."),
    76: ("not well-formed XML: an end tag does not fit its start tag", "Close the inner element first."),
    77: ("not well-formed XML: the file ends before its elements are closed", "It was cut off; get it again."),
    201: ("a namespace prefix is used that nothing declares", "Declare it with xmlns:… in the root element."),
}
"""libxml2's error codes in plain words, with what to do."""


def too_large(size: int, name: str, limits: Limits) -> Refused:
    """The refusal of a file beyond the limit; `size` in bytes, 0 if unknown."""
    has = f"the file has {size:,} bytes" if size else "the input goes on"
    return Refused("AKN004", f"{has}; the limit is {limits.size:,}", name, 0, 0, "Split the collection.")


def _doctype(name: str, line: int = 1, column: int = 1) -> Refused:
    return Refused(
        "AKN002",
        "a document type declaration (DOCTYPE) is not accepted",
        name,
        line,
        column,
        "Akoma Ntoso has none: remove it. Entities and external files are never read.",
    )


def _encoding(encoding: str, name: str) -> Refused:
    return Refused("AKN003", f"the encoding {encoding} is not read", name, 1, 1, "Save the file as UTF-8.")


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
