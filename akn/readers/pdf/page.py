"""What a page of a PDF shows: words, rules and pictures with their places, in points from the top left."""

from __future__ import annotations

from typing import NamedTuple

SPACE = 0.16
"""A gap between letters wider than this part of their size is a space, whether or not the file draws one: in 33 files
of the United Nations the letters of a word stand closer than 0.14 wherever one piece of text ends in it."""


class Style(NamedTuple):
    """How the letters of a word look."""

    size: float
    """Points, as printed."""
    italic: bool = False
    bold: bool = False
    font: str = ""
    hidden: bool = False
    """Invisible: render mode 3, or no opacity."""
    turn: int = 0
    """Direction of the text, in quarter turns against the clock; 4 is a slant."""
    barcode: bool = False
    """Whether the font draws bars."""


class Word(NamedTuple):
    """Words in one style, with drawn spaces between them. Places in points, from the top left of the page."""

    text: str
    left: float
    right: float
    base: float
    """Distance of the base line from the top of the page."""
    style: Style
    space: str
    """White space before it: the character that stands there, `\\n` for a line's end, empty where it sticks to the
    word before it."""
    drawn: bool = True
    """Whether the white space is a character of the file, not one that pdfium supposed."""
    broken: bool = False
    """Whether it ends in a hyphen at the end of a printed line."""


class Rule(NamedTuple):
    """A drawn line or thin box, in points from the top left of the page."""

    left: float
    top: float
    right: float
    bottom: float


class Picture(NamedTuple):
    """A picture and its place; `data` is empty unless it was asked for."""

    left: float
    top: float
    right: float
    bottom: float
    suffix: str = ""
    data: bytes = b""


class Page(NamedTuple):
    """What one page shows."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    across: tuple[Rule, ...]
    """Horizontal rules, parts of one line joined, from the top."""
    upright: tuple[Rule, ...]
    """Vertical rules."""
    pictures: tuple[Picture, ...]
    unmapped: int = 0
    """Characters for which the file says no Unicode."""
    scanned: bool = False
    """Whether it is a picture with invisible words over it, as text recognition makes it."""
    turned_over: bool = False
    """Whether it is written from right to left: left and right have changed sides (see `bidi`)."""
