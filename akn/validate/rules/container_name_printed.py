"""The name of a preambular paragraph's container is what the paragraph begins with.

A name that the text does not begin with was copied from another paragraph or another language, or the text was
changed without it. Capital letters, accents and punctuation are not compared; words in front of the phrase
(`Noting also,`) are.

Source: the United Nations' own files, where the name is the opening phrase as printed; AKN4UN Guidelines, part 2,
“Basic Structures”.

Wrong:

```xml
<container name="Recalling">
  <p><i>Reaffirming</i> its decision,</p>
</container>
```

Right:

```xml
<container name="Reaffirming">
  <p><i>Reaffirming</i> its decision,</p>
</container>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.fold import fold
from akn.validate.rule import Found, Q, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validate.rule import Context

CODE = "AKN215"
NAME = "container-name-printed"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Containers of preambles whose text begins otherwise."""
    for part in context.statements:
        preamble = part.child("preamble")
        for container in preamble.findall(f"{Q}container") if preamble is not None else ():
            name = container.get("name") or ""
            if not name.strip():
                continue
            words = own_text(container)
            if not _letters(words).startswith(_letters(name)):
                yield Found(
                    container,
                    f"the container is named `{name}`, but its text begins with “{words[:40].strip()}”",
                    "Name it after the phrase that opens the paragraph.",
                    "name",
                )


def _letters(words: str) -> str:
    return "".join(c for c in fold(words[:200]) if c.isalnum())
