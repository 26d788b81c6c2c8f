"""Makes whole documents of the examples in the rules' pages: the shortest piece that shows a fault, in a sound frame.

An example replaces the element of its name in `fixtures/rules/frame.xml`; an empty `meta`, `preface` or `mainBody`
in it stands for that of the frame.
"""

from __future__ import annotations

import copy
import re
from typing import NamedTuple

from conftest import FIXTURES
from lxml import etree

from akn import xml
from akn.validation import catalogue
from akn.validation.rule import Q

FRAME = FIXTURES / "rules" / "frame.xml"
_FENCED = re.compile(r"^(Wrong|Right)[^\n]*:\n\n```xml\n(.*?)```", re.DOTALL | re.MULTILINE)
_BEHIND = {"attachments": "conclusions", "components": "conclusions", "analysis": "workflow"}
"""Where an element stands that the frame does not have."""
_SCHEMATIC = ("meta", "identification", "preface", "preamble", "mainBody", "FRBRWork")
_DEMANDED = {
    "identification": ("FRBRExpression", "FRBRManifestation"),
    "FRBRWork": ("FRBRdate", "FRBRauthor", "FRBRcountry"),
}
"""What the schema demands, and the example of an annex leaves out."""
_IN_BODY = ("paragraph", "section", "clause", "list")


class Example(NamedTuple):
    """One example of a rule's page: its code, whether it is the wrong one, its text."""

    code: str
    wrong: bool
    text: str


def examples(code: str) -> list[Example]:
    """The examples of a page."""
    return [Example(code, kind == "Wrong", text) for kind, text in _FENCED.findall(catalogue.page(code).text)]


def document(example: str) -> bytes:
    """An example as a whole document; one that is already whole, or not XML at all, as it is."""
    if "xmlns=" in example or example.startswith(("<?", "<!")):
        return example.encode()
    wrapped = f'<x xmlns="{Q[1:-1]}" xmlns:akn4un="http://un.org/akn4un">{example}</x>'
    try:
        pieces = list(etree.fromstring(wrapped))
    except etree.XMLSyntaxError:
        return example.encode()
    frame = xml.parse(FRAME.read_bytes(), FRAME.name)
    for piece in pieces:
        _fill(piece, frame)
    if pieces[0].tag == f"{Q}akomaNtoso":
        return etree.tostring(pieces[0])
    for piece in pieces:
        _graft(frame, piece)
    return etree.tostring(frame)


def _graft(frame: etree._Element, piece: etree._Element) -> None:
    name = piece.tag.removeprefix(Q)
    piece.tail = "\n"
    if name in _IN_BODY:
        _into_body(frame, piece)
        return
    old = frame.find(f".//{Q}{name}")
    if old is not None:
        old.getparent().replace(old, piece)  # type: ignore[union-attr]
        return
    before = frame.find(f".//{Q}{_BEHIND[name]}")
    assert before is not None
    before.addnext(piece)


def _into_body(frame: etree._Element, piece: etree._Element) -> None:
    body = frame.find(f".//{Q}mainBody")
    assert body is not None
    if piece.tag == f"{Q}list":
        paragraph = etree.SubElement(body, f"{Q}paragraph", eId="para_1")
        etree.SubElement(paragraph, f"{Q}num").text = "1."
        paragraph.append(piece)
        piece = paragraph
    for child in list(body):
        body.remove(child)
    body.append(piece)


def _fill(piece: etree._Element, frame: etree._Element) -> None:
    """Replace what an example leaves out by what the frame has there."""
    for element in list(piece.iter(*(Q + name for name in _SCHEMATIC))):
        annex = next(element.iterancestors(f"{Q}attachment", f"{Q}component"), None) is not None
        if not len(element):
            element.getparent().replace(element, _from(frame, element.tag, annex))  # type: ignore[union-attr]
        for name in _DEMANDED.get(element.tag.removeprefix(Q), ()) if annex else ():
            if element.find(Q + name) is None:
                element.append(_from(frame, Q + name, annex))


def _from(frame: etree._Element, tag: str, annex: bool) -> etree._Element:
    """An element of the frame, for an annex with its component and without what only the whole document has."""
    found = frame.find(f".//{tag}")
    assert found is not None
    element = copy.deepcopy(found)
    if not annex:
        return element
    if tag == f"{Q}mainBody":
        return etree.fromstring(f'<mainBody xmlns="{Q[1:-1]}"><p>Words of an annex.</p></mainBody>')
    for child in list(element):
        if tag == f"{Q}meta" and child.tag != f"{Q}identification":
            element.remove(child)
    for this in element.iter(f"{Q}FRBRthis"):
        this.set("value", (this.get("value") or "").replace("!main", "!annex_1"))
    return element
