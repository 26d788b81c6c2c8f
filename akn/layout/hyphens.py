"""Lines of one paragraph joined, and the hyphens at their ends: one that only the line's end made goes to the ledger.

Evidence is the rest of the source: whether it has the word with the hyphen, or without; then the language's list of
first parts that keep it (`non-`), and whether the page was made by a typesetter, who breaks words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from akn.layout.rows import Sheet
from akn.ledger import Entry
from akn.source import Passage, join_passages

_HYPHENS = "-‐\u00ad"


class Joiner:
    """Joins the lines of paragraphs and footnotes of one source."""

    def __init__(self, sheet: Sheet, left_out: list[Entry]) -> None:
        self.language = sheet.language
        self.text = sheet.source.text
        self.left_out = left_out
        self.words: frozenset[str] | None = None
        self.typed = any(entry.reason in ("job number", "barcode") for entry in left_out)
        """Whether the page was made on a word processor, which breaks lines only at hyphens that belong."""

    def join(self, lines: Sequence[Passage]) -> Passage:
        """The words of several lines."""
        if len(lines) == 1:
            return lines[0]
        words = lines[0]
        parts: list[Passage] = [words]
        for line in lines[1:]:
            glue = " "
            tail, head = words.text, line.text
            if tail[-1] in _HYPHENS and len(tail) > 1 and tail[-2].isalpha() and head[0].isalpha():
                glue = "" if not self._suspended(head) else " "
                if tail[-1] == "\u00ad" or self._artefact(tail, head):
                    cut = words.run.cut(len(tail) - 1)
                    self.left_out += [Entry(p.start, p.end, "line-end hyphen") for p in cut.pieces]
                    parts[-1] = words.cut(0, len(tail) - 1)
            elif is_cjk(tail[-1]) and is_cjk(head[0]):
                glue = ""
            if glue:
                parts.append(line)
            else:
                parts[-1] = join_passages([parts[-1], line], "")
            words = parts[-1]
        return join_passages(parts)

    def _suspended(self, head: str) -> bool:
        """`science-` before `and evidence-based`: the hyphen stands for a word that follows."""
        word = re.match(r"[^\W\d_]+", head)
        return word is not None and word[0].lower() in self.language.citations["joints"]

    def _artefact(self, tail: str, head: str) -> bool:
        """Whether a hyphen at a line's end is no part of the word, by the words of the rest of the source."""
        left = re.search(r"[^\W\d_]+(?:-[^\W\d_]+)*-$", tail)
        right = re.match(r"[^\W\d_]+", head)
        if left is None or right is None or head[0].isupper() or self._suspended(head):
            return False
        known = self._known()
        first, second = left[0][:-1].lower(), right[0].lower()
        if f"{first}-{second}" in known:
            return False
        first = first.rpartition("-")[2]
        if len(first) == 1:
            return False  # `vis-à-` / `vis`: no word is broken behind its first letter
        if first + second in known:
            return True
        if first in self.language.hyphen_prefixes or (second in known and first in known):
            return False
        return not self.typed

    def _known(self) -> frozenset[str]:
        """The words of the source but those that the end of a line parts."""
        if self.words is None:
            whole = re.sub(r"[^\W\d_]+[-‐]\s*\n\s*[^\W\d_]+", " ", self.text.lower())
            self.words = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])", whole))
        return self.words


def is_cjk(char: str) -> bool:
    """Whether a character is of a script that parts no words by spaces; a class of a pattern would cost 2 ms."""
    return "\u3000" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef"
