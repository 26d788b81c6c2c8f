"""A file that is being mended: its text, its tree, and edits of the text by elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

from akn import xml
from akn.validation.places import Places, tag_end
from akn.validation.rule import Context
from akn.validation.suppressions import Silence

if TYPE_CHECKING:
    from types import ModuleType

    from lxml import etree

    from akn.validation.rule import Found


class Edit(NamedTuple):
    """The characters `start` to `end` of the text become `words`."""

    start: int
    end: int
    words: str


class Page:
    """The text and the tree of one file. Raises `Refused` for what is no safe XML."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.data = data
        self.root: etree._Element = xml.parse(data, name)
        self.places = Places(self.root, data, name)
        self.text = self.places.text
        self.context = Context(self.root, name)
        self.silence = Silence(self.root)

    def found(self, rule: ModuleType) -> list[Found]:
        """What a rule finds and nothing silences."""
        return [one for one in rule.check(self.context) if not self.silence.covers(one.element, rule.CODE)]

    def tag(self, element: etree._Element) -> tuple[int, int]:
        """Start and end of an element's start tag."""
        start = self.places.start(element)
        return start, tag_end(self.text, start)

    def set(self, element: etree._Element, name: str, value: str) -> Edit:
        """Gives an attribute of an element a value; adds it as the first where it is missing."""
        start, end = self.tag(element)
        words = escape(value, {'"': "&quot;"})
        found = re.search(rf"""\s{re.escape(name)}\s*=\s*("[^"]*"|'[^']*')""", self.text[start:end])
        if found:
            return Edit(start + found.start(1), start + found.end(1), f'"{words}"')
        head = re.match(r"<[^\s/>]+", self.text[start:end])
        at = start + (head.end() if head else 1)
        return Edit(at, at, f' {name}="{words}"')

    def whole(self, element: etree._Element) -> Edit:
        """Takes an element without children out, with the line if nothing else stands on it."""
        start, end = self.tag(element)
        if not self.text[start:end].endswith("/>"):
            end = self.text.index(">", end) + 1
        line = self.text.rfind("\n", 0, start) + 1
        after = re.compile(r"[ \t]*\r?\n").match(self.text, end)
        if after and not self.text[line:start].strip(" \t"):
            return Edit(line, after.end(), "")
        return Edit(start, end, "")

    def changed(self, edits: list[Edit]) -> bytes:
        """The bytes of the file with some edits, in its own encoding."""
        parts: list[str] = []
        at = 0
        for start, end, words in sorted(edits):
            parts += [self.text[at:start], words]
            at = end
        parts.append(self.text[at:])
        return _encode("".join(parts), self.data)


def _encode(text: str, like: bytes) -> bytes:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if like.startswith(mark):
            return mark + text.encode(encoding)
    if like[:2] in (b"<\0", b"\0<"):
        return text.encode("utf-16-le" if like[:1] == b"<" else "utf-16-be")
    return text.encode(xml.declared_encoding(like) or "utf-8", "xmlcharrefreplace")
