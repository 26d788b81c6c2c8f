"""Where an element stands in its file: line, column, path, eId.

The parser keeps lines only, and that of the end of a start tag. So the start tags of the text are counted, in one pass
and only for a file with findings: the n-th start tag is the n-th element.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from akn.findings import Place
from akn.xml import AKN, declared_encoding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

_TAGS = r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<([^/!?])"
"""What begins with `<`, so that no comment is taken for a tag; values of attributes have no `<`."""


_FEW_TAGS = 6
"""Names of elements whose start tags are looked for name by name; for more, all start tags are counted."""


def decode(data: bytes) -> str:
    """The text of some XML, without byte order mark; an unknown encoding is read as Latin-1."""
    return data.decode(_codec(data), "replace")


def _codec(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    if data[:2] in (b"<\0", b"\0<"):
        return "utf-16-le" if data[:1] == b"<" else "utf-16-be"
    if data[:3] == b"\xef\xbb\xbf":
        return "utf-8-sig"
    name = declared_encoding(data) or "utf-8"
    try:
        "".encode(name)
    except LookupError:
        return "latin-1"
    return name


def lines(data: bytes, numbers: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Some lines of the text, counted from 1, in rising order; without those too long for a person to read."""
    codec = _codec(data)
    if codec.startswith("utf-16"):
        if len(data) > _LONG:
            return
        data, codec = decode(data).encode(), "utf-8"
    number, start = 1, 0
    for wanted in numbers:
        while number < wanted:
            end = data.find(b"\n", start)
            if end < 0:
                return
            number, start = number + 1, end + 1
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        if wanted > 0 and end - start <= _LONG:
            yield wanted, data[start:end].decode(codec, "replace").rstrip("\r")


_LONG = 8_000_000
"""Bytes of a line, or of a file in UTF-16, beyond which none is shown."""


class Places:
    """The places of the elements of one tree. Without `data`, lines are the parser's and columns are unknown."""

    def __init__(self, root: etree._Element, data: bytes = b"", file: str = "") -> None:
        self.root = root
        self.file = file
        self._data = data
        self._among: dict[tuple[etree._Element, object], dict[etree._Element, int]] = {}
        self._paths: dict[etree._Element, str] = {}
        self._counted = 1, 0
        self._by_tag: dict[object, dict[etree._Element, int]] = {}

    @cached_property
    def text(self) -> str:
        """The characters of the file."""
        return decode(self._data)

    @cached_property
    def starts(self) -> dict[etree._Element, int]:
        """The offset in `text` of the start tag of each element."""
        offsets = [found.start() for found in re.finditer(_TAGS, self.text, re.S) if found.lastindex]
        return dict(zip(self.root.iter("*"), offsets, strict=False))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset in `text`: line feeds are counted from the place asked for before."""
        line, at = self._counted
        line += self.text.count("\n", at, offset) if offset >= at else -self.text.count("\n", offset, at)
        self._counted = line, offset
        return line, offset - self.text.rfind("\n", 0, offset)

    def start(self, element: etree._Element) -> int:
        """The offset in `text` of an element's start tag; -1 if there is no text."""
        if not self._data:
            return -1
        tag = element.tag
        if tag not in self._by_tag:
            if not isinstance(tag, str) or len(self._by_tag) >= _FEW_TAGS or not self._only_tags:
                return self.starts.get(element, -1)
            self._by_tag[tag] = self._starts_of(element, tag)
        return self._by_tag[tag].get(element, -1)

    @cached_property
    def _only_tags(self) -> bool:
        """Whether `<` always begins a tag: the file has no comment, no CDATA and no instruction but the declaration."""
        return not _has_after_bracket(self.text, "!") and not _has_after_bracket(self.text, "?")

    def _starts_of(self, element: etree._Element, tag: str) -> dict[etree._Element, int]:
        """The start tags of the elements of one name: all that is counted while few names are asked for."""
        name = tag.rpartition("}")[2]
        written = f"{element.prefix}:{name}" if element.prefix else name
        offsets = list(_openings(self.text, f"<{written}"))
        elements = list(self.root.iter(tag))
        # with another prefix, or the same name in another namespace, the two do not match one by one
        return dict(zip(elements, offsets, strict=True)) if len(elements) == len(offsets) else self.starts

    def place(self, element: etree._Element, attribute: str = "") -> Place:
        """The place of an element, or of one of its attributes."""
        path, eid = self.path(element), nearest_eid(element)
        offset = self.start(element)
        if offset < 0:
            return Place(self.file, element.sourceline or 0, 0, path, eid)  # type: ignore[arg-type]
        if attribute:
            offset = self._attribute(offset, attribute)
        line, column = self.position(offset)
        return Place(self.file, line, column, path, eid)

    def _attribute(self, offset: int, name: str) -> int:
        """The offset of an attribute in the tag at `offset`; that of the tag if it is not there."""
        name = name.rpartition("}")[2]
        end = tag_end(self.text, offset)
        plain = self.text.find(f' {name}="', offset, end)
        if plain >= 0 and _closed(self.text[offset:plain]):
            return plain + 1
        tag = self.text[offset:end]
        found = re.search(rf"""\s((?:[\w.-]+:)?{re.escape(name)})\s*=\s*["']""", _unquoted(tag))
        return offset + found.start(1) if found else offset

    def path(self, element: etree._Element) -> str:
        """The path from the root, with `akn:` for Akoma Ntoso and positions where siblings have the same name."""
        steps: list[etree._Element] = []
        at: etree._Element | None = element
        while at is not None and at not in self._paths:
            steps.append(at)
            at = at.getparent()
        path = self._paths[at] if at is not None else ""
        for step in reversed(steps):
            index = self._index(at, step) if at is not None else ""
            path = self._paths[step] = f"{path}/{_name(step.tag)}{index}"
            at = step
        return path

    def _index(self, parent: etree._Element, element: etree._Element) -> str:
        """`[2]` for the second of its name. Counted once a parent and name: a flat document stays linear."""
        if element.getnext() is None and element.getprevious() is None:
            return ""
        tag = element.tag
        indexes = self._among.get((parent, tag))
        if indexes is None:
            same = list(parent.iterchildren(tag))
            indexes = {child: i for i, child in enumerate(same, 1)} if len(same) > 1 else {}
            self._among[parent, tag] = indexes
        index = indexes.get(element)
        return f"[{index}]" if index else ""


def _has_after_bracket(text: str, mark: str) -> bool:
    """Whether `<!` or `<?` stands behind the first character; looked for by the mark, which is rarer than `<`."""
    at = text.find(mark, 2)
    while at >= 0:
        if text[at - 1] == "<":
            return True
        at = text.find(mark, at + 1)
    return False


def _openings(text: str, opening: str) -> Iterator[int]:
    """Where start tags begin whose name ends with `opening`; `find` is many times as fast as a pattern."""
    at, length = text.find(opening), len(opening)
    while at >= 0:
        if text[at + length : at + length + 1] in _BEHIND_NAME:
            yield at
        at = text.find(opening, at + length)


_BEHIND_NAME = frozenset((" ", "\t", "\r", "\n", "/", ">"))


@lru_cache(512)
def _name(tag: object) -> str:
    if not isinstance(tag, str):
        return "processing-instruction()"
    namespace, _, name = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    if namespace == AKN:
        return f"akn:{name}"
    return f"*[local-name()='{name}']" if namespace else name


def tag_end(text: str, offset: int) -> int:
    """The offset behind the `>` of the tag at `offset`; `>` may stand in values of attributes."""
    at = offset
    while True:
        end = text.find(">", at)
        if end < 0:
            return len(text)
        head = text[offset:end]
        if _closed(head):
            return end + 1
        at = end + 1


def _closed(head: str) -> bool:
    """Whether no quote is open at the end of a piece of a tag."""
    if "'" not in head:
        return head.count('"') % 2 == 0
    at = 0
    while True:
        quotes = [i for i in (head.find('"', at), head.find("'", at)) if i >= 0]
        if not quotes:
            return True
        opening = min(quotes)
        closing = head.find(head[opening], opening + 1)
        if closing < 0:
            return False
        at = closing + 1


def _unquoted(tag: str) -> str:
    """A tag with the values of its attributes blanked out, lengths kept."""
    return re.sub(r""""[^"]*"|'[^']*'""", lambda m: m[0][0] + "_" * (len(m[0]) - 2) + m[0][0], tag)


def nearest_eid(element: etree._Element) -> str:
    """The eId of an element or of its nearest ancestor that has one; empty if none has."""
    at: etree._Element | None = element
    while at is not None:
        eid = at.get("eId")
        if eid is not None:
            return eid
        at = at.getparent()
    return ""
