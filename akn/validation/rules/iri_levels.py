"""The IRI of an expression goes on from the work's, that of a manifestation from the expression's.

Work `/akn/un/statement/deliberation/unga/2031-12-18/86-153`, expression `…/eng@`, manifestation `…/eng@.xml`. If one
level has another date or number, the three say that they are three documents.

Source: OASIS Akoma Ntoso Naming Convention 1.0, sections 4.6, “The IRI reference of an Expression”, and 4.7, “The IRI
reference of a Manifestation”; AKN4UN Guidelines, part 1, “Expression IRI” and “Manifestation IRI”.

Wrong:

```xml
<FRBRExpression>
  <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-19/86-153/eng@/!main"/>
  <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-19/86-153/eng@"/>
  <FRBRdate date="2032-01-21" name="publication"/>
  <FRBRauthor href="#unga" as="#issuer"/>
  <FRBRlanguage language="eng"/>
</FRBRExpression>
```

Right:

```xml
<FRBRExpression>
  <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/eng@/!main"/>
  <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/eng@"/>
  <FRBRdate date="2032-01-21" name="publication"/>
  <FRBRauthor href="#unga" as="#issuer"/>
  <FRBRlanguage language="eng"/>
</FRBRExpression>
```
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN310"
NAME = "iri-levels"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Expressions and manifestations whose IRI does not continue that of the level above."""
    for part in context.parts:
        levels = list(part.levels())
        for (above, upper), (below, lower) in pairwise(levels):
            iri, start = lower.iri().rstrip("/"), upper.iri().rstrip("/")
            rest = iri.removeprefix(start)
            if start and iri and (rest == iri or rest[:1] not in ("/", ".", ":", "~", "@")):
                yield Found(
                    lower.uri if lower.uri is not None else lower.element,
                    f"the IRI of the {below} does not go on from that of the {above}",
                    f"It must begin with {start}.",
                    "value",
                )
