"""The file has no document type declaration (DOCTYPE).

A DTD can define entities that grow to gigabytes, or that read files and addresses of the network into the document.
Akoma Ntoso needs none: its grammar is an XML Schema, and characters are written as themselves. A file with a DOCTYPE
is refused before the parser sees it; nothing is expanded, read or fetched.

Source: W3C, “XML Schema” validation does not use a DTD; OWASP, “XML External Entity Prevention”.

Wrong:

```xml
<!DOCTYPE akomaNtoso [<!ENTITY un "United Nations">]>
<akomaNtoso>&un;</akomaNtoso>
```

Right:

```xml
<akomaNtoso>United Nations</akomaNtoso>
```
"""

from __future__ import annotations

CODE = "AKN002"
NAME = "document-type-declaration"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
