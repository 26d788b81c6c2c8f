"""The session on the page is that of the symbol.

`A/RES/86/153` was adopted in the eighty-sixth session. Symbols of the Security Council have no session and are not
judged.

Source: United Nations Editorial Manual, “Resolutions and other formal decisions”, “System of identification”: the
number of a resolution begins with that of the session.

Wrong:

```xml
<coverPage>
  <p><docNumber refersTo="#symbol">A/RES/86/153</docNumber></p>
  <p><session value="85">Eighty-fifth session</session></p>
</coverPage>
```

Right:

```xml
<coverPage>
  <p><docNumber refersTo="#symbol">A/RES/86/153</docNumber></p>
  <p><session value="86">Eighty-sixth session</session></p>
</coverPage>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, Q, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN386"
NAME = "session-number"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Sessions of a cover page that its symbol contradicts."""
    for cover in context.all("coverPage"):
        numbers = [n for n in cover.iter(f"{Q}docNumber") if n.get("refersTo") == "#symbol"]
        expected = _session(own_text(numbers[0])) if numbers else ""
        for session in cover.iter(f"{Q}session"):
            value = "".join(c for c in session.get("value") or "" if c.isdecimal())
            if expected and value and int(value) != int(expected):
                yield Found(
                    session,
                    f"the session is {value}, the symbol {own_text(numbers[0])} says {expected}",
                    "Correct the one that is wrong.",
                    "value",
                )


def _session(symbol: str) -> str:
    """The session in the symbol of a resolution: `86` in `A/RES/86/153`, `32` in `A/RES/S-32/1`; else empty."""
    _, mark, rest = symbol.partition("/RES/")
    session, slash, number = rest.partition("/")
    session = session.removeprefix("ES-").removeprefix("S-")
    return session if mark and slash and number[:1].isdecimal() and session.isdecimal() else ""
