"""The symbol that the page shows is the alias of the work.

A resolution is cited by its symbol (`A/RES/86/153`), which is not part of its IRI. `FRBRalias name="symbol"` ties
the two together, so that a program finds the document by either.

Source: AKN4UN Guidelines, part 1, “Akoma Ntoso Metadata”; part 2, “Document Class: Deliberative Documents”.

Wrong:

```xml
<FRBRWork>
  <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/!main"/>
  <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153"/>
  <FRBRdate date="2031-12-18" name="adoption"/>
  <FRBRauthor href="#unga" as="#author"/>
  <FRBRcountry value="un"/>
</FRBRWork>
```

Right:

```xml
<FRBRWork>
  <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/!main"/>
  <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153"/>
  <FRBRalias name="symbol" value="A/RES/86/153"/>
  <FRBRdate date="2031-12-18" name="adoption"/>
  <FRBRauthor href="#unga" as="#author"/>
  <FRBRcountry value="un"/>
</FRBRWork>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, Q, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN205"
NAME = "symbol-alias"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """A work without the alias although its symbol is printed."""
    main = context.main
    if main is None or main.work is None:
        return
    if any(alias.get("name") == "symbol" for alias in main.work.element.iter(f"{Q}FRBRalias")):
        return
    symbol = next((own_text(n) for n in context.all("docNumber") if n.get("refersTo") == "#symbol"), "")
    if symbol:
        yield Found(
            main.work.element,
            f"the page shows the symbol {symbol}, but the work has no alias of that name",
            f'Add <FRBRalias name="symbol" value="{symbol}"/> behind FRBRuri.',
        )
