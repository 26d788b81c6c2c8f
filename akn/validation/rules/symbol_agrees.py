"""Symbol, number and IRI of a resolution agree.

`A/RES/86/153` on the cover page, `86/153.` over the title, `86-153` in the IRI and `A/RES/86/153` as alias are one
number. Letters of parts (`86/254 A-C`) and the year in brackets (`2700 (2035)`) may be left out in some of them.

Source: AKN4UN Guidelines, part 1, “Work IRI”; United Nations Editorial Manual, “Resolutions and other formal
decisions”, “System of identification”.

Wrong:

```xml
<coverPage>
  <p><docNumber refersTo="#symbol">A/RES/86/135</docNumber></p>
</coverPage>
```

Right:

```xml
<coverPage>
  <p><docNumber refersTo="#symbol">A/RES/86/153</docNumber></p>
</coverPage>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, Q, own_text, work_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context, Part

CODE = "AKN387"
NAME = "symbol-agrees"
SEVERITY = "error"
PROFILES = ("akn4un",)
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Symbols of resolutions, printed and as alias, with another number than the IRI of the work."""
    for part in context.parts:
        work = work_of(part)
        number = _plain(work.number) if work is not None else ""
        if work is None or not number[:1].isdecimal() or part.name == "doc":
            continue
        for element, said, attribute in _stated(part):
            plain = _plain(said)
            if plain and not (plain.startswith(number) or number.startswith(plain)):
                yield Found(
                    element,
                    f"the document says that its number is {said}, its IRI says {work.number}",
                    "Correct the one that is wrong.",
                    attribute,
                )


def _stated(part: Part) -> Iterator[tuple[etree._Element, str, str]]:
    """What a document says of its number: element, number, attribute."""
    cover, preface = part.child("coverPage"), part.child("preface")
    for element in cover.iter(f"{Q}docNumber") if cover is not None else ():
        if element.get("refersTo") == "#symbol" and (said := _of_symbol(own_text(element))):
            yield element, said, ""
    first = next(preface.iter(f"{Q}docNumber"), None) if preface is not None else None
    if first is not None and (said := own_text(first).rstrip(".")) and said[0].isdecimal():
        yield first, said, ""
    for alias in part.work.all("FRBRalias") if part.work is not None else ():
        if alias.get("name") == "symbol" and (said := _of_symbol(alias.get("value") or "")):
            yield alias, said, "value"


def _of_symbol(symbol: str) -> str:
    """The number in the symbol of a resolution or decision; empty for other symbols."""
    for mark in ("/RES/", "/DEC/"):
        if mark in symbol:
            return symbol.partition(mark)[2].strip(" *")
    return ""


def _plain(number: str) -> str:
    return "".join(c for c in number if c.isalnum()).casefold()
