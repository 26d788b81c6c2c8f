"""The rules of the validator: the examples of their pages, and their fixtures.

A fixture `fixtures/rules/CODE/bad-….xml` says in comments what must be found in it, `<!-- expect: AKN304 line 66 -->`,
each finding once; `good-….xml` looks alike and must give nothing.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rule_frames import FRAME, Example, document, examples

from akn.validation import catalogue
from akn.validation.engine import Settings, Validator

RULES = [code for code in catalogue.modules() if code >= "AKN200"]
FIXTURES = sorted(FRAME.parent.glob("AKN*/*.xml"))
EXAMPLES = [example for code in catalogue.modules() for example in examples(code)]


def found(data: bytes, code: str) -> list[str]:
    """The codes of what is found where only one code, or the beginning of one, is looked for."""
    profile = catalogue.page(code).profiles[0] if code in catalogue.modules() else "akn4un"
    return [finding.code for finding in Validator(Settings(profile, select=(code,))).check(data, "example.xml")]


def name(example: Example) -> str:
    return f"{example.code}-{'wrong' if example.wrong else 'right'}"


def test_the_frame_has_no_findings() -> None:
    assert Validator().check(FRAME.read_bytes(), FRAME.name) == []


@pytest.mark.parametrize("code", RULES)
def test_each_rule_has_examples(code: str) -> None:
    assert [example.wrong for example in examples(code)] == [True, False]


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_examples(example: Example) -> None:
    codes = found(document(example.text), example.code)
    if example.wrong:
        assert example.code in codes
    else:
        assert example.code not in codes


@pytest.mark.parametrize("example", [e for e in EXAMPLES if not e.wrong and e.code >= "AKN200"], ids=name)
def test_right_examples_are_valid(example: Example) -> None:
    assert found(document(example.text), "AKN1") == []


def expected(text: str) -> list[tuple[str, int]]:
    """The codes and lines that a fixture states."""
    return sorted((code, int(line)) for code, line in re.findall(r"<!-- expect: (AKN\d+) line (\d+) -->", text))


def stated_and_found(path: Path, ignore: tuple[str, ...] = ()) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """What a fixture states and what all layers find in it."""
    data = path.read_bytes()
    text = data.decode()
    profile = "oasis" if "<!-- profile: oasis -->" in text else "akn4un"
    findings = Validator(Settings(profile, ignore=ignore)).check(data, path.name)
    return expected(text), sorted((finding.code, finding.place.line) for finding in findings)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_fixtures(path: Path) -> None:
    stated, given = stated_and_found(path)
    assert given == stated
    assert (path.parent.name in {code for code, _ in stated}) == path.name.startswith("bad-")


@pytest.mark.parametrize("code", RULES)
def test_each_rule_has_fixtures(code: str) -> None:
    names = [path.name for path in FIXTURES if path.parent.name == code]
    assert any(name.startswith("bad-") for name in names)
    assert any(name.startswith("good-") for name in names)


@pytest.mark.parametrize("code", RULES)
def test_without_a_rule_a_fixture_fails(code: str) -> None:
    bad = [path for path in FIXTURES if path.parent.name == code and path.name.startswith("bad-")]
    for path in bad:
        stated, given = stated_and_found(path, (code,))
        assert given != stated
        assert code not in {one for one, _ in given}
