"""The adoption is an `event`.

The lines `50th plenary meeting` and `18 December 2031` together say when and where the resolution was adopted: one
`event refersTo="#adoption"` around `location` and `docDate` keeps them together.

Source: OASIS Akoma Ntoso Version 1.0, part 1, on `event` and TLCEvent; AKN4UN Guidelines, part 2, “Basic Structures”,
“<conclusions>”.

Wrong:

```xml
<conclusions>
  <p>50th plenary meeting<eol/><docDate date="2031-12-18" refersTo="#adoption">18 December 2031</docDate></p>
</conclusions>
```

Right:

```xml
<conclusions>
  <p>
    <event refersTo="#adoption">
      <location refersTo="#plenaryMeeting">50th plenary meeting</location><eol/>
      <docDate date="2031-12-18" refersTo="#adoption">18 December 2031</docDate>
    </event>
  </p>
</conclusions>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, Q

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN225"
NAME = "adoption-event"
SEVERITY = "info"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Conclusions with a date and without an event."""
    for part in context.statements:
        conclusions = part.child("conclusions")
        if conclusions is None or next(conclusions.iter(f"{Q}event"), None) is not None:
            continue
        date = next(conclusions.iter(f"{Q}docDate"), None)
        if date is not None:
            yield Found(
                date,
                "meeting and date of adoption are not marked up as one event",
                'Put both into <event refersTo="#adoption">.',
            )
