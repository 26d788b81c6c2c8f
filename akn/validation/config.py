"""The project's settings: `akn.toml`, or `[tool.akn]` in `pyproject.toml`, found in or above the working directory."""

from __future__ import annotations

import os
from typing import Any, NamedTuple

from akn.errors import UnreadableInput, WrongUse
from akn.validation.catalogue import PROFILES


class Config(NamedTuple):
    """What a project says about its validation; the command line overrides it."""

    path: str = ""
    """The file that says it; empty if there is none."""
    profile: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    """Patterns of files that are left out of directories."""
    schematron: tuple[str, ...] = ()
    """Paths, relative to the working directory."""
    schema: str = ""
    baseline: str = ""
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Patterns of files and the codes that are silent in them."""


_LISTS = ("select", "ignore", "exclude", "schematron")
_TEXTS = ("profile", "schema", "baseline")
_PATHS = ("schematron", "schema", "baseline")
_KEYS = (*_LISTS, *_TEXTS, "per-file-ignores")


def load(path: str = "") -> Config:
    """The settings of a file, or of the nearest one above the working directory; empty ones if there is none.

    Raises `UnreadableInput` for a file that is no TOML, `WrongUse` for a key or value that makes no sense.
    """
    if path:
        table = _table(path)
        return _config(path, table if table is not None else {})
    folder = os.getcwd()
    while True:
        for name in ("akn.toml", "pyproject.toml"):
            place = os.path.join(folder, name)
            if os.path.isfile(place) and (table := _table(place)) is not None:
                return _config(os.path.relpath(place), table)
        above = os.path.dirname(folder)
        if above == folder:
            return Config()
        folder = above


def _table(path: str) -> dict[str, Any] | None:
    try:
        with open(path, "rb") as file:
            text = file.read()
    except OSError as error:
        raise UnreadableInput((error.strerror or "cannot be read").lower(), path) from None
    if os.path.basename(path) == "pyproject.toml" and b"akn" not in text:
        return None  # what has nothing for us need not be parsed
    import tomllib

    try:
        data = tomllib.loads(text.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        if os.path.basename(path) == "pyproject.toml":
            return None  # not ours to judge
        raise UnreadableInput(f"this is no TOML: {error}", path) from None
    if os.path.basename(path) == "pyproject.toml":
        found = data.get("tool", {}).get("akn")
        return found if isinstance(found, dict) else None
    return data


def _config(path: str, table: dict[str, Any]) -> Config:
    values: dict[str, Any] = {"path": path}
    for key, value in table.items():
        if key not in _KEYS:
            raise WrongUse(f"unknown key {key!r}{_meant(key)}", path, f"Known are: {', '.join(_KEYS)}.")
        if key == "per-file-ignores":
            values["per_file_ignores"] = _ignores(path, value)
        elif key in _LISTS:
            values[key] = tuple(_beside(path, key, item) for item in _texts(path, key, value))
        elif not isinstance(value, str):
            raise WrongUse(f"the key {key!r} is no text", path)
        else:
            values[key] = _beside(path, key, value)
    if values.get("profile", PROFILES[0]) not in PROFILES:
        raise WrongUse(f"unknown profile {values['profile']!r}", path, f"Use one of: {', '.join(PROFILES)}.")
    return Config(**values)


def _meant(key: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(key.replace("_", "-"), _KEYS, 1)
    return f"; did you mean {close[0]!r}?" if close else ""


def _texts(path: str, key: str, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise WrongUse(f"the key {key!r} is no list of texts", path, f'Write {key} = ["…", "…"].')
    return value


def _ignores(path: str, value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        raise WrongUse("the key 'per-file-ignores' is no table", path, '[per-file-ignores]\n  "drafts/*" = ["AKN3"]')
    return tuple((pattern, tuple(_texts(path, pattern, codes))) for pattern, codes in value.items())


def _beside(path: str, key: str, value: str) -> str:
    """Paths in the file are relative to it."""
    if key not in _PATHS or os.path.isabs(value):
        return value
    return os.path.normpath(os.path.join(os.path.dirname(path), value))
