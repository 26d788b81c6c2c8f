"""Names that are computed from a Document and never carried in it: facts, IRIs, eIds of numbers.

IRIs follow the AKN4UN guidelines, `/akn/un/{docType}/{subtype}/{actor}/{date}/{number}`; eIds the OASIS Naming
Convention 1.0, section 5.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from akn.findings import Finding, Place
from akn.fold import fold
from akn.model import (
    DateMention,
    Document,
    Inlines,
    Operative,
    Paragraph,
    PointList,
    Reference,
    Role,
    Statement,
    Styled,
)
from akn.source import Run
from akn.vocabulary import load, organs

NO_DATE = "1900-01-01"
"""AKN4UN's date for one that the source does not state."""

SUBTYPES = {"resolution": "deliberation", "decision": "deliberation", "presidentialStatement": "statement"}


class Facts(NamedTuple):
    """What a document says of itself; an empty string where it does not say."""

    symbol: str
    number: str
    organ: str
    adopted: str
    issued: str
    session: str
    meeting: str
    votes: str
    """`120-2-41`, `unanimous`, `without a vote`, or nothing."""
    committees: tuple[tuple[str, str], ...]
    """Ids and names of the committees that the masthead names."""


class Stated(NamedTuple):
    """A Role where it stands: its name, its value, its words."""

    name: str
    value: str
    words: str
    run: Run | None


def words_of(content: Inlines) -> str:
    """The running text of inline content, without footnotes."""
    parts: list[str] = []
    for inline in content:
        if isinstance(inline, Run):
            parts.append(inline.text)
        elif isinstance(inline, Styled | Reference | DateMention | Role):
            parts.append(words_of(inline.content))
    return "".join(parts)


def _first_run(content: Inlines) -> Run | None:
    for inline in content:
        if isinstance(inline, Run):
            return inline
        if isinstance(inline, Styled | Reference | DateMention | Role) and (found := _first_run(inline.content)):
            return found
    return None


def roles(paragraphs: Sequence[Paragraph]) -> Iterator[Stated]:
    """The roles in some paragraphs, in order, outer ones first."""
    for paragraph in paragraphs:
        yield from _roles(paragraph.content)


def _roles(content: Inlines) -> Iterator[Stated]:
    for inline in content:
        if isinstance(inline, Role):
            yield Stated(inline.name, inline.value, words_of(inline.content), _first_run(inline.content))
        if isinstance(inline, Role | Styled | Reference | DateMention):
            yield from _roles(inline.content)


def facts(document: Document, statement: Statement) -> Facts:
    """What a document says of one of its statements."""
    head = list(roles([*document.masthead, *document.preface]))
    own = list(roles(statement.preface))
    closing = list(roles(statement.conclusions))
    everything = [*head, *own, *closing]
    number = _number(own) or _number_before(document, statement) or _number(roles(document.preface)) or _number(head)
    symbol = next((s.words.strip(" *") for s in head if s.name == "symbol"), "")
    if not number and "/RES/" in symbol:
        number = symbol.partition("/RES/")[2]
    if not symbol and number and document.kind == "resolution":
        pattern = organs()[document.organ].resolution if document.organ in organs() else ""
        letter = letter_of(statement) if len(document.statements) == 1 else ""
        symbol = pattern.replace("{number}", with_letter(plain_number(number), letter)) if pattern else ""
    return Facts(
        symbol,
        number,
        document.organ or "",
        next((s.value for s in everything if s.name == "adopted" and s.value), "")
        or _opening_date(document, statement),
        next((s.value for s in head if s.name == "issued" and s.value), ""),
        next((s.value for s in head if s.name == "session" and s.value), ""),
        next((s.words for s in [*closing, *head] if s.name == "meeting"), ""),
        next((s.value for s in [*closing, *head, *own] if s.name == "vote" and s.value), ""),
        tuple((s.value, s.words) for s in head if s.name == "committee" and s.value),
    )


def number_of(statement: Statement) -> str:
    """The number that a statement has of its own, without its full stop; empty if its preface has none."""
    return _number(roles(statement.preface))


def _number_before(document: Document, statement: Statement) -> str:
    """In a volume, the number of the nearest resolution above: `B` is a part of it."""
    at = next((i for i, other in enumerate(document.statements) if other is statement), 0)
    return next((number for other in reversed(document.statements[:at]) if (number := number_of(other))), "")


def _opening_date(document: Document, statement: Statement) -> str:
    """The date in the first sentence of a decision or statement: `At its 53rd plenary meeting, on 17 December 2024, …`."""
    first = statement.body[0] if statement.body else None
    if document.kind not in ("decision", "presidentialStatement") or not isinstance(first, Operative):
        return ""
    block = first.content[0] if first.content else None
    content = block.intro if isinstance(block, PointList) else block.content if isinstance(block, Paragraph) else ()
    before = 0
    for inline in content:
        if isinstance(inline, DateMention):
            return inline.iso if before < _SOON else ""
        before += len(words_of((inline,)))
    return ""


_SOON = 120
"""Characters within which such a sentence states its date."""


def letter_of(statement: Statement) -> str:
    """The letter or Roman number of the part that a statement is (`A`), if its preface has one; else nothing."""
    for paragraph in statement.preface:
        words = words_of(paragraph.content).strip(" .")
        if re.fullmatch(r"[A-Z]|[IVX]{1,4}", words):
            return words
    return ""


def with_letter(number: str, letter: str) -> str:
    """A number with the letter of a part: `57/270 B`, `2200 A (XXI)`."""
    before, bracket, after = number.partition(" (")
    return f"{before} {letter}{bracket}{after}" if letter else number


def _number(stated: Iterable[Stated]) -> str:
    """The last number that some roles state, without its full stop."""
    found = [s.words.strip(" .*") for s in stated if s.name == "number"]
    return found[-1] if found else ""


def findings(document: Document, file: str, place: Place | None = None) -> list[Finding]:
    """What the head and foot of a document leave out or contradict: codes AKN421 to AKN425."""
    at = place or Place(file)
    found: list[Finding] = []
    head = list(roles([*document.masthead, *document.preface]))
    for statement in document.statements:
        said = facts(document, statement)
        dates = [s for s in [*head, *roles(statement.preface), *roles(statement.conclusions)] if s.name == "adopted"]
        draft = document.kind.startswith("draft")
        if not said.adopted and not draft:
            found.append(_warn("AKN421", at, f"the date of adoption is not stated; {NO_DATE} stands for it"))
        if len({s.value for s in dates if s.value}) > 1:
            said_dates = " and ".join(sorted({s.words for s in dates if s.value}))
            found.append(_warn("AKN422", at, f"two dates of adoption are stated: {said_dates}; the first is used"))
        if said.adopted and said.issued and said.issued < said.adopted:
            found.append(_warn("AKN423", at, f"issued on {said.issued}, before the adoption on {said.adopted}"))
        if "/RES/" in said.symbol and said.number and not _agree(said.symbol, said.number, letter_of(statement)):
            found.append(_warn("AKN424", at, f"the symbol {said.symbol} and the number {said.number} do not agree"))
        expected = _session_of(said)
        if said.session and expected and expected != said.session:
            found.append(_warn("AKN425", at, f"session {said.session} and number {said.number} do not agree"))
    return found


def _warn(code: str, place: Place, message: str) -> Finding:
    return Finding(code, "warning", place, message)


def _agree(symbol: str, number: str, letter: str) -> bool:
    squeeze = re.compile(r"[\s()]")
    tail = squeeze.sub("", symbol.partition("/RES/")[2])
    number = plain_number(number)
    stated = [squeeze.sub("", number), squeeze.sub("", with_letter(number, letter))]
    return any(tail.startswith(one) or one.startswith(tail) for one in stated)


def _session_of(said: Facts) -> str:
    found = re.fullmatch(r"(\d{2,4})/\d+.*", plain_number(said.number))
    return found[1] if found and said.organ in ("unga", "unhrc") else ""


class Names(NamedTuple):
    """The IRIs of one work: of the work, the expression and the manifestation, without component."""

    work: str
    expression: str
    manifestation: str
    number: str
    """The number as it stands in the IRI."""
    shown: str
    """The number as it is printed."""


def names(document: Document, said: Facts, part: str = "") -> Names:
    """The IRIs of a statement; `part` is the letter of one of several under a number."""
    shown = said.number or said.symbol
    number = path(shown) + (f"_{part}" if part else "")
    subtype = SUBTYPES.get(document.kind, "deliberation")
    work = f"/akn/un/statement/{subtype}/{said.organ or 'un'}/{said.adopted or NO_DATE}/{number or 'unnumbered'}"
    expression = f"{work}/{document.language}@"
    alone = len(document.statements) == 1
    return Names(work, expression, f"{expression}.xml", number, with_letter(shown, part) if alone else shown)


def plain_number(number: str) -> str:
    """A number with the letters and digits that English prints, whatever the language: `٧٩/٩٢٧` is `79/927`."""
    if number.isascii():
        return number
    from akn.inline.numbers import canonical, cased

    return canonical(cased(number, fold(number)))


def path(number: str) -> str:
    """A number as part of an IRI: `/` becomes `-`, a space `_`."""
    plain = re.sub(r"\s*\(", " (", plain_number(number)).replace("/", "-").replace("*", "").strip()
    return re.sub(r"[^\w.()\-]+", "_", plain).strip("_.")


# --- numbers in eIds

_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
_ABJAD = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CHINESE = "一二三四五六七八九十"


def eid_number(words: str) -> str:
    """The number of a part as its eId has it: the same in every language, without punctuation.

    Letters of other alphabets become the Latin letter of their rank, digits of other scripts ASCII digits.
    """
    plain = re.sub(r"[^\w.\s-]", "", fold(words) if not words.isascii() else words).strip(" .-_")
    plain = re.sub(r"[\s.]+", "-", plain)
    if plain.isascii():
        return plain
    return "".join(_latin(letter) for letter in plain)


def division_number(words: str, kind: str, language: str) -> str:
    """The number of a section, part, chapter or article as its eId has it: `Article 5`, `第五条` and `المادة ٥` are 5.

    Words and Chinese numerals (`أولا`, `一`) number sections where other languages print Roman numbers, so they
    become these; articles are counted in digits.
    """
    value = _chinese_value(words)
    tokens = [token.strip(".,:;()-–— ") for token in words.split()]
    last = next((token for token in reversed(tokens) if token), "")
    if not value and re.fullmatch(r"[IVXLivxl]+|[A-Za-z]|[0-9]+[a-z]?", last):
        return last
    spoken = load(language)
    if rank := spoken.letter(last):
        return chr(ord("A") + rank - 1) if rank <= 26 else str(rank)
    value = (
        value or spoken.ordinal(words) or next((n for t in tokens if (n := spoken.ordinal(t) or spoken.count(t))), 0)
    )
    if not value:
        return eid_number(words)
    return str(value) if kind == "article" else _roman(value)


def _chinese_value(words: str) -> int:
    found = re.search(f"[{_CHINESE}]+", words)
    if found is None:
        return 0
    tens, ten, units = found[0].rpartition("十")
    return (_CHINESE.find(tens) + 1 or 1 if ten else 0) * 10 + (_CHINESE.find(units) + 1 if units else 0)


def _roman(value: int) -> str:
    tens, units = divmod(value, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[units]


def _latin(letter: str) -> str:
    for alphabet in (_CYRILLIC, _ABJAD):
        if (rank := alphabet.find(letter)) >= 0:
            return _LATIN[rank] if rank < 26 else f"z{rank - 25}"
    if (rank := _CHINESE.find(letter)) >= 0:
        return str(rank + 1)
    return letter if letter.isascii() else f"u{ord(letter):x}"
