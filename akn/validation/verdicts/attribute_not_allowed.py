"""An element has only attributes that the schema gives it.

An attribute of another element, of an older version (`id` instead of `eId`), or with a slip of the pen in its name is
not read by anyone.

Source: XML Schema Part 1, “Element Locally Valid (Complex Type)”, clause 3; the attribute groups of the OASIS schema.

Wrong:

```xml
<paragraph id="para_1">
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

CODE = "AKN103"
NAME = "attribute-not-allowed"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
