"""The numbers that Word draws in front of paragraphs: they stand in no text, and are counted here as Word counts them.

Rules: ISO/IEC 29500-1, 17.9 (numbering). A level counts up with each of its paragraphs and begins anew behind one of a
higher level; lists that share an abstract definition count on, but where a list states its own start.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from akn.readers.counting import counted
from akn.readers.docx.names import W, child, is_on, number, value
from akn.readers.docx.styles import Styles

_LEVELS = 9
_BULLETS = {"\uf0b7": "•", "\uf0a7": "•", "\uf02d": "–", "o": "•", "\uf0d8": "•", "\uf076": "•", "\uf0fc": "•"}
"""Bullets in the private characters of Word's symbol fonts."""


class Level(NamedTuple):
    """How one level of a list counts."""

    start: int
    format: str
    text: str
    restart: int
    """The level (from 1) whose paragraphs make it begin anew; 0 for none, -1 for each higher one."""
    legal: bool
    indent: float
    """Points."""


class _List(NamedTuple):
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Counts the lists of a document, in the order of its paragraphs."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int]] = {}
        self._started: set[tuple[str, int]] = set()
        self._by_style: dict[str, int] = {}
        if root is None:
            return
        abstracts = {one.get(W + "abstractNumId", ""): one for one in root.iter(W + "abstractNum")}
        linked = {value(one, "styleLink"): one for one in abstracts.values() if value(one, "styleLink")}
        for num in root.findall(W + "num"):
            abstract = abstracts.get(value(num, "abstractNumId"))
            if abstract is None:
                continue
            if link := value(abstract, "numStyleLink"):
                abstract = linked.get(link, abstract)
            self._lists[num.get(W + "numId", "")] = _list(num, abstract)
        self._by_style = {
            value(lvl, "pStyle"): number(lvl.get(W + "ilvl"))
            for one in abstracts.values()
            for lvl in one.iter(W + "lvl")
            if value(lvl, "pStyle")
        }

    def draw(self, list_id: str, level: int, style: str = "") -> str:
        """The label of the next paragraph of a list; empty where none is drawn."""
        known = self._lists.get(list_id)
        if known is None:
            return ""
        if level == 0 and style:
            level = self._by_style.get(style, 0)
        level = max(0, min(level, _LEVELS - 1))
        own = known.levels.get(level)
        if own is None:
            return ""
        counts = self._counts.setdefault(known.abstract, [0] * _LEVELS)
        if (list_id, level) not in self._started and level in known.starts:
            counts[level] = known.starts[level] - 1
        elif not counts[level]:
            counts[level] = own.start - 1
        self._started.add((list_id, level))
        counts[level] += 1
        for deeper in range(level + 1, _LEVELS):
            found = known.levels.get(deeper)
            if found is None or found.restart < 0 or level + 1 <= found.restart:
                counts[deeper] = 0
        if own.format == "bullet":
            return _BULLETS.get(own.text, own.text).strip()
        return _filled(known, own, counts)

    def indent(self, list_id: str, level: int) -> float:
        """How far the level stands in, in points."""
        known = self._lists.get(list_id)
        found = known.levels.get(level) if known else None
        return found.indent if found else 0.0


def _list(num: etree._Element, abstract: etree._Element) -> _List:
    levels = {number(lvl.get(W + "ilvl")): _level(lvl) for lvl in abstract.findall(W + "lvl")}
    starts: dict[int, int] = {}
    for override in num.findall(W + "lvlOverride"):
        at = number(override.get(W + "ilvl"))
        lvl = child(override, "lvl")
        if lvl is not None:
            levels[at] = _level(lvl)
        if (start := value(override, "startOverride")) != "":
            starts[at] = number(start, 1)
    return _List(abstract.get(W + "abstractNumId", ""), levels, starts)


def _level(lvl: etree._Element) -> Level:
    restart = value(lvl, "lvlRestart")
    indent = child(lvl, "pPr", "ind")
    left = number(indent.get(W + "left") or indent.get(W + "start")) / 20 if indent is not None else 0.0
    return Level(
        number(value(lvl, "start"), 1),
        value(lvl, "numFmt") or "decimal",
        value(lvl, "lvlText"),
        number(restart, -1) if restart else -1,
        is_on(child(lvl, "isLgl")) is True,
        left,
    )


def _filled(known: _List, own: Level, counts: list[int]) -> str:
    """`%1.%2` with the counts of the levels."""

    def count(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        level = known.levels.get(at)
        if level is None:
            return ""
        value_ = counts[at] or level.start
        return counted(value_, "decimal" if own.legal and level.format != "decimalZero" else level.format)

    return re.sub(r"%([1-9])", count, own.text).strip()
