"""An eId, and a GUID, stands once in a document.

The schema declares both as keys that must be unique within the document, or no reference could name one element.

Source: the constraints `eId-…` and `GUID-…` (`xsd:unique`) of the document elements in the OASIS schema.

Wrong:

```xml
<mainBody>
  <paragraph eId="para_1"><num>1.</num><content><p>Text</p></content></paragraph>
  <paragraph eId="para_1"><num>2.</num><content><p>Text</p></content></paragraph>
</mainBody>
```

Right:

```xml
<mainBody>
  <paragraph eId="para_1"><num>1.</num><content><p>Text</p></content></paragraph>
  <paragraph eId="para_2"><num>2.</num><content><p>Text</p></content></paragraph>
</mainBody>
```
"""

from __future__ import annotations

CODE = "AKN107"
NAME = "key-not-unique"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
