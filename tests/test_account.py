"""The proof that nothing is lost: it holds for every fixture, and finds each thing that is taken, doubled or changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import FIXTURES
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import akn
from akn import api, walk
from akn.ledger import Entry, account
from akn.source import Piece, Run

SOURCES = sorted(
    path for folder in ("seeds", "invented") for path in (FIXTURES / folder).iterdir() if path.suffix in (".txt", ".md")
)
each = pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
SEED = SOURCES[-1]


def characters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


@each
def test_every_character_has_one_home(source: Path) -> None:
    """Counted anew, without places: the XML's words, the markers' attributes and the ledger are the source."""
    conversion = akn.convert(source.read_bytes(), name=source.name)
    text = conversion.source.text
    root = conversion.tree.getroot()
    said = characters(etree.tostring(root, method="text", encoding="unicode"))
    for element in root.iter("{*}authorialNote", "{*}noteRef"):
        said += characters(element.get("marker", ""))
    for entry in conversion.ledger:
        said += characters(text[entry.start : entry.end])
    raised = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    assert characters("".join(said.elements()).translate(raised)) == characters(text.translate(raised))


@each
def test_what_is_taken_doubled_or_changed_is_found(source: Path) -> None:
    read = api.parse(source.read_bytes(), name=source.name)
    runs = [run for run in walk.runs(read.document) if run.text.strip() and run.pieces]
    assert account(read.source, runs, read.ledger) == []
    for index in range(0, len(runs), 7):
        run = runs[index]
        start = run.pieces[0].start
        without = account(read.source, runs[:index] + runs[index + 1 :], read.ledger)
        assert without[0].fault == "lost"
        assert without[0].start <= start + len(run.text)
        assert "doubled" in {fault.fault for fault in account(read.source, [*runs, run], read.ledger)}
        wrong = Run("#" + run.text[1:], run.pieces)
        faults = account(read.source, [*runs[:index], wrong, *runs[index + 1 :]], read.ledger)
        assert [(fault.start, fault.fault) for fault in faults] == [(start, "changed")]


@each
def test_a_ledger_without_an_entry_does_not_pass(source: Path) -> None:
    read = api.parse(source.read_bytes(), name=source.name)
    runs = walk.runs(read.document)
    for index in range(0, len(read.ledger), 5):
        entry = read.ledger[index]
        if read.source.text[entry.start : entry.end].strip():
            faults = account(read.source, runs, read.ledger[:index] + read.ledger[index + 1 :])
            assert [fault.fault for fault in faults] == ["lost"]


def test_words_from_nowhere_are_found() -> None:
    read = api.parse(SEED.read_bytes(), name=SEED.name)
    invented = Run("invented")
    faults = account(read.source, [*walk.runs(read.document), invented], read.ledger)
    assert [fault.fault for fault in faults] == ["changed"]
    between = Run("a b", (Piece(0, 0, 1),))
    assert account(replace(read.source, text="a"), [between], ()) != []


def test_a_writer_that_forgets_words_gives_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    right = api.to_xml

    def forgetful(document: akn.Document, **options: object) -> bytes:
        return right(document).replace(b"</i>", b"</i><!-- -->", 1).replace(b"</p>", b"!</p>", 1)

    monkeypatch.setattr(api, "to_xml", forgetful)
    with pytest.raises(akn.Leak, match="where the document says"):
        api.convert(SEED.read_bytes(), name=SEED.name)


PARTS = {
    "Recalling that rivers are long,": 6,
    "Noting the letter of the ferrymen,1": 3,
    "1. Decides to count them;": 4,
    "2. Requests the Secretary-General:": 4,
    "(a) To count boats;": 3,
    "(b) To count oars;2": 3,
    "A/RES/79/901": 2,
    "2/3": 2,
    "24-22901 (E) 271224": 1,
    "____________": 2,
    "1 See A/79/12.": 2,
    "2\nSee A/79/13.": 2,
    "50th plenary meeting\n12 December 2024": 1,
    "Annex": 1,
    "Table of boats": 1,
    "* * *": 1,
}


@settings(deadline=None, max_examples=120)
@given(
    st.lists(st.sampled_from([part for part, weight in PARTS.items() for _ in range(weight)]), max_size=25),
    st.sampled_from(["\n\n", "\n", "\n\n\f", "\r\n\r\n"]),
)
def test_any_sequence_of_paragraphs_furniture_and_notes(parts: list[str], gap: str) -> None:
    """Nothing of it is lost, and what was left out was no paragraph."""
    text = gap.join(["79/901. Rivers", "The General Assembly,", *parts]) + "\n"
    conversion = akn.convert(text.encode(), name="text")
    assert account(conversion.source, walk.runs(conversion.document), conversion.ledger) == []
    left = "".join(text[entry.start : entry.end] for entry in conversion.ledger)
    for word in ("Recalling", "Noting", "Decides", "Requests", "count", "See"):
        assert word not in left


def test_entries_that_overlap_are_found() -> None:
    read = api.parse(b"79/901. Rivers\n\nThe General Assembly,\n\n1. Decides.\n", name="text")
    assert account(read.source, walk.runs(read.document), (Entry(0, 3, "rule"),))[0].fault == "doubled"
