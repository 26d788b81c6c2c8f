"""`--fix`: only what is safe, words untouched, valid stays valid, and a second time changes nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import FIXTURES, ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

import akn
from akn import schema, xml
from akn.commands.validate import Request, run
from akn.errors import UnreadableInput, WrongUse
from akn.validation import catalogue
from akn.validation.engine import Settings, Validator
from akn.validation.fix import mend

GOOD = (FIXTURES / "rules" / "good.xml").read_bytes()
FIXABLE = frozenset(code for code in catalogue.modules() if catalogue.page(code).fixable)


def mended(data: bytes, *select: str) -> bytes:
    return mend(data, "a.xml", Settings(select=select))[1]


def words(data: bytes) -> str:
    return "".join("".join(map(str, xml.parse(data).itertext("*"))).split())


def told(data: bytes) -> set[str]:
    return {finding.code for finding in akn.validate(data)} & FIXABLE


def swapped(old: str, new: str) -> Callable[[], bytes]:
    def change() -> bytes:
        text = GOOD.decode()
        assert old in text
        return text.replace(old, new).encode()

    return change


SECOND = '<paragraph eId="para_2">'
CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a repeated eId": (swapped(SECOND, '<paragraph eId="para_1">'), "AKN301"),
    "a repeated eId of a repeated number": (
        swapped("<num>2.</num>", "<num>1.</num>"),
        "AKN304",
    ),
    "an eId with another number": (swapped(SECOND, '<paragraph eId="para_7">'), "AKN304"),
    "an eId of no convention": (swapped(SECOND, '<paragraph eId="Absatz 2">'), "AKN302"),
    "a slash behind an IRI": (swapped('/79-901"/>', '/79-901/"/>'), "AKN312"),
    "white space in a num": (swapped("<num>2.</num>", "<num>\n  2.\t</num>"), "AKN371"),
    "a character reference in a num": (swapped("<num>2.</num>", "<num>2.&#9;&#x20;</num>"), "AKN371"),
    "an empty paragraph": (swapped("<num>2.</num>", "<num>2.</num><heading/>"), "AKN370"),
    "an undeclared name": (swapped('refersTo="#adoption"', 'refersTo="#adoption #unheardOf"'), "AKN320"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_mended(name: str) -> None:
    make, code = CASES[name]
    data = make()
    assert code in told(data)
    result = mended(data)
    assert told(result) == set()
    assert words(result) == words(data)
    assert schema.errors(xml.parse(result)) == []
    assert mended(result) == result


@pytest.mark.parametrize("name", CASES)
def test_a_fault_that_is_not_selected_stays(name: str) -> None:
    make, code = CASES[name]
    data = make()
    assert mended(data, "AKN2") == data
    others = FIXABLE - {code, "AKN301", "AKN302", "AKN303", "AKN304", "AKN305"}
    assert code in told(mend(data, "a.xml", Settings(select=tuple(sorted(others))))[1])


def test_a_good_document_stays_as_it_is() -> None:
    assert mended(GOOD) == GOOD


def test_all_references_follow_an_eid() -> None:
    text = GOOD.decode().replace(SECOND, '<paragraph eId="para_7">').replace("para_2", "para_7")
    assert text.count('"para_7__') >= 1
    text = text.replace("<num>1.</num>", '<num>1.</num><heading>See <ref href="#para_7">below</ref></heading>')
    text = text.replace('refersTo="#adoption"', 'refersTo="#adoption #para_7"')
    result = mended(text.encode()).decode()
    assert "para_7" not in result
    assert '<ref href="#para_2">' in result
    assert 'refersTo="#adoption #para_2"' in result
    assert SECOND in result


def test_only_what_is_wrong_changes() -> None:
    """Layout, comments, quotes and the order of attributes stay as they are."""
    text = (
        GOOD.decode()
        .replace("<num>2.</num>", "<!-- here -->\r\n <num\n >2.\t</num>")
        .replace('name="adoption"', "name='adoption'")
    )
    assert mended(text.encode()).decode() == text.replace("2.\t<", "2.<")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_a_file_keeps_its_encoding(encoding: str) -> None:
    text = GOOD.decode().replace('encoding="UTF-8"', f'encoding="{encoding.removesuffix("-sig")}"')
    text = re.sub(r"[^\x00-\xff]", "?", text).replace("<num>2.</num>", "<num>2.\t</num><heading>é</heading>")
    assert mended(text.encode(encoding)) == text.replace("2.\t<", "2.<").encode(encoding)


def test_what_would_have_to_be_invented_stays() -> None:
    """A note that is missing is not made up, and an empty paragraph that something names is not taken out."""
    for data in (
        GOOD.replace(b"<num>1.</num>", b'<num>1.</num><heading><noteRef href="#fn_99" marker="9"/></heading>'),
        GOOD.replace(
            b"<num>1.</num>", b'<num>1.</num><heading>a <ref href="#h">b</ref></heading><subheading eId="h"/>'
        ),
    ):
        result = mended(data)
        assert words(result) == words(data)
        assert b"fn_99" not in data or b"fn_99" in result
        assert b'eId="h"' not in data or b"<subheading" in result


def test_an_invalid_file_does_not_get_worse() -> None:
    data = GOOD.replace(b"<num>2.</num>", b"<nummer>2.</nummer>").replace(b"<num>1.</num>", b"<num>1. </num>")
    result = mended(data)
    assert b"<num>1.</num>" in result
    assert b"<nummer>2.</nummer>" in result


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_any_faults_together(data: st.DataObject) -> None:
    """Whatever eIds and references a document has: what comes out is stable, says the same and stays valid."""
    names = st.sampled_from(
        ["para_1", "para_2", "para_3", "x", "para_1__content", "fn_1", "sec_1__para_1", "unga", "A b"]
    )
    text = GOOD.decode()
    for found in reversed(list(re.finditer(r'(?<=\beId=")[^"]*|(?<=refersTo="#)[^"]*', text))):
        if data.draw(st.integers(0, 3)) == 0:
            text = text[: found.start()] + data.draw(names) + text[found.end() :]
    source = text.encode()
    result = mended(source)
    assert words(result) == words(source)
    assert mended(result) == result
    assert not told(result) & {"AKN301", "AKN302", "AKN304", "AKN312", "AKN371"}
    assert not schema.errors(xml.parse(result)) or schema.errors(xml.parse(source))


# The command.


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.xml").write_bytes(CASES["white space in a num"][0]())
    (tmp_path / "good.xml").write_bytes(GOOD)
    return tmp_path


def test_diff_changes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (here / "a.xml").read_bytes()
    assert run(Request(("a.xml", "good.xml"), fix=True, diff=True)) == 1
    out = capsys.readouterr().out
    assert out.startswith("--- a.xml\n+++ a.xml")
    assert [line.split() for line in out.splitlines() if line.startswith("+ ")] == [["+", "<num>2.</num>"]]
    assert (here / "a.xml").read_bytes() == before
    assert run(Request(("good.xml",), fix=True, diff=True)) == 0
    assert capsys.readouterr().out == ""
    with pytest.raises(WrongUse):
        run(Request(("a.xml",), diff=True))


def test_fix_writes_and_tells(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stamp = (here / "good.xml").stat().st_mtime_ns
    assert run(Request((".",), fix=True, cache=False)) == 0
    assert "a.xml" in capsys.readouterr().err
    assert (here / "a.xml").read_bytes() == GOOD
    assert (here / "good.xml").stat().st_mtime_ns == stamp, "a file without faults is not written"
    assert sorted(path.name for path in here.iterdir()) == ["a.xml", "good.xml"]
    (here / "bad.xml").write_bytes(b"<a")
    assert run(Request((".",), fix=True, cache=False)) == 1
    assert "AKN001" in capsys.readouterr().out
    assert (here / "bad.xml").read_bytes() == b"<a"


def test_what_fix_cannot_mend_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """After mending, findings remain findings: the exit code says so."""
    (here / "b.xml").write_bytes(GOOD.replace(b"<num>2.</num>", b"<num>5.\t</num>"))
    assert run(Request(("b.xml",), fix=True)) == 1
    assert "AKN340" in capsys.readouterr().out


def test_suppressed_faults_are_not_mended(here: Path) -> None:
    (here / "a.xml").write_bytes(
        CASES["white space in a num"][0]().replace(b"<akomaNtoso", b"<?akn ignore AKN371?><akomaNtoso", 1)
    )
    before = (here / "a.xml").read_bytes()
    assert run(Request(("a.xml",), fix=True)) == 0
    assert (here / "a.xml").read_bytes() == before
    (here / "akn.toml").write_text('[per-file-ignores]\n"b.xml" = ["blank-in-num"]\n', "utf-8")
    (here / "b.xml").write_bytes(CASES["white space in a num"][0]())
    assert run(Request(("b.xml",), fix=True)) == 0
    assert (here / "b.xml").read_bytes() == CASES["white space in a num"][0]()


def test_the_collection_of_the_united_nations(shared: Path) -> None:
    """Over the UN's own files: valid, the same words, fixable rules silent, and a second time changes nothing."""
    validator = Validator(Settings(batch=True))
    files = sorted((shared / "corpus" / "unxml").glob("*.xml"))
    assert files
    for path in files[::9]:
        data = path.read_bytes()
        result = mended(data)
        assert words(result) == words(data), path.name
        assert schema.whole().validate(xml.parse(result)), path.name
        assert mended(result) == result, path.name
        left = {one.code for one in validator.check(result, path.name)} & FIXABLE
        assert left == set(), path.name


def test_standard_input_becomes_standard_output(here: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "akn", "validate", "--fix", "-"],
        input=GOOD.replace(b"<num>2.</num>", b"<num>5.\t</num>"),
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert b"<num>5.</num>" in done.stdout
    assert xml.parse(done.stdout) is not None
    assert b"AKN340" in done.stderr
    assert done.returncode == 1


def test_nothing_to_read(here: Path) -> None:
    with pytest.raises((WrongUse, UnreadableInput)):
        run(Request(("*.nothing",), fix=True))


def test_thousands_of_eids_take_seconds() -> None:
    """The time grows with the file, not with its square: that would be minutes."""
    start = GOOD.index(b'<paragraph eId="para_2">')
    end = GOOD.index(b"</paragraph>", start) + len(b"</paragraph>")
    data = GOOD[:start] + GOOD[start:end] * 3_000 + GOOD[end:]
    begin = time.process_time()
    result = mended(data, "AKN301")
    assert time.process_time() - begin < 10
    assert "AKN301" not in told(result)
