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


def _table() -> dict[int, str | int]:
    table: dict[int, str | int] = {ord(c): plain for plain, group in _GROUPS.items() for c in group}
    table.update({i: i + 32 for i in range(65, 91)})
    table.update({i: i + 32 for i in range(0x410, 0x430)})
    for code in range(0xFF01, 0xFF5F):
        plain = chr(code - 0xFEE0).lower()
        table.setdefault(code, plain)
    return table


_TABLE = _table()


def fold(text: str) -> str:
    """The folded text; always as long as `text`."""
    return text.translate(_TABLE)
