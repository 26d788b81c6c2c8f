"""Layer 2: what the official schema says of a tree, in codes and plain words. lxml decides.

The part of the schema that the document's elements reach gives the verdict (`akn.schema`); for an invalid document the
whole schema gives the messages, and `akn.validation.explain` asks xmlschema what was expected.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from akn import schema as official
from akn.validation.faults import Fault, merged, verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from akn.validation.verdict import Verdict


def is_valid(root: etree._Element, batch: bool = False) -> bool:
    """Whether a tree is valid. In a batch the whole schema is compiled once: cutting it down for each costs more."""
    return (official.whole() if batch else official.for_tree(root)).validate(root)


def judge(root: etree._Element, batch: bool = False) -> list[Verdict]:
    """What the official schema finds wrong in a tree; empty for a valid one."""
    return [] if is_valid(root, batch) else explained(root, official.whole())


def explained(root: etree._Element, schema: etree.XMLSchema, explain: bool = True) -> list[Verdict]:
    """The verdicts of a compiled schema, each with what was expected there."""
    faults = list(merged(_faults(root, schema)))
    if explain:
        from akn.validation.explain import Explainer

        explainer = Explainer()
        return [explainer.verdict(fault) for fault in faults]
    return [verdict(fault) for fault in faults]


def _faults(root: etree._Element, schema: etree.XMLSchema) -> Iterable[Fault]:
    schema.validate(root)
    tree = root.getroottree()
    known: dict[str, etree._Element | None] = {}
    for entry in schema.error_log:  # type: ignore[attr-defined]
        path = entry.path or ""
        if path not in known:
            known[path] = _at(tree, path)
        subject, _, words = entry.message.partition(": ")
        if words.startswith("Warning"):  # a key that the parser could not compare, because its value is wrong already
            continue
        attribute = re.search(r", attribute '([^']+)'$", subject)
        yield Fault(entry.type, known[path], attribute[1] if attribute else "", words.strip(), entry.line)


def _at(tree: etree._ElementTree, path: str) -> etree._Element | None:
    """The element at a path of the parser, whose prefixes are those of the document."""
    if not path:
        return None
    prefixes = _prefixes(tree) if ":" in path else {}
    if any(step.partition(":")[0] not in prefixes for step in path.split("/") if ":" in step):
        return None
    found = tree.xpath(path, namespaces=prefixes)
    return found[0] if isinstance(found, list) and found else None  # type: ignore[return-value]


def _prefixes(tree: etree._ElementTree) -> dict[str, str]:
    """The prefixes of a document, each with the namespace that it first stands for."""
    first: dict[str, str] = {}
    for element in tree.iter("*"):
        for prefix, namespace in element.nsmap.items():
            if prefix:
                first.setdefault(prefix, namespace)
    return first
