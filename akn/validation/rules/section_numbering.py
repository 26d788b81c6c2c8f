"""Sections and parts are numbered without gaps and repeats.

`I II III`, `A B C`. Divisions of one kind that stand beside each other count on. The first ones of a resolution begin
with the first number; elsewhere (in an excerpt, in the next part) they may begin with any.

Source: United Nations Editorial Manual, “Resolutions and other formal decisions”, “Numbering and arrangement of
paragraphs”; AKN4UN Guidelines, part 1, “Hierarchical Elements”.

Wrong:

```xml
<mainBody>
  <section eId="sec_I"><num>I</num><paragraph eId="sec_I__para_1"><content><p>Text</p></content></paragraph></section>
  <section eId="sec_III"><num>III</num><content><p>Text</p></content></section>
</mainBody>
```

Right:

```xml
<mainBody>
  <section eId="sec_I"><num>I</num><paragraph eId="sec_I__para_1"><content><p>Text</p></content></paragraph></section>
  <section eId="sec_II"><num>II</num><content><p>Text</p></content></section>
</mainBody>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.reading.labels import breaks, like, readings
from akn.validation.rule import Found, local, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context

CODE = "AKN342"
NAME = "section-numbering"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = False

DIVISIONS = ("part", "section", "division", "chapter", "title", "subsection", "subpart", "subdivision", "article")


def check(context: Context) -> Iterator[Found]:
    """Divisions whose number does not follow that of the one before."""
    for name in DIVISIONS:
        groups: dict[etree._Element, list[tuple[etree._Element, str]]] = {}
        for element in context.all(name):
            parent = element.getparent()
            words = _number(context.numbered.get(element))
            if words and parent is not None and local(parent) != "quotedStructure":
                groups.setdefault(parent, []).append((element, words))
        ends = False
        for parent, group in groups.items():
            labels = [words for _, words in group]
            top = local(parent) == "mainBody" and _is_statement(parent.getparent())
            for broken in breaks(labels):
                if broken.at == 0 and (ends or not top):
                    continue
                element, words = group[broken.at]
                said = (
                    "stands twice in a row"
                    if broken.repeated
                    else f"stands where {like(words, broken.expected)} was expected"
                )
                yield Found(element, f"the number {words} of this {name} {said}", "Look for a division that was lost.")
            ends = True


def _number(num: etree._Element | None) -> str:
    if num is None:
        return ""
    words = own_text(num)
    return words if readings(words) else words.split()[-1] if words else ""


def _is_statement(element: etree._Element | None) -> bool:
    return element is not None and local(element) == "statement"
