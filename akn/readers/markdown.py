"""The Markdown that converters of PDF write: what is syntax and what it says of the words.

Reads emphasis, superscripts, links, escapes, comments, headings, list marks and table rules, each where the
characters themselves are evidence; a file need not be Markdown as a whole. Every character of syntax becomes a
`syntax` mark, and so goes to the ledger. A full Markdown parser gives no places of inline syntax; the ledger
needs them.
"""

from __future__ import annotations

import re

from akn.source import Mark

_ANY = re.compile(r"[*_\\^`<>#|\[]|^[ \t]*[-+] ", re.M)

_INLINE = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<end>\\(?=\n|\Z))"
    r"|(?P<comment><!--.*?-->)"
    r"|(?P<image>!\[[^\[\]\n]*\]\([^()\n]*\))"
    r"|(?P<anchor>\[\^(?P<note>[\w*†‡§]{1,8})\](?P<colon>:)?)"
    r"|(?P<link>\[(?P<label>(?:[^\[\]\n\\]|\\.){1,300})\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\))"
    r"|(?P<tag></?(?P<name>sup|sub|i|em|b|strong|u|br)\s*/?>)"
    r"|(?P<caret>(?:(?<=\w)|(?=\^\d{1,3}\^))\^(?P<raised>\{[^{}\n]{1,12}\}|[^\W_]{1,4})\^?)"
    r"|(?P<stars>\*{1,3}|(?<!\w)_{1,2}(?=[^\W_])|(?<=[^\W_])_{1,2}(?!\w)|(?<=[.,;:!?)\]»”\"])_{1,2}(?!\w))",
    re.S,
)
_ACTIVE = re.compile(r"[\\<!\[*_^]")
"""The characters with which inline syntax begins: scanning for them first is ten times faster."""
_HEADING = re.compile(r"^[ \t]{0,3}(#{1,6})[ \t]+(?=\S)", re.M)
_QUOTE = re.compile(r"^[ \t]{0,3}(>)[ \t]+(?=\S)", re.M)
_ITEM = re.compile(r"^[ \t]*([-+*•])[ \t]+(?=\S)", re.M)
_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?:[ \t]*\n|[\w-]+:[^\n]*\n|[ \t]+[^\n]*\n|- [^\n]*\n)+(?:---|\.\.\.)[ \t]*(?=\n|\Z)"
)
_LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")
_ITEM_MARKS = ("- ", "+ ", "* ", "• ", "-\t", "*\t", "+\t", "•\t")
_LABELLED_ITEM = re.compile(r"^[ \t]*[-+*][ \t]+(?:\(?\w{1,5}[ \t]?[.)]|[IVXL]+\.)[ \t]", re.M)
_TABLE_RULE = re.compile(r"^[ \t]*+(?:\|[ \t]*+)?(?::?-{2,}+:?[ \t]*+\|[ \t]*+)++(?::?-{2,}+:?[ \t]*+)?$", re.M)
_TAGS = {"sup": "sup", "sub": "sub", "i": "i", "em": "i", "b": "b", "strong": "b", "u": "u"}


def has_syntax(text: str) -> bool:
    """Whether a text has any character that Markdown uses."""
    return _ANY.search(text) is not None


def marks_of(text: str) -> list[Mark]:
    """The marks of a text: kinds `i b u sup sub link` on words, `syntax` on characters that are not words.

    The target of a `syntax` mark is the reason in the ledger. Headings and list items are known by the first
    `syntax` mark of their line (`heading`, `item`): see `akn.layout.rows`.
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")  # as long as before: places stay
    marks: list[Mark] = []
    if text.startswith("---") and (front := _FRONT_MATTER.match(text)):
        marks += [Mark(m.start(), m.end(), "syntax", "front matter") for m in _LINE.finditer(text, 0, front.end())]
    _inline(text, marks)
    # a pattern that begins at a line's start is tried at every character, so each is run only where it can match
    for found in _HEADING.finditer(text) if "#" in text else ():
        marks.append(Mark(found.start(1), found.end(1), "syntax", "heading"))
    for found in _QUOTE.finditer(text) if ">" in text else ():
        marks.append(Mark(found.start(1), found.end(1), "syntax", "quote"))
    items = any(mark in text for mark in _ITEM_MARKS)
    if items and (_LABELLED_ITEM.search(text) or (marks and "#" in text and _HEADING.search(text))):
        for found in _ITEM.finditer(text):
            marks.append(Mark(found.start(1), found.end(1), "syntax", "item"))
    for found in _TABLE_RULE.finditer(text) if "|" in text else ():
        if "|" in found[0]:
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            marks.append(Mark(start, found.end(), "syntax", "table rule"))
    return disjoint(marks)


def _inline(text: str, marks: list[Mark]) -> None:
    """Inline syntax; emphasis is paired within a paragraph (no blank line between), as Markdown has it."""
    open_stars: list[tuple[int, int, str]] = []
    open_tags: list[tuple[str, int]] = []
    paragraph_end = 0
    position = 0
    last_comment = text.rfind("-->")
    for active in _ACTIVE.finditer(text):
        if active.start() > last_comment and text.startswith("<!--", active.start()):
            continue  # no comment: the pattern would look for its end through the whole text
        if active.start() < position or (found := _INLINE.match(text, active.start())) is None:
            continue
        start, end = found.span()
        position = end
        kind = found.lastgroup
        if start >= paragraph_end:
            open_stars.clear()
            open_tags.clear()
            blank = _BLANK.search(text, start)
            paragraph_end = blank.start() if blank else len(text) + 1
        if found["escape"] or found["end"]:
            marks.append(Mark(start, start + 1, "syntax", "escape"))
        elif found["comment"] or found["image"]:
            marks.append(Mark(start, end, "syntax", "image mark"))
        elif found["anchor"]:
            _anchor(found, marks)
        elif found["link"]:
            _link(text, found, marks)
        elif found["tag"]:
            _tag(found, open_tags, marks)
        elif found["caret"]:
            _caret(text, found, marks)
        elif kind == "stars":
            _star(text, found, open_stars, marks)


_BLANK = re.compile(r"\n[ \t]*\r?\n")


def _anchor(found: re.Match[str], marks: list[Mark]) -> None:
    """`[^1]` and `[^1]:`: the marker and the label of a footnote in Markdown."""
    start, end = found.span()
    first, last = found.span("note")
    marks.append(Mark(start, first, "syntax", "note label" if found["colon"] else "note marker"))
    marks.append(Mark(first, last, "sup", "explicit"))
    marks.append(Mark(last, end, "syntax", "note"))


def _link(text: str, found: re.Match[str], marks: list[Mark]) -> None:
    first, last = found.span("label")
    marks.append(Mark(found.start(), first, "syntax", "link"))
    marks.append(Mark(first, last, "link", found["target"]))
    marks += [Mark(m.start(), m.start() + 1, "syntax", "escape") for m in _ESCAPE.finditer(text, first, last)]
    inner: list[Mark] = []
    label = text[first:last]
    if "*" in label or "_" in label:
        _inline(label, inner)
        marks += [Mark(m.start + first, m.end + first, m.kind, m.target) for m in inner if m.target != "escape"]
    marks.append(Mark(last, found.end(), "syntax", "link"))


_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


def _tag(found: re.Match[str], opened: list[tuple[str, int]], marks: list[Mark]) -> None:
    name = found["name"]
    marks.append(Mark(found.start(), found.end(), "syntax", "tag"))
    if name == "br":
        return
    if not found[0].startswith("</"):
        opened.append((name, found.end()))
    elif opened and opened[-1][0] == name:
        _, start = opened.pop()
        if start < found.start():
            marks.append(Mark(start, found.start(), _TAGS[name]))  # type: ignore[arg-type]


def _caret(text: str, found: re.Match[str], marks: list[Mark]) -> None:
    first, last = found.span("raised")
    if text[first] == "{":
        first, last = first + 1, last - 1
    marks.append(Mark(found.start(), first, "syntax", "superscript"))
    marks.append(Mark(first, last, "sup"))
    if last < found.end():
        marks.append(Mark(last, found.end(), "syntax", "superscript"))


def _star(text: str, found: re.Match[str], opened: list[tuple[int, int, str]], marks: list[Mark]) -> None:
    """One run of asterisks or underscores: closes the emphasis that is open, or opens one."""
    start, end = found.span()
    stars = found[0]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    closes = not before.isspace() and not (after.isalnum())
    if closes and opened and opened[-1][2] == stars and _is_emphasised(text[opened[-1][1] : start], stars):
        first, last, _ = opened.pop()
        marks.append(Mark(first, last, "syntax", "emphasis"))
        marks.append(Mark(last, start, "b" if len(stars) == 2 else "i"))
        marks.append(Mark(start, end, "syntax", "emphasis"))
        return
    if not after.isspace() and not before.isalnum() and after not in "*_)]":
        opened.append((start, end, stars))


def _is_emphasised(words: str, stars: str) -> bool:
    """Whether some words can be in emphasis: `**74/153.**` is, `*2700123*` is a bar code."""
    return any(c.isalpha() or (c.isdigit() and len(stars) == 2) for c in words)


def disjoint(marks: list[Mark]) -> list[Mark]:
    """Syntax marks that overlap an earlier syntax mark are dropped: one character, one home."""
    marks.sort(key=lambda mark: (mark.start, -mark.end))
    kept: list[Mark] = []
    reached = 0
    for mark in marks:
        if mark.kind == "syntax":
            if mark.start < reached:
                if mark.end <= reached:
                    continue
                mark = mark._replace(start=reached)
            reached = mark.end
        kept.append(mark)
    return kept
