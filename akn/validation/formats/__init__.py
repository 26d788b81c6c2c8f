"""How findings are reported: a table of formats, each a module with `render(results) -> str`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from akn.validation.batch import Result

FORMATS = {
    "text": "for people: the line, a caret, what to do",
    "json": "everything, for programs",
    "sarif": "SARIF 2.1.0, for code scanning",
    "junit": "JUnit XML, for test reports",
    "github": "annotations of GitHub Actions",
    "gitlab": "GitLab Code Quality",
}


def renderer(name: str) -> Callable[[Sequence[Result]], str]:
    """What writes a report in a format of the table, all but `text`, which also knows of colours."""
    return cast("Callable[[Sequence[Result]], str]", import_module(f"akn.validation.formats.{name}").render)
