"""No document, however odd, makes a rule fail: random trees of the elements and values that rules look at."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from rule_frames import FRAME

from akn.validation.engine import Settings, Validator
from akn.validation.rule import Q

NAMES = [
    "statement",
    "doc",
    "documentCollection",
    "meta",
    "identification",
    "FRBRWork",
    "FRBRExpression",
    "FRBRManifestation",
    "FRBRthis",
    "FRBRuri",
    "FRBRalias",
    "FRBRdate",
    "FRBRauthor",
    "FRBRcountry",
    "FRBRsubtype",
    "FRBRnumber",
    "FRBRname",
    "FRBRlanguage",
    "publication",
    "references",
    "TLCConcept",
    "TLCOrganization",
    "workflow",
    "step",
    "analysis",
    "parliamentary",
    "voting",
    "count",
    "organization",
    "coverPage",
    "docNumber",
    "docDate",
    "docTitle",
    "session",
    "preface",
    "preamble",
    "formula",
    "container",
    "mainBody",
    "section",
    "part",
    "division",
    "article",
    "paragraph",
    "list",
    "sublist",
    "blockList",
    "point",
    "item",
    "num",
    "heading",
    "subheading",
    "intro",
    "content",
    "p",
    "i",
    "b",
    "u",
    "sup",
    "span",
    "inline",
    "ref",
    "a",
    "authorialNote",
    "noteRef",
    "img",
    "date",
    "conclusions",
    "event",
    "attachments",
    "attachment",
    "components",
    "component",
    "documentRef",
    "crossHeading",
    "table",
    "tr",
    "td",
]
ATTRIBUTES = [
    "eId",
    "wId",
    "refersTo",
    "source",
    "href",
    "by",
    "as",
    "to",
    "outcome",
    "period",
    "date",
    "value",
    "name",
    "number",
    "showAs",
    "language",
    "marker",
    "placement",
    "src",
    "alt",
    "class",
    "style",
    "{http://www.w3.org/XML/1998/namespace}lang",
]
VALUES = [
    "",
    "#",
    "#x",
    "x",
    "/akn/",
    "/akn/un/statement/deliberation/unga/2031-12-18/86-153",
    "/akn/un//",
    "#unga",
    "/",
    "1900-01-01",
    "0001-01-01",
    "2031-12-18",
    "2031",
    "²",
    "٣",
    "3",
    "(a)",
    "para_1",
    "para_1__list_1__point_a",
    "__",
    "para__",
    "1__2",
    "eng",
    "en",
    "fra",
    "fr-",
    "symbol",
    "A/RES/86/153",
    "A/RES//",
    "symbol",
    "bottom",
    "italic",
    "font-style:italic",
    "enactingFormula",
    "vote",
    "resolution",
]
TEXTS = (
    "",
    " ",
    "\t",
    "1.",
    "(a)",
    "²",
    "5 bis",
    "Article 5",
    "أ)",
    "18 December 2031",
    "A/RES/86/153",
    "Annex",
    "\u00a0.",
)

TREES = st.recursive(
    st.tuples(
        st.sampled_from(NAMES),
        st.dictionaries(st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES), max_size=4),
        st.sampled_from(TEXTS),
        st.just(()),
    ),
    lambda inner: st.tuples(
        st.sampled_from(NAMES),
        st.dictionaries(st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES), max_size=3),
        st.sampled_from(TEXTS),
        st.lists(inner, max_size=6).map(tuple),
    ),
    max_leaves=40,
)
VALIDATORS = [Validator(Settings(profile, ignore=("AKN10",))) for profile in ("akn4un", "oasis")]


def element(tree: tuple) -> etree._Element:  # type: ignore[type-arg]
    name, attributes, text, children = tree
    made = etree.Element(f"{Q}{name}", attributes)
    made.text = text
    made.extend([element(child) for child in children])
    return made


def check(root: etree._Element) -> None:
    data = etree.tostring(root)
    for validator in VALIDATORS:
        findings = validator.check(data, "odd.xml")
        assert [finding for finding in findings if finding.code == "AKN007"] == []
        assert findings == validator.check(data, "odd.xml")
        assert all(finding.place.line and finding.place.column for finding in findings)


@given(TREES)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_rule_fails_on_a_random_tree(tree: tuple) -> None:  # type: ignore[type-arg]
    root = etree.fromstring(f'<akomaNtoso xmlns="{Q[1:-1]}"/>')
    root.append(element(tree))
    check(root)


PLACES = st.integers(min_value=1, max_value=79)
EDITS = st.lists(st.tuples(PLACES, st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES)), max_size=12)
WORDS = st.lists(st.tuples(PLACES, st.sampled_from(TEXTS)), max_size=6)
LOST = st.lists(PLACES, max_size=4)


@given(EDITS, WORDS, LOST)
@settings(max_examples=150, deadline=None)
def test_no_rule_fails_on_a_document_with_odd_values(
    edits: list[tuple[int, str, str]], words: list[tuple[int, str]], lost: list[int]
) -> None:
    root = etree.fromstring(FRAME.read_bytes())
    elements = list(root.iter(f"{Q}*"))
    for place, attribute, value in edits:
        elements[place % len(elements)].set(attribute, value)
    for place, text in words:
        elements[place % len(elements)].text = text
    for place in lost:
        gone = elements[place % len(elements)]
        parent = gone.getparent()
        if parent is not None and parent is not root:
            parent.remove(gone)
    check(root)
