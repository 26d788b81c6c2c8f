"""The value of an attribute has the form that the schema demands.

Dates are `2031-12-18`, eIds have no white space, references are IRIs or begin with `#`, and some attributes know only
a list of values. A year alone is no date.

Source: XML Schema Part 2, “Datatypes”; the simple types of the OASIS schema (`dateType`, `noWhiteSpace`, `placementType`).

Wrong:

```xml
<mainBody>
  <p>Done on <date date="2031">18 December 2031</date>.</p>
</mainBody>
```

Right:

```xml
<mainBody>
  <p>Done on <date date="2031-12-18">18 December 2031</date>.</p>
</mainBody>
```
"""

from __future__ import annotations

CODE = "AKN105"
NAME = "value-not-allowed"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
