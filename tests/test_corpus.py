"""Real documents, where the collection stands beside the checkout: no crash, valid, nothing lost, there and back."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import FIXTURES, SHARED
from lxml import etree

import akn
from akn import schema, walk
from akn.ledger import account

FOLDERS = ("txt", "md", "pdftotext", "pdftotext-layout")
SOURCES = sorted(
    path for folder in FOLDERS for path in (SHARED / "corpus" / folder).glob("*") if path.suffix in (".txt", ".md")
)
GOLD = sorted((SHARED / "eval" / "gold").glob("*.gold"))
FLOOR = 0.88
"""F1 that every document read by hand must reach; of most, all facts are right."""
OVERALL = 0.99
absent = pytest.mark.skipif(not SOURCES, reason="the collection of real documents is not there")


@absent
def test_the_collection_survives() -> None:
    """Every text becomes valid XML that comes back the same; what is no resolution is refused in a sentence."""
    refused = []
    for source in SOURCES:
        try:
            conversion = akn.convert(source.read_bytes(), name=source.name)
        except akn.UnreadableInput:
            refused.append(source.name)
            continue
        assert not schema.errors(conversion.tree.getroot()), source.name
        assert not account(conversion.source, walk.runs(conversion.document), conversion.ledger), source.name
        text = akn.to_text(akn.from_xml(conversion.xml))
        assert akn.convert(text.encode(), name="text").xml == conversion.xml, source.name
    assert len(refused) <= len(SOURCES) // 50, refused


def measure() -> ModuleType:
    """The measure of the hand-made readings, which stands beside them."""
    found = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def source_of(gold: Path) -> Path | None:
    for folder in (FIXTURES / "seeds", *(SHARED / "corpus" / name for name in FOLDERS[:3])):
        for suffix in (".txt", ".md"):
            if (path := folder / (gold.stem + suffix)).is_file():
                return path
    return None


@pytest.mark.skipif(not GOLD, reason="the readings made by hand are not there")
def test_the_readings_made_by_hand() -> None:
    score = measure()
    total = [0, 0, 0]
    for gold in GOLD:
        source = source_of(gold)
        assert source is not None, gold.name
        xml = akn.convert(source.read_bytes(), name=source.name).xml
        table: dict[str, Any] = score.compare(
            score.facts_of_gold(gold.read_text("utf-8")), score.facts_of_xml(etree.fromstring(xml))
        )
        right, wanted, had = (sum(row[i] for row in table.values()) for i in range(3))
        assert 2 * right / (wanted + had) >= FLOOR, f"{gold.stem}: {table}"
        total = [before + now for before, now in zip(total, (right, wanted, had), strict=True)]
    assert 2 * total[0] / (total[1] + total[2]) >= OVERALL


@absent
@pytest.mark.parametrize("number", ["A_RES_55_100"])
def test_two_languages_have_the_same_tree(number: str) -> None:
    trees = []
    for language in ("en", "fr"):
        path = SHARED / "corpus" / "txt" / f"{number}-{language}.txt"
        tree = akn.convert(path.read_bytes(), name=path.name).tree
        trees.append([element.get("eId") for element in tree.iter() if element.get("eId")])
    assert trees[0] == trees[1]
