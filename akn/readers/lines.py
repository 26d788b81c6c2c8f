"""Line breaks within a paragraph: some end a paragraph all the same, as files made by hand or from a PDF have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from akn.fold import fold
from akn.grammar.labels import readings
from akn.readers.flow import Grid, Item, Words
from akn.readers.spans import Span

_SHORT = 70
"""Characters of lines that are broken by meaning, not by the width of the page."""


def broken(items: Iterable[Item]) -> Iterator[Item]:
    """The items with those paragraphs parted whose line breaks end paragraphs."""
    for item in items:
        if isinstance(item, Grid) or not any("\n" in span.text for span in item.spans):
            yield item
        else:
            yield from _parted(item)


def _parted(words: Words) -> Iterator[Words]:
    lines = _lines(words.spans)
    texts = [_text(line) for line in lines]
    long = max(map(len, texts))
    part: list[Span] = []
    before = ""
    blank = False
    gap = words.gap
    for line, text in zip(lines, texts, strict=True):
        if not text:
            blank = blank or bool(before)
            part += line
            continue
        if before and (blank or (words.kind != "heading" and _ends(before, text, long))):
            yield replace(words, spans=part, gap=gap)
            part, gap = [], blank
        part += [*([Span("\n")] if part else []), *line]
        before, blank = text, False
    yield replace(words, spans=part, gap=gap)


def _ends(before: str, text: str, long: int) -> bool:
    """Whether a line ends a paragraph, by its own end and the beginning of the next."""
    labels = readings(text[:24], fold(text[:24]))
    if labels and (before[-1] in ".;:," or before.endswith((" and", " et"))):
        return True
    if text[0].islower() or (len(before) < 8 and " " not in before and before[-1] in ".:" and not labels):
        return False  # `Distr.` / `General`
    if before[-1] in ".;:":
        return True
    if before[-1] == ",":
        return len(before) < 0.7 * long or text[0].isupper()
    return long <= _SHORT


def _lines(spans: Iterable[Span]) -> list[list[Span]]:
    """The spans of each line."""
    lines: list[list[Span]] = [[]]
    for span in spans:
        for index, text in enumerate(span.text.split("\n")):
            if index:
                lines.append([])
            if text:
                lines[-1].append(span._replace(text=text))
    return lines


def _text(line: Iterable[Span]) -> str:
    return " ".join("".join([span.text for span in line if span.reason is None]).split())
