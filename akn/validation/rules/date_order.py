"""Dates follow one another: adopted, issued, marked up.

The date of the work (adoption) is not later than that of the expression (publication), and that not later than that
of the manifestation (the file); none lies before the United Nations. Dates that stand for no date are not judged.

Source: OASIS Akoma Ntoso Naming Convention 1.0, sections 4.5 to 4.7, on the dates of work, expression and
manifestation; the FRBR model that they follow.

Wrong:

```xml
<FRBRWork>
  <FRBRthis value="/akn/un/statement/deliberation/unga/2131-12-18/86-153/!main"/>
  <FRBRuri value="/akn/un/statement/deliberation/unga/2131-12-18/86-153"/>
  <FRBRdate date="2131-12-18" name="adoption"/>
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

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN350"
NAME = "date-order"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = False

FOUNDED = "1945"
"""The year of the Charter: no text of the United Nations is older."""
NO_DATES = ("0001-01-01", "1900-01-01", "9999-12-31")


def check(context: Context) -> Iterator[Found]:
    """Dates of a level that are later than those of the next, and dates before the Charter."""
    for part in context.parts:
        above, latest = "", ""
        country = part.work.value("FRBRcountry") if part.work is not None else ""
        for name, level in part.levels():
            element = level.date()
            date = (element.get("date") or "").strip()[:10] if element is not None else ""
            if element is None or not date or date in NO_DATES:
                continue
            if latest and date < latest:
                yield Found(
                    element,
                    f"the {name} is dated {date}, before the {above} of {latest}",
                    "Correct the date that is wrong.",
                    "date",
                )
            elif country == "un" and date[:4] < FOUNDED:
                yield Found(element, f"the {name} is dated {date}, before the United Nations", "Correct it.", "date")
            else:
                above, latest = name, date
