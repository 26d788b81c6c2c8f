"""One resolution in many dresses has one reading: width, pages, heads and feet, markers, quotes, spaces, encodings.

The pages are printed as UN documents are: a running head on top, footnotes under a rule below the text whose words
call them, then number and job number.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import NamedTuple

import pytest
import resolutions
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from resolutions import Heading, Paragraph, Resolution, Table
from roads import inline, line_text

import akn


class Dress(NamedTuple):
    """How a page is printed."""

    width: int = 0
    """Characters in a line; 0 is a paragraph a line."""
    indent: int = 0
    height: int = 0
    """Lines of text on a page; 0 is no pages."""
    head: bool = True
    number: str = "{}/{}"
    """The page's number; it takes the page and the number of pages."""
    job: str = ""
    feed: str = "\f"
    marker: str = "{}"
    raised: bool = False
    """Whether markers are raised digits, such as `¹`."""
    emphasis: str = "{}"
    note: str = "{} {}"
    """A footnote; it takes label and words."""
    rule: str = "_______________"
    quotes: str = "’"
    space: str = " "
    """The space behind a label."""
    between: str = " "
    """The space between words."""
    gap: tuple[str, ...] = ("",)
    """What stands between two paragraphs."""
    end: str = "\n"
    encoding: str = "utf-8"


def flow(resolution: Resolution) -> Iterator[Paragraph | Heading | Table]:
    """Everything behind the masthead, in order."""
    for text in (*resolution.before, resolution.title, resolution.formula):
        yield Paragraph(text)
    yield from resolution.preamble
    yield from resolution.body
    for line in resolution.closing:
        yield Paragraph(line)
    yield from resolution.annex


def lines_of(part: Paragraph | Heading | Table, dress: Dress) -> list[str]:
    """The printed lines of a part."""
    if isinstance(part, Table):
        head, *rows = (f"| {' | '.join(row)} |" for row in part.rows)
        return [head, "|" + "---|" * len(part.rows[0]), *rows]
    text = part.text
    if dress.raised:
        text = re.sub(r"\{(\d)\}", lambda call: call[1].translate(RAISED), text)
    words = inline(text, dress.emphasis, dress.marker).replace(" ", dress.between)
    if part.label:
        words = part.label + dress.space + words
    if not dress.width:
        return [words]
    indent = " " * dress.indent
    return textwrap.wrap(words, dress.width, initial_indent=indent, break_on_hyphens=False, break_long_words=False)


def printed(resolution: Resolution, dress: Dress) -> bytes:
    """The file that a dress makes."""
    notes = dict(resolution.notes)
    pages: list[list[str]] = [[f"{resolution.publisher} {resolution.symbol}", *resolution.head]]
    feet: list[list[str]] = [[]]
    for part in flow(resolution):
        lines = lines_of(part, dress)
        if dress.height and len(pages[-1]) + len(lines) > dress.height:
            pages.append([])
            feet.append([])
        pages[-1] += [*dress.gap, *lines]
        if not isinstance(part, Table):
            called = [label for label in notes if f"{{{label}}}" in part.text]
            for label in called:
                shown = label.translate(RAISED) if dress.raised else label
                feet[-1] += [dress.note.format(shown, notes.pop(label))]
    text = ""
    for number, (page, foot) in enumerate(zip(pages, feet, strict=True), 1):
        if number > 1:
            text += dress.feed + (f"{resolution.symbol}\n" if dress.head else "")
        text += "\n".join(page) + "\n"
        if foot:
            text += "\n" + dress.rule + "\n" + "\n".join(foot) + "\n"
        if dress.height:
            text += f"\n{dress.number.format(number, len(pages))}\n" + (f"{dress.job}\n" if dress.job else "")
    return text.replace("’", dress.quotes).replace("\n", dress.end).encode(dress.encoding)


RAISED = str.maketrans("123", "¹²³")
FOLDS = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " ", "¹": "1", "²": "2", "³": "3"})


def reading(data: bytes) -> list[str]:
    """The lines of the XML with one kind of quote and space."""
    return akn.convert(data, name="page").xml.decode().translate(FOLDS).splitlines()


BASE = {resolution.name: reading(line_text(resolution)) for resolution in resolutions.ALL}
each = pytest.mark.parametrize("resolution", resolutions.ALL, ids=lambda resolution: resolution.name)

ONE: dict[str, Dress] = {
    "plain": Dress(),
    "wrapped": Dress(width=72),
    "narrow": Dress(width=50),
    "indented": Dress(width=90, indent=6),
    "pages": Dress(width=90, height=28),
    "pages without heads": Dress(width=90, height=28, head=False),
    "pages without form feeds": Dress(width=90, height=30, feed=""),
    "job numbers": Dress(width=80, height=30, job="27-01234 (E) 120327"),
    "page of": Dress(width=80, height=30, number="Page {} of {}"),
    "dashes around the number": Dress(width=80, height=30, number="- {} -"),
    "number alone": Dress(width=80, height=30, number="{}"),
    "raised": Dress(width=90, raised=True),
    "raised on pages": Dress(width=90, height=30, raised=True),
    "emphasis": Dress(emphasis="*{}*"),
    "emphasis with underscores": Dress(emphasis="_{}_"),
    "bold": Dress(emphasis="**{}**"),
    "tags of emphasis": Dress(emphasis="<i>{}</i>"),
    "doubled spaces": Dress(between="  "),
    "doubled spaces, wrapped": Dress(between="  ", width=90),
    "anchors": Dress(marker="[^{}]", note="[^{}]: {}\n"),
    "tags": Dress(marker="<sup>{}</sup>", note="<sup>{}</sup> {}"),
    "carets": Dress(marker="^{}^", note="^{}^ {}"),
    "labels alone": Dress(width=90, height=30, note="{}\n{}"),
    "straight quotes": Dress(quotes="'"),
    "no-break spaces": Dress(space="\u00a0"),
    "tabs": Dress(space="\t"),
    "wide spaces": Dress(width=80, space="    "),
    "Windows": Dress(width=80, end="\r\n"),
    "old Macintosh": Dress(end="\r"),
    "UTF-16": Dress(encoding="utf-16"),
    "byte order mark": Dress(encoding="utf-8-sig"),
    "no blank lines, a paragraph a line": Dress(gap=()),
    "no blank lines": Dress(width=84, gap=()),
    "no blank lines, narrow": Dress(width=64, gap=()),
    "no blank lines, pages": Dress(width=84, height=26, gap=()),
    "two blank lines": Dress(width=84, gap=("", "")),
    "long rule": Dress(width=80, rule="_" * 40),
    "dashed rule": Dress(width=80, rule="-" * 20),
}


@each
@pytest.mark.parametrize("name", ONE)
def test_one_change(resolution: Resolution, name: str) -> None:
    assert reading(printed(resolution, ONE[name])) == BASE[resolution.name]


DRESSES = st.builds(
    Dress,
    raised=st.booleans(),
    emphasis=st.sampled_from(["{}", "*{}*"]),
    between=st.just(" "),
    gap=st.sampled_from([("",), ("", "")]),
    width=st.sampled_from([60, 72, 80, 96]),
    indent=st.sampled_from([0, 6]),
    height=st.sampled_from([0, 24, 30, 40]),
    head=st.booleans(),
    number=st.sampled_from(["{}/{}", "- {} -", "Page {} of {}"]),
    job=st.sampled_from(["", "27-01234", "27-01234 (E) 120327"]),
    marker=st.sampled_from(["{}", "<sup>{}</sup>"]),
    note=st.sampled_from(["{} {}", "{}\n{}"]),
    quotes=st.sampled_from(["’", "'"]),
    space=st.sampled_from([" ", "\u00a0", "   "]),
    end=st.sampled_from(["\n", "\r\n"]),
    feed=st.sampled_from(["\f", ""]),
    rule=st.sampled_from(["_______________", "-" * 20]),
    encoding=st.sampled_from(["utf-8", "utf-16"]),
)


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(resolutions.ALL), DRESSES)
def test_many_changes(resolution: Resolution, dress: Dress) -> None:
    assert reading(printed(resolution, dress)) == BASE[resolution.name]
