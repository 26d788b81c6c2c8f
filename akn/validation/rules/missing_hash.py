"""A reference to something in the file begins with `#`.

`as="author"` is not the entry `author` of this file: without `#` it is the IRI of a file of that name beside this
one. Reported is what a declared eId would match; each name once.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 4.10.1, “Fragment references”; IRIs as of RFC 3987.

Wrong:

```xml
<FRBRWork>
  <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/!main"/>
  <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153"/>
  <FRBRdate date="2031-12-18" name="adoption"/>
  <FRBRauthor href="unga" as="#author"/>
  <FRBRcountry value="un"/>
</FRBRWork>
```

Right:

```xml
<FRBRWork>
  <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/!main"/>
  <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153"/>
  <FRBRdate date="2031-12-18" name="adoption"/>
  <FRBRauthor href="#unga" as="#author"/>
  <FRBRcountry value="un"/>
</FRBRWork>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, more

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN321"
NAME = "missing-hash"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """References that would name an eId of the file if they had a `#`; each name and attribute once."""
    ids = context.ids
    for (attribute, value), elements in context.references.items():
        if value in ids:
            yield Found(
                elements[0],
                f"`{attribute}` names `{value}`, which is declared, without `#`{more(len(elements) - 1)}",
                f'Write {attribute}="#{value}".',
                attribute,
            )
