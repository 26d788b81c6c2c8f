"""Italics are `i`, bold is `b`: elements, not classes and styles.

`<span class="italic">` says nothing to a program that does not have the style sheet. Akoma Ntoso has `i`, `b`, `u`,
`sup` and `sub` for what the page shows and no structure says.

Source: AKN4UN Guidelines, part 1, “Element Categories” (typographical mark-up is for what
structure and meaning do not say) and “Correlation between XML and Print / Presentation documents”.

Wrong:

```xml
<container name="Recalling">
  <p><span class="italic">Recalling</span> its decision,</p>
</container>
```

Right:

```xml
<container name="Recalling">
  <p><i>Recalling</i> its decision,</p>
</container>
```
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from akn.validation.rule import Found, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context

CODE = "AKN240"
NAME = "presentation-markup"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False

LOOKS = ("class", "style", "name")
MEANT = {
    "italic": "i",
    "italics": "i",
    "bold": "b",
    "strong": "b",
    "underline": "u",
    "underlined": "u",
    "superscript": "sup",
    "subscript": "sub",
    "font-style:italic": "i",
    "font-weight:bold": "b",
    "text-decoration:underline": "u",
    "vertical-align:super": "sup",
    "vertical-align:sub": "sub",
}


def check(context: Context) -> Iterator[Found]:
    """Spans and inlines whose class, name or style means an element; the first of each, with the number of the others."""
    first: dict[tuple[str, str, str], list[etree._Element]] = {}
    for element in context.all("span", "inline"):
        attributes: list[tuple[str, str]] = element.items()  # type: ignore[assignment]
        for attribute, value in attributes:
            if attribute in LOOKS:
                for word in _meaning(value):
                    first.setdefault((local(element), attribute, word), []).append(element)
    for (name, attribute, word), elements in first.items():
        others = f" (and {len(elements) - 1} more in this document)" if len(elements) > 1 else ""
        yield Found(
            elements[0],
            f'`<{name} {attribute}="{word}">` is how something looks, not what it is{others}',
            f"Write <{MEANT[word]}>.",
            attribute,
        )


@lru_cache(1024)
def _meaning(value: str) -> tuple[str, ...]:
    """The words of a class, style or name that mean an element."""
    words = value.lower().replace(": ", ":").replace(";", " ").split()
    return tuple(word for word in words if word in MEANT)
