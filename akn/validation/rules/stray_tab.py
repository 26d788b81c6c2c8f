"""Text has no tabs.

A tab in the text of an element is the tab stop of a word processor, not a character of the document. Indentation of
the XML file itself (a line break and white space) is not meant.

Source: AKN4UN Guidelines, part 1, “Correlation between XML and Print / Presentation documents”: spacing is a matter of
the style sheet.

Wrong:

```xml
<container name="Recalling">
  <p>	<i>Recalling</i> its decision,</p>
</container>
```

Right:

```xml
<container name="Recalling">
  <p><i>Recalling</i> its decision,</p>
</container>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, local, more

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN372"
NAME = "stray-tab"
SEVERITY = "info"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Elements whose text begins with tabs or has one between words; the first, with the number of the others."""
    found = [
        element
        for name in ("p", "heading", "subheading", "docTitle", "docNumber", "crossHeading", "listIntroduction")
        for element in context.names.get(name, ())
        if (words := element.text) and "\t" in words and _is_stray(words)
    ]
    if found:
        yield Found(
            found[0],
            f"a tab stands in the text of this `{local(found[0])}`{more(len(found) - 1)}",
            "Leave it out, or write a space.",
        )


def _is_stray(words: str) -> bool:
    """Whether a tab is part of a line with words, not of the indentation of the file."""
    first, *others = words.split("\n")
    return "\t" in first or any("\t" in line.strip() for line in others)
