"""The root of a file is `akomaNtoso`.

The schema declares every element globally, so that it accepts a bare `p` as a document. A file of Akoma Ntoso has the
root `akomaNtoso`, which holds one document: `statement`, `act`, `bill`, `doc`, `judgment` and so on.

Source: Akoma Ntoso Version 1.0 Part 1, “The `<akomaNtoso>` root element”; the type `akomaNtosoType` of the OASIS schema.

Wrong:

```xml
<p xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">Text</p>
```

Right:

```xml
<mainBody>
  <p>Text</p>
</mainBody>
```
"""

from __future__ import annotations

CODE = "AKN110"
NAME = "no-document"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
