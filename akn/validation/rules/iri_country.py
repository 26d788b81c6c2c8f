"""The country in the IRI is that of `FRBRcountry`.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 4.5, “The IRI reference of a Work”; AKN4UN Guidelines, part 1,
“Work IRI”.

Wrong:

```xml
<FRBRWork>
  <FRBRthis value="/akn/ch/statement/deliberation/unga/2031-12-18/86-153/!main"/>
  <FRBRuri value="/akn/ch/statement/deliberation/unga/2031-12-18/86-153"/>
  <FRBRdate date="2031-12-18" name="adoption"/>
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

CODE = "AKN318"
NAME = "iri-country"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """IRIs of works with another country than FRBRcountry."""
    for part in context.parts:
        work = work_of(part)
        country = part.work.value("FRBRcountry") if part.work is not None else ""
        if work is not None and country and part.work is not None and country.lower() != work.country.lower():
            yield Found(
                part.work.uri if part.work.uri is not None else part.work.element,
                f"FRBRcountry is `{country}`, the country in the IRI `{work.country}`",
                "Correct the one that is wrong.",
                "value",
            )
