"""The bytes of the file are in the encoding that it states.

UTF-8 and UTF-16 are read, and the encodings of one script that are in use (ISO 8859, Windows, KOI8, GB, Big5,
Shift JIS, EUC). Others are refused: in UTF-7 or EBCDIC a DOCTYPE could hide from the check of `AKN002`. Bytes that the
stated encoding does not have are refused too, because any guess would change the text.

Source: Extensible Markup Language (XML) 1.0, section 4.3.3, “Character Encoding in Entities”.

Wrong:

```xml
<?xml version="1.0" encoding="UTF-7"?>
<akomaNtoso/>
```

Right:

```xml
<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso/>
```
"""

from __future__ import annotations

CODE = "AKN003"
NAME = "encoding"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
