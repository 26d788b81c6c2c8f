"""Raised digits and signs that call footnotes: by label, on their page first.

A marker is sure where it is raised; an asterisk is one only where a footnote answers it. The same label on a later page
cites the note again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from akn.blocks import Block, NoteBody
from akn.findings import Finding, Place
from akn.ledger import Entry
from akn.source import Mark, Passage, Source


class Body(NamedTuple):
    """The body of a footnote, and where it stood."""

    name: str
    """Its label: `1`, `*`, `a`; empty for words under the rule without one."""
    label: Passage
    words: Passage
    page: int


class _Call(NamedTuple):
    start: int
    end: int
    name: str
    sure: bool


_PARTS = re.compile(r"\d{1,3}|\*{1,5}|[†‡§¶]{1,3}|[a-z](?![a-z])")
_SIGNS = re.compile(r"(?<=[\w,.;:)\]»”’])\s?(\*{1,5}|[†‡]{1,3})(?![\w*])")
_UNIT = re.compile(r"(?:^|[\s\d/(])(?:[kcmdμ]?m|ft|in|s|CO|H|s)$")


def attach(
    source: Source, blocks: Sequence[Block], bodies: Sequence[Body], left_out: list[Entry]
) -> tuple[list[Block], list[NoteBody], list[Finding]]:
    """Blocks with `note` marks, note bodies with keys, and what was doubtful."""
    keys = _keys(bodies)
    linker = _Linker(source, bodies, keys)
    marked = [_marked(block, linker) for block in blocks]
    words = [linker.passage(body.words, body.page) for body in bodies]
    notes: list[NoteBody] = []
    findings = linker.findings
    for body, key, text in zip(bodies, keys, words, strict=True):
        if key in linker.called:
            left_out += [Entry(piece.start, piece.end, "label of a note") for piece in body.label.run.pieces]
        else:
            place = (body.label if body.label.text else body.words).run.offset(0)
            findings.append(
                _finding(source, place, f"no marker in the text calls footnote {body.name}".rstrip(), "AKN411")
            )
        notes.append(NoteBody(key, body.label, (text,)))
    return marked, notes, findings


def _keys(bodies: Sequence[Body]) -> list[str]:
    """A key for each body: its label, with a suffix where the document uses the label again."""
    seen: dict[str, int] = {}
    keys: list[str] = []
    for body in bodies:
        name = body.name or "note"
        seen[name] = seen.get(name, 0) + 1
        keys.append(name if seen[name] == 1 else f"{name}~{seen[name]}")
    return keys


class _Linker:
    """Finds the body that a marker calls."""

    def __init__(self, source: Source, bodies: Sequence[Body], keys: Sequence[str]) -> None:
        self.source = source
        self.called: set[str] = set()
        self.findings: list[Finding] = []
        self._by_name: dict[str, list[tuple[int, str]]] = {}
        for body, key in zip(bodies, keys, strict=True):
            self._by_name.setdefault(body.name, []).append((body.page, key))

    def key(self, name: str, page: int) -> str:
        """The key of the body that `name` calls on a page: there, before it, or on the next; empty if none."""
        known = self._by_name.get(name, ())
        here = [key for where, key in known if where == page]
        if here:
            return here[0]
        before = [key for where, key in known if where < page]
        if before:
            return before[-1]
        return next((key for where, key in known if where == page + 1), "")

    def passage(self, words: Passage, page: int) -> Passage:
        """The words, which begin on `page`, with `note` marks where they call a footnote."""
        text = words.text
        raised = [mark for mark in words.marks if mark.kind == "sup"]
        has_signs = "*" in text or "†" in text or "‡" in text
        if not raised and not has_signs:
            return words
        found: list[Mark] = []
        for call in _calls(text, raised, has_signs):
            key = self.key(call.name, page + self._pages_before(words, call.start))
            if key:
                self.called.add(key)
                found.append(Mark(call.start, call.end, "note", key))
            elif call.sure and call.name.isdigit() and not _UNIT.search(text[: call.start]):
                found.append(Mark(call.start, call.end, "note", ""))
                offset = words.run.offset(call.start)
                self.findings.append(
                    _finding(self.source, offset, f"no footnote answers the marker {call.name}", "AKN412")
                )
        if not found:
            return words
        taken = [(mark.start, mark.end) for mark in found]
        kept: list[Mark] = []
        for mark in words.marks:
            if mark.kind == "sup" and any(mark.start < end and mark.end > start for start, end in taken):
                continue
            kept.append(mark)
        return Passage(words.run, tuple(sorted([*kept, *found])))

    def _pages_before(self, words: Passage, at: int) -> int:
        """How many pages end between the first word and the character `at`."""
        pieces = words.run.pieces
        if len(pieces) < 2:
            return 0
        return self.source.text.count("\f", pieces[0].start, words.run.offset(at))


def _calls(text: str, raised: Sequence[Mark], has_signs: bool) -> Iterator[_Call]:
    for mark in raised:
        for part in _PARTS.finditer(text, mark.start, mark.end):
            yield _Call(part.start(), part.end(), part[0], True)
    if has_signs:
        for sign in _SIGNS.finditer(text):
            if not any(mark.start < sign.end(1) and mark.end > sign.start(1) for mark in raised):
                yield _Call(sign.start(1), sign.end(1), sign[1], False)


def _marked(block: Block, linker: _Linker) -> Block:
    if block.rows:
        rows = tuple(
            tuple(cell._replace(words=linker.passage(cell.words, block.page)) for cell in row) for row in block.rows
        )
        return block._replace(rows=rows)
    words = linker.passage(block.words, block.page)
    return block._replace(words=words) if words is not block.words else block


def _finding(source: Source, offset: int, message: str, code: str) -> Finding:
    line, column = source.position(offset)
    return Finding(code, "warning", Place(source.name, line, column), message)
