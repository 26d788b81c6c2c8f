"""The file is well-formed XML.

Every element is closed in the right order, `&` and `<` are escaped, one element is the root, and the file is whole.
What is not well-formed has no tree, so nothing else about the file can be said.

Source: Extensible Markup Language (XML) 1.0, section 2.1, “Well-Formed XML Documents”.

Wrong:

```xml
<akomaNtoso><statement></akomaNtoso></statement>
```

Right:

```xml
<akomaNtoso><statement/></akomaNtoso>
```
"""

from __future__ import annotations

CODE = "AKN001"
NAME = "not-well-formed"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
