"""Each component of a file is named by a `documentRef`.

A `component` holds a document that stands somewhere in the text or in the list of a collection. One that no
`documentRef` names is not part of either: whoever follows the text never meets it.

Source: OASIS Akoma Ntoso Naming Convention 1.0, sections 4.8.1 and 4.10.2, “Local component references”; AKN4UN
Guidelines, part 2, “Document Class: Publications”.

Wrong:

```xml
<components>
  <component eId="cmp_1"><doc name="declaration"><meta/><mainBody/></doc></component>
</components>
```

Right:

```xml
<paragraph eId="para_1">
  <num>1.</num>
  <content>
    <p>Text: <embeddedStructure eId="es_1"><documentRef eId="dref_1" href="#cmp_1" showAs="Plan"/></embeddedStructure></p>
  </content>
</paragraph>
<components>
  <component eId="cmp_1"><doc name="declaration"><meta/><mainBody/></doc></component>
</components>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, Q, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN381"
NAME = "component-unlisted"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Components with a document of their own that nothing names, by eId or by FRBRthis."""
    components = [child for parent in context.all("components") for child in parent if local(child) == "component"]
    if not components:
        return
    named = {(r.get("href") or r.get("src") or "").strip() for r in context.all("documentRef", "componentRef")}
    named |= {name.removeprefix("#") for name in named}
    for component in components:
        eids = {component.get("eId") or "", *(child.get("eId") or "" for child in component)} - {""}
        iris = {this.get("value") or "" for this in component.iter(f"{Q}FRBRthis")}
        if not named.intersection(eids) and not named.intersection(iris):
            yield Found(
                component,
                f"no documentRef names the component `{component.get('eId') or ''}`",
                "Add the documentRef where the document stands in the text, or in `collectionBody`.",
            )
