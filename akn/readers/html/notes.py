"""Footnotes that links tell: a short marker that points to a place on the page, and the words that stand there.

So word processors write them, converters, and sites. Of two anchors that point to each other the marker is the one
behind words; the other heads the footnote or ends it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

_BLOCKS = frozenset(
    ["p", "li", "div", "dd", "dt", "td", "th", "tr", "aside", "blockquote", "section", "article", "body"]
)
_LABEL = re.compile(r"[\[(]?\s*(\d{1,3}|[a-z]|[ivx]{2,5}|\*{1,5}|[†‡§¶]{1,3})\s*[\])]?\s*[./]?", re.I)
_BACK = re.compile(r"[↩↑^⏎⤴⬆️\s\ufe0e\ufe0f]+|back(?: to (?:text|top))?|retour|volver", re.I)
_WRAPPERS = frozenset(["li", "div", "dd", "aside", "td", "tr"])


class Linked(NamedTuple):
    """The footnotes of a page."""

    calls: dict[etree._Element, tuple[str, str]]
    """The anchors that call footnotes: key and label."""
    bodies: dict[etree._Element, tuple[str, str]]
    """The elements that are footnotes: key and label."""
    backs: frozenset[etree._Element]
    """Anchors that only lead back to the text."""


def linked(root: etree._Element) -> Linked:
    """The footnotes that the links of a page tell."""
    places = _places(root)
    calls: dict[etree._Element, tuple[str, str]] = {}
    bodies: dict[etree._Element, tuple[str, str]] = {}
    blocks: dict[str, etree._Element] = {}
    for anchor in root.iter("a"):
        target = places.get(_fragment(anchor))
        found = _LABEL.fullmatch(_text(anchor).strip())
        if target is None or found is None or target is anchor:
            continue
        block = _block(target)
        own = _block(anchor)
        if block is own or block is None or not _is_body(block, target, anchor, found[1]):
            continue
        if own is not None and _leads(anchor, own) and _points_into(block, own, places):
            continue  # the anchor at the head of a footnote, which leads back
        key = f"link-{len(blocks) + 1}"
        known = next((k for k, b in blocks.items() if b is block), "")
        if not known:
            blocks[key] = block
        calls[anchor] = (known or key, found[1])
    taken = set(map(id, blocks.values()))
    labels: dict[str, str] = {}
    for key, label in calls.values():
        labels.setdefault(key, label)
    for key, block in blocks.items():
        bodies[_whole(block, taken, calls)] = (key, labels.get(key, ""))
    backs = frozenset(
        anchor
        for block in bodies
        for anchor in block.iter("a")
        if _fragment(anchor) and anchor not in calls and _BACK.fullmatch(_text(anchor).strip() or "x")
    )
    return Linked(calls, bodies, backs)


def _places(root: etree._Element) -> dict[str, etree._Element]:
    """The elements to which links of the page can point."""
    found: dict[str, etree._Element] = {}
    for element in root.iter(etree.Element):
        for name in ("id", "name"):
            if value := element.get(name):
                found.setdefault(value, element)
    return found


def _fragment(anchor: etree._Element) -> str:
    """The place on the page to which an anchor points; empty for other addresses."""
    address = anchor.get("href") or ""
    return address[1:] if address.startswith("#") else ""


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _block(element: etree._Element) -> etree._Element | None:
    """The paragraph in which an element stands; an empty anchor before a paragraph stands for that."""
    here: etree._Element | None = element
    while here is not None:
        if here.tag in _BLOCKS:
            return here
        here = here.getparent()
    return None


def _is_body(block: etree._Element, target: etree._Element, anchor: etree._Element, label: str) -> bool:
    """Whether a paragraph is the footnote that an anchor calls: it has the label first, or an anchor that leads back."""
    words = _text(block).strip()
    if not words or block.tag == "body":
        return False
    found = _LABEL.match(words)
    if found is not None and found[1].lower() == label.lower() and _leads(target, block):
        return True
    own = {anchor.get("id"), anchor.get("name")} | {
        parent.get("id") for parent in (anchor.getparent(), *([*anchor.iterchildren()][:2])) if parent is not None
    }
    own.discard(None)
    if any(_fragment(back) in own for back in block.iter("a") if _fragment(back)):
        return True
    names = f"{target.get('id') or ''} {target.get('class') or ''} {target.get('role') or ''}".lower()
    return target is block and ("note" in names or names.startswith("fn"))


def _leads(element: etree._Element, block: etree._Element) -> bool:
    """Whether no words stand before an element in its paragraph."""
    for one in block.iter():
        if one is element:
            return True
        if isinstance(one.tag, str) and one is not block and _contains(one, element):
            if (one.text or "").strip():
                return False
            continue
        if one is block:
            if (one.text or "").strip():
                return False
            continue
        if (one.text or "").strip() or (one.tail or "").strip():
            return False
    return True


def _contains(outer: etree._Element, inner: etree._Element) -> bool:
    here: etree._Element | None = inner
    while here is not None:
        if here is outer:
            return True
        here = here.getparent()
    return False


def _points_into(block: etree._Element, own: etree._Element, places: dict[str, etree._Element]) -> bool:
    """Whether an anchor in `block` points into `own`."""
    return any(
        (target := places.get(_fragment(anchor))) is not None and _contains(own, target) for anchor in block.iter("a")
    )


def _whole(block: etree._Element, taken: set[int], calls: dict[etree._Element, tuple[str, str]]) -> etree._Element:
    """The element around a footnote that holds its other paragraphs too, and nothing else."""
    parent = block.getparent()
    if parent is None or parent.tag not in _WRAPPERS:
        return block
    names = f"{parent.get('id') or ''} {parent.get('class') or ''}".lower()
    if parent.tag == "div" and not re.search(r"(?:^|\W|_)(?:e?ftn|edn|fn|(?:foot|end)?note)[-_:]?\d*(?:$|\W)", names):
        return block
    inside = sum(1 for element in parent.iter() if id(element) in taken)
    return parent if inside == 1 and not any(anchor in calls for anchor in parent.iter("a")) else block
