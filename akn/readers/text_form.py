"""The text form (`docs/text-form.md`) to a Document, line by line and without guessing.

Every character is a word of the document or syntax, and syntax goes to the ledger as it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import get_args

from akn import vocabulary, walk
from akn.errors import UnreadableInput
from akn.findings import Finding
from akn.inline import finder
from akn.inline.content import Finder, Notes, inlines
from akn.ledger import Entry, Ledger, account
from akn.model import (
    Annex,
    Block,
    Cell,
    DateMention,
    Division,
    Document,
    Embedded,
    Formula,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Note,
    NoteAgain,
    Operative,
    Paragraph,
    Point,
    PointList,
    Preambular,
    Reference,
    Role,
    RoleName,
    Statement,
    Styled,
    Table,
)
from akn.source import Mark, Passage, Piece, Run, Source

SIGNATURE = "%akn-text 1"
_ROLES = frozenset(get_args(RoleName))
_STYLES = frozenset(("i", "b", "u", "sup", "sub"))
_REMEDY = "docs/text-form.md tells the form of a line."
_DIVISIONS = ("part", "section", "division", "chapter", "article")
_KINDS = ("resolution", "decision", "draftResolution", "draftDecision", "presidentialStatement")
_ANNEXES = ("annex", "appendix", "enclosure", "declaration", "document")
_CELL = re.compile(r"\|(\^?)(?:(\d+)x(\d+))?(?: |$)")
_NOTE = re.compile(r"\[\^([?!=]?)((?:[^\]\\]|\\.)*)\]")
_OPEN = re.compile(r"\{(?:(ref|date|img) ((?:[^|\\]|\\.)*)|([a-z][a-z ]*?)(?: = ((?:[^|\\]|\\.)*))?)\|")
_IRI = re.compile(r"(?!:)(?:[^\s\[\]<>\"{}|\\^`%]|%[0-9A-Fa-f]{2})+")
_TO_BRACE = re.compile(r"((?:[^}\\]|\\.)*)\}")
_BEFORE_TILDE = re.compile(r"(?:[^~\\]|\\.)*")
_BRACKET = re.compile(r"\[((?:[^\]\\]|\\.)*)\] ?")


def recognise(text: str) -> bool:
    """Whether a text is in the text form, by its first line."""
    return text.lstrip("\ufeff").startswith(SIGNATURE)


def read(name: str, text: str) -> tuple[Source, Document, Ledger, tuple[Finding, ...]]:
    """The document of a text in the text form. Raises `UnreadableInput`, with the line, for what the form does not know."""
    reader = _Reader(name, text)
    document = reader.document()
    source = Source(name, "text form", text, (), (), tuple(reader.starts))
    ledger = tuple(sorted(reader.syntax))
    reader.all_read(source, document, ledger)
    return source, document, ledger, ()


@dataclass(slots=True)
class _Line:
    """A line of the form, with the lines that belong to it."""

    number: int
    start: int
    end: int
    children: list[_Line] = field(default_factory=list)


class _Reader:
    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.syntax: list[Entry] = []
        self.starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self.notes: dict[str, _Line] = {}
        self.finder: Finder = lambda _: []
        self.registry = _Registry(self)

    # --- lines

    def document(self) -> Document:
        lines = self._lines()
        head = lines.pop(0)
        self._leave(head.start, head.end)
        words = self.text[head.start : head.end].split()[2:]
        if (
            len(words) != 3
            or words[2] not in _KINDS
            or not re.fullmatch(r"[a-z]{3} (?:-|[a-z][a-z0-9]*)", " ".join(words[:2]))
        ):
            raise self._error(
                head, f"the first line must say: %akn-text 1 LANGUAGE ORGAN KIND, with a kind of: {', '.join(_KINDS)}"
            )
        if head.children:
            raise self._error(head.children[0], "nothing can stand under the first line")
        language, organ, kind = words
        organ = "" if organ == "-" else organ
        self.finder = finder(vocabulary.load_or_english(language), organ)
        several = any(self._word(line) == "%statement" for line in lines)
        outer: list[_Line] = []
        groups: list[list[_Line]] = []
        for line in lines:
            if self._word(line) == "%statement":
                self._leave(line.start, line.start + len("%statement"))
                groups.append([])
            elif groups:
                groups[-1].append(line)
            else:
                outer.append(line)
        if len(groups) == 1:
            raise self._error(
                head, "a line %statement stands before each of several statements, not before a single one"
            )
        masthead = self._region(outer, "%masthead")
        preface = self._region(outer, "%preface") if several else ()
        statements = tuple(self._statement(group) for group in groups or [outer])
        if several and outer:
            raise self._error(outer[0], "only %masthead and %preface can stand before the first %statement")
        for key, line in self.notes.items():
            raise self._error(line, f"no marker calls the note [^{key}]")
        return Document(kind, language, organ, masthead, statements, preface)  # type: ignore[arg-type]

    def _lines(self) -> list[_Line]:
        """The lines as a tree, by their indent."""
        roots: list[_Line] = []
        stack: list[_Line] = []
        for number, start in enumerate(self.starts, 1):
            end = self.starts[number] - 1 if number < len(self.starts) else len(self.text)
            if start == 0 and self.text.startswith("\ufeff"):
                self._leave(0, 1)
                start = 1
            words = self.text[start:end].rstrip(" \t\r")  # other white space, as a no-break space, is a word's
            body = words.lstrip(" ")
            if not body.strip("\t"):
                continue
            left = len(words) - len(body)
            line = _Line(number, start + left, start + len(words))
            depth, odd = divmod(left, 2)
            if odd or depth > len(stack):
                raise self._error(line, "the indent must be two spaces for each level below the line above")
            del stack[depth:]
            found = _NOTE.match(self.text, line.start, line.end)
            if found and self.text[found.end() : found.end() + 1] == ":":
                key = _note_key(found)
                if key in self.notes:
                    raise self._error(line, f"the note {key} has a body already, on line {self.notes[key].number}")
                self.notes[key] = line
            else:
                (stack[-1].children if stack else roots).append(line)
            stack.append(line)
        return roots

    def _error(self, line: _Line, message: str) -> UnreadableInput:
        return UnreadableInput(message, f"{self.name}:{line.number}", _REMEDY)

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

    def _leave(self, start: int, end: int) -> None:
        if end > start:
            self.syntax.append(Entry(start, end, "text form syntax"))

    def _word(self, line: _Line) -> str:
        """The directive with which a line begins; empty if it has none."""
        words = self.text[line.start : line.end]
        return words.split(" ", 1)[0] if words.startswith("%") else ""

    def _rest(self, line: _Line, length: int) -> int:
        """Leaves the first characters of a line to the ledger; where the words begin."""
        start = line.start + length
        self._leave(line.start, start)
        while start < line.end and self.text[start] == " ":
            start += 1
        return start

    # --- documents

    def _region(self, lines: list[_Line], name: str) -> tuple[Paragraph, ...]:
        for line in lines:
            if self._word(line) == name:
                lines.remove(line)
                self._leave(line.start, line.start + len(name))
                return tuple(Paragraph(self._exact(child, child.start)) for child in line.children)
        return ()

    def _statement(self, lines: list[_Line]) -> Statement:
        preface = self._region(lines, "%preface")
        preamble: tuple[Block, ...] = ()
        body: tuple[Block, ...] = ()
        annexes: list[Annex] = []
        conclusions: tuple[Paragraph, ...] = ()
        for line in list(lines):
            word = self._word(line)
            if word == "%preamble":
                self._leave(line.start, line.start + len(word))
                preamble = self._blocks(line.children, "preamble")
            elif word == "%body":
                self._leave(line.start, line.start + len(word))
                body = self._blocks(line.children, "body")
            elif word == "%conclusions":
                conclusions = self._region(lines, "%conclusions")
            elif word == "%annex":
                annexes.append(self._annex(line, "%annex"))
            else:
                raise self._error(line, f"{word or 'words'} cannot stand here; a region such as %body comes first")
        return Statement(preface, preamble, body, conclusions, tuple(annexes))

    def _annex(self, line: _Line, word: str) -> Annex:
        words = self.text[line.start : line.end].split(" ")
        if len(words) < 2 or words[1] not in _ANNEXES:
            raise self._error(line, f"{word} must be followed by one of: {', '.join(_ANNEXES)}")
        start = self._rest(line, len(word) + 1 + len(words[1]))
        children = line.children
        heading = self._exact(line, start)
        preface: list[Paragraph] = []
        preamble: tuple[Block, ...] = ()
        annexes: list[Annex] = []
        body: list[_Line] = []
        for child in children:
            name = self._word(child)
            if name == "%title":
                inner = child.children
                if inner:
                    raise self._error(inner[0], "nothing can stand under a title")
                preface.append(Paragraph(self._exact(child, self._rest(child, 6))))
            elif name == "%preamble":
                self._leave(child.start, child.start + len(name))
                preamble = self._blocks(child.children, "preamble")
            elif name == "%annex":
                annexes.append(self._annex(child, "%annex"))
            else:
                body.append(child)
        return Annex(words[1], heading, tuple(preface), preamble, self._blocks(body, "annex"), tuple(annexes))  # type: ignore[arg-type]

    # --- blocks

    def _blocks(self, lines: Sequence[_Line], where: str) -> tuple[Block, ...]:
        return tuple(self._block(line, where) for line in lines)

    def _block(self, line: _Line, where: str) -> Block:
        children = line.children
        word = self._word(line)
        if word == "%formula":
            return Formula(self._exact(line, self._rest(line, 8)))
        if word == "%p":
            return Paragraph(self._enriched(line, self._rest(line, 2)))
        if word == "%preambular":
            if not children and line.end == line.start + len(word):
                raise self._error(line, "a preambular paragraph has words, or blocks under it")
            return Preambular(self._content(line, self._rest(line, 11)))
        if word == "%list":
            if not children:
                raise self._error(line, "a list has points under it, as [(a)]")
            return self._list(self._enriched(line, self._rest(line, 5)), children)
        if word == "%table":
            self._leave(line.start, line.start + len(word))
            if not children:
                raise self._error(line, "a table has rows under it, which begin with |")
            return Table(tuple(self._row(child) for child in children))
        if word == "%embedded":
            return Embedded(self._annex(line, "%embedded"))
        if word[1:] in _DIVISIONS:
            return self._division(line, word)
        if word:
            raise self._error(line, f"{word} is no directive that can stand here")
        if found := self._label(line):
            return Operative(found[0], self._content(line, found[1]))
        if where == "preamble":
            return Preambular(self._content(line, line.start))
        if children:
            raise self._error(children[0], "nothing can stand under a plain paragraph")
        return Paragraph(self._enriched(line, line.start))

    def _label(self, line: _Line) -> tuple[Run | None, int] | None:
        """The number in brackets at the start of a line, and where the words begin."""
        found = _BRACKET.match(self.text, line.start, line.end)
        if found is None or self.text.startswith("[^", line.start):
            return None
        self._leave(line.start, found.start(1))
        self._leave(found.end(1), found.end(1) + 1)
        number = self._words(found.start(1), found.end(1)) if found[1] else None
        return number, found.end()

    def _words(self, start: int, end: int) -> Run:
        """Plain words with escapes."""
        pieces: list[Piece] = []
        parts: list[str] = []
        at = 0
        position = start
        while position < end:
            stop = self.text.find("\\", position, end)
            stop = end if stop < 0 else stop
            if stop > position:
                pieces.append(Piece(at, position, stop))
                parts.append(self.text[position:stop])
                at += stop - position
            if stop < end:
                self._leave(stop, stop + 1)
                pieces.append(Piece(at, stop + 1, stop + 2))
                parts.append(self.text[stop + 1 : stop + 2])
                at += 1
                stop += 2
            position = max(stop, position + 1)
        return Run("".join(parts), tuple(pieces))

    def _content(self, line: _Line, start: int) -> tuple[Block, ...]:
        """What stands on a line behind its head, with the points or blocks under it."""
        has_words = start < line.end
        children = line.children
        if not has_words:
            return tuple(self._block(child, "inner") for child in children)
        content = self._enriched(line, start)
        if not children:
            return (Paragraph(content),)
        return (self._list(content, children),)

    def _list(self, intro: Inlines, lines: Sequence[_Line]) -> PointList:
        points: list[Point] = []
        wrap: Inlines = ()
        for line in lines:
            if self._word(line) == "%wrap":
                wrap = self._enriched(line, self._rest(line, 5))
            elif found := self._label(line):
                points.append(Point(found[0], self._content(line, found[1])))
            else:
                raise self._error(line, "a point begins with its number in brackets, as [(a)]")
        if not points:
            raise self._error(lines[0], "a list has points, as [(a)], before its %wrap")
        return PointList(intro, tuple(points), wrap)

    def _division(self, line: _Line, word: str) -> Division:
        start = self._rest(line, len(word))
        number: Run | None = None
        found = _BRACKET.match(self.text, start, line.end)
        if found and not self.text.startswith("[^", start):
            self._leave(start, found.start(1))
            self._leave(found.end(1), found.end(1) + 1)
            number = self._words(found.start(1), found.end(1))
            start = found.end()
        heading = self._enriched(line, start)
        return Division(word[1:], number, heading, self._blocks(line.children, "inner"))  # type: ignore[arg-type]

    def _row(self, line: _Line) -> tuple[Cell, ...]:
        if self.text[line.start : line.end] == "|-":
            self._leave(line.start, line.end)
            return ()
        bars = list(_bars(self.text, line.start, line.end))
        if not bars or bars[0] != line.start:
            raise self._error(line, "a row of a table begins with |")
        cells: list[Cell] = []
        for begin, stop in zip(bars, [*bars[1:], line.end], strict=True):
            found = _CELL.match(self.text, begin, stop)
            if found is None:
                raise self._error(line, "a cell begins with |, perhaps |^ or |2x1, and a space")
            self._leave(begin, found.end())
            end = stop
            while end > found.end() and self.text[end - 1] == " ":
                end -= 1
            content = self._inline_of(found.end(), end, line) if end > found.end() else ()
            cells.append(Cell(content, bool(found[1]), int(found[2] or 1), int(found[3] or 1)))
        return tuple(cells)

    # --- inline

    def _exact(self, line: _Line, start: int) -> Inlines:
        return self._inline_of(start, line.end, line, exact=True) if start < line.end else ()

    def _enriched(self, line: _Line, start: int) -> Inlines:
        return self._inline_of(start, line.end, line) if start < line.end else ()

    def _inline_of(self, start: int, end: int, line: _Line, *, exact: bool = False) -> Inlines:
        if self.text.startswith("{=}", start):
            self._leave(start, start + 3)
            start += 3
            exact = True
        builder = _Inline(self, start, end, line)
        content = builder.read()
        if exact:
            return content
        if not _found_again(content):
            raise self._error(
                line, "references, dates, roles, line ends, pictures and [^?] stand only in a line that begins with {=}"
            )
        return inlines(_passage(content, self.registry), self.finder, self.registry)

    def note(self, key: str, marker: Run, at: _Line) -> Note:
        """The footnote of a key, its body read where its first marker stands."""
        line = self.notes.pop(key, None)
        if line is None:
            raise self._error(at, f"the note [^{key}] has no body, or is called twice; [^={key}] cites a note again")
        found = _NOTE.match(self.text, line.start, line.end)
        assert found is not None
        start = found.end() + 1
        self._leave(line.start, start)
        while start < line.end and self.text[start] == " ":
            start += 1
        if start < line.end:
            return Note(key, marker, (Paragraph(self._enriched(line, start)),))
        return Note(key, marker, tuple(self._block(child, "inner") for child in line.children))


class _Inline:
    """Reads the inline content of a stretch of a line."""

    def __init__(self, reader: _Reader, start: int, end: int, line: _Line) -> None:
        self.reader = reader
        self.text = reader.text
        self.at = start
        self.end = end
        self.line = line

    def read(self, closing: str = "") -> Inlines:
        content: list[Inline] = []
        begin = self.at
        while self.at < self.end:
            char = self.text[self.at]
            if char == closing:
                break
            if char not in "\\*{[}":
                self.at += 1
                continue
            content += self._run(begin)
            content += self._special(char)
            begin = self.at
        content += self._run(begin)
        return tuple(_merge(content))

    def _run(self, begin: int) -> Iterator[Inline]:
        if self.at > begin:
            yield Run(self.text[begin : self.at], (Piece(0, begin, self.at),))

    def _special(self, char: str) -> Iterator[Inline]:
        start = self.at
        if char == "\\" and start + 1 < self.end:
            self.reader._leave(start, start + 1)
            self.at = start + 2
            yield Run(self.text[start + 1], (Piece(0, start + 1, start + 2),))
        elif char == "*":
            yield self._emphasis()
        elif char == "{":
            yield self._braces()
        elif char == "[" and (found := _NOTE.match(self.text, start, self.end)):
            yield self._note(found)
        else:
            raise self.reader._error(self.line, f"{char!r} stands alone; write \\{char} for the character itself")

    def _emphasis(self) -> Inline:
        self.reader._leave(self.at, self.at + 1)
        self.at += 1
        content = self.read("*")
        if self.at >= self.end:
            raise self.reader._error(self.line, "an emphasis that * opens is not closed")
        self.reader._leave(self.at, self.at + 1)
        self.at += 1
        return Styled("i", content)

    def _braces(self) -> Inline:
        found = _OPEN.match(self.text, self.at, self.end)
        if found is None:
            raise self.reader._error(
                self.line, "after { comes a name, perhaps a value, and |; write \\{ for the character"
            )
        self.reader._leave(self.at, found.end())
        self.at = found.end()
        name, value = found[1] or found[3], _unescape(found[2] or found[4] or "")
        if name in ("date", "issued", "adopted") and (value or name == "date") and not _is_day(value):
            raise self.reader._error(self.line, f"{value!r} is no date; write it as 2019-12-18")
        if name in ("organ", "committee") and not re.fullmatch(r"[\w.-]*", value):
            raise self.reader._error(
                self.line, f"{value!r} is no id of an organ; it has letters and digits only, as unga"
            )
        if name in ("ref", "img") and (value.count("#") > 1 or not _IRI.fullmatch(value)):
            raise self.reader._error(
                self.line, f"{value!r} is no address; it has no spaces, as /akn/un/doc/report/unga/A-73-53"
            )
        if name == "img":
            return self._image(value)
        content = self._closed()
        if name == "ref":
            return Reference(value, content)
        if name == "date":
            return DateMention(value, content)
        if name == "eol":
            return LineBreak()
        if name in _STYLES:
            return Styled(name, content)  # type: ignore[arg-type]
        if name in _ROLES:
            return Role(name, content, value)  # type: ignore[arg-type]
        raise self.reader._error(self.line, f"{name!r} is no name that can stand in braces")

    def _image(self, value: str) -> Inline:
        found = _TO_BRACE.match(self.text, self.at, self.end)
        if found is None:
            raise self.reader._error(self.line, "a brace is not closed")
        self.reader._leave(self.at, found.end())
        self.at = found.end()
        return Image(value, _unescape(found[1]))

    def _closed(self) -> Inlines:
        content = self.read("}")
        if self.at >= self.end:
            raise self.reader._error(self.line, "a brace is not closed")
        self.reader._leave(self.at, self.at + 1)
        self.at += 1
        return content

    def _note(self, found: re.Match[str]) -> Inline:
        sign, key = found[1], _note_key(found)
        first = found.start(2)
        base = _BEFORE_TILDE.match(found[2])[0]  # type: ignore[index]
        self.at = found.end()
        marker = Run("") if sign == "?" else self.reader._words(first, first + len(base))
        self.reader._leave(found.start(), first)
        self.reader._leave(first + (len(base) if sign != "?" else 0), found.end())
        if sign == "!":
            return NoteAgain("", marker)
        if sign == "=":
            return NoteAgain(key, marker)
        return self.reader.note(key, marker, self.line)


class _Registry(Notes):
    """Notes that were read where they stand; a passage carries them through `inlines`."""

    def __init__(self, reader: _Reader) -> None:
        super().__init__([], lambda _: [])
        self.reader = reader
        self.carried: dict[str, Note | NoteAgain] = {}

    def at(self, key: str, marker: Run) -> Note | NoteAgain:
        """The note that was read for this marker."""
        return self.carried[key]


def _found_again(content: Inlines) -> bool:
    """Whether reading the words finds all that is written: no more than words, emphasis and called notes."""
    return all(
        _found_again(inline.content)
        if isinstance(inline, Styled)
        else isinstance(inline, Run | NoteAgain) or (isinstance(inline, Note) and bool(inline.marker.text))
        for inline in content
    )


def _passage(content: Inlines, registry: _Registry) -> Passage:
    """Inline content of words, emphasis and notes as a passage."""
    runs: list[Run] = []
    marks: list[Mark] = []

    def walk(inner: Inlines, at: int) -> int:
        for inline in inner:
            start = at
            if isinstance(inline, Run):
                runs.append(inline)
                at += len(inline.text)
            elif isinstance(inline, Note | NoteAgain):
                key = str(len(registry.carried))
                registry.carried[key] = inline
                runs.append(inline.marker)
                at += len(inline.marker.text)
                marks.append(Mark(start, at, "note", key))
            elif isinstance(inline, Styled):
                at = walk(inline.content, at)
                marks.append(Mark(start, at, inline.style))
            elif isinstance(inline, Reference | DateMention | Role):
                at = walk(inline.content, at)
        return at

    walk(content, 0)
    return Passage(_join(runs), tuple(sorted(marks)))


def _join(runs: Sequence[Run]) -> Run:
    pieces: list[Piece] = []
    at = 0
    for run in runs:
        pieces += [Piece(p.at + at, p.start, p.end) for p in run.pieces]
        at += len(run.text)
    return Run("".join(run.text for run in runs), tuple(pieces))


def _merge(content: Sequence[Inline]) -> Iterator[Inline]:
    """Runs side by side as one."""
    waiting: list[Run] = []
    for inline in content:
        if isinstance(inline, Run):
            waiting.append(inline)
            continue
        if waiting:
            yield waiting[0] if len(waiting) == 1 else _join(waiting)
            waiting = []
        yield inline
    if waiting:
        yield waiting[0] if len(waiting) == 1 else _join(waiting)


def _note_key(found: re.Match[str]) -> str:
    return found[2] if found[1] != "?" else "?" + found[2]


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


def _is_day(words: str) -> bool:
    """Whether some words are a day as `2019-12-18`."""
    from datetime import date

    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _unescape(words: str) -> str:
    return re.sub(r"\\(.)", r"\1", words)
