"""The inline content of the text form: emphasis, braces, notes."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import get_args

from akn.inline.content import Finder, Notes, inlines
from akn.model import (
    DateMention,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Note,
    NoteAgain,
    Reference,
    Role,
    RoleName,
    Styled,
)
from akn.readers.text_form.lines import NOTE, Line, Sheet, note_key
from akn.source import Mark, Passage, Piece, Run

_ROLES = frozenset(get_args(RoleName))
_STYLES = frozenset(("i", "b", "u", "sup", "sub"))
_OPEN = re.compile(r"\{(?:(ref|date|img) ((?:[^|\\]|\\.)*)|([a-z][a-z ]*?)(?: = ((?:[^|\\]|\\.)*))?)\|")
_IRI = re.compile(r"(?!:)(?:[^\s\[\]<>\"{}|\\^`%]|%[0-9A-Fa-f]{2})+")
_TO_BRACE = re.compile(r"((?:[^}\\]|\\.)*)\}")
_BEFORE_TILDE = re.compile(r"(?:[^~\\]|\\.)*")


class InlineReader(Sheet):
    """Reads stretches of lines as inline content; the bodies of notes are for the layer above."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(name, text)
        self.finder: Finder = lambda _: []
        self.registry = _Registry()

    @abstractmethod
    def note(self, key: str, marker: Run, at: Line) -> Note:
        """The footnote of a key, its body read where its first marker stands."""

    def exact(self, line: Line, start: int) -> Inlines:
        """The rest of a line, in which nothing is looked for: all is written."""
        return self.content(start, line.end, line, exact=True) if start < line.end else ()

    def enriched(self, line: Line, start: int) -> Inlines:
        """The rest of a line, in which references and dates are found as in any text."""
        return self.content(start, line.end, line) if start < line.end else ()

    def content(self, start: int, end: int, line: Line, *, exact: bool = False) -> Inlines:
        """A stretch of a line; `{=}` at its start says that all is written, as where it is `exact`."""
        if self.text.startswith("{=}", start):
            self.leave(start, start + 3)
            start += 3
            exact = True
        builder = _Cursor(self, start, end, line)
        content = builder.read()
        if exact:
            return content
        if not _found_again(content):
            raise self.error(
                line, "references, dates, roles, line ends, pictures and [^?] stand only in a line that begins with {=}"
            )
        return inlines(_passage(content, self.registry), self.finder, self.registry)


class _Cursor:
    """Reads the inline content of a stretch of a line."""

    def __init__(self, reader: InlineReader, start: int, end: int, line: Line) -> None:
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
            self.reader.leave(start, start + 1)
            self.at = start + 2
            yield Run(self.text[start + 1], (Piece(0, start + 1, start + 2),))
        elif char == "*":
            yield self._emphasis()
        elif char == "{":
            yield self._braces()
        elif char == "[" and (found := NOTE.match(self.text, start, self.end)):
            yield self._note(found)
        else:
            raise self.reader.error(self.line, f"{char!r} stands alone; write \\{char} for the character itself")

    def _emphasis(self) -> Inline:
        self.reader.leave(self.at, self.at + 1)
        self.at += 1
        content = self.read("*")
        if self.at >= self.end:
            raise self.reader.error(self.line, "an emphasis that * opens is not closed")
        self.reader.leave(self.at, self.at + 1)
        self.at += 1
        return Styled("i", content)

    def _braces(self) -> Inline:
        found = _OPEN.match(self.text, self.at, self.end)
        if found is None:
            raise self.reader.error(
                self.line, "after { comes a name, perhaps a value, and |; write \\{ for the character"
            )
        self.reader.leave(self.at, found.end())
        self.at = found.end()
        name, value = found[1] or found[3], _unescape(found[2] or found[4] or "")
        if fault := _fault_of(name, value):
            raise self.reader.error(self.line, fault)
        return self._image(value) if name == "img" else self._named(name, value)

    def _named(self, name: str, value: str) -> Inline:
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
        raise self.reader.error(self.line, f"{name!r} is no name that can stand in braces")

    def _image(self, value: str) -> Inline:
        found = _TO_BRACE.match(self.text, self.at, self.end)
        if found is None:
            raise self.reader.error(self.line, "a brace is not closed")
        self.reader.leave(self.at, found.end())
        self.at = found.end()
        return Image(value, _unescape(found[1]))

    def _closed(self) -> Inlines:
        content = self.read("}")
        if self.at >= self.end:
            raise self.reader.error(self.line, "a brace is not closed")
        self.reader.leave(self.at, self.at + 1)
        self.at += 1
        return content

    def _note(self, found: re.Match[str]) -> Inline:
        sign, key = found[1], note_key(found)
        first = found.start(2)
        base = _BEFORE_TILDE.match(found[2])[0]  # type: ignore[index]
        self.at = found.end()
        marker = Run("") if sign == "?" else self.reader.words(first, first + len(base))
        self.reader.leave(found.start(), first)
        self.reader.leave(first + (len(base) if sign != "?" else 0), found.end())
        if sign == "!":
            return NoteAgain("", marker)
        if sign == "=":
            return NoteAgain(key, marker)
        return self.reader.note(key, marker, self.line)


class _Registry(Notes):
    """Notes that were read where they stand; a passage carries them through `inlines`."""

    def __init__(self) -> None:
        super().__init__([], lambda _: [])
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


def _fault_of(name: str, value: str) -> str:
    """What is wrong with the value of a name in braces; empty if nothing is."""
    if name in ("date", "issued", "adopted") and (value or name == "date") and not _is_day(value):
        return f"{value!r} is no date; write it as 2019-12-18"
    if name in ("organ", "committee") and not re.fullmatch(r"[\w.-]*", value):
        return f"{value!r} is no id of an organ; it has letters and digits only, as unga"
    if name in ("ref", "img") and (value.count("#") > 1 or not _IRI.fullmatch(value)):
        return f"{value!r} is no address; it has no spaces, as /akn/un/doc/report/unga/A-73-53"
    return ""


def _is_day(words: str) -> bool:
    """Whether some words are a day as `2019-12-18`."""
    from datetime import date

    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _unescape(words: str) -> str:
    return re.sub(r"\\(.)", r"\1", words)
