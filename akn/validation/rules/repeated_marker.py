"""A marker calls one footnote.

Two notes of a document with the same number are two bodies for one marker: the reader cannot know which is meant. A
marker that stands in two places for the same note is a `noteRef` in the second.

Source: the schema's element `noteRef`, a reference to a note that stands elsewhere; United Nations Editorial Manual,
“Footnotes and other references”.

Wrong:

```xml
<paragraph eId="para_1">
  <content>
    <p>One<sup><authorialNote eId="fn_1" marker="1" placement="bottom"><p>See I.</p></authorialNote></sup> and
    again<sup><authorialNote eId="fn_2" marker="1" placement="bottom"><p>See I.</p></authorialNote></sup></p>
  </content>
</paragraph>
```

Right:

```xml
<paragraph eId="para_1">
  <content>
    <p>One<sup><authorialNote eId="fn_1" marker="1" placement="bottom"><p>See I.</p></authorialNote></sup> and
    again<sup><noteRef href="#fn_1" marker="1"/></sup></p>
  </content>
</paragraph>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context

CODE = "AKN331"
NAME = "repeated-marker"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Notes with the number of an earlier note of the same document."""
    first: dict[tuple[etree._Element | None, str], etree._Element] = {}
    for note in context.all("authorialNote"):
        marker = (note.get("marker") or "").strip()
        if not marker.isdecimal():
            continue
        part = context.part_of(note)
        other = first.setdefault((part.element if part is not None else None, marker), note)
        if other is not note:
            yield Found(
                note,
                f"the marker {marker} is already that of the note in line {other.sourceline}",
                "Number the notes through; where the same note is meant, write a `noteRef` to it.",
                "marker",
            )
