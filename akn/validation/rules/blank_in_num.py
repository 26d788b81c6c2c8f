"""A `num` has no white space around its number.

A tab in front of the number is the tab stop of a word processor. The number is `1.`; space between number and text is a
matter of the style sheet.

Source: AKN4UN Guidelines, part 1, “XML Elements Must be Placed Strictly Around their Related Information”.

Wrong:

```xml
<paragraph eId="para_1">
  <num> 1. </num>
  <content><p>Text</p></content>
</paragraph>
```

Right:

```xml
<paragraph eId="para_1">
  <num>1.</num>
  <content><p>Text</p></content>
</paragraph>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN371"
NAME = "blank-in-num"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = True


def check(context: Context) -> Iterator[Found]:
    """Numbers with white space in front or behind."""
    for num in context.all("num"):
        words = num.text
        if words is None or not (words[0].isspace() or (words[-1].isspace() and not len(num))):
            continue
        if words.strip():
            what = "a tab" if "\t" in words else "white space"
            yield Found(num, f"{what} stands around the number “{words.strip()}”", f"Write <num>{words.strip()}</num>.")
