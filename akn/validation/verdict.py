"""What a layer says about an element, before its place in the file is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml import etree

    from akn.findings import Severity


class Verdict(NamedTuple):
    """A code, its weight, and the element that it is about; the engine turns it into a `Finding`."""

    code: str
    severity: Severity
    element: etree._Element | None
    """None where there is no tree; then `line` and `column` say where."""
    message: str
    hint: str = ""
    attribute: str = ""
    line: int = 0
    column: int = 0
