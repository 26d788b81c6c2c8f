"""`session` has the number of the session as a value.

`<session value="86">Eighty-sixth session</session>`: the words are of one language, the value is the same in all.
Special sessions have their number too, with or without the letters of the symbol (`10` or `S-10`).

Source: AKN4UN Guidelines, part 1, “Element Text vs. Attributes”; part 2, “Basic Structures”, “<coverPage>”.

Wrong:

```xml
<coverPage>
  <p><session>Eighty-sixth session</session></p>
</coverPage>
```

Right:

```xml
<coverPage>
  <p><session value="86">Eighty-sixth session</session></p>
</coverPage>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN223"
NAME = "session-value"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Sessions without a number in their value."""
    for session in context.all("session"):
        value = (session.get("value") or "").strip()
        if not any(c.isdigit() for c in value):
            said = f"`{value}` is no number" if value else "it has no value"
            yield Found(
                session,
                f"the session “{own_text(session)}” has no number: {said}",
                'Write the number of the session: <session value="86">.',
                "value" if value else "",
            )
