"""The PDF reader: what fonts, sizes and places say, over invented files; and real ones where they are at hand."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import util
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from paper import WIDTH, Sheet, pdf

import akn
from akn.blocks import Block, Reading
from akn.errors import AknError, MissingExtra, UnreadableInput
from akn.ledger import account
from akn.readers import Options, reading_of
from akn.readers.limits import Limits
from akn.readers.pdf.bidi import Glyph, cluster, words
from akn.readers.pdf.page import Style
from akn.source import Passage, Run

SHARED = Path(__file__).parents[3] / "shared"
ONE = "_Recalling_ the winter in which the lamp on the outer reef went dark, and the ships that were warned too late,"
TWO = "1. _Decides_ to keep a second lamp in each tower, and to pay the keepers who light it;"
THREE = "2. _Invites_ the harbour masters to say by what date the first of these lamps can be lit."


# --- helpers


def runs(reading: Reading) -> Iterator[Run]:
    """All Runs that a document made of the reading would have."""
    passages: list[Passage] = []
    for block in reading.blocks:
        passages += [block.words, *(cell.words for row in block.rows for cell in row)]
    called = {mark.target for words in passages for mark in words.marks if mark.kind == "note"}
    for note in reading.notes:
        called |= {mark.target for words in note.paragraphs for mark in words.marks if mark.kind == "note"}
    for note in reading.notes:
        passages += note.paragraphs if note.key in called else (note.label, *note.paragraphs)
    return (words.run for words in passages)


def read(*sheets: Sheet) -> Reading:
    """The reading of some pages, in which every character has one home."""
    reading = reading_of("paper.pdf", pdf(*sheets))
    assert account(reading.source, runs(reading), reading.ledger) == []
    return reading


def texts(reading: Reading) -> list[str]:
    return [block.words.text for block in reading.blocks]


def left_out(reading: Reading, reason: str) -> list[str]:
    return [reading.source.text[start:end] for start, end, why in reading.ledger if why == reason]


def marked(block: Block, kind: str) -> list[tuple[str, str]]:
    text = block.words.text
    return [(text[mark.start : mark.end], mark.target) for mark in block.words.marks if mark.kind == kind]


def filled(sheet: Sheet, y: float = 100.0) -> float:
    """Three paragraphs on a page."""
    for text in (ONE, TWO, THREE):
        y = sheet.paragraph(100, y, text, indent=24)
    return y


# --- paragraphs and words


def test_lines_become_paragraphs_with_emphasis() -> None:
    sheet = Sheet()
    filled(sheet)
    reading = read(sheet)
    assert texts(reading) == [text.replace("_", "") for text in (ONE, TWO, THREE)]
    assert [marked(block, "i") for block in reading.blocks] == [
        [("Recalling", "")],
        [("Decides", "")],
        [("Invites", "")],
    ]
    assert {block.indent for block in reading.blocks} == {24.0}


def test_a_paragraph_runs_on_over_the_page() -> None:
    first, second = Sheet(), Sheet()
    words = " ".join(["the", "keepers", "of", "lights"] * 12)
    y = first.paragraph(100, 100, f"_Noting_ that {words}", indent=24)
    second.paragraph(100, 80, "and their families live far from every port,")
    second.paragraph(100, y, THREE, indent=24)
    assert texts(read(first, second)) == [
        f"Noting that {words} and their families live far from every port,",
        THREE.replace("_", ""),
    ]


def test_lines_set_apart_are_one_sentence() -> None:
    sheet = Sheet()
    lines = ("Decides that each tower on the outer reef shall have a second lamp", "of the same strength as the first,")
    for number, line in enumerate((*lines, "Invites the masters of all harbours to say when it can be lit.")):
        sheet.words(100, 100 + 20 * number, line)
    assert texts(read(sheet)) == [" ".join(lines), "Invites the masters of all harbours to say when it can be lit."]


def test_a_number_in_brackets_at_the_start_of_a_line_is_no_point() -> None:
    sheet = Sheet()
    sheet.words(124, 100, "Taking note of the decisions on lamps and oil, Lamps/Dec.710")
    sheet.words(100, 112, "(XXXI) of the winter session, and of those on towers,")
    assert len(texts(read(sheet))) == 1


def test_agenda_items_at_the_edge_are_lines_of_their_own() -> None:
    sheet = Sheet()
    for number, line in enumerate(("Third session", "Agenda item 4", "Lamps, oil and wicks")):
        sheet.words(60, 90 + 12 * number, line)
    filled(sheet, 160)
    assert texts(read(sheet))[:3] == ["Third session", "Agenda item 4", "Lamps, oil and wicks"]


def test_words_that_the_file_splits_are_mended() -> None:
    sheet = Sheet()
    sheet.words(100, 100, "the lighthouse on the reef, and the")
    end = sheet.words(100, 112, "old lighth")
    sheet.words(end + 1.8, 112, "ouse of the harbour master.")
    reading = read(sheet)
    assert texts(reading) == ["the lighthouse on the reef, and the old lighthouse of the harbour master."]
    places = [entry.start for entry in reading.ledger if entry.reason == "split word"]
    assert [reading.source.text[at - 6 : at + 4] for at in places] == ["lighthouse"]


def test_a_capital_that_the_file_parts_from_its_word_is_joined() -> None:
    sheet = Sheet()
    end = sheet.words(100, 100, "the keepers of the A")
    end = sheet.words(end + 1.7, 100, "utonomous reef, resolution 2625 (X")
    sheet.words(end + 1.7, 100, "XV)")
    assert texts(read(sheet)) == ["the keepers of the Autonomous reef, resolution 2625 (XXV)"]


def test_a_word_behind_a_marker_stands_apart_from_it() -> None:
    sheet = Sheet()
    end = sheet.words(100, 100, "Recalling the lamps,")
    end = sheet.words(end + 0.5, 96.5, "5", "", 6.5)
    sheet.words(end + 1.4, 100, "updated as necessary")
    assert texts(read(sheet)) == ["Recalling the lamps,5 updated as necessary"]


def test_a_space_that_the_file_squeezes_is_one() -> None:
    sheet = Sheet()
    end = sheet.words(100, 100, "Calls", "i")
    sheet.words(end + 1.7, 100, "for", "i")
    sheet.words(end + 25, 100, "more lamps on the outer reef.")
    assert texts(read(sheet)) == ["Calls for more lamps on the outer reef."]


@pytest.mark.parametrize(
    ("first", "second", "elsewhere", "whole", "hyphens"),
    [
        ("the light-", "house of the old port,", "each lighthouse", "the lighthouse of the old port,", ["-"]),
        ("the non-", "selective use of oil,", "non-selective use", "the non-selective use of oil,", []),
        ("the oil-", "burning lamps of old,", "of oil, burning", "the oil-burning lamps of old,", []),
        ("the Anglo-", "French lamp of old,", "of the lamp", "the Anglo-French lamp of old,", []),
        ("short- and", "long-term needs of oil,", "of the lamp", "short- and long-term needs of oil,", []),
        ("the years 2023–", "2026, and those after,", "of the lamp", "the years 2023–2026, and those after,", []),
    ],
)
def test_hyphens_at_the_end_of_a_line(first: str, second: str, elsewhere: str, whole: str, hyphens: list[str]) -> None:
    sheet = Sheet()
    sheet.words(100, 100, f"Recalling what was said of {elsewhere},")
    sheet.words(100, 130, f"Bearing in mind the long report upon {first}")
    sheet.words(100, 142, second)
    reading = read(sheet)
    assert texts(reading)[1] == f"Bearing in mind the long report upon {whole}"
    assert left_out(reading, "line-end hyphen") == hyphens


# --- footnotes


def test_raised_digits_call_the_notes_at_the_foot() -> None:
    sheet = Sheet()
    sheet.paragraph(100, 100, "_Recalling_ the year 2000^2^ and the lamps of the first reef,^1^", indent=24)
    sheet.paragraph(100, 130, "1. _Decides_ to burn 3 m^3^ of oil, as in the year 2000.^2^", indent=24)
    sheet.rule(100, 640, 160, 640)
    sheet.line(106, 652, "^1^ See A/61/1.", 8)
    sheet.line(106, 662, "^2^ Resolution 2000 (L), which", 8)
    sheet.line(112, 672, "speaks of oil.", 8)
    reading = read(sheet)
    assert [(n.key, [p.text for p in n.paragraphs]) for n in reading.notes] == [
        ("1", ["See A/61/1."]),
        ("2", ["Resolution 2000 (L), which speaks of oil."]),
    ]
    assert [marked(block, "note") for block in reading.blocks] == [[("2", "2"), ("1", "1")], [("2", "2")]]
    assert marked(reading.blocks[1], "sup") == [("3", "")]
    assert left_out(reading, "label of a note") == ["1", "2"]
    assert reading.findings == ()


def test_small_letters_at_the_foot_are_notes_without_a_rule() -> None:
    sheet = Sheet()
    filled(sheet, 220)
    sheet.paragraph(100, 180, "_Guided_ by the Charter of the lamps*", indent=24)
    sheet.line(106, 652, "* Reissued for technical reasons.", 7.5)
    reading = read(sheet)
    assert [n.paragraphs[0].text for n in reading.notes] == ["Reissued for technical reasons."]
    assert marked(reading.blocks[0], "note") == [("*", "*")]


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    first, second = Sheet(), Sheet()
    for sheet in (first, second):
        filled(sheet)
        sheet.rule(100, 640, 160, 640)
    first.paragraph(100, 300, "_Noting_ the report,^1^", indent=24)
    first.line(106, 652, "^1^ The report speaks of many", 8)
    second.line(106, 652, "lamps and of their keepers.", 8)
    assert [n.paragraphs[0].text for n in read(first, second).notes] == [
        "The report speaks of many lamps and of their keepers."
    ]


def test_markers_and_notes_that_do_not_answer_each_other_are_told() -> None:
    sheet = Sheet()
    sheet.paragraph(100, 100, "_Recalling_ the lamps^4^ of the outer reef,", indent=24)
    sheet.rule(100, 640, 160, 640)
    sheet.line(106, 652, "^1^ See A/61/1.", 8)
    reading = read(sheet)
    assert sorted(finding.code for finding in reading.findings) == ["AKN411", "AKN412"]
    assert [n.label.text for n in reading.notes] == ["1"]


# --- furniture


def test_what_the_page_carries_beside_its_text_goes_to_the_ledger() -> None:
    sheets = [Sheet(), Sheet(), Sheet()]
    for number, sheet in enumerate(sheets, 1):
        filled(sheet)
        if number > 1:
            sheet.words(60, 40, "A/RES/61/1", "b", 8.5)
            sheet.words(60, 55, "Lamps and keepers", "i", 8.5)
            sheet.rule(60, 60, 550, 60)
            sheet.words(60, 755, "07-12345", "", 7)
            sheet.words(500, 755, f"{number}/3", "b", 8.5)
    sheets[0].words(60, 740, "07-12345 (E) 070507")
    sheets[0].words(60, 755, "*0712345*", "bar", 12)
    sheets[0].words(400, 755, "Please recycle", "b", 8)
    reading = read(*sheets)
    assert len(reading.blocks) == 9
    assert left_out(reading, "running head") == ["A/RES/61/1", "Lamps and keepers"] * 2
    assert left_out(reading, "page number") == ["2/3", "3/3"]
    assert left_out(reading, "job number") == ["07-12345 (E) 070507", "07-12345", "07-12345"]
    assert left_out(reading, "barcode") == ["*0712345*"]
    assert left_out(reading, "recycling notice") == ["Please recycle"]


def test_a_page_of_text_that_begins_at_the_top_loses_nothing() -> None:
    first, second = Sheet(), Sheet()
    filled(first)
    filled(second, 60)
    assert texts(read(first, second)) == [text.replace("_", "") for text in (ONE, TWO, THREE)] * 2


def test_rotated_and_hidden_words_and_pictures_are_named() -> None:
    sheet = Sheet()
    filled(sheet)
    sheet.words(30, 500, "ARCHIVE COPY", turned=True)
    sheet.words(100, 500, "ghost", hidden=True)
    sheet.words(100, 900, "below the paper")
    sheet.picture(200, 400, 320, 520)
    reading = read(sheet)
    assert len(reading.blocks) == 3
    assert left_out(reading, "rotated text") == ["ARCHIVE COPY", "below the paper"]
    assert left_out(reading, "hidden text") == ["ghost"]
    assert left_out(reading, "image mark") == ["\ufffc"]


def test_a_page_that_lies_on_its_side_is_read_upright() -> None:
    sheet = Sheet()
    for number, line in enumerate(("The lamps of the outer reef are lit", "at dusk, and put out at dawn.")):
        sheet.words(100 + 12 * number, 700, line, turned=True)
    sheet.words(20, 20, "archive")
    reading = read(sheet)
    assert texts(reading) == ["The lamps of the outer reef are lit at dusk, and put out at dawn."]
    assert left_out(reading, "rotated text") == ["archive"]


def test_pictures_are_kept_where_they_stand_if_that_is_wanted() -> None:
    sheet = Sheet()
    y = sheet.paragraph(100, 100, ONE, indent=24)
    sheet.picture(200, y + 10, 320, y + 120)
    sheet.paragraph(100, y + 150, TWO, indent=24)
    reading = reading_of("paper.pdf", pdf(sheet), Options(media="pictures"))
    assert [media.name for media in reading.media] == ["page1-1.png"]
    assert reading.media[0].data.startswith(b"\x89PNG")
    assert [marked(block, "image") for block in reading.blocks] == [[], [("\ufffc", "pictures/page1-1.png")], []]
    assert left_out(reading, "image mark") == ["\ufffc"]


# --- order


def test_two_columns_are_read_one_after_the_other() -> None:
    sheet = Sheet()
    left = [f"left line {n} which is filled up" for n in range(8)]
    right = [f"right line {n} that is also full" for n in range(8)]
    for number, (one, other) in enumerate(zip(left, right, strict=True)):
        sheet.words(60, 100 + 12 * number, one)
        sheet.words(320, 100 + 12 * number, other)
    assert texts(read(sheet)) == [" ".join([*left, *right])]


def test_a_page_of_a_bound_volume_is_read_column_by_column() -> None:
    sheet = Sheet()
    sheet.words(60, 45, "Resolutions on lamps and oil", "i", 8)
    sheet.words(520, 45, "171", "b", 8)
    sheet.rule(60, 50, 552, 50)
    texts_of = [
        [f"{n}. Decides to keep the lamps of reef {n} lit through the winter nights;" for n in r]
        for r in (range(1, 9), range(9, 13))
    ]
    for x, (column, right) in zip((60, 320), zip(texts_of, (290, 550), strict=True), strict=True):
        y = 100.0 + x / 20
        for text in column:
            y = sheet.paragraph(x, y, text, right, 12, 8)
    sheet.rule(60, 640, 110, 640)
    sheet.line(60, 650, "^3^ Resolution 2000 (XX).", 6.5)
    sheet.words(400, y + 10, "1408th plenary meeting,", "i", 8)
    reading = read(sheet)
    assert texts(reading) == [*texts_of[0], *texts_of[1], "1408th plenary meeting,"]
    assert left_out(reading, "running head") == ["Resolutions on lamps and oil", "171"]
    assert [note.paragraphs[0].text for note in reading.notes] == ["Resolution 2000 (XX)."]


def test_the_sides_of_a_masthead_are_read_one_after_the_other() -> None:
    sheet = Sheet()
    sheet.words(120, 57, "United Nations", "", 14)
    sheet.words(470, 56, "A/RES/61/1")
    sheet.rule(60, 65, 552, 65)
    sheet.words(120, 86, "General Assembly", "b", 20)
    sheet.words(397, 87, "Distr.: General")
    sheet.words(397, 99, "7 May 2007")
    sheet.rule(60, 210, 552, 210)
    filled(sheet, 240)
    assert texts(read(sheet))[:5] == [
        "United Nations",
        "A/RES/61/1",
        "General Assembly",
        "Distr.: General",
        "7 May 2007",
    ]


def hebrew(text: str) -> str:
    """`A` to `Z` as the letters that the press prints in its font from right to left."""
    return "".join(chr(0x05D0 + ord(c) - 65) if c.isupper() else c for c in text)


def right_to_left(sheet: Sheet, right: float, y: float, *words: str, size: float = 10.0) -> None:
    """Prints words from the right; capitals are Hebrew, `=` before a word keeps its letters as they are."""
    for word in words:
        plain = word.startswith("=")
        drawn = word[1:] if plain else word[::-1]
        right -= 0.6 * size * len(drawn)
        sheet.words(right, y, drawn, "" if plain else "rtl", size)
        right -= 0.6 * size


def test_letters_from_right_to_left_are_in_the_order_of_reading() -> None:
    sheet = Sheet()
    right_to_left(sheet, 500, 100, "ABC", "=61/301", "DEF", "=A/RES/61/301", "GHI")
    assert texts(read(sheet)) == [hebrew("ABC 61/301 DEF ") + "A/RES/61/301" + hebrew(" GHI")]


@pytest.mark.parametrize("drawn", ["=()", "=)("])
def test_brackets_are_read_in_their_order_however_the_file_names_them(drawn: str) -> None:
    sheet = Sheet()
    right_to_left(sheet, 500, 100, "ABC")
    sheet.words(470, 100, drawn[2])
    sheet.words(464, 100, "D", "rtl")
    sheet.words(458, 100, drawn[1])
    right_to_left(sheet, 446, 100, "EFG")
    assert texts(read(sheet)) == [hebrew("ABC (D) EFG")]


def test_paragraphs_from_right_to_left_have_their_indents_and_notes_at_the_right() -> None:
    sheet = Sheet()
    for number in range(3):
        y = 100 + 40 * number
        right_to_left(sheet, 476, y, *["ABCDEFGH"] * 6)
        sheet.words(476 - 54 * 6, y - 3.5, str(number + 1), "", 6)
        right_to_left(sheet, 500, y + 12, "ABC", "DEF")
        right_to_left(sheet, 490, 652 + 10 * number, f"={number + 1}", "NOTE", size=8)
    sheet.rule(440, 640, 500, 640)
    reading = read(sheet)
    assert [block.indent for block in reading.blocks] == [24.0] * 3
    assert texts(reading)[0] == hebrew(" ".join(["ABCDEFGH"] * 6)) + "1" + hebrew(" ABC DEF")
    assert [marked(block, "note") for block in reading.blocks] == [[("1", "1")], [("2", "2")], [("3", "3")]]
    assert [note.paragraphs[0].text for note in reading.notes] == [hebrew("NOTE")] * 3


def test_a_ligature_and_a_vowel_sign_stand_in_their_order() -> None:
    style = Style(10.0)
    letters = [
        Glyph("\u0644\u0623", 10, 16, 100, style),  # lam and alef in one
        Glyph("\u0645", 16, 21, 100, style),
        Glyph("\u064f", 17, 18, 95.5, style),
    ]
    assert [word.text for word in words(letters)] == ["\u0644\u0623\u0645\u064f"]
    assert cluster("\u0623\u0644") == "\u0644\u0623"
    assert cluster("\u0644\u0623") == "\u0644\u0623"


def test_chinese_lines_are_joined_without_a_space() -> None:
    sheet = Sheet()
    for number, line in enumerate(("ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJaKLMN", "OPQRSTb")):
        sheet.words(100, 100 + 12 * number, line, "cjk")
    (found,) = texts(read(sheet))
    assert " " not in found
    assert found.endswith("\u3002")
    assert len(found) == 48


# --- tables


def _grid(sheet: Sheet, columns: list[float], rows: list[float]) -> None:
    for y in rows:
        sheet.rule(columns[0], y, columns[-1], y)
    for x in columns:
        sheet.rule(x, rows[0], x, rows[-1])


def _cells(block: Block) -> list[list[str]]:
    return [[cell.words.text for cell in row] for row in block.rows]


def test_ruled_cells_are_a_table() -> None:
    sheet = Sheet()
    sheet.paragraph(100, 90, ONE, indent=24)
    _grid(sheet, [100, 240, 380, 500], [200, 230, 260])
    for x, y, text in (
        (105, 215, "Tower"),
        (245, 215, "Lamps"),
        (385, 215, "Oil"),
        (105, 245, "Outer reef"),
        (245, 243, "two, or in"),
        (245, 255, "winter three"),
        (385, 245, "3 barrels"),
    ):
        sheet.words(x, y, text)
    sheet.paragraph(100, 290, TWO, indent=24)
    reading = read(sheet)
    assert [block.kind for block in reading.blocks] == ["text", "table", "text"]
    assert _cells(reading.blocks[1]) == [
        ["Tower", "Lamps", "Oil"],
        ["Outer reef", "two, or in winter three", "3 barrels"],
    ]


def test_a_cell_spreads_where_no_rule_parts_it() -> None:
    sheet = Sheet()
    for y in (200, 230, 260):
        sheet.rule(100, y, 400, y)
    for x in (100, 400):
        sheet.rule(x, 200, x, 260)
    sheet.rule(250, 230, 250, 260)
    sheet.words(105, 215, "Lamps of the reef")
    sheet.words(105, 245, "old")
    sheet.words(255, 245, "new")
    sheet.paragraph(100, 300, ONE, indent=24)
    (head,), second = read(sheet).blocks[0].rows
    assert (head.words.text, head.columns, [cell.words.text for cell in second]) == (
        "Lamps of the reef",
        2,
        ["old", "new"],
    )


def test_columns_of_short_words_between_rules_are_a_table() -> None:
    sheet = Sheet()
    sheet.paragraph(100, 90, ONE, indent=24)
    for y in (200, 220, 300):
        sheet.rule(100, y, 500, y)
    rows = [("Tower", "Lit on"), ("Outer reef", "7 May"), ("Old harbour", "8 May"), ("North cape", "9 May")]
    for number, (one, other) in enumerate(rows):
        sheet.words(100, 213 + 24 * number, one)
        sheet.words(400, 213 + 24 * number, other)
    reading = read(sheet)
    assert _cells(reading.blocks[1]) == [list(row) for row in rows]
    assert not any(cell.header for row in reading.blocks[1].rows for cell in row)


def test_small_lines_with_raised_labels_under_a_table_are_its_notes() -> None:
    sheet = Sheet()
    sheet.paragraph(100, 100, ONE, indent=24)
    _grid(sheet, [100, 250, 400], [200, 230, 260])
    for x, y, text in ((105, 215, "Reef^a^"), (255, 215, "two^b^"), (105, 245, "Bay"), (255, 245, "ten")):
        sheet.line(x, y, text)
    sheet.line(106, 275, "^a^ The outer reef, where the", 8)
    sheet.line(112, 285, "lamps are.", 8)
    sheet.line(106, 296, "^b^ Three in winter.", 8)
    sheet.paragraph(100, 320, TWO, indent=24)
    reading = read(sheet)
    assert [block.kind for block in reading.blocks] == ["text", "table", "text"]
    assert [(note.key, note.paragraphs[0].text) for note in reading.notes] == [
        ("a", "The outer reef, where the lamps are."),
        ("b", "Three in winter."),
    ]
    assert [[mark.kind for mark in cell.words.marks] for cell in reading.blocks[1].rows[0]] == [["note"], ["note"]]


def test_a_table_goes_on_with_the_next_page() -> None:
    sheets = [Sheet(), Sheet()]
    for sheet, y, rows in zip(
        sheets, (600, 60), ((("Reef", "two"),), (("Cape", "three"), ("Bay", "four"))), strict=True
    ):
        lines = [("Tower", "Lamps"), *rows]
        _grid(sheet, [100, 240, 380], [y + 30.0 * number for number in range(len(lines) + 1)])
        for number, (one, other) in enumerate(lines):
            for x, text in ((105, one), (245, other)):
                sheet.words(x, y + 15 + 30 * number, text, "" if number else "b")
    sheets[0].paragraph(100, 100, ONE, indent=24)
    sheets[1].paragraph(100, 300, TWO, indent=24)
    reading = read(*sheets)
    assert [block.kind for block in reading.blocks] == ["text", "table", "text"]
    assert _cells(reading.blocks[1]) == [["Tower", "Lamps"], ["Reef", "two"], ["Cape", "three"], ["Bay", "four"]]
    assert left_out(reading, "running head") == ["Tower", "Lamps"]


@pytest.mark.parametrize(("font", "size"), [("b", 10.0), ("i", 7.0)])
def test_heads_of_columns_are_told_by_their_letters(font: str, size: float) -> None:
    sheet = Sheet()
    _grid(sheet, [100, 240, 380], [200, 230, 260])
    for x, y, text in ((105, 215, "Tower"), (245, 215, "Lamps"), (105, 245, "Reef"), (245, 245, "two")):
        sheet.words(x, y, text, font if y < 230 else "", size if y < 230 else 10.0)
    table = read(sheet).blocks[0]
    assert [[cell.header for cell in row] for row in table.rows] == [[True, True], [False, False]]


# --- what cannot be read


def refusal(data: bytes, options: Options = Options()) -> str:  # noqa: B008
    with pytest.raises(UnreadableInput) as caught:
        reading_of("paper.pdf", data, options)
    assert caught.value.place == "paper.pdf"
    return str(caught.value)


def test_encrypted_files_say_so() -> None:
    assert "needs a password" in refusal(pdf(Sheet(), encryption="password"))
    assert "cannot be read" in refusal(pdf(Sheet(), encryption="unknown"))


def test_broken_files_say_so() -> None:
    sheet = Sheet()
    filled(sheet)
    assert "damaged" in refusal(b"%PDF-1.7\n" + b"no more" * 100)
    assert "damaged" in refusal(pdf(sheet)[:200])


def test_pictures_without_text_tell_of_text_recognition() -> None:
    sheet = Sheet()
    sheet.picture(0, 0, WIDTH, 792)
    message = refusal(pdf(sheet))
    assert "no text" in message
    assert "ocrmypdf" in message


def test_words_under_a_picture_are_those_of_text_recognition() -> None:
    sheet = Sheet()
    sheet.picture(0, 0, WIDTH, 792)
    for number, line in enumerate(("The lamps of the outer reef", "are lit at dusk.")):
        sheet.words(100, 100 + 12 * number, line, hidden=True)
    assert texts(read(sheet)) == ["The lamps of the outer reef are lit at dusk."]


def test_a_page_without_text_among_others_is_told() -> None:
    first, second = Sheet(), Sheet()
    filled(first)
    second.picture(0, 0, WIDTH, 792)
    assert [finding.code for finding in read(first, second).findings] == ["AKN433"]


def test_limits_hold_and_a_refusal_blocks_no_other_file() -> None:
    sheet = Sheet()
    filled(sheet)
    data = pdf(sheet, sheet, sheet)
    assert "--max-pages" in refusal(data, Options(limits=Limits(pages=2)))
    assert "--max-size" in refusal(data, Options(limits=Limits(size=100)))
    assert "--max-seconds" in refusal(data, Options(limits=Limits(seconds=-1)))
    assert len(reading_of("paper.pdf", data).blocks) == 9


def test_time_does_not_grow_with_the_square_of_the_words_of_a_page() -> None:
    sheet = Sheet()
    for number in range(10_000):
        size = (1.5, 6.0, 10.0)[number % 3]
        sheet.words(
            number * 7919 % 5900 / 10, 20 + number * 104729 % 7400 / 10, ("lamp", "1", "*")[number % 3], "", size
        )
    assert reading_of("paper.pdf", pdf(sheet), Options(limits=Limits(seconds=15))).blocks


def test_the_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from akn.readers.pdf import pdfium

    monkeypatch.setitem(sys.modules, "pypdfium2_raw", None)
    monkeypatch.setattr(pdfium, "_loaded", [])
    with pytest.raises(MissingExtra, match=r"akn\[pdf\]"):
        reading_of("paper.pdf", pdf(Sheet()))


# --- whole documents


def resolution() -> bytes:
    """A resolution of two pages."""
    first, second = Sheet(), Sheet()
    first.words(60, 90, "Resolution adopted by the General Assembly on 7 May 2007", "b")
    first.words(60, 130, "61/301. Lamps on distant shores", "b", 12)
    y = first.paragraph(60, 160, "_The General Assembly_,", indent=24)
    y = first.paragraph(60, y, ONE.replace("dark", "dark^1^"), indent=24)
    first.paragraph(60, y, TWO, indent=24)
    first.rule(60, 640, 120, 640)
    first.line(60, 652, "^1^ See A/61/1.", 8)
    second.words(60, 40, "A/RES/61/301", "b", 8.5)
    second.paragraph(60, 90, THREE, indent=24)
    second.words(400, 140, "95th plenary meeting", "i")
    second.words(400, 152, "7 May 2007", "i")
    return pdf(first, second)


def test_a_resolution_becomes_valid_xml_and_the_same_from_its_text() -> None:
    found = akn.convert(resolution(), name="paper.pdf")
    assert found.document.kind == "resolution"
    assert b'marker="1" placement="bottom"><p>See <ref' in found.xml
    assert akn.convert(akn.to_text(found.document)).xml == found.xml
    assert [entry.reason for entry in found.ledger] == ["label of a note", "running head"]


WORDS = st.lists(st.from_regex(r"[a-z]{1,12}", fullmatch=True), min_size=3, max_size=60)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(WORDS, min_size=1, max_size=6),
    st.sampled_from([8.0, 10.0, 12.0]),
    st.sampled_from([0.0, 24.0]),
    st.integers(400, 540),
)
def test_paragraphs_of_any_words_are_found_again(
    paragraphs: list[list[str]], size: float, indent: float, right: int
) -> None:
    sheet = Sheet()
    y = 100.0
    said = ["Noting " + " ".join(words) + ";" for words in paragraphs]
    for text in said:
        y = sheet.paragraph(100, y, text, right, indent, size)
    assert texts(read(sheet)) == said


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.floats(-50, 650),
            st.from_regex(r"[A-Za-z0-9.,;:()*/–-]([ A-Za-z0-9.,;:()*/–-]{0,30})", fullmatch=True),
            st.sampled_from(["", "i", "b", "rtl", "bar"]),
            st.sampled_from([0.5, 6.0, 10.0, 14.0]),
            st.booleans(),
        ),
        min_size=1,
        max_size=25,
    ),
    st.lists(
        st.tuples(st.sampled_from([50, 120, 300, 450]), st.integers(2, 30), st.sampled_from([0, 90, 200, 400])),
        max_size=30,
    ),
)
def test_words_strewn_over_a_page_all_have_one_home(
    strewn: list[tuple[float, str, str, float, bool]],
    rules: list[tuple[int, int, int]],
) -> None:
    sheet = Sheet()
    for number, (x, text, font, size, odd) in enumerate(strewn):
        y = -20.0 + 35 * number
        sheet.words(x, y, text, font, size, hidden=odd, turned=odd and size > 8)
        if odd:
            sheet.rule(x, y, x + 100, y)
    for place, row, length in rules:
        if length:
            sheet.rule(place, 25 * row, place + length, 25 * row)
        else:
            sheet.rule(place, 25 * row, place, 25 * row + 150)
    sheet.words(100, 400, "a word that is always there")
    reading = read(sheet)
    printed = sorted(c for _, text, font, _, _ in strewn if font != "rtl" for c in text if not c.isspace())
    known = sorted(c for c in reading.source.text if not c.isspace())
    missing = "".join(printed)
    for c in known:
        missing = missing.replace(c, "", 1)
    assert missing == ""


# --- real files


def _real() -> list[Path]:
    return sorted((SHARED / "corpus" / "pdf").glob("*.pdf"))


@pytest.mark.skipif(not _real(), reason="the collection of real documents is not there")
def test_real_files_convert_and_come_back() -> None:
    failed = []
    for path in _real():
        try:
            found = akn.convert(path)
            if akn.convert(akn.to_text(found.document)).xml != found.xml:
                failed.append(f"{path.name}: another document from its text")
        except AknError as error:
            failed.append(str(error))
    assert failed == []


def _scoring() -> Any:  # noqa: ANN401 (a script without types)
    spec = util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not _real(), reason="the collection of real documents is not there")
def test_real_files_say_what_people_read_in_them() -> None:
    score = _scoring()
    poor = {}
    for path in _real():
        gold = SHARED / "eval" / "gold" / f"{path.stem}.gold"
        if not gold.exists():
            continue
        root = etree.fromstring(akn.convert(path).xml)
        counts = score.compare(score.facts_of_gold(gold.read_text(encoding="utf-8")), score.facts_of_xml(root)).values()
        right, made, wanted = (sum(count[i] for count in counts) for i in range(3))
        if 2 * right / (made + wanted) < 0.98:
            poor[path.name] = 2 * right / (made + wanted)
    assert poor == {}
