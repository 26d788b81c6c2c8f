"""A footnote has its marker as an attribute.

The marker on the page (a raised digit, an asterisk) is `marker`, in the same form for every language: plain digits,
no white space, no brackets. A note that nothing on the page calls has none; that is worth a look.

Source: the schema's attribute group `notePos`; the United Nations' own files.

Wrong:

```xml
<paragraph eId="para_1">
  <content>
    <p>Text<sup><authorialNote eId="fn_1" marker=" ¹" placement="bottom"><p>See chapter I.</p></authorialNote></sup></p>
  </content>
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

CODE = "AKN236"
NAME = "note-marker"
SEVERITY = "info"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Notes without marker, and markers in another form."""
    for note in context.all("authorialNote"):
        marker = note.get("marker")
        if not (marker or "").strip():
            yield Found(
                note, "the footnote has no marker: nothing on the page calls it", "Add the marker, if it has one."
            )
        elif marker is not None and _is_odd(marker):
            yield Found(note, f"the marker `{marker}` is not in plain form", "Write digits and letters only.", "marker")


def _is_odd(marker: str) -> bool:
    return marker != marker.strip() or any(c in "()[]⁰¹²³⁴⁵⁶⁷⁸⁹ \u00a0" for c in marker)
