"""Text and Markdown: bytes to a `Source`, and lines to a `Reading`.

Knows encodings and line ends; what the characters mean is for `akn.readers.markdown` (syntax) and
`akn.layout` (lines to blocks).
"""

from __future__ import annotations

import re

from akn.blocks import Reading
from akn.errors import UnreadableInput
from akn.layout import blocks_of
from akn.readers import markdown, signs
from akn.source import Line, Mark, Source

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold, but for white space; they go to the ledger."""


def decode(name: str, data: bytes) -> str:
    """The text of a file in UTF-8 (with or without a mark) or UTF-16.

    Raises `UnreadableInput` for an empty file, a binary file, or another encoding.
    """
    if not data.strip():
        raise UnreadableInput("the file is empty", name)
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    if encoding == "utf-8" and b"\0" in data[:4096]:
        encoding = _utf16_without_mark(data) or _refuse_binary(name)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in data[:65536] or encoding != "utf-8":
            _refuse_binary(name)
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise UnreadableInput(
            f"byte 0x{data[error.start]:02x} is not UTF-8",
            f"{name}:{line}:{column}",
            "Save the file as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8 FILE > FILE.utf8",
        ) from None


def _utf16_without_mark(data: bytes) -> str:
    """The byte order of UTF-16 without a mark: in most scripts every second byte is nearly always zero."""
    head = data[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 4
    if odd > half and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > half and odd == 0 else ""


def _refuse_binary(name: str) -> str:
    raise UnreadableInput(
        "this is a binary file, not text",
        name,
        "Give text, Markdown, PDF, DOCX or HTML; `pdftotext FILE.pdf` makes text of a PDF.",
    )


def source_of(name: str, text: str) -> Source:
    """The Source of a text: lines with their indent and page, and marks for emphasis, links and syntax."""
    marks = markdown.marks_of(text) if markdown.has_syntax(text) else []
    if found := signs.marks_of(text):
        marks = markdown.disjoint([*marks, *found])
    if _FORBIDDEN.search(text):
        marks += [Mark(m.start(), m.end(), "syntax", "control character") for m in _FORBIDDEN.finditer(text)]
    if text.startswith("\ufeff"):
        marks.append(Mark(0, 1, "syntax", "byte order mark"))
    marks.sort()
    lines, starts = _lines(text)
    return Source(name, "text", text, tuple(lines), tuple(marks), tuple(starts))


def _lines(text: str) -> tuple[list[Line], list[int]]:
    """The lines that have words, and the offsets at which all lines begin; a form feed begins a page."""
    lines: list[Line] = []
    starts = [0]
    page = 1
    begin = 0
    for end in _LINE_END.finditer(text):
        _add_line(lines, text, begin, end.start(), page)
        begin = end.end()
        if text[end.start()] == "\f":
            page += 1
        else:
            starts.append(begin)
    _add_line(lines, text, begin, len(text), page)
    return lines, starts


def _add_line(lines: list[Line], text: str, begin: int, end: int, page: int) -> None:
    words = text[begin:end]
    stripped = words.strip()
    if stripped:
        left = len(words) - len(words.lstrip())
        indent = len(words[:left].expandtabs())
        lines.append(Line(begin + left, begin + left + len(stripped), page, indent))


def reading_of(name: str, text: str, language: str = "") -> Reading:
    """Text or Markdown as blocks, notes and ledger; `language` overrides what its words say."""
    return blocks_of(source_of(name, text), language)
