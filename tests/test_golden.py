"""Each fixture gives the XML, the ledger and the warnings that stand beside it; `--force-regen` writes them anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import FIXTURES
from pytest_regressions.file_regression import FileRegressionFixture

import akn

SOURCES = sorted(
    path
    for folder in ("seeds", "invented", "languages", "organs")
    for path in (FIXTURES / folder).iterdir()
    if path.suffix in (".txt", ".md") and not path.name.endswith((".ledger.txt", ".warnings.txt"))
)


def beside(source: Path, suffix: str) -> Path:
    return source.parent / "golden" / (source.stem + suffix)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_golden(source: Path, file_regression: FileRegressionFixture) -> None:
    conversion = akn.convert(source.read_bytes(), name=source.name)
    text = conversion.source.text
    ledger = [[*conversion.source.position(e.start), e.reason, text[e.start : e.end]] for e in conversion.ledger]
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in ledger)
    file_regression.check(conversion.xml.decode(), fullpath=beside(source, ".xml"), encoding="utf-8")
    file_regression.check(f"[\n{lines}\n]\n", fullpath=beside(source, ".ledger.json"), encoding="utf-8")
    warnings = "".join(f"{warning}\n" for warning in conversion.warnings)
    file_regression.check(warnings, fullpath=beside(source, ".warnings"), encoding="utf-8")


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_back_again(source: Path) -> None:
    """XML to text to XML gives the same bytes, in both forms of the text."""
    xml = akn.convert(source.read_bytes(), name=source.name).xml
    document = akn.from_xml(xml)
    assert akn.to_xml(document) == xml
    assert akn.convert(akn.to_text(document).encode(), name="text").xml == xml


def test_two_languages_have_the_same_tree() -> None:
    """The French and English versions of one resolution get the same eIds in the same order."""
    versions = [next((FIXTURES / "seeds").glob(f"{number}_*.txt")) for number in ("000", "004")]
    trees = [
        [element.get("eId") for element in akn.convert(path.read_bytes()).tree.iter() if element.get("eId")]
        for path in versions
    ]
    assert trees[0] == trees[1]
    assert len(trees[0]) > 50
