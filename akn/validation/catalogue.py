"""All codes: what the parser, the schema and Schematron say, and the rules. Names come without importing any rule."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple

from akn.errors import WrongUse
from akn.validation.rules import RULES
from akn.validation.verdicts import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from akn.findings import Severity

Profile = Literal["akn4un", "oasis"]
PROFILES: tuple[Profile, ...] = ("akn4un", "oasis")


class Page(NamedTuple):
    """What a code means: its name, weight, profiles, whether `--fix` mends it, and its page in Markdown."""

    code: str
    name: str
    severity: Severity
    profiles: tuple[str, ...]
    fixable: bool
    text: str

    @property
    def title(self) -> str:
        """The first sentence of the page: what must hold."""
        return self.text.partition("\n")[0]


@cache
def modules() -> dict[str, str]:
    """The module of each code, in the order of the codes."""
    found = {code: f"akn.validation.verdicts.{module}" for code, module in VERDICTS}
    found.update({row.code: f"akn.validation.rules.{row.module}" for row in RULES})
    return dict(sorted(found.items()))


def name(code: str) -> str:
    """The name of a code: `duplicate-eid` for `AKN301`."""
    return modules()[code].rpartition(".")[2].replace("_", "-") if code in modules() else ""


def page(code: str) -> Page:
    """The page of a code. Raises `WrongUse` for a code that does not exist."""
    if code not in modules():
        raise unknown(code)
    module = import_module(modules()[code])
    text = (module.__doc__ or "").strip() + "\n"
    return Page(module.CODE, module.NAME, module.SEVERITY, module.PROFILES, module.FIXABLE, text)


def codes(wanted: Iterable[str]) -> frozenset[str]:
    """The codes that some words mean: a code, the beginning of codes (`AKN3`), or a name (`duplicate-eid`).

    Raises `WrongUse` for a word that means none.
    """
    return frozenset(code for word in wanted for code in _meant(word))


@cache
def _meant(word: str) -> tuple[str, ...]:
    asked = word.strip()
    upper = asked.upper()
    if upper == "ALL":
        return tuple(modules())
    found = tuple(code for code in modules() if code.startswith(upper)) if upper.startswith("AKN") else ()
    found = found or tuple(code for code in modules() if name(code) == asked.lower())
    if not found:
        raise unknown(asked)
    return found


def unknown(word: str) -> WrongUse:
    """The error for a word that is no code, with the nearest one."""
    from difflib import get_close_matches

    known = [*modules(), *(name(code) for code in modules())]
    close = get_close_matches(word, known, 1, 0.6) or get_close_matches(word.upper(), known, 1, 0.6)
    meant = f"Did you mean {close[0]}? " if close else ""
    return WrongUse(f"there is no rule {word!r}", "", f"{meant}`akn rules` lists all.")
