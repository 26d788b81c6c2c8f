"""IRIs of documents do not end in `/`.

`…/86-153/` and `…/86-153` are two IRIs to every program that compares them, and what others write has no slash.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 4.5: parts of the IRI are separated by slashes, none follows
the last.

Wrong:

```xml
<FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/"/>
```

Right:

```xml
<FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153"/>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN312"
NAME = "iri-slash"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = True


def check(context: Context) -> Iterator[Found]:
    """FRBRthis, FRBRuri and references to documents that end in a slash."""
    for element in context.all("FRBRthis", "FRBRuri"):
        if (element.get("value") or "").rstrip().endswith("/"):
            yield Found(element, f"the IRI in `{local(element)}` ends in `/`", "Leave the slash out.", "value")
    for (name, value), elements in context.references.items():
        if value.endswith("/") and name == "href" and value.startswith("/akn/"):
            for element in elements:
                yield Found(element, f"the IRI {value} ends in `/`", "Leave the slash out.", "href")
