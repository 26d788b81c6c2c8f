"""The document is Akoma Ntoso itself, not a vocabulary that was derived from it or resembles it.

Germany's LegalDocML.de, the Netherlands' STOP, Brazil's LexML, Italy's NormeInRete, the United States' USLM and the United
Kingdom's CLML have namespaces and schemas of their own. They are named as what they are. Give their schema with
`--schema` to judge them.

Source: the namespaces that these vocabularies publish.

Wrong:

```xml
<akomaNtoso xmlns="http://Inhaltsdaten.LegalDocML.de/1.6/"/>
```

Right:

```xml
<mainBody>
  <p>Text</p>
</mainBody>
```
"""

from __future__ import annotations

CODE = "AKN112"
NAME = "national-dialect"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
