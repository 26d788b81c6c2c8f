"""What tags, `style` attributes and simple rules of style sheets say of words: emphasis, raised letters, what is hidden.

Only selectors of one tag, one class, or both are read: they are those that word processors write.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from akn.source import MarkKind

_RULE = re.compile(r"([^{}@]{1,2000})\{([^{}]{0,4000})\}")
_SELECTOR = re.compile(r"([a-z][\w]*)?(?:\.([\w-]+))?", re.I)
_SHEET = 500_000
"""Characters of style sheets that are read."""
_TAGS: dict[str, MarkKind] = {
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "cite": "i",
    "u": "u",
    "sup": "sup",
    "sub": "sub",
}
_WANTED = ("font-weight", "font-style", "vertical-align", "text-decoration", "text-align", "display", "visibility")
_MORE = ("mso-hide", "mso-element", "list-style-type", "list-style", "margin-left", "position")


class Look(NamedTuple):
    """How words look, as it is handed down to what is inside."""

    style: frozenset[MarkKind] = frozenset()
    centred: bool = False
    hidden: bool = False


class Looks:
    """The style sheets of a page."""

    def __init__(self, root: etree._Element) -> None:
        self._rules: dict[tuple[str, str], dict[str, str]] = {}
        left = _SHEET
        for element in root.iter("style"):
            text = re.sub(r"/\*.*?\*/|<!--|-->", "", (element.text or "")[:left], flags=re.S)
            left -= len(text)
            for found in _RULE.finditer(text):
                self._add(found[1], declarations(found[2]))

    def _add(self, selectors: str, said: dict[str, str]) -> None:
        if not said:
            return
        for selector in selectors.split(","):
            found = _SELECTOR.fullmatch(selector.strip())
            if found and (found[1] or found[2]):
                self._rules.setdefault(((found[1] or "").lower(), found[2] or ""), {}).update(said)

    def said(self, element: etree._Element, tag: str) -> dict[str, str]:
        """The declarations that hold for an element: of its tag, its classes, its own."""
        own = element.get("style")
        classes = element.get("class")
        if not self._rules and not own:
            return {}
        said: dict[str, str] = dict(self._rules.get((tag, ""), {}))
        for name in (classes or "").split():
            said.update(self._rules.get(("", name), {}))
            said.update(self._rules.get((tag, name), {}))
        if own:
            said.update(declarations(own))
        return said

    def inside(self, element: etree._Element, tag: str, outer: Look) -> tuple[Look, dict[str, str]]:
        """How the words in an element look, and what was declared for it."""
        said = self.said(element, tag)
        style = set(outer.style)
        if tag in _TAGS:
            style.add(_TAGS[tag])
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6", "th"):
            style -= {"b"}
        if said:
            _declared(said, style)
        centred = outer.centred
        align = said.get("text-align") or element.get("align") or ""
        if align or tag == "center":
            centred = "center" in (align.lower(), tag)
        return Look(frozenset(style), centred, outer.hidden or _is_hidden(element, said)), said


def declarations(text: str) -> dict[str, str]:
    """The declarations of a rule that say something here."""
    said: dict[str, str] = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        name = name.strip().lower()
        if colon and (name in _WANTED or name in _MORE):
            said[name] = value.replace("!important", "").strip().lower()
    return said


def _declared(said: dict[str, str], style: set[MarkKind]) -> None:
    weight = said.get("font-weight", "")
    if weight:
        (style.add if weight.startswith(("bold", "6", "7", "8", "9")) else style.discard)("b")
    slant = said.get("font-style", "")
    if slant:
        (style.add if slant.startswith(("italic", "oblique")) else style.discard)("i")
    raised = said.get("vertical-align", "")
    if raised in ("super", "sub"):
        style.add("sup" if raised == "super" else "sub")
    elif raised == "baseline":
        style.difference_update({"sup", "sub"})
    line = said.get("text-decoration", "")
    if line:
        (style.add if "underline" in line else style.discard)("u")


def _is_hidden(element: etree._Element, said: dict[str, str]) -> bool:
    if said.get("display") == "none" or said.get("visibility") == "hidden" or said.get("mso-hide") == "all":
        return True
    if "hidden" in element.attrib:
        return True
    names = (element.get("class") or "").lower().split()
    return any(name in ("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text") for name in names)
