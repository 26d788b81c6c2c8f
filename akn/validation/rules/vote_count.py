"""A count of votes is the number of those who are listed, and of what the text says.

`count value="120"` with a list of 119 States is wrong in one of the two. Where the text gives three numbers (`120 to
2, with 41 abstentions`), they are those of the counts.

Source: the schema's elements `voting` and `count`; AKN4UN Guidelines, part 1, “Element Text vs. Attributes”.

Wrong:

```xml
<analysis source="#akn">
  <parliamentary>
    <voting eId="voting_1" refersTo="#adoption" outcome="#adopted">
      <count eId="voting_1__count_1" refersTo="#inFavour" value="3">
        <akn4un:voters>
          <organization refersTo="#unga">Freedonia</organization>
          <organization refersTo="#unga">Ruritania</organization>
        </akn4un:voters>
      </count>
    </voting>
  </parliamentary>
</analysis>
```

Right:

```xml
<analysis source="#akn">
  <parliamentary>
    <voting eId="voting_1" refersTo="#adoption" outcome="#adopted">
      <count eId="voting_1__count_1" refersTo="#inFavour" value="2">
        <akn4un:voters>
          <organization refersTo="#unga">Freedonia</organization>
          <organization refersTo="#unga">Ruritania</organization>
        </akn4un:voters>
      </count>
    </voting>
  </parliamentary>
</analysis>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, Q, local, own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context, Part

CODE = "AKN385"
NAME = "vote-count"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = False


def check(context: Context) -> Iterator[Found]:
    """Counts unlike their list of voters, or unlike the words about the vote."""
    for count in context.all("count"):
        value = (count.get("value") or "").strip()
        voters = _voters(count)
        if not value.isdecimal():
            yield Found(count, f"the count of votes `{value}` is no number", "", "value")
        elif voters and int(value) != voters:
            yield Found(
                count,
                f"the count says {int(value)} votes, its list has {voters} voters",
                "Correct the count or the list.",
                "value",
            )
    for voting in context.all("voting"):
        yield from _words(context, voting)


def _voters(count: etree._Element) -> int:
    """How many voters the count lists; 0 if it lists none."""
    return sum(
        1
        for voters in count
        if local(voters) == "voters"
        for voter in voters
        if local(voter) in ("organization", "person", "voter")
    )


def _words(context: Context, voting: etree._Element) -> Iterator[Found]:
    counts = [c.get("value") or "" for c in voting.findall(f"{Q}count")]
    part = context.part_of(voting)
    said = [e for e in context.all("inline") if e.get("name") == "vote" and context.part_of(e) == part]
    if len(said) != 1 or len(counts) != 3 or not all(c.strip().isdecimal() for c in counts):
        return
    around = said[0].getparent()
    numbers = _read(own_text(said[0]), part) or (_read(own_text(around), part) if around is not None else [])
    if numbers and numbers != [int(c) for c in counts]:
        yield Found(
            voting,
            f"the counts of the vote are {', '.join(counts)}; the text says {', '.join(map(str, numbers))}",
            "Correct the counts.",
        )


def _read(words: str, part: Part | None) -> list[int]:
    """The votes in favour, against and abstaining that words count, in the language of the document."""
    from akn.fold import fold
    from akn.vocabulary import languages, load

    code = part.expression.value("FRBRlanguage", "language") if part is not None and part.expression is not None else ""
    vote = load(code).vote(fold(words)) if code in languages() else None
    return [vote.favour, vote.against, vote.abstaining] if vote is not None and vote.favour >= 0 else []
