"""What styles say of paragraphs and words: emphasis, headings, alignment, numbering. Styles build on each other."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from akn.readers.docx.names import VAL, W, child, is_on, number, value
from akn.source import MarkKind

_SWITCHES: dict[str, str] = {"b": "b", "i": "i", "vanish": "vanish", "specVanish": "vanish"}
_DEPTH = 20
"""Styles that build on each other deeper than this go in a circle."""


class Look(NamedTuple):
    """How words look."""

    style: frozenset[MarkKind]
    hidden: bool = False
    size: float = 0.0
    """Points; 0 where nothing says it."""


class Layout(NamedTuple):
    """How a paragraph stands on the page, and what counts it."""

    heading: int = 0
    """Level of a heading; 0 for none."""
    centred: bool = False
    indent: float = 0.0
    """Points."""
    list_id: str = ""
    list_level: int = 0
    spaced: bool = True


class Styles:
    """The styles of a document."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._looks: dict[str, dict[str, str]] = {}
        self.default = ""
        self._size = 0.0
        if root is None:
            return
        for style in root.iter(W + "style"):
            self._styles.setdefault(style.get(W + "styleId", ""), style)
            if style.get(W + "default") in ("1", "true", "on") and style.get(W + "type") == "paragraph":
                self.default = style.get(W + "styleId", "")
        self._size = number(value(root, "docDefaults", "rPrDefault", "rPr", "sz")) / 2

    def chain(self, style_id: str) -> list[etree._Element]:
        """A style and those it builds on, the most special first."""
        found: list[etree._Element] = []
        while style_id in self._styles and len(found) < _DEPTH:
            style = self._styles[style_id]
            found.append(style)
            style_id = value(style, "basedOn")
        return found

    def look(self, paragraph_style: str, properties: etree._Element | None) -> Look:
        """How a run looks: its own properties over those of its style, over those of the paragraph's style."""
        said: dict[str, str] = dict(self._look_of(paragraph_style or self.default))
        if properties is not None:
            if character := value(properties, "rStyle"):
                said.update(self._look_of(character))
            said.update(_said(properties))
        style: set[MarkKind] = set()
        if said.get("b") == "on":
            style.add("b")
        if said.get("i") == "on":
            style.add("i")
        if said.get("u") == "on":
            style.add("u")
        if said.get("align") == "superscript" or said.get("raised") == "up":
            style.add("sup")
        if said.get("align") == "subscript" or said.get("raised") == "down":
            style.add("sub")
        size = number(said.get("sz")) / 2 or self._size
        return Look(frozenset(style), said.get("vanish") == "on", size)

    def _look_of(self, style_id: str) -> dict[str, str]:
        known = self._looks.get(style_id)
        if known is None:
            known = {}
            for style in reversed(self.chain(style_id)):
                known.update(_said(child(style, "rPr")))
            self._looks[style_id] = known
        return known

    def layout(self, properties: etree._Element | None) -> Layout:
        """How a paragraph stands on the page."""
        style_id = value(properties, "pStyle") or self.default
        chain = self.chain(style_id)
        sources = [properties, *(child(style, "pPr") for style in chain)]
        heading = self._heading(chain, properties)
        aligned = next((text for source in sources if (text := value(source, "jc"))), "")
        list_id, level = self._numbering(sources)
        indent = next((found for source in sources if (found := child(source, "ind")) is not None), None)
        left = 0.0
        if indent is not None:
            left = number(indent.get(W + "left") or indent.get(W + "start")) / 20
        contextual = is_on(child(properties, "contextualSpacing")) is True
        return Layout(heading, aligned == "center", max(0.0, left), list_id, level, not contextual)

    def _numbering(self, sources: list[etree._Element | None]) -> tuple[str, int]:
        level = ""
        for source in sources:
            found = child(source, "numPr")
            if found is None:
                continue
            level = level or value(found, "ilvl")
            if list_id := value(found, "numId"):
                return ("", 0) if list_id == "0" else (list_id, number(level))
        return "", 0

    def _heading(self, chain: list[etree._Element], properties: etree._Element | None) -> int:
        for source in (properties, *(child(style, "pPr") for style in chain)):
            found = child(source, "outlineLvl")
            if found is not None:
                level = number(found.get(VAL), 9)
                return level + 1 if 0 <= level < 9 else 0
        for style in chain:
            words = value(style, "name").lower().split()
            if words[:1] == ["heading"] and words[1:2] and words[1].isdigit():
                return number(words[1])
            if words in (["title"], ["subtitle"]):
                return 1
            if words[:2] == ["_", "h"] or words[:1] == ["_h"]:  # headings of the United Nations' own templates
                return 1
        return 0


def _said(properties: etree._Element | None) -> dict[str, str]:
    """What run properties say, and only that."""
    said: dict[str, str] = {}
    if properties is None:
        return said
    for switch, name in _SWITCHES.items():
        state = is_on(properties.find(W + switch))
        if state is not None:
            said[name] = "on" if state else "off"
    underline = properties.find(W + "u")
    if underline is not None:
        said["u"] = "off" if underline.get(VAL, "none") == "none" else "on"
    if align := value(properties, "vertAlign"):
        said["align"] = align
    if raised := number(value(properties, "position")):
        said["raised"] = "up" if raised >= 4 else "down" if raised <= -4 else ""
    if size := value(properties, "sz"):
        said["sz"] = size
    return said
