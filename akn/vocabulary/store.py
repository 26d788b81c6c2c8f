"""Where the tables of languages and organs come from: compiled files that fit the TOML, or the TOML itself.

TOML is slow to parse, so `python -m akn.vocabulary` writes what each file says, ready to use, to `compiled/`
beside it. A compiled file holds the checksum of its TOML and counts only as long as that fits.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any

from akn.errors import WrongUse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from akn.vocabulary.language import Language

_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LANGUAGES = os.path.join(_HERE, "languages")
ORGANS = os.path.join(_HERE, "organs")


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have a file, in alphabetical order."""
    return _stems(LANGUAGES)


@cache
def load(code: str) -> Language:
    """The language of an ISO 639-2 code; raises `WrongUse` for one that has no file."""
    from akn.vocabulary.language import Language

    if code not in languages():
        raise WrongUse(f"no language file for {code!r}", "", f"Choose one of: {', '.join(languages())}.")
    return Language(table(LANGUAGES, code))


def load_or_english(code: str) -> Language:
    """The language of a code, or English for one that has no file: XML may come in any language."""
    return load(code if code in languages() else "eng")


@cache
def organ_tables() -> dict[str, dict[str, Any]]:
    """The organs by id, in alphabetical order."""
    merged = "+".join(_stems(ORGANS))
    known = _compiled(ORGANS, "organs", lambda: checksum(*(_bytes(ORGANS, stem) for stem in _stems(ORGANS))))
    if known is not None and "+".join(known) == merged:
        return known
    return {stem: table(ORGANS, stem) for stem in _stems(ORGANS)}


def function_words() -> dict[str, tuple[str, list[str]]]:
    """For each language its script and the words that tell it."""
    return {code: (script, found) for code, (script, found, *_) in _of_all().items()}


def page_patterns() -> tuple[list[str], list[str]]:
    """What any language prints at the edges of pages: patterns of page numbers, and the words of the call to recycle."""
    rows = _of_all().values()
    return _distinct(row[2] for row in rows), _distinct(row[3] for row in rows)


def _distinct(patterns: Iterable[list[str]]) -> list[str]:
    return sorted({pattern for found in patterns for pattern in found})


@cache
def _of_all() -> dict[str, list[Any]]:
    """What is needed before the language is known: script, function words, page numbers, calls to recycle."""
    known = _compiled(LANGUAGES, "detection", lambda: checksum(*(_bytes(LANGUAGES, code) for code in languages())))
    return known if known is not None else {code: _row(table(LANGUAGES, code)) for code in languages()}


def _row(found: dict[str, Any]) -> list[Any]:
    pages = [pattern for _, _, pattern in found["patterns"]["page_number"]]
    return [found["script"], found["function_words"], pages, found["words"]["recycling"]]


def table(folder: str, stem: str) -> dict[str, Any]:
    """What a TOML file says, ready to use; raises `WrongUse` with the place of a mistake."""
    raw = _bytes(folder, stem)
    known = _compiled(folder, stem, lambda: checksum(raw)) if folder == LANGUAGES else None
    if known is not None:
        return known
    from akn.vocabulary.compiling import language_table, organ_table

    return (language_table if folder == LANGUAGES else organ_table)(raw, f"{stem}.toml")


def checksum(*raw: bytes) -> int:
    """What tells whether a compiled file still fits: CRC-32 over the bytes of its TOML files."""
    from zlib import crc32

    value = 0
    for part in raw:
        value = crc32(part, value)
    return value


def compiled_files() -> dict[str, bytes]:
    """Path and content of every compiled file, for the TOML files as they are."""
    from akn.vocabulary.compiling import language_table, organ_table

    tables = {code: language_table(_bytes(LANGUAGES, code), f"{code}.toml") for code in languages()}
    found = {_path(LANGUAGES, code): _pack(checksum(_bytes(LANGUAGES, code)), tables[code]) for code in tables}
    rows = {code: _row(made) for code, made in tables.items()}
    found[_path(LANGUAGES, "detection")] = _pack(checksum(*(_bytes(LANGUAGES, code) for code in tables)), rows)
    organs = {stem: organ_table(_bytes(ORGANS, stem), f"{stem}.toml") for stem in _stems(ORGANS)}
    found[_path(ORGANS, "organs")] = _pack(checksum(*(_bytes(ORGANS, stem) for stem in organs)), organs)
    return found


def _pack(crc: int, data: dict[str, Any]) -> bytes:
    import json

    return (json.dumps({"crc32": crc, "data": data}, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _compiled(folder: str, stem: str, fresh: Callable[[], int]) -> dict[str, Any] | None:
    import json

    try:
        with open(_path(folder, stem), "rb") as file:
            found = json.loads(file.read())
    except (OSError, ValueError):
        return None
    data: dict[str, Any] = found["data"]
    return data if found["crc32"] == fresh() else None


def _path(folder: str, stem: str) -> str:
    return os.path.join(folder, "compiled", f"{stem}.json")


def _bytes(folder: str, stem: str) -> bytes:
    with open(os.path.join(folder, f"{stem}.toml"), "rb") as file:
        return file.read()


def _stems(folder: str) -> tuple[str, ...]:
    return tuple(sorted(name[:-5] for name in os.listdir(folder) if name.endswith(".toml")))
