"""A suppression names codes that exist and silences something.

`<?akn ignore AKN304?>` in front of an element silences that rule in the element and in all that it holds; in front of
the root element, in the whole file. One that names no rule, or silences nothing, is a leftover that could hide a
fault later.

Source: this validator; see “Suppressions” in its documentation.

Wrong:

```xml
<?akn ignore AKN9?>
<akomaNtoso/>
```

Right:

```xml
<akomaNtoso/>
```
"""

from __future__ import annotations

CODE = "AKN006"
NAME = "useless-suppression"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
