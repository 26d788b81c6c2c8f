"""The operative part of a resolution consists of `paragraph`s.

Paragraphs may stand in `part`, `section`, `division` and their like, and hold a `list` of `point`s. An operative
paragraph marked up as `article`, `clause` or `rule`, or a generic `hcontainer`, has a name that no citation of
resolutions uses (“paragraph 12 of resolution 86/153”), and gets an eId to match. Where the page itself says `Article
12`, the text is an article, in the body as in an annex.

Source: AKN4UN Guidelines, part 1, “Hierarchical Elements”, “AKN4UN Hierarchical Structures”; part 2, “Document Class:
Deliberative Documents”, “Subclass: Resolution”.

Wrong:

```xml
<mainBody>
  <clause eId="cl_1"><num>1.</num><content><p><i>Decides</i> to meet;</p></content></clause>
</mainBody>
```

Right:

```xml
<mainBody>
  <paragraph eId="para_1"><num>1.</num><content><p><i>Decides</i> to meet;</p></content></paragraph>
</mainBody>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, Q, local, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context

CODE = "AKN216"
NAME = "operative-paragraph"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False

NUM = f"{Q}num"

OTHERS = (
    "article",
    "clause",
    "rule",
    "hcontainer",
    "alinea",
    "level",
    "proviso",
    "subrule",
    "subclause",
    "book",
    "tome",
)


def check(context: Context) -> Iterator[Found]:
    """Other hierarchical elements where operative paragraphs stand."""
    if not any(name in context.names for name in OTHERS):
        return
    for part in context.statements:
        body = part.child("mainBody")
        if body is not None:
            yield from _in(body)


def _in(parent: etree._Element) -> Iterator[Found]:
    for child in parent:
        name = local(child)
        if name in OTHERS:
            num = child.find(NUM)
            if num is None or any(c.isalpha() for c in own_text(num)):
                continue
            yield Found(
                child,
                f"an operative paragraph is marked up as `{name}`",
                "Use `paragraph`; `section`, `part` or `division` around paragraphs, `list` and `point` inside them.",
            )
        elif name in ("section", "part", "division", "chapter", "title", "subsection", "subpart") and len(child):
            yield from _in(child)
