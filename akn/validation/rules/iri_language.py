"""The language in the IRI of an expression is its `FRBRlanguage`.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 4.6.1, “The IRI for the Expression as a Whole”; AKN4UN
Guidelines, part 1, “Expression IRI”.

Wrong:

```xml
<FRBRExpression>
  <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/eng@/!main"/>
  <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/eng@"/>
  <FRBRdate date="2032-01-21" name="publication"/>
  <FRBRauthor href="#unga" as="#issuer"/>
  <FRBRlanguage language="fra"/>
</FRBRExpression>
```

Right:

```xml
<FRBRExpression>
  <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/eng@/!main"/>
  <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/eng@"/>
  <FRBRdate date="2032-01-21" name="publication"/>
  <FRBRauthor href="#unga" as="#issuer"/>
  <FRBRlanguage language="eng"/>
</FRBRExpression>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.reading import iris
from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN315"
NAME = "iri-language"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Expressions whose IRI has another language than any of their FRBRlanguage; `mul` may be any."""
    for part in context.parts:
        if part.work is None or part.expression is None:
            continue
        code = iris.language(part.expression.iri(), part.work.iri())
        languages = part.expression.all("FRBRlanguage")
        said = [(language.get("language") or "").strip() for language in languages]
        if code and code != "mul" and said and code not in said:
            yield Found(
                languages[0],
                f"FRBRlanguage is `{said[0]}`, the language in the IRI of the expression `{code}`",
                "Correct the one that is wrong.",
                "language",
            )
