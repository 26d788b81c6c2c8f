"""An IRI has no white space.

A space ends an IRI: a browser, or a program that splits a list of references, follows the first half. Where the name
has a space, it is written `%20` (in links) or `_` (in IRIs of documents).

Source: RFC 3987 (IRIs), section 2.2; the schema type `noWhiteSpace`; OASIS Akoma Ntoso Naming Convention 1.0, section
4.1.

Wrong:

```xml
<preface>
  <p><a href="https://undocs.org/en/A/86/53 (Part I)">A/86/53</a></p>
</preface>
```

Right:

```xml
<preface>
  <p><a href="https://undocs.org/en/A/86/53%20(Part%20I)">A/86/53</a></p>
</preface>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from akn.validation.rule import Context

CODE = "AKN373"
NAME = "blank-in-iri"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Links, sources of images and IRIs of documents with white space in them."""
    for (attribute, value), elements in context.references.items():
        if attribute == "href" and _has_blank(value):
            for element in elements:
                yield Found(element, f"white space stands in the href “{value}”", "Write %20 for a space.", "href")
    yield from _among(context.all("FRBRthis", "FRBRuri"), "value", "Write _ for a space.")
    yield from _among(context.all("img"), "src", "Write %20 for a space.")


def _among(elements: Iterable[etree._Element], attribute: str, hint: str) -> Iterator[Found]:
    for element in elements:
        value = element.get(attribute) or ""
        if _has_blank(value):
            yield Found(element, f"white space stands in the IRI “{value}”", hint, attribute)


def _has_blank(value: str) -> bool:
    return any(c.isspace() for c in value) if not value.isascii() else " " in value or "\t" in value or "\n" in value
