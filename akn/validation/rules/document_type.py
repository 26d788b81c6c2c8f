"""The document is a `statement`, or a `documentCollection` that holds statements.

AKN4UN marks up resolutions, decisions and presidential statements, drafts included, as `statement`; the printed
document around them, with masthead and all parts of a resolution, as `documentCollection name="publication"`. The
rules of this profile are written for these; a file of another type is not judged by them, which is likely not what
was wanted.

Source: AKN4UN Guidelines, part 1, “Mapping of AKN4UN Document Classes to AKN Document Types”; part 2, “Document
Class: Deliberative Documents” and “Document Class: Publications”.

Wrong:

```xml
<akomaNtoso>
  <act name="resolution">
    <meta/>
    <body/>
  </act>
</akomaNtoso>
```

Right:

```xml
<akomaNtoso>
  <statement name="resolution">
    <meta/>
    <mainBody/>
  </statement>
</akomaNtoso>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN201"
NAME = "document-type"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """A document that is neither a statement nor a collection."""
    main = context.main
    if main is not None and main.name not in ("statement", "documentCollection"):
        yield Found(
            main.element,
            f"the document is a `{main.name}`; AKN4UN marks up resolutions and decisions as `statement`",
            "Use `statement`, or choose the profile `oasis` for documents of other classes.",
        )
