"""A finding: one thing about a document that a person should know. No printing here."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


class Place(NamedTuple):
    """Where a finding is. Lines and columns count from 1; 0 means unknown."""

    file: str
    line: int = 0
    column: int = 0
    xpath: str = ""
    """Path in the XML tree with prefixes and positions; empty for text sources."""
    eid: str = ""
    """The `eId` of the nearest ancestor that has one."""

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}" if self.column else f"{self.file}:{self.line}"


class Finding(NamedTuple):
    """One finding: a stable code, its weight, its place, a sentence in plain words, and what to do."""

    code: str
    """`AKN0xx` well-formed and safe, `AKN1xx` schema, `AKN2xx` profile, `AKN3xx` integrity, `AKN4xx` conversion,
    `AKN5xx` comparison of language versions."""
    severity: Severity
    place: Place
    message: str
    hint: str = ""

    def __str__(self) -> str:
        text = f"{self.place}: {self.severity}: {self.message} [{self.code}]"
        return f"{text}\n  {self.hint}" if self.hint else text
