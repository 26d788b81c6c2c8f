"""Findings that were there before: an old collection starts clean, and only what is new is told.

A finding is known by its file, code, element and words, not by its line, so that edits elsewhere do not bring it back.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from akn import files
from akn.errors import UnreadableInput
from akn.findings import Finding
from akn.validation.paths import posix

Key = tuple[str, str, str, str]
_VERSION = 1


def key(finding: Finding) -> Key:
    """What a finding is known by."""
    return (posix(finding.place.file), finding.code, finding.place.eid or finding.place.xpath, finding.message)


def read(path: str) -> Counter[Key]:
    """The findings of a baseline file with their number. Raises `UnreadableInput` for what is none."""
    name, data = files.read(path)
    try:
        table = json.loads(data)
        if table["version"] != _VERSION:
            raise ValueError
        rows = [(row["file"], row["code"], row["at"], row["message"], row["count"]) for row in table["findings"]]
    except (ValueError, KeyError, TypeError):
        raise UnreadableInput("this is no baseline of akn", name, "Delete it to have it written anew.") from None
    return Counter({(file, code, at, message): count for file, code, at, message, count in rows})


def without(findings: Iterable[Finding], known: Counter[Key]) -> list[Finding]:
    """The findings that the baseline does not have; `known` is used up as they are met."""
    new: list[Finding] = []
    for finding in findings:
        one = key(finding)
        if known[one] > 0:
            known[one] -= 1
        else:
            new.append(finding)
    return new


def write(path: str, findings: Iterable[Finding]) -> int:
    """Writes a baseline of some findings; gives their number."""
    counts = Counter(key(finding) for finding in findings)
    rows = [
        {"file": file, "code": code, "at": at, "message": message, "count": count}
        for (file, code, at, message), count in sorted(counts.items())
    ]
    data = json.dumps({"version": _VERSION, "findings": rows}, ensure_ascii=False, indent=1)
    files.write(path, (data + "\n").encode())
    return counts.total()
