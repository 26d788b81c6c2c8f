"""Annotations of GitHub Actions: `::error file=…,line=…,col=…,title=…::message`."""

from __future__ import annotations

from collections.abc import Sequence

from akn.findings import Finding
from akn.validation import catalogue
from akn.validation.batch import Result
from akn.validation.formats.text import summary
from akn.validation.paths import posix

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(results: Sequence[Result]) -> str:
    """A line for each finding, and the summary."""
    lines: list[str] = []
    for result in results:
        if result.error:
            lines.append(f"::error file={_property(posix(result.name))},title=akn::{_data(result.error)}")
        lines += [_line(finding) for finding in result.findings]
    return "\n".join([*lines, summary(results)]) + "\n"


def _line(finding: Finding) -> str:
    place = finding.place
    title = f"{finding.code} {catalogue.name(finding.code)}".rstrip()
    properties = {
        "file": posix(place.file),
        "line": str(max(place.line, 1)),
        "col": str(max(place.column, 1)),
        "title": title,
    }
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    words = f"{finding.message}. {finding.hint}" if finding.hint else finding.message
    return f"::{_COMMANDS[finding.severity]} {shown}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
