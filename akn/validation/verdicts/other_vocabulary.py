"""The document is in the namespace of Akoma Ntoso.

Without the namespace, or in a misspelt one, no element is known to the schema, however right its name looks. A file of
another kind (HTML, a word processor's XML) is named as such.

Source: Akoma Ntoso Version 1.0 Part 2, “Specifications”, which gives the namespace of the standard.

Wrong:

```xml
<akomaNtoso xmlns=""/>
```

Right:

```xml
<mainBody>
  <p>Text</p>
</mainBody>
```
"""

from __future__ import annotations

CODE = "AKN113"
NAME = "other-vocabulary"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
