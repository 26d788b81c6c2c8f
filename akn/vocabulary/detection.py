"""Which language a text is written in: by script, then by the short words that every sentence needs."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from akn.fold import fold
from akn.vocabulary.openings import plain
from akn.vocabulary.store import function_words, load

_HEAD, _TAIL = 2_000, 1_000
"""Characters at the start and the end of a longer text that are looked at: they tell a language."""

_DOUBTFUL, _WIDE = 0.5, 60_000
"""Below this certainty so many characters are looked at: a page in two languages is told by the whole of it."""

_SHORT_TEXT = 0.7
"""Certainty of a short text whose formula tells the language."""

_DENSE = 0.2
"""Part of the words of a real text that are function words, at least; below it the answer is less sure."""

_SCRIPTS = {
    "latin": "[a-zß-ÿœæ]+",
    "cyrillic": "[\u0400-\u04ff]+",
    "arabic": "[\u0621-\u064a]+",
    "han": "[\u3400-\u9fff]",
}


def detect(text: str) -> tuple[str, float]:
    """The language of a text as an ISO 639-2 code, and how sure that is (0 to 1); `("", 0.0)` if none fits.

    The script that most words have decides first; among the languages of one script their function words. A text
    in two languages gets a low figure.
    """
    found = _detect(_sample(text))
    if found[1] < _DOUBTFUL and len(text) > _HEAD + _TAIL:
        found = _detect(fold(text[:_WIDE]))
    elif found[1] < _SHORT_TEXT and len(text) <= _HEAD + _TAIL:
        return _by_formula(text, found)
    return found


def _by_formula(text: str, found: tuple[str, float]) -> tuple[str, float]:
    """In a short text its enacting formula says more than its few short words."""
    formulas = [line for line in fold(text).splitlines() if 8 < len(line.strip()) < 100]
    speaking = {code for code in function_words() if any(load(code).formula(line.strip()) for line in formulas)}
    if len(speaking) != 1:
        return found
    code = speaking.pop()
    return code, max(_SHORT_TEXT, found[1] if code == found[0] else 0.0)


def _detect(folded: str) -> tuple[str, float]:
    scripts = _by_script(folded)
    for script, (words, share) in scripts.items():
        known = _languages(script)
        if not known:
            continue
        if len(known) == 1 and script != "latin":
            return next(iter(known)), round(share, 3)
        counts = _counts(words, known)
        best, *others = sorted(known, key=lambda code: (-counts[code], code))
        if not counts[best]:
            break
        lead = 1 - max((counts[code] for code in others), default=0.0) / counts[best]
        dense = min(1.0, counts[best] / (words.total() * _DENSE))
        return best, round(lead * dense * share, 3)
    return "", 0.0


def shares(text: str) -> dict[str, float]:
    """What part of a text's known words each language has, largest first; two large parts are two languages."""
    found: dict[str, float] = {}
    for script, (words, share) in _by_script(_sample(text)).items():
        known = _languages(script)
        if len(known) == 1 and script != "latin":
            found[next(iter(known))] = share
            continue
        counts = _counts(words, known)
        total = sum(counts.values())
        found |= {code: share * count / total for code, count in counts.items() if count}
    return {code: round(share, 3) for code, share in sorted(found.items(), key=lambda pair: -pair[1])}


def _sample(text: str) -> str:
    if len(text) > _HEAD + _TAIL:
        text = text[:_HEAD] + "\n" + text[-_TAIL:]
    return fold(text)


@cache
def _languages(script: str) -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, (name, words) in function_words().items() if name == script}


def _by_script(folded: str) -> dict[str, tuple[Counter[str], float]]:
    """The words in each script and their part of all, the largest first; two Chinese characters count as a word."""
    scripts = ["latin"]
    if not folded.isascii() and any("\u0400" <= c <= "\u06ff" or "\u3400" <= c <= "\u9fff" for c in set(folded)):
        scripts = list(_SCRIPTS)
        folded = plain(folded)
    if "(" in folded:
        folded = re.sub(r"\([a-z]\)", " ", folded)  # the letter of a point or of a job number is no word
    words = {script: Counter(re.findall(_SCRIPTS[script], folded)) for script in scripts}
    sizes = {script: found.total() / (2 if script == "han" else 1) for script, found in words.items()}
    total = sum(sizes.values())
    ranked = sorted((script for script in scripts if sizes[script]), key=lambda script: -sizes[script])
    return {script: (words[script], sizes[script] / total) for script in ranked}


def _counts(words: Counter[str], known: dict[str, frozenset[str]]) -> dict[str, float]:
    """How many of the words each language accounts for.

    A word that several languages have (`de`, `en`) is shared out as are the words that only one of them has.
    """
    having: dict[str, list[str]] = {}
    for code, found in known.items():
        for word in found:
            if words[word]:
                having.setdefault(word, []).append(code)
    own = dict.fromkeys(known, 0.0)
    for word, codes in having.items():
        if len(codes) == 1:
            own[codes[0]] += words[word]
    counts = dict(own)
    for word, codes in having.items():
        if len(codes) > 1:
            total = sum(own[code] for code in codes)
            for code in codes:
                counts[code] += words[word] * (own[code] / total if total else 1 / len(codes))
    return counts
