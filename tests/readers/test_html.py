"""What a browser shows of the document is what is read; the rest of the page is in the ledger."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proof import left_out, marks, notes, read, texts

import akn
from akn.blocks import Reading
from akn.errors import UnreadableInput
from akn.readers import Options, reader_of
from akn.readers.html.encoding import text_of
from akn.readers.limits import Limits

LONG = "The keepers of the lamps shall light them every night of the winter, whatever the weather at sea. " * 4


def page(body: str, head: str = "") -> Reading:
    return read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


# --- the document's part of the page


def test_menus_and_feet_are_in_the_ledger() -> None:
    reading = page(
        "<header><nav><a href='/'>Home</a></nav>Site</header><div id='sideBar'>More</div><p>The Assembly,</p>"
        f"<p>{LONG}</p><div class='related-links'>See <a href='/1'>one</a></div><footer>Address</footer>"
        "<script>var a = 'no';</script><style>p {color: red}</style>"
    )
    assert texts(reading) == ["The Assembly,", LONG.strip()]
    assert " ".join(left_out(reading, "HTML outside the document")).split() == [
        "Home",
        "Site",
        "More",
        "See",
        "one",
        "Address",
    ]
    assert "no" not in reading.source.text


def test_the_main_element_is_the_document() -> None:
    reading = page(f"<div>Before</div><main><p>{LONG}</p></main><div>After</div>")
    assert texts(reading) == [LONG.strip()]
    assert [text.strip() for text in left_out(reading, "HTML outside the document")] == ["Before", "After"]


def test_a_list_of_links_is_a_menu_without_a_name() -> None:
    menu = "".join(f"<li><a href='/{n}'>Item {n}</a></li>" for n in range(5))
    reading = page(f"<ul>{menu}</ul><p>{LONG}</p>")
    assert texts(reading) == [LONG.strip()]


def test_lines_of_links_around_the_document() -> None:
    link = "<a href='/x'>{}</a>"
    body = f"<p>{link.format('Print')}</p><p>{link.format('A/RES/79/1')}</p><p>{LONG}</p><p>{link.format('Back')} | {link.format('Top')}</p>"
    reading = page(body)
    assert texts(reading) == ["A/RES/79/1", LONG.strip()]
    assert "".join(left_out(reading, "HTML outside the document")) == "PrintBack| Top"


def test_paragraphs_that_cite_with_links_stay() -> None:
    cited = ", ".join(f"<a href='https://undocs.org/{n}'>7{n}/1</a>" for n in range(4))
    reading = page(f"<p>Recalling its resolutions {cited},</p><p>{LONG}</p>")
    assert texts(reading)[0] == "Recalling its resolutions 70/1, 71/1, 72/1, 73/1,"


def test_what_holds_most_of_the_text_is_never_left_out() -> None:
    assert texts(page(f"<form class='search nav'><p>{LONG}</p></form>")) == [LONG.strip()]


def test_hidden_words_are_in_the_ledger() -> None:
    reading = page("<p>Seen <span style='display: none'>unseen</span><b hidden>b</b></p><p class=sr-only>Skip</p>")
    assert texts(reading) == ["Seen"]
    assert left_out(reading, "hidden text") == ["unseen", "b", "Skip"]


def test_a_page_of_plain_text() -> None:
    one = "     Recalling the winter in which the lamp on the outer reef went\ndark, and ships that were warned too late,\n\n"
    lines = f"79/901. Lamps\n\nThe General Assembly,\n\n{one * 3}     1. Decides to light it."
    reading = read(f"<html><body><h6>Archive</h6><pre>{lines}</pre></body></html>".encode())
    assert texts(reading)[-2:] == [
        "Recalling the winter in which the lamp on the outer reef went dark, and ships that were warned too late,",
        "1. Decides to light it.",
    ]
    assert left_out(reading, "HTML outside the document") == ["Archive"]


# --- words


def test_white_space_is_that_of_the_page() -> None:
    reading = page("<p>One\n   two&nbsp;three <b> four</b>&nbsp; five</p>\n<p>&nbsp;</p>")
    assert texts(reading) == ["One two\u00a0three four five"]


def test_looks_of_tags_styles_and_classes() -> None:
    sheet = "<style><!-- span.Note {vertical-align:super} .it, p.x {font-style: italic} --></style>"
    reading = page(
        "<p>a <em>b</em> c<sub>2</sub> <span class=it>d</span> 50<span class=Note>e</span> "
        "<i>f <span style='font-style:normal'>g</span></i> <a href='https://example.org/x y'><u>h</u></a></p>",
        sheet,
    )
    assert texts(reading) == ["a b c2 d 50e f g h"]
    assert [marks(reading, kind) for kind in ("i", "sub", "sup", "u")] == [["b", "d", "f"], ["2"], ["e"], []]
    assert [mark.target for mark in reading.blocks[0].words.marks if mark.kind == "link"] == ["https://example.org/xy"]


def test_emphasis_of_a_whole_paragraph_is_its_look() -> None:
    reading = page("<p><i>The General Assembly</i>,</p><p><b>Lamps</b></p><h3>Costs</h3>")
    assert [(block.kind, block.words.marks) for block in reading.blocks] == [
        ("text", ()),
        ("heading", ()),
        ("heading", ()),
    ]


def test_controls_that_no_page_shows() -> None:
    reading = page("<p>lamp&shy;light\u200b and zero\u0001 width</p>")
    assert texts(reading) == ["lamplight and zero width"]
    assert set(left_out(reading, "control character")) >= {"\xad", "\u200b"}


def test_line_breaks() -> None:
    reading = page("<p>First.<br><br>Second;<br>(a) Third<br>goes on</p>text without a paragraph<br>")
    assert texts(reading) == ["First.", "Second;", "(a) Third goes on", "text without a paragraph"]


# --- lists and tables


def test_numbers_that_a_browser_draws() -> None:
    reading = page(
        "<ol start=3><li>Three<ol type=a><li>Letter</ol><li value=7>Seven</ol>"
        "<ol style='list-style-type: lower-roman'><li>Roman</ol><ol style='list-style:none'><li>None</ol>"
        "<ul><li>Dot<li>(a) Own label</ul>"
    )
    assert texts(reading) == ["3. Three", "a. Letter", "7. Seven", "i. Roman", "None", "• Dot", "(a) Own label"]


def test_a_table_of_data() -> None:
    reading = page(
        f"<p>{LONG}</p><table><caption>Lamps</caption><tr><th>Port<th>Lamps<tr><td rowspan=2>North<td>1<tr><td>2</table>"
    )
    table = next(block for block in reading.blocks if block.rows)
    assert [[(cell.words.text, cell.header, cell.rows) for cell in row] for row in table.rows] == [
        [("Port", True, 1), ("Lamps", True, 1)],
        [("North", False, 2), ("1", False, 1)],
        [("2", False, 1)],
    ]
    assert "Lamps" in texts(reading)


def test_a_label_alone_behind_a_table() -> None:
    source = (
        "<p>The General Assembly,</p><p>1. Takes note of the form below.</p><p>2. Decides that the test shall be recorded:</p>"
        "<table><tr><td>North<td>1<tr><td>South<td>2</table><p>3.</p>"
    )
    assert b"3." in akn.convert(f"<html>{source}</html>".encode(), name="made").xml


def test_tables_that_lay_out_the_page() -> None:
    reading = page(
        "<table><tr><td><table><tr><td>United Nations<td><b>A/RES/79/1</b></table>"
        f"<tr><td><p>{LONG}</p><p>{LONG}</p></table>"
    )
    assert texts(reading) == ["United Nations", "A/RES/79/1", LONG.strip(), LONG.strip()]


# --- footnotes


@pytest.mark.parametrize(
    "source",
    [
        "<p>Lamps<sup><a href='#n1' id='r1'>1</a></sup> lit</p><ol><li id='n1'>See above. <a href='#r1'>↩</a></ol>",
        "<p>Lamps<a href='#_ftn1' name='_ftnref1'>[1]</a> lit</p><div id='ftn1'><p><a href='#_ftnref1' name='_ftn1'>[1]</a>"
        " See above.</p></div>",
        "<p>Lamps<sup>1</sup> lit</p><hr><p><sup>1</sup> See above.</p>",
        "<p>Lamps<sup>1</sup> lit</p><hr><p><sup>1</sup>See above.</p>",
        "<p>Lamps<a href='#f'><sup>1</sup></a> lit</p><p><a name='f'></a>1. See above.</p>",
        "<p>Lamps<sup id='cite_ref-1'><a href='#cite_note-1'>[1]</a></sup> lit</p><ol><li id='cite_note-1'>"
        "<a href='#cite_ref-1'>^</a> <span>See above.</span></li></ol>",
        "<p>Lamps<a href='#1'><sup>1/</sup></a> lit</p><hr><a name='1'>1/</a> See above.",
        "<p>Lamps<sup>[1]</sup> lit</p><hr><p>[1] See above.</p>",
        "<p>Lamps[1] lit</p><hr><p>[1] See above.</p>",
        "<p>Lamps 1/ lit</p><hr><p><u>1/</u> See above.</p>",
        "<p>Lamps<a epub:type='noteref' href='#fn'>1</a> lit</p><aside id='fn'><p>See above.</p></aside>",
    ],
)
def test_footnotes(source: str) -> None:
    reading = page(source)
    assert [(before.strip(), *more) for before, *more in notes(reading)] == [("Lamps", "1", "See above.")]
    assert texts(reading)[0].replace(" 1", "1") == "Lamps1 lit"
    assert len(reading.blocks) == 1


def test_a_footnote_called_twice_and_one_of_two_paragraphs() -> None:
    reading = page(
        "<p>A<sup><a href='#n1'>1</a></sup> and B<sup><a href='#n1'>1</a></sup></p>"
        "<div id='fn1' class='footnote'><p id='n1'>1 One.</p><p>Two.</p></div>"
    )
    assert [body for _, _, body in notes(reading)] == ["One. Two.", "One. Two."]


def test_several_raised_labels_at_one_place() -> None:
    reading = page("<p>Lamps<sup>1, 2</sup> lit<sup>2</sup></p><p><sup>1</sup> One.</p><p><sup>2</sup> Two.</p>")
    assert [found[1:] for found in notes(reading)] == [("1", "One."), ("2", "Two."), ("2", "Two.")]


def test_footnotes_that_only_footnotes_call() -> None:
    source = (
        "<p>The General Assembly,</p><p>1. Decides to light the lamps of the coast.</p><div id=ftn1><p><a href='#_r1' name='_ftn1'>"
        "[1]</a> One<a href='#_ftn2' name='_r2'>[2]</a>.</p></div><div id=ftn2><p><a href='#_r2' name='_ftn2'>[2]</a> Two."
        "</p></div><p>x<a href='#_ftn1' name='_r1' style='display:none'>[1]</a></p>"
    )
    xml = akn.convert(f"<html>{source}</html>".encode(), name="made").xml
    assert xml.count(b"<p>Two.</p>") == 1


def test_a_label_that_nothing_calls_heads_a_paragraph() -> None:
    assert texts(page("<p>Lamps lit</p><p>[1] See above.</p><p>1/ And below.</p>"))[1:] == [
        "[1] See above.",
        "1/ And below.",
    ]


def test_links_to_places_are_no_footnotes() -> None:
    reading = page(f"<p>See part <a href='#p2'>2</a>.</p><p>{LONG}</p><h2 id='p2'>2. Lamps</h2><p>{LONG}</p>")
    assert notes(reading) == []
    assert texts(reading)[0] == "See part 2."


# --- encodings


@pytest.mark.parametrize(
    "data",
    [
        "é".encode(),
        b"\xef\xbb\xbf" + "é".encode(),
        "\ufeffé".encode("utf-16-le"),
        "\ufeffé".encode("utf-16-be"),
        "<meta charset=windows-1252>é".encode("cp1252"),
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">é'.encode("cp1252"),
        "<meta charset=iso-8859-1>é".encode(),
        "<meta charset=utf-16>é".encode(),
        "<meta charset=nonsense>é".encode("cp1252"),
        "<meta charset=utf-7>é".encode("cp1252"),
        "<meta charset=hex>é".encode("cp1252"),
        "é".encode("cp1252"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert text_of(data).endswith("é")


def test_cyrillic_of_an_older_page() -> None:
    data = "<html><meta charset=koi8-r><p>Генеральная Ассамблея</p></html>".encode("koi8-r")
    assert texts(read(data)) == ["Генеральная Ассамблея"]


# --- what is recognised and refused


@pytest.mark.parametrize(
    "start",
    ["<!DOCTYPE html>", "<!-- saved --><html>", "\ufeff<HTML>", "<?xml version='1.0'?>\n<html xmlns='x'>", "<p>"],
)
def test_pages_are_recognised(start: str) -> None:
    assert reader_of("x", f"{start}<p>Words</p>".encode()).name == "html"


@pytest.mark.parametrize("source", ["<html></html>", "<html><body><img src=x.png></body></html>", "<p> </p>"])
def test_a_page_without_words(source: str) -> None:
    with pytest.raises(UnreadableInput, match="no text"):
        read(source.encode(), options=Options(format="html"))


def test_a_page_beyond_the_limits() -> None:
    with pytest.raises(UnreadableInput, match="longer than"):
        read(("<p>" + "<b>x</b>" * 20_000).encode(), options=Options(format="html", limits=Limits(seconds=0.0001)))


def test_elements_nested_deeply() -> None:
    assert texts(page("<font>" * 1_500 + "deep" + "<p>end")) == ["deep", "end"]
    with pytest.raises(UnreadableInput, match="nested"):
        page("<div>" * 5_000 + "deep")


# --- properties

tags = st.sampled_from(
    ["p", "b", "sup", "td", "tr", "table", "li", "ol", "div", "nav", "h2", "br", "pre", "del", "a href='#x'", "p id=x"]
)
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="<>&"), max_size=20)
pieces = st.one_of(words, tags.map(lambda tag: f"<{tag}>"), tags.map(lambda tag: f"</{tag.split()[0]}>"))


@settings(max_examples=150, deadline=None)
@given(st.lists(pieces, max_size=25).map("".join))
def test_every_character_has_one_home(source: str) -> None:
    read(f"<html><body><p>End.</p>{source}</body></html>".encode())
