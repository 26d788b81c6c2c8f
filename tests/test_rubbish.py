"""Whatever a file says, it becomes valid XML with nothing lost, or one sentence says why not; in linear time.

The long cases were found by doubling sizes: each took the square of its length once. They are as long as a pass that
is not linear would make unbearable; no clock judges them.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import akn
from akn import schema, walk
from akn.ledger import account

HEAD = "79/901. A title\n\nThe General Assembly,\n\nRecalling its resolution 78/902,\n\n"


def survives(data: bytes) -> akn.Conversion | None:
    """Converts, and proves what `convert` promises; None where one sentence says why it cannot be read."""
    try:
        conversion = akn.convert(data, name="rubbish")
    except akn.Leak:
        raise
    except akn.AknError as error:
        said = error.message
    else:
        assert not schema.errors(conversion.tree.getroot())
        assert not account(conversion.source, walk.runs(conversion.document), conversion.ledger)
        return conversion
    is_a_sentence(said)
    return None


def is_a_sentence(message: str) -> None:
    assert 5 < len(message) < 400
    assert message.isprintable()


def comes_back(conversion: akn.Conversion) -> None:
    text = akn.to_text(akn.from_xml(conversion.xml))
    assert akn.convert(text.encode(), name="text").xml == conversion.xml


LONG = {
    "no line break": "a" * 2_000_000,
    "digits": "1" * 100_000,
    "spaced digits": "1 " * 20_000,
    "asterisks": "*" * 50_000,
    "spaced asterisks": "* " * 20_000,
    "open emphasis": "*x _y " * 10_000,
    "bold words": "**x** " * 10_000,
    "square brackets": "[" * 100_000,
    "round brackets": "(" * 100_000,
    "open links": "[x](" * 20_000,
    "open images": "![" * 40_000,
    "open comments": "<!--" * 40_000,
    "open tags": "<i>" * 20_000 + "x" + "</i>" * 20_000,
    "markers of Markdown": "[^1]" * 10_000,
    "raised digits": "word¹ " * 10_000,
    "hyphens at line ends": "a-\n" * 8_000,
    "citations": "resolution 72/169 of 19 December 2017, " * 2_000,
    "a list of citations": "resolutions " + "72/169 of 3 May 2020 and " * 3_000,
    "dates": "18 December 2019 " * 4_000,
    "a long symbol": "A/RES" + "/1" * 50_000,
    "one letter": "A" * 100_000,
    "raised signs": "é\u0301" * 50_000,
    "line ends": "\n" * 200_000 + "x",
    "lone carriage returns": "x\r" * 20_000,
    "form feeds": "\f" * 100_000 + "x",
    "no-break spaces": "\u00a0" * 100_000 + "x",
    "soft hyphens": "\u00ad" * 100_000 + "x",
    "right to left": "ا" * 100_000,
    "points that nest": "x:\n\n" + "(i) x:\n\n(v) x:\n\n(x) x:\n\n" * 1_000,
    "first points": "x:\n\n" + "(a) (i) x;\n\n" * 2_000,
    "the same number": "x.\n\n" + "1. Notes this;\n\n" * 2_000,
    "formulas": "x.\n\n" + "The General Assembly,\n\n" * 1_000,
    "annexes": "x.\n\n" + "Annex\n\nTitle\n\n" * 1_000,
    "headings": "x.\n\n" + "## Heading\n\n" * 2_000,
    "rows of a table": "x.\n\n| a | b |\n|---|---|\n" + "| a | b |\n" * 2_000,
    "a row without an end": "x.\n\n" + "|" * 20_000,
    "blanks before a bar": "x.\n|\n" + " " * 100_000 + "\nx",
    "notes of one number": "word¹ " * 500 + "\n\n" + "¹ Note body words.\n\n" * 500,
    "notes in order": " ".join(f"word{n}," for n in range(1, 900))
    + "\n\n"
    + "".join(f"{n} Note.\n\n" for n in range(900)),
    "running heads": "".join(f"text\nA/RES/79/1\n\f{n}/9\n" for n in range(2_000)),
}


@pytest.mark.parametrize("name", LONG)
def test_long_rubbish(name: str) -> None:
    """Behind the beginning of a paragraph, so that all steps see it."""
    assert survives(f"{HEAD}1. Decides {LONG[name]}\n".encode()) is not None


MASTHEADS = {
    "publishers": "United Nations A/RES/79/1\n",
    "sessions": "Seventy-ninth session\n",
    "agenda items": "Agenda item 5\n",
    "open brackets": "[on the report\n",
    "adoptions": "Resolution adopted by the General Assembly\n",
    "numbers": "79/1. Title of it\n\n",
    "capitals": "TITLE OF ALL LINES\n",
    "marks of the text form": "%akn\n",
}


@pytest.mark.parametrize("name", MASTHEADS)
def test_long_mastheads(name: str) -> None:
    assert survives((MASTHEADS[name] * 3_000 + HEAD + "1. Decides.\n").encode()) is not None


SHORT: dict[str, bytes] = {
    "nothing": b"",
    "one byte": b"x",
    "nul bytes": b"The General Assembly,\n\n1. Decides\x00 so.\n",
    "control characters": b"The General Assembly,\n\n1. Decides\x01\x0b\x1f\x7f so.\n",
    "not a character": "The General Assembly,\n\n1. Decides\ufffe so\uffff.\n".encode(),
    "replaced characters": "The General Assembly,\n\n1. Decides \ufffd so.\n".encode(),
    "byte order mark": b"\xef\xbb\xbfThe General Assembly,\n\n1. Decides.\n",
    "byte order mark inside": "The General Assembly,\n\n1. Decides \ufeff so.\n".encode(),
    "UTF-16": "The General Assembly,\n\n1. Decides.\n".encode("utf-16"),
    "half of UTF-16": "The General Assembly,\n\n1. Decides.\n".encode("utf-16")[:-1],
    "UTF-32": "The General Assembly,\n\n1. Decides.\n".encode("utf-32"),
    "Latin-1": "L’Assemblée générale,\n\n1. Décide.\n".encode("cp1252"),
    "surrogates": b"The General Assembly,\n\n1. Decides \xed\xa0\x80.\n",
    "isolates": "The General Assembly,\n\n1. Decides \u2066 a \u2069 \u202e b.\n".encode(),
    "separators": "The General Assembly,\u2028\u2029\u00851. Decides.\n".encode(),
    "entities": b"The General Assembly,\n\n1. Decides &lt;b&gt; &#0; &#x1F; <![CDATA[ ]]> <?x ?>.\n",
    "only digits": b"123456",
    "only an asterisk": b"*",
    "only a label": b"1.",
    "only a formula": b"The General Assembly,",
}


@pytest.mark.parametrize("name", SHORT)
def test_short_rubbish(name: str) -> None:
    conversion = survives(SHORT[name])
    if conversion is not None:
        comes_back(conversion)


TEXT_FORM = """%akn-text 1 eng unga resolution

%preface
  {number|79/1.} {doc title|T}

%preamble

  %formula The General Assembly,

%body

  [1.] Notes:
"""
DEEP = {
    "points": "".join("  " * depth + f"[({depth})] x:\n" for depth in range(2, 1_000)),
    "emphasis": "    [(a)] " + "{i|" * 5_000 + "x" + "}" * 5_000 + "\n",
    "open braces": "    [(a)] " + "{i|x " * 5_000 + "\n",
    "asterisks": "    [(a)] " + "*" * 50_000 + "\n",
    "lines": "    [(a)] x\n" * 5_000,
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_text_form(name: str) -> None:
    survives((TEXT_FORM + DEEP[name]).encode())


NOTED = "    [(a)] *Words*,[^1] and more;\n      [^1]: See A/1.\n  [2.] Decides.\n"
LINES = (TEXT_FORM + NOTED).split("\n")


def test_the_text_form_before_it_is_broken() -> None:
    assert survives("\n".join(LINES).encode()) is not None


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.tuples(st.integers(0, len(LINES) - 1), st.sampled_from(["delete", "double", "indent", "cut"])),
        max_size=4,
    )
)
def test_broken_text_form(changes: list[tuple[int, str]]) -> None:
    """What a person may do to the text form in an editor."""
    lines = list(LINES)
    for at, change in changes:
        line = lines[at]
        lines[at] = {"delete": "", "double": f"{line}\n{line}", "indent": f"  {line}", "cut": line[:-4]}[change]
    survives("\n".join(lines).encode())


ACTIVE = [
    *"()[]{}*_^`#|<>&\\/%\"'.,;:!?-–—•†‡§=+~¹²\u00a0\u00ad\u200b\u2028\f\r\t ",
    "\n",
    "\n\n",
    "\n    ",
    *(
        "1",
        "2",
        "12",
        "1. ",
        "2. ",
        "(a) ",
        "(b) ",
        "(i) ",
        "a) ",
        "I. ",
        "II. ",
        "A. ",
        "- ",
        "• ",
        "* ",
        "# ",
        "## ",
        "| a | b |",
    ),
    *("[^1]", "[^1]: ", "^1", "<sup>1</sup>", "<br>", "![x](y)", "[x](y)", "|---|---|\n", "* * *", "_______"),
    *(
        "79/1. Title",
        "The General Assembly,",
        "L’Assemblée générale,",
        "Recalling ",
        "Rappelant ",
        "Decides ",
        "Décide ",
    ),
    *(
        "resolution 72/169",
        "A/RES/72/169",
        "18 December 2019",
        "50th plenary meeting",
        "Annex",
        "Annexe II",
        "Page 3",
        "2/3",
    ),
    *(
        "In favour: Aland",
        "Adopted by a recorded vote of 3 to 1, with 2 abstentions",
        "United Nations",
        "19-12345 (E)",
        "%akn ",
    ),
    *("word", "Word ", "word,1 ", "ввести ", "تقرر ", "大会，", "決定"),
]
SETTINGS = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


@SETTINGS
@given(st.lists(st.sampled_from(ACTIVE), max_size=60).map("".join), st.sampled_from(["", HEAD, HEAD + "1. Decides "]))
def test_active_characters(text: str, before: str) -> None:
    """What means something to a step, in any order."""
    conversion = survives((before + text).encode())
    if conversion is not None:
        comes_back(conversion)


@SETTINGS
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80), st.sampled_from(["", HEAD + "1. Decides "]))
def test_any_characters(text: str, before: str) -> None:
    conversion = survives((before + text).encode())
    if conversion is not None:
        comes_back(conversion)


@SETTINGS
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    survives(data)


@SETTINGS
@given(
    st.lists(
        st.sampled_from(
            [
                line + "\n"
                for line in (
                    HEAD + "1. Decides¹ to:\n\n(a) Act;\n\n(i) Now;\n\nAnnex\n\n1. So.\n\n¹ Note.\n\n2/3\n"
                ).split("\n")
            ]
        ),
        max_size=30,
    )
)
def test_paragraphs_in_any_order(lines: list[str]) -> None:
    """Formula, title, points, notes and furniture where nobody would print them."""
    conversion = survives((HEAD + "".join(lines)).encode())
    if conversion is not None:
        comes_back(conversion)
