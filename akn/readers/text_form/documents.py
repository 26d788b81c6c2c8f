"""The document that the lines of the text form say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import get_args

from akn import vocabulary, walk
from akn.errors import UnreadableInput
from akn.inline import finder
from akn.ledger import Ledger, account
from akn.model import (
    Annex,
    AnnexKind,
    Block,
    Cell,
    Division,
    DivisionKind,
    Document,
    DocumentKind,
    Embedded,
    Formula,
    Inlines,
    Note,
    Operative,
    Paragraph,
    Point,
    PointList,
    Preambular,
    Statement,
    Table,
)
from akn.readers.text_form.inline import InlineReader
from akn.readers.text_form.lines import NOTE, Line
from akn.source import Run, Source

_REMEDY = "docs/text-form.md tells the form of a line."
_DIVISIONS = get_args(DivisionKind)
_KINDS = get_args(DocumentKind)
_ANNEXES = get_args(AnnexKind)
_CELL = re.compile(r"\|(\^?)(?:(\d+)x(\d+))?(?: |$)")
_BRACKET = re.compile(r"\[((?:[^\]\\]|\\.)*)\] ?")


class Reader(InlineReader):
    """Reads one document."""

    def document(self) -> Document:
        """The document. Raises `UnreadableInput`, with the line, for what the form does not know."""
        lines = self.lines()
        head = lines.pop(0)
        language, organ, kind = self._head(head)
        self.finder = finder(vocabulary.load_or_english(language), organ)
        outer, groups = self._groups(lines)
        if len(groups) == 1:
            raise self.error(
                head, "a line %statement stands before each of several statements, not before a single one"
            )
        masthead = self._region(outer, "%masthead")
        preface = self._region(outer, "%preface") if groups else ()
        statements = tuple(self._statement(group) for group in groups or [outer])
        if groups and outer:
            raise self.error(outer[0], "only %masthead and %preface can stand before the first %statement")
        for key, line in self.notes.items():
            raise self.error(line, f"no marker calls the note [^{key}]")
        return Document(kind, language, organ, masthead, statements, preface)  # type: ignore[arg-type]

    def _head(self, head: Line) -> tuple[str, str, str]:
        """Language, organ and kind, which the first line says."""
        self.leave(head.start, head.end)
        words = self.text[head.start : head.end].split()[2:]
        if (
            len(words) != 3
            or words[2] not in _KINDS
            or not re.fullmatch(r"[a-z]{3} (?:-|[a-z][a-z0-9]*)", " ".join(words[:2]))
        ):
            raise self.error(
                head, f"the first line must say: %akn-text 1 LANGUAGE ORGAN KIND, with a kind of: {', '.join(_KINDS)}"
            )
        if head.children:
            raise self.error(head.children[0], "nothing can stand under the first line")
        language, organ, kind = words
        return language, "" if organ == "-" else organ, kind

    def _groups(self, lines: Sequence[Line]) -> tuple[list[Line], list[list[Line]]]:
        """The lines before the first `%statement`, and those of each statement behind one."""
        outer: list[Line] = []
        groups: list[list[Line]] = []
        for line in lines:
            if self.word(line) == "%statement":
                self.leave(line.start, line.start + len("%statement"))
                groups.append([])
            elif groups:
                groups[-1].append(line)
            else:
                outer.append(line)
        return outer, groups

    def all_read(self, source: Source, document: Document, ledger: Ledger) -> None:
        """Raises `UnreadableInput` for the first words that stand where the form has no place for them."""
        for start, end, _ in account(source, walk.runs(document), ledger):
            line, _ = source.position(start)
            words = " ".join(source.text[start : min(end, start + 60)].split())
            raise UnreadableInput(
                f"{words!r} has no place here: a region stands once, and only paragraphs, points, tables, notes and "
                "divisions stand under another line",
                f"{self.name}:{line}",
                _REMEDY,
            )

    # --- documents

    def _region(self, lines: list[Line], name: str) -> tuple[Paragraph, ...]:
        for line in lines:
            if self.word(line) == name:
                lines.remove(line)
                self.leave(line.start, line.start + len(name))
                return tuple(Paragraph(self.exact(child, child.start)) for child in line.children)
        return ()

    def _statement(self, lines: list[Line]) -> Statement:
        preface = self._region(lines, "%preface")
        preamble: tuple[Block, ...] = ()
        body: tuple[Block, ...] = ()
        annexes: list[Annex] = []
        conclusions: tuple[Paragraph, ...] = ()
        for line in list(lines):
            word = self.word(line)
            if word == "%preamble":
                self.leave(line.start, line.start + len(word))
                preamble = self._blocks(line.children, "preamble")
            elif word == "%body":
                self.leave(line.start, line.start + len(word))
                body = self._blocks(line.children, "body")
            elif word == "%conclusions":
                conclusions = self._region(lines, "%conclusions")
            elif word == "%annex":
                annexes.append(self._annex(line, "%annex"))
            else:
                raise self.error(line, f"{word or 'words'} cannot stand here; a region such as %body comes first")
        return Statement(preface, preamble, body, conclusions, tuple(annexes))

    def _annex(self, line: Line, word: str) -> Annex:
        words = self.text[line.start : line.end].split(" ")
        if len(words) < 2 or words[1] not in _ANNEXES:
            raise self.error(line, f"{word} must be followed by one of: {', '.join(_ANNEXES)}")
        start = self.rest(line, len(word) + 1 + len(words[1]))
        children = line.children
        heading = self.exact(line, start)
        preface: list[Paragraph] = []
        preamble: tuple[Block, ...] = ()
        annexes: list[Annex] = []
        body: list[Line] = []
        for child in children:
            name = self.word(child)
            if name == "%title":
                inner = child.children
                if inner:
                    raise self.error(inner[0], "nothing can stand under a title")
                preface.append(Paragraph(self.exact(child, self.rest(child, 6))))
            elif name == "%preamble":
                self.leave(child.start, child.start + len(name))
                preamble = self._blocks(child.children, "preamble")
            elif name == "%annex":
                annexes.append(self._annex(child, "%annex"))
            else:
                body.append(child)
        return Annex(words[1], heading, tuple(preface), preamble, self._blocks(body, "annex"), tuple(annexes))  # type: ignore[arg-type]

    # --- blocks

    def _blocks(self, lines: Sequence[Line], where: str) -> tuple[Block, ...]:
        return tuple(self._block(line, where) for line in lines)

    def _block(self, line: Line, where: str) -> Block:
        children = line.children
        word = self.word(line)
        if word == "%formula":
            return Formula(self.exact(line, self.rest(line, 8)))
        if word == "%p":
            return Paragraph(self.enriched(line, self.rest(line, 2)))
        if word == "%preambular":
            if not children and line.end == line.start + len(word):
                raise self.error(line, "a preambular paragraph has words, or blocks under it")
            return Preambular(self._content(line, self.rest(line, 11)))
        if word == "%list":
            if not children:
                raise self.error(line, "a list has points under it, as [(a)]")
            return self._list(self.enriched(line, self.rest(line, 5)), children)
        if word == "%table":
            self.leave(line.start, line.start + len(word))
            if not children:
                raise self.error(line, "a table has rows under it, which begin with |")
            return Table(tuple(self._row(child) for child in children))
        if word == "%embedded":
            return Embedded(self._annex(line, "%embedded"))
        if word[1:] in _DIVISIONS:
            return self._division(line, word)
        if word:
            raise self.error(line, f"{word} is no directive that can stand here")
        if found := self._label(line):
            return Operative(found[0], self._content(line, found[1]))
        if where == "preamble":
            return Preambular(self._content(line, line.start))
        if children:
            raise self.error(children[0], "nothing can stand under a plain paragraph")
        return Paragraph(self.enriched(line, line.start))

    def _label(self, line: Line) -> tuple[Run | None, int] | None:
        """The number in brackets at the start of a line, and where the words begin."""
        found = _BRACKET.match(self.text, line.start, line.end)
        if found is None or self.text.startswith("[^", line.start):
            return None
        self.leave(line.start, found.start(1))
        self.leave(found.end(1), found.end(1) + 1)
        number = self.words(found.start(1), found.end(1)) if found[1] else None
        return number, found.end()

    def _content(self, line: Line, start: int) -> tuple[Block, ...]:
        """What stands on a line behind its head, with the points or blocks under it."""
        has_words = start < line.end
        children = line.children
        if not has_words:
            return tuple(self._block(child, "inner") for child in children)
        content = self.enriched(line, start)
        if not children:
            return (Paragraph(content),)
        return (self._list(content, children),)

    def _list(self, intro: Inlines, lines: Sequence[Line]) -> PointList:
        points: list[Point] = []
        wrap: Inlines = ()
        for line in lines:
            if self.word(line) == "%wrap":
                wrap = self.enriched(line, self.rest(line, 5))
            elif found := self._label(line):
                points.append(Point(found[0], self._content(line, found[1])))
            else:
                raise self.error(line, "a point begins with its number in brackets, as [(a)]")
        if not points:
            raise self.error(lines[0], "a list has points, as [(a)], before its %wrap")
        return PointList(intro, tuple(points), wrap)

    def _division(self, line: Line, word: str) -> Division:
        start = self.rest(line, len(word))
        number: Run | None = None
        found = _BRACKET.match(self.text, start, line.end)
        if found and not self.text.startswith("[^", start):
            self.leave(start, found.start(1))
            self.leave(found.end(1), found.end(1) + 1)
            number = self.words(found.start(1), found.end(1))
            start = found.end()
        heading = self.enriched(line, start)
        return Division(word[1:], number, heading, self._blocks(line.children, "inner"))  # type: ignore[arg-type]

    def _row(self, line: Line) -> tuple[Cell, ...]:
        if self.text[line.start : line.end] == "|-":
            self.leave(line.start, line.end)
            return ()
        bars = list(_bars(self.text, line.start, line.end))
        if not bars or bars[0] != line.start:
            raise self.error(line, "a row of a table begins with |")
        cells: list[Cell] = []
        for begin, stop in zip(bars, [*bars[1:], line.end], strict=True):
            found = _CELL.match(self.text, begin, stop)
            if found is None:
                raise self.error(line, "a cell begins with |, perhaps |^ or |2x1, and a space")
            self.leave(begin, found.end())
            end = stop
            while end > found.end() and self.text[end - 1] == " ":
                end -= 1
            content = self.content(found.end(), end, line) if end > found.end() else ()
            cells.append(Cell(content, bool(found[1]), int(found[2] or 1), int(found[3] or 1)))
        return tuple(cells)

    # --- inline

    def note(self, key: str, marker: Run, at: Line) -> Note:
        """The footnote of a key, its body read where its first marker stands."""
        line = self.notes.pop(key, None)
        if line is None:
            raise self.error(at, f"the note [^{key}] has no body, or is called twice; [^={key}] cites a note again")
        found = NOTE.match(self.text, line.start, line.end)
        assert found is not None
        start = found.end() + 1
        self.leave(line.start, start)
        while start < line.end and self.text[start] == " ":
            start += 1
        if start < line.end:
            return Note(key, marker, (Paragraph(self.enriched(line, start)),))
        return Note(key, marker, tuple(self._block(child, "inner") for child in line.children))


def _bars(text: str, start: int, end: int) -> Iterator[int]:
    """The bars that part cells: not escaped, and not inside braces."""
    depth = 0
    position = start
    while position < end:
        char = text[position]
        if char == "\\":
            position += 2
            continue
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
        elif char == "|" and depth == 0:
            yield position
        position += 1
