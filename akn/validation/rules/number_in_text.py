"""The number of a paragraph or point stands in `num`, not in its text.

`<num>1.</num><content><p>Decides …`: a number left at the beginning of the text is invisible to whoever looks for
paragraph 1, and nothing checks its sequence.

Source: AKN4UN Guidelines, part 1, “Hierarchical Elements”; “XML Elements Must be Placed Strictly Around their Related
Information”; OASIS Akoma Ntoso Naming Convention 1.0, section 5.4.3 (explicitly numbered elements have a `num`).

Wrong:

```xml
<paragraph eId="para_1">
  <content><p>(a) To convene a meeting;</p></content>
</paragraph>
```

Right:

```xml
<paragraph eId="para_1">
  <num>(a)</num>
  <content><p>To convene a meeting;</p></content>
</paragraph>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.reading.labels import readings
from akn.validation.rule import Found, Q

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN218"
NAME = "number-in-text"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Paragraphs, points and items without `num` whose text begins with a number or letter in punctuation."""
    for element in context.all("paragraph", "point", "item"):
        if element in context.numbered:
            continue
        first = next(element.iter(f"{Q}p"), None)
        label = _label(first.text or "") if first is not None else ""
        if label:
            yield Found(
                first if first is not None else element,
                f"the text begins with the number “{label}”",
                f"Write it as <num>{label}</num> in front of the content.",
            )


def _label(words: str) -> str:
    """The label that a text begins with: `(a)`, `12.`, `iv)`; empty if there is none."""
    start = words.lstrip()[:8]
    if not (")" in start or "." in start or "）" in start):
        return ""
    token = start.split(maxsplit=1)[0]
    core = token.lstrip("(（").rstrip(").）")
    closed = token.endswith((")", "）")) or (token.endswith(".") and core.isdigit())
    if not closed or token == core or not 0 < len(core) <= 5 or "." in core or len(words.split(maxsplit=1)) < 2:
        return ""
    return token if readings(core) else ""
