"""An element holds all that the schema demands.

Some elements cannot be without others: a document without `meta`, a `list` without a `point`, a footnote without a
block. The message says what is missing.

Source: XML Schema Part 1, “Element Sequence Valid”; the content model of the element in the OASIS schema.

Wrong:

```xml
<paragraph eId="para_1">
  <num>1.</num>
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

CODE = "AKN102"
NAME = "content-incomplete"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
