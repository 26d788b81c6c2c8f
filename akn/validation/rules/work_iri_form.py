"""The IRI of a work has all six parts of AKN4UN's form.

`/akn/{country}/{docType}/{subtype}/{actor}/{date}/{number}`, for example
`/akn/un/statement/deliberation/unga/2031-12-18/86-153`. OASIS lets subtype and actor be left out; AKN4UN does not,
because a number such as `86/153` says nothing without the organ. The document type is the element's name.

Source: AKN4UN Guidelines, part 1, “IRI Identifiers for Documents”, “Work IRI”; OASIS Akoma Ntoso Naming Convention
1.0, section 4.5, “The IRI reference of a Work”.

Wrong:

```xml
<FRBRuri value="/akn/un/statement/2031-12-18/86-153"/>
```

Right:

```xml
<FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153"/>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, work_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context, Part

CODE = "AKN203"
NAME = "work-iri-form"
SEVERITY = "error"
PROFILES = ("akn4un",)
FIXABLE = False

FORM = "/akn/un/{docType}/{subtype}/{actor}/{date}/{number}"


def check(context: Context) -> Iterator[Found]:
    """IRIs of works that lack a part, or have the wrong document type."""
    for part in context.parts:
        if part.work is not None and part.work.uri is not None and (fault := _fault(part)):
            yield Found(part.work.uri, fault, f"AKN4UN writes it {FORM}.", "value")


def _fault(part: Part) -> str:
    work = work_of(part)
    if work is None:
        return "the IRI of the work does not have AKN4UN's form: it begins with `/akn/` and has a date"
    named = ("subtype", "actor", "number")
    missing = [name for name, value in zip(named, (work.subtype, work.actor, work.number), strict=True) if not value]
    if missing:
        return f"the IRI of the work has no {' and no '.join(missing)}"
    if part.name == "statement" and work.doc_type != "statement":
        return f"the IRI of the work says `{work.doc_type}`, the document is a `statement`"
    return ""
