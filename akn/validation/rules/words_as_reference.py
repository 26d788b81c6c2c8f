"""A reference is an IRI, not words.

`by`, `as`, `outcome`, `source` and `refersTo` name an entry of `references` (`#unga`) or an IRI. Words in their place
(`by="submitted by the Chair"`) are read by no program; the schema lets them pass because almost any text is an IRI
to it. Each value is reported once.

Source: the schema types `agentRef`, `roleRef`, `conceptRef`, `referenceRef`; OASIS Akoma Ntoso Naming Convention 1.0,
section 4.10, “Local IRI references”.

Wrong:

```xml
<workflow source="#akn">
  <step date="2031-12-18" by="the General Assembly" outcome="#adopted"/>
</workflow>
```

Right:

```xml
<workflow source="#akn">
  <step date="2031-12-18" by="#unga" outcome="#adopted"/>
</workflow>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, local, more

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN323"
NAME = "words-as-reference"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = False

ATTRIBUTES = ("refersTo", "source", "by", "as", "to", "outcome")


def check(context: Context) -> Iterator[Found]:
    """Values that are neither `#id` nor an IRI nor an id that lacks its `#`."""
    ids = context.ids
    for (attribute, value), elements in context.references.items():
        if attribute not in ATTRIBUTES or _names(value) or value in ids:
            continue
        words = " ".join(value.split())
        shown = f"“{words[:60]}{'…' if len(words) > 60 else ''}” is no reference" if words else "an empty reference"
        yield Found(
            elements[0],
            f"`{attribute}` of `{local(elements[0])}`: {shown}{more(len(elements) - 1)}",
            "Declare what is meant in `references` and name it with `#`, or leave the attribute out.",
            attribute,
        )


def _names(value: str) -> bool:
    """Whether each word of a value is a fragment or an IRI with a scheme or a path."""
    if value[:1] in ("#", "/") and " " not in value:
        return True
    words = value.split()
    return bool(words) and all(
        word.startswith(("#", "/", "./", "../", "~", "urn:", "mailto:", "tel:")) or "://" in word for word in words
    )
