"""A raised number in the text is a footnote's marker.

`<sup>3</sup>` with nothing behind it is most often a marker whose note was lost. Exponents (`m<sup>2</sup>`, `10<sup>6
</sup>`) are not meant, nor the raised letters of ordinals.

Source: the schema's elements `authorialNote` and `noteRef`; this project's mark-up of footnotes, docs/markup.md.

Wrong:

```xml
<paragraph eId="para_1">
  <content><p>As decided in its resolution,<sup>3</sup> the Assembly</p></content>
</paragraph>
```

Right:

```xml
<paragraph eId="para_1">
  <content><p>An area of 40 km<sup>2</sup> is protected</p></content>
</paragraph>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context

CODE = "AKN332"
NAME = "unmatched-marker"
SEVERITY = "info"
PROFILES = ("akn4un", "oasis")
FIXABLE = False

UNITS = ("m", "km", "cm", "mm", "dm", "ft", "mi", "m.", "s", "h", "kg", "м", "км", "см", "م", "كم", "米", "公里")


def check(context: Context) -> Iterator[Found]:
    """Raised numbers that no note stands in, except exponents."""
    for sup in context.all("sup"):
        digits = (sup.text or "").strip()
        if not len(sup) and digits.isdecimal() and not _is_exponent(sup):
            yield Found(
                sup,
                f"the raised number {digits} is no footnote",
                "If it is a marker, put the note here, or a `noteRef` to the note that it calls again.",
            )


def _is_exponent(sup: etree._Element) -> bool:
    """Whether a raised number stands directly behind a digit, a bracket or a unit."""
    previous, parent = sup.getprevious(), sup.getparent()
    words = previous.tail if previous is not None else parent.text if parent is not None else ""
    before = (words or "").rstrip("\n\t")
    if not before or before[-1].isspace():
        return False
    return before[-1].isdecimal() or before[-1] == ")" or before.split()[-1] in UNITS
