"""Footnotes that a file has as plain paragraphs: behind the text, each with its raised label first.

So pages of archives print them, and files that were made from a PDF. A paragraph is one only where its label is called
in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from akn.readers.flow import Body, Item, Span, Words, words_of

_LABEL = 5
"""Characters that a label has at most."""


def set_aside(items: Sequence[Item]) -> tuple[list[Item], list[Body]]:
    """The items without such footnotes, and the footnotes."""
    called = {label for words in words_of(items) for label in _calls(words)}
    if not called:
        return list(items), []
    kept: list[Item] = []
    bodies: list[Body] = []
    seen: set[str] = set()
    for item in items:
        if isinstance(item, Words) and not item.reason and (label := _label(item)) in called and label not in seen:
            seen.add(label)
            bodies.append(_body(item, label))
        else:
            kept.append(item)
    return kept, bodies


def _calls(words: Words) -> Iterable[str]:
    """The raised labels behind words of a paragraph."""
    said = False
    for span in words.spans:
        if span.reason is not None or not span.text.strip():
            continue
        if "sup" in span.style and said and not span.note:
            yield _bare(span.text)
        said = True


def _label(words: Words) -> str:
    """The raised label with which a paragraph begins; empty if there is none."""
    spans = [span for span in words.spans if span.reason is None and span.text.strip()]
    if len(spans) < 2 or "sup" not in spans[0].style or spans[0].note:
        return ""
    label = _bare(spans[0].text)
    return label if len(label) <= _LABEL and (label.isdigit() or not label.isalnum() or len(label) == 1) else ""


def _bare(text: str) -> str:
    return text.strip().strip("[]()./\u00a0 ")


def _body(words: Words, label: str) -> Body:
    """The footnote that a paragraph is, its label as its first span without the look of a marker."""
    at = next(i for i, span in enumerate(words.spans) if span.reason is None and span.text.strip())
    printed = words.spans[at].text.strip()
    spans = [*words.spans[:at], Span(printed), Span(" "), *words.spans[at + 1 :]]
    return Body("", label, [replace(words, spans=spans)], len(printed))
