"""Everything that is known of each finding, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from akn.validation import catalogue
from akn.validation.batch import Result
from akn.validation.formats.summary import counts
from akn.validation.paths import posix

VERSION = 1
"""Raised when a key changes its meaning or goes."""


def render(results: Sequence[Result]) -> str:
    """The report as JSON: `version`, `summary`, `findings`, `unreadable`."""
    findings = [
        {
            "code": finding.code,
            "name": catalogue.name(finding.code),
            "severity": finding.severity,
            "file": posix(finding.place.file),
            "line": finding.place.line,
            "column": finding.place.column,
            "xpath": finding.place.xpath,
            "eId": finding.place.eid,
            "message": finding.message,
            "hint": finding.hint,
        }
        for result in results
        for finding in result.findings
    ]
    unreadable = [{"file": posix(result.name), "message": result.error} for result in results if result.error]
    report = {"version": VERSION, "summary": counts(results), "findings": findings, "unreadable": unreadable}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
