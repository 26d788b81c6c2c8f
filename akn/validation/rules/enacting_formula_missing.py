"""The preamble of a resolution begins with its enacting formula.

The formula names the organ that acts (`The Security Council,`). It is the subject of all sentences that follow. In
some old texts and in decisions it is missing or part of the first sentence; otherwise it should be a `formula`.

Source: AKN4UN Guidelines, part 2, “Document Class: Deliberative Documents”, “Subclass: Resolution”, on the preamble;
United Nations Editorial Manual, “Resolutions and other formal decisions”, “Order of elements”: the name of the organ
comes first.

Wrong:

```xml
<preamble>
  <container name="Recalling"><p><i>Recalling</i> its decision,</p></container>
</preamble>
```

Right:

```xml
<preamble>
  <formula name="enactingFormula"><p>The General Assembly,</p></formula>
  <container name="Recalling"><p><i>Recalling</i> its decision,</p></container>
</preamble>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, Q

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN212"
NAME = "enacting-formula-missing"
SEVERITY = "info"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Preambles of resolutions without any formula."""
    for part in context.statements:
        preamble = part.child("preamble") if "esolution" in part.kind else None
        if preamble is not None and next(preamble.iterchildren(f"{Q}formula"), None) is None:
            yield Found(
                preamble,
                "the preamble has no enacting formula",
                'Mark up the line with the organ as <formula name="enactingFormula">.',
            )
