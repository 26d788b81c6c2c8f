"""A `noteRef` leads to a footnote with the same marker.

It stands where a marker is printed a second time, and repeats the marker of the note that `href` names.

Source: the schema's element `noteRef`; this project's mark-up of footnotes, docs/markup.md.

Wrong:

```xml
<paragraph eId="para_1">
  <content>
    <p>One<sup><authorialNote eId="fn_1" marker="1" placement="bottom"><p>See I.</p></authorialNote></sup> and
    again<sup><noteRef href="#fn_1" marker="2"/></sup></p>
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

from akn.validation.rule import Found, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN333"
NAME = "note-reference"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """References to notes that lead to something else, or have another marker; a TLC entry says that there is none."""
    for reference in context.all("noteRef"):
        target = context.ids.get((reference.get("href") or "").removeprefix("#"))
        if target is None or local(target).startswith("TLC"):
            continue
        if local(target) not in ("authorialNote", "note"):
            yield Found(
                reference,
                f"`{reference.get('href')}` is a `{local(target)}`, not a footnote",
                "Name the eId of the note.",
                "href",
            )
            continue
        mine, its = (reference.get("marker") or "").strip(), (target.get("marker") or "").strip()
        if mine and its and mine != its:
            yield Found(
                reference,
                f"the marker is {mine}, that of the note in line {target.sourceline} is {its}",
                "Correct the marker, or name the right note.",
                "marker",
            )
