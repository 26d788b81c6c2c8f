"""Which files a person means: files, directories with all XML in them, patterns, `-` for standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch

from akn.errors import WrongUse

SUFFIXES = (".xml", ".akn")
"""What is read in a directory."""


def expand(names: Iterable[str], exclude: Sequence[str] = ()) -> list[str]:
    """The files that some names mean, each once, in the order of the names, those of a directory sorted.

    A name that is no file stays, so that reading it gives its error. Raises `WrongUse` for a pattern that fits nothing.
    """
    found: dict[str, None] = {}
    for name in names:
        for path in _meant(name):
            if path == "-" or not excluded(path, exclude):
                found[path] = None
    return list(found)


def _meant(name: str) -> Iterator[str]:
    if name == "-":
        yield name
    elif os.path.isdir(name):
        yield from _within(name)
    elif not os.path.exists(name) and glob.has_magic(name):
        fitting = sorted(glob.glob(name, recursive=True))
        if not fitting:
            raise WrongUse("no file fits this pattern", name)
        for path in fitting:
            yield from _within(path) if os.path.isdir(path) else (path,)
    else:
        yield name


def _within(folder: str) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for file in sorted(files):
            if file.lower().endswith(SUFFIXES):
                yield os.path.normpath(os.path.join(place, file))


def excluded(path: str, patterns: Iterable[str]) -> bool:
    """Whether a pattern fits a path, or a folder above it: `drafts/*`, `old`, `**/annex-*.xml`."""
    shown = posix(path)
    parts = shown.split("/")
    above = ["/".join(parts[:i]) for i in range(1, len(parts) + 1)]
    return any(fnmatch(one, pattern.rstrip("/")) for pattern in patterns for one in above)


def posix(path: str) -> str:
    """A path with `/`, relative to the working directory where it lies below it, as reports write it."""
    absolute = os.path.abspath(path)
    below = os.path.relpath(absolute) if absolute.startswith(os.getcwd() + os.sep) else path
    return below.replace(os.sep, "/")
