"""JUnit XML: each file is a test case, each error or warning in it a failure."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from akn.findings import Finding
from akn.validation.batch import Result
from akn.validation.paths import posix


def render(results: Sequence[Result]) -> str:
    """The report as one test suite."""
    failed = sum(bool(_failures(result)) for result in results)
    unreadable = sum(bool(result.error) for result in results)
    counted = {"tests": str(len(results)), "failures": str(failed), "errors": str(unreadable)}
    suites = etree.Element("testsuites", name="akn validate", **counted)  # type: ignore[arg-type]
    suite = etree.SubElement(suites, "testsuite", name="akn", **counted)  # type: ignore[arg-type]
    for result in results:
        case = etree.SubElement(suite, "testcase", classname="akn.validate", name=_allowed(posix(result.name)))
        if result.error:
            etree.SubElement(case, "error", message=_allowed(result.error.partition("\n")[0])).text = _allowed(
                result.error
            )
        failures = _failures(result)
        if failures:
            kinds = ", ".join(sorted({finding.code for finding in failures}))
            failure = etree.SubElement(case, "failure", type=kinds, message=f"{len(failures)} findings: {kinds}")
            failure.text = _allowed("\n".join(str(finding) for finding in failures))
        remarks = [str(finding) for finding in result.findings if finding.severity == "info"]
        if remarks:
            etree.SubElement(case, "system-out").text = _allowed("\n".join(remarks))
    data = etree.tostring(suites, pretty_print=True, xml_declaration=True, encoding="UTF-8")
    return data.decode()


def _failures(result: Result) -> list[Finding]:
    return [finding for finding in result.findings if finding.severity != "info"]


def _allowed(text: str) -> str:
    """The characters of a text that XML can hold."""
    return "".join(
        c if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff" else "?" for c in text
    )
