"""The date in the IRI of a work is the date of the work.

`FRBRdate` in `FRBRWork` is the date of adoption; the IRI repeats it. An IRI may have the year alone.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 4.5, “The IRI reference of a Work”; AKN4UN Guidelines, part 1,
“Work IRI”.

Wrong:

```xml
<FRBRWork>
  <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/!main"/>
  <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153"/>
  <FRBRdate date="2031-12-08" name="adoption"/>
  <FRBRauthor href="#unga" as="#author"/>
  <FRBRcountry value="un"/>
</FRBRWork>
```

Right:

```xml
<FRBRWork>
  <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/!main"/>
  <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153"/>
  <FRBRdate date="2031-12-18" name="adoption"/>
  <FRBRauthor href="#unga" as="#author"/>
  <FRBRcountry value="un"/>
</FRBRWork>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, work_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN314"
NAME = "iri-date"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Works none of whose dates is that of the IRI."""
    for part in context.parts:
        work = work_of(part)
        dates = part.work.all("FRBRdate") if part.work is not None else []
        if work is not None and dates and not any((date.get("date") or "").startswith(work.date) for date in dates):
            yield Found(
                dates[0],
                f"the date of the work is {dates[0].get('date')}, the date in its IRI {work.date}",
                "Correct the one that is wrong.",
                "date",
            )
