"""The counts that every report ends with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from akn.validation import catalogue
from akn.validation.batch import Result


def counts(results: Sequence[Result]) -> dict[str, int]:
    """Files, unreadable files, and findings by severity."""
    by = Counter(finding.severity for result in results for finding in result.findings)
    return {
        "files": len(results),
        "unreadable": sum(bool(result.error) for result in results),
        "errors": by["error"],
        "warnings": by["warning"],
        "infos": by["info"],
    }


def fixable(results: Sequence[Result]) -> int:
    """How many findings `--fix` can mend."""
    codes = Counter(finding.code for result in results for finding in result.findings)
    return sum(count for code, count in codes.items() if code in catalogue.modules() and catalogue.page(code).fixable)
