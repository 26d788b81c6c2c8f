"""Names of WordprocessingML (ISO/IEC 29500-1) and how its properties are read."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
VAL = W + "val"


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The element at a path of names below another; None if it is not there."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: etree._Element | None, *path: str) -> str:
    """`w:val` of the element at a path; empty if it is not there."""
    found = child(element, *path)
    return found.get(VAL, "") if found is not None else ""


def number(text: str | None, default: int = 0) -> int:
    """A whole number as Word writes it; `default` for anything else."""
    try:
        return max(-(10**6), min(10**6, int(float(text or ""))))
    except (ValueError, OverflowError):
        return default


def is_on(element: etree._Element | None) -> bool | None:
    """Whether a switch (`w:b`, `w:vanish`) is on; None where it is not there."""
    if element is None:
        return None
    return element.get(VAL, "1").lower() not in ("0", "false", "off", "none")
