"""A list under a point stands in the point.

A `sublist` or `list` behind a `point`, as its sibling, belongs to no point: “(a) (ii)” cannot be found, and the eIds
of its points lack the letter.

Source: AKN4UN Guidelines, part 1, “Hierarchical Elements”; OASIS Akoma Ntoso Naming Convention 1.0, section 5.4.1,
“Prefix” (the prefix of a point is that of the point above).

Wrong:

```xml
<list eId="para_1__list_1">
  <point eId="para_1__list_1__point_a"><num>(a)</num><content><p>Themes:</p></content></point>
  <sublist eId="para_1__list_1__sublist_1">
    <point eId="para_1__list_1__sublist_1__point_i"><num>(i)</num><content><p>Climate;</p></content></point>
  </sublist>
</list>
```

Right:

```xml
<list eId="para_1__list_1">
  <point eId="para_1__list_1__point_a">
    <num>(a)</num>
    <list eId="para_1__list_1__point_a__list_1">
      <intro><p>Themes:</p></intro>
      <point eId="para_1__list_1__point_a__list_1__point_i"><num>(i)</num><content><p>Climate;</p></content></point>
    </list>
  </point>
</list>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN232"
NAME = "sublist-beside-point"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Lists whose sibling in front is a point."""
    for element in context.all("sublist", "list"):
        before = element.getprevious()
        if before is not None and local(before) == "point":
            yield Found(
                element,
                f"the `{local(element)}` stands beside the point that it belongs to, not in it",
                "Move it into the point, as a `list` whose `intro` is the text of the point.",
            )
