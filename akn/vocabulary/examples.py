"""Whether the examples of a language file are read as the file says: for its tests, and for who edits it."""

from __future__ import annotations

import os

from akn.fold import fold
from akn.vocabulary.compiling import examples
from akn.vocabulary.language import Language
from akn.vocabulary.store import LANGUAGES, load


def reading(language: Language, name: str, text: str) -> str:
    """How the patterns of that name read a text, in one line; empty if none of them matches.

    The value for sessions (`74`, `11 emergency special`), votes and kinds; else the words that were recognised.
    """
    folded = fold(text)
    if name == "session":
        session = language.session(folded)
        return (
            "" if session is None else f"{session.value} {session.kind}".removesuffix(" regular").removesuffix(" year")
        )
    if name == "vote":
        vote = language.vote(folded)
        return vote.value if vote else ""
    if name == "adoption":
        found = language.adoption(folded)
        if found is None:
            return ""
        spans = (found.doc_type, found.organ, found.meeting)
        return " | ".join([found.kind, *(text[a:b] for a, b in spans if b)])
    if name == "adopted_at":
        adopted = language.adopted_at(folded)
        return "" if adopted is None else text[slice(*adopted.meeting)] if adopted.meeting else "yes"
    if name in ("annex", "draft", "roll_call"):
        return _kind(language, name, folded)
    if name == "division":
        division = language.division_heading(folded)
        return f"{division[0]} | {text[slice(*division[1])]}" if division else ""
    match = language.match(name, folded)
    return text[match.start() : match.end()].strip() if match else ""


def _kind(language: Language, name: str, folded: str) -> str:
    if name == "annex":
        found = language.annex_heading(folded)
        return found[0] if found else ""
    return language.draft(folded) if name == "draft" else language.roll_call(folded)


def failures(code: str) -> list[str]:
    """One line for each example of a language file that is read otherwise, or that an earlier pattern reads."""
    language = load(code)
    with open(os.path.join(LANGUAGES, f"{code}.toml"), "rb") as file:
        raw = file.read()
    found = []
    for name, index, text, reads in examples(raw, f"{code}.toml"):
        read = reading(language, name, text)
        first = _first_that_matches(language, name, fold(text))
        if read != reads:
            found.append(f"{code}.toml: [[patterns.{name}]] reads {text!r} as {read!r}, not as {reads!r}")
        elif first != index:
            found.append(
                f"{code}.toml: {text!r} is an example of patterns.{name} {index + 1}, but {first + 1} reads it"
            )
    return found


def _first_that_matches(language: Language, name: str, folded: str) -> int:
    import re

    rows = language.data["patterns"][name]
    return next((i for i, (_, _, pattern) in enumerate(rows) if re.compile(pattern, re.DOTALL).match(folded)), -1)
