"""Each document of a file has an IRI of its own, and an annex that of its resolution with its component.

`FRBRthis` of the resolution ends in `/!main`, that of the first annex in `/!annex_1`; `FRBRuri` is the same for both,
since the annex is part of the work. Two documents with one `FRBRthis` cannot be told apart.

Source: OASIS Akoma Ntoso Naming Convention 1.0, sections 4.8.1, “Specifying components in IRI references”, and 4.8.2,
“Hierarchies of components in component specifications”.

Wrong:

```xml
<attachments>
  <attachment eId="att_1">
    <heading>Annex</heading>
    <doc name="annex">
      <meta>
        <identification source="#akn">
          <FRBRWork>
            <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/!main"/>
            <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153"/>
          </FRBRWork>
        </identification>
      </meta>
      <mainBody/>
    </doc>
  </attachment>
</attachments>
```

Right:

```xml
<attachments>
  <attachment eId="att_1">
    <heading>Annex</heading>
    <doc name="annex">
      <meta>
        <identification source="#akn">
          <FRBRWork>
            <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/!annex_1"/>
            <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153"/>
          </FRBRWork>
        </identification>
      </meta>
      <mainBody/>
    </doc>
  </attachment>
</attachments>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.reading.iris import component
from akn.validation.rule import Found, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context, Level, Part

CODE = "AKN319"
NAME = "component-iri"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Documents with the FRBRthis of another, and annexes with another FRBRuri than the document around them."""
    if len(context.parts) < 2:
        return
    seen: dict[str, Part] = {}
    for part in context.parts:
        if part.work is None:
            continue
        this = _this(part.work)
        other = seen.setdefault(this, part) if this else part
        if other is not part:
            yield Found(
                part.work.this if part.work.this is not None else part.work.element,
                f"this {part.kind or part.name} has the FRBRthis of the {other.kind or other.name} in line "
                f"{other.element.sourceline}",
                "Give it the name of its component: …/!annex_1.",
                "value",
            )
        elif _of_the_same_work(part) and (around := _around(context, part)) is not None:
            mine, its = part.work.iri().rstrip("/"), around.work.iri().rstrip("/") if around.work is not None else ""
            if mine and its and mine != its:
                yield Found(
                    part.work.uri if part.work.uri is not None else part.work.element,
                    f"the {part.kind or part.name} is part of the work {its}, but its FRBRuri is another",
                    "Give it the FRBRuri of the document around it.",
                    "value",
                )


def _this(level: Level) -> str:
    return (level.this.get("value") or "").strip().rstrip("/") if level.this is not None else ""


def _of_the_same_work(part: Part) -> bool:
    """Whether a document is an attachment, and named as a component: an attached work of its own has `!main`."""
    parent = part.element.getparent()
    named = component(_this(part.work)) if part.work is not None else ""
    return parent is not None and local(parent) == "attachment" and named not in ("", "main")


def _around(context: Context, part: Part) -> Part | None:
    parent = part.element.getparent()
    return context.part_of(parent) if parent is not None else None
