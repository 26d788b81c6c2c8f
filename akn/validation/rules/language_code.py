"""Languages have their three-letter code.

`FRBRlanguage` and the IRI of the expression have the ISO 639-2 code, in its terminology form: `ara eng fra rus spa
zho`, not `en` or `fre`. With other codes the IRIs of one document in two files are not equal.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 4.6.1, “The IRI for the Expression as a Whole” (ISO 639-2
alpha-3); AKN4UN Guidelines, part 1, “Expression IRI” and “Modelling Languages”.

Wrong:

```xml
<FRBRlanguage language="en"/>
```

Right:

```xml
<FRBRlanguage language="eng"/>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context

CODE = "AKN242"
NAME = "language-code"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False

INSTEAD = {
    "ar": "ara",
    "de": "deu",
    "en": "eng",
    "es": "spa",
    "fr": "fra",
    "it": "ita",
    "pt": "por",
    "ru": "rus",
    "zh": "zho",
    "chi": "zho",
    "fre": "fra",
    "ger": "deu",
    "english": "eng",
    "french": "fra",
    "spanish": "spa",
    "russian": "rus",
    "arabic": "ara",
    "chinese": "zho",
}
"""Codes of ISO 639-1, bibliographic codes of ISO 639-2, and names, with the code that is meant."""


def check(context: Context) -> Iterator[Found]:
    """Languages with another code."""
    for language in context.all("FRBRlanguage"):
        code = (language.get("language") or "").strip()
        meant = INSTEAD.get(code.lower()) or INSTEAD.get(code.lower().partition("-")[0], "")
        if meant or len(code) != 3 or not (code.isascii() and code.isalpha() and code.islower()):
            yield Found(
                language,
                f"`{code}` is not a language code of ISO 639-2 in its terminology form",
                f'Write language="{meant}", and the same in the IRIs.'
                if meant
                else "Use the code of three small letters.",
                "language",
            )
