"""The zip file of a DOCX: its parts within limits, and the relationships between them.

Nothing is written to a disk, nothing outside the file is followed, and macros and embedded objects are never opened.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import NamedTuple

from lxml import etree

from akn import xml
from akn.errors import UnreadableInput
from akn.readers.limits import Limits

_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)
"""Names of the strict form of the standard (ISO/IEC 29500-4), read as those of the usual one."""


class Relationship(NamedTuple):
    """What a part points to."""

    kind: str
    """The last word of its type: `footnotes`, `image`, `hyperlink`."""
    target: str
    """The path of a part, or an address outside the file."""
    outside: bool


class Package:
    """The parts of a DOCX."""

    def __init__(self, name: str, data: bytes, limits: Limits) -> None:
        self.name = name
        self._left = limits.unpacked
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, OSError, UnicodeError) as error:
            raise self.damaged(str(error).lower()) from None
        self._infos: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            self._infos.setdefault(info.filename.lstrip("/"), info)

    def damaged(self, why: str) -> UnreadableInput:
        """The error for a file that is no sound DOCX."""
        return UnreadableInput(
            f"the DOCX is damaged: {why}", self.name, "Open it in a word processor and save it anew."
        )

    def names(self) -> list[str]:
        """The paths of all parts."""
        return list(self._infos)

    def bytes(self, path: str) -> bytes | None:
        """The content of a part; None if it is not there. Raises `UnreadableInput` beyond the limit."""
        info = self._infos.get(path)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise UnreadableInput("the file is encrypted", self.name, "Save a copy without a password.")
        try:
            with self._zip.open(info) as part:
                # never trusts the size that the zip file declares: a bomb declares a small one
                data = part.read(self._left + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            ValueError,
            NotImplementedError,
            RuntimeError,
            OSError,
            UnicodeError,
        ) as error:
            raise self.damaged(f"{path}: {str(error).lower() or 'cannot be unpacked'}") from None
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableInput(
                f"the file unpacks to more than {self._limits.unpacked:,} bytes",
                self.name,
                "Raise the limit with --max-unpacked BYTES if you trust it.",
            )
        return data

    def tree(self, path: str) -> etree._Element | None:
        """The root element of a part; None if it is not there."""
        data = self.bytes(path)
        if data is None:
            return None
        if b"purl.oclc.org" in data:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        try:
            return xml.parse(data, f"{self.name}/{path}")
        except xml.Refused as error:
            raise self.damaged(f"{path}: {error.message}") from None

    def relationships(self, path: str) -> dict[str, Relationship]:
        """What a part points to, by id; the path `` is the whole file."""
        folder, file = posixpath.split(path)
        root = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, Relationship] = {}
        if root is None:
            return found
        for one in root.iter(_RELATIONSHIPS + "Relationship"):
            target = one.get("Target", "")
            outside = one.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[one.get("Id", "")] = Relationship(one.get("Type", "").rpartition("/")[2], target, outside)
        return found

    def main(self) -> str:
        """The path of the part that holds the text."""
        for one in self.relationships("").values():
            if one.kind == "officeDocument" and not one.outside and one.target in self._infos:
                return one.target
        if "word/document.xml" in self._infos:
            return "word/document.xml"
        raise self.damaged("it has no text part")
