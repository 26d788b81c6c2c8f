"""What no language changes of the organs: `organs/*.toml`."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from akn.vocabulary.store import organ_tables


class Organ(NamedTuple):
    """What no language changes of an organ."""

    id: str
    """As in IRIs: `unga`, `unsc`."""
    name: str
    """In English."""
    href: str
    """Its place in the ontology of the United Nations, as AKN4UN references it."""
    symbols: tuple[str, ...]
    """What its symbols begin with, folded: `a/`, `s/`."""
    resolution: str
    """The symbol of its resolutions, with `{number}`; empty if they have none."""
    decision: str = ""
    """The symbol of its decisions, with `{number}`; empty if they have none."""
    numbers: tuple[str, ...] = ()
    """Patterns of the numbers of its resolutions, folded."""
    parent: str = ""
    """The organ whose subsidiary it is."""


@cache
def organs() -> dict[str, Organ]:
    """The organs by id, in alphabetical order."""
    return {key: _organ(key, row) for key, row in organ_tables().items()}


def _organ(key: str, row: dict[str, Any]) -> Organ:
    return Organ(
        id=key,
        name=row["name"],
        href=row["href"],
        symbols=tuple(row["symbols"]),
        resolution=row["resolution"],
        decision=row["decision"],
        numbers=tuple(row["numbers"]),
        parent=row["parent"],
    )


def organ_of_symbol(folded: str) -> str:
    """The id of the organ whose symbols begin as this one does, the longest beginning first; empty if none does."""
    best = ""
    reached = 0
    for row in organs().values():
        for prefix in row.symbols:
            if folded.startswith(prefix) and len(prefix) > reached:
                best, reached = row.id, len(prefix)
    return best


def organs_of_number(folded: str) -> tuple[str, ...]:
    """The ids of the organs that number their resolutions so: `598 (1987)` only the Security Council."""
    return tuple(row.id for row in organs().values() if any(re.fullmatch(p, folded) for p in row.numbers))
