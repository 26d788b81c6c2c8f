"""Paragraphs are numbered without gaps and repeats.

`1. 2. 3.`: what is missing was lost in conversion or marked up as something else. In each section, and behind
a paragraph without number, the numbers may go on or begin again at 1; `5 bis` follows `5`. Quoted text and numbers
of parts (`1.2`) are not counted.

Source: United Nations Editorial Manual, “Resolutions and other formal decisions”, “Numbering and arrangement of
paragraphs”: operative paragraphs are numbered consecutively.

Wrong:

```xml
<mainBody>
  <paragraph eId="para_1"><num>1.</num><content><p>Text</p></content></paragraph>
  <paragraph eId="para_3"><num>3.</num><content><p>Text</p></content></paragraph>
</mainBody>
```

Right:

```xml
<mainBody>
  <paragraph eId="para_1"><num>1.</num><content><p>Text</p></content></paragraph>
  <paragraph eId="para_2"><num>2.</num><content><p>Text</p></content></paragraph>
</mainBody>
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from akn.validation.reading.labels import Reading, follows, readings
from akn.validation.rule import Found, Q, local, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context

CODE = "AKN340"
NAME = "paragraph-numbering"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = False

_PART = re.compile(r"\d+\.\w")
"""The number of a part, `1.2` or `1.a`, which does not count paragraphs."""
_NOT_COUNTED = frozenset(Q + name for name in ("quotedStructure", "paragraph", "point", "list"))


def check(context: Context) -> Iterator[Found]:
    """Paragraphs whose number does not follow the one before, nor begins a section with 1."""
    last: dict[etree._Element | None, tuple[etree._Element, Reading]] = {}
    for paragraph in context.all("paragraph"):
        number = _number(context.numbered.get(paragraph))
        parent = paragraph.getparent()
        if number is None or parent is None or parent.tag in _NOT_COUNTED:
            continue
        part = context.part_of(paragraph)
        document = part.element if part is not None else None
        group, before = last.get(document, (None, Reading("number", 0)))
        last[document] = (parent, number)
        if follows(before, number) or (number.value == 1 and (group is not parent or _begins_anew(context, paragraph))):
            continue
        expected = before.value + 1
        if number == before:
            said = f"the number {number.value} stands twice in a row"
        else:
            said = f"the number is {number.value}, {expected} was expected"
            said += f" behind {before.value}" if before.value else ""
        yield Found(paragraph, said, "Look for a paragraph that was lost, merged or marked up as something else.")


def _number(num: etree._Element | None) -> Reading | None:
    """The number that a `num` says, where it is a plain one: `3.`, not `(a)`, `(3)` or `1.2`."""
    if num is None:
        return None
    words = (num.text or "").strip() if not len(num) else own_text(num)
    if not words or not words[0].isdigit() or _PART.match(words):
        return None
    found = readings(words)
    return found[0] if found else None


def _begins_anew(context: Context, paragraph: etree._Element) -> bool:
    """Whether no numbered paragraph stands directly in front of a paragraph, so that the count may begin again."""
    before = paragraph.getprevious()
    return before is None or local(before) != "paragraph" or _number(context.numbered.get(before)) is None
