"""An annex is an attachment, not a division of the body.

An annex has a number sequence, a title and often an author of its own, and is cited by itself. It belongs in
`attachments/attachment` with a `doc name="annex"` that has its own `meta`. As a `section` or `division` of the body
its paragraphs mix with those of the resolution.

Source: AKN4UN Guidelines, part 1, “Document vs Logical Component”; OASIS Akoma Ntoso Naming Convention 1.0, section
4.8.1, “Specifying components in IRI references”.

Wrong:

```xml
<mainBody>
  <paragraph eId="para_1"><num>1.</num><content><p><i>Adopts</i> the plan;</p></content></paragraph>
  <division eId="dvs_1"><heading>Annex</heading><content><p>Plan</p></content></division>
</mainBody>
```

Right:

```xml
<mainBody>
  <paragraph eId="para_1"><num>1.</num><content><p><i>Adopts</i> the plan;</p></content></paragraph>
  <division eId="dvs_1"><heading>Follow-up</heading><content><p>Plan</p></content></division>
</mainBody>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.fold import fold
from akn.validation.rule import Found, Q, local, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN226"
NAME = "annex-in-body"
SEVERITY = "warning"
PROFILES = ("akn4un",)
FIXABLE = False

WORDS = (
    "annex",
    "annexe",
    "anexo",
    "appendix",
    "appendice",
    "apendice",
    "приложение",
    "добавление",
    "مرفق",
    "المرفق",
    "附件",
    "附录",
)


def check(context: Context) -> Iterator[Found]:
    """Divisions at the top of a statement's body whose heading or number says that they are an annex."""
    for part in context.statements:
        body = part.child("mainBody")
        for child in body if body is not None else ():
            if local(child) not in ("section", "part", "division", "chapter", "title", "hcontainer"):
                continue
            titles = (own_text(title) for name in ("num", "heading") for title in child.findall(Q + name))
            said = next((title for title in titles if _is_annex(title)), "")
            if said:
                yield Found(
                    child,
                    f"“{said}” stands in the body as `{local(child)}`",
                    'Move it to attachments/attachment with a <doc name="annex"> and its own meta.',
                )


def _is_annex(title: str) -> bool:
    """Whether a title is `Annex`, alone or with a number, not a sentence that begins so."""
    words = fold(title).replace(".", " ").replace(":", " ").split()
    return bool(words) and words[0] in WORDS and len(words) <= 2
