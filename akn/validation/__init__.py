"""The validator: safety, schema, profile and integrity of anybody's Akoma Ntoso, in four layers.

>>> import akn
>>> akn.validate("fixtures/rules/good.xml")
[]
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from pathlib import Path

    from lxml import etree

    from akn.findings import Finding
    from akn.validation.catalogue import Profile


def validate(
    source: str | Path | bytes | etree._Element | etree._ElementTree,
    *,
    profile: Profile = "akn4un",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    name: str = "",
) -> list[Finding]:
    """What is to be said about a document: a path, its bytes, or a tree; an empty list if nothing is.

    `profile` is `akn4un`, the guidelines for deliberative documents of the United Nations, or `oasis`, what holds for
    every Akoma Ntoso. `select` and `ignore` are codes, beginnings of codes or names of rules. `name` stands for the
    file in places. XML that is not well-formed or not safe is a finding too.

    Raises `UnreadableInput` for a file that cannot be read and `WrongUse` for a code that does not exist.
    """
    from akn import xml
    from akn.validation.engine import Settings, Validator

    validator = Validator(Settings(profile, tuple(select), tuple(ignore)))
    if isinstance(source, bytes):
        return validator.check(source, name or "<data>")
    if hasattr(source, "getroot"):
        source = cast("etree._ElementTree", source).getroot()
    if hasattr(source, "iterancestors"):
        return validator.check_tree(cast("etree._Element", source), name)
    if validator.is_plainly_valid(source):
        return []
    return validator.check(xml.read(source), name or str(source))


__all__ = ["validate"]
