"""Footnotes that a file has as plain paragraphs: behind the words that call them, each with its label first.

So pages of archives print them (`1/`, `[1]`), and files that were made from a PDF. A paragraph is one only where its
label is called before it: raised, or between brackets, or with a stroke behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from akn.readers.flow import Body, Item, Words, words_of
from akn.readers.spans import Span

_LABEL = r"\d{1,3}|[a-z]|\*{1,5}|[†‡§¶]{1,3}"
_HEAD = re.compile(rf"\[(?P<bracketed>{_LABEL})\]|(?P<stroked>\d{{1,3}}|[a-z])/(?=\s)")
"""A label that is not raised, at the head of a footnote."""
_PLAIN = re.compile(
    r"(?<=[^\s\[(/])\[(?P<bracketed>\d{1,3})\]|(?<=[^\W\d_])[,;.)]? ?(?P<stroked>\d{1,3})/(?=[\s,;.)]|$)"
)
"""A label that is not raised, behind a word."""
_RAISED = re.compile(_LABEL)


class _Call(NamedTuple):
    """Where a label stands in a span: all that is printed of it, and the label itself."""

    begin: int
    start: int
    end: int
    stop: int
    label: str


def set_aside(items: Sequence[Item]) -> tuple[list[Item], list[Body]]:
    """The items without such footnotes, whose calls know them; and the footnotes."""
    called: set[str] = set()
    bodies: dict[str, Body] = {}
    kept: list[Item] = []
    for item in items:
        if isinstance(item, Words) and not item.reason:
            label, length = _head(item)
            if label in called and label not in bodies:
                bodies[label] = _body(item, label, length)
                continue
        called.update(call.label for words in words_of([item]) for _, call in _calls(words))
        kept.append(item)
    if bodies:
        for words in words_of([*kept, *(words for body in bodies.values() for words in body.content[1:])]):
            _link(words, bodies)
    return kept, list(bodies.values())


def _calls(words: Words) -> Iterator[tuple[int, _Call]]:
    """The labels behind words of a paragraph, with the index of their span."""
    said = False
    for index, span in enumerate(words.spans):
        if span.reason is None and not span.note and span.text.strip():
            for call in _in_span(span):
                if said or call.begin:
                    yield index, call
            said = True


def _in_span(span: Span) -> Iterator[_Call]:
    text = span.text
    if "sup" not in span.style:
        if "[" in text or "/" in text:
            for found in _PLAIN.finditer(text):
                group = "bracketed" if found["bracketed"] else "stroked"
                start, end = found.span(group)
                yield _Call(start - (group == "bracketed"), start, end, end + 1, found[group])
        return
    bare = text.strip(" \u00a0[]()/.,")
    labels = [part for part in re.split(r"[\s,]+", bare) if part]
    if len(labels) > 4 or not all(_RAISED.fullmatch(label) for label in labels):
        return
    at = 0
    for number, label in enumerate(labels):
        start = text.index(label, at)
        end = start + len(label)
        yield _Call(at, start, end, len(text) if number == len(labels) - 1 else end, label)
        at = end


def _head(words: Words) -> tuple[str, int]:
    """The label with which a paragraph begins, and the length of all that is printed of it; empty if there is none."""
    spans = [span for span in words.spans if span.reason is None and span.text.strip()]
    if not spans or spans[0].note:
        return "", 0
    printed = spans[0].text.strip()
    bare = printed.strip("[]()/. \u00a0")
    if "sup" in spans[0].style and len(spans) > 1:
        return (bare, len(printed)) if _RAISED.fullmatch(bare) else ("", 0)
    found = _HEAD.match(words.text)
    if found is None or len(words.text) <= found.end() + 1:
        return "", 0
    return found["bracketed"] or found["stroked"], found.end()


def _body(words: Words, label: str, length: int) -> Body:
    """The footnote that a paragraph is; its label has not the look of a marker."""
    spans: list[Span] = []
    left = length
    for span in words.spans:
        if left > 0 and span.reason is None and span.text.strip():
            spans.append(span._replace(style=span.style - {"sup"}, link=""))
            left -= len(span.text.strip())
            if left <= 0 and "sup" in span.style:
                spans.append(Span(" "))
        else:
            spans.append(span)
    return Body(f"raised-{label}", label, [replace(words, spans=spans)], length)


def _link(words: Words, bodies: dict[str, Body]) -> None:
    """Parts the spans of a paragraph at its calls; what is printed around a label goes to the ledger with it."""
    found = [(index, call) for index, call in _calls(words) if call.label in bodies]
    for index, call in reversed(found):
        span = words.spans[index]
        text, style = span.text, span.style - {"sup", "u"}
        parts = [
            span._replace(text=text[: call.begin]),
            Span(text[call.begin : call.start], style, reason="label of a note"),
            Span(text[call.start : call.end], style, note=bodies[call.label].key),
            Span(text[call.end : call.stop], style, reason="label of a note"),
            span._replace(text=text[call.stop :]),
        ]
        words.spans[index : index + 1] = [part for part in parts if part.text]
