"""Markers of footnotes follow one another.

The notes of a document are numbered in the order in which the text calls them. A number left out, or one that goes
back, tells of a note that was lost or stands in the wrong place. Asterisks and letters are not counted; an annex may
go on from the resolution or begin again, and the first note of an excerpt may have any number.

Source: United Nations Editorial Manual, “Footnotes and other references”: notes are numbered consecutively.

Wrong:

```xml
<paragraph eId="para_1">
  <content>
    <p>One<sup><authorialNote eId="fn_1" marker="1" placement="bottom"><p>See I.</p></authorialNote></sup> and
    three<sup><authorialNote eId="fn_2" marker="3" placement="bottom"><p>See III.</p></authorialNote></sup></p>
  </content>
</paragraph>
```

Right:

```xml
<paragraph eId="para_1">
  <content>
    <p>One<sup><authorialNote eId="fn_1" marker="1" placement="bottom"><p>See I.</p></authorialNote></sup> and
    two<sup><authorialNote eId="fn_2" marker="2" placement="bottom"><p>See II.</p></authorialNote></sup></p>
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

CODE = "AKN330"
NAME = "note-order"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Notes whose number does not follow that of the note before, in the same document."""
    before: dict[etree._Element | None, tuple[int, set[int]]] = {}
    for note in context.all("authorialNote"):
        marker = (note.get("marker") or "").strip()
        if not marker.isdecimal():
            continue
        part = context.part_of(note)
        document = part.element if part is not None else None
        number = int(marker)
        last, seen = before.get(document, (0, set()))
        if last and number != last + 1 and number not in seen:
            yield Found(
                note,
                f"the marker is {number}, {last + 1} was expected behind {last}",
                "Look for a note that was lost or stands in the wrong place.",
                "marker",
            )
        seen.add(number)
        before[document] = (number, seen)
