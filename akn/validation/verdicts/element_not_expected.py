"""An element stands where the schema allows it.

The schema says for each element which elements it holds, and in which order: an element may be in the wrong place, come
too late or too early, stand once too often, or have a name that the schema does not know. The message says what was
expected there instead, and the hint what the parent holds.

Source: XML Schema Part 1, “Element Sequence Valid”; the content model of the parent in the OASIS schema.

Wrong:

```xml
<paragraph eId="para_1">
  <content><p>Text</p></content>
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

CODE = "AKN101"
NAME = "element-not-expected"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
