"""`xml:lang` of a document agrees with its `FRBRlanguage`.

Both say the language of the text; browsers and search engines read the one, archives the other. `xml:lang` has the
two-letter code where there is one (`en`), `FRBRlanguage` always that of three letters (`eng`).

Source: the W3C recommendation on `xml:lang`; OASIS Akoma Ntoso Naming Convention 1.0, section 4.6.1; AKN4UN
Guidelines, part 1, “Modelling Languages”.

Wrong:

```xml
<mainBody xml:lang="fr">
  <paragraph eId="para_1"><content><p>Requests a report.</p></content></paragraph>
</mainBody>
```

Right:

```xml
<mainBody xml:lang="en">
  <paragraph eId="para_1"><content><p>Requests a report.</p></content></paragraph>
</mainBody>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import XML, Found, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context

CODE = "AKN361"
NAME = "xml-lang"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = False

SHORT = {
    "ar": "ara",
    "de": "deu",
    "en": "eng",
    "es": "spa",
    "fr": "fra",
    "it": "ita",
    "pt": "por",
    "ru": "rus",
    "zh": "zho",
}


def check(context: Context) -> Iterator[Found]:
    """`xml:lang` on a whole document, or on its preamble or body, with another language than the expression's."""
    if f"{XML}lang" in context.root.attrib and context.main is not None:
        yield from _compare(context, context.root)
    for element in (*(part.element for part in context.parts), *context.all("preamble", "mainBody", "body")):
        if f"{XML}lang" in element.attrib:
            yield from _compare(context, element)


def _compare(context: Context, element: etree._Element) -> Iterator[Found]:
    part = context.part_of(element) or context.main
    said = part.expression.value("FRBRlanguage", "language") if part is not None and part.expression is not None else ""
    lang = (element.get(f"{XML}lang") or "").strip().lower()
    code = lang.partition("-")[0]
    if said and said != "mul" and SHORT.get(code, code) != SHORT.get(said, said):
        yield Found(
            element,
            f"xml:lang of this `{local(element)}` is `{lang}`, FRBRlanguage `{said}`",
            "Correct the one that is wrong.",
            f"{XML}lang",
        )
