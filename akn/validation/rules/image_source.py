"""An image has a source.

`img src=""` shows nothing. An image that is not there is not marked up; one that is has the path of its file.

Source: the schema's element `img` and its type `manifestationURI`.

Wrong:

```xml
<preface>
  <p><img src="" alt="Map"/></p>
</preface>
```

Right:

```xml
<preface>
  <p><img src="map.png" alt="Map"/></p>
</preface>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN388"
NAME = "image-source"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Images without a source."""
    for image in context.all("img"):
        if not (image.get("src") or "").strip():
            yield Found(image, "the image has no source", "Name its file in `src`, or leave the image out.", "src")
