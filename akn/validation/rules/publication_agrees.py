"""`publication` says what the rest of the metadata say.

Its date is the date of the expression, and its number the symbol of the work.

Source: the schema's element `publication`; AKN4UN Guidelines, part 1, “Akoma Ntoso Metadata”, “Metadata Schema”.

Wrong:

```xml
<publication name="A/RES/86/153" showAs="A/RES/86/153" date="2032-02-21" number="A/RES/86/153"/>
```

Right:

```xml
<publication name="A/RES/86/153" showAs="A/RES/86/153" date="2032-01-21" number="A/RES/86/153"/>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN353"
NAME = "publication-agrees"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False

NO_DATES = ("0001-01-01", "1900-01-01", "")


def check(context: Context) -> Iterator[Found]:
    """Publications with another date than the expression, or another symbol than the work."""
    for publication in context.all("publication"):
        part = context.part_of(publication)
        if part is None:
            continue
        date = (publication.get("date") or "")[:10]
        dates = _dates(part)
        if date not in NO_DATES and dates and date not in dates and not set(NO_DATES).intersection(dates):
            yield Found(
                publication,
                f"the publication is dated {date}, the expression {dates[0]}",
                "Correct the one that is wrong.",
                "date",
            )
        number, symbol = (publication.get("number") or "").strip(), _symbol(part)
        if "/" in number and symbol and number != symbol:
            yield Found(
                publication,
                f"the number of the publication is {number}, the symbol of the work {symbol}",
                "Correct the one that is wrong.",
                "number",
            )


def _dates(part: Part) -> list[str]:
    level = part.expression
    return [(e.get("date") or "")[:10] for e in level.all("FRBRdate")] if level is not None else []


def _symbol(part: Part) -> str:
    aliases = part.work.all("FRBRalias") if part.work is not None else []
    return next((alias.get("value") or "" for alias in aliases if alias.get("name") == "symbol"), "")
