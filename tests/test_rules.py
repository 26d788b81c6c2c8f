"""The rules of the validator: the examples of their pages, and their fixtures.

A fixture `fixtures/rules/CODE/bad-….xml` says in comments what must be found in it, `<!-- expect: AKN304 line 66 -->`,
each finding once; `good-….xml` looks alike and must give nothing.
"""

from __future__ import annotations

import pytest
from rule_frames import FRAME, Example, document, examples

from akn.validation import catalogue
from akn.validation.engine import Settings, Validator

EXAMPLES = [example for code in catalogue.modules() for example in examples(code)]


def found(data: bytes, code: str) -> list[str]:
    """The codes of what is found where only one code, or the beginning of one, is looked for."""
    profile = catalogue.page(code).profiles[0] if code in catalogue.modules() else "akn4un"
    return [finding.code for finding in Validator(Settings(profile, select=(code,))).check(data, "example.xml")]


def name(example: Example) -> str:
    return f"{example.code}-{'wrong' if example.wrong else 'right'}"


def test_the_frame_has_no_findings() -> None:
    assert Validator().check(FRAME.read_bytes(), FRAME.name) == []


@pytest.mark.parametrize("code", [code for code in catalogue.modules() if code >= "AKN200"])
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
