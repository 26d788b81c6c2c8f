"""The phrase that opens a preambular or operative paragraph is in `i`.

Resolutions print these phrases in italics, and they are how a reader finds the verb of each paragraph. Where a
document marks them up, all of them should be; one without `i`, or in `b` or `u`, was overlooked. A document without
any `i` (from a source without italics) is not judged.

Source: United Nations Editorial Manual, “Resolutions and other formal decisions”, “Use of italics”; AKN4UN
Guidelines, part 1, “Element Categories” (typographical mark-up for what no structure says).

Wrong:

```xml
<preamble>
  <formula name="enactingFormula"><p>The General Assembly,</p></formula>
  <container name="Recalling"><p><i>Recalling</i> its decision,</p></container>
  <container name="Noting"><p>Noting the report,</p></container>
</preamble>
```

Right:

```xml
<preamble>
  <formula name="enactingFormula"><p>The General Assembly,</p></formula>
  <container name="Recalling"><p><i>Recalling</i> its decision,</p></container>
  <container name="Noting"><p><i>Noting</i> the report,</p></container>
</preamble>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, Q, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context

CODE = "AKN217"
NAME = "opening-phrase"
SEVERITY = "info"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Preambular paragraphs without `i` at their beginning, where others of the document have it."""
    if "i" not in context.names:
        return
    for containers in context.containers:
        opened = [(container, _opening(container)) for container in containers]
        if not any(name == "i" for _, name in opened):
            continue
        for container, name in opened:
            if name in ("", "b", "u"):
                how = f"in `{name}`" if name else "plain text"
                yield Found(
                    container,
                    f"the opening phrase of this preambular paragraph is {how}; others of this document are in `i`",
                    "Mark up the phrase as `i`.",
                )


_BLOCKS = (f"{Q}p", f"{Q}listIntroduction")


def _opening(container: etree._Element) -> str:
    """The name of the element that the text of a container begins in; empty for plain text, `?` for no text."""
    block = container[0] if len(container) else None
    if block is None or block.tag not in _BLOCKS:
        block = next(container.iterdescendants(*_BLOCKS), None)
    if block is None:
        return "?"
    if (block.text or "").strip(' \t\r\n\u00a0“"«(['):
        return ""
    return local(block[0]) if len(block) else "?"
