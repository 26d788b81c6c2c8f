"""The metadata say where and when the document was issued.

`meta/publication` has the date of issue and the symbol under which the document was published. The page shows both,
but only here can a program read them without knowing the layout of a masthead.

Source: AKN4UN Guidelines, part 1, “Akoma Ntoso Metadata”, “Metadata Schema”.

Wrong:

```xml
<meta>
  <identification source="#akn"/>
</meta>
```

Right:

```xml
<meta>
  <identification source="#akn"/>
  <publication name="A/RES/86/153" showAs="A/RES/86/153" date="2032-01-21" number="A/RES/86/153"/>
</meta>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN207"
NAME = "publication-missing"
SEVERITY = "info"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """The outermost document without `publication`."""
    main = context.main
    meta = main.child("meta") if main is not None else None
    if meta is not None and "publication" not in context.names:
        yield Found(
            meta,
            "the metadata have no `publication`: date of issue and symbol stand only on the page",
            "Add <publication name=… showAs=… date=… number=…/> behind `identification`.",
        )
