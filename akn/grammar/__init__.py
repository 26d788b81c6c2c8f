"""A `Reading` to a `Document`: the steps in reading order. Never raises, whatever was read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from akn import vocabulary
from akn.blocks import Reading
from akn.findings import Finding, Place
from akn.grammar import annexes, beginning, conclusions, endnotes, masthead, neighbours
from akn.grammar import preamble as preambles
from akn.grammar.operative import Body
from akn.grammar.units import Grammar, Unit, is_numbered, units_of
from akn.inline import finder
from akn.inline.content import Notes, inlines, no_finder
from akn.ledger import Entry, Ledger
from akn.model import Block as Node
from akn.model import Document, Formula, Inlines, Paragraph, Statement
from akn.source import Mark, Passage


class Parsed(NamedTuple):
    """What a source says, what was left out of it, and what was doubtful."""

    document: Document
    ledger: Ledger
    findings: tuple[Finding, ...]
    recognised: bool
    """Whether there is anything of a resolution in it: a formula, a number, a numbered paragraph."""


class _Page:
    """The vocabulary, the notes and the organ of one document while it is read."""

    def __init__(self, reading: Reading, language: str) -> None:
        self.reading = reading
        code, self.certainty = (language, 1.0) if language else _language_of(reading)
        self.language = vocabulary.load(code or "eng")
        self.organ = ""
        self.notes = Notes(reading.notes, self.found)
        self.findings: list[Finding] = list(reading.findings)

    def found(self, text: str) -> list[Mark]:
        """Citations and dates; the organ is known once the formula has been read."""
        return finder(self.language, self.organ)(text)

    def grammar(self) -> Grammar:
        return Grammar(
            self.language,
            lambda words: inlines(words, self.found, self.notes),
            lambda words: inlines(words, no_finder, self.notes),
        )

    def warn(self, code: str, message: str, unit: Unit | None = None) -> None:
        place = Place(self.reading.source.name)
        if unit is not None:
            line, column = self.reading.source.position(unit.words.run.offset(0))
            place = Place(self.reading.source.name, line, column)
        self.findings.append(Finding(code, "warning", place, message))


def _language_of(reading: Reading) -> tuple[str, float]:
    if reading.language:
        return reading.language, reading.certainty
    return vocabulary.detect(reading.source.text)


def parse(reading: Reading, language: str = "") -> Parsed:
    """The document that was read; `language` (ISO 639-2) overrides what its words say."""
    page = _Page(reading, language)
    if page.certainty < 0.15:
        page.warn("AKN401", f"the language is doubtful; it is read as {page.language.name}; --language says it")
    grammar = page.grammar()
    units, headings = endnotes.without_headings(units_of(reading.blocks), reading.notes, page.language)
    units, first, neighbouring = _without_neighbours(page, units, grammar)
    late = [unit for unit in units[first:] if masthead.moved(unit, grammar)]
    if late:
        units = [*units[:first], *(unit for unit in units[first:] if not masthead.moved(unit, grammar))]
    page.organ = beginning.organ_of(units, first, grammar)
    head = masthead.read(units[:first], late, grammar)
    page.organ = page.organ or head.organ
    statements, shared = _statements(page, grammar, units, first, head)
    if head.kind == "resolution" and first < len(units) and beginning.decides_at_meeting(units[first], grammar):
        head = head._replace(kind="decision")
    document = Document(
        head.kind,  # type: ignore[arg-type]
        page.language.code,
        page.organ,
        head.masthead,
        tuple(statements),
        shared,
    )
    document = _with_uncalled(document, page)
    recognised = _is_resolution(document)
    if (
        recognised
        and not any(isinstance(b, Formula) for s in statements for b in s.preamble)
        and not head.kind.endswith(("ecision", "Statement"))
    ):
        page.warn("AKN402", "no enacting formula was found")
    if recognised and units and _breaks_off(units, statements):
        page.warn("AKN404", "the text breaks off: its last paragraph has no end", units[-1])
    left_out = [*headings, *neighbouring]
    ledger = tuple(sorted([*reading.ledger, *left_out])) if left_out else reading.ledger
    return Parsed(document, ledger, tuple(page.findings), recognised)


def _without_neighbours(page: _Page, units: list[Unit], grammar: Grammar) -> tuple[list[Unit], int, list[Entry]]:
    """The units of the page's own resolution, the index of its first, and the ledger of the others."""
    first = beginning.first_unit(units, grammar)
    begin = neighbours.in_front(units, first, grammar)
    end = neighbours.behind(units, first, grammar)
    if begin == 0 and end == len(units):
        return units, first, []
    dropped = [*units[:begin], *units[end:]]
    left_out, keys = neighbours.entries(dropped, units[begin:end], page.reading.notes)
    page.notes.leave(keys)
    page.warn("AKN405", "the page has parts of another resolution; they were left out", dropped[0])
    return units[begin:end], first - begin, left_out


def _breaks_off(units: Sequence[Unit], statements: Sequence[Statement]) -> bool:
    """Whether a text without a closing block ends in the middle of a sentence."""
    last = statements[-1]
    return not last.conclusions and not last.annexes and bool(last.body or last.preamble) and units[-1].last.isalnum()


def _statements(
    page: _Page, grammar: Grammar, units: Sequence[Unit], first: int, head: masthead.Head
) -> tuple[list[Statement], tuple[Paragraph, ...]]:
    """The statements: one, or one for each enacting formula of the same organ that a letter or a number heads.

    With them the number and title that all of them share, which is what the letters tell apart.
    """
    starts = _starts(units, first, grammar)
    if len(starts) < 2:
        letter = _letter_paragraph(head.letter, grammar)
        return [_statement(page, grammar, units[first:], (*head.preface, *letter))], ()
    volume = any(above >= 0 and vocabulary.number_at(units[above].folded) for _, above in starts)
    own, shared = (head.preface, ()) if volume else ((), head.preface)
    found: list[Statement] = []
    for index, (begin, letter_at) in enumerate(starts):
        stop = len(units)
        if index + 1 < len(starts):
            following, letter_of_next = starts[index + 1]
            stop = letter_of_next if letter_of_next >= 0 else following
        preface = (
            (*own, *_letter_paragraph(head.letter, grammar))
            if index == 0
            else _prefaces(units[letter_at:begin] if letter_at >= 0 else (), grammar)
        )
        found.append(_statement(page, grammar, units[begin:stop], preface))
    return found, shared


def _starts(units: Sequence[Unit], first: int, grammar: Grammar) -> list[tuple[int, int]]:
    """Where statements begin: (index of the formula, index of the letter or title above it or -1)."""
    language = grammar.language
    organ = language.formula(units[first].folded) if first < len(units) else None
    if organ is None:
        return [(first, -1)]
    starts = [(first, -1)]
    annexed = False
    for index in range(first + 1, len(units)):
        folded = units[index].folded
        if len(folded) > 100:
            continue
        if language.annex_heading(folded):
            annexed = True
        found = language.formula(folded)
        if not found or found[0] != organ[0]:
            continue
        if annexed and not vocabulary.number_at(units[index - 1].folded):
            continue  # a formula that an annex quotes
        before = units[index - 1].text.strip()
        above = index - 1
        if not (
            before[:1].isupper()
            and (len(before) <= 4 or _is_part_title(units[above]) or vocabulary.number_at(units[above].folded))
        ):
            above = (
                index - 2 if index >= 2 and len(units[index - 2].text.strip()) <= 3 and before[-1:] not in ";.," else -1
            )
        if above > 0 and vocabulary.number_at(units[above - 1].folded) and above - 1 > starts[-1][0]:
            above -= 1
        number = _number_above(units, index, starts[-1][0])
        starts.append((index, number if number > 0 else above))
    return starts


def _number_above(units: Sequence[Unit], index: int, before: int) -> int:
    """The unit with the number of a resolution, and its title, a few units above its formula; -1 if there is none."""
    for above in range(index - 1, max(before, index - 1 - _NEAR), -1):
        unit = units[above]
        if len(unit.text) <= _TITLE and vocabulary.number_at(unit.folded) and not is_numbered(unit):
            return above
        if unit.last in ".;," and len(unit.text) > _LETTER:
            break
    return -1


_NEAR = 4
"""Units at most from the number of a resolution to its formula."""
_TITLE = 300
"""Characters that number and title hardly have."""
_LETTER = 4
"""Characters at most of the letter of a part."""


def _is_part_title(unit: Unit) -> bool:
    """`B Title of the second resolution`: a letter and a title above a formula."""
    text = unit.text
    return text[:1].isupper() and text[1:2] in (" ", ".") and len(text) < 250 and unit.last not in ".;:,"


def _letter_paragraph(letter: Passage | None, grammar: Grammar) -> tuple[Paragraph, ...]:
    return (Paragraph(grammar.plain(letter)),) if letter is not None else ()


def _prefaces(units: Sequence[Unit], grammar: Grammar) -> tuple[Paragraph, ...]:
    """The preface of a later statement: the letter of a part, or number and title of another resolution."""
    if not units or not vocabulary.number_at(units[0].folded):
        return tuple(Paragraph(grammar.plain(unit.words)) for unit in units)
    head = masthead.read(units, (), grammar)
    return (*head.masthead, *head.preface, *_letter_paragraph(head.letter, grammar))


def _statement(page: _Page, grammar: Grammar, units: Sequence[Unit], preface: tuple[Paragraph, ...]) -> Statement:
    """One statement from its formula on."""
    language = grammar.language
    preamble: list[Node] = []
    index = 0
    if units and language.formula(units[0].folded, bare=True):
        preamble.append(Formula(grammar.plain(units[0].words)))
        index = 1
    annex_at = annexes.first(units, index, grammar)
    closing = conclusions.begins_at(units, index, grammar)
    body_end = min(annex_at, closing)
    index, paragraphs = preambles.read(units[:body_end], index, grammar)
    preamble += paragraphs
    body = Body(grammar).read(units[index:body_end])
    if closing < annex_at:
        foot, rest = _foot(units, closing, annex_at, grammar)
        attached = annexes.read(rest, grammar)
        return Statement(preface, tuple(preamble), body, foot, attached)
    foot, rest = _foot(units, closing, len(units), grammar)
    attached = annexes.read([*units[annex_at:closing], *rest], grammar)
    return Statement(preface, tuple(preamble), body, foot, attached)


def _foot(
    units: Sequence[Unit], closing: int, stop: int, grammar: Grammar
) -> tuple[tuple[Paragraph, ...], Sequence[Unit]]:
    """The closing block; what follows it is annex if an annex begins there, else part of the block."""
    end = min(annexes.first(units, closing, grammar), conclusions.ends_at(units, closing, grammar))
    return conclusions.conclusions(units[closing:end], grammar), units[end:]


def _with_uncalled(document: Document, page: _Page) -> Document:
    """Footnotes that found no place in the text, because they stood behind a table: at the very end."""
    left = page.notes.uncalled()
    if not left or not document.statements:
        return document
    last = document.statements[-1]
    # one of them may call another: that is placed by then
    extra: Inlines = tuple(note for body in left for note in page.notes.behind(body.key))
    if last.conclusions:
        tail = last.conclusions[-1]
        closing = (*last.conclusions[:-1], Paragraph((*tail.content, *extra)))
    else:
        closing = (Paragraph(extra),)
    statement = Statement(last.preface, last.preamble, last.body, closing, last.annexes)
    return Document(
        document.kind,
        document.language,
        document.organ,
        document.masthead,
        (*document.statements[:-1], statement),
        document.preface,
    )


def _is_resolution(document: Document) -> bool:
    from akn.model import Operative

    for statement in document.statements:
        if any(isinstance(block, Formula) for block in statement.preamble):
            return True
        if any(isinstance(block, Operative) and block.number is not None for block in statement.body):
            return True
        if statement.preface and any(_has_number(p) for p in statement.preface):
            return True
    return bool(document.organ) or any(_has_number(p) for p in document.preface)


def _has_number(paragraph: Paragraph) -> bool:
    from akn.model import Role

    return any(isinstance(inline, Role) and inline.name == "number" for inline in paragraph.content)


__all__ = ["Parsed", "parse"]
