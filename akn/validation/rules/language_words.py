"""The text is in the language that the metadata say.

`FRBRlanguage language="fra"` over an English text puts the file among the French ones. Judged are texts of some
length in a language whose function words are known; quotations in another language do not matter.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 4.6.1, “The IRI for the Expression as a Whole”; AKN4UN
Guidelines, part 1, “Modelling Languages”.

Wrong:

```xml
<mainBody>
  <paragraph eId="para_1">
    <content>
      <p>Prie le Secrétaire général de lui présenter un rapport sur la mise en œuvre de la présente résolution, et
      décide de poursuivre l’examen de la question à sa prochaine session, au titre de la question intitulée
      « Questions diverses », en vue de prendre les mesures qui seront nécessaires pour les États Membres.</p>
    </content>
  </paragraph>
</mainBody>
```

Right:

```xml
<mainBody>
  <paragraph eId="para_1">
    <content>
      <p>Requests the Secretary-General to submit to it a report on the implementation of the present resolution, and
      decides to continue its consideration of the question at its next session, under the item entitled “Other
      questions”, with a view to taking the measures that will be necessary for the Member States.</p>
    </content>
  </paragraph>
</mainBody>
```
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from akn.validation.rule import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akn.validation.rule import Context, Part

CODE = "AKN360"
NAME = "language-words"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False

ENOUGH = 200
"""Characters of text below which nothing is said."""
SURE = 0.5
SAMPLE = 300
TELLING = 5
"""Function words of a language, and twice as many as those of all others alone, that leave no doubt."""


def check(context: Context) -> Iterator[Found]:
    """Statements and other whole documents whose text is surely in another language."""
    from akn.vocabulary import detect, languages

    for part in context.parts:
        element = part.expression.first("FRBRlanguage") if part.expression is not None else None
        said = (element.get("language") or "").strip() if element is not None else ""
        if element is None or said not in languages():
            continue
        words = _sample(part)
        if len(words) < ENOUGH or _is_plainly(words, said):
            continue
        code, sure = detect(words)
        if code and code != said and sure >= SURE:
            yield Found(
                element,
                f"the metadata say that the text is in `{said}`; its words are `{code}`",
                "Correct FRBRlanguage and the IRIs of expression and manifestation, or the text.",
                "language",
            )


def _is_plainly(words: str, code: str) -> bool:
    """Whether a text is so plainly in a language that the others need not be compared: true of almost every file."""
    its, others = _telling(code)
    tokens = words.lower().split()
    count = len([token for token in tokens if token in its])
    return count >= TELLING and count > 2 * len([token for token in tokens if token in others])


@cache
def _telling(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """The function words of a language, and those of the others that it does not have."""
    from akn.vocabulary.store import function_words

    known = {other: frozenset(words) for other, (_, words) in function_words().items()}
    its = known.pop(code, frozenset())
    return its, frozenset().union(*known.values()) - its


def _sample(part: Part) -> str:
    """The first words of the body, or of the preamble where the body is short."""
    found: list[str] = []
    length = 0
    for name in ("mainBody", "preamble"):
        child = part.child(name)
        for words in child.itertext() if child is not None else ():
            text = str(words)
            if not text.isspace():
                found.append(text)
                length += len(text)
                if length >= SAMPLE:
                    return " ".join(found)[:SAMPLE]
    return " ".join(found)
