"""A date's value is the date that its words say.

`<docDate date="2031-12-18">18 December 2031</docDate>`: programs sort by the value, people read the words.

Source: AKN4UN Guidelines, part 1, “Element Text vs. Attributes”: the attribute has the value of the text in a normal
form.

Wrong:

```xml
<conclusions>
  <p><docDate date="2031-12-08" refersTo="#adoption">18 December 2031</docDate></p>
</conclusions>
```

Right:

```xml
<conclusions>
  <p><docDate date="2031-12-18" refersTo="#adoption">18 December 2031</docDate></p>
</conclusions>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.reading.dates import contradicts
from akn.validation.rule import Found, local, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context

CODE = "AKN351"
NAME = "date-words"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Dates whose words are a full date, and another one."""
    for element in context.all("docDate", "date"):
        value = (element.get("date") or "")[:10]
        if not value:
            continue
        words = (element.text or "") if not len(element) else own_text(element)
        said = contradicts(words, value, _language(context, element))
        if said:
            yield Found(
                element,
                f"the words of this `{local(element)}`, “{' '.join(words.split())}”, say {said}; its value is {value}",
                "Correct the value.",
                "date",
            )


def _language(context: Context, element: etree._Element) -> str:
    part = context.part_of(element)
    return part.expression.value("FRBRlanguage", "language") if part is not None and part.expression is not None else ""
