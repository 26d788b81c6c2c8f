"""Mending: the fixes in their order, with the proof that no word changed and that what was valid still is."""

from __future__ import annotations

from difflib import unified_diff
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from akn import xml
from akn.errors import AknError
from akn.validation import catalogue, schema
from akn.validation.engine import Settings
from akn.validation.fixes import FIXES
from akn.validation.fixes.page import Page
from akn.validation.places import decode

if TYPE_CHECKING:
    from lxml import etree


class Mended(NamedTuple):
    """What was done to a file."""

    changes: tuple[tuple[str, int], ...] = ()
    """The fixes that changed something, with the number of edits."""
    diff: str = ""
    error: str = ""
    """Why the file could not be read."""

    def __str__(self) -> str:
        if not self.changes:
            return "nothing to mend"
        count = sum(count for _, count in self.changes)
        kinds = ", ".join(name.replace("_", " ") for name, _ in self.changes)
        return f"mended {count} place{'' if count == 1 else 's'} ({kinds})"


def file(name: str, settings: Settings, ignored: frozenset[str] = frozenset()) -> tuple[Mended, bytes]:
    """What is done to a file, and its new bytes; what the codes `ignored` find stays."""
    shown = "<stdin>" if name == "-" else name
    try:
        data = xml.read(name)
        changes, mended = mend(data, shown, settings, ignored)
    except AknError as error:
        return Mended(error=str(error)), b""
    before, after = (decode(one).splitlines(keepends=True) for one in (data, mended))
    diff = "".join(_ended(line) for line in unified_diff(before, after, shown, shown))
    return Mended(changes, diff), mended


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def mend(
    data: bytes,
    name: str,
    settings: Settings = Settings(),  # noqa: B008
    ignored: frozenset[str] = frozenset(),
) -> tuple[tuple[tuple[str, int], ...], bytes]:
    """The fixes that changed something, and the bytes that they made. Raises `Refused` for what is no safe XML.

    A fix whose result says other words, or is invalid where the file was valid, is not applied.
    """
    wanted = _codes(settings) - ignored
    done: list[tuple[str, int]] = []
    for fix in FIXES:
        module = import_module(f"akn.validation.fixes.{fix}")
        if not wanted.intersection(module.CODES):
            continue
        count = 0
        for _ in range(_PASSES):
            page = Page(data, name)
            edits = module.edits(page)
            changed = page.changed(edits) if edits else data
            if changed == data or not _holds(page.root, xml.parse(changed, name)):
                break
            data = changed
            count += len(edits)
        if count:
            done.append((fix, count))
    return tuple(done), data


_PASSES = 8
"""An edit may bring to light what stood behind it, as a number that counts wrong behind one that stood twice."""


def _codes(settings: Settings) -> frozenset[str]:
    selected = catalogue.codes(settings.select) if settings.select else frozenset(catalogue.modules())
    return selected - catalogue.codes(settings.ignore)


def _holds(before: etree._Element, after: etree._Element) -> bool:
    if _words(before) != _words(after):
        return False
    return schema.is_valid(after) or not schema.is_valid(before)


def _words(root: etree._Element) -> str:
    return "".join("".join(root.itertext("*")).split())  # type: ignore[arg-type]
