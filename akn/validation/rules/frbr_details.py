"""The identification of a work repeats the parts of its IRI as elements.

`FRBRsubtype`, `FRBRnumber` and `FRBRname` have what the IRI has in `{subtype}` and `{number}` and what the document
has as `name`. The schema leaves them out at will; with them a program need not take IRIs apart, and the printed form
of the number (`86/153`, in `showAs`) is kept.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 4.5, “The IRI reference of a Work” (each part of the IRI has
its element in the metadata); AKN4UN Guidelines, part 1, “IRI Identifiers for Documents”, “Work IRI”.

Wrong:

```xml
<FRBRWork>
  <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/!main"/>
  <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153"/>
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
  <FRBRsubtype value="deliberation"/>
  <FRBRnumber value="86-153" showAs="86/153"/>
  <FRBRname value="resolution"/>
</FRBRWork>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN208"
NAME = "frbr-details"
SEVERITY = "info"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Works of the outermost document that lack some of the three."""
    main = context.main
    if main is None or main.work is None:
        return
    missing = [name for name in ("FRBRsubtype", "FRBRnumber", "FRBRname") if not main.work.value(name)]
    if missing:
        yield Found(
            main.work.element,
            f"the identification of the work has no {', no '.join(missing)}",
            "Repeat the parts of the work's IRI there.",
        )
