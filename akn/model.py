"""A resolution, as a tree of frozen values: every node, and nothing else.

`Block` and `Inline` are closed unions: a writer that forgets a member is an error of mypy. All words are
`Run`s (see `akn.source`). IRIs, eIds and references are no part of the model: they are computed from it
(`akn.naming`), hence the same after any round trip.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from akn.source import Run

Style = Literal["i", "b", "u", "sup", "sub"]

DivisionKind = Literal["part", "section", "division", "chapter", "article"]

AnnexKind = Literal["annex", "appendix", "enclosure", "declaration", "document"]

DocumentKind = Literal["resolution", "decision", "draftResolution", "draftDecision", "presidentialStatement"]

RoleName = Literal[
    "publisher",  # United Nations
    "symbol",  # A/RES/74/153
    "organ",  # General Assembly
    "distribution",  # Distr.: General
    "issued",  # 21 January 2020; value: ISO date
    "adopted",  # the date of adoption; value: ISO date
    "session",  # Seventy-fourth session; value: 74
    "session dates",  # 22 February-24 March 2021
    "agenda item",  # Agenda item 70 (b)
    "agenda item name",
    "doc title",  # title of a document: the adoption line of a masthead, the title of a resolution or of an annex
    "doc type",  # Resolution
    "committee",  # Third Committee
    "number",  # 74/153.
    "meeting",  # 50th plenary meeting; value: its number
    "event",  # meeting and date of the closing block
    "vote",  # Adopted by a recorded vote of ...; value: "120-2-41" or "unanimous" or "without a vote"
    "original",  # Original: English
    "language",  # English
    "job",  # job number that stands in the masthead
    "sponsors",  # the sponsors of a draft
    "draft",  # draft resolution
    "other",
]


@dataclass(frozen=True, slots=True)
class Styled:
    """Emphasised or raised words (`i`, `b`, `u`, `sup`, `sub`)."""

    style: Style
    content: Inlines


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that cite a document: `ref`. `href` is its IRI."""

    href: str
    content: Inlines


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in running text: `date`. `iso` is `YYYY-MM-DD`."""

    iso: str
    content: Inlines


@dataclass(frozen=True, slots=True)
class Role:
    """Words with a function on the page: a symbol, an organ, a date of adoption, a session.

    `value` is what was derived from the words: an ISO date, the number of a session, the id of an organ.
    """

    name: RoleName
    content: Inlines
    value: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote where its marker stands (`authorialNote`); `marker` is empty if no marker calls it.

    `key` is unique in the document; `NoteAgain` uses it.
    """

    key: str
    marker: Run
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class NoteAgain:
    """A marker that cites a note again (`noteRef`); an empty key is a marker whose note is not in the source."""

    key: str
    marker: Run


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a printed line that means something (`eol`)."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture (`img`); `src` is its relative path."""

    src: str
    alt: str = ""


Inline = Run | Styled | Reference | DateMention | Role | Note | NoteAgain | LineBreak | Image
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without a function of its own: `p`."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Preambular:
    """A preambular paragraph: `container` in the preamble, `crossHeading` in the body.

    Its opening phrase is the `Styled("i", …)` at its beginning.
    """

    content: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """An enacting formula: `The General Assembly,`."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Point:
    """A sub-paragraph: `point`, or `item` in a preambular paragraph. Content: paragraphs, or a list."""

    number: Run | None
    content: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PointList:
    """Points with the words before the first and after the last: `list`, `blockList` in a preambular paragraph."""

    intro: Inlines
    points: tuple[Point, ...]
    wrap_up: Inlines = ()


@dataclass(frozen=True, slots=True)
class Operative:
    """An operative paragraph, or a numbered paragraph of an annex: `paragraph`."""

    number: Run | None
    content: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """A part of a body with a heading or number: `part`, `section`, `division`, `chapter`, `article`."""

    kind: DivisionKind
    number: Run | None
    heading: Inlines
    content: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: `td`, or `th` if it heads a column."""

    content: Inlines
    header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table, row by row."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Embedded:
    """A document inside the body, such as a declaration: a `component` that the body points to."""

    document: Annex


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex, appendix or enclosure (`attachment`), or a document inside the body (`component`)."""

    kind: AnnexKind
    heading: Inlines
    preface: tuple[Paragraph, ...]
    preamble: tuple[Block, ...]
    body: tuple[Block, ...]
    annexes: tuple[Annex, ...] = ()


Block = Paragraph | Preambular | Formula | Operative | PointList | Division | Table | Embedded


@dataclass(frozen=True, slots=True)
class Statement:
    """One resolution or decision: preface, preamble, body, closing block, annexes."""

    preface: tuple[Paragraph, ...]
    preamble: tuple[Block, ...]
    """Formulas, preambular paragraphs and lists."""
    body: tuple[Block, ...]
    conclusions: tuple[Paragraph, ...]
    annexes: tuple[Annex, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was printed: its masthead, and one or more statements."""

    kind: DocumentKind
    language: str
    """ISO 639-2: `ara eng fra rus spa zho`."""
    organ: str
    """Actor as in IRIs: `unga`, `unsc`, `unecosoc`, `unhrc`; empty if the source does not say."""
    masthead: tuple[Paragraph, ...]
    statements: tuple[Statement, ...]
    preface: tuple[Paragraph, ...] = ()
    """Number and title that several statements share; empty where there is one."""
