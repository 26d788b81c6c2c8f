"""An eId has the form of the naming convention, with the right word for its element.

Parts are joined by two underscores, each is `{element_ref}_{number}` or `{element_ref}`: `sec_I__para_1`,
`para_2__list_1__point_a`. The word is the element's name or its fixed short form: `para` for `paragraph`, `sec` for
`section`, `list` for `blockList`, `body` for `mainBody`. AKN4UN's `fn` for footnotes is accepted. Declarations in
the metadata (`TLC…`, `keyword`) have labels of their own choice.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 5.4, “Syntax for eId and wId attributes”, and 5.4.2,
“element_ref”.

Wrong:

```xml
<paragraph eId="p-1">
  <num>1.</num>
  <content><p>Text</p></content>
</paragraph>
```

Right:

```xml
<paragraph eId="para_1">
  <num>1.</num>
  <content><p>Text</p></content>
</paragraph>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.reading.eids import refs
from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN302"
NAME = "eid-form"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = True


def check(context: Context) -> Iterator[Found]:
    """Structural eIds in another form, or with the word of another element."""
    known: set[tuple[str, str]] = set()
    for eid, element, name, parts in context.structural:
        if not parts.well_formed:
            yield Found(
                element,
                f"the eId `{eid}` does not have the form of the naming convention",
                f"Its last part is `{refs(name)[0]}_` and a number; parts are joined by two underscores.",
                "eId",
            )
        elif (name, parts.ref) not in known:
            if parts.ref in refs(name):
                known.add((name, parts.ref))
                continue
            yield Found(
                element,
                f"the eId `{eid}` says `{parts.ref}`, the element is a `{name}`",
                f"Write `{refs(name)[0]}` in its place.",
                "eId",
            )
