"""`1900-01-01` says that the date is not known.

That is AKN4UN's own value for it, and no fault of the mark-up: the finding tells where a date is still to be
supplied.

Source: AKN4UN Guidelines, part 1, “Value Placeholders”.

Wrong:

```xml
<workflow source="#akn">
  <step date="1900-01-01" by="#unga" outcome="#adopted"/>
</workflow>
```

Right:

```xml
<workflow source="#akn">
  <step date="2031-12-18" by="#unga" outcome="#adopted"/>
</workflow>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN221"
NAME = "unknown-date"
SEVERITY = "info"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Dates that are not known."""
    for date, element in context.dated:
        if date.startswith("1900-01-01"):
            yield Found(element, "1900-01-01 says that the date is not known", "Supply it where it is known.", "date")
