"""Elements that stand for words have words.

An empty `p`, `i`, `heading` or `num` is a leftover: it prints as a blank line, or makes a paragraph look numbered
that is not. Cells of tables may be empty, and so may the one `p` that the schema demands in a body without text.

Source: the schema types `inline` and `block`, which allow it; AKN4UN Guidelines, part 1, “Model the Content as It
Appears in Documents”: what is not on the page is not marked up.

Wrong:

```xml
<preface>
  <p><docTitle>A title</docTitle></p>
  <p> </p>
</preface>
```

Right:

```xml
<preface>
  <p><docTitle>A title</docTitle></p>
</preface>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context

CODE = "AKN370"
NAME = "empty-element"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = True

NAMES = (
    "p",
    "num",
    "heading",
    "subheading",
    "i",
    "b",
    "u",
    "sup",
    "sub",
    "span",
    "inline",
    "ref",
    "a",
    "docTitle",
    "docNumber",
    "docType",
    "docAuthority",
    "docStatus",
    "docDate",
    "listIntroduction",
    "crossHeading",
)
"""What stands for words of the page. `content`, `container` and their like hold a `p`, which is reported."""


def check(context: Context) -> Iterator[Found]:
    """Elements without text and without children."""
    for name in NAMES:
        for element in context.names.get(name, ()):
            if len(element) or ((words := element.text) and not words.isspace()):
                continue
            if name != "p" or _is_leftover(element):
                yield Found(element, f"the `{name}` is empty", "Leave it out.")


def _is_leftover(p: etree._Element) -> bool:
    """Whether an empty `p` is neither an empty cell nor demanded by the schema."""
    parent = p.getparent()
    if parent is None or local(parent) in ("td", "th"):
        return False
    return local(parent) not in ("mainBody", "body", "content", "item", "authorialNote") or len(parent) > 1
