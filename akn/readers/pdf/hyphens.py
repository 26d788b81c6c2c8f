"""Hyphens at the ends of lines: those that belong to the word, and those that only the line's end made.

The document itself is the evidence: `post-conflict` elsewhere keeps the hyphen of `post-` / `conflict`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_TAIL = re.compile(r"([^\W\d_]+)[-‐]$")
_HEAD = re.compile(r"[^\W\d_]+")
_JOINTS = frozenset(["and", "or", "et", "ou", "y", "e", "o", "u", "und", "oder", "e", "и", "или", "to", "à"])
"""Words before which a hyphen stands for a word that follows: `science- and evidence-based`."""
_CJK = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")


class Hyphens:
    """Decides how two lines of a paragraph are joined."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = list(lines)
        self._words: frozenset[str] | None = None
        self._divides: bool | None = None

    def joint(self, before: str, after: str) -> tuple[str, bool]:
        """What stands between two lines of a paragraph, and whether the last character of the first is dropped."""
        last = before[-1]
        if last == "\u00ad":
            return "", True
        if last in "-‐" and len(before) > 1 and not before[-2].isspace():
            return self._hyphen(before, after)
        if last in "–—" and len(before) > 1 and not before[-2].isspace():
            return "", False
        if last == "/" and after[0].isalnum():
            return "", False
        if _CJK.match(last) and _CJK.match(after[0]):
            return "", False
        token = before[before.rfind(" ") + 1 :]
        if "//" not in token and not token.startswith("www."):
            return " ", False
        found = _ADDRESS.search(token)
        goes_on = found is not None and re.match(r"\S*[/=_&?%]|\S*\d\S*\.(?:pdf|html?)|\S+\.(?:pdf|html?|aspx)", after)
        return ("" if goes_on else " "), False

    def _hyphen(self, before: str, after: str) -> tuple[str, bool]:
        tail, head = _TAIL.search(before[-40:]), _HEAD.match(after)
        if head is not None and head[0].lower() in _JOINTS:
            return " ", False
        if tail is None or head is None or head[0][0].isupper() or tail[1].isupper():
            return "", False
        return "", self._is_artefact(tail[1].lower(), head[0].lower())

    def _is_artefact(self, first: str, second: str) -> bool:
        words = self._known()
        if f"{first}-{second}" in words:
            return False
        if first + second in words:
            return True
        if first in words and second in words:
            return False
        return self._divided()

    def _known(self) -> frozenset[str]:
        """The words of the document that stand within a line, in lower case, compounds as wholes and in parts."""
        if self._words is None:
            found: set[str] = set()
            for line in self._lines:
                words = _WORD.findall(line.lower().replace("‐", "-"))
                whole = words[:-1] if line[-1:] in "-‐\u00ad" else words
                found.update(whole)
                for word in whole:
                    if "-" in word:
                        found.update(word.split("-"))
            self._words = frozenset(found)
        return self._words

    def _divided(self) -> bool:
        """Whether the document divides words at the ends of lines: some divided word stands whole elsewhere."""
        if self._divides is None:
            words = self._known()
            self._divides = False
            for before, after in pairwise(self._lines):
                if before[-1:] not in ("-", "‐"):
                    continue
                tail, head = _TAIL.search(before[-40:]), _HEAD.match(after)
                if tail and head and head[0].islower() and (tail[1] + head[0]).lower() in words:
                    self._divides = True
                    break
        return self._divides
