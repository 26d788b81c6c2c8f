"""A second opinion: xmlschema judges the document against the whole official schema, without lxml.

It takes a second to begin and reads slower than lxml; what it says is put into the same codes.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from akn import schema as official
from akn.errors import UnreadableInput, WrongUse
from akn.validation.verdict import Verdict

if TYPE_CHECKING:
    import xmlschema
    from lxml import etree


def judge(root: etree._Element, path: str = "") -> list[Verdict]:
    """What xmlschema finds wrong in a tree, by the official schema or by the one at `path`.

    Raises `WrongUse` for a `path` that is no XML Schema.
    """
    schema = _schema(path)
    try:
        return [_verdict(error) for error in schema.iter_errors(root)]
    except RecursionError:  # a type that `xsi:type` names can be one that xmlschema does not come to the end of
        said = "xmlschema: the document cannot be judged, because its types lead back to themselves"
        return [Verdict("AKN109", "error", root, said, "Leave out the attribute `xsi:type`, or use the engine lxml.")]


@cache
def _schema(path: str) -> xmlschema.XMLSchema10:
    import xmlschema

    place = path or os.path.join(official.folder(), "akomantoso30.xsd")
    try:
        return xmlschema.XMLSchema10(place, base_url=os.path.dirname(place), allow="local", defuse="always")
    except OSError as error:
        raise UnreadableInput((error.strerror or "cannot be read").lower(), path) from None
    except xmlschema.XMLSchemaException as error:
        said = str(error).strip().partition("\n")[0]
        raise WrongUse(f"this is no valid XML Schema: {said}", path) from None


def _verdict(error: xmlschema.XMLSchemaValidationError) -> Verdict:
    reason = (error.reason or error.message).strip().rstrip(".")
    element: etree._Element | None = error.elem  # type: ignore[assignment]
    return Verdict(_code(error, reason), "error", element, f"xmlschema: {reason}")


def _code(error: xmlschema.XMLSchemaValidationError, reason: str) -> str:
    import xmlschema

    if isinstance(error, xmlschema.XMLSchemaChildrenValidationError):
        return "AKN101" if error.invalid_tag else "AKN102"
    for words, code in _REASONS:
        if words in reason:
            return code
    return "AKN109"


_REASONS = (
    ("character data", "AKN106"),
    ("missing required attribute", "AKN104"),
    ("not allowed", "AKN103"),
    ("duplicated value", "AKN107"),
    ("is not an element of the schema", "AKN110"),
    ("attribute", "AKN105"),
    ("value", "AKN105"),
)
"""Words of xmlschema's reasons and the codes that say the same, the first that fits."""
