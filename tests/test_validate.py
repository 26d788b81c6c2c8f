"""`akn validate` as a user meets it: layers, codes, places, paths, settings, suppressions, baseline, cache, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import FIXTURES, ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import akn
from akn import xml
from akn.commands import validate as command
from akn.commands.validate import Request, run
from akn.errors import UnreadableInput, WrongUse
from akn.validation import stream
from akn.validation.engine import Settings, Validator

GOOD = (FIXTURES / "rules" / "good.xml").read_bytes()
WRONG = (FIXTURES / "rules" / "wrong.xml").read_bytes()
AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory with a good and a wrong file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.xml").write_bytes(GOOD)
    (tmp_path / "wrong.xml").write_bytes(WRONG)
    return tmp_path


def codes(data: bytes, **options: object) -> list[str]:
    return [finding.code for finding in akn.validate(data, **options)]  # type: ignore[arg-type]


def asked(capsys: pytest.CaptureFixture[str], *paths: str, **options: object) -> tuple[int, list[dict[str, object]]]:
    """Exit code and findings of a request."""
    code = run(Request(paths, format="json", **options))  # type: ignore[arg-type]
    return code, json.loads(capsys.readouterr().out)["findings"]


# The function.


def test_a_good_document_has_no_findings() -> None:
    root = etree.fromstring(GOOD)
    for source in (GOOD, root, root.getroottree(), FIXTURES / "rules" / "good.xml", str(FIXTURES / "rules/good.xml")):
        assert akn.validate(source) == []


def test_a_finding_has_all_its_parts() -> None:
    data = GOOD.replace(b'eId="para_2"', b'eId="para_7"', 1)
    finding = next(found for found in akn.validate(data, name="a.xml", select=["AKN304"]))
    line = data.decode().splitlines()[finding.place.line - 1]
    assert (finding.code, finding.severity, finding.place.file) == ("AKN304", "warning", "a.xml")
    assert line[finding.place.column - 1 :].startswith("eId=")
    assert finding.place.eid == "para_7"
    namespaces = {"akn": AKN}
    assert etree.fromstring(data).xpath(finding.place.xpath, namespaces=namespaces)[0].get("eId") == "para_7"  # type: ignore[index, union-attr]
    assert "para_7" in finding.message


def test_what_cannot_be_read_is_an_error() -> None:
    with pytest.raises(UnreadableInput):
        akn.validate("missing.xml")
    with pytest.raises(WrongUse, match="AKN999"):
        akn.validate(GOOD, select=["AKN999"])


# Layer 2: the schema.

MUTATIONS: dict[str, tuple[tuple[str, str], str, str]] = {
    "an unknown element": (("<num>1.</num>", "<nummer>1.</nummer>"), "AKN101", "nummer"),
    "two elements in the wrong order": (("<num>1.</num>", "<content><p/></content><num>1.</num>"), "AKN101", "num"),
    "an element without its content": (('<FRBRcountry value="un"/>', ""), "AKN10", ""),
    "an unknown attribute": (("<num>1.</num>", '<num colour="red">1.</num>'), "AKN103", "colour"),
    "a missing attribute": ((' name="resolution" contains=', " contains="), "AKN104", "name"),
    "a wrong date": (('<FRBRdate date="2024-12-17"', '<FRBRdate date="2024-13-17"'), "AKN105", "2024-13-17"),
    "a wrong enumeration": (('contains="originalVersion"', 'contains="everything"'), "AKN105", "everything"),
    "text between elements": (("<num>1.</num>", "words<num>1.</num>"), "AKN106", "paragraph"),
}


@pytest.mark.parametrize("engine", ["lxml", "xmlschema"])
def test_the_schema(engine: str) -> None:
    validator = Validator(Settings(select=("AKN1",), engine=engine))
    assert validator.check(GOOD, "a.xml") == []
    for name, ((old, new), code, words) in MUTATIONS.items():
        text = GOOD.decode()
        assert old in text
        found = validator.check(text.replace(old, new, 1).encode(), "a.xml")
        assert any(one.code.startswith(code) and (engine == "xmlschema" or words in one.message) for one in found), (
            name,
            found,
        )
        assert all(one.severity == "error" and one.place.line and one.place.xpath for one in found)


def test_the_same_verdict_alone_and_in_a_batch() -> None:
    for (old, new), _, _ in MUTATIONS.values():
        data = GOOD.decode().replace(old, new, 1).encode()
        alone, batch = (Validator(Settings(batch=batch)).check(data, "a.xml") for batch in (False, True))
        assert alone == batch


def test_an_unexpected_element_is_explained() -> None:
    data = GOOD.replace(b"<num>1.</num>", b"<nummer>1.</nummer>", 1)
    (finding,) = akn.validate(data, select=["AKN101"])
    assert "{" not in finding.message + finding.hint
    assert "num" in finding.hint


def test_an_eid_twice_is_told_once() -> None:
    data = GOOD.replace(b'eId="para_2"', b'eId="para_1"', 1)
    told = codes(data)
    assert told.count("AKN301") == 1
    assert "AKN107" not in told
    assert "AKN107" in codes(data, select=["AKN1"])


@pytest.mark.parametrize(
    ("root", "code", "words"),
    [
        (f'<akomaNtoso xmlns="{AKN}/WD17"/>', "AKN111", "draft"),
        (f'<akomaNtoso xmlns="{AKN}/CSD13"/>', "AKN111", "draft"),
        ('<akomaNtoso xmlns="http://www.akomantoso.org/2.0"/>', "AKN111", "2.0"),
        ('<akomaNtoso xmlns="http://Inhaltsdaten.LegalDocML.de/1.6/"/>', "AKN112", "German"),
        ("<akomaNtoso/>", "AKN113", "no namespace"),
        ('<html xmlns="http://www.w3.org/1999/xhtml"/>', "AKN113", "HTML"),
        ("<a/>", "AKN113", "not Akoma Ntoso"),
        (f'<p xmlns="{AKN}">x</p>', "AKN110", "no document"),
        (f'<statement xmlns="{AKN}" name="x"/>', "AKN110", "akomaNtoso"),
    ],
)
def test_roots_that_are_no_document(root: str, code: str, words: str) -> None:
    finding = next(one for one in akn.validate(root.encode()) if one.code == code)
    assert words in finding.message
    assert code in codes(root.encode(), profile="oasis")


def test_any_countrys_document_is_judged_by_the_standard() -> None:
    act = GOOD.replace(b"/akn/un/", b"/akn/ie/").replace(b'<FRBRcountry value="un"/>', b'<FRBRcountry value="ie"/>')
    act = act.replace(b"<statement name=", b"<doc name=").replace(b"</statement>", b"</doc>")
    assert codes(act, profile="oasis") == []
    assert codes(act) != []


# The command.


def test_exit_codes(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "remark.xml").write_bytes(
        GOOD.replace(b'date="2025-01-09"', b'date="1900-01-01"')  # the date is unknown: a remark
    )
    assert asked(capsys, "good.xml") == (0, [])
    code, found = asked(capsys, "wrong.xml")
    assert (code, {one["severity"] for one in found}) == (1, {"warning"})
    code, found = asked(capsys, "remark.xml", select=("AKN221",))
    assert code == 0
    assert {one["severity"] for one in found} == {"info"}
    code, found = asked(capsys, "missing.xml", "wrong.xml")
    assert code == 2
    assert found


def test_a_command_line(here: Path) -> None:
    def ran(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        done = subprocess.run(
            [sys.executable, "-m", "akn", *arguments],
            input=stdin,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        )
        assert b"Traceback" not in done.stderr
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    assert ran("validate", "good.xml") == (0, "1 file: nothing to say\n", "")
    assert ran("validate", "-", stdin=WRONG)[0] == 1
    assert ran("validate", "-", stdin=WRONG)[1].startswith("<stdin>:")
    assert ran("validate", "--select", "AKN304, duplicate-eid", "wrong.xml")[1].count("[AKN") == 1
    code, out, _ = ran("validate", "wrong.xml", "--format=sarif", "-o", "report.sarif")
    assert (code, out) == (1, "")
    assert json.loads((here / "report.sarif").read_text("utf-8"))["version"] == "2.1.0"
    for wrong in (["missing.xml"], [], ["--format", "xml", "good.xml"], ["--select", "AKN9", "good.xml"], ["*.akn"]):
        code, out, err = ran("validate", *wrong)
        assert code == 2
        assert len((out + err).strip().splitlines()) <= 5
    code, out, _ = ran("rules", "AKN304")
    assert code == 0
    assert "eId" in out
    assert ran("rules")[1].count("AKN3") > 20
    assert ran("rules", "AKN999")[0] == 2


def test_the_short_way_asks_for_what_click_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command line that is read without click means the same as with it."""
    meant: list[Request] = []

    def noted(request: Request) -> int:
        meant.append(request)
        return 0

    monkeypatch.setattr(command, "run", noted)
    for line in (
        ["a.xml"],
        ["a.xml", "-"],
        ["--format", "json", "a.xml"],
        ["--format=sarif", "a", "b"],
        ["a.xml", "--profile", "oasis", "--no-cache"],
    ):
        short = command.plain(line)
        command._command().main(line, standalone_mode=False)
        assert short == meant.pop()
    for line in (
        ["--help"],
        [],
        ["--format", "xml", "a"],
        ["a", "--format"],
        ["--fix", "a"],
        ["--format=json"],
        ["--x"],
    ):
        assert command.plain(line) is None


def test_files_folders_and_patterns(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("texts/deep/b.xml", "texts/a.xml", "texts/.hidden/c.xml", "texts/notes.txt", "texts/d.akn"):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_bytes(WRONG)

    def files(*paths: str) -> list[object]:
        found = asked(capsys, *paths, cache=False)[1]
        return list(dict.fromkeys(one["file"] for one in found))

    assert files("texts") == ["texts/a.xml", "texts/d.akn", "texts/deep/b.xml"]
    assert files("texts/**/*.xml") == ["texts/a.xml", "texts/deep/b.xml"]
    assert files("wrong.xml", "./wrong.xml", ".") == ["wrong.xml", "texts/a.xml", "texts/d.akn", "texts/deep/b.xml"]
    assert files(str(here / "wrong.xml")) == ["wrong.xml"]
    with pytest.raises(WrongUse):
        run(Request(("*.nothing",)))
    (here / "empty").mkdir()
    with pytest.raises(WrongUse):
        run(Request(("empty",)))


def test_processes_say_the_same_in_the_same_order(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for i in range(5):
        (here / f"{i}.xml").write_bytes(WRONG if i % 2 else GOOD)
    one, several = (asked(capsys, ".", "missing.xml", jobs=jobs, cache=False) for jobs in (1, 2))
    assert one == several
    assert one[0] == 2


# Settings.


@pytest.mark.parametrize("name", ["akn.toml", "pyproject.toml"])
def test_settings_of_a_project(here: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    table = "" if name == "akn.toml" else "[tool.akn]\n"
    inner = "per-file-ignores" if name == "akn.toml" else "tool.akn.per-file-ignores"
    (here / name).write_text(
        f'{table}select = ["AKN2", "eid-number"]\nexclude = ["old"]\n[{inner}]\n"drafts/*" = ["AKN3"]\n',
        encoding="utf-8",
    )
    for folder in ("drafts", "old"):
        (here / folder).mkdir()
        (here / folder / "a.xml").write_bytes(WRONG)
    found = asked(capsys, ".", cache=False)[1]
    assert {(one["file"], one["code"]) for one in found} == {
        ("wrong.xml", "AKN235"),
        ("wrong.xml", "AKN304"),
        ("drafts/a.xml", "AKN235"),
    }
    assert {one["code"] for one in asked(capsys, "wrong.xml", select=("AKN303",))[1]} == {"AKN303"}
    assert {one["code"] for one in asked(capsys, "wrong.xml", ignore=("AKN2",))[1]} == {"AKN304"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('selekt = ["AKN2"]', "select"),
        ('select = "AKN2"', "list"),
        ('select = ["AKN9"]', "AKN9"),
        ('profile = "un"', "akn4un"),
        ("select = [", "TOML"),
        ("per-file-ignores = 3", "table"),
        ("schema = 3", "text"),
    ],
)
def test_settings_that_make_no_sense(here: Path, text: str, words: str) -> None:
    (here / "akn.toml").write_text(text, "utf-8")
    with pytest.raises((WrongUse, UnreadableInput), match=words):
        run(Request(("good.xml",)))


# Suppressions.


def test_a_suppression_silences_its_element(here: Path) -> None:
    before = codes(WRONG)
    assert sorted(set(before)) == ["AKN235", "AKN303", "AKN304"]
    silenced = WRONG.replace(b'<paragraph eId="para_3">', b'<?akn ignore AKN304?><paragraph eId="para_3">')
    assert sorted(codes(silenced)) == sorted(set(before) - {"AKN304"})
    everywhere = WRONG.replace(b"<akomaNtoso", b"<?akn ignore AKN3, note-placement?><akomaNtoso", 1)
    assert codes(everywhere) == []
    assert codes(everywhere, ignore=["AKN3"]) == []


@pytest.mark.parametrize("words", ["ignore AKN341", "ignore AKN999", "ignore", "hush", ""])
def test_an_idle_or_wrong_suppression_is_told(words: str) -> None:
    data = GOOD.replace(b"<akomaNtoso", f"<?akn {words}?><akomaNtoso".encode(), 1)
    assert codes(data) == ["AKN006"]
    assert codes(data, ignore=["AKN006"]) == []


def test_a_suppression_of_what_was_not_looked_for_is_not_idle() -> None:
    data = GOOD.replace(b"<akomaNtoso", b"<?akn ignore AKN341?><akomaNtoso", 1)
    assert codes(data, select=["AKN1", "AKN006"]) == []


def test_safety_cannot_be_silenced() -> None:
    assert codes(b"<a", ignore=["AKN0", "AKN1"]) == ["AKN001"]


# Baseline and cache.


def test_a_baseline_lets_an_old_collection_start_clean(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(Request((".",), baseline="known.json", cache=False)) == 0
    assert "3 findings" in capsys.readouterr().err
    assert asked(capsys, ".", baseline="known.json", cache=False) == (0, [])
    moved = WRONG.replace(b"<akomaNtoso", b"<!-- moved down -->\n\n<akomaNtoso", 1)
    (here / "wrong.xml").write_bytes(moved.replace(b"<num>1.</num>", b"<num>9.</num>"))
    code, found = asked(capsys, ".", baseline="known.json", cache=False)
    assert code == 1
    assert found
    assert "AKN235" not in {one["code"] for one in found}
    (here / "known.json").write_text("{}", "utf-8")
    with pytest.raises(UnreadableInput, match="baseline"):
        run(Request((".",), baseline="known.json"))


def test_unchanged_files_are_not_judged_again(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = asked(capsys, ".")
    judged: list[str] = []
    check = Validator.check

    def counted(self: Validator, data: bytes, name: str, ignored: frozenset[str] = frozenset()) -> list[akn.Finding]:
        judged.append(name)
        return check(self, data, name, ignored)

    monkeypatch.setattr(Validator, "check", counted)
    assert asked(capsys, ".") == first
    assert judged == []
    assert asked(capsys, ".", select=("AKN3",))[1] != first[1]  # other settings, other answers
    assert len(judged) == 2
    (here / "good.xml").write_bytes(WRONG)
    assert len(asked(capsys, ".")[1]) == 2 * len(first[1])
    (here / ".akn_cache" / "validation.json").write_bytes(b"\0rubbish")
    assert len(asked(capsys, ".")[1]) == 2 * len(first[1])
    judged.clear()
    asked(capsys, ".", cache=False)
    assert len(judged) == 2
    assert (here / ".akn_cache" / ".gitignore").read_bytes() == b"*\n"


# The user's own rules.

SCHEMATRON = """<schema xmlns="http://purl.oclc.org/dsdl/schematron">
<ns prefix="akn" uri="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>
<pattern><rule context="akn:paragraph">
<assert id="has-num" role="warning" test="akn:num">A <name/> has a number.</assert>
<report id="one" test="akn:num = '1.'">This is the first.</report>
</rule></pattern></schema>"""


def test_schematron(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "own.sch").write_text(SCHEMATRON, "utf-8")
    (here / "bare.xml").write_bytes(GOOD.replace(b"<num>2.</num>", b"", 1))
    code, found = asked(capsys, "bare.xml", schematron=("own.sch",), select=("AKN120",))
    assert code == 1
    assert [(one["code"], one["severity"]) for one in found] == [("AKN120", "error"), ("AKN120", "warning")]
    assert "This is the first. (one)" in str(found[0]["message"])
    lines = (here / "bare.xml").read_text("utf-8").splitlines()
    assert all("<paragraph" in lines[int(str(one["line"])) - 1] for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "<schema/>",
        "no XML",
        SCHEMATRON.replace("<schema ", '<schema queryBinding="xslt2" '),
        SCHEMATRON.replace("= '", "=='"),
    ],
    ids=["not Schematron", "not XML", "XSLT 2", "not XPath"],
)
def test_schematron_that_is_none(here: Path, text: str) -> None:
    (here / "own.sch").write_text(text, "utf-8")
    with pytest.raises((WrongUse, UnreadableInput), match=r"own\.sch|XSLT|Schematron|XML"):
        run(Request(("good.xml",), schematron=("own.sch",)))


@pytest.mark.parametrize("absolute", [False, True])
def test_schematron_reads_no_file(here: Path, capsys: pytest.CaptureFixture[str], absolute: bool) -> None:
    secret = here / "secret.xml"
    secret.write_text("<words>of a secret</words>", "utf-8")
    name = secret.as_uri() if absolute else secret.name
    own = SCHEMATRON.replace("akn:num = '1.'", f"document('{name}')/words = 'of a secret'")
    (here / "own.sch").write_text(own, "utf-8")
    code, found = asked(capsys, "good.xml", schematron=("own.sch",), select=("AKN120",))
    assert (code, found) == (2, [])


def test_schematron_includes_its_parts(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start, end = SCHEMATRON.index("<pattern>"), SCHEMATRON.index("</schema>")
    part = SCHEMATRON[start:end].replace("<pattern>", '<pattern xmlns="http://purl.oclc.org/dsdl/schematron">')
    (here / "part.sch").write_text(part, "utf-8")
    (here / "own.sch").write_text(f'{SCHEMATRON[:start]}<include href="part.sch"/></schema>', "utf-8")
    assert len(asked(capsys, "good.xml", schematron=("own.sch",), select=("AKN120",))[1]) == 1


def test_an_own_schema(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "own.xsd").write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:date"/></xs:schema>',
        "utf-8",
    )
    (here / "a.xml").write_text("<a>2031-12-18</a>", "utf-8")
    (here / "b.xml").write_text("<a>yesterday</a>", "utf-8")
    for engine in ("lxml", "xmlschema"):
        assert asked(capsys, "a.xml", schema="own.xsd", select=("AKN1",), engine=engine) == (0, [])
        assert asked(capsys, "b.xml", schema="own.xsd", select=("AKN1",), engine=engine)[0] == 1
    (here / "own.xsd").write_text("<a/>", "utf-8")
    for engine in ("lxml", "xmlschema"):
        with pytest.raises(WrongUse):
            run(Request(("a.xml",), schema="own.xsd", engine=engine))


# Big files.


@given(st.data())
@settings(max_examples=120, deadline=None)
def test_a_streamed_verdict_is_that_of_the_tree(data: st.DataObject) -> None:
    """Whatever is done to a document: read as a stream or as a tree, it is valid or not."""
    import tempfile

    at = data.draw(st.integers(0, len(GOOD)))
    junk = st.sampled_from(
        [b"", b"&", b"&nbsp;", b"</p>", b"<p>", b"<!-- x -->", b"]]>", b"\1", b"\xff", b"<!DOCTYPE x>"]
    )
    changed = GOOD[:at] + data.draw(junk) + GOOD[at + data.draw(st.sampled_from([0, 0, 1, 7, 10_000_000])) :]
    try:
        expected = not Validator(Settings(select=("AKN1",))).check_tree(xml.parse(changed), "a.xml", changed)
    except xml.Refused:
        expected = False
    least, stream.LEAST = stream.LEAST, 0
    try:
        with tempfile.NamedTemporaryFile(suffix=".xml") as file:
            file.write(changed)
            file.flush()
            try:
                found = stream.is_valid(file.name)
            except xml.Refused:
                found = False
    finally:
        stream.LEAST = least
    assert found == expected


def test_a_cut_off_big_file_is_not_valid(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "LEAST", 0)
    cut = GOOD[: GOOD.index(b"<num>2.</num>")]
    (here / "cut.xml").write_bytes(cut)
    assert [one.code for one in akn.validate("cut.xml", select=["AKN1"])] == ["AKN001"]
    assert akn.validate("good.xml", select=["AKN1"]) == []


# Every document.


@given(st.binary(max_size=300))
@settings(max_examples=80, deadline=None)
def test_no_bytes_break_the_validator(data: bytes) -> None:
    assert akn.validate(data) != []
    akn.validate(b'<akomaNtoso xmlns="' + AKN.encode() + b'">' + data + b"</akomaNtoso>")


def test_places_are_those_of_start_tags() -> None:
    """Comments, CDATA, instructions and `>` in values between the tags do not move a column."""
    strange = GOOD.replace(
        b'<paragraph eId="para_2"',
        b'<!-- <p> --><?x <p> ?>\r\n <paragraph refersTo="#a > b" eId="para_9"',
        1,
    )
    for data in (
        strange,
        b"\xef\xbb\xbf" + strange,
        "\ufeff".encode("utf-16-le")
        + strange.replace(b'encoding="UTF-8"', b'encoding="UTF-16"').decode().encode("utf-16-le"),
    ):
        finding = next(one for one in akn.validate(data, select=["AKN304"]))
        line = strange.decode().split("\n")[finding.place.line - 1]
        assert line[finding.place.column - 1 :].startswith('eId="para_9"')


def test_the_collection_of_the_united_nations(shared: Path) -> None:
    """No false alarm on the schema level over the UN's own files, and no rule that fails on one."""
    validator = Validator(Settings(batch=True))
    files = sorted((shared / "corpus" / "unxml").glob("*.xml"))
    assert files
    for path in files:
        found = validator.check(path.read_bytes(), path.name)
        assert not [one for one in found if one.code.startswith(("AKN0", "AKN1"))], path.name
