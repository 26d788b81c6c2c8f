"""What words cite, in six languages: exactly the words that cite, and an IRI that is the same in every language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akn import vocabulary
from akn.inline import citations

G = "unga/"
RESOLUTION = "/akn/un/statement/deliberation/"
REPORT = "/akn/un/doc/report/"

NUMBERS = [
    # English
    ("eng", "Recalling its resolution 72/901 of 19 December 2017,", [("resolution 72/901", "unga/72-901")]),
    ("eng", "Recalling decision 74/911 and Decision 51/1,", [("decision 74/911", "unga/74-911"), ("Decision 51/1", "unga/51-1")]),
    (
        "eng",
        "its resolutions 72/901 of 19 December 2017, 73/902 of 3 May 2018 and 74/12 B of 1 June 2019,",
        [("72/901", "unga/72-901"), ("73/902", "unga/73-902"), ("74/12 B", "unga/74-12_B")],
    ),
    ("eng", "resolution 2201 A (XXI)", [("resolution 2201 A (XXI)", "unga/2201_A_(XXI)")]),
    ("eng", "resolution 218 (III) and resolution 2(I)", [("resolution 218 (III)", "unga/218_(III)"), ("resolution 2(I)", "unga/2_(I)")]),
    ("eng", "resolutions 9325 (2000), 9820 (2008), and 9242 (2015)", [("9325 (2000)", "unsc/9325_(2000)"), ("9820 (2008)", "unsc/9820_(2008)"), ("9242 (2015)", "unsc/9242_(2015)")]),
    ("eng", "resolutions 61/901 to 61/905", [("61/901", "unga/61-901"), ("61/905", "unga/61-905")]),
    ("eng", "resolution ES-11/9 and resolution S-30/7", [("resolution ES-11/9", "unga/ES-11-9"), ("resolution S-30/7", "unga/S-30-7")]),
    ("eng", "Human Rights Council resolutions 6/39 of 14 December 2007 and 41/9", [("6/39", "unhrc/6-39"), ("41/9", "unhrc/41-9")]),
    ("eng", "resolution 48/9 of the Human Rights Council", [("resolution 48/9", "unhrc/48-9")]),
    ("eng", "Economic and Social Council resolution 2019/95", [("resolution 2019/95", "unecosoc/2019-95")]),
    ("eng", "Commission on Human Rights resolution 2003/95", [("resolution 2003/95", "unchr/2003-95")]),
    ("eng", "resolutions 46/902, annex, and 58/904", [("46/902", "unga/46-902"), ("58/904", "unga/58-904")]),
    (
        "eng",
        "resolutions 48/904 of 20 December 1993, entitled “Declaration on Bells”, and 50/903 of 22 December 1995",
        [("48/904", "unga/48-904"), ("50/903", "unga/50-903")],
    ),
    ("eng", "resolution 64/992 and General Assembly decision 64/949", [("resolution 64/992", "unga/64-992"), ("decision 64/949", "unga/64-949")]),
    # French
    ("fra", "ses résolutions 72/901 du 19 décembre 2017, 73/902 du 1er mai 2018 et 74/12 B", [("72/901", "unga/72-901"), ("73/902", "unga/73-902"), ("74/12 B", "unga/74-12_B")]),
    ("fra", "les résolutions 61/901 à 61/905", [("61/901", "unga/61-901"), ("61/905", "unga/61-905")]),
    ("fra", "la résolution 2201 A (XXI) de l’Assemblée générale", [("résolution 2201 A (XXI)", "unga/2201_A_(XXI)")]),
    ("fra", "les résolutions 6/39 et 41/9 du Conseil des droits de l’homme", [("6/39", "unhrc/6-39"), ("41/9", "unhrc/41-9")]),
    ("fra", "la résolution 32/9 adoptée le 30 juin 2016 par le Conseil des droits de l’homme", [("résolution 32/9", "unhrc/32-9")]),
    ("fra", "résolution n° 9325 (2000)", [("résolution n° 9325 (2000)", "unsc/9325_(2000)")]),
    # Spanish
    (
        "spa",
        "sus resoluciones 72/901, de 19 de diciembre de 2017, 73/902, de 1 de mayo de 2018, y 74/12 B, de 3 de junio de 2019",
        [("72/901", "unga/72-901"), ("73/902", "unga/73-902"), ("74/12 B", "unga/74-12_B")],
    ),
    ("spa", "en sus resoluciones 44/998 y 45/959, abolió", [("44/998", "unga/44-998"), ("45/959", "unga/45-959")]),
    ("spa", "la resolución del Consejo de Seguridad 9325 (2000)", [("resolución del Consejo de Seguridad 9325 (2000)", "unsc/9325_(2000)")]),
    ("spa", "su decisión 74/911", [("decisión 74/911", "unga/74-911")]),
    # Russian
    ("rus", "свои резолюции 72/901 от 19 декабря 2017 года, 73/902 от 3 мая 2018 года и 74/12 B", [("72/901", "unga/72-901"), ("73/902", "unga/73-902"), ("74/12 B", "unga/74-12_B")]),
    ("rus", "резолюцией 2201 А (XXI)", [("резолюцией 2201 А (XXI)", "unga/2201_A_(XXI)")]),
    ("rus", "резолюции Совета Безопасности 9325 (2000) и 9820 (2008)", [("9325 (2000)", "unsc/9325_(2000)"), ("9820 (2008)", "unsc/9820_(2008)")]),
    ("rus", "резолюции 61/901–61/905", [("61/901", "unga/61-901"), ("61/905", "unga/61-905")]),
    ("rus", "резолюцию 6/39 Совета по правам человека", [("резолюцию 6/39", "unhrc/6-39")]),
    # Arabic
    ("ara", "قراراتها 72/901 المؤرخ 19 كانون الأول/ديسمبر 2017 و 73/902 و74/12 باء", [("72/901", "unga/72-901"), ("73/902", "unga/73-902"), ("74/12 باء", "unga/74-12_B")]),
    ("ara", "القرار 2201 ألف (د-21)", [("القرار 2201 ألف (د-21)", "unga/2201_A_(XXI)")]),
    ("ara", "القرار ٧٢/٩٠١", [("القرار ٧٢/٩٠١", "unga/72-901")]),
    ("ara", "قراري مجلس الأمن 9325 (2000) و 9820 (2008)", [("9325 (2000)", "unsc/9325_(2000)"), ("9820 (2008)", "unsc/9820_(2008)")]),
    ("ara", "مقررها 74/911", [("مقررها 74/911", "unga/74-911")]),
    # Chinese
    ("zho", "回顾其2017年12月19日第72/901号决议", [("第72/901号决议", "unga/72-901")]),
    ("zho", "第72/901、73/902和74/12 B号决议", [("72/901", "unga/72-901"), ("73/902", "unga/73-902"), ("74/12 B", "unga/74-12_B")]),
    ("zho", "2017年12月19日第72/901号和2018年5月3日第73/902号决议", [("72/901", "unga/72-901"), ("73/902", "unga/73-902")]),
    ("zho", "安全理事会第9325（2000）号决议", [("第9325（2000）号决议", "unsc/9325_(2000)")]),
    ("zho", "人权理事会2007年12月14日第6/39号决议", [("第6/39号决议", "unhrc/6-39")]),
    ("zho", "第74/911号决定", [("第74/911号决定", "unga/74-911")]),
]  # fmt: skip

SYMBOLS = [
    ("A/74/999/Add.2", REPORT + "unga/A-74-999-Add.2"),
    ("S/2019/934", REPORT + "unsc/S-2019-934"),
    ("E/CN.4/2005/L.90/Add.3", REPORT + "unchr/E-CN.4-2005-L.90-Add.3"),
    ("A/HRC/46/L.97/Rev.1", REPORT + "unhrc/A-HRC-46-L.97-Rev.1"),
    ("A/CONF.157/94 (Part I)", REPORT + "unga/A-CONF.157-94_(Part_I)"),
    ("CEDAW/C/GC/95", REPORT + "un/CEDAW-C-GC-95"),
    ("A/RES/72/901", RESOLUTION + "unga/72-901"),
    ("A/RES/74/955 A-B", RESOLUTION + "unga/74-955_A-B"),
    ("A/RES/2201 A (XXI)", RESOLUTION + "unga/2201_A_(XXI)"),
    ("S/RES/9325 (2000)", RESOLUTION + "unsc/9325_(2000)"),
    ("S/RES/9325(2000)", RESOLUTION + "unsc/9325_(2000)"),
    ("A/HRC/RES/46/96", RESOLUTION + "unhrc/46-96"),
]

NOTHING = [
    ("eng", "United Nations, Treaty Series, vol. 999, No. 94668"),
    ("eng", "the biennium 2018/19, a ratio of 3/4 and 24/7 access and/or aid (2019)"),
    ("eng", "paragraph 5 (a) of the resolution, article 2 (1)"),
    ("eng", "the resolution of disputes in 2019"),
    ("fra", "le paragraphe 2 (a) de la résolution"),
    ("zho", "第2段(a)"),
]


@pytest.mark.parametrize(("language", "text", "expected"), NUMBERS, ids=[f"{row[0]}-{row[1][:40]}" for row in NUMBERS])
def test_numbers(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    marks = citations.find(text, vocabulary.load(language), "unga")
    assert [(text[m.start : m.end], m.target) for m in marks] == [(words, RESOLUTION + iri) for words, iri in expected]


@pytest.mark.parametrize(("symbol", "iri"), SYMBOLS)
@pytest.mark.parametrize("frame", ["see {}, para. 5", "({})", "{}", "{}.", "见文件{}，第5段", "{} and Corr.1"])
def test_symbols(symbol: str, iri: str, frame: str) -> None:
    text = frame.format(symbol)
    marks = citations.find(text, vocabulary.load("eng"), "unga")
    assert [(text[m.start : m.end], m.target) for m in marks] == [(symbol, iri)]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_what_cites_no_document(language: str, text: str) -> None:
    assert citations.find(text, vocabulary.load(language), "unga") == []


@pytest.mark.parametrize(
    ("organ", "text", "iri"),
    [
        ("unhrc", "its resolution 6/39", "unhrc/6-39"),
        ("unhrc", "resolution 72/169", "unga/72-169"),
        ("unsc", "its resolution 9325 (2000)", "unsc/9325_(2000)"),
        ("unsc", "resolution 72/901", "unga/72-901"),
        ("unecosoc", "its resolution 2019/95", "unecosoc/2019-95"),
        ("unecosoc", "its resolution 9503 (XLVIII)", "unecosoc/9503_(XLVIII)"),
        ("", "resolution 72/901", "unga/72-901"),
    ],
)
def test_the_organ_that_speaks(organ: str, text: str, iri: str) -> None:
    assert [m.target for m in citations.find(text, vocabulary.load("eng"), organ)] == [RESOLUTION + iri]


_PIECES = (
    "resolution", "resolutions", "decision", "72/169", "2200 A (XXI)", "1325 (2000)", "of", "19 December 2017", ",", "and",
    "to", "A/74/1", "S/RES/1 (1946)", "Security Council", "entitled", "“", "”", "annex", "(", ")", "第", "号决议", "号", "、",
    "قرارها", "ألف", "(د-21)", "و", "резолюции", "А", "\u00a0", "İ", "ß",
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join),
    st.sampled_from(("eng", "fra", "spa", "rus", "ara", "zho")),
)
def test_marks_are_in_order_and_disjoint(text: str, language: str) -> None:
    """Whatever the words: marks lie in the text, in order, apart, around no white space."""
    reached = 0
    for mark in citations.find(text, vocabulary.load(language), "unga"):
        assert reached <= mark.start < mark.end <= len(text)
        assert text[mark.start : mark.end].strip() == text[mark.start : mark.end]
        assert " " not in mark.target
        assert mark.target.isascii()
        reached = mark.end
