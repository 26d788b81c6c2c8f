"""Hypothesis strategies of Documents: every node of the model, wherever the schema has a place for it.

The words are as a reader gives them: one space between two words, none at the ends of a paragraph, no two Runs
side by side, no paragraph without words. A document is built from choices among few numbers, not from nested
strategies, which would cost a hundred times as much; 0 is always the plainest choice, so failures shrink.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st

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
    Statement,
    Styled,
    Table,
)
from akn.source import Run

T = TypeVar("T")

LANGUAGES = ("eng", "ara", "fra", "rus", "spa", "zho")
DAYS = ("1957-12-14", "1999-02-28", "2000-02-29", "2019-12-18", "2024-01-01")
IRIS = (
    "/akn/un/statement/deliberation/unga/72-169",
    "/akn/un/doc/report/unga/A-73-53",
    "/akn/un/doc/report/un/x.y_(z)",
)
WORDS = (
    "the",
    "Recalls",
    "report",
    "of",
    "résolution",
    "Генеральная",
    "Ассамблея",
    "决议",
    "大会",
    "القرار",
    "e\u0301tat",
    "a\u00a0b",
    "co\u00adop",
    "1",
    "20",
    "1999",
    "(a)",
    "1.",
    "[1.]",
    "72/169",
    "resolution",
    "2200",
    "A",
    "(XXI)",
    "A/74/399/Add.2",
    "18",
    "December",
    "décembre",
    "года",
    "&",
    "<b>",
    "]]>",
    '"',
    "'",
    "’",
    "«",
    "»",
    "\\",
    "*",
    "**",
    "{",
    "}",
    "[",
    "]",
    "|",
    "%body",
    "%",
    "[^1]",
    "{=}",
    "{i|x}",
    "~",
    "¹",
    "1~2",
    "=",
    "\\\\",
    "😀",
    "-",
    "—",
    "|-",
    "![x](y)",
    "#",
    "##",
    "_",
    "<!--",
    "http://un.example/x?a=b&c",
    "%akn-text",
    "\u200f",
    "ﬁ",
    ";",
    ",",
    "n\u00ba",
)
BLANKS = ("\ufeff", "\u2028", "\u0085", "\u00a0", "\u3000")
"""Characters that are no words, and no white space of XML."""  # fmt: skip
NUMBERS = ("1.", "2.", "10.", "(a)", "(b)", "(ii)", "I.", "A.", "а)", "أ", "（一）", "3 bis", "[5", "6]", "1", "*", "•")
MARKERS = ("1", "2", "12", "*", "**", "†", "a", "¹", "[3]", "~", "b~2")
VALUES: dict[str, Sequence[str]] = {
    "issued": DAYS,
    "adopted": ("", *DAYS),
    "session": ("", "74", "32 special"),
    "organ": ("", "unga", "unsc", "unhrc"),
    "committee": ("", "thirdCommittee", "fifthCommittee"),
    "vote": ("", "120-2-41", "unanimous", "without a vote"),
}
ROLES = (
    "publisher", "symbol", "organ", "distribution", "issued", "adopted", "session", "session dates", "agenda item",
    "agenda item name", "doc title", "doc type", "committee", "number", "meeting", "event", "vote", "original",
    "language", "job", "sponsors", "draft", "other",
)  # fmt: skip


@cache
def _below(count: int) -> st.SearchStrategy[int]:
    return st.integers(0, count - 1)


class Maker:
    """Makes the parts of a document from choices; `left` limits how many blocks and wrapped words it has."""

    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any], size: int = 24) -> None:
        self.draw = draw
        self.left = size
        self.notes = 0
        self.called: list[NoteAgain] = []

    def choice(self, options: Sequence[T]) -> T:
        index: int = self.draw(_below(len(options)))
        return options[index]

    def chance(self, one_in: int) -> bool:
        return bool(self.draw(_below(one_in)) == one_in - 1)

    def several(self, make: Callable[[], T], least: int = 0, most: int = 3) -> tuple[T, ...]:
        most = max(least, min(most, self.left))
        return tuple(make() for _ in range(least + self.draw(_below(most - least + 1))))

    # --- words

    def words(self, most: int = 4) -> str:
        found = [self.choice(WORDS) for _ in range(1 + self.draw(_below(most)))]
        if self.chance(12):
            found.insert(self.draw(_below(len(found) + 1)), self.choice(BLANKS))
        return " ".join(found)

    def plain(self) -> Inlines:
        return (Run(self.words()),)

    def number(self) -> Run | None:
        return None if self.chance(5) else Run(self.choice(NUMBERS))

    def content(self, *makers: Callable[[], Inline], most: int = 4) -> Inlines:
        """Words and what the makers make, in turn; two Runs never meet, and the end of a line is never first."""
        found: list[Inline] = []
        for _ in range(1 + self.draw(_below(min(most, 1 + max(0, self.left))))):
            if not found or isinstance(found[-1], Run) or self.chance(2):
                self.left -= 1
                part = self.choice(makers)() if found or self.chance(3) else Run(self.words())
                if isinstance(part, LineBreak) and not found:
                    found.append(Run(self.words(1)))
                found.append(part)
            if not isinstance(found[-1], Run):
                found.append(Run((" " if self.chance(2) else "") + self.words()))
            if self.chance(2) and isinstance(found[-1], Run):
                found[-1] = Run(found[-1].text + " ")
        if isinstance(found[-1], Run):
            found[-1] = Run(found[-1].text.rstrip(" "))
        return tuple(found)

    def styled(self) -> Inline:
        inner = self.content(self.styled, self.citation, most=2) if self.chance(4) else self.plain()
        return Styled(self.choice(("i", "b", "u", "sup", "sub")), inner)

    def citation(self) -> Inline:
        inner = (self.styled(),) if self.chance(5) else self.plain()
        return Reference(self.choice(IRIS), inner) if self.chance(2) else DateMention(self.choice(DAYS), inner)

    def note(self) -> Inline:
        marker = "" if self.chance(6) else self.choice(MARKERS)
        if self.chance(8):
            return NoteAgain("", Run(marker or "1"))
        if self.called and self.chance(5):
            return self.choice(self.called)
        self.notes += 1
        key = f"k{self.notes}"
        if marker:
            self.called.append(NoteAgain(key, Run(marker)))
        one = (Paragraph(self.content(self.styled, self.citation, most=2)),)
        return Note(key, Run(marker), self.several(self.flow, 1, 2) if self.chance(5) else one)

    def image(self) -> Inline:
        return Image(self.choice(("x.png", "i/1.png", "a%20b.jpg")), self.words())

    def inlines(self) -> Inlines:
        if self.chance(3):
            return self.plain()
        return self.content(self.styled, self.citation, self.note, self.image, LineBreak)

    def role(self) -> Inline:
        name = self.choice(ROLES)
        value = self.choice(VALUES[name]) if name in VALUES else ""
        inner = self.content(self.role, self.styled, LineBreak, most=2) if self.chance(4) else self.plain()
        return Role(name, inner, value)  # type: ignore[arg-type]

    def line(self) -> Paragraph:
        self.left -= 1
        return Paragraph(self.content(self.role, self.role, self.styled, self.note, LineBreak))

    # --- blocks

    def block(self, *makers: Callable[[], Block]) -> Block:
        self.left -= 1
        return self.choice(makers)()

    def paragraph(self) -> Block:
        return Paragraph(self.inlines())

    def table(self) -> Block:
        return Table(self.several(lambda: self.several(self.cell), 1))

    def cell(self) -> Cell:
        content = () if self.chance(5) else self.content(self.styled, self.citation, self.note, most=2)
        return Cell(content, self.chance(4), 1 + self.draw(_below(3)), 1 + self.draw(_below(2)))

    def points(self) -> Block:
        intro = self.inlines() if self.chance(2) else ()
        points = self.several(lambda: Point(self.number(), self.several(self.within, 1, 2)), 1)
        return PointList(intro, points, self.inlines() if self.chance(4) else ())

    def flow(self) -> Block:
        """A block of a note."""
        return self.block(self.paragraph, self.table)

    def within(self) -> Block:
        """A block of a paragraph or point."""
        return self.block(self.paragraph, self.paragraph, self.points, self.table)

    def operative(self) -> Block:
        return Operative(self.number(), self.several(self.within, 1, 2))

    def preambular(self) -> Block:
        return Preambular(self.several(self.within, 1, 2))

    def formula(self) -> Block:
        return Formula(self.content(self.styled, self.note, most=2))

    def division(self) -> Block:
        kind = self.choice(("section", "part", "division", "chapter", "article"))
        heading = self.inlines() if self.chance(2) else ()
        return Division(kind, self.number(), heading, self.several(self.hierarchy, 1))  # type: ignore[arg-type]

    def embedded(self) -> Block:
        return Embedded(self.annex(("declaration", "document"), 0))

    def hierarchy(self) -> Block:
        """A block of a body."""
        makers = (self.operative, self.within, self.preambular, self.formula, self.division)
        return self.block(*makers, self.embedded) if self.left > 6 else self.block(*makers[:2])

    # --- documents

    def annex(self, kinds: Sequence[str] = ("annex", "appendix", "enclosure"), depth: int = 1) -> Annex:
        self.left -= 1
        return Annex(
            self.choice(kinds),  # type: ignore[arg-type]
            self.inlines() if self.chance(2) else (),
            self.several(self.line, 0, 1),
            self.several(self.preamble_block, 0, 2),
            self.several(self.hierarchy),
            self.several(lambda: self.annex(depth=depth - 1), 0, 1) if depth else (),
        )

    def preamble_block(self) -> Block:
        return self.block(self.preambular, self.formula)

    def statement(self) -> Statement:
        return Statement(
            self.several(self.line, 0, 2),
            self.several(self.preamble_block),
            self.several(self.hierarchy, 0, 4),
            self.several(self.line, 0, 2),
            self.several(self.annex, 0, 2),
        )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of one statement."""
    make = Maker(draw)
    return Document(
        make.choice(("resolution", "decision", "draftResolution", "draftDecision", "presidentialStatement")),
        make.choice(LANGUAGES),
        make.choice(("unga", "unsc", "unecosoc", "unhrc", "")),
        make.several(make.line, 0, 2),
        (make.statement(),),
    )


@st.composite
def collections(draw: st.DrawFn) -> Document:
    """A document of several statements under one number."""
    make = Maker(draw, 36)
    return Document(
        make.choice(("resolution", "decision")),
        make.choice(LANGUAGES),
        make.choice(("unga", "unsc")),
        make.several(make.line, 0, 2),
        make.several(make.statement, 2, 3),
        make.several(make.line, 0, 2),
    )
