"""What languages print each in its own way, and that the same structure comes of it."""

from __future__ import annotations

import pytest

import akn
from akn.model import Division, Note, NoteAgain, Operative, Paragraph, PointList, Preambular


def eids(text: str) -> list[str]:
    """The eIds of a text's structure, without footnotes and declarations."""
    root = akn.convert(text).tree.getroot()
    found = [element.get("eId") or "" for element in root.iter() if str(element.tag).rpartition("}")[2][:3] != "TLC"]
    return [eid for eid in found if eid and not eid.startswith("fn_")]


WRAPPED_UP = {
    "eng": "The General Assembly,\n\nRecalling its resolution 77/935 of 20 December 2022,\n\n1. Requests the Secretary-General:\n\n"
    "(a) To count the lamps;\n\n(b) To light them;\n\nand to report on both;\n\n2. Decides to remain seized of the matter.",
    "fra": "L’Assemblée générale,\n\nRappelant sa résolution 77/935 du 20 décembre 2022,\n\n1. Prie le Secrétaire général :\n\n"
    "a) De compter les lampes ;\n\nb) De les allumer ;\n\net de faire rapport sur les deux ;\n\n2. Décide de rester saisie de la question.",
    "spa": "La Asamblea General,\n\nRecordando su resolución 77/935, de 20 de diciembre de 2022,\n\n1. Solicita al Secretario General:\n\n"
    "a) Que cuente las lámparas;\n\nb) Que las encienda;\n\ny que informe sobre ambas cosas;\n\n2. Decide seguir ocupándose de la cuestión.",
    "rus": "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 77/935 от 20 декабря 2022 года,\n\n1. просит Генерального секретаря:\n\n"
    "a) сосчитать фонари;\n\nb) зажечь их;\n\nи доложить о том и другом;\n\n2. постановляет продолжать заниматься этим вопросом.",
    "zho": "大会，\n\n回顾其2022年12月20日第77/935号决议，\n\n1. 请秘书长：\n\n(a) 清点灯具；\n\n(b) 点亮灯具；\n\n并就二者提出报告；\n\n"
    "2. 决定继续处理此案。",
    "ara": "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 77/935 المؤرخ 20 كانون الأول/ديسمبر 2022،\n\n1 - تطلب إلى الأمين العام:\n\n"
    "(أ) أن يعد المصابيح؛\n\n(ب) أن يوقدها؛\n\nوأن يقدم تقريرا عن الأمرين؛\n\n2 - تقرر أن تبقي المسألة قيد نظرها.",
}
"""One resolution, with words after its points, as each official language prints it."""


@pytest.mark.parametrize("language", WRAPPED_UP)
def test_words_after_the_points_wrap_them_up_in_every_language(language: str) -> None:
    assert eids(WRAPPED_UP[language]) == eids(WRAPPED_UP["eng"])
    found = akn.convert(WRAPPED_UP[language]).document
    assert found.language == language
    operative = found.statements[0].body[0]
    assert isinstance(operative, Operative)
    assert isinstance(operative.content[0], PointList)
    assert operative.content[0].wrap_up


def test_a_single_operative_paragraph_with_a_small_letter() -> None:
    text = (
        "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 77/935 от 20 декабря 2022 года,\n\n"
        "рассмотрев рекомендации по маякам¹,\n\nпринимает к сведению доклад о маяках¹.\n\n¹ A/77/12.\n"
    )
    statement = akn.convert(text).document.statements[0]
    assert len(statement.preamble) == 3
    assert isinstance(statement.body[0], Operative)


def test_the_first_of_two_calls_has_the_footnote() -> None:
    text = "The General Assembly,\n\nRecalling the Court,¹\n\nand the annex,¹\n\n1. Notes it;\n\n2. Decides.\n\n¹ A/77/12.\n"
    preambular = akn.convert(text).document.statements[0].preamble[1]
    assert isinstance(preambular, Preambular)
    kinds = [type(inline) for block in preambular.content if isinstance(block, Paragraph) for inline in block.content]
    assert [kind for kind in kinds if kind in (Note, NoteAgain)] == [Note, NoteAgain]


def divisions(text: str) -> list[tuple[str, list[str]]]:
    """The numbers of the divisions of a body, each with those in it."""
    found = []
    for block in akn.convert(text).document.statements[0].body:
        if isinstance(block, Division):
            inner = [b.number.text for b in block.content if isinstance(b, Division) and b.number]
            found.append((block.number.text if block.number else "", inner))
    return found


def test_roman_numbers_of_titles_without_a_stop() -> None:
    text = (
        "L’Assemblée générale,\n\nI Budget des phares\n\n1. Prend acte du budget ;\n\n2. Décide de le revoir ;\n\n"
        "II Personnel des phares\n\n1. Prend acte du rapport ;\n\n2. Décide de le revoir.\n"
    )
    assert divisions(text) == [("I", []), ("II", [])]


def test_a_lone_pronoun_is_no_number() -> None:
    text = "The General Assembly,\n\n1. Notes the letter;\n\n2. Decides.\n\nAnnex\n\nI write to you about the harbour\n\nYours\n"
    assert b"<section" not in akn.convert(text).xml


def test_arabic_sections_hold_those_with_names_of_letters() -> None:
    text = (
        "إن الجمعية العامة،\n\nأولا\n\nشروط الخدمة\n\n1 - تقرر ذلك؛\n\n2 - تطلب تقريرا؛\n\nثانيا\n\nالمرتبات\n\n"
        "ألف - الجدول\n\n1 - توافق على الجدول؛\n\nباء - الهامش\n\n1 - تحيط علما بالهامش.\n"
    )
    found = divisions(text)
    assert [len(inner) for _, inner in found] == [0, 2]
