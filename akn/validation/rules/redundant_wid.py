"""A wId says something other than the eId.

`wId` keeps the identifier that an element had in the master expression when its own has changed. Equal to the `eId`
it says nothing, and hides the elements where it does.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 5.5.3, “wId Attribute Use Cases”: where the two do not differ,
only one of them is given.

Wrong:

```xml
<paragraph eId="para_1" wId="para_1">
  <num>1.</num>
  <content><p>Text</p></content>
</paragraph>
```

Right:

```xml
<paragraph eId="para_2" wId="para_1">
  <num>2.</num>
  <content><p>Text</p></content>
</paragraph>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN306"
NAME = "redundant-wid"
SEVERITY = "info"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Elements whose wId is their eId."""
    for element in context.renamed:
        eid = element.get("eId")
        if element.get("wId") == eid:
            yield Found(element, f"the wId `{eid}` is the same as the eId", "Leave it out.", "wId")
