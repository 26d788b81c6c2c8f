"""GitLab Code Quality: a subset of the Code Climate report."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from akn.validation import catalogue
from akn.validation.batch import Result
from akn.validation.formats.sarif import fingerprint
from akn.validation.paths import posix

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(results: Sequence[Result]) -> str:
    """The report as a list; fingerprints are unique, as GitLab demands."""
    rows: list[dict[str, object]] = []
    seen: Counter[str] = Counter()
    for result in results:
        if result.error:
            rows.append(
                _row("akn", result.error, _unique(f"unreadable {posix(result.name)}", seen), "blocker", result.name, 1)
            )
        for finding in result.findings:
            name = f"{finding.code} {catalogue.name(finding.code)}".rstrip()
            mark = _unique(fingerprint(finding), seen)
            severity = _SEVERITIES[finding.severity]
            rows.append(_row(name, finding.message, mark, severity, finding.place.file, finding.place.line))
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _row(name: str, words: str, mark: str, severity: str, file: str, line: int) -> dict[str, object]:
    location = {"path": posix(file), "lines": {"begin": max(line, 1)}}
    return {"description": words, "check_name": name, "fingerprint": mark, "severity": severity, "location": location}


def _unique(mark: str, seen: Counter[str]) -> str:
    seen[mark] += 1
    return mark if seen[mark] == 1 else f"{mark}-{seen[mark]}"
