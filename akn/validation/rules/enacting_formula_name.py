"""The formula that opens the preamble is named `enactingFormula`.

`formula` can hold any set phrase; the name tells which. In a resolution it is the line with the organ that acts,
`The General Assembly,`.

Source: AKN4UN Guidelines, part 2, “Document Class: Deliberative Documents”, “Subclass: Resolution”, on the preamble.

Wrong:

```xml
<formula name="organ">
  <p>The General Assembly,</p>
</formula>
```

Right:

```xml
<formula name="enactingFormula">
  <p>The General Assembly,</p>
</formula>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, Q

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN211"
NAME = "enacting-formula-name"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """The first formula of a preamble with another name."""
    for part in context.statements:
        preamble = part.child("preamble")
        formula = next(preamble.iterchildren(f"{Q}formula"), None) if preamble is not None else None
        if formula is not None and formula.get("name") != "enactingFormula":
            yield Found(
                formula,
                f"the formula of the preamble is named `{formula.get('name') or ''}`",
                'Name it: <formula name="enactingFormula">.',
                "name",
            )
