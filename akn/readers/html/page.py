"""Which part of a page is the document: what sites put around it goes to the ledger.

Evidence is what elements are for (`nav`, `role`), how authors name them (`class`, `id`), and how much of their text is
links. What holds most of the page's text is never left out.
"""

from __future__ import annotations

import re

from lxml import etree

from akn.fold import fold
from akn.vocabulary import number_at, symbol_at

SILENT = frozenset(
    [
        *("script", "style", "noscript", "template", "head", "title", "meta", "link", "base", "svg", "canvas", "audio"),
        *("video", "object", "embed", "iframe", "frame", "noframes", "map", "param", "source", "track", "datalist"),
    ]
)
"""Elements without words on the page."""
_AROUND = frozenset(["nav", "footer", "aside", "dialog", "button", "select", "textarea", "menu"])
_LINES = ("p", "div", "li", "td", "center", "h1", "h2", "h3", "h4", "h5", "h6", "dd")
_ROLES = frozenset(
    ["navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alert", "toolbar"]
)
_NAMES = re.compile(
    r"(?:^|[-_\s])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|footer|cookies?|consent|share|sharing|social|skip"
    r"|toolbar|pagination|pager|related|comments?|advert\w*|ads|banner|login|search|language-?switch\w*|lang-?switch\w*"
    r"|site-?header|page-?header|topbar|newsletter|subscribe|copyright|print-?link|feedback)(?:$|[-_\s])"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def body_of(root: etree._Element) -> etree._Element:
    """The element that holds what a page shows."""
    body = root.find(".//body")
    return body if body is not None else root


def outside(root: etree._Element) -> frozenset[etree._Element]:
    """The elements of a page that are not part of the document; what is in them is neither."""
    body = body_of(root)
    sizes = Sizes(body)
    whole = sizes.text(body)
    if not whole:
        return frozenset()
    found: set[etree._Element] = set()
    main = _main(body, sizes, whole)
    if main is not None:
        _leave_siblings(main, body, found)
        body = main
    for element in body.iter(etree.Element):
        if element is not body and sizes.text(element) * 2 < whole and _is_around(element, sizes):
            found.add(element)
    _leave_links(body, sizes, found, whole)
    _leave_edges(body, sizes, found)
    return frozenset(found)


def _main(body: etree._Element, sizes: Sizes, whole: int) -> etree._Element | None:
    """The element that says it is the content of the page, if it holds most of the text."""
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = body.findall(path)
        if len(found) == 1 and sizes.text(found[0]) * 2 >= whole:
            return found[0]
    return None


def _leave_siblings(main: etree._Element, body: etree._Element, found: set[etree._Element]) -> None:
    element = main
    while element is not body:
        parent = element.getparent()
        if parent is None:
            return
        found.update(child for child in parent if child is not element)
        element = parent


def _is_around(element: etree._Element, sizes: Sizes) -> bool:
    """Whether an element is by its purpose or its name no part of a document."""
    tag = element.tag
    if tag in _AROUND or (element.get("role") or "").lower() in _ROLES:
        return True
    if tag == "header":
        return any(True for _ in element.iter("nav", "form")) or sizes.links(element) * 2 > sizes.text(element)
    if tag in ("form",):
        return sizes.text(element) < 200
    names = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    if not names or tag in ("a", "sup", "span", "b", "i", "em", "strong", "body", "html"):
        return False
    return any(_NAMES.search(form.lower()) for form in (names, _CAMEL.sub("-", names)))


def _leave_links(body: etree._Element, sizes: Sizes, found: set[etree._Element], whole: int) -> None:
    """Lists and boxes that are mostly links: menus without a name."""
    for element in body.iter("div", "ul", "ol", "table", "td", "section", "p", "center"):
        text = sizes.text(element)
        if not text or text * 4 > whole or element in found:
            continue
        count = sizes.count(element)
        if count >= 3 and sizes.links(element) > 0.7 * text and text < 60 * count:
            found.add(element)


def _leave_edges(body: etree._Element, sizes: Sizes, found: set[etree._Element]) -> None:
    """Lines of links above and below the document: `Back to the index`; but not a symbol or a number that is a link."""
    leaves = [element for element in body.iter(*_LINES) if sizes.text(element) and _is_leaf(element)]
    for line in (leaves, reversed(leaves)):
        for element in line:
            if not sizes.count(element) or sizes.links(element) < 0.7 * sizes.text(element):
                break
            folded = fold(" ".join("".join(map(str, element.itertext())).split()))
            if symbol_at(folded) or number_at(folded):
                break
            found.add(element)


def _is_leaf(element: etree._Element) -> bool:
    return next(element.iter(*_LINES)) is element and sum(1 for _ in element.iter(*_LINES, "table", "ul", "ol")) == 1


class Sizes:
    """Characters of text, of text in links, and links, of each element; those to places on the page do not count."""

    def __init__(self, body: etree._Element) -> None:
        self._of: dict[etree._Element, tuple[int, int, int]] = {}
        for _, element in etree.iterwalk(body, events=("end",)):
            if not isinstance(element.tag, str):
                continue
            if element.tag in SILENT:
                self._of[element] = (0, 0, 0)
                continue
            text = len((element.text or "").strip())
            links = count = 0
            for child in element:
                inner = self._of.get(child, (0, 0, 0))
                text += inner[0] + len((child.tail or "").strip())
                links += inner[1]
                count += inner[2]
            if element.tag == "a" and not (element.get("href") or "#").startswith("#"):
                links, count = text, 1
            self._of[element] = (text, links, count)

    def text(self, element: etree._Element) -> int:
        """Characters of text in an element."""
        return self._of.get(element, (0, 0, 0))[0]

    def links(self, element: etree._Element) -> int:
        """Characters of links in it."""
        return self._of.get(element, (0, 0, 0))[1]

    def count(self, element: etree._Element) -> int:
        """Links in it."""
        return self._of.get(element, (0, 0, 0))[2]
