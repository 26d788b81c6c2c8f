"""An image has a text that stands for it.

`alt` is what readers hear or see who do not see the image, and all that a program knows of its content.

Source: the schema's element `img`; the Web Content Accessibility Guidelines 2.2, “Text Alternatives”.

Wrong:

```xml
<preface>
  <p><img src="map.png"/></p>
</preface>
```

Right:

```xml
<preface>
  <p><img src="map.png" alt="Map of the region"/></p>
</preface>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN389"
NAME = "image-alt"
SEVERITY = "info"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Images without a text."""
    for image in context.all("img"):
        if image.get("alt") is None:
            yield Found(image, f"the image `{image.get('src') or ''}` has no text that stands for it", "Add `alt`.")
