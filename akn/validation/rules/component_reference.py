"""A `documentRef` to something in the file names a component or an attachment.

`embeddedStructure/documentRef href="#cmp_1"` and the entries of a `collectionBody` stand for a document that the file
has as `component`. If the name leads to anything else, the document is not where the reader is sent.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 4.10.2, “Local component references”; AKN4UN Guidelines, part
2, “Document Class: Publications”.

Wrong:

```xml
<paragraph eId="para_1">
  <num>1.</num>
  <content>
    <p>Text: <embeddedStructure eId="es_1"><documentRef eId="dref_1" href="#para_1" showAs="Plan"/></embeddedStructure></p>
  </content>
</paragraph>
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

from akn.validation.rule import DOCUMENTS, Found, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN380"
NAME = "component-reference"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """References to documents that lead to another kind of element."""
    for reference in context.all("documentRef", "componentRef"):
        attribute = "href" if local(reference) == "documentRef" else "src"
        href = (reference.get(attribute) or "").strip()
        target = context.ids.get(href[1:]) if href.startswith("#") else None
        if target is not None and local(target) not in ("component", "attachment", *DOCUMENTS):
            yield Found(
                reference,
                f"`{href}` is a `{local(target)}`, not a component or attachment",
                "Name the eId of the component that has the document.",
                attribute,
            )
