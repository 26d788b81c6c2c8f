"""The actor in the IRI is the organ that is the author of the work.

`/akn/un/statement/deliberation/unga/…` is a text of the General Assembly; `FRBRauthor` of the work must not be the
Security Council. Organs are known by their id (`unga`) and by the IRI of their declaration; others are not judged.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 4.5, “The IRI reference of a Work”; AKN4UN Guidelines, part 1,
“Work IRI”.

Wrong:

```xml
<FRBRWork>
  <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/!main"/>
  <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153"/>
  <FRBRdate date="2031-12-18" name="adoption"/>
  <FRBRauthor href="#unsc" as="#author"/>
  <FRBRcountry value="un"/>
</FRBRWork>
```

Right:

```xml
<FRBRWork>
  <FRBRthis value="/akn/un/statement/deliberation/unga/2031-12-18/86-153/!main"/>
  <FRBRuri value="/akn/un/statement/deliberation/unga/2031-12-18/86-153"/>
  <FRBRdate date="2031-12-18" name="adoption"/>
  <FRBRauthor href="#unga" as="#author"/>
  <FRBRcountry value="un"/>
</FRBRWork>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, work_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN316"
NAME = "iri-author"
SEVERITY = "error"
PROFILES = ("akn4un",)
FIXABLE = False

ORGANS = {
    "unga": ("ga", "generalassembly"),
    "unsc": ("sc", "securitycouncil"),
    "unecosoc": ("ecosoc", "economicandsocialcouncil"),
    "unhrc": ("hrc", "humanrightscouncil"),
}
"""The actors of AKN4UN's IRIs, with other ids and the ends of ontology IRIs that name them, in small letters."""


def check(context: Context) -> Iterator[Found]:
    """Authors of works that are known to be another organ than that of the IRI."""
    for part in context.parts:
        work = work_of(part)
        if work is None or part.work is None or work.actor not in ORGANS:
            continue
        authors = part.work.all("FRBRauthor")
        organs = [_organ(context, (author.get("href") or "").strip()) for author in authors]
        if organs and all(organs) and work.actor not in organs:
            yield Found(
                authors[0],
                f"the author of the work is `{organs[0]}`, the actor in its IRI `{work.actor}`",
                "Correct the one that is wrong.",
                "href",
            )


def _organ(context: Context, href: str) -> str:
    """The actor that a reference names; empty if it names none that is known."""
    key = href.removeprefix("#")
    declared = context.ids.get(key)
    forms = {key.lower()}
    if declared is not None:
        forms.add((declared.get("href") or "").rpartition("/")[2].lower())
    return next((organ for organ, also in ORGANS.items() if organ in forms or forms.intersection(also)), "")
