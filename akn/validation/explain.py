"""What was expected at a failing place, and why: xmlschema reads the place again.

lxml has decided that the document is invalid; here the content model of the one parent element is compiled by xmlschema
(20 ms instead of 1,250 for the whole schema) and asked what may follow the children in front of the fault. The names and
words are those of the schema, its documentation included.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from akn.validation.content_models import (
    Model,
    attributes,
    content,
    describe,
    following,
    in_order,
    names,
    parents,
    some,
)
from akn.validation.faults import Fault, code_of, verdict
from akn.xml import Q

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.verdict import Verdict

_MOST = 200
"""Faults of one document that are explained; the others have the parser's own words."""


class Explainer:
    """Explains the faults of one document."""

    def __init__(self) -> None:
        self._explained = 0

    def verdict(self, fault: Fault) -> Verdict:
        """The verdict on a fault, with what was expected at its place and why."""
        plain = verdict(fault)
        element = fault.element
        self._explained += 1
        if element is None or self._explained > _MOST:
            return plain
        match code_of(fault):
            case "AKN101":
                return _unexpected(element, plain)
            case "AKN102":
                return _incomplete(element, plain)
            case "AKN103":
                return _attribute(element, fault, plain)
            case "AKN106":
                return _text(element, plain)
        return plain


def _unexpected(element: etree._Element, plain: Verdict) -> Verdict:
    parent = element.getparent()
    name = _local(element)
    if parent is None or not str(parent.tag).startswith(Q):
        return plain
    holder = _local(parent)
    model = content(holder)
    before = list(element.itersiblings("*", preceding=True))[::-1]
    where = f"after `{_local(before[-1])}` in the `{holder}`" if before else f"at the beginning of the `{holder}`"
    if not str(element.tag).startswith(Q):
        message = f"`{element.tag}` is not of Akoma Ntoso; it is not expected {where}"
    elif name not in names():
        message = f"the schema has no element `{name}`{_meant(name, names())}"
    else:
        message = f"the `{name}` is not expected {where}"
    hints = []
    if model is not None:
        expected = following(model, before)
        hints.append(_may_stand(expected, f"in the `{holder}`" if not before else "here"))
        hints.append(_why(name, before, model, holder, expected))
    return plain._replace(message=message, hint=" ".join(hint for hint in hints if hint) or plain.hint)


def _may_stand(expected: list[str], where: str) -> str:
    if not expected:
        return f"Nothing more is expected {where}."
    return f"Expected {where}: {some(expected)}."


def _why(name: str, before: list[etree._Element], model: Model, holder: str, expected: list[str]) -> str:
    """The reason: in the model but at another place, or of another parent."""
    seen = [_local(child) for child in before]
    if name in model.names:
        after = next((other for other in seen if _may_follow(model, name, other)), "")
        if name in seen and after in ("", name):
            return f"A `{holder}` has one `{name}` at this place."
        if after:
            return f"The schema has `{name}` before `{after}`."
        return f"A `{holder}` holds {describe(model)}."
    if not model.names:
        return f"A `{holder}` holds no elements."
    homes = [home for home in parents(name) if home != holder] if name in names() else []
    held = f"A `{holder}` holds {describe(model)}."
    return f"{held} `{name}` stands in {some(homes)}." if homes else held


def _may_follow(model: Model, first: str, second: str) -> bool:
    """Whether the model lets `first` come somewhere before `second`, where `second` cannot come before `first`."""
    order = in_order(model.group)
    return first in order and second in order and order.index(first) < order.index(second)


def _incomplete(element: etree._Element, plain: Verdict) -> Verdict:
    if not str(element.tag).startswith(Q):
        return plain
    name = _local(element)
    model = content(name)
    if model is None:
        return plain
    children = list(element.iterchildren("*"))
    expected = following(model, children)
    message = f"the `{name}` is not complete: "
    message += f"something must follow the `{_local(children[-1])}`" if children else "it is empty"
    return plain._replace(message=message, hint=f"{_may_stand(expected, 'here')} A `{name}` holds {describe(model)}.")


def _attribute(element: etree._Element, fault: Fault, plain: Verdict) -> Verdict:
    if not str(element.tag).startswith(Q):
        return plain
    known = attributes(_local(element))
    renamed = _OLD.get(fault.attribute, "")
    if renamed in known:
        hint = f"It was called so in versions before 3.0; write `{renamed}`."
    else:
        close = get_close_matches(fault.attribute, known, 1, 0.7)
        meant = f"Did you mean `{close[0]}`? " if close else ""
        hint = f"{meant}It has {some(sorted(known), 'and', 12)}." if known else "It has no attributes."
    return plain._replace(hint=hint)


_OLD = {"id": "eId", "evolvingId": "wId", "GUId": "GUID"}
"""Attributes of Akoma Ntoso 2.0 and what they are called in 3.0."""


def _text(element: etree._Element, plain: Verdict) -> Verdict:
    if not str(element.tag).startswith(Q):
        return plain
    name = _local(element)
    words = next((words for words in _direct(element) if words), "")
    shown = f"{words[:40]}…" if len(words) > 41 else words
    message = f"text stands directly in the `{name}`: “{shown}”" if shown else plain.message
    model = content(name)
    if model is None or not model.names:
        return plain._replace(message=message, hint=f"A `{name}` is empty.")
    return plain._replace(message=message, hint=f"Put it in an element. A `{name}` holds {describe(model)}.")


def _direct(element: etree._Element) -> Iterator[str]:
    yield " ".join((element.text or "").split())
    for child in element:
        yield " ".join((child.tail or "").split())


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _meant(name: str, known: frozenset[str]) -> str:
    close = get_close_matches(name, sorted(known), 1, 0.75)
    return f"; did you mean `{close[0]}`?" if close else ""
