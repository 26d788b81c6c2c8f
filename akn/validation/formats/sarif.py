"""SARIF 2.1.0 (OASIS Standard of 27 March 2020), for code scanning and viewers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from akn import __version__
from akn.findings import Finding
from akn.validation import catalogue
from akn.validation.baseline import key
from akn.validation.batch import Result
from akn.validation.paths import posix

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(results: Sequence[Result]) -> str:
    """The report as one run with the rules that spoke."""
    findings = [finding for result in results for finding in result.findings]
    codes = sorted({finding.code for finding in findings})
    unreadable = [result for result in results if result.error]
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "akn",
                "semanticVersion": __version__,
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not unreadable,
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": result.error}} for result in unreadable
                ],
            }
        ],
        "results": [_result(finding, codes.index(finding.code)) for finding in findings],
    }
    report = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str) -> dict[str, Any]:
    page = catalogue.page(code)
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in page.name.split("-")),
        "shortDescription": {"text": page.title},
        "help": {"text": page.text, "markdown": page.text},
        "defaultConfiguration": {"level": _LEVELS[page.severity]},
    }


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    place = finding.place
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(place.file)},
            "region": {"startLine": max(place.line, 1), "startColumn": max(place.column, 1)},
        }
    }
    if place.xpath:
        location["logicalLocations"] = [{"fullyQualifiedName": place.xpath, "kind": "element"}]
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}. {finding.hint}".strip() if finding.hint else finding.message},
        "locations": [location],
        "partialFingerprints": {"aknFinding/v1": fingerprint(finding)},
    }


def _uri(path: str) -> str:
    """A reference relative to the working directory; the whole of it for a file elsewhere."""
    shown = posix(path)
    return f"file://{quote(shown)}" if shown.startswith("/") else quote(shown)


def fingerprint(finding: Finding) -> str:
    """What a finding is known by from one run to the next, as a hash."""
    from hashlib import sha256

    return sha256("\0".join(key(finding)).encode()).hexdigest()[:32]
