"""Labels of footnotes with a sign of their own, in plain text: `1/`, `[1]`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import akn
from akn.model import Note, NoteAgain, Operative, Paragraph
from akn.readers import signs


def marked(text: str) -> list[tuple[str, str]]:
    """What is marked as raised: the characters, and whether they are a label or call one."""
    return [(text[mark.start : mark.end], mark.target) for mark in signs.marks_of(text) if mark.kind == "sup"]


@pytest.mark.parametrize(
    "text",
    [
        "the Court, 1/ and calls\n\n1/ See the annex.",
        "the Court 1/;\n\n     1/   See the annex.",
        "the Court,1/\n__________\n1/ See the annex.",
        "the Court,[1]\n\n[1] See the annex.",
        "the Court. [1] It calls\n\n[1]: See the annex.",
        "the Court, \\[1\\]\n\n\\[1\\] See the annex.",
    ],
)
def test_a_call_and_its_label(text: str) -> None:
    assert marked(text) == [("1", "call"), ("1", "label")]


@pytest.mark.parametrize(
    "text",
    [
        "resolution 46/12 and A/48/5, resolution 46/ 12",
        "1/ See the annex.",  # no call
        "the Court, 1/ and calls",  # one call without a footnote could be anything
        "[1] Notes;\n\n[2] Decides.",  # numbers of paragraphs
        "the link [1](https://example.org)\n\n[1](https://example.org)",
        "either and/ or\n\nd/ See",
        "the fraction 1/2, 3/4",
    ],
)
def test_what_calls_nothing(text: str) -> None:
    assert marked(text) == []


def test_calls_in_sequence_whose_footnotes_are_lost() -> None:
    assert marked("the Court, 1/ the Council, 2/ and all") == [("1", "call"), ("2", "call")]


def test_a_line_that_breaks_before_a_call() -> None:
    text = "the report of the Court,\n1/ and the annex,\n\n1/ A/35/428.\n2/ Not called."
    assert marked(text) == [("1", "call"), ("1", "label"), ("2", "label")]


def test_letters_and_stars() -> None:
    text = "the Court, a/ and the Council, */ too\n\n*/ One.\n\na/ Two."
    assert marked(text) == [("a", "call"), ("a", "label"), ("*", "call"), ("*", "label")] or marked(text) == [
        ("a", "call"),
        ("*", "call"),
        ("*", "label"),
        ("a", "label"),
    ]


def test_the_sign_goes_to_the_ledger() -> None:
    text = "The General Assembly,\n\nRecalling the Court, 1/\n\n1. Notes it; 1/\n\n2. Decides.\n\nNotes\n\n1/ See the annex.\n"
    found = akn.convert(text)
    left_out = [(entry.reason, text[entry.start : entry.end]) for entry in found.ledger]
    assert left_out == [
        ("label of a note", "/"),
        ("label of a note", "/"),
        ("heading of the notes", "Notes"),
        ("label of a note", "1"),
        ("label of a note", "/"),
    ]
    first = found.document.statements[0].body[0]
    assert isinstance(first, Operative)
    assert isinstance(first.content[0], Paragraph)
    assert isinstance(first.content[0].content[-1], NoteAgain)
    preambular = found.document.statements[0].preamble[1]
    assert any(isinstance(inline, Note) for inline in preambular.content[0].content)  # type: ignore[union-attr]


def test_a_heading_without_notes_stays() -> None:
    found = akn.convert("The General Assembly,\n\n1. Notes it;\n\n2. Decides.\n\nNotes\n")
    assert b"Notes</" in found.xml


@given(st.text(alphabet="12a*/[] \n.,The\\", max_size=80))
def test_any_text_keeps_all_characters(text: str) -> None:
    marks = signs.marks_of(text)
    assert all(text[mark.start : mark.end].strip() for mark in marks)
    try:
        akn.convert("The General Assembly,\n\nNotes\n\n1. Decides;\n\n2. Asks.\n\n" + text)
    except akn.UnreadableInput as error:
        pytest.fail(str(error))
