"""A date that is not known is not a made-up one.

`0001-01-01` is what some tools write for “no date”. It is a valid date, in the year 1, and sorts and compares as
such. Leave out the attribute or the element where the schema allows it; where it does not, AKN4UN's date for “not
known” is `1900-01-01`.

Source: AKN4UN Guidelines, part 1, “Value Placeholders”; the schema type `dateType` accepts any date.

Wrong:

```xml
<workflow source="#akn">
  <step date="0001-01-01" by="#unga" outcome="#adopted"/>
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

CODE = "AKN220"
NAME = "placeholder-date"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = False

PLACEHOLDERS = ("0001-01-01", "0000-00-00", "9999-12-31", "9999-01-01", "1111-11-11")


def check(context: Context) -> Iterator[Found]:
    """Dates that stand for no date."""
    for date, element in context.dated:
        if date[:10] in PLACEHOLDERS:
            yield Found(
                element,
                f"the date {date} stands for no date",
                "Write the true date; where none is known, AKN4UN has 1900-01-01.",
                "date",
            )
