"""Headers and footers of a DOCX: page furniture, but for a masthead that stands in the header of the first page."""

from __future__ import annotations

import re

from lxml import etree

from akn.fold import fold
from akn.ledger import Reason
from akn.readers.docx.body import R_ID, Body
from akn.readers.docx.names import W, child, is_on
from akn.readers.docx.package import Package, Relationship
from akn.readers.flow import Item, Words, linear, words_of
from akn.vocabulary import symbol_at
from akn.vocabulary.furniture import shapes, without_recycling


def sorted_out(
    package: Package, document: etree._Element, links: dict[str, Relationship], items: list[Item], body: Body
) -> tuple[list[Item], list[Item]]:
    """What stands above the text and below it: the first page's header, and all other headers and footers.

    A header that holds a symbol which the top of the text has not is the masthead, and part of the document.
    """
    heads: list[Item] = []
    feet: list[Item] = []
    read: set[str] = set()
    first = next((path for path in _first_headers(document, links) if path), "")
    for kind, path in _references(document, links):
        if path in read:
            continue
        read.add(path)
        root = package.tree(path)
        if root is None:
            continue
        found = list(linear(body.items(root, package.relationships(path))))
        if path == first and _is_masthead(found, items):
            heads = found + heads
            continue
        for words in words_of(found):
            words.leave_out(shape(words.text) or "running head")
        if kind == "header":
            heads += found
        else:
            feet += found
    for words in words_of(items):
        if words.size and (reason := shape(words.text)) and reason != "page number":
            words.leave_out(reason)
    return heads, feet


def shape(text: str) -> Reason | None:
    """What kind of furniture some words are by their form alone."""
    folded = fold(text)
    if not folded or len(folded) > 80:
        return None
    if without_recycling(folded) == "":
        return "recycling notice"
    known: tuple[tuple[Reason, str], ...] = (("page number", r"\d{1,4}"), *shapes())
    return next((reason for reason, pattern in known if re.fullmatch(pattern, folded)), None)


def _references(document: etree._Element, links: dict[str, Relationship]) -> list[tuple[str, str]]:
    """Headers and footers in the order in which sections use them."""
    found: list[tuple[str, str]] = []
    for element in document.iter(W + "headerReference", W + "footerReference"):
        target = links.get(element.get(R_ID, ""))
        if target is not None and not target.outside and target.kind in ("header", "footer"):
            found.append((target.kind, target.target))
    return found


def _first_headers(document: etree._Element, links: dict[str, Relationship]) -> list[str]:
    """The header of the first page: the one for first pages where the first section has one, else the usual."""
    section = next(iter(document.iter(W + "sectPr")), None)
    if section is None:
        return []
    wanted = "first" if is_on(child(section, "titlePg")) else "default"
    return [
        links[element.get(R_ID, "")].target
        for element in section.findall(W + "headerReference")
        if element.get(W + "type", "default") == wanted and element.get(R_ID, "") in links
    ]


def _is_masthead(found: list[Item], items: list[Item]) -> bool:
    symbols = {text for words in words_of(found) if (text := _symbol(words))}
    if not symbols:
        return False
    top = [text for words in words_of(items) if (text := words.text)][:15]
    return not any(symbol in fold(text) for symbol in symbols for text in top)


def _symbol(words: Words) -> str:
    """The symbol in a line, folded; empty if there is none."""
    folded = fold(words.text)
    for at, char in enumerate(folded):
        if (at == 0 or folded[at - 1] == " ") and char.isalpha() and (size := symbol_at(folded[at:])):
            return folded[at : at + size]
    return ""
