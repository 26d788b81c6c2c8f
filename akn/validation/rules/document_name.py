"""The `name` of a document says which kind of text it is.

`statement` is `resolution`, `decision`, `resolutionDraft`, `decisionDraft` (also written `draftResolution`,
`draftDecision`) or `presidentialStatement`; a `documentCollection` is `publication`, `collection` or
`officialCompilation`. Programs that look for resolutions look for these words.

Source: AKN4UN Guidelines, part 2, “Document Class: Deliberative Documents” (the table of document type, subtype and
`@name` of each subclass) and “Document Class: Publications”.

Wrong:

```xml
<statement name="Resolution 86/153">
  <meta/>
  <mainBody/>
</statement>
```

Right:

```xml
<statement name="resolution">
  <meta/>
  <mainBody/>
</statement>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN202"
NAME = "document-name"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False

KINDS = {
    "statement": (
        "resolution",
        "decision",
        "resolutionDraft",
        "decisionDraft",
        "draftResolution",
        "draftDecision",
        "presidentialStatement",
        "declaration",
        "recommendation",
        "statement",
    ),
    "documentCollection": ("publication", "collection", "officialCompilation"),
}


def check(context: Context) -> Iterator[Found]:
    """Names that are none of the guidelines'."""
    for part in context.parts:
        known = KINDS.get(part.name)
        if known is not None and part.kind not in known:
            yield Found(
                part.element,
                f"`{part.kind}` is not a kind of `{part.name}` that AKN4UN knows",
                f"Use one of: {', '.join(known)}.",
                "name",
            )
