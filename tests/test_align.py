"""Language versions side by side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import FIXTURES
from lxml import etree

from akn import xml
from akn.cli import main

GOLDEN = FIXTURES / "seeds" / "golden"
FRENCH = next(GOLDEN.glob("000_*.xml"))
ENGLISH = next(GOLDEN.glob("004_*.xml"))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["align", *map(str, arguments)])


def changed(tmp_path: Path, old: str, new: str) -> Path:
    text = FRENCH.read_text("utf-8")
    assert old in text
    path = tmp_path / "changed.xml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def test_versions_with_the_same_structure() -> None:
    result = run(ENGLISH, FRENCH)
    assert result.exit_code == 0
    assert result.output.startswith("eng, fra: ")
    assert "the same structure" in result.output


def without(tmp_path: Path, eid: str) -> Path:
    root = xml.parse(FRENCH.read_bytes())
    element = next(e for e in root.iter() if e.get("eId") == eid)
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
    path = tmp_path / "less.xml"
    path.write_bytes(etree.tostring(root))
    return path


def test_a_missing_paragraph_is_told_once_with_its_words(tmp_path: Path) -> None:
    result = run(ENGLISH, without(tmp_path, "para_3"))
    assert result.exit_code == 1
    told = [line for line in result.output.splitlines() if "AKN501" in line]
    assert len(told) == 1
    assert "paragraph para_3 is missing in" in told[0]


def test_a_paragraph_too_many_is_told_from_either_side(tmp_path: Path) -> None:
    less = without(tmp_path, "para_3")
    assert run(less, ENGLISH).output.count("AKN501") == 1


def test_footnotes_and_citations_that_differ(tmp_path: Path) -> None:
    marker = run(ENGLISH, changed(tmp_path, ' marker="2" placement', ' marker="9" placement'))
    assert marker.exit_code == 1
    assert "AKN503" in marker.output
    reference = run(ENGLISH, changed(tmp_path, 'href="/akn/un/doc/report/', 'href="/akn/un/doc/letter/'))
    assert reference.exit_code == 1
    assert "AKN504" in reference.output


def test_json_and_tmx_hold_the_same_pairs(tmp_path: Path) -> None:
    report = json.loads(run(ENGLISH, FRENCH, "--format", "json").output)
    assert report["differences"] == []
    tmx = tmp_path / "memory.tmx"
    assert run(ENGLISH, FRENCH, "--format", "tmx", "-o", tmx).exit_code == 0
    root = xml.parse(tmx.read_bytes())
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    header = root.find("header")
    assert header is not None
    required = ("creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype")
    assert all(header.get(name) for name in required)
    units = root.findall("body/tu")
    assert [unit.get("tuid") for unit in units] == [pair["eId"] for pair in report["pairs"]]
    languages = {tuv.get("{http://www.w3.org/XML/1998/namespace}lang") for unit in units for tuv in unit}
    assert languages == {"en", "fr"}
    assert units[-1][0][0].text == report["pairs"][-1]["eng"]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ((ENGLISH,), "one file cannot be compared"),
        ((ENGLISH, ENGLISH), "the language is that of"),
        ((ENGLISH, next(GOLDEN.glob("002_*.xml"))), "the work is"),
        ((ENGLISH, "missing.xml"), "no such file"),
        ((ENGLISH, FIXTURES / "seeds" / "003_f730982b1d88a241.txt"), ""),
    ],
)
def test_wrong_use(names: tuple[object, ...], said: str) -> None:
    from akn.errors import AknError

    result = run(*names)
    assert isinstance(result.exception, AknError)
    assert result.exception.exit_code == 2
    assert said in str(result.exception)
