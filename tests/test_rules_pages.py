"""The pages in `docs/rules` are what the rules' docstrings say."""

from __future__ import annotations

import runpy
from typing import cast

import pytest
from conftest import ROOT

from akn.validation import catalogue

MADE = cast("dict[str, str]", runpy.run_path(str(ROOT / "docs" / "make_rules.py"))["pages"]())


def test_the_folder_has_these_pages_and_no_other() -> None:
    assert {path.name for path in (ROOT / "docs" / "rules").iterdir()} == set(MADE)


@pytest.mark.parametrize("name", MADE)
def test_the_pages_are_fresh(name: str) -> None:
    written = (ROOT / "docs" / "rules" / name).read_text(encoding="utf-8")
    assert written == MADE[name], "run `python docs/make_rules.py`"


@pytest.mark.parametrize("code", catalogue.modules())
def test_each_page_says_what_and_why(code: str) -> None:
    text = catalogue.page(code).text
    assert "\nSource: " in text
    assert text.split("\n\n")[0].endswith(".")
    assert catalogue.page(code).name == catalogue.name(code)
