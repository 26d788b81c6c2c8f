"""What Word shows is what is read: numbers, footnotes, changes, fields, boxes; and what is refused."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proof import left_out, marks, notes, read, texts
from roads import package

from akn.errors import UnreadableInput
from akn.readers import Options
from akn.readers.counting import counted
from akn.readers.limits import Limits

RAISED, LOWERED = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
HIGHER, UPRIGHT = '<w:position w:val="6"/>', '<w:i w:val="0"/>'


def p(text: str, properties: str = "", look: str = "") -> str:
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def r(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def document(body: str, **parts: str) -> bytes:
    return package({"document": f"<w:body>{body}</w:body>", **parts})


def item(text: str, list_id: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def level(number: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )


def docx_of(parts: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for path, content in parts.items():
            file.writestr(path, content)
    return data.getvalue()


# --- numbers


def test_numbers_that_word_draws_are_words() -> None:
    numbering = lists(level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)"))
    body = item("One", 1) + item("A", 1, 1) + item("B", 1, 1) + item("Deep", 1, 2) + item("Two", 1) + item("A", 1, 1)
    reading = read(document(body, numbering=numbering))
    assert texts(reading) == ["1. One", "(a) A", "(b) B", "(i) Deep", "2. Two", "(a) A"]


def test_lists_of_one_definition_count_on_but_for_a_start_of_their_own() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    numbering = lists(level(0, "decimal", "%1."), more=more)
    body = item("One", 1) + item("Two", 2) + item("Seven", 3) + item("Eight", 3)
    assert texts(read(document(body, numbering=numbering))) == ["1. One", "2. Two", "7. Seven", "8. Eight"]


def test_numbers_of_several_levels_and_levels_that_do_not_begin_anew() -> None:
    numbering = lists(
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%1.%2", more="<w:isLgl/>"),
        level(2, "lowerLetter", "%3)", more='<w:lvlRestart w:val="0"/>'),
    )
    body = item("A", 1) + item("B", 1, 1) + item("C", 1, 2) + item("D", 1) + item("E", 1, 1) + item("F", 1, 2)
    assert texts(read(document(body, numbering=numbering))) == ["I. A", "1.1 B", "a) C", "II. D", "2.1 E", "b) F"]


def test_numbers_of_a_style_and_numbers_that_a_paragraph_refuses() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Base"/></w:style>'
    )
    body = (
        p("One", '<w:pStyle w:val="Own"/>')
        + p("None", '<w:pStyle w:val="Own"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("Two", '<w:pStyle w:val="Own"/>')
    )
    reading = read(document(body, numbering=lists(level(0, "decimal", "%1.")), styles=styles))
    assert texts(reading) == ["1. One", "None", "2. Two"]


def test_bullets_are_those_of_the_page() -> None:
    body = item("One", 1) + item("Two", 1)
    assert texts(read(document(body, numbering=lists(level(0, "bullet", "\uf0b7"))))) == ["• One", "• Two"]


@pytest.mark.parametrize(
    ("count", "form", "label"),
    [
        (4, "decimal", "4"),
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (49, "lowerRoman", "xlix"),
        (5, "chicago", "**"),
        (3, "russianLower", "в"),
        (12, "chineseCounting", "十二"),
        (9, "decimalZero", "09"),
        (2, "none", ""),
        (0, "lowerLetter", "0"),
        (999_999, "lowerLetter", "999999"),
    ],
)
def test_counts(count: int, form: str, label: str) -> None:
    assert counted(count, form) == label


# --- footnotes


def reference(note: int, kind: str = "footnote", more: str = "") -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{note}"{more}/></w:r>'


def body_of(note: int, text: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{note}"><w:p><w:r><w:{kind}Ref/></w:r>{r(" " + text)}</w:p></w:{kind}>'


def test_footnotes_count_by_their_place_in_the_text() -> None:
    body = f"<w:p>{r('First')}{reference(7)}{r(' and second')}{reference(3)}</w:p>"
    reading = read(document(body, footnotes=body_of(3, "Three.") + body_of(7, "Seven.")))
    assert notes(reading) == [("First", "1", "Seven."), ("1 and second", "2", "Three.")]


def test_a_field_cites_a_footnote_again() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NOTEREF here \\f </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    first = f'<w:bookmarkStart w:id="0" w:name="here"/>{reference(1)}<w:bookmarkEnd w:id="0"/>'
    reading = read(document(f"<w:p>{r('One')}{first}{r(' two')}{field}</w:p>", footnotes=body_of(1, "Note.")))
    assert notes(reading) == [("One", "1", "Note."), ("One1 two", "1", "Note.")]


def test_raised_digits_cite_a_footnote_again() -> None:
    raised = r("1", RAISED)
    reading = read(document(f"<w:p>{r('One')}{reference(1)}{r(' two')}{raised}</w:p>", footnotes=body_of(1, "Note.")))
    assert [marker for _, marker, body in notes(reading) if body == "Note."] == ["1", "1"]


def test_own_marks_endnotes_and_their_own_count() -> None:
    own = reference(1, more=' w:customMarkFollows="1"') + r("*", RAISED)
    body = f"<w:p>{r('Own')}{own}{r(' counted')}{reference(2)}{r(' end')}{reference(1, 'endnote')}</w:p>"
    feet = f'<w:footnote w:id="1"><w:p>{r("* Starred.")}</w:p></w:footnote>' + body_of(2, "Counted.")
    reading = read(document(body, footnotes=feet, endnotes=body_of(1, "Ended.", "endnote")))
    assert [found[1:] for found in notes(reading)] == [("*", "Starred."), ("1", "Counted."), ("i", "Ended.")]


def test_a_footnote_that_nothing_calls_is_not_shown() -> None:
    reading = read(document(p("Words."), footnotes=body_of(1, "Lost.")))
    assert reading.notes == ()
    assert left_out(reading, "hidden text") == ["Lost."]


def test_plain_paragraphs_with_raised_labels_are_footnotes() -> None:
    body = f"<w:p>{r('Lamps')}{r('1', RAISED)}{r(' are lit.')}</w:p><w:p>{r('1', RAISED)}{r(' See above.')}</w:p>"
    assert notes(read(document(body))) == [("Lamps", "1", "See above.")]


# --- tracked changes

CHANGED = (
    f'<w:p>{r("Keeps ")}<w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del>'
    f'<w:ins w:id="2">{r("new")}</w:ins>{r(" lamps")}</w:p>'
    f'<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>{r("Joined ")}</w:p>{p("with this")}'
)


def test_changes_are_accepted() -> None:
    reading = read(document(CHANGED))
    assert texts(reading) == ["Keeps new lamps", "Joined with this"]
    assert left_out(reading, "deleted text") == ["old"]


def test_changes_are_rejected() -> None:
    reading = read(document(CHANGED), options=Options(changes="reject"))
    assert texts(reading) == ["Keeps old lamps", "Joined", "with this"]
    assert left_out(reading, "deleted text") == ["new"]


def test_rows_of_tables_that_changes_take() -> None:
    def row(text: str, change: str = "") -> str:
        return f"<w:tr><w:trPr>{change}</w:trPr><w:tc>{p(text)}</w:tc><w:tc>{p(text + ' 2')}</w:tc></w:tr>"

    rows = row("a") + row("b", '<w:del w:id="1"/>') + row("c")
    reading = read(document(p("x" * 200) + f"<w:tbl>{rows}</w:tbl>"))
    assert texts(reading)[1].split(" / ")[0::2] == ["a|a 2", "c|c 2"]
    assert left_out(reading, "deleted text") == ["b", "b 2"]


# --- tables


def test_a_table_of_data_with_joined_cells() -> None:
    rows = (
        '<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
        + p("Head")
        + "</w:tc></w:tr>"
        '<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("High") + f"</w:tc><w:tc>{p('1')}</w:tc></w:tr>"
        f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc><w:tc>{p('2')}</w:tc></w:tr>"
    )
    reading = read(document(p("x" * 200) + f"<w:tbl>{rows}</w:tbl>"))
    table = reading.blocks[1]
    assert table.kind == "table"
    assert [[(c.words.text, c.columns, c.rows, c.header) for c in row] for row in table.rows] == [
        [("Head", 2, 1, True)],
        [("High", 1, 2, False), ("1", 1, 1, False)],
        [("2", 1, 1, False)],
    ]


def test_tables_that_lay_out_the_page_are_taken_apart() -> None:
    masthead = (
        f"<w:tbl><w:tr><w:tc>{p('Assembly')}</w:tc><w:tc>{p('Distr.: General')}{p('1 May 2027')}</w:tc></w:tr></w:tbl>"
    )
    frame = f"<w:tbl><w:tr><w:tc>{p('In a frame')}</w:tc></w:tr></w:tbl>"
    long = f"<w:tbl><w:tr><w:tc>{p('y' * 400)}{p('z' * 400)}</w:tc><w:tc>{p('side')}</w:tc></w:tr></w:tbl>"
    reading = read(document(masthead + p("x" * 200) + frame + long))
    assert [text[:15] for text in texts(reading)] == [
        *("Assembly", "Distr.: General", "1 May 2027", "x" * 15, "In a frame", "y" * 15, "z" * 15, "side"),
    ]


# --- the page


def test_headers_and_footers_are_furniture_but_for_a_masthead() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/></w:sectPr>'
    furniture = {"header": p("A/RES/79/1"), "footer": p("27-01234") + p("2/4")}
    above = read(document(p("Words.") + section, **furniture))
    assert texts(above) == ["A/RES/79/1", "Words."]
    beside = read(document(p("A/RES/79/1") + p("Words.") + section, **furniture))
    assert texts(beside) == ["A/RES/79/1", "Words."]
    assert left_out(beside, "running head") == ["A/RES/79/1"]
    assert left_out(beside, "job number") == ["27-01234"]
    assert left_out(beside, "page number") == ["2/4"]


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{p('In a box')}</w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert texts(read(document(f"<w:p>{r('Words')}<w:r>{both}</w:r></w:p>"))) == ["Words", "In a box"]


def test_hidden_words_and_placeholders_are_in_the_ledger() -> None:
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Click here')}</w:sdtContent></w:sdt>"
    reading = read(document(f"<w:p>{r('Seen')}{r(' unseen', '<w:vanish/>')}{control}</w:p>"))
    assert texts(reading) == ["Seen"]
    assert left_out(reading, "hidden text") == [" unseen", "Click here"]


def test_looks_of_words() -> None:
    body = (
        f"<w:p>{r('Recalling', '<w:i/>')}{r(' H')}{r('2', LOWERED)}{r('O and 50')}"
        f"{r('e', HIGHER)}{r(' plain', UPRIGHT)}</w:p>"
    )
    reading = read(document(body))
    assert texts(reading) == ["Recalling H2O and 50e plain"]
    assert [marks(reading, kind) for kind in ("i", "sub", "sup")] == [["Recalling"], ["2"], ["e"]]


def test_links_fields_and_odd_characters() -> None:
    simple = f'<w:fldSimple w:instr=" DATE ">{r("1 May")}</w:fldSimple>'
    linked = f'<w:hyperlink r:id="rIdX">{r("A/79/1")}</w:hyperlink>'
    odd = '<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>stop</w:t><w:tab/><w:sym w:font="Symbol" w:char="F0B7"/><w:softHyphen/></w:r>'
    links = (
        '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
        'Target="https://example.org/a b" TargetMode="External"/>'
    )
    reading = read(
        package({"document": f"<w:body><w:p>{simple}{r(' of ')}{linked}{r(' ')}{odd}</w:p></w:body>"}, links=links)
    )
    assert texts(reading) == ["1 May of A/79/1 non-stop •"]
    assert [mark.target for mark in reading.blocks[0].words.marks if mark.kind == "link"] == ["https://example.org/ab"]


def test_headings_by_style_and_by_look() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    body = p("By style", '<w:pStyle w:val="H"/>') + p("By look", look="<w:b/>") + p("Neither")
    assert [block.kind for block in read(document(body, styles=styles)).blocks] == ["heading", "heading", "text"]


def test_line_breaks_that_end_paragraphs() -> None:
    broken = "<w:p><w:r><w:t>50th meeting</w:t><w:br/><w:t>12 December 2024</w:t></w:r></w:p>"
    soft = f"<w:p><w:r><w:t>{'word ' * 30}and</w:t><w:br/><w:t>more words</w:t></w:r></w:p>"
    assert [text[-16:] for text in texts(read(document(broken + soft)))] == [
        "50th meeting",
        "12 December 2024",
        "d and more words",
    ]


def test_strict_files_are_read() -> None:
    data = document(p("Words."))
    parts = {
        info: zipfile.ZipFile(io.BytesIO(data)).read(info) for info in zipfile.ZipFile(io.BytesIO(data)).namelist()
    }
    strict = {
        path: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for path, content in parts.items()
    }
    assert texts(read(docx_of(strict))) == ["Words."]


# --- what is refused


def test_a_bomb_is_refused() -> None:
    data = package({"document": f"<w:body>{p('x')}</w:body>", "styles": " " * 3_000_000})
    assert len(data) < 20_000
    with pytest.raises(UnreadableInput, match="unpacks to more than 1,000,000 bytes"):
        read(data, options=Options(limits=Limits(unpacked=1_000_000)))


def test_a_declared_entity_is_refused() -> None:
    entity = b'<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><w>&e;</w>'
    with pytest.raises(UnreadableInput, match=r"damaged: word/document\.xml"):
        read(docx_of({"word/document.xml": entity}))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04word/document.xml", "damaged"),
        (docx_of({"word/document.xml": b"<w"}), "damaged: word/document.xml"),
        (docx_of({"word/document.xml": b"<w/>"}), "no body"),
        (docx_of({"word/documents": b""}), "no text part"),
        (document(""), "no text"),
        (document(p(" ")), "no text"),
    ],
)
def test_what_cannot_be_read_says_so(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableInput, match=message):
        read(data)


def test_a_part_that_points_outside_is_not_followed() -> None:
    links = (
        '<Relationship Id="rIdH" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" '
        'Target="file:///etc/passwd" TargetMode="External"/>'
    )
    body = f'{p("Words.")}<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/></w:sectPr>'
    assert texts(read(package({"document": f"<w:body>{body}</w:body>"}, links=links))) == ["Words."]


# --- properties

words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="&<>\ufffe\uffff"), max_size=30
)
looks = st.sampled_from(["", "<w:i/>", "<w:b/>", "<w:vanish/>", '<w:vertAlign w:val="superscript"/>'])
inlines = st.tuples(words, looks).map(lambda pair: r(*pair))
changes = st.tuples(st.sampled_from(["ins", "del"]), inlines).map(lambda pair: f"<w:{pair[0]}>{pair[1]}</w:{pair[0]}>")
paragraphs = st.lists(st.one_of(inlines, changes, st.just(reference(1))), max_size=4).map(
    lambda parts: f"<w:p>{''.join(parts)}</w:p>"
)


@settings(max_examples=80, deadline=None)
@given(st.lists(paragraphs, min_size=1, max_size=6), st.sampled_from(["accept", "reject"]))
def test_every_character_has_one_home(found: list[str], how: str) -> None:
    data = document("".join(found) + p("End."), footnotes=body_of(1, "Note."))
    read(data, options=Options(changes="reject" if how == "reject" else "accept"))
