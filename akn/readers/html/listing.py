"""Pages that hold printed lines: one `pre`, or the lines of a PDF as converters put them on a page.

They are read as plain text: what joins lines to paragraphs, and finds page furniture and footnotes, is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from akn.readers.html.page import SILENT, Sizes, body_of

_PLAIN = ("pre", "xmp", "plaintext")
_BLOCKS = frozenset(["p", "div", "td", "tr", "li", "table", "h1", "h2", "h3", "h4", "h5", "h6", "center", "body"])
_TOP = re.compile(r"(?:^|[;\s])top\s*:\s*(-?\d{1,6})")
_ENOUGH = 20
"""Lines that tell how a page is made."""


_NOWHERE, _BELOW = -2, -1


class Listing(NamedTuple):
    """The printed lines of a page, and the words around them."""

    text: str
    around: str


class _Line(NamedTuple):
    text: str
    broken: bool = False
    """Whether a line break ends it, or it has a place of its own; else the end of a paragraph does."""
    top: int = _NOWHERE
    """Its place on the page; `_BELOW` for one directly under the line before."""
    page: bool = False
    """Whether it begins a page."""


def listing(root: etree._Element, left_out: frozenset[etree._Element]) -> Listing | None:
    """The printed lines of a page that holds little else; None for other pages."""
    return _in_pre(root, left_out) or _in_lines(root, left_out)


def _in_pre(root: etree._Element, left_out: frozenset[etree._Element]) -> Listing | None:
    found = [element for element in root.iter(*_PLAIN) if element not in left_out]
    if len(found) != 1:
        return None
    text = "".join(map(str, found[0].itertext()))
    body = body_of(root)
    if text.count("\n") <= 5 or len(text.strip()) * 5 < Sizes(body).text(body) * 4:
        return None
    return Listing(text, " ".join(" ".join(_around(body, frozenset(found))).split()))


def _in_lines(root: etree._Element, left_out: frozenset[etree._Element]) -> Listing | None:
    body = body_of(root)
    if sum(1 for _ in body.iter("br")) < _ENOUGH and not any(
        "absolute" in (e.get("style") or "") for e in body.iter("p")
    ):
        return None
    lines = list(_lines(body, left_out))
    written = [line for line in lines if line.text]
    broken = [line for line in written if line.broken]
    if (
        len(broken) < _ENOUGH
        or sum(len(line.text) for line in broken) * 5 < sum(len(line.text) for line in written) * 4
    ):
        return None
    if max(len(line.text) for line in broken) > 200 or not _wrapped([line.text for line in broken]):
        return None
    around = " ".join(" ".join(_around(body, left_out, within=True)).split())
    return Listing(_printed(lines), around)


def _wrapped(lines: list[str]) -> bool:
    """Whether sentences run on over the ends of lines: a fourth of the long ones at least."""
    full = 0.75 * sorted(map(len, lines))[int(0.9 * len(lines))]
    long = [index for index, line in enumerate(lines[:-1]) if len(line) > full]
    runs_on = sum(lines[i][-1] not in ".;:" and lines[i + 1][:1].islower() for i in long)
    return full > 30 and runs_on * 4 > len(long)


def _lines(body: etree._Element, left_out: frozenset[etree._Element]) -> Iterator[_Line]:
    """The lines of a page; an empty one stands where a paragraph begins or ends."""
    words: list[str] = []
    silent = 0
    top = _NOWHERE
    page = False

    def line(broken: bool) -> _Line:
        nonlocal page
        made = _Line(" ".join("".join(words).split()), broken, top, page)
        page = page and not made.text
        words.clear()
        return made

    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag
        if not isinstance(tag, str):
            continue
        dumb = tag in SILENT or element in left_out
        if event == "start":
            silent += dumb
            if tag == "br":
                yield line(True)
                top = _BELOW if top != _NOWHERE else _NOWHERE
            elif tag in _BLOCKS or tag == "hr":
                yield line(top != _NOWHERE)
                found = _TOP.search(element.get("style") or "")
                top = int(found[1]) if found and tag in ("p", "div") else _NOWHERE
            page = page or tag == "hr" or (element.get("id") or "").startswith("page")
            words.append("" if silent else element.text or "")
        else:
            silent -= dumb
            if tag in _BLOCKS:
                yield line(top != _NOWHERE)
                top = _NOWHERE
            words.append("" if silent or element is body else element.tail or "")
    yield line(False)


def _printed(lines: Iterable[_Line]) -> str:
    """The lines as a text: blank lines where the page has them, a form feed where a page begins."""
    lines = list(lines)
    written = [line for line in lines if line.text]
    steps = sorted(b.top - a.top for a, b in pairwise(written) if 0 <= a.top < b.top - 4)
    usual = steps[len(steps) // 4] if steps else 0
    printed: list[str] = []
    before = _NOWHERE
    for line in lines:
        if not line.text:
            if line.broken and line.top == _NOWHERE:
                printed.append("\n")
            continue
        if line.page and printed:
            printed.append("\f")
        elif line.top >= 0 and before >= 0 and abs(line.top - before) <= 0.3 * usual:
            printed[-1] = printed[-1].rstrip("\n") + " "
        elif not line.broken or (line.top >= 0 and abs(line.top - before) > 1.28 * usual):
            printed.append("\n")
        printed.append(line.text + "\n")
        before = before + usual if line.top == _BELOW else line.top
    return "".join(printed)


def _around(body: etree._Element, inner: frozenset[etree._Element], within: bool = False) -> Iterator[str]:
    """The words of a page outside some elements, or only those `within` them."""
    silent = depth = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        step = 1 if event == "start" else -1
        silent += step * (element.tag in SILENT)
        depth += step * (element in inner)
        words = element.text if event == "start" else None if element is body else element.tail
        if words and not silent and (depth > 0) == within:
            yield words
