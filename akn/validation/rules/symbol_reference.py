"""The symbol on the page says that it is the symbol.

`docNumber` marks up the symbol (`A/RES/86/153`) and the number of the resolution (`86/153.`) alike. `refersTo`
`#symbol` tells them apart.

Source: AKN4UN Guidelines, part 2, “Basic Structures”, “<coverPage>”; the United Nations' own files write
`docNumber refersTo="#symbol"` on every cover page.

Wrong:

```xml
<coverPage>
  <p><docNumber>A/RES/86/153</docNumber></p>
</coverPage>
```

Right:

```xml
<coverPage>
  <p><docNumber refersTo="#symbol">A/RES/86/153</docNumber></p>
</coverPage>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, Q, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN222"
NAME = "symbol-reference"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Symbols on a cover page that `refersTo` does not call so."""
    for cover in context.all("coverPage"):
        for number in cover.iter(f"{Q}docNumber"):
            words = own_text(number)
            head, slash, rest = words.partition("/")
            if slash and head.isalpha() and head.isupper() and rest and not number.get("refersTo"):
                yield Found(
                    number,
                    f"nothing says that {words} is the symbol of the document",
                    'Write <docNumber refersTo="#symbol"> and declare the concept in `references`.',
                )
