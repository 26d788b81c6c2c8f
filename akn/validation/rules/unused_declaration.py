"""What `references` declares is used.

A declaration that nothing names is a leftover of a template. It does no harm, but it says that the document speaks
of something that it does not.

Source: AKN4UN Guidelines, part 1, “Ontology”: the references of a document list what its text and metadata name.

Wrong:

```xml
<references source="#akn">
  <TLCOrganization eId="unsc" href="/akn/ontology/organization/un/securityCouncil" showAs="Security Council"/>
</references>
```

Right:

```xml
<references source="#akn">
  <TLCOrganization eId="akn" href="/akn/ontology/organization/un/akn" showAs="akn"/>
</references>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN322"
NAME = "unused-declaration"
SEVERITY = "info"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Declarations of `references` that nothing names, with `#` or without."""
    used = context.used
    bare: frozenset[str] | None = None
    for eid, element, name in context.eids:
        if eid in used or name[:3] != "TLC":
            continue
        if bare is None:
            bare = frozenset(value for _, value in context.references)
        if eid not in bare:
            yield Found(element, f"nothing names the declaration `{eid}`", "Leave it out, or use it.")
