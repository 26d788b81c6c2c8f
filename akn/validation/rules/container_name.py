"""The container of a preambular paragraph is named after its opening phrase.

`name="Recalling also"`: the phrase as it is printed. The attribute may be empty, but then a list of the preamble, or
a search for what a resolution recalls, has to read the text.

Source: AKN4UN Guidelines, part 2, “Basic Structures” (which let the name say what the container holds, or be empty); the
United Nations' own files name containers after the phrase.

Wrong:

```xml
<container name="">
  <p><i>Recalling also</i> its decision,</p>
</container>
```

Right:

```xml
<container name="Recalling also">
  <p><i>Recalling also</i> its decision,</p>
</container>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN214"
NAME = "container-name"
SEVERITY = "info"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Containers of preambles without a name."""
    for containers in context.containers:
        for container in containers:
            if not (container.get("name") or "").strip():
                yield Found(
                    container,
                    "the container of a preambular paragraph has no name",
                    "Name it after the phrase that opens the paragraph, as printed.",
                    "name",
                )
