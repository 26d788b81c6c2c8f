"""Texts of a few lines: what one wrapped line, one page number or one formula tells."""

from __future__ import annotations

import textwrap

import pytest

import akn

TEXT = """The Security Council,

Guided by the purposes and principles of the Charter of the United Nations,

Acting under Chapter VII of the Charter of the United Nations and of its own rules of procedure,

1. Decides to extend the mandate of the Observer Mission in the Northern Harbours until the end of June;

2. Decides to remain seized of the matter.
"""


@pytest.mark.parametrize("width", range(50, 100, 7))
def test_a_short_text_in_lines_of_any_width_says_the_same(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in TEXT.split("\n\n"))
    assert akn.convert(wrapped).xml == akn.convert(TEXT).xml


def test_lines_of_a_list_without_blank_lines_stay_apart() -> None:
    text = "The Security Council,\nNoting the reports,\nNoting the maps,\n1. Decides;\n(a) To wait; and\n(b) To see.\n"
    xml = akn.convert(text).xml
    assert xml.count(b"<container") == 2
    assert xml.count(b"<point") == 2


@pytest.mark.parametrize(
    "page",
    ["Page 2", "Page 2 sur 8", "página 2 de 8", "Стр. 2 из 8", "第 2 页", "صفحة 2 من 8", "Seite 2", "- 2 -", "2/8"],
)
def test_page_numbers_of_any_language(page: str) -> None:
    text = TEXT.replace("of the United Nations,", f"of the\n\n{page}\n\nUnited Nations,", 1)
    found = akn.convert(text)
    assert [(entry.reason, text[entry.start : entry.end]) for entry in found.ledger] == [("page number", page)]
    assert found.xml == akn.convert(TEXT).xml


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The General Assembly,\n\nNotes\n\n1. Decides;\n\n2. Asks.\n\na1e", "eng"),
        ("L’Assemblée générale,\n\n1. Approuve;\n\n2. Prie.", "fra"),
        ("La Asamblea General,\n\n1. Aprueba;\n\n2. Pide.", "spa"),
    ],
)
def test_the_formula_tells_the_language_of_a_short_text(text: str, language: str) -> None:
    assert akn.convert(text).document.language == language


@pytest.mark.parametrize("number", ["1.1", "2.5", "12.3"])
def test_the_part_of_a_number_calls_no_footnote(number: str) -> None:
    part = number.partition(".")[2]
    text = f"The Security Council,\n\nNoting that {number} million tons are meant,\n\n1. Decides so.\n\n_____\n{part}\nA/85/3.\n"
    found = akn.convert(text)
    assert [warning.code for warning in found.warnings if warning.code == "AKN411"] == ["AKN411"]
    assert f"{number} million".encode() in found.xml


def test_a_heading_marked_by_the_source_may_be_long() -> None:
    words = "Review of " + "the work of the Assembly and of its Second and Third Committees, " * 5 + "and follow-up"
    text = f"The General Assembly ,\n\n## I. Scope\n\n- 1. Decides so;\n\n## II. {words}\n\n- 2. Decides thus.\n"
    xml = akn.convert(text).xml
    assert f"<heading>{words}</heading>".encode() in xml


def test_a_treaty_quoted_in_the_preamble_does_not_end_it() -> None:
    text = (
        "The General Assembly,\n\nRecalling the Convention on Tides, which reads as follows:\n\n"
        '## "Article 1\n\n"The Parties undertake to respect the tides.\n\n'
        "Reaffirming its decision,\n\n- 1. Decides so.\n"
    )
    statement = akn.convert(text).document.statements[0]
    assert len(statement.preamble) == 3
    assert len(statement.body) == 1


def test_rows_of_a_table_with_blank_lines_between_make_one_table() -> None:
    table = ["| Year | Ships |", "|------|-------|", "| 2030 | 12 |", "| 2031 | 14 |"]
    head = "The General Assembly,\n\nNoting the fleet,\n\n1. Adopts the table below.\n\nAnnex\n\nTable\n\n"
    apart, together = (akn.convert(head + lines.join(table) + "\n").xml for lines in ("\n\n", "\n"))
    assert apart == together
    assert apart.count(b"<table") == 1


def test_an_item_that_goes_on_the_paragraph_before_it() -> None:
    text = (
        "The General Assembly,\n\nNoting the report,\n\n"
        "- 1. Recognizes that the cooperation of all ports of the region is needed so that an\n"
        "- effective survey of the tides is made every year;\n- 2. Decides so.\n"
    )
    assert b"so that an effective survey" in akn.convert(text).xml


def test_the_running_head_of_a_page_whose_symbol_a_scan_misread() -> None:
    text = (
        "UNITED NATIONS\n\niJ/ ct.14/n6(VI)\n\nThe Security Council,\n\nNoting the report,\n\n1. Decides so;\n\n"
        "## E/CN.14/RES/1l6(VI) Page 2\n\n2. Decides thus.\n"
    )
    assert [entry.reason for entry in akn.convert(text).ledger][-1] == "running head"


def test_a_volume_has_a_statement_for_each_numbered_title() -> None:
    one = (
        "{} (XXI). Appointments to the Board of Tides\n\nThe General Assembly\n\n1. Appoints a member;\n\n"
        "1452nd plenary meeting,\n26 October 1966.\n\nAs a result, the Board is as follows: Mr. A, Mr. B.\n\n"
    )
    document = akn.convert(one.format(2140) + one.format(2141)).document
    assert len(document.statements) == 2
    assert all(statement.preface for statement in document.statements)


@pytest.mark.parametrize("end", ["of all harbours", "of all harbours,"])
def test_words_that_a_page_tore_off_a_point_go_on_it(end: str) -> None:
    text = (
        f"The General Assembly,\n\nNoting the report,\n\n- 1. Decides:\n- (a) To survey the tides {end}\n\n"
        "including those of the islands;\n- (b) To print the tables;\n- 2. Decides so.\n"
    )
    xml = akn.convert(text).xml
    assert f"<p>To survey the tides {end} including those of the islands;</p>".encode() in xml
    assert b"<wrapUp" not in xml
