"""The number in the IRI is that of `FRBRnumber`.

In the IRI `/` is written `-` and a space `_`; capital letters count as small ones.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 4.5, “The IRI reference of a Work”; AKN4UN Guidelines, part 1,
“Work IRI”.

Wrong:

```xml
<FRBRWork>
  <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/!main"/>
  <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153"/>
  <FRBRdate date="2031-12-18" name="adoption"/>
  <FRBRauthor href="#unga" as="#author"/>
  <FRBRcountry value="un"/>
  <FRBRnumber value="86-135" showAs="86/135"/>
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
  <FRBRnumber value="86-153" showAs="86/153"/>
</FRBRWork>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, work_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN313"
NAME = "iri-number"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """FRBRnumber unlike the number of the IRI; several may stand, one must be it."""
    for part in context.parts:
        work = work_of(part)
        numbers = part.work.all("FRBRnumber") if part.work is not None else []
        if work is None or not numbers or not work.number:
            continue
        if not any(_plain(number.get("value") or "") == _plain(work.number) for number in numbers):
            yield Found(
                numbers[0],
                f"FRBRnumber is `{numbers[0].get('value') or ''}`, the number in the IRI `{work.number}`",
                "Correct the one that is wrong.",
                "value",
            )


def _plain(number: str) -> str:
    return "".join(c for c in number if c.isalnum()).casefold()
