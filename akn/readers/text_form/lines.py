"""The lines of the text form as a tree, by their indent; what is syntax is left to the ledger."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from akn.errors import UnreadableInput
from akn.ledger import Entry
from akn.source import Piece, Run

_REMEDY = "docs/text-form.md tells the form of a line."
NOTE = re.compile(r"\[\^([?!=]?)((?:[^\]\\]|\\.)*)\]")


@dataclass(slots=True)
class Line:
    """A line of the form, with the lines that belong to it."""

    number: int
    start: int
    end: int
    children: list[Line] = field(default_factory=list)


class Sheet:
    """A text in the form: its lines, the bodies of its notes, and the syntax that was read so far."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.syntax: list[Entry] = []
        self.starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self.notes: dict[str, Line] = {}

    # --- lines

    def lines(self) -> list[Line]:
        """The lines as a tree, by their indent."""
        roots: list[Line] = []
        stack: list[Line] = []
        for number, start in enumerate(self.starts, 1):
            end = self.starts[number] - 1 if number < len(self.starts) else len(self.text)
            if start == 0 and self.text.startswith("\ufeff"):
                self.leave(0, 1)
                start = 1
            words = self.text[start:end].rstrip(" \t\r")  # other white space, as a no-break space, is a word's
            body = words.lstrip(" ")
            if not body.strip("\t"):
                continue
            left = len(words) - len(body)
            line = Line(number, start + left, start + len(words))
            depth, odd = divmod(left, 2)
            if odd or depth > len(stack):
                raise self.error(line, "the indent must be two spaces for each level below the line above")
            del stack[depth:]
            found = NOTE.match(self.text, line.start, line.end)
            if found and self.text[found.end() : found.end() + 1] == ":":
                key = note_key(found)
                if key in self.notes:
                    raise self.error(line, f"the note {key} has a body already, on line {self.notes[key].number}")
                self.notes[key] = line
            else:
                (stack[-1].children if stack else roots).append(line)
            stack.append(line)
        return roots

    def error(self, line: Line, message: str) -> UnreadableInput:
        """The error that a line is not in the form."""
        return UnreadableInput(message, f"{self.name}:{line.number}", _REMEDY)

    def leave(self, start: int, end: int) -> None:
        """Some characters are syntax: they go to the ledger."""
        if end > start:
            self.syntax.append(Entry(start, end, "text form syntax"))

    def word(self, line: Line) -> str:
        """The directive with which a line begins; empty if it has none."""
        words = self.text[line.start : line.end]
        return words.split(" ", 1)[0] if words.startswith("%") else ""

    def rest(self, line: Line, length: int) -> int:
        """Leaves the first characters of a line to the ledger; where the words begin."""
        start = line.start + length
        self.leave(line.start, start)
        while start < line.end and self.text[start] == " ":
            start += 1
        return start

    def words(self, start: int, end: int) -> Run:
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
                self.leave(stop, stop + 1)
                pieces.append(Piece(at, stop + 1, stop + 2))
                parts.append(self.text[stop + 1 : stop + 2])
                at += 1
                stop += 2
            position = max(stop, position + 1)
        return Run("".join(parts), tuple(pieces))


def note_key(found: re.Match[str]) -> str:
    """The key by which a body is found; bodies without a marker have keys of their own."""
    return found[2] if found[1] != "?" else "?" + found[2]
