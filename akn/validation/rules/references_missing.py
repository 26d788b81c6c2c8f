"""A document that names organs, roles or concepts declares them in `references`.

`#unga` in `FRBRauthor` or `refersTo` means the entry with that eId in `meta/references`, which gives its IRI in the
ontology and its name. Without the block, none of these names means anything outside the file.

Source: AKN4UN Guidelines, part 1, “Akoma Ntoso Metadata”, “Metadata Schema”, and “Ontology”.

Wrong:

```xml
<meta>
  <identification source="#akn"/>
</meta>
```

Right:

```xml
<meta>
  <identification source="#akn"/>
  <references source="#akn">
    <TLCOrganization eId="akn" href="/akn/ontology/organization/un/akn" showAs="akn"/>
  </references>
</meta>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, Q

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN206"
NAME = "references-missing"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """A file without `references`."""
    main = context.main
    meta = main.child("meta") if main is not None else None
    if meta is not None and "references" not in context.names and meta.find(f"{Q}identification") is not None:
        yield Found(
            meta,
            "the metadata declare no references: the organs, roles and concepts that `#…` names mean nothing",
            "Add a `references` block at the end of `meta` with a TLC element for each.",
        )
