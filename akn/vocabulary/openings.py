"""Opening phrases (`Recalling also`, `Strongly urges`) found by walking a tree of words.

Phrases are a list of nodes, the first of which is the start: each node tells for a word the index of the node after
it. The key `""` says that a phrase may end here, `"_"` that words of `inside` may stand here (`Prend également note`).
Nodes with the same sequel are one, so that ten adjectives before twenty nouns are thirty entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple

Kind = Literal["preambular", "operative"]
Nodes = list[dict[str, int]]

REACH = 120
"""Characters at the start of a paragraph among which its opening phrase is looked for."""

_LETTER = r"[^\W\d_\u3400-\u9fff]"
_MARKS = "\u0640\u064b-\u0652\u0670\u200e\u200f"
"""What Arabic writes on, between and beside letters without changing the word: vowel signs, kashida, direction."""

_STRIP: dict[int, str | None] = {
    **dict.fromkeys((0x640, *range(0x64B, 0x653), 0x670, 0x200E, 0x200F, 0x2D)),
    0x2F: "l",
}


class Word(NamedTuple):
    """A word without hyphens and marks, and where it ends in the text."""

    text: str
    end: int


class Phrases(NamedTuple):
    """The opening phrases of a language."""

    preambular: Nodes
    operative: Nodes
    before: Nodes
    """What may stand in front of a stem: `strongly`."""
    inside: Nodes
    after: Nodes
    """What may follow a stem, several times: `also`, `with satisfaction`."""
    joints: frozenset[str]
    """What joins two stems: `and`."""
    generic: dict[str, Any]
    """How an unlisted phrase is known by its form."""


@cache
def _pattern(script: str) -> re.Pattern[str]:
    if script == "arabic":
        return re.compile(rf"[\s*{_MARKS}]*((?:{_LETTER}[{_MARKS}]*)+)")
    if script == "han":
        return re.compile(rf"[\s*]*([\u3400-\u9fff]|{_LETTER}+)")
    return re.compile(rf"[\s*]*({_LETTER}+(?:[-/]{_LETTER}+)*[-'/]?)")


def words(folded: str, script: str) -> Iterator[Word]:
    """The words at the start of a text as far as only white space parts them; an elided word (`l'`) is one.

    Within a word a stroke is read as the `l` that it is in many scans (`Rappe/ant`).
    """
    match = _pattern(script).match
    at = 0
    while found := match(folded, at):
        at = found.end()
        word = found[1]
        yield Word(word if word.isalpha() and word.isascii() else word.translate(_STRIP), at)


def plain(folded: str) -> str:
    """An Arabic text without vowel signs, kashida and marks of direction."""
    return re.sub(f"[{_MARKS}]+", "", folded)


def longest(nodes: Nodes, found: list[Word], start: int, inside: Nodes | None = None) -> int:
    """The index after the longest phrase that begins at word `start`; 0 if there is none."""
    node = nodes[0]
    best = 0
    at = start
    while at < len(found):
        following = node.get(found[at].text)
        if following is None:
            gap = node.get("_")
            skipped = _several(inside, found, at) if gap is not None and inside else 0
            if gap is None or not skipped:
                break
            node, at = nodes[gap], skipped
            continue
        node = nodes[following]
        at += 1
        if "" in node:
            best = at
    return best


def _several(nodes: Nodes, found: list[Word], start: int) -> int:
    """The index after as many phrases as follow each other from `start`; 0 if there is none."""
    end = 0
    while more := longest(nodes, found, end or start):
        end = more
    return end


def read(phrases: Phrases, folded: str, kind: Kind, script: str) -> int:
    """The length of the longest opening phrase of that kind at the start of a text; 0 if there is none."""
    nodes = phrases.preambular if kind == "preambular" else phrases.operative
    first = next(words(folded, script), None)
    if first is None:
        return 0
    known = first.text in nodes[0] or first.text in phrases.before[0]
    if not known and not _split(list(_few(words(folded, script))), 0, nodes, phrases.before):
        return 0
    found = list(words(folded[:REACH], script))
    if len(folded) > REACH and found and found[-1].end >= REACH:
        found.pop()
    end = _stem(phrases, nodes, found, 0)
    return found[end - 1].end if end else 0


def _stem(phrases: Phrases, nodes: Nodes, found: list[Word], start: int) -> int:
    """The index after adverbs, stem and what follows it, and after a second stem that `and` joins; 0 if none."""
    end = _modified(phrases, nodes, found, start)
    while end and end + 1 < len(found) and found[end].text in phrases.joints:
        more = _modified(phrases, nodes, found, end + 1)
        if not more:
            break
        end = more
    return end


def _modified(phrases: Phrases, nodes: Nodes, found: list[Word], start: int) -> int:
    for _ in range(5):
        end = longest(nodes, found, start, phrases.inside)
        if end:
            return _several(phrases.after, found, end) or end
        following = longest(phrases.before, found, start)
        if not following and not (size := _split(found, start, nodes, phrases.before)):
            return 0
        if not following:
            found[start : start + size] = [_joined(found[start : start + size])]
        start = following or start
    return 0


def _split(found: list[Word], start: int, *lists: Nodes) -> int:
    """The number of words, two or three, that joined make one that may stand here (`Gra v ement`); else 0."""
    for size in (2, 3):
        if len(found) >= start + size:
            text = _joined(found[start : start + size]).text
            if len(text) > 4 and any(text in nodes[0] for nodes in lists):
                return size
    return 0


def _joined(parts: list[Word]) -> Word:
    return Word("".join(part.text for part in parts), parts[-1].end)


def _few(found: Iterator[Word]) -> Iterator[Word]:
    for _, word in zip(range(3), found, strict=False):
        yield word


def by_form(phrases: Phrases, folded: str, script: str) -> tuple[Kind, int] | None:
    """Kind and length of an opening phrase that no list holds, known by its endings: adverbs, then a verb's form."""
    generic = phrases.generic
    found = list(words(folded[:60], script))[:4]
    firsts = generic["preambular_starts"]
    if found and found[0].text in firsts and len(found) > 1:
        return "preambular", found[1].end
    adverbs = tuple(generic["adverb_endings"])
    at = 0
    while at < len(found) - 1 and (
        longest(phrases.before, found, at) or (adverbs and found[at].text.endswith(adverbs))
    ):
        at = longest(phrases.before, found, at) or at + 1
    if at >= len(found):
        return None
    word, end = found[at]
    if word in generic["never"] or len(word) < 5:
        return None
    if generic["preambular_endings"] and word.endswith(tuple(generic["preambular_endings"])):
        return "preambular", end
    if generic["operative_endings"] and word.endswith(tuple(generic["operative_endings"])):
        followers = generic["operative_followers"]
        if at or not followers or (at + 1 < len(found) and found[at + 1].text in followers):
            return "operative", end
    return None
