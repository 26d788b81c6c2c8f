"""Footnotes are at the bottom of the page.

`placement="bottom"` says that an `authorialNote` is a footnote; without it, or with `inline`, programs print the
body of the note in the middle of the sentence.

Source: the schema type `noteType` and its attribute group `notePos`; AKN4UN Guidelines, part 1, “Element Categories”;
the United Nations' own files have `placement="bottom"` on every note.

Wrong:

```xml
<paragraph eId="para_1">
  <content><p>Text<sup><authorialNote eId="fn_1" marker="1"><p>See chapter I.</p></authorialNote></sup></p></content>
</paragraph>
```

Right:

```xml
<paragraph eId="para_1">
  <content>
    <p>Text<sup><authorialNote eId="fn_1" marker="1" placement="bottom"><p>See chapter I.</p></authorialNote></sup></p>
  </content>
</paragraph>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN235"
NAME = "note-placement"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Notes without `placement="bottom"`."""
    for note in context.all("authorialNote"):
        placement = note.get("placement") or ""
        if placement != "bottom":
            said = f"`{placement}`" if placement else "not said"
            yield Found(
                note,
                f"the place of the footnote is {said}",
                'Write placement="bottom".',
                "placement" if placement else "",
            )
