"""The user's own rules: ISO Schematron files, compiled once and applied to each document.

lxml brings the ISO implementation for XSLT 1.0; files that ask for a newer XSLT are refused with a sentence. Rules may
be someone else's: while they judge, they can read and write no file and reach no network.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, cast

from akn import xml
from akn.errors import WrongUse
from akn.validation.verdict import Verdict

if TYPE_CHECKING:
    from lxml import etree

    from akn.findings import Severity

_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
_BINDINGS = ("", "xslt", "xslt1")


class Schematron:
    """One Schematron file."""

    def __init__(self, path: str, compiled: etree.XSLT) -> None:
        self.path = path
        self._compiled = compiled

    @classmethod
    def load(cls, path: str) -> Schematron:
        """The rules of a file. Raises `UnreadableInput` for what is no XML, `WrongUse` for what is no Schematron."""
        from lxml import etree, isoschematron  # type: ignore[attr-defined]

        root = xml.parse(xml.read(path), path)
        root.getroottree().docinfo.URL = os.path.abspath(path)  # where its includes are looked for
        binding = (root.get("queryBinding") or "").lower()
        if binding not in _BINDINGS:
            raise WrongUse(
                f"its rules are written for {binding}", path, 'Write them for XSLT 1.0: queryBinding="xslt".'
            )
        try:
            rules = isoschematron.Schematron(root, store_xslt=True)
            denied = etree.XSLTAccessControl.DENY_ALL  # type: ignore[attr-defined]
            return cls(path, etree.XSLT(rules.validator_xslt, access_control=denied))
        except (etree.LxmlError, TypeError) as error:
            raise WrongUse(f"this is no valid Schematron: {_plain(error)}", path) from None

    def check(self, root: etree._Element) -> list[Verdict]:
        """What the rules say about a document, in its order. Raises `WrongUse` for rules that cannot be applied."""
        from lxml import etree

        try:
            report = self._compiled(root.getroottree())
        except etree.LxmlError as error:
            words = str(error).partition("\n")[0]
            hint = "Rules may read nothing but the document."
            raise WrongUse(f"its rules cannot be applied: {words}", self.path, hint) from None
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


def _plain(error: Exception) -> str:
    """The first of what libxml2 says, without its own names for things."""
    said = str(error).partition("\n")[0].partition(", line")[0]
    return re.sub(r"^.*?<string>:(\d+):\d+:ERROR:\w+:\w+: ", r"line \1: ", said)


def _severity(role: str) -> Severity:
    if role.startswith("warn"):
        return "warning"
    return "info" if role.startswith(("info", "note", "hint")) else "error"
