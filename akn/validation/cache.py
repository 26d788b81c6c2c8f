"""What was said about unchanged files: a content hash and its findings, so that they are not judged again.

The folder `.akn_cache` may be deleted at any time; a damaged cache is an empty one.
"""

from __future__ import annotations

import hashlib
import json
import os

from akn import __version__, files
from akn.errors import AknError
from akn.findings import Finding, Place


class Cache:
    """The findings of the last run by file, and those of this one."""

    def __init__(self, folder: str, settings: str) -> None:
        self._path = os.path.join(folder, "validation.json")
        self._folder = folder
        self._settings = f"{__version__}\n{settings}"
        self._known: dict[str, list[object]] = _read(self._path)
        self._changed = False

    def digest(self, data: bytes, ignored: frozenset[str]) -> str:
        """The hash of a file's bytes together with everything that decides what is said about them."""
        head = "\n".join([self._settings, *sorted(ignored)])
        return hashlib.sha256(head.encode() + b"\0" + data).hexdigest()

    def get(self, name: str, digest: str) -> list[Finding] | None:
        """What was said about a file with that hash; None if it is not known."""
        row = self._known.get(os.path.abspath(name))
        if row is None or row[0] != digest:
            return None
        try:
            return [_finding(name, item) for item in row[1]]  # type: ignore[attr-defined]
        except (TypeError, ValueError):
            return None

    def put(self, name: str, digest: str, findings: list[Finding]) -> None:
        """Remembers what was said about a file."""
        rows = [[f.code, f.severity, *f.place[1:], f.message, f.hint] for f in findings]
        self._known[os.path.abspath(name)] = [digest, rows]
        self._changed = True

    def save(self) -> None:
        """Writes the cache; files that are gone are forgotten. A folder that cannot be written to is no error."""
        if not self._changed:
            return
        kept = {path: row for path, row in sorted(self._known.items()) if os.path.exists(path)}
        try:
            os.makedirs(self._folder, exist_ok=True)
            ignore = os.path.join(self._folder, ".gitignore")
            if not os.path.exists(ignore):
                files.write(ignore, b"*\n")
            files.write(self._path, json.dumps(kept, ensure_ascii=False).encode())
        except (OSError, AknError):
            return


def _read(path: str) -> dict[str, list[object]]:
    try:
        with open(path, "rb") as file:
            found = json.load(file)
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: row for name, row in found.items() if isinstance(row, list) and len(row) == 2}


def _finding(name: str, row: object) -> Finding:
    code, severity, line, column, xpath, eid, message, hint = row  # type: ignore[misc]
    return Finding(code, severity, Place(name, line, column, xpath, eid), message, hint)  # type: ignore[has-type]
