"""What `references` declares has an IRI in the ontology, of its own class.

`/akn/ontology/{class}/{jurisdiction}/{id}`: an organ is `…/organization/…`, a role `…/role/…`. An IRI of another
class, of no class, or one that points back into the file (`#…`) says nothing about what is meant.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 4.11, “The IRI of Non-Document Entities”, and 4.11.1, “The
Identifiers for Top Level Classes”; AKN4UN Guidelines, part 1, “Non-Document IRI”.

Wrong:

```xml
<references source="#akn">
  <TLCRole eId="author" href="/akn/ontology/concept/un/author" showAs="Author"/>
</references>
```

Right:

```xml
<references source="#akn">
  <TLCRole eId="author" href="/akn/ontology/role/un/author" showAs="Author"/>
</references>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN245"
NAME = "ontology-iri"
SEVERITY = "info"
PROFILES = ("akn4un", "oasis")
FIXABLE = False

CLASSES = ("Person", "Organization", "Concept", "Object", "Event", "Location", "Process", "Role", "Term", "Reference")


def check(context: Context) -> Iterator[Found]:
    """Declarations whose IRI is not one of their class."""
    for name in CLASSES:
        said = name.lower()
        right = f"/akn/ontology/{said}/"
        for element in context.names.get(f"TLC{name}", ()):
            href = (element.get("href") or "").strip()
            if not href.startswith(right) and (fault := _fault(href, said)):
                hint = f"Write {right}un/{element.get('eId') or '…'}."
                yield Found(element, fault, hint, "href")


def _fault(href: str, said: str) -> str:
    if href.startswith("#"):
        return f"`{href}` points into the file, not at an entry of an ontology"
    if href.startswith("/akn/ontology/") and href.split("/")[3].lower() != said:
        return f"`{href}` is of the class {href.split('/')[3]}, the declaration of the class {said}"
    if href.startswith("/akn/") and not href.startswith("/akn/ontology/"):
        return f"`{href}` is not the IRI of an entry of the ontology"
    return ""
