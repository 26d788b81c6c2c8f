"""The document is valid against the schema in every other way.

What the schema says beyond the cases that have a code of their own: types named by `xsi:type`, `xsi:nil`, attributes of
the namespaces `xml` and `xsi`.

Source: XML Schema Part 1; the OASIS schema.

Wrong:

```xml
<paragraph eId="para_1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="letter">
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

CODE = "AKN109"
NAME = "schema"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
