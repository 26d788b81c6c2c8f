"""The number in an eId is the number that the element shows.

A paragraph with `<num>3.</num>` has an eId that ends in `para_3`, so that “paragraph 3” can be found without reading
the text. Punctuation is left out, capital letters are kept; a letter of another alphabet may be written as the Latin
letter of its rank, and what follows a hyphen (`para_1-2`) may have been added to keep eIds unique.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 5.4.3, “Number”: the number of an explicitly numbered element
is that of its `num`.

Wrong:

```xml
<paragraph eId="para_17">
  <num>1.</num>
  <content><p>Text</p></content>
</paragraph>
```

Right:

```xml
<paragraph eId="para_1">
  <num>1.</num>
  <content><p>Text</p></content>
</paragraph>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.reading.eids import same_number, take_apart, well_formed
from akn.validation.rule import Found, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN304"
NAME = "eid-number"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = True


def check(context: Context) -> Iterator[Found]:
    """Elements with `num` whose eId has another number, or none."""
    for element, num in context.numbered.items():
        eid = element.get("eId")
        if not eid:
            continue
        words = (num.text or "").strip() if not len(num) else own_text(num)
        number = take_apart(eid).number
        if not words or words.rstrip(".") == number:
            continue
        if (not number or not same_number(number, words)) and well_formed(eid):
            said = f"has the number {number}" if number else "has no number"
            yield Found(element, f"the eId `{eid}` {said}, the element shows “{words}”", "", "eId")
