"""Renders the invented resolutions into files: text in three styles, Markdown, HTML in two, DOCX, and PDF."""

from __future__ import annotations

import io
import re
import textwrap
import zipfile
from collections.abc import Callable, Iterator
from html import escape

from resolutions import Heading, Paragraph, Part, Resolution, Table

_INLINE = re.compile(r"_(?P<em>[^_]+)_|\{(?P<call>\w+)\}")


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Kinds `text`, `em`, `call`, and their words."""
    at = 0
    for found in _INLINE.finditer(text):
        if found.start() > at:
            yield "text", text[at : found.start()]
        yield ("em", found["em"]) if found["em"] else ("call", found["call"])
        at = found.end()
    if at < len(text):
        yield "text", text[at:]


def inline(text: str, em: str, call: str) -> str:
    """Words with emphasis and calls in the forms given, in which `{}` stands for the words."""
    forms = {"text": "{}", "em": em, "call": call}
    return "".join(forms[kind].replace("{}", words) for kind, words in pieces(text))


def parts(resolution: Resolution) -> Iterator[Part]:
    """Everything behind the title, but for the closing block and the annex."""
    yield Paragraph(resolution.formula)
    yield from resolution.preamble
    yield from resolution.body


# --- text


def line_text(resolution: Resolution) -> bytes:
    """A paragraph a line; markers stick to words; footnotes at the end."""
    lines = [resolution.publisher, resolution.symbol, *resolution.head, *resolution.before, resolution.title]
    lines += [_labelled(part) for part in parts(resolution) if not isinstance(part, Table)]
    lines += resolution.closing
    for part in resolution.annex:
        lines += _table_lines(part) if isinstance(part, Table) else [_labelled(part)]
    text = "\n\n".join(lines)
    if resolution.notes:
        text += "\n\n_______________\n\n" + "\n\n".join(f"{label} {words}" for label, words in resolution.notes)
    return (text + "\n").encode()


def _labelled(part: Paragraph | Heading) -> str:
    words = inline(part.text, "{}", "{}")
    return f"{part.label} {words}" if part.label else words


def _table_lines(table: Table) -> list[str]:
    rows = [f"| {' | '.join(row)} |" for row in table.rows]
    rows.insert(1, "|" + "---|" * len(table.rows[0]))
    return ["\n".join(rows)]


def wrapped_text(resolution: Resolution) -> bytes:
    """As a page is printed: two columns in the masthead, indented and wrapped lines, footnotes under a rule."""
    width = 78
    left, *rest = resolution.head
    lines = [f"{resolution.publisher:<50}{resolution.symbol}", ""]
    lines += [f"{left:<50}{rest[0]}", f"{'':<50}{rest[1]}", *(line for other in rest[2:] for line in (other,)), ""]
    for text in (*resolution.before, resolution.title):
        lines += ["", *textwrap.wrap(text, 60, initial_indent=" " * 10, subsequent_indent=" " * 10)]
    for part in (*parts(resolution), *(Paragraph(line) for line in resolution.closing), *resolution.annex):
        if isinstance(part, Table):
            lines += ["", *_table_lines(part)[0].split("\n")]
            continue
        words = inline(part.text, "{}", "{}")
        if part.label:
            words = f"{part.label}    {words}"
        indent = 6 + 4 * (part.depth if isinstance(part, Paragraph) else 0)
        lines += ["", *textwrap.wrap(words, width, initial_indent=" " * indent, break_on_hyphens=False)]
    if resolution.notes:
        lines += ["", "_______________", *(f"{label}\n  {words}" for label, words in resolution.notes)]
    return ("\n".join(lines) + "\n").encode()


def paged_text(resolution: Resolution) -> bytes:
    """As `pdftotext` gives it: wrapped lines, furniture and a form feed in the middle."""
    lines = [f"{resolution.publisher} {resolution.symbol}", *resolution.head, ""]
    for text in (*resolution.before, resolution.title):
        lines += ["", *textwrap.wrap(text, 70)]
    flow = [*parts(resolution), *(Paragraph(line) for line in resolution.closing), *resolution.annex]
    half = next(i for i, part in enumerate(flow) if part in resolution.body)
    for index, part in enumerate(flow):
        if index == half:
            lines += ["", "27-01234", "\f" + resolution.symbol, "", "2/2", "27-01234"]
        if isinstance(part, Table):
            lines += ["", *_table_lines(part)[0].split("\n")]
        else:
            lines += ["", *textwrap.wrap(_labelled(part), 90, break_on_hyphens=False)]
    if resolution.notes:
        lines += ["", "__________________", *(f"{label}\n{words}" for label, words in resolution.notes)]
    return ("\n".join(lines) + "\n").encode()


# --- Markdown


def markdown(resolution: Resolution) -> bytes:
    """As converters write it: headings, list items, emphasis, footnotes with anchors."""
    blocks = [resolution.publisher, resolution.symbol, *resolution.head, *resolution.before, f"## {resolution.title}"]
    flow = [*parts(resolution), *(Paragraph(line) for line in resolution.closing), *resolution.annex]
    for part in flow:
        if isinstance(part, Table):
            blocks += _table_lines(part)
            continue
        words = inline(part.text, "*{}*", "[^{}]")
        if isinstance(part, Heading):
            blocks.append(f"## {_with(part, words)}")
        elif part.label:
            blocks.append(f"{'  ' * part.depth}- {_with(part, words)}")
        else:
            blocks.append(words)
    blocks += [f"[^{label}]: {words}" for label, words in resolution.notes]
    return ("\n\n".join(blocks) + "\n").encode()


def _with(part: Paragraph | Heading, words: str) -> str:
    return f"{part.label} {words}" if part.label else words


# --- HTML


def html_site(resolution: Resolution) -> bytes:
    """A page of a site: menus around the text, a table for the masthead, footnotes with anchors both ways."""
    left, *rest = resolution.head
    first: dict[str, bool] = {}

    def call(label: str) -> str:
        own = "" if label in first else f' id="ref{label}"'
        first[label] = True
        return f'<sup><a href="#note{label}"{own}>{label}</a></sup>'

    body = [
        "<table><tr><td>"
        f"<p>{escape(resolution.publisher)}</p></td><td align=right><b>{escape(resolution.symbol)}</b></td></tr>"
        f"<tr><td><h2>{escape(left)}</h2></td><td><p>{escape(rest[0])}<br>{escape(rest[1])}</p></td></tr></table>"
    ]
    body += [f"<p>{escape(line)}</p>" for line in (*rest[2:], *resolution.before)]
    body.append(f"<h1>{escape(resolution.title)}</h1>")
    for part in (*parts(resolution), *(Paragraph(line) for line in resolution.closing), *resolution.annex):
        body.append(_html_part(part, call))
    notes = "".join(
        f'<li id="note{label}"><p>{escape(words)} <a href="#ref{label}">↩</a></p></li>'
        for label, words in resolution.notes
    )
    tail = f'<section class="footnotes"><hr><ol>{notes}</ol></section>' if notes else ""
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Documents</title><style>p{margin:1em}</style></head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/all">All documents</a></li></ul></nav>'
        f'<div class="content">{"".join(body)}{tail}</div>'
        '<div id="footer"><p>Copyright. <a href="/terms">Terms of use</a></p></div><script>var x = "<p>no</p>";</script>'
        "</body></html>"
    ).encode()


def _html_part(part: Part, call: Callable[[str], str]) -> str:
    if isinstance(part, Table):
        head, *rows = part.rows
        cells = "".join(f"<th>{escape(cell)}</th>" for cell in head)
        more = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
        return f'<table border="1"><thead><tr>{cells}</tr></thead><tbody>{more}</tbody></table>'
    words = "".join(
        call(text) if kind == "call" else f"<em>{escape(text)}</em>" if kind == "em" else escape(text)
        for kind, text in pieces(part.text)
    )
    if isinstance(part, Heading):
        return f"<h3>{_with(part, words)}</h3>"
    label = f"{part.label}&nbsp;&nbsp; " if part.label else ""
    return f'<p style="margin-left:{2 * part.depth}em">{label}{words}</p>'


def html_word(resolution: Resolution) -> bytes:
    """As Word saves a page, in Windows-1252: spans, classes, empty paragraphs, footnotes in divs."""
    left, *rest = resolution.head

    def call(label: str) -> str:
        return (
            f'<a style=\'mso-footnote-id:ftn{label}\' href="#_ftn{label}" name="_ftnref{label}" title="">'
            "<span class=MsoFootnoteReference><span style='mso-special-character:footnote'>"
            f"<![if !supportFootnotes]>[{label}]<![endif]></span></span></a>"
        )

    body = [f"<p class=MsoNormal>{escape(line)}<o:p></o:p></p>" for line in (resolution.publisher, resolution.symbol)]
    body += [
        f"<p class=MsoNormal><span lang=EN-GB>{escape(line)}</span></p>" for line in (left, *rest, *resolution.before)
    ]
    body.append(f"<p class=MsoNormal align=center><b>{escape(resolution.title)}</b></p>")
    for part in (*parts(resolution), *(Paragraph(line) for line in resolution.closing), *resolution.annex):
        if isinstance(part, Heading):
            body.append(
                f"<p class=MsoNormal align=center style='text-align:center'><b>{_with(part, escape(part.text))}</b></p>"
            )
        elif isinstance(part, Table):
            body.append(_html_part(part, call).replace("<thead>", "").replace("</thead>", ""))
        else:
            text = (
                _html_part(part, call).replace("<em>", "<span style='font-style:italic'>").replace("</em>", "</span>")
            )
            body.append(text)
        body.append("<p class=MsoNormal>&nbsp;</p>")
    notes = "".join(
        f"<div style='mso-element:footnote' id=ftn{label}><p class=MsoFootnoteText>"
        f'<a style=\'mso-footnote-id:ftn{label}\' href="#_ftnref{label}" name="_ftn{label}">'
        f"<span class=MsoFootnoteReference>[{label}]</span></a> {escape(words)}</p></div>"
        for label, words in resolution.notes
    )
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>'
        '<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><style><!--'
        " span.MsoFootnoteReference {vertical-align:super;} --></style></head><body lang=EN-US><div class=WordSection1>"
        + "".join(body)
        + "</div><div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width=\"33%\">"
        + notes
        + "</div></body></html>"
    ).encode("cp1252", "xmlcharrefreplace")


# --- DOCX

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NS = f'xmlns:w="{_W}" xmlns:r="{_R}"'


def docx(resolution: Resolution) -> bytes:
    """As Word saves it: numbers that only Word draws, native footnotes cited again by a field, a header on each page."""
    left, *rest = resolution.head
    called: set[str] = set()

    def run(kind: str, text: str) -> str:
        if kind == "em":
            return f'<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        if kind == "text":
            return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        look = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        if text not in called:
            called.add(text)
            return (
                f'<w:bookmarkStart w:id="{text}" w:name="_Ref{text}"/><w:r>{look}<w:footnoteReference w:id="{text}"/></w:r>'
                f'<w:bookmarkEnd w:id="{text}"/>'
            )
        return (
            f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{look}<w:instrText> NOTEREF _Ref{text} \\f \\h '
            f'</w:instrText></w:r><w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{look}<w:t>{text}</w:t></w:r>'
            f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
        )

    def paragraph(text: str, properties: str = "") -> str:
        runs = "".join(run(kind, words) for kind, words in pieces(text))
        return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"

    def cell(*texts: str) -> str:
        return "<w:tc><w:tcPr/>" + "".join(paragraph(text) for text in texts) + "</w:tc>"

    french = resolution.language == "fra"
    widths = '<w:tblGrid><w:gridCol w:w="6200"/><w:gridCol w:w="3400"/></w:tblGrid>'
    body = [
        f"<w:tbl><w:tblPr>{_RULED}</w:tblPr>{widths}<w:tr>{cell(resolution.publisher)}{cell(resolution.symbol)}</w:tr>"
        f"<w:tr>{cell(left)}{cell(rest[0], rest[1])}</w:tr></w:tbl>{paragraph('')}"
    ]
    body += [paragraph(line) for line in (*rest[2:], *resolution.before)]
    body.append(paragraph(resolution.title, '<w:pStyle w:val="Heading1"/>'))
    lists = "1"
    closing = tuple(Paragraph(line) for line in resolution.closing)
    for part in (*parts(resolution), *closing, *resolution.annex):
        if isinstance(part, Table):
            heads = "<w:trPr><w:tblHeader/></w:trPr>"
            rows = "".join(
                f"<w:tr>{'' if number else heads}{''.join(cell(text) for text in row)}</w:tr>".replace(
                    "<w:r>", "<w:r>" if number else "<w:r><w:rPr><w:b/></w:rPr>"
                )
                for number, row in enumerate(part.rows)
            )
            body.append(f"<w:tbl><w:tblPr>{_BORDERS}</w:tblPr>{rows}</w:tbl>{paragraph('')}")
        elif isinstance(part, Heading):
            lists = "2" if resolution.annex and part == resolution.annex[0] else lists
            number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>' if part.label else ""
            body.append(paragraph(part.text, f'<w:pStyle w:val="Heading2"/>{number}{_CENTRED}'))
        elif part.label:
            number = f'<w:numPr><w:ilvl w:val="{part.depth}"/><w:numId w:val="{lists}"/></w:numPr>'
            stands = f'<w:ind w:left="{567 * part.depth}" w:firstLine="0"/>'
            body.append(paragraph(part.text, number + stands))
        else:
            body.append(paragraph(part.text, '<w:jc w:val="right"/>' if part in closing else ""))
    body.append(
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
        '<w:titlePg/><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1200" w:bottom="1440" w:left="1200"/>'
        "</w:sectPr>"
    )
    notes = "".join(
        f'<w:footnote w:id="{label}"><w:p><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(words)}</w:t></w:r></w:p></w:footnote>'
        for label, words in resolution.notes
    )
    bracket = "" if french else "("
    levels = (("decimal", "%1."), ("lowerLetter", f"{bracket}%2)"), ("lowerRoman", f"{bracket}%3)"))
    numbered = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    roman = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{numbered}</w:abstractNum><w:abstractNum w:abstractNumId="2">{roman}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId '
        'w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num><w:num w:numId="3">'
        '<w:abstractNumId w:val="2"/></w:num>'
    )
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr>'
        '<w:spacing w:after="120"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr>'
        '<w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    return package(
        {
            "document": f"<w:body>{''.join(body)}</w:body>",
            "styles": styles,
            "numbering": numbering,
            "footnotes": separator + notes,
            "header": paragraph(resolution.symbol),
            "footer": paragraph("27-01234"),
        }
    )


_RULED = (
    '<w:tblW w:w="9600" w:type="dxa"/><w:tblBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
    '<w:insideH w:val="single" w:sz="8" w:space="0" w:color="000000"/></w:tblBorders>'
)
"""A masthead has a rule below each of its rows."""
_CENTRED = '<w:jc w:val="center"/>'
_BORDERS = "<w:tblBorders>{}</w:tblBorders>".format(
    "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
)
_ROOTS = {"header": "hdr", "footer": "ftr"}


def package(contents: dict[str, str], more: dict[str, bytes] | None = None, links: str = "") -> bytes:
    """A DOCX of parts in WordprocessingML; ids of relationships are `rId1` … in the order of the parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:

        def write(path: str, text: str) -> None:
            file.writestr(
                zipfile.ZipInfo(path),
                f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}',
                zipfile.ZIP_DEFLATED,
            )

        kinds = "http://schemas.openxmlformats.org/package/2006"
        overrides = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            f'wordprocessingml.{"document.main" if name == "document" else name}+xml"/>'
            for name in contents
        )
        write(
            "[Content_Types].xml",
            f'<Types xmlns="{kinds}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default '
            f'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        )
        write(
            "_rels/.rels",
            f'<Relationships xmlns="{kinds}/relationships"><Relationship Id="rId1" Type="{_R}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        related = "".join(
            f'<Relationship Id="rId{number}" Type="{_R}/{name}" Target="{name}.xml"/>'
            for number, name in enumerate(contents, 1)
        )
        write(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{kinds}/relationships">{related}{links}</Relationships>',
        )
        for name, content in contents.items():
            root = _ROOTS.get(name, name)
            write(f"word/{name}.xml", f"<w:{root} {_NS}>{content}</w:{root}>")
        for path, raw in (more or {}).items():
            file.writestr(zipfile.ZipInfo(path), raw)
    return data.getvalue()
