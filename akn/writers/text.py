"""The text form of a Document: light, line by line, and exact. `docs/text-form.md` defines it.

Each block is one line; what belongs to it stands under it, two spaces further in. Words are the page's own; what
the page says by its layout stands in directives (`%preamble`), numbers in brackets (`[1.]`), footnotes as `[^1]`.
Citations and dates are not written where reading them again finds the same; else the line begins with `{=}`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import assert_never

from akn import vocabulary, walk
from akn.inline import finder
from akn.inline.content import Notes, inlines
from akn.model import (
    Annex,
    Block,
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
    Statement,
    Styled,
    Table,
)
from akn.source import Mark, Passage, Run

SIGNATURE = "%akn-text 1"
_SPECIAL = re.compile(r"[\\*{}|\[\]]")


def write(document: Document) -> str:
    """The text form of a document; ends with a line end."""
    return _Writer(document).document()


class _Writer:
    def __init__(self, document: Document) -> None:
        self.doc = document
        self.lines: list[str] = []
        self.bodies: list[Note] = []
        self.keys = _keys(document)
        self.finder = finder(vocabulary.load_or_english(document.language), document.organ)

    def document(self) -> str:
        doc = self.doc
        self.lines.append(f"{SIGNATURE} {doc.language} {doc.organ or '-'} {doc.kind}")
        self._region("%masthead", doc.masthead)
        self._region("%preface", doc.preface)
        for statement in doc.statements:
            if len(doc.statements) > 1:
                self.lines += ["", "%statement"]
            self._statement(statement)
        return "\n".join(self.lines) + "\n"

    def _statement(self, statement: Statement) -> None:
        self._region("%preface", statement.preface)
        if statement.preamble:
            self.lines += ["", "%preamble"]
            self._blocks(statement.preamble, 1, "preamble")
        if statement.body:
            self.lines += ["", "%body"]
            self._blocks(statement.body, 1, "body")
        self._region("%conclusions", statement.conclusions)
        for annex in statement.annexes:
            self.lines.append("")
            self._annex(annex, 0, "%annex")

    def _region(self, name: str, paragraphs: Sequence[Paragraph]) -> None:
        if not paragraphs:
            return
        self.lines += ["", name]
        for paragraph in paragraphs:
            self._line(1, self._exact(paragraph.content))

    def _annex(self, annex: Annex, depth: int, word: str) -> None:
        heading = self._exact(annex.heading)
        self._line(depth, f"{word} {annex.kind}" + (f" {heading}" if heading else ""), directive=True)
        for paragraph in annex.preface:
            self._line(depth + 1, f"%title {self._exact(paragraph.content)}", directive=True)
        if annex.preamble:
            self._line(depth + 1, "%preamble", directive=True)
            self._blocks(annex.preamble, depth + 2, "preamble")
        self._blocks(annex.body, depth + 1, "annex")
        for inner in annex.annexes:
            self._annex(inner, depth + 1, "%annex")

    # --- blocks

    def _blocks(self, blocks: Sequence[Block], depth: int, where: str) -> None:
        for block in blocks:
            if where in ("preamble", "body") and depth == 1:
                self.lines.append("")
            self._block(block, depth, where)

    def _block(self, block: Block, depth: int, where: str) -> None:
        if isinstance(block, Paragraph):
            self._line(
                depth,
                self._enriched(block.content),
                plain=where != "preamble",
                escape="%p " if where == "preamble" else "",
            )
        elif isinstance(block, Formula):
            self._line(depth, f"%formula {self._exact(block.content)}", directive=True)
        elif isinstance(block, Preambular):
            self._with_content(depth, "" if where == "preamble" else "%preambular", block.content)
        elif isinstance(block, Operative):
            self._with_content(depth, f"[{_label(block.number)}]", block.content)
        elif isinstance(block, PointList):
            self._line(depth, f"%list {self._enriched(block.intro)}".rstrip(" "), directive=True)
            self._points(block, depth + 1)
        elif isinstance(block, Division):
            number = f" [{_label(block.number)}]" if block.number is not None else ""
            heading = self._enriched(block.heading)
            self._line(depth, f"%{block.kind}{number}" + (f" {heading}" if heading else ""), directive=True)
            self._blocks(block.content, depth + 1, "inner")
        elif isinstance(block, Table):
            self._table(block, depth)
        elif isinstance(block, Embedded):
            self._annex(block.document, depth, "%embedded")
        else:
            assert_never(block)

    def _with_content(self, depth: int, head: str, content: Sequence[Block]) -> None:
        """A head and its content: on its line where that is one paragraph or one list, else under it."""
        if len(content) == 1 and isinstance(content[0], Paragraph) and content[0].content:
            self._line(depth, f"{head} {self._enriched(content[0].content)}".strip(" "), directive=bool(head))
        elif len(content) == 1 and isinstance(content[0], PointList) and content[0].intro:
            self._line(depth, f"{head} {self._enriched(content[0].intro)}".strip(" "), directive=bool(head))
            self._points(content[0], depth + 1)
        else:
            self._line(depth, head or "%preambular", directive=True)
            self._blocks(content, depth + 1, "inner")

    def _points(self, block: PointList, depth: int) -> None:
        for point in block.points:
            self._point(point, depth)
        if block.wrap_up:
            self._line(depth, f"%wrap {self._enriched(block.wrap_up)}", directive=True)

    def _point(self, point: Point, depth: int) -> None:
        self._with_content(depth, f"[{_label(point.number)}]", point.content)

    def _table(self, table: Table, depth: int) -> None:
        self._line(depth, "%table", directive=True)
        for row in table.rows:
            cells = []
            for cell in row:
                sign = ("^" if cell.header else "") + (
                    f"{cell.columns}x{cell.rows}" if (cell.columns, cell.rows) != (1, 1) else ""
                )
                cells.append(f"|{sign} {self._enriched(cell.content)}".rstrip(" "))
            self._line(depth + 1, " ".join(cells) or "|-", directive=True)

    # --- lines

    def _line(self, depth: int, words: str, *, directive: bool = False, plain: bool = True, escape: str = "") -> None:
        """One line, and under it the footnotes whose markers stand in it."""
        if not directive:
            words = f"{escape}{words}" if escape else words
            if words[:1] == "%" and not escape:
                words = "\\" + words
            if not words:
                words = "%p"
        self.lines.append("  " * depth + words)
        bodies, self.bodies = self.bodies, []
        for note in bodies:
            self._note(note, depth + 1)

    def _note(self, note: Note, depth: int) -> None:
        label = f"[^{self.keys[note.key]}]:"
        if len(note.body) == 1 and isinstance(note.body[0], Paragraph):
            self._line(depth, f"{label} {self._enriched(note.body[0].content)}".rstrip(" "), directive=True)
            return
        self._line(depth, label, directive=True)
        self._blocks(note.body, depth + 1, "inner")

    # --- inline

    def _enriched(self, content: Inlines) -> str:
        """Inline content without its citations and dates where reading finds them again; else exactly."""
        plain = _plain(content)
        if plain is not None and self._again(plain) == content:
            return self._inlines(_stripped(content))
        return "{=}" + self._inlines(content)

    def _again(self, passage: Passage) -> Inlines | None:
        """What reading a passage would give; notes are compared by their keys alone."""
        notes = _SameNotes([], self.finder)
        return inlines(passage, self.finder, notes)

    def _exact(self, content: Inlines) -> str:
        return self._inlines(content)

    def _inlines(self, content: Inlines) -> str:
        return "".join([self._inline(inline) for inline in content])

    def _inline(self, inline: Inline) -> str:
        if isinstance(inline, Run):
            return _escape(inline.text)
        if isinstance(inline, Styled):
            inner = self._inlines(inline.content)
            if (
                inline.style == "i"
                and inner
                and not inner[0].isspace()
                and not inner[-1].isspace()
                and "*" not in inner
            ):
                return f"*{inner}*"
            return f"{{{inline.style}|{inner}}}"
        if isinstance(inline, Reference):
            return f"{{ref {inline.href}|{self._inlines(inline.content)}}}"
        if isinstance(inline, DateMention):
            return f"{{date {inline.iso}|{self._inlines(inline.content)}}}"
        if isinstance(inline, Role):
            value = f" = {_escape(inline.value)}" if inline.value else ""
            return f"{{{inline.name}{value}|{self._inlines(inline.content)}}}"
        if isinstance(inline, Note):
            self.bodies.append(inline)
            return f"[^{self.keys[inline.key]}]"
        if isinstance(inline, NoteAgain):
            known = self.keys.get(inline.key)
            return f"[^={known}]" if known else f"[^!{_escape_key(inline.marker.text)}]"
        if isinstance(inline, LineBreak):
            return "{eol|}"
        if isinstance(inline, Image):
            return f"{{img {_escape(inline.src)}|{_escape(inline.alt)}}}"
        assert_never(inline)


class _SameNotes(Notes):
    """Notes of which only key and marker count."""

    def at(self, key: str, marker: Run) -> Note | NoteAgain:
        """The stand-in that `_plain` put into the passage."""
        return _STAND_INS[key]


_STAND_INS: dict[str, Note | NoteAgain] = {}


def _plain(content: Inlines) -> Passage | None:
    """Inline content as a passage without citations and dates; None where a passage cannot say it."""
    parts: list[str] = []
    marks: list[Mark] = []
    _STAND_INS.clear()

    def walk(inner: Inlines, at: int) -> int | None:
        position: int | None = at
        for inline in inner:
            start = at
            if isinstance(inline, Run):
                parts.append(inline.text)
                at += len(inline.text)
            elif isinstance(inline, Styled | Reference | DateMention):
                position = walk(inline.content, at)
                if position is None:
                    return None
                at = position
                if isinstance(inline, Styled):
                    marks.append(Mark(start, at, inline.style))
            elif isinstance(inline, Note | NoteAgain) and inline.marker.text:
                marker = inline.marker.text
                key = f"{len(_STAND_INS)}"
                _STAND_INS[key] = inline
                parts.append(marker)
                at += len(marker)
                marks.append(Mark(start, at, "note", key))
            else:
                return None
        return at

    if walk(content, 0) is None:
        return None
    return Passage(Run("".join(parts)), tuple(sorted(marks)))


def _stripped(content: Inlines) -> Inlines:
    """Inline content without the references and dates around its words."""
    found: list[Inline] = []
    for inline in content:
        if isinstance(inline, Reference | DateMention):
            found += _stripped(inline.content)
        elif isinstance(inline, Styled):
            found.append(Styled(inline.style, _stripped(inline.content)))
        else:
            found.append(inline)
    return tuple(found)


def _label(number: Run | None) -> str:
    return _escape(number.text) if number is not None else ""


def _keys(document: Document) -> dict[str, str]:
    """The keys of the notes in the text: their markers, with `~2` where an earlier note has the same."""
    called: dict[str, int] = {}
    keys: dict[str, str] = {}
    for note in walk.notes(document):
        marker = _escape_key(note.marker.text) or "?"
        count = called[marker] = called.get(marker, 0) + 1
        keys[note.key] = marker if count == 1 else f"{marker}~{count}"
    return keys


def _escape_key(marker: str) -> str:
    return re.sub(r"[\\\]~?!=]", lambda found: "\\" + found[0], marker)


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda found: "\\" + found[0], text)


__all__ = ["SIGNATURE", "write"]
