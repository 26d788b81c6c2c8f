"""The metadata have the dates that the page shows.

The date of adoption on the page (`docDate refersTo="#adoption"`) is the date of the work, the date of issue that of
the expression. A date in the metadata for which the page shows another was typed wrong or left over from a template.

Source: AKN4UN Guidelines, part 1, “Akoma Ntoso Metadata”; the United Nations' own files (`FRBRdate name="adoption"`
and `name="publication"`).

Wrong:

```xml
<conclusions>
  <p><docDate date="2031-12-20" refersTo="#adoption">20 December 2031</docDate></p>
</conclusions>
```

Right:

```xml
<conclusions>
  <p><docDate date="2031-12-18" refersTo="#adoption">18 December 2031</docDate></p>
</conclusions>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context, Level

CODE = "AKN352"
NAME = "metadata-dates"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False

NO_DATES = ("0001-01-01", "1900-01-01", "")


def check(context: Context) -> Iterator[Found]:
    """Dates of a document's page that are not among those of its metadata."""
    for date in context.all("docDate"):
        value = (date.get("date") or "")[:10]
        refers = (date.get("refersTo") or "").lower()
        part = context.part_of(date)
        if part is None or value in NO_DATES:
            continue
        if "adopt" in refers:
            what, level = "adoption", part.work
        elif "issu" in refers or "publication" in refers:
            what, level = "issue", part.expression
        else:
            continue
        known = _dates(level)
        if known and value not in known:
            yield Found(
                date,
                f"the page says that the date of {what} is {value}, the metadata say {known[0]}",
                "Correct the one that is wrong.",
                "date",
            )


def _dates(level: Level | None) -> list[str]:
    elements = level.all("FRBRdate") if level is not None else []
    found = [(element.get("date") or "")[:10] for element in elements]
    return [] if any(date in NO_DATES for date in found) else found
