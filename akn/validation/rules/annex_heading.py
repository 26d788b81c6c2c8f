"""An attachment has a heading and its document a name.

The heading is what the page says (`Annex II`), the name what it is (`annex`): the first is needed to cite it, the
second to find it.

Source: AKN4UN Guidelines, part 1, “Document vs Logical Component”; OASIS Akoma Ntoso Naming Convention 1.0, section
4.8.1.

Wrong:

```xml
<attachments>
  <attachment eId="att_1">
    <doc name="">
      <meta/>
      <mainBody/>
    </doc>
  </attachment>
</attachments>
```

Right:

```xml
<attachments>
  <attachment eId="att_1">
    <heading>Annex</heading>
    <doc name="annex">
      <meta/>
      <mainBody/>
    </doc>
  </attachment>
</attachments>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, Q

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN227"
NAME = "annex-heading"
SEVERITY = "info"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Attachments without heading, and their documents without name."""
    for attachment in context.all("attachment"):
        heading, document = attachment.find(f"{Q}heading"), attachment.find(f"{Q}doc")
        if heading is None and document is not None:
            titled = next(document.iter(f"{Q}docTitle", f"{Q}heading"), None)
            if titled is None:
                yield Found(attachment, "the attachment has neither heading nor title", "Add a `heading`, as printed.")
        if document is not None and not (document.get("name") or "").strip():
            yield Found(document, "the attached document has no name", 'Name it: <doc name="annex">.', "name")
