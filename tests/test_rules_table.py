"""The table of findings by rule, `benchmarks/rules.py`: over the fixtures, and over real files if they are there."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest
from conftest import FIXTURES, ROOT

from akn.validation import catalogue

BENCHMARK: dict[str, Any] = runpy.run_path(str(ROOT / "benchmarks" / "rules.py"))
SEEN_IN_REAL_FILES = (
    "AKN218",
    "AKN220",
    "AKN230",
    "AKN232",
    "AKN304",
    "AKN312",
    "AKN320",
    "AKN340",
    "AKN370",
    "AKN371",
    "AKN373",
)
"""The faults that the schema does not see, and that are known to be in the files that the United Nations published."""


def rows(table: str) -> dict[str, int]:
    """The number of findings of each code in a table."""
    lines = [line.split() for line in table.splitlines()]
    return {words[0]: int(words[4]) for words in lines if words[0].startswith("AKN")}


def test_every_rule_finds_something_in_the_fixtures() -> None:
    found = rows(BENCHMARK["table"](BENCHMARK["findings"](FIXTURES / "rules")))
    assert [code for code in catalogue.modules() if code >= "AKN200" and not found[code]] == []


@pytest.mark.skipif(not BENCHMARK["COLLECTION"].is_dir(), reason="the collection of real documents is not there")
def test_published_files_are_valid_and_show_their_known_faults() -> None:
    folder: Path = BENCHMARK["COLLECTION"]
    found = rows(BENCHMARK["table"](BENCHMARK["findings"](folder)))
    assert [code for code in found if code < "AKN200" and found[code]] == []
    assert [code for code in SEEN_IN_REAL_FILES if not found[code]] == []
