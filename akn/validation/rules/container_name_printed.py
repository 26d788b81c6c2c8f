"""The name of a preambular paragraph's container stands at the beginning of the paragraph.

A name that the text does not begin with was copied from another paragraph or another language, or the text was
changed without it. Capital letters, accents and punctuation are not compared; a few words may stand in front of the
phrase (`In this context, recalling …`).

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
from akn.validation.rule import Found, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context

CODE = "AKN215"
NAME = "container-name-printed"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False

BEFORE = 80
"""Characters within which the phrase begins."""


def check(context: Context) -> Iterator[Found]:
    """Containers of preambles whose text begins otherwise."""
    for containers in context.containers:
        for container in containers:
            name = container.get("name") or ""
            if not name or name.isspace() or _first_words(container).startswith(name):
                continue
            words = own_text(container)
            if _letters(name) not in _letters(words[: len(name) + BEFORE]):
                yield Found(
                    container,
                    f"the container is named `{name}`, but its text begins with “{words[:40].strip()}”",
                    "Name it after the phrase that opens the paragraph.",
                    "name",
                )


def _first_words(container: etree._Element) -> str:
    """The text that the first block of a container begins with, in the block itself or its first child."""
    if not len(container):
        return ""
    block = container[0]
    words = (block.text or "").strip()
    return words or ((block[0].text or "").strip() if len(block) else "")


def _letters(words: str) -> str:
    return "".join(c for c in fold(words) if c.isalnum())
