"""Who adopted a text, by whatever page says it: the organ, its number and date in the IRIs, its vote."""

from __future__ import annotations

import pytest
from conftest import FIXTURES

import akn
from akn.model import Block, Operative

ORGANS = {
    "eng_commission_on_human_rights": "unchr/2004-04-16/2004-118",
    "eng_commission_on_the_status_of_women": "uncsw/1900-01-01/62-101",
    "eng_crime_commission": "unccpcj/1900-01-01/28-101",
    "eng_decision_in_one_sentence": "unga/2024-12-17/79-540",
    "eng_draft_of_a_main_committee": "unga/1900-01-01/A-C.3-79-L.105-Rev.1",
    "eng_ecosoc_1989": "unecosoc/1989-05-24/1989-165",
    "eng_emergency_special_session": "unga/2024-09-18/ES-10-124",
    "eng_environment_assembly": "unea/2019-03-15/4-31",
    "eng_general_assembly_1946": "unga/1946-01-24/1_(I)",
    "eng_human_rights_council_roll_call": "unhrc/2025-07-07/59-125",
    "eng_regional_commission": "uneclac/1900-01-01/682_(XXXV)",
    "eng_security_council_1947": "unsc/1947-01-10/16_(1947)",
    "eng_trusteeship_council": "untc/1972-06-29/1085_(XXXIX)",
    "eng_two_letters_1966": "unga/1966-12-16/2200_(XXI)",
}


def work(text: bytes) -> str:
    """The IRI of the work that a text is."""
    root = akn.convert(text).tree.getroot()
    return next(e.get("value") or "" for e in root.iter("{*}FRBRuri"))


@pytest.mark.parametrize("name", ORGANS)
def test_the_work_is_named_after_organ_date_and_number(name: str) -> None:
    source = (FIXTURES / "organs" / f"{name}.txt").read_bytes()
    assert work(source) == f"/akn/un/statement/deliberation/{ORGANS[name]}"


def test_a_statement_of_the_president_is_no_resolution() -> None:
    source = (FIXTURES / "organs" / "eng_presidential_statement.txt").read_bytes()
    found = akn.convert(source)
    assert found.document.kind == "presidentialStatement"
    assert work(source) == "/akn/un/statement/statement/unsc/2018-01-17/S-PRST-2018-103"
    assert not found.warnings


def test_a_roll_call_is_counted() -> None:
    source = (FIXTURES / "organs" / "eng_human_rights_council_roll_call.txt").read_bytes()
    counts = [e.get("value") for e in akn.convert(source).tree.getroot().iter("{*}count")]
    assert counts == ["26", "15", "6"]


def first(text: str) -> Block:
    """The first block of a body."""
    return akn.convert(text).document.statements[0].body[0]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Commission on Human Rights resolution 2004/118", "2004/118"),
        ("Human Rights Council resolution 59/125", "59/125"),
        ("Resolution 598 (1987)", "598 (1987)"),
        ("Decision 79/540", "79/540"),
    ],
)
def test_numbers_behind_the_name_of_the_organ(line: str, number: str) -> None:
    text = f"{line}\n\nOn lamps\n\nThe Human Rights Council,\n\nNoting the lamps,\n\n1. Decides;\n\n2. Asks.\n"
    root = akn.convert(text).tree.getroot()
    assert [e.text for e in root.iter("{*}docNumber")] == [number]
    assert isinstance(first(text), Operative)


def test_a_title_that_cites_a_resolution_is_no_number() -> None:
    text = (
        "81/314. Safety\n\nFollow-up to General Assembly resolution 2004/118 on lamps\n\nThe General Assembly,\n\n"
        "Noting the lamps,\n\n1. Decides;\n\n2. Asks.\n"
    )
    root = akn.convert(text).tree.getroot()
    assert [e.text for e in root.iter("{*}docNumber")] == ["81/314."]


def test_one_resolution_has_the_same_tree_in_every_language() -> None:
    names = (
        "fra_conseil_des_droits_de_l_homme",
        "rus_sovet_po_pravam_cheloveka",
        "zho_human_rights_council",
        "ara_human_rights_council",
    )
    trees = []
    for name in names:
        root = akn.convert((FIXTURES / "organs" / f"{name}.txt").read_bytes()).tree.getroot()
        trees.append([e.get("eId") for e in root.iter() if e.get("eId")])
    assert all(tree == trees[0] for tree in trees)


@pytest.mark.parametrize("name", ["zho_security_council", "rus_sovet_bezopasnosti", "ara_security_council"])
def test_the_heading_of_the_security_council_has_number_meeting_and_date(name: str) -> None:
    found = akn.convert((FIXTURES / "organs" / f"{name}.txt").read_bytes())
    assert not found.warnings
    root = found.tree.getroot()
    preface = next(root.iter("{*}preface"))
    assert [e.text.replace(" ", "") for e in preface.iter("{*}docNumber") if e.text] == ["2719(2027)"]
    assert [e.get("date") for e in preface.iter("{*}docDate")] == ["2027-12-21"]
    assert len(list(preface.iter("{*}location"))) == 1
