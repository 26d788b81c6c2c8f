"""A heading is not a paragraph without text.

`section` or `division` with `num` and `heading` holds the paragraphs that the heading is for. A `paragraph` that has
a heading and nothing else stands beside them: the outline is lost, and the count of paragraphs is wrong.

Source: AKN4UN Guidelines, part 1, “Hierarchical Elements”, “AKN4UN Hierarchical Structures”; the schema type
`hierarchy` lets any hierarchical element be empty.

Wrong:

```xml
<mainBody>
  <paragraph eId="para_1"><heading>Follow-up</heading></paragraph>
  <paragraph eId="para_2"><content><p><i>Decides</i> to meet.</p></content></paragraph>
</mainBody>
```

Right:

```xml
<mainBody>
  <division eId="dvs_1">
    <heading>Follow-up</heading>
    <paragraph eId="dvs_1__para_1"><content><p><i>Decides</i> to meet.</p></content></paragraph>
  </division>
</mainBody>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, Q, local, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN230"
NAME = "heading-as-paragraph"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = False

TITLES = ("num", "heading", "subheading")
LAST = frozenset(Q + name for name in TITLES)


def check(context: Context) -> Iterator[Found]:
    """Paragraphs and points that hold titles and nothing else."""
    for element in context.all("paragraph", "subparagraph", "point"):
        if not len(element) or element[-1].tag not in LAST:
            continue
        kids = [local(child) for child in element if isinstance(child.tag, str)]
        if kids and all(name in TITLES for name in kids):
            words = own_text(element)
            said = f"the heading “{words[:60]}”" if kids != ["num"] else f"the number {words}"
            yield Found(
                element,
                f"{said} is a `{local(element)}` without text",
                "Use a `section` or `division` with num and heading around the paragraphs that follow.",
            )
