"""Words as they are compared: small letters, no accents, one kind of quote, dash, space and digit.

`fold` maps one character to one character, so offsets in the folded text are those of the original, and a Run
cut by them keeps what the page has.
"""

from __future__ import annotations

_GROUPS = {
    "a": "àáâãäåāăąÀÁÂÃÄÅĀĂĄ",
    "c": "çćĉċčÇĆĈĊČ",
    "d": "ďđĎĐ",
    "e": "èéêëēĕėęěÈÉÊËĒĔĖĘĚ",
    "g": "ĝğġģĜĞĠĢ",
    "i": "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ",
    "l": "ĺļľłĹĻĽŁ",
    "n": "ñńņňÑŃŅŇ",
    "o": "òóôõöøōŏőÒÓÔÕÖØŌŎŐ",
    "r": "ŕŗřŔŖŘ",
    "s": "śŝşšŚŜŞŠ",
    "t": "ţťțŢŤȚ",
    "u": "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ",
    "y": "ýÿŷÝŶŸ",
    "z": "źżžŹŻŽ",
    "œ": "Œ",
    "æ": "Æ",
    "ß": "ẞ",
    "е": "ёЁ",
    "ا": "أإآٱ",
    "ي": "ىئ",
    "و": "ؤ",
    "ه": "ة",
    "'": "’‘ʼ‛′`´",
    '"': "“”„‟«»″",
    "-": "‐‑‒–—―−－",
    " ": "\u00a0\u202f\u2007\u2009\u2002\u2003\u200a\u3000\t",
    "0": "٠۰",
    "1": "١۱",
    "2": "٢۲",
    "3": "٣۳",
    "4": "٤۴",
    "5": "٥۵",
    "6": "٦۶",
    "7": "٧۷",
    "8": "٨۸",
    "9": "٩۹",
}


_PLAIN = {char: plain for plain, group in _GROUPS.items() for char in group}
_ASCII = ("`", "\t")


def fold(text: str) -> str:
    """The folded text; always as long as `text`.

    Only the few characters that differ are replaced, one kind at a time: `str.translate` costs five times as much.
    """
    if not text.isascii():
        for char in set(text):
            if char > "\x7f":
                plain = _PLAIN.get(char) or _full_width(char)
                if plain:
                    text = text.replace(char, plain)
    text = text.lower()
    for char in _ASCII:
        if char in text:
            text = text.replace(char, _PLAIN[char])
    return text


def _full_width(char: str) -> str:
    return chr(ord(char) - 0xFEE0) if "\uff01" <= char <= "\uff5e" else ""
