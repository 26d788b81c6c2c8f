"""Words as they are compared: small letters, no accents, one kind of quote, dash, space and digit.

`fold` maps one character to one character, so offsets in the folded text are those of the original, and a Run
cut by them keeps what the page has. What is not one to one (ligatures, combining accents) stays as it is.
"""

from __future__ import annotations

import re

_GROUPS = {
    "a": "àáâãäåāăąǎª",
    "c": "çćĉċč",
    "d": "ďđð",
    "e": "èéêëēĕėęěẽ",
    "g": "ĝğġģ",
    "h": "ĥħ",
    "i": "ìíîïĩīĭįıǐ",
    "j": "ĵ",
    "k": "ķ",
    "l": "ĺļľłŀ",
    "n": "ñńņňǹ",
    "o": "òóôõöøōŏőơǒº",
    "r": "ŕŗř",
    "s": "śŝşšș",
    "t": "ţťŧț",
    "u": "ùúûüũūŭůűųưǔ",
    "w": "ŵ",
    "y": "ýÿŷ",
    "z": "źżž",
    "е": "ёѐ",
    "и": "ѝ",
    "ا": "أإآٱ",
    "ي": "ىئی",
    "ك": "ک",
    "و": "ؤ",
    "ه": "ة",
    "'": "’‘ʼʹ‛′´",
    '"': "“”„‟«»″",
    "-": "‐‑‒–—―−",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
}
_ZEROS = "٠۰०০"
"""The noughts of the scripts whose digits are read: Arabic, Persian, Devanagari, Bengali."""

_PLAIN = {char: plain for plain, group in _GROUPS.items() for char in group}
_PLAIN |= {chr(ord(zero) + value): str(value) for zero in _ZEROS for value in range(10)}

_PLAIN |= {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_KNOWN = frozenset(_PLAIN)
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")


def fold(text: str) -> str:
    """The folded text; always as long as `text`, and folding it again changes nothing.

    Only the few characters that differ are replaced, one kind at a time: `str.translate` costs five times as much.
    """
    if not text.isascii():
        text = text.replace("İ", "i").lower()
        for char in _KNOWN.intersection(_BEYOND_ASCII.findall(text)):
            text = text.replace(char, _PLAIN[char])
    else:
        text = text.lower()
    if "`" in text:
        text = text.replace("`", "'")
    return text.replace("\t", " ") if "\t" in text else text
