"""Points of a list are numbered or lettered without gaps and repeats.

`(a) (b) (c)`, `(i) (ii) (iii)`, in every alphabet of the United Nations' languages. Which family `(i)` belongs to is
decided by the list. A list that goes on from another list of the same paragraph is accepted.

Source: United Nations Editorial Manual, “Resolutions and other formal decisions”, “Numbering and arrangement of
paragraphs”.

Wrong:

```xml
<list eId="para_1__list_1">
  <point eId="para_1__list_1__point_a"><num>(a)</num><content><p>Text</p></content></point>
  <point eId="para_1__list_1__point_c"><num>(c)</num><content><p>Text</p></content></point>
</list>
```

Right:

```xml
<list eId="para_1__list_1">
  <point eId="para_1__list_1__point_a"><num>(a)</num><content><p>Text</p></content></point>
  <point eId="para_1__list_1__point_b"><num>(b)</num><content><p>Text</p></content></point>
</list>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.reading.labels import Reading, breaks, like, readings
from akn.validation.rule import Found, local, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context

CODE = "AKN341"
NAME = "point-numbering"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Points and items whose label does not follow the one before."""
    for element in context.all("list", "sublist", "blockList"):
        labelled = list(_labels(context, element))
        if not labelled:
            continue
        starts = _before(context, element)
        found = min((breaks([words for _, words in labelled], start) for start in (None, *starts)), key=len)
        for broken in found:
            point, words = labelled[broken.at]
            said = (
                "stands twice in a row"
                if broken.repeated
                else f"stands where {like(words, broken.expected)} was expected"
            )
            yield Found(point, f"the label {words} {said}", "Look for a point that was lost, merged or moved.")


def _labels(context: Context, element: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    for child in element:
        num = context.numbered.get(child) if local(child) in ("point", "item", "indent") else None
        words = own_text(num) if num is not None else ""
        if words:
            yield child, words


def _before(context: Context, element: etree._Element) -> tuple[Reading, ...]:
    """The readings of the last label of the list in front of this one, in the same parent."""
    previous = element.getprevious()
    while previous is not None:
        labels = [words for _, words in _labels(context, previous)]
        if labels:
            return readings(labels[-1])
        previous = previous.getprevious()
    return ()
