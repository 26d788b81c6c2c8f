"""The document is in the namespace of the standard.

Before the OASIS Standard of 29 August 2018 there were working drafts and committee drafts of version 3.0, and versions 1.0
and 2.0 before that, each with a namespace of its own (`…/akn/3.0/WD17`, `…/akn/3.0/CSD13`,
`http://www.akomantoso.org/2.0`). Hundreds of published files have one. The standard's schema has no declaration for
them; the drafts also differ from it in elements and attributes (`id` for `eId`).

Source: Akoma Ntoso Version 1.0 Part 2, “Specifications”, which gives the namespace of the standard.

Wrong:

```xml
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13"/>
```

Right:

```xml
<mainBody>
  <p>Text</p>
</mainBody>
```
"""

from __future__ import annotations

CODE = "AKN111"
NAME = "draft-namespace"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
