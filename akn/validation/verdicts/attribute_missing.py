"""An element has the attributes that the schema demands.

A `container` without `name`, a reference without `href`, a declaration without `showAs` does not say what it is for.

Source: XML Schema Part 1, “Element Locally Valid (Complex Type)”, clause 4; the attribute groups of the OASIS schema.

Wrong:

```xml
<preamble>
  <container eId="preamble__container_1"><p>Recalling its decision,</p></container>
</preamble>
```

Right:

```xml
<preamble>
  <container name="Recalling" eId="preamble__container_1"><p>Recalling its decision,</p></container>
</preamble>
```
"""

from __future__ import annotations

CODE = "AKN104"
NAME = "attribute-missing"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
