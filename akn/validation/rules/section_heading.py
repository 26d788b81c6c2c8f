"""The number and the title of a section are `num` and `heading`.

Two `subheading`s, or a `subheading` without a `heading`, say neither which is the number nor that there is a title.

Source: the schema's description of `subheading` (a heading below another); AKN4UN Guidelines, part 1, “Hierarchical
Elements”.

Wrong:

```xml
<section eId="sec_I">
  <subheading>I</subheading>
  <subheading>Overall</subheading>
  <paragraph eId="sec_I__para_1"><num>1.</num><content><p>Text</p></content></paragraph>
</section>
```

Right:

```xml
<section eId="sec_I">
  <num>I</num>
  <heading>Overall</heading>
  <paragraph eId="sec_I__para_1"><num>1.</num><content><p>Text</p></content></paragraph>
</section>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, Q, local, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN231"
NAME = "section-heading"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Sections with subheadings and without heading; one finding for each section."""
    last = None
    for subheading in context.all("subheading"):
        parent = subheading.getparent()
        if parent is None or parent is last or local(parent) in ("paragraph", "point", "subparagraph"):
            continue
        last = parent
        if parent.find(f"{Q}heading") is None:
            yield Found(
                subheading,
                f"“{own_text(subheading)[:60]}” is a subheading of a `{local(parent)}` that has no heading",
                "Write the number as `num` and the title as `heading`.",
            )
