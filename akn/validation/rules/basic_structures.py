"""A resolution has a preface and a preamble around its body.

The number and title stand in `preface`, the enacting formula and the preambular paragraphs in `preamble`, the
operative paragraphs in `mainBody`. The schema demands the body only. A resolution without number, or without
preamble, does exist; where the parts are there, but in the body, programs do not find them. (That parts stand in
the right order is seen by the schema.)

Source: AKN4UN Guidelines, part 2, “Basic Structures” (the table of mandatory and optional structures).

Wrong:

```xml
<statement name="resolution">
  <meta/>
  <mainBody/>
</statement>
```

Right:

```xml
<statement name="resolution">
  <meta/>
  <preface/>
  <preamble/>
  <mainBody/>
</statement>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN210"
NAME = "basic-structures"
SEVERITY = "info"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Resolutions without preface or preamble."""
    for part in context.statements:
        if "esolution" not in part.kind:
            continue
        missing = [name for name in ("preface", "preamble") if part.child(name) is None]
        if missing:
            yield Found(
                part.element,
                f"the resolution has no {' and no '.join(f'`{name}`' for name in missing)}",
                "Number and title belong in `preface`, formula and preambular paragraphs in `preamble`.",
            )
