"""The number in the eId of an element without `num` is its place among its like.

Containers, footnotes, tables and unnumbered paragraphs are counted: 1 for the first of its kind in the same context
(or in the whole document), 2 for the second. A count that runs over elements of different kinds, or goes back, says
nothing about the place. One finding is given for each kind and context.

Source: OASIS Akoma Ntoso Naming Convention 1.0, section 5.4.3, “Number”: the number of an element without
`num` is found by counting similar elements in the same context.

Wrong:

```xml
<preamble>
  <formula name="enactingFormula" eId="formula_1"><p>The General Assembly,</p></formula>
  <container name="Recalling" eId="container_2"><p><i>Recalling</i> its decision,</p></container>
</preamble>
```

Right:

```xml
<preamble>
  <formula name="enactingFormula" eId="formula_1"><p>The General Assembly,</p></formula>
  <container name="Recalling" eId="container_1"><p><i>Recalling</i> its decision,</p></container>
</preamble>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.validation.rule import Found, more

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from akn.validation.rule import Context

CODE = "AKN305"
NAME = "eid-position"
SEVERITY = "warning"
PROFILES = ("akn4un", "oasis")
FIXABLE = True


class _Count:
    """Elements of one kind and context, as far as they were seen."""

    __slots__ = ("before", "bare", "seen", "wrong")

    def __init__(self) -> None:
        self.before = 0
        self.bare = 0
        self.seen = 0
        self.wrong: list[tuple[etree._Element, str, int]] = []


def check(context: Context) -> Iterator[Found]:
    """Numbers in eIds of unnumbered elements that do not count them."""
    counts: dict[tuple[str, str], _Count] = {}
    numbered = context.numbered
    for eid, element, _, parts in context.structural:
        if not parts.number:
            continue
        count = counts.get((parts.prefix, parts.ref))
        if count is None:
            count = counts[(parts.prefix, parts.ref)] = _Count()
        count.seen += 1
        if not parts.number.isdecimal():
            continue
        number = int(parts.number)
        if element in numbered:
            count.before = number
            continue
        count.bare += 1
        if number not in (count.before + 1, count.seen, count.bare) and not _elsewhere(
            context, eid, parts.number, number, count.before
        ):
            count.wrong.append((element, eid, count.before + 1))
        count.before = number
    for count in counts.values():
        if count.wrong:
            element, eid, expected = count.wrong[0]
            yield Found(
                element,
                f"the number of the eId `{eid}` does not count: {expected} was expected{more(len(count.wrong) - 1)}",
                "Count the elements of this kind in their context from 1.",
                "eId",
            )


def _elsewhere(context: Context, eid: str, digits: str, number: int, before: int) -> bool:
    """Whether the numbers left out are those of elements further on: a note in an annex counted where it is called."""
    stem = eid[: -len(digits)]
    return before < number and all(f"{stem}{i}" in context.ids for i in range(before + 1, number))
