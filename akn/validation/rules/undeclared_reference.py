"""What a reference names is declared.

`#unga` means the element of this file with the eId `unga`: an entry of `references`, a footnote, a component. If
there is none, the reference means nothing. Each name is reported once, where it first stands.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 4.10.1, “Fragment references”; the schema types `agentRef`,
`roleRef`, `conceptRef`, `referenceRef`.

Wrong:

```xml
<coverPage>
  <p><docStatus refersTo="#generalDistribution">Distr.: General</docStatus></p>
</coverPage>
```

Right:

```xml
<coverPage>
  <p><docStatus refersTo="#distribution">Distr.: General</docStatus></p>
</coverPage>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, more

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context

CODE = "AKN320"
NAME = "undeclared-reference"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = True


def check(context: Context) -> Iterator[Found]:
    """Names that no eId of the file has; each once."""
    missing = context.used.difference(context.ids)
    if not missing:
        return
    places: dict[str, list[tuple[str, etree._Element]]] = {}
    for (attribute, values), elements in context.references.items():
        if "#" not in values:
            continue
        for value in values.split():
            if value[0] == "#" and value[1:] in missing:
                places.setdefault(value, []).extend((attribute, element) for element in elements)
    for value, where in places.items():
        attribute, element = where[0]
        if value == "#":
            yield Found(element, f"`#` in `{attribute}` names nothing{more(len(where) - 1)}", "", attribute)
            continue
        yield Found(
            element,
            f"nothing declares `{value}`, which `{attribute}` names{more(len(where) - 1)}",
            f'Add a TLC element with eId="{value[1:]}" to `references`, or correct the name.',
            attribute,
        )
