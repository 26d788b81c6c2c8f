"""A date of the document says which date it is.

A masthead shows the date of issue and the date of adoption; both are `docDate`. `refersTo` tells them apart.

Source: AKN4UN Guidelines, part 2, “Basic Structures”, “<coverPage>” and “<conclusions>”.

Wrong:

```xml
<coverPage>
  <p><docDate date="2032-01-21">21 January 2032</docDate></p>
</coverPage>
```

Right:

```xml
<coverPage>
  <p><docDate date="2032-01-21" refersTo="#dateOfIssuance">21 January 2032</docDate></p>
</coverPage>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN224"
NAME = "date-role"
SEVERITY = "info"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Dates of the document without `refersTo`."""
    for date in context.all("docDate"):
        if not date.get("refersTo"):
            yield Found(
                date,
                f"nothing says which date of the document {own_text(date) or date.get('date') or 'this'} is",
                "Add refersTo, such as #dateOfIssuance or #adoption, and declare it in `references`.",
            )
