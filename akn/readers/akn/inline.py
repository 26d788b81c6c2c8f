"""Inline content: styles, references, dates, roles, and footnotes where their markers stand."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator

from lxml import etree

from akn.model import (
    Block,
    DateMention,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Note,
    NoteAgain,
    Paragraph,
    Reference,
    Role,
    Style,
    Styled,
)
from akn.readers.akn.elements import role_of, squeeze
from akn.source import Run
from akn.xml import Q, local

_STYLES: dict[str, Style] = {"i": "i", "b": "b", "u": "u", "sup": "sup", "sub": "sub"}
_CLASSES: dict[str, Style] = {
    "italic": "i",
    "bold": "b",
    "underline": "u",
    "super": "sup",
    "superscript": "sup",
    "sub": "sub",
}
_MARGIN = " \t\r\n"


class InlineReader(ABC):
    """Reads inline content; the blocks inside a footnote are for the layer above."""

    def __init__(self, root: etree._Element) -> None:
        self.notes: dict[etree._Element, str] = {}
        """The key of each footnote: its marker, made unique."""
        self.keys: dict[str, str] = {}
        """The key of each footnote by its eId."""
        seen: dict[str, int] = {}
        for note in root.iter(f"{Q}authorialNote"):
            marker = (note.get("marker") or "").strip() or "?"
            seen[marker] = seen.get(marker, 0) + 1
            key = marker if seen[marker] == 1 else f"{marker}~{seen[marker]}"
            self.notes[note] = key
            self.keys[note.get("eId") or f"@{len(self.keys)}"] = key

    @abstractmethod
    def flow(self, element: etree._Element) -> list[Block]:
        """The blocks in an element."""

    def content(self, element: etree._Element) -> Inlines:
        """The inline content of an element, white space folded and none at its ends."""
        return tuple(_trimmed(_merged(list(self._inlines(element)))))

    def _inlines(self, element: etree._Element) -> Iterator[Inline]:
        if element.text:
            yield Run(squeeze(element.text))
        for child in element:
            yield from self._inline(child)
            if child.tail:
                yield Run(squeeze(child.tail))

    def _inline(self, element: etree._Element) -> Iterator[Inline]:
        name = local(element)
        if name == "authorialNote":
            yield self._note(element)
        elif name == "noteRef":
            target = (element.get("href") or "").lstrip("#")
            yield NoteAgain(self.keys.get(target, ""), Run((element.get("marker") or "").strip()))
        elif name == "sup" and any(local(c) in ("authorialNote", "noteRef") for c in element):
            yield from self._inlines(element)
        elif name in ("eol", "br"):
            yield LineBreak()
        elif name == "img":
            if element.get("src") and element.get("alt"):
                yield Image(element.get("src", ""), element.get("alt", ""))
        elif name in _STYLES:
            yield from self._wrapped(element, lambda content: Styled(_STYLES[name], content))
        elif name == "span" and (style := _CLASSES.get(element.get("class", ""))):
            yield from self._wrapped(element, lambda content: Styled(style, content))
        elif name == "ref":
            yield from self._wrapped(element, lambda content: Reference(element.get("href", ""), content))
        elif name == "date":
            yield from self._wrapped(element, lambda content: DateMention(element.get("date", ""), content))
        elif role := role_of(element, name):
            yield from self._wrapped(element, lambda content: Role(role[0], content, role[1]))
        elif name == "embeddedStructure":
            yield from self._embedded_inline(element)
        elif name:
            yield from self._inlines(element)

    def _embedded_inline(self, element: etree._Element) -> Iterator[Inline]:
        if next(element.iter(f"{Q}documentRef"), None) is None:
            yield from self._inlines(element)

    def _wrapped(self, element: etree._Element, make: Callable[[Inlines], Inline]) -> Iterator[Inline]:
        content = tuple(_merged(list(self._inlines(element))))
        if content:
            yield make(content)

    def _note(self, element: etree._Element) -> Note:
        marker = (element.get("marker") or "").strip()
        body = self.flow(element)
        if not body and (content := self.content(element)):
            body = [Paragraph(content)]
        return Note(self.notes[element], Run(marker), tuple(body))


def _merged(content: list[Inline]) -> list[Inline]:
    """Runs side by side as one, without doubled spaces between them."""
    merged: list[Inline] = []
    for inline in content:
        if isinstance(inline, Run):
            if merged and isinstance(merged[-1], Run):
                before = merged[-1].text
                text = before + (inline.text.lstrip(" ") if before.endswith(" ") else inline.text)
                merged[-1] = Run(text)
                continue
            if not inline.text:
                continue
        merged.append(inline)
    return merged


def _trimmed(content: list[Inline]) -> list[Inline]:
    """Content without white space at its ends, in wrapped words too."""
    while content and isinstance(content[0], Run) and not content[0].text.strip(_MARGIN):
        content = content[1:]
    while content and isinstance(content[-1], Run) and not content[-1].text.strip(_MARGIN):
        content = content[:-1]
    if content and isinstance(content[0], Run):
        content = [Run(content[0].text.lstrip(_MARGIN)), *content[1:]]
    if content and isinstance(content[-1], Run):
        content = [*content[:-1], Run(content[-1].text.rstrip(_MARGIN))]
    if content and isinstance(content[0], LineBreak):
        return _trimmed(content[1:])
    return content
