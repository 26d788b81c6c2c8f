"""Which language a text is written in: by script, then by the short words that every sentence needs."""

from __future__ import annotations

import re

from akn.fold import fold
from akn.vocabulary.openings import plain
from akn.vocabulary.store import function_words

_HEAD, _TAIL = 9_000, 3_000
"""Characters at the start and the end of a longer text that are looked at: they tell a language."""

_SCRIPTS = {
    "han": "[\u3400-\u9fff]",
    "arabic": "[\u0621-\u064a]+",
    "cyrillic": "[\u0400-\u04ff]+",
    "latin": "[a-zß-ÿœæ]+",
}


def detect(text: str) -> tuple[str, float]:
    """The language of a text as an ISO 639-2 code, and how sure that is (0 to 1); `("", 0.0)` if none fits.

    The script that most words have decides first; among the languages of one script their function words. A text
    in two languages gets a low figure.
    """
    folded = _sample(text)
    scripts = _by_script(folded)
    if not scripts:
        return "", 0.0
    script, share = next(iter(scripts.items()))
    known = {code: found for code, (name, found) in function_words().items() if name == script}
    if not known:
        return "", 0.0
    counted, total = _counts(folded, script, known)
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    if script != "latin" and len(known) == 1:
        return next(iter(known)), round(share, 3)
    best, count = ranked[0]
    if not count:
        return "", 0.0
    second = ranked[1][1] if len(ranked) > 1 else 0
    dense = min(1.0, count / max(1, total) * 5)
    return best, round((count - second) / count * dense * share, 3)


def shares(text: str) -> dict[str, float]:
    """What part of a text's known words each language has, largest first."""
    folded = _sample(text)
    found: dict[str, float] = {}
    for script, share in _by_script(folded).items():
        known = {code: words for code, (name, words) in function_words().items() if name == script}
        if len(known) == 1 and script != "latin":
            found[next(iter(known))] = share
            continue
        counted = _only_here(folded, known)
        total = sum(counted.values())
        found |= {code: share * count / total for code, count in counted.items() if count}
    return {code: round(share, 3) for code, share in sorted(found.items(), key=lambda pair: -pair[1])}


def _sample(text: str) -> str:
    if len(text) > _HEAD + _TAIL:
        text = text[:_HEAD] + "\n" + text[-_TAIL:]
    return fold(text)


def _by_script(folded: str) -> dict[str, float]:
    """What part of the words each script has, largest first; a Chinese word counts as two characters."""
    counts = {"latin": len(re.findall(_SCRIPTS["latin"], folded))}
    if not folded.isascii():
        counts |= {name: len(re.findall(p, folded)) for name, p in _SCRIPTS.items() if name != "latin"}
        counts["han"] //= 2
        counts["han"] += any("\u3400" <= c <= "\u9fff" for c in folded[:200]) and not counts["han"]
    total = sum(counts.values())
    ranked = sorted(counts.items(), key=lambda pair: -pair[1])
    return {name: count / total for name, count in ranked if count}


def _counts(folded: str, script: str, known: dict[str, list[str]]) -> tuple[dict[str, int], int]:
    words = re.findall(_SCRIPTS[script], plain(folded) if script == "arabic" else folded)
    sets = {code: frozenset(found) for code, found in known.items()}
    return {code: sum(word in found for word in words) for code, found in sets.items()}, len(words)


def _only_here(folded: str, known: dict[str, list[str]]) -> dict[str, int]:
    """How often words stand in a text that only one of the languages has."""
    words = re.findall("[^\\W\\d_]+", folded)
    sets = {code: frozenset(found) for code, found in known.items()}
    own = {code: found.difference(*(sets[other] for other in sets if other != code)) for code, found in sets.items()}
    return {code: sum(word in found for word in words) for code, found in own.items()}
