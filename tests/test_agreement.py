"""The validator and `xmllint --schema` agree on valid or not: a part of `benchmarks/agreement.py`."""

from __future__ import annotations

import runpy
import shutil
from typing import Any

import pytest
from conftest import ROOT

from akn.validation.engine import Settings, Validator

BENCHMARK: dict[str, Any] = runpy.run_path(str(ROOT / "benchmarks" / "agreement.py"))
EVERY = 30
"""One document of so many is judged here."""


@pytest.fixture(scope="module")
def some() -> list[Any]:
    made = [document for document in BENCHMARK["documents"]() if document.kind != "published by the UN"]
    return [made[0], *made[7::EVERY]]


def test_there_are_hundreds_of_documents_and_every_mutation() -> None:
    made = [document for document in BENCHMARK["documents"]() if document.kind != "published by the UN"]
    assert len(made) >= 1000
    assert {document.kind for document in made} == {
        "converted",
        "hand-written",
        "of other classes",
        *BENCHMARK["MUTATIONS"],
    }
    assert len({document.data for document in made}) >= 1000


@pytest.mark.skipif(shutil.which("xmllint") is None, reason="xmllint is not installed")
def test_agreement(some: list[Any]) -> None:
    rows = BENCHMARK["verdicts"](some)
    assert [row.document.name for row in rows if not row.xmllint == row.akn == row.batch] == []
    assert {row.xmllint for row in rows} == {True, False}


def test_the_table_shows_a_disagreement(some: list[Any]) -> None:
    row = BENCHMARK["Row"]
    text = BENCHMARK["table"]([row(some[0], True, True, True), row(some[0], True, False, True)])
    assert text.splitlines()[-1].split() == ["all", "2", "2", "50.0%", "100.0%"]


def test_disagreements_of_the_engines_are_listed_with_their_reason(some: list[Any]) -> None:
    row = BENCHMARK["Row"]
    odd = some[0]._replace(kind="no-break space put in", name="meta no-break space put in")
    lines = list(
        BENCHMARK["disagreements"]([row(some[0], True, True, True, True), row(odd, False, False, False, True)])
    )
    assert len(lines) == 1
    assert lines[0].startswith("only xmlschema accepts 1 documents")
    assert BENCHMARK["REASONS"][odd.kind] in lines[0]


def test_a_fault_below_an_element_with_a_prefix_is_explained() -> None:
    path = ROOT / "fixtures" / "rules" / "AKN385" / "good-as-listed.xml"
    wrong = path.read_bytes().replace(b'<organization refersTo="#unga">Freedonia', b"<organization>Freedonia")
    findings = Validator(Settings(select=("AKN1",))).check(wrong, path.name)
    assert [(finding.code, finding.place.xpath.rpartition("/")[2]) for finding in findings] == [
        ("AKN104", "akn:organization[1]")
    ]


def test_a_type_that_the_second_engine_cannot_read_is_told() -> None:
    named = b'<content xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="blocksreq" '
    wrong = (ROOT / "fixtures" / "rules" / "frame.xml").read_bytes().replace(b"<content ", named)
    findings = Validator(Settings(select=("AKN1",), engine="xmlschema")).check(wrong, "frame.xml")
    assert [finding.code for finding in findings] == ["AKN109"]
