"""The prefix of an eId is the eId of an element around it.

`sec_I__para_1` stands in the element `sec_I`. The convention leaves it to the author which elements give context:
`para_1` alone is right in a section too if paragraphs are counted through the document. But a prefix that names an
element elsewhere, or none at all, was copied with the text or left behind when it was moved.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 5.4.1, “Prefix”.

Wrong:

```xml
<section eId="sec_II">
  <num>II</num>
  <paragraph eId="sec_I__para_1"><num>1.</num><content><p>Text</p></content></paragraph>
</section>
```

Right:

```xml
<section eId="sec_II">
  <num>II</num>
  <paragraph eId="sec_II__para_1"><num>1.</num><content><p>Text</p></content></paragraph>
</section>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.reading.eids import refs, take_apart
from akn.validation.rule import Found, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context

CODE = "AKN303"
NAME = "eid-prefix"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = True


def check(context: Context) -> Iterator[Found]:
    """Prefixes that no element around has as its eId."""
    known: set[tuple[etree._Element, str]] = set()
    for eid, element, _, parts in context.structural:
        parent = element.getparent()
        if not parts.prefix or parent is None or parent.get("eId") == parts.prefix or (parent, parts.prefix) in known:
            continue
        if _stands_in(element, parts.prefix):
            known.add((parent, parts.prefix))
        else:
            around = _around(element)
            yield Found(
                element,
                f"the eId `{eid}` begins with `{parts.prefix}`, but the element does not stand in one of that eId",
                f"It stands in `{around}`." if around else "",
                "eId",
            )


def _stands_in(element: etree._Element, prefix: str) -> bool:
    for ancestor in element.iterancestors():
        eid = ancestor.get("eId")
        if eid is None:
            # an element without eId still gives context: its word may end the prefix, with a number or without
            if take_apart(prefix).ref in refs(local(ancestor)):
                return True
        elif eid == prefix or _unnumbered(eid) == prefix:
            return True
    return False


def _unnumbered(eid: str) -> str:
    """`preamble` for `preamble_1` and `preamble__1`: a number on an element that is unique in its context is idle."""
    parts = take_apart(eid)
    return f"{parts.prefix}__{parts.ref}" if parts.prefix else parts.ref


def _around(element: etree._Element) -> str:
    return next((eid for a in element.iterancestors() if (eid := a.get("eId"))), "")
