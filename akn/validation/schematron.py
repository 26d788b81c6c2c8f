"""The user's own rules: ISO Schematron files, compiled once and applied to each document.

lxml brings the ISO implementation for XSLT 1.0; files that ask for a newer XSLT are refused with a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from akn import xml
from akn.errors import WrongUse
from akn.validation.verdict import Verdict

if TYPE_CHECKING:
    from lxml import etree

    from akn.findings import Severity

_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
_BINDINGS = ("", "xslt", "xslt1")


class _Compiled(Protocol):
    validation_report: etree._ElementTree

    def validate(self, tree: etree._ElementTree) -> bool: ...


class Schematron:
    """One Schematron file."""

    def __init__(self, path: str, compiled: _Compiled) -> None:
        self.path = path
        self._compiled = compiled

    @classmethod
    def load(cls, path: str) -> Schematron:
        """The rules of a file. Raises `UnreadableInput` for what is no XML, `WrongUse` for what is no Schematron."""
        from lxml import etree, isoschematron  # type: ignore[attr-defined]

        root = xml.parse(xml.read(path), path)
        binding = (root.get("queryBinding") or "").lower()
        if binding not in _BINDINGS:
            raise WrongUse(
                f"its rules are written for {binding}", path, 'Write them for XSLT 1.0: queryBinding="xslt".'
            )
        try:
            return cls(path, isoschematron.Schematron(root, store_report=True))
        except (etree.LxmlError, TypeError) as error:
            raise WrongUse(f"this is no valid Schematron: {str(error).partition(', line')[0]}", path) from None

    def check(self, root: etree._Element) -> list[Verdict]:
        """What the rules say about a document, in its order."""
        if self._compiled.validate(root.getroottree()):
            report = self._compiled.validation_report
            if report.find(f".//{_SVRL}successful-report") is None:
                return []
        report = self._compiled.validation_report
        return [_verdict(root, said) for said in report.iter(f"{_SVRL}failed-assert", f"{_SVRL}successful-report")]


def _verdict(root: etree._Element, said: etree._Element) -> Verdict:
    text = said.find(f"{_SVRL}text")
    words = " ".join("".join(map(str, text.itertext())).split()) if text is not None else "a rule does not hold"
    name = said.get("id")
    found = root.getroottree().xpath(said.get("location") or "/*")
    node = found[0] if isinstance(found, list) and found else root
    element = node if hasattr(node, "tag") else getattr(node, "getparent", lambda: root)()
    severity = (said.get("severity") or said.get("role") or "").lower()
    message = f"{words} ({name})" if name else words
    return Verdict("AKN120", _severity(severity), cast("etree._Element", element), message)


def _severity(role: str) -> Severity:
    if role.startswith("warn"):
        return "warning"
    return "info" if role.startswith(("info", "note", "hint")) else "error"
