"""Points stand in a `list`.

`paragraph/list/point`: the list has the words before the first point (`intro`) and behind the last (`wrapUp`).
Points straight in a paragraph leave no place for them, and two lists in one paragraph cannot be told apart.

Source: AKN4UN Guidelines, part 1, “Hierarchical Elements”, “AKN4UN Hierarchical Structures”.

Wrong:

```xml
<paragraph eId="para_1">
  <num>1.</num>
  <intro><p><i>Decides</i>:</p></intro>
  <point eId="para_1__point_a"><num>(a)</num><content><p>To meet;</p></content></point>
</paragraph>
```

Right:

```xml
<paragraph eId="para_1">
  <num>1.</num>
  <list eId="para_1__list_1">
    <intro><p><i>Decides</i>:</p></intro>
    <point eId="para_1__list_1__point_a"><num>(a)</num><content><p>To meet;</p></content></point>
  </list>
</paragraph>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN233"
NAME = "point-in-list"
SEVERITY = "info"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Points whose parent is no list; one finding for each parent."""
    last = None
    for point in context.all("point"):
        parent = point.getparent()
        if parent is None or parent is last or local(parent) in ("list", "sublist", "alternativePart"):
            continue
        last = parent
        yield Found(point, f"the points stand in a `{local(parent)}`, not in a `list`", "Put a `list` around them.")
