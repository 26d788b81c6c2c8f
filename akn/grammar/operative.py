"""The body: operative paragraphs with their points, sections with headings, preambular paragraphs between them.

Structure comes from numbering, headings and punctuation; vocabulary only tells an unnumbered operative
paragraph from a preambular one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from akn import blocks, model
from akn.grammar.headings import Heading, heading_of
from akn.grammar.labels import Label, misread
from akn.grammar.lists import Item, item_of, point_list
from akn.grammar.openings import preambular, with_opening
from akn.grammar.units import Grammar, Unit, is_point, paragraph_label
from akn.model import Annex, Division, Embedded, Formula, Inlines, Operative, Paragraph, Role, Table
from akn.source import Passage, Run, join_passages

Mode = Literal["body", "annex"]


@dataclass
class _Open:
    """A division, or the body itself, while its content grows."""

    rank: tuple[str, ...]
    content: list[model.Block] = field(default_factory=list)
    kind: Literal["part", "section", "division", "chapter", "article"] = "section"
    number: Run | None = None
    heading: Inlines = ()
    label: Label | None = None


class Body:
    """Reads the units of a body, or of an annex, into blocks of the model."""

    def __init__(self, grammar: Grammar, mode: Mode = "body") -> None:
        self.grammar = grammar
        self.language = grammar.language
        self.mode = mode
        self.stack: list[_Open] = [_Open(())]
        self.number = 0
        self.numbered = False
        self.counted: dict[str, int] = {}
        """The last value of each family of capital labels that count whole paragraphs."""

    def read(self, units: Sequence[Unit]) -> tuple[model.Block, ...]:
        """The blocks that the units make."""
        self.numbered = any(paragraph_label(unit) for unit in units)
        index = 0
        while index < len(units):
            index = self._step(units, index)
        while len(self.stack) > 1:
            self._close()
        return tuple(self.stack[0].content)

    def _step(self, units: Sequence[Unit], index: int) -> int:
        """Reads one paragraph or heading that begins at `index`; gives the index after it."""
        unit = units[index]
        if unit.block.rows:
            self._add(self._table(unit.block))
            return index + 1
        if used := self._division(units, index):
            return index + used
        label = paragraph_label(unit) or self._misread(unit) or self._lettered(unit)
        if label is not None and self._fits(label, unit):
            return self._paragraph(units, index, unit.words.run.cut(0, label.length), label.end)
        if unit.item.labels and self._starts_list(units, index):
            return self._bare_list(units, index)
        if self.language.formula(unit.folded):
            self._add(Formula(self.grammar.inlines(unit.words)))
            return index + 1
        return self._unnumbered(units, index)

    def _fits(self, label: Label, unit: Unit) -> bool:
        """Whether a number can be that of a paragraph: not a date or a count torn to the start of a line."""
        rest = unit.text[label.end :]
        if label.family != "number":
            return True
        if rest[:1].islower() and label.value not in (self.number + 1, 1):
            return False
        if label.style.endswith(",") and (label.value != self.number + 1 or rest[:1].islower()):
            return False
        self.number = label.value
        return True

    def _misread(self, unit: Unit) -> Label | None:
        """The next number of the paragraphs, where a scan took its digits for letters."""
        return misread(unit.text, self.number + 1) or self._without_stop(unit) if self.number else None

    def _without_stop(self, unit: Unit) -> Label | None:
        """`11 Condemns`: the next number without its stop, before words that open a paragraph."""
        digits = str(self.number + 1)
        if not unit.folded.startswith(digits + " "):
            return None
        end = len(unit.text) - len(unit.text[len(digits) :].lstrip())
        if not self.language.opening(unit.folded[end:], "operative"):
            return None
        return Label("number", self.number + 1, "number .", len(digits), end)

    def _lettered(self, unit: Unit) -> Label | None:
        """A whole paragraph that a capital letter or roman number counts, as in the lists of annexes."""
        for label in unit.item.labels:
            counted = label.value == self.counted.get(label.family, 0) + 1
            if counted and label.style in ("capital .", "capital roman .") and label.end < len(unit.text):
                self.counted[label.family] = label.value
                return None if unit.stray else label
        return None

    # --- paragraphs

    def _paragraph(self, units: Sequence[Unit], index: int, number: Run | None, start: int) -> int:
        """An operative paragraph from `index` with the points and words that belong to it."""
        first = units[index].words.cut(start)
        end = index + 1
        items: list[Item] = []
        while end < len(units) and self._belongs(units, end, items, index):
            items.append(units[end].item)
            end += 1
        content = self._content(first, items)
        if not items and self.mode == "body" and units[index].last in ":：" and (stop := self._embeds(units, end)):
            content = (*content, Embedded(self._document(units[end:stop])))
            end = stop
        self._add(Operative(number, content))
        return end

    def _embeds(self, units: Sequence[Unit], start: int) -> int:
        """Where a document ends that begins with its title at `start`, behind a colon; 0 if there is none.

        It has a title and its own numbering from 1, and ends where the numbering of the body goes on.
        """
        if start >= len(units) or not self._can_head(units[start]) or heading_of(units[start], self.language):
            return 0
        labels = [(index, paragraph_label(unit)) for index, unit in enumerate(units[start + 1 :], start + 1)]
        numbers = [(index, label.value) for index, label in labels if label is not None]
        if self.number and (not numbers or numbers[0][1] != 1):
            return 0
        if not self.number:
            return len(units) if numbers else 0
        own = 0
        for index, value in numbers:
            if (
                value == self.number + 1
                and value != own + 1
                and self.language.opening(units[index].folded[units[index].item.labels[0].end :], "operative")
            ):
                return index
            own = value
        return len(units)

    def _document(self, units: Sequence[Unit]) -> Annex:
        """A document inside the body: its title, then a body of its own."""
        title = (Paragraph((Role("doc title", self.grammar.plain(units[0].words)),)),)
        return Annex("document", (), title, (), Body(self.grammar, "annex").read(units[1:]))

    def _content(self, first: Passage, items: list[Item]) -> tuple[model.Block, ...]:
        """Paragraphs, and a list from the first labelled item on."""
        opened = self._opening(first)
        lead = list(items)
        blocks_: list[model.Block] = []
        inline = item_of(first)
        if opened and inline.labels and not items and inline.labels[0].end >= len(first.text):
            return (Paragraph(self.grammar.inlines(opened)),)
        more: list[Passage] = []
        while lead and not lead[0].labels:
            more.append(lead.pop(0).words)
        if not lead:
            blocks_ = [Paragraph(content) for content in self._all([opened, *more]) if content]
            return tuple(blocks_)
        heads = self._all([opened, *more])
        blocks_ = [Paragraph(content) for content in heads[:-1]]
        blocks_.append(point_list(heads[-1], lead, self.grammar.inlines))
        return tuple(blocks_)

    def _all(self, passages: Sequence[Passage]) -> list[Inlines]:
        return [self.grammar.inlines(words) for words in passages]

    def _opening(self, words: Passage) -> Passage:
        return words if self.mode == "annex" else with_opening(words, self.language, "operative")

    def _belongs(self, units: Sequence[Unit], index: int, items: list[Item], first: int) -> bool:
        """Whether a unit is a point of, or more words of, the paragraph before it."""
        unit = units[index]
        labels = unit.item.labels
        if unit.block.rows or self._is_formula(unit) or (self.number and misread(unit.text, self.number + 1)):
            return False
        if unit.block.kind == "heading":  # Markdown makes headings of points with a title: `## b) Good offices`
            if not labels:
                return unit.last == ":" and self._list_goes_on(units, index, items)
            return is_point(labels[0]) and (bool(items) or units[index - 1].last == ":")
        if labels:
            if labels[0].family in ("capital", "capital roman") and labels[0].style.endswith("."):
                return False
            if labels[0].style.startswith("number") and not labels[0].style.endswith(")"):
                return bool(items) and self._inner_number(labels[0], items, units, index)
            return labels[0].style[-1] not in " " or labels[0].family == "dash"
        if unit.text[0].islower() and self.language.has_case:
            return not self.language.opening(unit.folded, "preambular")
        return self._within_list(units, index, items) or self._wraps_up(units, index, items)

    def _wraps_up(self, units: Sequence[Unit], index: int, items: list[Item]) -> bool:
        """Whether words stand between the last point and the next number, where no capital tells a new paragraph."""
        if self.language.has_case or not items or not self.number or index + 1 >= len(units):
            return False
        following = paragraph_label(units[index + 1])
        if following is None or following.value != self.number + 1 or self._can_head(units[index]):
            return False
        return self.language.opening_kind(units[index].folded) != "preambular"

    def _within_list(self, units: Sequence[Unit], index: int, items: list[Item]) -> bool:
        """Whether words without a label stand between two points of one list: more of the point before them."""
        if not items or self._can_head(units[index]):
            return False
        if units[index - 1].last == ":" and self._opens_list(units, index + 1):
            return True  # `(d) Support for the process:` / `To carry out …:` / `(i) …`
        if self.number and units[index - 1].item.labels and units[index - 1].last.isalnum():
            return True  # `(b) Good offices` / `To support …`: a title and the words of the point
        return self._list_goes_on(units, index, items)

    def _list_goes_on(self, units: Sequence[Unit], index: int, items: list[Item]) -> bool:
        """Whether a label behind the words at `index` counts on from one of the list before them."""
        last = {(label.style, label.value) for item in items for label in item.labels}
        styles = {style for style, _ in last}
        for unit in units[index + 1 : index + 40]:
            if unit.block.rows or paragraph_label(unit) is not None:
                return False
            if unit.block.kind == "heading" and not (unit.item.labels and is_point(unit.item.labels[0])):
                return False
            for label in unit.item.labels:
                if (label.style, label.value - 1) in last or (label.family == "dash" and (label.style, 0) in last):
                    return True
            if unit.item.labels and (units[index].last != ":" or any(one.style in styles for one in unit.item.labels)):
                return False
        return False

    def _opens_list(self, units: Sequence[Unit], index: int) -> bool:
        if index >= len(units) or units[index - 1].last != ":" or paragraph_label(units[index]):
            return False
        return any(label.value == 1 for label in units[index].item.labels)

    def _inner_number(self, label: Label, items: list[Item], units: Sequence[Unit], index: int) -> bool:
        """`1.` inside a point: a list of its own, where the paragraph's own number would be another."""
        before = units[index - 1]
        if label.value == self.number + 1 and not (
            not self.number and before.last == ":" and self._resumed(units, index, before.item.labels)
        ):
            return False
        if label.value == 1 and before.last == ":" and before.item.labels:
            return True
        return any(i.labels and i.labels[0].style == label.style and label.value > i.labels[0].value for i in items)

    def _resumed(self, units: Sequence[Unit], index: int, labels: tuple[Label, ...]) -> bool:
        """Whether a list of points goes on behind what stands at `index`: `(c)` behind the agenda that `(b)` sets out."""
        wanted = {(label.style, label.value + 1) for label in labels}
        return any((one.style, one.value) in wanted for unit in units[index + 1 :] for one in unit.item.labels)

    def _is_formula(self, unit: Unit) -> bool:
        return len(unit.folded) < 100 and self.language.formula(unit.folded) is not None

    def _unnumbered(self, units: Sequence[Unit], index: int) -> int:
        """A paragraph without a number: operative, preambular inside a body, or plain in an annex."""
        unit = units[index]
        kind = self.language.opening_kind(unit.folded)
        if self.mode == "annex" and not (kind == "operative" and self._ends_as_operative(unit)):
            return self._plain(units, index)
        if self.mode == "body" and kind == "preambular":
            words = with_opening(unit.words, self.language, "preambular")
            end = index + 1
            items: list[Item] = []
            while end < len(units) and self._belongs(units, end, items, index) and unit.last == ":":
                items.append(units[end].item)
                end += 1
            self._add(preambular(words, items, self.grammar))
            return end
        return self._paragraph(units, index, None, 0)

    def _ends_as_operative(self, unit: Unit) -> bool:
        return unit.last == ";"

    def _plain(self, units: Sequence[Unit], index: int) -> int:
        """A paragraph of an annex, with the list that it opens."""
        unit = units[index]
        end = index + 1
        items: list[Item] = []
        if unit.last in (":", "："):
            while end < len(units) and self._belongs(units, end, items, index):
                items.append(units[end].item)
                end += 1
        if items and any(item.labels for item in items):
            for block in self._content(unit.words, items):
                self._add(block)
            return end
        self._add(Paragraph(self.grammar.inlines(unit.words)))
        return index + 1

    def _starts_list(self, units: Sequence[Unit], index: int) -> bool:
        label = units[index].item.labels[0]
        return (label.family != "number" and label.family not in ("capital", "capital roman")) or label.style.endswith(
            ")"
        )

    def _bare_list(self, units: Sequence[Unit], index: int) -> int:
        """Points without words before them."""
        end = index + 1
        items = [units[index].item]
        while end < len(units) and self._belongs(units, end, items, index):
            items.append(units[end].item)
            end += 1
        points = point_list((), items, self.grammar.inlines)
        self._add(Operative(None, (points,)) if self.mode == "body" else points)
        return end

    def _table(self, block: blocks.Block) -> Table:
        return Table(
            tuple(
                tuple(
                    model.Cell(self.grammar.inlines(cell.words), cell.header, cell.columns, cell.rows) for cell in row
                )
                for row in block.rows
            )
        )

    # --- divisions

    def _division(self, units: Sequence[Unit], index: int) -> int:
        """Opens a division if a heading stands at `index`; gives the number of units that it took, or 0."""
        unit = units[index]
        heading = heading_of(unit, self.language, self._expected())
        if heading is None and self.is_title(units, index):
            heading = Heading("division", ("plain",), None, unit.words)
        if heading is None:
            return 0
        used = 1
        words = heading.words
        if not words.text and heading.number is not None and index + 1 < len(units):
            following = units[index + 1]
            if self._can_head(following) and self._names_section(units, index + 1):
                words = following.words
                used = 2
        if heading.number is None or heading.kind != "division":
            marked = units[index + used - 1].block.kind == "heading"
            while index + used < len(units) and self._goes_on_heading(units[index + used], words, marked):
                words = join_passages([words, units[index + used].words])
                used += 1
        self._open(heading, words)
        return used

    def _can_head(self, unit: Unit) -> bool:
        """Short words without a stop at their end, without a label, that open neither kind of paragraph."""
        text = unit.text.rstrip()
        if not text or unit.block.rows or len(text) > 220 or unit.item.labels or self._is_formula(unit):
            return False
        if unit.block.kind == "heading":
            return unit.last not in ";,；，؛،" or not self.language.opening_kind(unit.folded)
        return unit.last not in ".;:,。；：，؛،" and (text[0].isupper() or not self.language.has_case)

    def _names_section(self, units: Sequence[Unit], index: int) -> bool:
        """Whether words behind a number alone are the heading of its section, even if they open with a verb."""
        unit = units[index]
        if unit.block.kind == "heading" or not self.language.opening_kind(unit.folded):
            return True
        following = units[index + 1] if index + 1 < len(units) else None
        return following is not None and self.language.opening_kind(following.folded) == "preambular"

    def _goes_on_heading(self, unit: Unit, words: Passage, marked: bool) -> bool:
        """Whether words go on a heading: below it, or behind a gap where the source itself marks headings."""
        return (
            (not unit.block.gap or (marked and unit.last not in ".;:,"))
            and not unit.block.rows
            and unit.text[:1].islower()
            and not unit.item.labels
            and 0 < len(words.text) < 200
            and len(unit.text) < 200
        )

    def is_title(self, units: Sequence[Unit], index: int) -> bool:
        """Whether words without a number head what follows: a heading of the format, or short words before a number."""
        unit = units[index]
        if not self._can_head(unit):
            return False
        if index + 1 == len(units):
            return False
        if unit.block.kind == "heading":
            return True
        following = units[index + 1]
        if self.mode == "body" and self._is_opening(unit):
            # `Reports` above a number is a heading, whatever verb it could be
            short = len(unit.text) < 20 and unit.last.isalnum() and self.number > 0
            return short and paragraph_label(following) is not None
        if following.block.rows:
            return True
        if self.mode == "annex":
            return len(unit.text) < 160
        return (
            paragraph_label(following) is not None
            or self._can_head(following)
            or bool(self.language.opening_kind(following.folded))
        )

    def _is_opening(self, unit: Unit) -> bool:
        """Whether words open as a paragraph does, and are too long, or nothing else, to be a heading."""
        listed = self.language.opening(unit.folded, "preambular") or self.language.opening(unit.folded, "operative")
        return bool(listed) and (len(unit.text) > 60 or listed >= len(unit.folded.rstrip(" ,:")))

    def _open(self, heading: Heading, words: Passage) -> None:
        """Closes the divisions that a heading ends, and opens its own."""
        heading = heading._replace(rank=self._rank(heading))
        ranks = [opened.rank for opened in self.stack]
        if heading.rank in ranks:
            while self.stack[-1].rank != heading.rank:
                self._close()
            self._close()
        elif heading.rank[0] in ("part", "chapter"):
            keep = {"part"} if heading.rank[0] == "chapter" else set()
            while len(self.stack) > 1 and self.stack[-1].rank[0] not in keep:
                self._close()
        content = self.grammar.inlines(words) if words.text else ()
        self.stack.append(_Open(heading.rank, [], heading.kind, heading.number, content, heading.label))
        if heading.rank[0] in ("part", "article"):
            self.number = 0

    def _expected(self) -> set[tuple[str, int]]:
        """The labels that go on the count of an open division, by family and value."""
        return {(opened.label.family, opened.label.value + 1) for opened in self.stack if opened.label}

    def _rank(self, heading: Heading) -> tuple[str, ...]:
        """That of the division whose count it goes on; a count of its own where `A.` begins below an open `B`."""
        label = heading.label
        if label is None:
            return heading.rank
        same = [one for one in reversed(self.stack) if one.label and one.label.family == label.family]
        for opened in same:
            if opened.label and opened.label.value + 1 == label.value:
                return opened.rank
        if label.value == 1 and same and same[0].label and same[0].label.style != label.style:
            return (label.family, label.style)
        return heading.rank

    def _close(self) -> None:
        done = self.stack.pop()
        self._add(Division(done.kind, done.number, done.heading, tuple(done.content)))

    def _add(self, block: model.Block) -> None:
        self.stack[-1].content.append(block)

    def add_embedded(self, embedded: Embedded) -> None:
        """Adds a document that stands inside the body."""
        self._add(embedded)


def is_heading(units: Sequence[Unit], index: int, grammar: Grammar) -> bool:
    """Whether a heading of a division stands at `index`."""
    if heading_of(units[index], grammar.language) is not None:
        return True
    return Body(grammar).is_title(units, index)
