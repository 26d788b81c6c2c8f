"""The country of a document of the United Nations is `un`.

`FRBRcountry` and the second part of the work's IRI have the code of the jurisdiction; for bodies of the United
Nations system that is `un`, not the code of the State where they meet.

Source: AKN4UN Guidelines, part 1, “IRI Identifiers for Documents”, “Work IRI”.

Wrong:

```xml
<FRBRcountry value="ch"/>
```

Right:

```xml
<FRBRcountry value="un"/>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN204"
NAME = "un-country"
SEVERITY = "error"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Countries other than `un`."""
    for country in context.all("FRBRcountry"):
        value = country.get("value") or ""
        if value != "un":
            yield Found(country, f"the country is `{value}`; documents of the United Nations have `un`", "", "value")
