"""`FRBRthis` is the `FRBRuri` of its level with the component behind it.

`…/86-153/!main` for the document itself, `…/!annex_1` for its first annex; on the level of the manifestation the
format follows: `…/eng@/!main.xml`. The component is the same on all three levels.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 4.8.1, “Specifying components in IRI references”; AKN4UN
Guidelines, part 1, “Structural Components IRI”.

Wrong:

```xml
<FRBRExpression>
  <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/eng@!main"/>
  <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/eng@"/>
  <FRBRdate date="2032-01-21" name="publication"/>
  <FRBRauthor href="#unga" as="#issuer"/>
  <FRBRlanguage language="eng"/>
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

from akn.validation.reading.iris import component
from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context, Level

CODE = "AKN311"
NAME = "iri-this"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """FRBRthis that do not go on from FRBRuri, or name another component than the work's."""
    for part in context.parts:
        named = ""
        for name, level in part.levels():
            if level.this is None:
                continue
            this = (level.this.get("value") or "").strip()
            if not this.startswith("/akn/"):
                continue
            named = named or component(this)
            if fault := _fault(name, level, this, named):
                yield Found(level.this, fault, f"Write {_right(level, named or 'main', name)}.", "value")


def _fault(name: str, level: Level, this: str, named: str) -> str:
    uri = _stem(level)
    if not this.startswith(uri):
        return f"FRBRthis of the {name} does not go on from its FRBRuri"
    rest = this[len(uri) :]
    if not rest.startswith("/!"):
        return f"FRBRthis of the {name} names no component behind `/!`"
    if component(this) != named:
        return f"FRBRthis of the {name} names the component `{component(this)}`, that of the work `{named}`"
    return ""


def _stem(level: Level) -> str:
    """The FRBRuri of a level without the format of a manifestation."""
    uri = level.iri().rstrip("/")
    head, at, tail = uri.rpartition("@")
    return f"{head}{at}{tail.partition('.')[0]}" if at else uri


def _right(level: Level, named: str, name: str) -> str:
    return f"{_stem(level)}/!{named}{'.xml' if name == 'manifestation' else ''}"
