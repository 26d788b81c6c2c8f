"""Each preambular paragraph is a `container`.

Preambular paragraphs have no numbers. What sets one apart, and lets programs count and compare them, is a
`container` of its own inside `preamble`, not a bare `p` or `block`.

Source: AKN4UN Guidelines, part 2, “Basic Structures”, “<preamble>” (containers group its content); the United
Nations' own files do so for every preambular paragraph.

Wrong:

```xml
<preamble>
  <formula name="enactingFormula"><p>The General Assembly,</p></formula>
  <p><i>Recalling</i> its decision,</p>
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

from akn.validation.rule import Found, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN213"
NAME = "preambular-container"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Text blocks directly in the preamble of a statement."""
    for part in context.statements:
        preamble = part.child("preamble")
        for child in preamble if preamble is not None else ():
            if local(child) in ("p", "block", "blockList", "ul", "ol"):
                what = "a preambular paragraph" if local(child) in ("p", "block") else "a list"
                yield Found(
                    child,
                    f"{what} stands in the preamble as `{local(child)}`, not in a `container`",
                    "Put each preambular paragraph, with its list, into a `container` named after its opening phrase.",
                )
