"""The text form as people edit it: what is wrong is said with its line; what is accepted gives valid XML."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import documents

import akn
from akn import UnreadableInput

HEAD = "%akn-text 1 eng unga resolution\n"
BODY = HEAD + "\n%body\n"

WRONG = [
    ("%akn-text 1 eng unga\n%body\n", 1, "the first line must say"),
    ("%akn-text 1 english unga resolution\n%body\n", 1, "the first line must say"),
    ("%akn-text 1 eng unga poem\n%body\n", 1, "the first line must say"),
    (HEAD + "  The General Assembly,\n", 2, "under the first line"),
    (HEAD + "The General Assembly,\n", 2, "a region such as %body comes first"),
    (HEAD + "%bodies\n", 2, "%bodies cannot stand here"),
    (HEAD + "%body\n  One\n%body\n  Two\n", 3, "has no place here"),
    (HEAD + "%statement\n\n%body\n  Words\n", 1, "not before a single one"),
    (HEAD + "%body\n  One\n%statement\n%statement\n", 2, "before the first %statement"),
    (HEAD + "%annex\n  Words\n", 2, "%annex must be followed by one of"),
    (HEAD + "%preamble\n  %formula The Assembly,\n    Words\n", 4, "has no place here"),
    (HEAD + "%preamble\n  %preambular\n", 3, "a preambular paragraph has words"),
    (BODY + "   [1.] Decides\n", 4, "the indent must be two spaces"),
    (BODY + "      [1.] Decides\n", 4, "the indent must be two spaces"),
    (BODY + "  %para Decides\n", 4, "%para is no directive"),
    (BODY + "  Words\n    More words\n", 5, "nothing can stand under a plain paragraph"),
    (BODY + "  %list Words:\n", 4, "a list has points"),
    (BODY + "  [1.] Decides:\n    a point\n", 5, "a point begins with its number"),
    (BODY + "  %table\n", 4, "a table has rows"),
    (BODY + "  %table\n    a | b\n", 5, "a row of a table begins with |"),
    (BODY + "  %table\n    |a\n", 5, "a cell begins with |"),
    (BODY + "  One *two\n", 4, "an emphasis that * opens is not closed"),
    (BODY + "  One {b|two\n", 4, "a brace is not closed"),
    (BODY + "  One } two\n", 4, "'}' stands alone"),
    (BODY + "  One { two\n", 4, "after { comes a name"),
    (BODY + "  One [ two\n", 4, "'[' stands alone"),
    (BODY + "  One {eol|}two\n", 4, "begins with {=}"),
    (BODY + "  {bold|two}\n", 4, "'bold' is no name that can stand in braces"),
    (BODY + "  {=}{date 2019-02-30|two}\n", 4, "'2019-02-30' is no date"),
    (BODY + "  {=}{ref a b|two}\n", 4, "'a b' is no address"),
    (BODY + "  {=}{organ = the Assembly|two}\n", 4, "is no id of an organ"),
    (BODY + "  One[^1] two\n", 4, "the note [^1] has no body"),
    (BODY + "  One[^1] two[^1]\n    [^1]: Note\n", 4, "or is called twice"),
    (BODY + "  One two\n    [^1]: Note\n", 5, "no marker calls the note [^1]"),
    (BODY + "  One[^1] two\n    [^1]: Note\n    [^1]: Note\n", 6, "has a body already, on line 5"),
]


@pytest.mark.parametrize(("text", "line", "message"), WRONG, ids=[f"{i}-{row[2]}" for i, row in enumerate(WRONG)])
def test_errors_name_the_line(text: str, line: int, message: str) -> None:
    with pytest.raises(UnreadableInput) as error:
        akn.convert(text, name="mine.txt")
    assert f"mine.txt:{line}: " in str(error.value)
    assert message in str(error.value)
    assert "docs/text-form.md" in str(error.value)


_INSERTS = (
    "%body", "%p", "%list", "%annex annex", "[1]", "[^1]", "[^=2]", "[^1]:", "{i|", "}", "|", "\\", "*", "  ", "\n", "**",
    "{date x|y}", "{eol|", "%wrap", "%statement", "%formula", "{=}", "{committee = a b|c}", "{ref a b|x}", "\r", "\t",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(documents(), st.data())
def test_slips(document: akn.Document, data: st.DataObject) -> None:
    """Any slip of the hand is refused with its line, or gives valid XML; it is never a defect of the converter."""
    text = akn.to_text(document)
    at = data.draw(st.integers(text.index("\n") + 1, len(text)))
    slip = data.draw(st.one_of(st.sampled_from(_INSERTS), st.integers(1, 6)))
    text = text[:at] + (slip + text[at:] if isinstance(slip, str) else text[at + slip :])
    try:
        akn.convert(text)
    except UnreadableInput as error:
        assert error.place.startswith("<text>:"), error  # noqa: PT017


def test_what_may_be_left_out() -> None:
    """A byte order mark, line ends of Windows, empty lines and white space at ends of lines mean nothing."""
    text = HEAD + "\n%body\n\n  [1.] *Decides* so.\n"
    loose = "\ufeff" + text.replace("\n\n", "\n").replace("\n", "   \r\n")
    assert akn.convert(loose).xml == akn.convert(text).xml


def test_words_of_syntax_are_words_again() -> None:
    text = BODY + "  \\%p \\[1.\\] \\*a\\* \\{b\\|c\\} \\\\ {=}\n"
    with pytest.raises(UnreadableInput):
        akn.convert(text)
    conversion = akn.convert(text.replace(" {=}", ""))
    assert "".join(map(str, conversion.tree.getroot().itertext())).strip() == "%p [1.] *a* {b|c} \\"
