"""The subtype in the IRI is that of `FRBRsubtype`.

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
  <FRBRsubtype value="declaration"/>
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
  <FRBRsubtype value="deliberation"/>
</FRBRWork>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, work_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN317"
NAME = "iri-subtype"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """FRBRsubtype unlike the subtype of the IRI."""
    for part in context.parts:
        work = work_of(part)
        subtype = part.work.first("FRBRsubtype") if part.work is not None else None
        if work is None or subtype is None:
            continue
        value = subtype.get("value") or ""
        if value not in (work.subtype, work.actor):
            said = f"the subtype in the IRI `{work.subtype}`" if work.subtype else "the IRI has no subtype"
            yield Found(subtype, f"FRBRsubtype is `{value}`, {said}", "Correct the one that is wrong.", "value")
