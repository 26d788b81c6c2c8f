"""The files of languages and organs, and what is read with them. All sentences are invented."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akn import vocabulary
from akn.errors import WrongUse
from akn.fold import fold
from akn.vocabulary import compiling, examples, openings, store
from akn.vocabulary.language import Kind

LANGUAGES = vocabulary.languages()
CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "unpc"


def language_file(code: str) -> Path:
    return Path(store.LANGUAGES) / f"{code}.toml"


# --- folding


@given(st.text())
def test_folding_keeps_every_place_and_is_done_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(st.characters())
def test_every_character_folds_to_one(char: str) -> None:
    assert len(fold(char)) == 1


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("L’Assemblée générale", "l'assemblee generale"),
        ("«Œuvre»\u00a0–\u202fN’", '"œuvre" - n\''),
        ("ПЁТР Й", "петр й"),
        ("إن أوّل", "ان اوّل"),
        ("الجمعية", "الجمعيه"),
        ("٣۴5６", "3456"),
        ("１．（ａ）　Ａ", "1.(a) a"),
        ("İstanbul ẞ", "istanbul ß"),
        ("50ª, 2º", "50a, 2o"),
        ("“a”\t`b`", "\"a\" 'b'"),
        ("note¹", "note¹"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


# --- the files


def test_the_compiled_files_are_those_of_the_toml_files() -> None:
    for path, content in store.compiled_files().items():
        assert Path(path).read_bytes() == content, "run python -m akn.vocabulary"


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_example_is_read_as_its_file_says(code: str) -> None:
    assert examples.failures(code) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_pattern_has_an_example_and_each_kind_of_line_a_pattern(code: str) -> None:
    patterns = compiling.parse(language_file(code).read_bytes(), code)["patterns"]
    assert set(patterns) == set(compiling.PATTERNS)
    for name, rows in patterns.items():
        for row in rows:
            assert row["examples"], f"{code}: {name} has a pattern without an example"


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_organ_has_a_name_and_a_formula_in_each_language(code: str) -> None:
    data = compiling.parse(language_file(code).read_bytes(), code)
    assert set(data["organs"]) == set(vocabulary.organs())
    assert set(data["formulas"]) == set(vocabulary.organs())


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_formula_is_read_whole_and_as_its_organ(code: str) -> None:
    language = vocabulary.load(code)
    for organ, names in compiling.parse(language_file(code).read_bytes(), code)["formulas"].items():
        for name in (form for phrase in names for form in compiling.forms(phrase)):
            assert language.formula(fold(f"{name},")) == (organ, len(name) + 1)


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_month_is_there(code: str) -> None:
    assert set(vocabulary.load(code).months.values()) == set(range(1, 13))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", ["preambular", "operative"])
def test_each_phrase_of_the_file_is_read_to_its_end(code: str, kind: Kind) -> None:
    language = vocabulary.load(code)
    table = compiling.parse(language_file(code).read_bytes(), code)["openings"]
    phrases = [form.replace("_", " ") for phrase in table[kind] for form in compiling.forms(phrase)]
    short = [phrase for phrase in phrases if len(phrase) < openings.REACH]
    missed = [p for p in short if language.opening(fold(" ".join(p.split())), kind) < len(" ".join(p.split()))]
    assert missed == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('iso = "de"', 'iso = "de"\nisoo = "de"', "unknown key 'isoo' in the file"),
        ('iso = "de"', "", "the key 'iso' is missing in the file"),
        ('iso = "de"', "iso = 2", "'iso' in the file is no text"),
        ('script = "latin"', 'script = "greek"', "script is 'greek'"),
        ("[words]", '[words]\nother = ["x"]', "unknown key 'other' in [words]"),
        ("[[patterns.publisher]]", "[[patterns.printer]]", "unknown key 'printer' in [patterns]"),
        ('needs = "vereinte"', 'need = "vereinte"', "unknown key 'need' in [patterns.publisher, number 1]"),
        (r"vereinte nationen\b", r"vereinte {nation}\b", "unknown part {nation}"),
        (r"vereinte nationen\b", "vereinte (nationen", "is no regular expression"),
        ("items = '", "items = '{items}", "parts that contain themselves"),
        ('joints = ["und", "oder"]', 'joints = ["und", "oder"', "this is no TOML"),
        ('preambular = [\n  "alarmiert"', 'preambular = [\n  "123", "alarmiert"', "no words in '123'"),
    ],
)
def test_a_mistake_in_a_language_file_is_told_with_its_place(old: str, new: str, message: str) -> None:
    raw = language_file("deu").read_text(encoding="utf-8")
    assert old in raw
    with pytest.raises(WrongUse) as error:
        compiling.language_table(raw.replace(old, new, 1).encode(), "deu.toml")
    assert message in str(error.value)
    assert error.value.place.startswith("deu.toml")


def test_an_edited_file_counts_before_it_is_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(store.LANGUAGES, tmp_path / "languages")
    edited = tmp_path / "languages" / "eng.toml"
    edited.write_text(edited.read_text("utf-8").replace('name = "English"', 'name = "Edited"'), encoding="utf-8")
    monkeypatch.setattr(store, "LANGUAGES", str(tmp_path / "languages"))
    assert store.table(store.LANGUAGES, "eng")["name"] == "Edited"
    assert store.table(store.LANGUAGES, "fra")["name"] == "French"


def test_compiled_and_toml_say_the_same() -> None:
    import json

    for code in LANGUAGES:
        made = compiling.language_table(language_file(code).read_bytes(), code)
        assert json.loads(json.dumps(made)) == store.table(store.LANGUAGES, code)


def test_an_unknown_language_is_refused_and_english_stands_in_where_that_is_wanted() -> None:
    with pytest.raises(WrongUse, match="no language file for 'tlh'"):
        vocabulary.load("tlh")
    assert vocabulary.load_or_english("tlh").code == "eng"
    assert vocabulary.load_or_english("ara").code == "ara"


def test_forms_of_phrases() -> None:
    assert compiling.forms("a (b|c) d{e,f}") == ["a de", "a df", "a b de", "a b df", "a c de", "a c df"]
    assert compiling.forms(r"x \(y\)") == ["x (y)"]


# --- organs


def test_organs() -> None:
    organ = vocabulary.organs()["unga"]
    assert organ.resolution.format(number="74/153") == "A/RES/74/153"
    assert all(row.href.startswith("/akn/ontology/organization/un/") for row in vocabulary.organs().values())
    assert {row.parent for row in vocabulary.organs().values()} <= {"", *vocabulary.organs()}


def test_each_organ_reads_its_own_numbers_and_no_two_have_the_same_symbol() -> None:
    prefixes = [prefix for row in vocabulary.organs().values() for prefix in row.symbols]
    assert len(prefixes) == len(set(prefixes))
    for key in vocabulary.organs():
        raw = (Path(store.ORGANS) / f"{key}.toml").read_bytes()
        for number in compiling.parse(raw, key)["examples"]:
            assert key in vocabulary.organs_of_number(fold(number)), number


@pytest.mark.parametrize(
    ("symbol", "organ"),
    [
        ("A/RES/74/153", "unga"),
        ("A/HRC/59/L.17", "unhrc"),
        ("A/AC.109/2025/L.25", "unc24"),
        ("S/2023/970", "unsc"),
        ("E/ICEF/2025/L.9", "unicef"),
        ("E/CN.4/2005/L.3", "unchr"),
        ("E/CN.4/Sub.2/1999/4", "unsubcom"),
        ("E/2025/L.4", "unecosoc"),
        ("E/ESCAP/RES/69/13", "unescap"),
        ("XYZ/1", ""),
    ],
)
def test_the_organ_of_a_symbol(symbol: str, organ: str) -> None:
    assert vocabulary.organ_of_symbol(fold(symbol)) == organ


@pytest.mark.parametrize(
    ("number", "organs"),
    [("598 (1987)", {"unsc"}), ("S-32/1", {"unga", "unhrc"}), ("2200 A (XXI)", {"unga"}), ("ES-11/3", {"unga"})],
)
def test_the_organs_of_a_number(number: str, organs: set[str]) -> None:
    found = set(vocabulary.organs_of_number(fold(number)))
    assert organs <= found
    assert ("unsc" in found) == ("unsc" in organs)


# --- symbols and numbers


@pytest.mark.parametrize(
    "symbol",
    ["A/RES/74/153", "S/RES/598 (1987)", "E/RES/2013/1", "A/HRC/RES/46/16", "A/74/L.12", "S/2023/970", "A/RES/59/113 A",
     "A/RES/217(III)", "E/CN.4/Sub.2/1999/4", "A/C.3/74/L.5/Rev.1", "UNEP/EA.5/Res.14", "A/RES/2200 (XXI)"],
)  # fmt: skip
def test_symbols(symbol: str) -> None:
    assert vocabulary.symbol_at(fold(symbol)) == len(symbol)
    assert vocabulary.symbol_at(fold(symbol) + " and more") == len(symbol)


@pytest.mark.parametrize("text", ["", "a/b", "and/or 5", "the report", "5/6", "in/out/1"])
def test_what_is_no_symbol(text: str) -> None:
    assert vocabulary.symbol_at(text) == 0


@pytest.mark.parametrize(
    ("text", "number", "end"),
    [
        ("74/153. Cooperation", "74/153", 7),
        ("2200 A (XXI). Covenants", "2200 a (xxi)", 13),
        ("598 (1987)", "598 (1987)", 10),
        ("161 (1961). Resolution of", "161 (1961)", 11),
        ("S-32/1. Declaration", "s-32/1", 7),
        ("ES-11/3", "es-11/3", 7),
        ("59/113 A", "59/113 a", 8),
        ("2013/45.", "2013/45", 8),
        ("75/101 A-B. Questions", "75/101 a-b", 11),
        ("1514(XV). Declaration", "1514(xv)", 9),
        ("3201 (S-VI). Declaration", "3201 (s-vi)", 12),
        ("74/153. - تعزيز", "74/153", 7),
        ("74/153．增进", "74/153", 7),
        ("2200 ألف (د-21). العهد", "2200 الف (د-21)", 16),
    ],
)
def test_numbers(text: str, number: str, end: int) -> None:
    assert vocabulary.number_at(fold(text)) == (number, end)


@pytest.mark.parametrize(
    "text", ["", "1. Decides", "18 December 2019", "50th plenary meeting", "elements of", "Essay", "5 000 (five)"]
)
def test_what_is_no_number(text: str) -> None:
    assert vocabulary.number_at(fold(text)) is None


# --- opening phrases


@pytest.mark.parametrize(
    ("code", "kind", "phrase", "rest"),
    [
        ("eng", "preambular", "Recalling also", " its resolution"),
        ("eng", "preambular", "Having also considered", " the note"),
        ("eng", "preambular", "Expressing its deep concern", " at the floods"),
        ("eng", "preambular", "Deeply concerned", " that"),
        ("eng", "preambular", "Recognizing and reaffirming", " that"),
        ("eng", "preambular", "Taking note with appreciation also", " of"),
        ("eng", "preambular", "Acting", " under the Charter"),
        ("eng", "preambular", "Whereas", " recognition is due"),
        ("eng", "operative", "Strongly condemns", " the attack"),
        ("eng", "operative", "Further reiterates its call upon", " States"),
        ("eng", "operative", "Supports and encourages", " the work"),
        ("eng", "operative", "Notes with serious concern", " that"),
        ("fra", "preambular", "Rappelant en outre", " la convention"),
        ("fra", "preambular", "Prenant également note avec satisfaction", " du rapport"),
        ("fra", "preambular", "Se déclarant de nouveau gravement préoccupé", " par"),
        ("fra", "preambular", "S' inquiétant vivement", " de"),
        ("fra", "operative", "Se déclare profondément préoccupée", " par"),
        ("fra", "operative", "Demande instamment", " aux États"),
        ("fra", "operative", "Demeure saisie", " de la question"),
        ("fra", "preambular", "Gra v ement préoccupée", " par"),
        ("fra", "preambular", "Rappe/ant", " sa résolution"),
        ("spa", "preambular", "Acogiendo con beneplácito además", " la"),
        ("spa", "preambular", "Profundamente preocupada", " por"),
        ("spa", "operative", "Hace un encarecido llamamiento", " a"),
        ("spa", "operative", "Toma nota también", " del"),
        ("rus", "preambular", "с глубокой обеспокоенностью отмечая", ", что"),
        ("rus", "preambular", "будучи глубоко обеспокоена", " тем"),
        ("rus", "operative", "принимает также во внимание", " доклад"),
        ("rus", "operative", "вновь просит", " Комитет"),
        ("zho", "preambular", "又表示赞赏地注意到", "委员会的报告，"),
        ("zho", "preambular", "审议了", "报告，"),
        ("zho", "operative", "还决定", "继续"),
        ("ara", "preambular", "وإذ تشير أيضا", " إلى"),
        ("ara", "preambular", "وإذ تسلّم", " بأن"),
        ("ara", "preambular", "وإذ يساورها بالغ القلق", " إزاء"),
        ("ara", "operative", "تعيد أيضا تأكيد", " قرارها"),
        ("ara", "operative", "يطلب كذلك", " إلى"),
        ("deu", "preambular", "ferner unter Hinweis auf", " ihre Resolution"),
        ("deu", "operative", "nimmt mit Dank Kenntnis", " von"),
    ],
)
def test_openings(code: str, kind: Kind, phrase: str, rest: str) -> None:
    language = vocabulary.load(code)
    folded = fold(phrase + rest)
    assert language.opening(folded, kind) == len(phrase)
    if language.code != "zho":
        assert language.opening_kind(folded) == kind


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("eng", "Recallings of the past"),
        ("eng", "The report was noted"),
        ("eng", "Members shall"),
        ("eng", "United Nations"),
        ("fra", "Les représentants"),
        ("fra", "Prendre note"),
        ("spa", "La Comisión"),
        ("rus", "Генеральный секретарь"),
        ("ara", "الأمين العام"),
    ],
)
def test_what_opens_no_paragraph(code: str, text: str) -> None:
    assert vocabulary.load(code).opening_kind(fold(text)) == ""


@pytest.mark.parametrize(
    ("code", "text", "kind", "length"),
    [
        ("eng", "Newly outlining the aims", "preambular", 15),
        ("eng", "Boldly initiates the plan", "operative", 16),
        ("eng", "Initiates that plan", "operative", 9),
        ("eng", "Delegates of the plan", "", 0),
        ("fra", "Tristement gémissant sur", "preambular", 20),
        ("spa", "Verdaderamente cantando sobre", "preambular", 23),
        ("rus", "перелистывая доклад", "preambular", 12),
        ("ara", "وإذ تغني للسلام", "preambular", 8),
        ("deu", "singend, dass", "preambular", 7),
    ],
)
def test_phrases_that_no_list_holds_are_known_by_their_form(code: str, text: str, kind: str, length: int) -> None:
    language = vocabulary.load(code)
    assert language.generic_opening(fold(text)) == length
    assert language.generic_kind(fold(text)) == kind


def test_in_chinese_the_end_of_the_paragraph_tells_its_kind() -> None:
    chinese = vocabulary.load("zho")
    assert chinese.opening_kind(fold("重申其决议，")) == "preambular"
    assert chinese.opening_kind(fold("重申其决议；")) == "both"
    assert chinese.opening_kind(fold("审议了报告")) == "preambular"
    assert chinese.opening_kind(fold("核准预算")) == "operative"


@given(st.sampled_from(LANGUAGES), st.text(max_size=60))
def test_any_text_is_read_without_an_error(code: str, text: str) -> None:
    language = vocabulary.load(code)
    folded = fold(text)
    for kind in ("preambular", "operative"):
        assert 0 <= language.opening(folded, kind) <= len(folded)
    assert language.generic_opening(folded) <= len(folded)
    language.opening_kind(folded)
    language.formula(folded)
    language.formula_prefix(folded)
    language.session(folded)
    language.vote(folded)
    language.adoption(folded)
    language.note_cue(folded)
    vocabulary.number_at(folded)
    vocabulary.symbol_at(folded)


@given(st.sampled_from(LANGUAGES), st.text(max_size=200))
def test_what_opens_a_text_does_not_depend_on_what_comes_far_behind(code: str, tail: str) -> None:
    language = vocabulary.load(code)
    head = next(iter(compiling.parse(language_file(code).read_bytes(), code)["formulas"]["unga"]))
    known = language.formula_prefix(fold(f"{compiling.forms(head)[0]}, "))
    assert language.formula_prefix(fold(f"{compiling.forms(head)[0]}, {tail}")) == known


# --- formulas, organs, committees


@pytest.mark.parametrize(
    ("code", "text", "organ"),
    [
        ("eng", "The General Assembly,", "unga"),
        ("eng", "The General Assembly ,", "unga"),
        ("eng", "The General Assembly", "unga"),
        ("eng", "THE  SECURITY\nCOUNCIL ,", "unsc"),
        ("eng", "General Assembly", ""),
        ("eng", "The General Assembly Building", ""),
        ("fra", "L' Assemblee generale ,", "unga"),
        ("fra", "Le Consei/ de securite,", "unsc"),
        ("rus", "Генеральная Ассамблея,", "unga"),
        ("rus", "Генеральная Ассамблея", ""),
        ("zho", "大会，", "unga"),
        ("zho", "大 会", ""),
        ("ara", "إن الجمعية العامة،", "unga"),
        ("ara", "إن الجمعيـة العامّة،", "unga"),
        ("ara", "الجمعية العامة", ""),
        ("deu", "Der Wirtschafts- und Sozialrat,", "unecosoc"),
    ],
)
def test_formulas(code: str, text: str, organ: str) -> None:
    found = vocabulary.load(code).formula(fold(text))
    assert found == ((organ, len(text)) if organ else None)


def test_a_formula_that_is_a_mere_name_may_be_asked_for() -> None:
    assert vocabulary.load("rus").formula(fold("Генеральная Ассамблея"), bare=True) == ("unga", 21)


@pytest.mark.parametrize(
    ("code", "text", "organ", "length"),
    [
        ("eng", "The Security Council requests the parties", "unsc", 20),
        ("eng", "The Economic and Social Council, Recalling", "unecosoc", 31),
        ("eng", "The Security Council also urges", "unsc", 20),
        ("fra", "Le Conseil économique et social décide", "unecosoc", 31),
        ("zho", "安全理事会决定", "unsc", 5),
    ],
)
def test_formulas_that_open_a_sentence(code: str, text: str, organ: str, length: int) -> None:
    assert vocabulary.load(code).formula_prefix(fold(text)) == (organ, length)


@pytest.mark.parametrize(
    "text", ["The Security Council Committee met", "The General Assembly hall", "Security Council"]
)
def test_what_only_begins_like_a_formula(text: str) -> None:
    assert vocabulary.load("eng").formula_prefix(fold(text)) is None


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("eng", "the Human Rights Council and the Security  Council", [(4, 24, "unhrc"), (33, 50, "unsc")]),
        ("eng", "the General Assemblymen", []),
        ("fra", "le Conseil de sécurité", [(3, 22, "unsc")]),
        ("rus", "резолюции Генеральной Ассамблеи", [(10, 31, "unga")]),
        ("ara", "قرار الجمعيـة العامة", [(5, 20, "unga")]),
        ("zho", "联合国环境大会和大会", [(0, 7, "unea"), (8, 10, "unga")]),
        ("deu", "des Sicherheitsrats", [(4, 19, "unsc")]),
    ],
)
def test_organs_in_a_text(code: str, text: str, found: list[tuple[int, int, str]]) -> None:
    assert vocabulary.load(code).organs_in(fold(text)) == found


def test_an_organ_at_the_start() -> None:
    english = vocabulary.load("eng")
    assert english.organ_at("general assembly distr.: general") == ("unga", 16)
    assert english.organ_at("the general assembly") is None


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("eng", "Third Committee", "thirdCommittee"),
        ("eng", "Special Political and Decolonization Committee (Fourth Committee)", "fourthCommittee"),
        ("fra", "Cinquième Commission", "fifthCommittee"),
        ("spa", "Comisión Política Especial y de Descolonización (Cuarta Comisión)", "fourthCommittee"),
        ("rus", "Комитета по специальным политическим вопросам и вопросам деколонизации (Четвертый комитет)", "fourthCommittee"),
        ("zho", "特别政治和非殖民化委员会(第四委员会)", "fourthCommittee"),
        ("ara", "اللجنة الثالثة", "thirdCommittee"),
        ("deu", "Dritten Ausschusses", "thirdCommittee"),
    ],
)  # fmt: skip
def test_committees(code: str, text: str, name: str) -> None:
    assert vocabulary.load(code).committee_in(fold(text)) == [(0, len(text), name)]


# --- numbers in words

ENGLISH = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
           "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"]  # fmt: skip
TENS = ["", "", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"]


def english_ordinal(value: int) -> str:
    if value >= 100:
        return f"one hundred and {english_ordinal(value - 100)}" if value > 100 else "one hundredth"
    if value < 20:
        return ENGLISH[value]
    tens, ones = divmod(value, 10)
    return f"{TENS[tens]}y-{ENGLISH[ones]}" if ones else f"{TENS[tens]}ieth"


@pytest.mark.parametrize("value", range(1, 131))
def test_english_ordinals(value: int) -> None:
    english = vocabulary.load("eng")
    words = english_ordinal(value)
    assert english.ordinal(words) == value
    assert english.ordinal(words.upper().replace("-", " -")) == value


@pytest.mark.parametrize(
    ("code", "words", "value"),
    [
        ("eng", "74th", 74), ("eng", "seventy-fourths", 0), ("eng", "table", 0), ("eng", "", 0),
        ("fra", "soixantequinzième", 75), ("fra", "cinquante et unieme", 51), ("fra", "74 e", 74),
        ("fra", "quatre-vingt-dix-neuvième", 99), ("fra", "soixante et onzième", 71), ("fra", "dix-septième", 17),
        ("fra", "quatre-vingtième", 80), ("fra", "vingt et unième", 21), ("fra", "première", 1),
        ("spa", "septuagésimo cuarto", 74), ("spa", "vigesimoséptimo", 27), ("spa", "undécimo", 11),
        ("spa", "decimotercer", 13), ("spa", "sexagésima primera", 61),
        ("rus", "Семьдесят четвертая", 74), ("rus", "сорок восьмой", 48), ("rus", "двадцатую", 20),
        ("zho", "第七十四", 74), ("zho", "十一", 11), ("zho", "二十", 20), ("zho", "一百零一", 101),
        ("ara", "الرابعة والسبعون", 74), ("ara", "الحادية عشرة", 11), ("ara", "الحادية والعشرين", 21),
        ("ara", "أولا", 1), ("deu", "vierundsiebzigste", 74), ("deu", "elften", 11), ("deu", "einundzwanzigste", 21),
    ],
)  # fmt: skip
def test_ordinals(code: str, words: str, value: int) -> None:
    assert vocabulary.load(code).ordinal(words) == value


def test_names_of_letters() -> None:
    arabic = vocabulary.load("ara")
    assert [arabic.letter(word) for word in ("ألف", "باء -", "جيم", "مادة")] == [1, 2, 3, 0]
    assert vocabulary.load("eng").letter("b") == 0


# --- lines


def test_lines_that_end_where_another_begins() -> None:
    english = vocabulary.load("eng")
    text = fold("Seventy-fourth session Agenda item 70 (b) Rights of all")
    session = english.session_at(text)
    assert session == (74, "regular", 22)
    assert english.session(text) is None
    assert english.agenda_item(text[23:]) == (0, 18)


def test_sponsors() -> None:
    english = vocabulary.load("eng")
    assert english.sponsors("norway, peru and togo: draft resolution") == (0, 21)
    assert english.sponsors("draft resolution") is None


def test_votes_and_adoption() -> None:
    english = vocabulary.load("eng")
    assert english.vote("adopted by 11 votes to 1 (utopia), with 3 abstentions") == (11, 1, 3)
    unanimous = english.vote("adopted unanimously at the 2750th meeting.")
    assert unanimous is not None
    assert unanimous.value == "unanimous"
    assert english.vote("adopted at the 2nd meeting") is None
    line = "resolution adopted by the general assembly on 18 december 2019"
    adoption = english.adoption(line)
    assert adoption is not None
    assert [line[a:b] for a, b in (adoption.doc_type, adoption.organ)] == ["resolution", "general assembly"]
    assert adoption.meeting == (0, 0)


@pytest.mark.parametrize("code", LANGUAGES)
def test_notes_begin_with_cues_or_symbols(code: str) -> None:
    language = vocabulary.load(code)
    data = compiling.parse(language_file(code).read_bytes(), code)
    assert all(language.note_cue(fold(cue) + "x") for cue in data["words"]["note_cues"])
    assert language.note_cue("a/conf.157/24 (part i)")
    assert not language.note_cue("xyz")


# --- which language

SENTENCES = {
    "eng": "The Security Council, having met on the question of the bridges, decides to remain seized of the matter.",
    "fra": "L'Assemblee generale, rappelant la resolution sur les ponts et les routes, decide de rester saisie de la question.",
    "spa": "La Asamblea General, recordando su resolución sobre los puentes y los caminos, decide seguir examinando la cuestión.",
    "rus": "Генеральная Ассамблея, ссылаясь на свою резолюцию о мостах, постановляет продолжить рассмотрение этого вопроса.",
    "zho": "大会，回顾其关于桥梁的决议，决定继续审议这个问题。",
    "ara": "إن الجمعية العامة، إذ تشير إلى قرارها بشأن الجسور، تقرر مواصلة النظر في المسألة.",
    "deu": "Die Generalversammlung, unter Hinweis auf ihre Resolution über die Brücken, beschließt, mit der Frage befasst zu bleiben.",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_is_told(code: str) -> None:
    found, certainty = vocabulary.detect(SENTENCES[code])
    assert found == code
    assert certainty > 0.7


def test_two_languages_in_one_text_are_told() -> None:
    code, certainty = vocabulary.detect((SENTENCES["eng"] + "\n" + SENTENCES["fra"]) * 3)
    assert code in ("eng", "fra")
    assert certainty < 0.6
    shares = vocabulary.shares(SENTENCES["rus"] * 2 + SENTENCES["eng"] * 2)
    assert {"rus", "eng"} <= {name for name, share in shares.items() if share > 0.2}


@pytest.mark.parametrize("text", ["", "12 34", "***", "Ω", "Xyz Abc"])
def test_no_language_is_told_where_none_is(text: str) -> None:
    assert vocabulary.detect(text) == ("", 0.0)


@given(st.text())
def test_detection_never_fails(text: str) -> None:
    code, certainty = vocabulary.detect(text)
    assert code in ("", *LANGUAGES)
    assert 0.0 <= certainty <= 1.0


# --- real sentences


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
@pytest.mark.parametrize("code", ["fra", "spa", "rus", "zho", "ara"])
def test_translated_paragraphs_are_of_the_same_kind_as_in_english(code: str) -> None:
    import re

    label = re.compile(r"^\W*(?:\(?(?:\d{1,3}|[ivx]+|[a-zа-я]|[ء-ي])\)?\s*[.)\-–．،]\s*-?\s*)?[-–]?\s*")
    language, english = vocabulary.load(code), vocabulary.load("eng")
    ours, theirs = ([label.sub("", line.strip(), count=1) for line in _lines(iso)] for iso in ("en", language.iso))
    asked = agreed = 0
    for mine, other in zip(ours, theirs, strict=True):
        if not mine[:1].isupper() or mine[-1] not in ",;":
            continue
        kind = english.opening_kind(fold(mine))
        if kind == ("preambular" if mine[-1] == "," else "operative"):
            asked += 1
            agreed += language.opening_kind(fold(other)) in (kind, "both")
    assert asked > 200
    assert agreed / asked >= 0.97


def _lines(iso: str) -> list[str]:
    return (CORPUS / f"UNv1.0.devset.{iso}").read_text(encoding="utf-8").splitlines()
