"""Aligned paragraphs as TMX 1.4b, the exchange format of translation memories; no clock, so the bytes are the same."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from akn import __version__
from akn.alignment import Alignment
from akn.vocabulary import languages, load


def write(alignment: Alignment) -> bytes:
    """One translation unit for each paragraph, in the order of the first version; languages as in BCP 47."""
    source = tag_of(alignment.versions[0].language)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tmx version="1.4">',
        f'  <header creationtool="akn" creationtoolversion="{__version__}" segtype="paragraph" o-tmf="AkomaNtoso"'
        f' adminlang="en" srclang="{source}" datatype="plaintext"/>',
        "  <body>",
    ]
    for pair in alignment.pairs:
        lines.append(f"    <tu tuid={quoteattr(pair.key)}>")
        for language, words in pair.words:
            lines.append(f'      <tuv xml:lang="{tag_of(language)}"><seg>{escape(words)}</seg></tuv>')
        lines.append("    </tu>")
    return "\n".join([*lines, "  </body>", "</tmx>", ""]).encode()


def tag_of(language: str) -> str:
    """The tag of a language in BCP 47: the two letters where there are such (`fr`), else the three."""
    return load(language).iso if language in languages() else language
