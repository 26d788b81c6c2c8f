"""An eId stands once in a file.

An `eId` is the address of an element: `#para_3` in a reference or a link must lead to one place. The schema demands
it within one document; components and attachments of the same file count too, because references name ids of the
file. The first element keeps the eId, each later one is reported.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 5.2, “Fundamental principles identifiers in Akoma Ntoso”; the
uniqueness constraints of the OASIS schema.

Wrong:

```xml
<mainBody>
  <paragraph eId="para_1"><num>1.</num><content><p>Text</p></content></paragraph>
  <paragraph eId="para_1"><num>2.</num><content><p>Text</p></content></paragraph>
</mainBody>
```

Right:

```xml
<mainBody>
  <paragraph eId="para_1"><num>1.</num><content><p>Text</p></content></paragraph>
  <paragraph eId="para_2"><num>2.</num><content><p>Text</p></content></paragraph>
</mainBody>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN301"
NAME = "duplicate-eid"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = True


def check(context: Context) -> Iterator[Found]:
    """Elements whose eId an earlier element has."""
    if len(context.ids) == len(context.eids):
        return
    for eid, element, _ in context.eids:
        first = context.ids[eid]
        if first is not element:
            yield Found(
                element,
                f"the eId `{eid}` is already that of the `{local(first)}` in line {first.sourceline}",
                "Give this element another eId, and change the references that mean it.",
                "eId",
            )
