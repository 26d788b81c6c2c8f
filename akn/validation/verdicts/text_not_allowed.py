"""Text stands in elements that hold text.

`mainBody`, `paragraph`, `content`, `list` and their like hold elements only; words stand in a `p`, a `heading`, a `num`.
Text directly between the elements belongs to none of them, and programs pass over it.

Source: XML Schema Part 1, “Element Locally Valid (Complex Type)”, clause 2; the complex types of the OASIS schema that are
not `mixed`.

Wrong:

```xml
<paragraph eId="para_1">
  <num>1.</num>
  <content>Text</content>
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

CODE = "AKN106"
NAME = "text-not-allowed"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
