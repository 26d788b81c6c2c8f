"""A footnote stands in `sup`.

The marker on the page is raised. `<sup><authorialNote marker="1">…` says so, and a program that prints the text
without notes leaves no digit on the line.

Source: AKN4UN Guidelines, part 1, “Element Categories” (typographical mark-up); this project's mark-up of footnotes,
docs/markup.md. The United Nations' own files leave `sup` out.

Wrong:

```xml
<paragraph eId="para_1">
  <content><p>Text<authorialNote marker="1" placement="bottom"><p>See chapter I.</p></authorialNote></p></content>
</paragraph>
```

Right:

```xml
<paragraph eId="para_1">
  <content>
    <p>Text<sup><authorialNote marker="1" placement="bottom"><p>See chapter I.</p></authorialNote></sup></p>
  </content>
</paragraph>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context

CODE = "AKN237"
NAME = "note-in-sup"
SEVERITY = "info"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Notes with a marker that are not in `sup`; the first, with the number of the others."""
    bare = [note for note in context.all("authorialNote") if note.get("marker") and not _raised(note)]
    if bare:
        others = f" (and {len(bare) - 1} more in this document)" if len(bare) > 1 else ""
        yield Found(bare[0], f"the footnote does not stand in `sup`{others}", "Write <sup><authorialNote …></sup>.")


def _raised(note: etree._Element) -> bool:
    parent = note.getparent()
    return parent is not None and local(parent) == "sup"
