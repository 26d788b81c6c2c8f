"""Counts as words, in the formats that word processors and browsers draw in front of paragraphs: `4`, `d`, `iv`.

The names are those of WordprocessingML (ISO/IEC 29500-1, 17.18.59).
"""

from __future__ import annotations


def counted(count: int, format_: str) -> str:
    """A count as words: `4`, `d`, `iv`; formats that have none are empty."""
    if format_ == "none":
        return ""
    if count < 1:
        return str(count)
    if format_ in ("lowerLetter", "upperLetter"):
        if count > 26 * 10:
            return str(count)
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if format_ == "lowerLetter" else letters.upper()
    if format_ in ("lowerRoman", "upperRoman"):
        return roman(count) if format_ == "lowerRoman" else roman(count).upper()
    if format_ == "decimalZero":
        return f"{count:02d}"
    if format_ == "chicago" and count <= 40:
        return "*†‡§"[(count - 1) % 4] * ((count - 1) // 4 + 1)
    if format_ in ("russianLower", "russianUpper"):
        alphabet = "абвгдежзиклмнопрстуфхцчшщэюя"
        letter = alphabet[(count - 1) % len(alphabet)]
        return letter if format_ == "russianLower" else letter.upper()
    if format_ in ("arabicAbjad", "arabicAlpha"):
        alphabet = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ" if format_ == "arabicAbjad" else "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
        return alphabet[(count - 1) % len(alphabet)]
    if format_.startswith(("chinese", "ideograph", "japanese", "taiwanese")) and count < 100:
        return _chinese(count)
    return str(count)


def roman(count: int) -> str:
    """A roman number in small letters."""
    parts: list[str] = []
    for value_, letters in (
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        while count >= value_ and len(parts) < 40:
            parts.append(letters)
            count -= value_
    return "".join(parts)


def _chinese(count: int) -> str:
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(count, 10)
    head = "" if not tens else "十" if tens == 1 else digits[tens] + "十"
    return head + (digits[ones] if ones or not tens else "")
