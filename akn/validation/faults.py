"""Errors of a schema, as libxml2 numbers and words them, in codes and plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from akn.validation.verdict import Verdict

if TYPE_CHECKING:
    from lxml import etree


class Fault(NamedTuple):
    """One error of the schema: the parser's number for it, the element, its attribute if it is about one, the words."""

    kind: int
    element: etree._Element | None
    attribute: str
    words: str
    line: int


_NOT_UNIQUE = 1877
_WRONG_VALUE = (1824, 1825, 1826, 1839, 1840, 1829, 1830, 1831, 1832, 1833, 1834, 1835, 1836, 1837, 1838)
_CODES = {
    1841: "AKN106",
    1842: "AKN106",
    1843: "AKN106",
    1844: "AKN106",
    1845: "AKN110",
    1847: "AKN108",
    1866: "AKN103",
    1867: "AKN103",
    1868: "AKN104",
    _NOT_UNIQUE: "AKN107",
    **dict.fromkeys(_WRONG_VALUE, "AKN105"),
}
"""libxml2's numbers of schema errors (`xmlParserErrors`) and our codes."""


def merged(faults: Iterable[Fault]) -> Iterable[Fault]:
    """One fault for a wrong value: libxml2 names the facet that it breaks, and again the type."""
    before: Fault | None = None
    for fault in faults:
        again = (
            before is not None
            and fault.kind in _WRONG_VALUE
            and before.kind in _WRONG_VALUE
            and (fault.element, fault.attribute) == (before.element, before.attribute)
        )
        if not again:
            yield fault
        before = fault


def verdict(fault: Fault) -> Verdict:
    """A fault in plain words, without what only a second reading can say."""
    code, message, hint = _plain(fault)
    return Verdict(code, "error", fault.element, message, hint, fault.attribute, fault.line)


def code_of(fault: Fault) -> str:
    """The code of a fault."""
    if fault.kind == _CONTENT:
        return "AKN102" if fault.words.startswith("Missing child") else "AKN101"
    return _CODES.get(fault.kind, "AKN109")


_CONTENT = 1871


def name_of(fault: Fault) -> str:
    """The name of the element that a fault is about."""
    return str(fault.element.tag).rpartition("}")[2] if fault.element is not None else "element"


def _plain(fault: Fault) -> tuple[str, str, str]:
    code, name, words = code_of(fault), name_of(fault), bare(fault.words)
    match code:
        case "AKN101":
            return code, f"the `{name}` is not expected here", _expected(words)
        case "AKN102":
            return code, f"the `{name}` is not complete", _expected(words)
        case "AKN103":
            return code, f"the `{name}` has no attribute `{fault.attribute}`", ""
        case "AKN104":
            missing = re.search(r"attribute '([^']+)' is required", words)
            lacking = missing[1] if missing else fault.attribute
            return code, f"the `{name}` lacks the attribute `{lacking}`", f'Add {lacking}="…".'
        case "AKN105":
            return code, *_value(fault, name, words)
        case "AKN106":
            return code, f"text stands directly in the `{name}`", "Put it in an element that holds text, such as `p`."
        case "AKN107":
            key = re.search(r"\['(.*?)'\]", words)
            which = "GUID" if "GUID" in words else "eId"
            message = f"the {which} `{key[1] if key else ''}` stands more than once in the document"
            return code, message, "Give each element its own."
    return code, f"`{name}`: {words}", ""


def _value(fault: Fault, name: str, words: str) -> tuple[str, str]:
    value = re.search(r"[Vv]alue '(.*?)'|^'(.*?)'", words, re.S)
    said = next((part for part in value.groups() if part is not None), "") if value else ""
    if len(said) > 80:
        said = f"{said[:77]}…"
    where = f"`{fault.attribute}` of the `{name}`" if fault.attribute else f"the `{name}`"
    return f"the value “{said}” of {where} is not allowed", _allowed(words)


def _allowed(words: str) -> str:
    """What a value may be, as the facet or the type says."""
    listed = re.search(r"not an element of the set \{(.*)\}", words, re.S)
    if listed:
        return "Allowed are " + listing(re.findall(r"'(.*?)'", listed[1])) + "."
    pattern = re.search(r"not accepted by the pattern '(.*)'", words, re.S)
    if pattern:
        if pattern[1] == r"[^\s]+":
            return "White space is not allowed in it."
        return f"It must have the form {pattern[1]}"
    for kind, meaning in _TYPES.items():
        if f"xs:{kind}'" in words or f"'{kind}'" in words:
            return meaning
    if "dateType" in words or "union" in words:
        return "It must be a date, as 2031-12-18, or a date with a time, as 2031-12-18T15:00:00."
    if "minLength" in words or "length of '0'" in words:
        return "It must not be empty."
    return words


_TYPES = {
    "date": "It must be a date, as 2031-12-18.",
    "dateTime": "It must be a date with a time, as 2031-12-18T15:00:00.",
    "anyURI": "It must be an IRI.",
    "integer": "It must be a whole number.",
    "positiveInteger": "It must be a whole number greater than 0.",
    "boolean": "It must be true or false.",
    "language": "It must be the code of a language, as en or eng.",
}


def _expected(words: str) -> str:
    """`Expected is one of ( a, b ).` as a sentence; the parser names ten at most."""
    listed = re.search(r"Expected is (?:one of )?\( (.*) \)", words, re.S)
    if not listed:
        return ""
    return f"Expected here: {listing([f'`{name.strip()}`' for name in listed[1].split(',')], 'or')}."


def bare(words: str) -> str:
    """A message without namespaces."""
    return re.sub(r"\{[^{}']*\}(?=[\w*])", "", words)


def listing(names: list[str], word: str = "or") -> str:
    """`a, b or c`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"
