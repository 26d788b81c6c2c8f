"""Markdown as converters of documents write it: what is a sign, and what of the text stays."""

from __future__ import annotations

import textwrap

import pytest

import akn

BODY = """The General Assembly,

Recalling its resolution 70/12 of 4 December 2015,

Noting the report of the Secretary-General on the safety of small harbours and of the people who work in them,

1. Calls upon all States to dredge their harbours before the end of every year, and to light them at night;

2. Decides to consider the question again at its eighty-third session.
"""
PLAIN = "A/RES/81/314\n\n81/314. Safety of small harbours and of the people\n\n" + BODY


def left_out(text: str) -> dict[str, str]:
    """What stands in the ledger, by what it says."""
    return {text[entry.start : entry.end]: entry.reason for entry in akn.convert(text).ledger}


def test_front_matter_is_not_of_the_document() -> None:
    text = "---\ntitle: Harbours\ntags:\n- sea\n---\n\n" + PLAIN
    assert akn.convert(text).xml == akn.convert(PLAIN).xml
    assert set(left_out(text)) == {"---", "title: Harbours", "tags:", "- sea"}


def test_a_rule_at_the_head_is_no_front_matter() -> None:
    text = "---\n\n" + PLAIN
    assert akn.convert(text).xml == akn.convert(PLAIN).xml


def test_a_backslash_at_the_end_of_a_line_breaks_it() -> None:
    text = PLAIN.replace("81/314. Safety", "Eighty-first session\\\nAgenda item 70 (b)\n\n81/314. Safety")
    assert left_out(text) == {"\\": "Markdown syntax"}
    assert b"Agenda item 70 (b)</inline>" in akn.convert(text).xml


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**81/314.** Safety", "81/314. Safety"),
        (
            "**81/314. Safety of small harbours and of the people**",
            "81/314. Safety of small harbours and of the people",
        ),
        ("_The General Assembly,_", "The General Assembly,"),
        ("*The General Assembly*,", "The General Assembly,"),
    ],
)
def test_emphasis_of_a_whole_paragraph_is_its_look(written: str, read: str) -> None:
    text = PLAIN.replace(read, written)
    assert text != PLAIN
    found = akn.convert(text).xml.decode()
    assert found.replace("<b>", "").replace("</b>", "") == akn.convert(PLAIN).xml.decode()
    assert ("<b>" in found) == (written == "**81/314.** Safety")


def test_emphasis_between_brackets_is_of_words() -> None:
    text = PLAIN.replace("81/314. Safety", "[*on the report of the Third Committee (A/81/450)*]\n\n81/314. Safety")
    assert b"[<i>on the report of the <docCommittee" in akn.convert(text).xml


def test_emphasis_closes_behind_punctuation() -> None:
    text = PLAIN.replace("Recalling its", "_Recalling (again)_ its")
    assert b"<i>Recalling (again)</i>" in akn.convert(text).xml


def test_the_running_title_behind_the_symbol_is_a_head_without_page_breaks() -> None:
    head = "A/RES/81/314 Safety of small harbours and of the people"
    lines = "\n".join(textwrap.fill(part, 60) for part in PLAIN.split("\n\n")).split("\n")
    middle = next(index for index, line in enumerate(lines) if line.startswith("1. Calls")) + 1
    assert left_out("\n".join([*lines[:middle], head, *lines[middle:]])) == {head: "running head"}
