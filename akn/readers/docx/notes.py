"""Footnotes and endnotes of a DOCX: which number Word draws for each, and which bookmark stands at which."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from akn.readers.counting import counted
from akn.readers.docx.names import W, child, number, value

KINDS = ("footnote", "endnote")


class Marks:
    """Draws the markers of notes in the order of the text."""

    def __init__(self, settings: etree._Element | None, document: etree._Element) -> None:
        last = next(iter(document.iter(W + "sectPr")), None)
        self._formats = {kind: _property(kind, "numFmt", last, settings) or _DEFAULT[kind] for kind in KINDS}
        self._first = {kind: number(_property(kind, "numStart", last, settings), 1) for kind in KINDS}
        self._restarts = {kind: _property(kind, "numRestart", last, settings) == "eachSect" for kind in KINDS}
        self._counts = dict.fromkeys(KINDS, 0)
        self.labels: dict[str, str] = {}
        """The marker of each note that has been called, by its key."""

    def draw(self, kind: str, key: str) -> str:
        """The marker of a note; the same where it is called again."""
        if key not in self.labels:
            count = self._first[kind] + self._counts[kind]
            self._counts[kind] += 1
            self.labels[key] = counted(count, self._formats[kind]) or str(count)
        return self.labels[key]

    def section(self) -> None:
        """A section ends; notes that count by section begin anew."""
        for kind in KINDS:
            if self._restarts[kind]:
                self._counts[kind] = 0


_DEFAULT = {"footnote": "decimal", "endnote": "lowerRoman"}


def _property(kind: str, name: str, section: etree._Element | None, settings: etree._Element | None) -> str:
    return value(section, f"{kind}Pr", name) or value(settings, f"{kind}Pr", name)


def key_of(kind: str, note_id: str) -> str:
    """The key of a note in the Reading."""
    return f"{kind}-{note_id}"


def bookmarks(document: etree._Element) -> dict[str, str]:
    """The note that stands within each bookmark, by the bookmark's name: what `NOTEREF` fields point to."""
    found: dict[str, str] = {}
    opened: dict[str, str] = {}
    for element in document.iter(W + "bookmarkStart", W + "bookmarkEnd", *(f"{W}{kind}Reference" for kind in KINDS)):
        name = etree.QName(element).localname
        if name == "bookmarkStart":
            opened[element.get(W + "id", "")] = element.get(W + "name", "")
        elif name == "bookmarkEnd":
            opened.pop(element.get(W + "id", ""), None)
        else:
            key = key_of(name.removesuffix("Reference"), element.get(W + "id", ""))
            for bookmark in opened.values():
                found.setdefault(bookmark, key)
    return found


def elements(kind: str, root: etree._Element | None) -> Iterator[tuple[str, etree._Element]]:
    """The notes of a part with their keys; without the lines that part them from the text."""
    if root is None:
        return
    for note in root.findall(W + kind):
        if note.get(W + "type", "normal") == "normal" and child(note, "p") is not None:
            yield key_of(kind, note.get(W + "id", "")), note
