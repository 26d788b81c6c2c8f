"""IRIs of documents: OASIS Naming Convention 1.0, sections 4.5 to 4.8, in the form of AKN4UN."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Work(NamedTuple):
    """`/akn/{country}/{docType}/{subtype}/{actor}/{date}/{number}`; parts that are not there are empty."""

    country: str
    doc_type: str
    subtype: str
    actor: str
    date: str
    number: str


@lru_cache(1024)
def work(iri: str) -> Work | None:
    """The parts of the IRI of a work; None if it does not begin with `/akn/` or has no date.

    The date is what tells the parts before it from the number behind it; subtype and actor may be missing (OASIS),
    where only one of them stands it is the subtype.
    """
    parts = iri.rstrip("/").split("/")
    if len(parts) < 5 or parts[0] or parts[1] != "akn":
        return None
    at = next((i for i, part in enumerate(parts) if i >= 4 and is_date(part)), 0)
    if not at or at > 6:
        return None
    between = parts[4:at]
    return Work(
        parts[2],
        parts[3],
        between[0] if between else "",
        between[1] if len(between) > 1 else "",
        parts[at],
        "/".join(parts[at + 1 :]),
    )


def is_date(part: str) -> bool:
    """Whether a part of an IRI is a date or a year: `2019-12-18`, `2019`."""
    if len(part) == 10:
        return part[:4].isdigit() and part[4] == part[7] == "-" and part[5:7].isdigit() and part[8:].isdigit()
    return len(part) == 4 and part.isdigit()


def language(expression: str, work_iri: str) -> str:
    """The language code in the IRI of an expression of that work; empty if it does not go on from the work's."""
    start = work_iri.rstrip("/") + "/"
    if not expression.startswith(start):
        return ""
    return expression[len(start) :].partition("@")[0].partition("/")[0].partition(":")[0]


def component(this: str) -> str:
    """The component that an IRI names behind `!`, without the format: `main` for `…/eng@/!main.xml`; empty if none."""
    _, mark, name = this.rpartition("!")
    return name.strip("/").partition(".")[0] if mark else ""
