"""A floor under the closed loop: the United Nations' files to plain text and back, in each language."""

from __future__ import annotations

import sys

import pytest
from conftest import ROOT, SHARED

FLOOR = 0.9
"""F1 over the facts of the body; `benchmarks/closed_loop.py` prints the figures."""


def test_each_language() -> None:
    if not (SHARED / "eval" / "score.py").is_file():
        pytest.skip("the collection of real documents is not there")
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        import closed_loop
    finally:
        sys.path.pop(0)
    found = closed_loop.figures(sorted((SHARED / "corpus" / "unxml").glob("*.xml")))
    assert set(found) == {"ara", "eng", "fra", "rus", "spa", "zho"}
    assert {language: figure for language, figure in found.items() if figure < FLOOR} == {}
