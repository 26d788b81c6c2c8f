"""Which characters call which footnote: decided last, with all bodies and the whole text in hand.

A marker is sure where the format raises it (`¹`, `<sup>`, `[^1]`), likely where it sticks to a word or stop
(`l'homme1`, `Rights,2`, `20002`), weak where a space parts it from its word (`Court 1`). Markers stand in the
order of their bodies; so a likely or weak one counts only where it is the next in sequence, or cites again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from akn.blocks import Block, NoteBody
from akn.findings import Finding, Place
from akn.layout.footnotes import Body, plain_digits
from akn.layout.rows import Sheet
from akn.ledger import Entry
from akn.source import Mark, Passage

_MAY_MARK = re.compile("[0-9⁰¹²³⁴⁵⁶⁷⁸⁹*†‡]")
_DIGITS = re.compile("[0-9]+")
_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_STOPS = frozenset(",.;:)»”\"’'*]،؛。，；：、）」』》")
_ENDS = frozenset(" \u00a0\u202f\n\t,.;:!?)]»”\"'’،؛؟。，；：、）」』》")
_SIGNS = re.compile(r"(?<=[\w,.;:)\]»”])(?: ?)(\*{1,4}|[†‡]{1,2})(?=$|[\s,.;:)\]»”])")


class Candidate(NamedTuple):
    """Characters of a block that may call a footnote."""

    start: int
    end: int
    number: str
    weight: int
    """3 sure, 2 likely, 1 weak."""


class _Call(NamedTuple):
    block: int
    candidate: Candidate
    body: int


def attach(
    sheet: Sheet, blocks: list[Block], bodies: list[Body], left_out: list[Entry]
) -> tuple[list[Block], list[NoteBody], list[Finding]]:
    """Blocks with `note` marks, note bodies with keys, and what was doubtful."""
    findings: list[Finding] = []
    keys = _keys(bodies)
    offered = _offered(sheet, blocks)
    calls = list(_calls(sheet, offered, bodies, blocks))
    called = {call.body for call in calls}
    unanswered = _unanswered(sheet, blocks, offered, calls)
    marked = _marked(blocks, calls, unanswered, keys, sheet, findings)
    notes: list[NoteBody] = []
    for index, body in enumerate(bodies):
        if index in called:
            left_out += [Entry(p.start, p.end, "label of a note") for p in body.label.run.pieces]
        else:
            findings.append(
                _finding(sheet, body.start, f"no marker in the text calls footnote {body.number}", "AKN411")
            )
            _put_behind(marked, _block_before(blocks, body), keys[index])
        notes.append(NoteBody(keys[index], body.label, body.paragraphs))
    return marked, notes, findings


def _keys(bodies: list[Body]) -> list[str]:
    """A key for each body: its number, with a suffix where the page uses the number again."""
    seen: dict[str, int] = {}
    keys: list[str] = []
    for body in bodies:
        seen[body.number] = seen.get(body.number, 0) + 1
        keys.append(body.number if seen[body.number] == 1 else f"{body.number}~{seen[body.number]}")
    return keys


def _put_behind(blocks: list[Block], index: int, key: str) -> None:
    """A footnote that no marker calls goes to the end of the block after which it stood: a mark of no length."""
    if not blocks or blocks[index].kind == "table":
        return
    words = blocks[index].words
    end = len(words.run.text)
    blocks[index] = blocks[index]._replace(words=Passage(words.run, (*words.marks, Mark(end, end, "note", key))))


def _block_before(blocks: list[Block], body: Body) -> int:
    """Index of the last block that begins before the body on the page."""
    found = 0
    for index, block in enumerate(blocks):
        offset = block.words.run.offset(0)
        if 0 <= offset < body.start:
            found = index
    return found


def candidates(block: Block, language_stop: frozenset[str], month: frozenset[str]) -> Iterator[Candidate]:
    """What may be a marker in a block, in order, the likeliest reading first at each place."""
    text = block.words.run.text
    if _MAY_MARK.search(text) is None and not block.words.marks:
        return
    found: dict[int, Candidate] = {}

    def offer(candidate: Candidate) -> None:
        known = found.get(candidate.start)
        if known is None or candidate.weight > known.weight:
            found[candidate.start] = candidate

    for mark in block.words.marks:
        if mark.kind == "sup":
            label = text[mark.start : mark.end]
            number = plain_digits(label.strip(" ,"))
            if mark.target or number.isdigit() or number.strip("*†‡") == "":
                offer(Candidate(mark.start, mark.end, number, 3))
    if not text.isascii():
        for match in _RAISED.finditer(text):
            offer(Candidate(match.start(), match.end(), plain_digits(match[0]), 3))
    for match in _DIGITS.finditer(text):
        candidate = _of_digits(text, match.start(), match.end(), language_stop, month)
        if candidate is not None:
            offer(candidate)
    if "*" in text or "†" in text:
        for match in _SIGNS.finditer(text):
            offer(Candidate(match.start(1), match.end(1), match[1], 2))
    yield from sorted(found.values())


def _of_digits(text: str, start: int, end: int, stop: frozenset[str], months: frozenset[str]) -> Candidate | None:
    """What a stretch of digits may mark: all of it, or what is more than a year in it."""
    after = text[end] if end < len(text) else " "
    if after not in _ENDS or (after in ".," and text[end + 1 : end + 2].isdigit()):
        return None
    before = text[start - 1] if start else ""
    length = end - start
    if 4 < length < 8:
        if text[start : start + 2] in ("18", "19", "20") and before not in "/.-":
            return Candidate(start + 4, end, text[start + 4 : end], 2)
        return None
    if length > 3 or not before:
        return None
    if before.isalpha() or (before in _STOPS and after not in ":!?"):
        if before == "." and _PARTS_BEFORE.search(text, max(0, start - 8), start):
            return None
        return None if _in_symbol(text, start) else Candidate(start, end, text[start:end], 2)
    if before == " " and start > 1 and (text[start - 2].isalnum() or text[start - 2] in _STOPS):
        weight = _weak(text, start, end, stop, months)
        return Candidate(start, end, text[start:end], weight) if weight else None
    return None


_PARTS_BEFORE = re.compile(r"(?<![\d/.,])\d{1,3}\.$")
"""What makes digits the second part of a number: `1.2`, `2.5 million`, not `in 2000.2`."""


def _in_symbol(text: str, start: int) -> bool:
    """Whether digits end the symbol of a document: `A/73/L.8/Add.1`."""
    if text[start - 1] in ",;:»”\"'’":
        return False
    return "/" in text[max(text.rfind(" ", 0, start), start - 40, 0) : start]


_WORD_BEFORE = re.compile(r"([^\W_]+[.]?)\W*$")
_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d $")
_WORD_AFTER = re.compile(r"\s*([^\W\d_]+|[%/°(-])")


def _weak(text: str, start: int, end: int, stop: frozenset[str], months: frozenset[str]) -> int:
    """1 where a spaced number may be a marker; 0 where it counts something (`Article 1`, `3 May`, `No. 53`)."""
    after = _WORD_AFTER.match(text, end)
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    punctuated = text[start - 2] in ',.;:»”)"' if start >= 2 else False
    follows = text[end : end + 2]
    if after and (after[1].lower() in months or after[1] in "%/°(-"):
        return 0
    if before and before[1].lower().rstrip(".") in stop:
        return 0
    if before and before[1].rstrip(".").isdigit() and not punctuated and len(before[1]) < 4:
        return 0
    if before and before[1].isdigit() and _counts_on(text, end, months):
        return 0
    if punctuated or follows[:1] in ("", ",", ";", ".", ":") or follows in (" ,", " ;", " .", " :"):
        return 1
    return 1 if before and (before[1][0].isalpha() or len(before[1]) == 4) else 0


def _counts_on(text: str, end: int, months: frozenset[str]) -> bool:
    """Whether days of a month follow: `3, 11 and 22 March`."""
    after = _DAYS_AFTER.match(text, end)
    return after is not None and after[1].lower() in months


_DAYS_AFTER = re.compile(r"(?:,? [^\W\d_]{1,3} |, ?)\d{1,2},? (?:de )?([^\W\d_]+)")


def _offered(sheet: Sheet, blocks: list[Block]) -> list[tuple[int, Candidate]]:
    """What may be a marker, with the index of its block, in order of the text."""
    stop, months = sheet.language.counting_words, sheet.language.month_words
    return [
        (index, candidate)
        for index, block in enumerate(blocks)
        if block.kind != "table"
        for candidate in candidates(block, stop, months)
    ]


def _calls(
    sheet: Sheet, offered: list[tuple[int, Candidate]], bodies: list[Body], blocks: list[Block]
) -> Iterator[_Call]:
    """Markers and the bodies they call, in order of the text."""
    wanted = {body.number for body in bodies}
    chosen = [pair for pair in offered if pair[1].number in wanted]
    if chosen:
        yield from _in_sequence(sheet, chosen, bodies, blocks)


def _in_sequence(
    sheet: Sheet, offered: list[tuple[int, Candidate]], bodies: list[Body], blocks: list[Block]
) -> Iterator[_Call]:
    """The longest chain of first calls in the order of the bodies, sure markers before weak ones; then repeats."""
    chain = _chain(offered, bodies)
    first = dict(chain)
    latest: dict[str, int] = {}
    for position, (block, candidate) in enumerate(offered):
        if position in first:
            latest[candidate.number] = first[position]
            yield _Call(block, candidate, first[position])
        elif candidate.number in latest and _cites_again(sheet, blocks[block].words.run.text, candidate):
            yield _Call(block, candidate, latest[candidate.number])


_BEFORE_AGAIN = re.compile(r"[^\W\d_]{3,}[,;] $")
_AFTER_AGAIN = re.compile(r" ([^\W\d_]+) (?!\d)")


def _cites_again(sheet: Sheet, text: str, candidate: Candidate) -> bool:
    """`… the Court, 1 and calls`: a spaced number that a stop parts from its word, and a joint from the next."""
    if candidate.weight > 1 or _clear_shape(sheet, text, candidate):
        return True
    after = _AFTER_AGAIN.match(text, candidate.end)
    before = _BEFORE_AGAIN.search(text, max(0, candidate.start - 12), candidate.start)
    return after is not None and before is not None and after[1].lower() in sheet.language.citations["joints"]


_NEAR = 30
"""How many bodies of one number, before and after its proportional place, a candidate is compared with."""


def _chain(offered: list[tuple[int, Candidate]], bodies: list[Body]) -> list[tuple[int, int]]:
    """Pairs (position in `offered`, index of body), both increasing, of the greatest total weight.

    A longest increasing subsequence with weights, by a Fenwick tree of maxima: n log n for any number of
    candidates.
    """
    by_number: dict[str, list[int]] = {}
    for index, body in enumerate(bodies):
        by_number.setdefault(body.number, []).append(index)
    size = len(bodies)
    best: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    links: list[tuple[int, int, int]] = []
    totals = Counter(candidate.number for _, candidate in offered)
    seen: Counter[str] = Counter()
    for position, (_, candidate) in enumerate(offered):
        places = by_number[candidate.number]
        if len(places) > 2 * _NEAR:
            # as many parts as bodies of one number: a candidate calls one that stands about as far in the sequence
            middle = seen[candidate.number] * len(places) // totals[candidate.number]
            places = places[max(0, middle - _NEAR) : middle + _NEAR]
            seen[candidate.number] += 1
        for place in reversed(places):
            score, link = _best_before(best, place)
            links.append((position, place, link))
            _raise_to(best, place + 1, score + (1, 10, 100)[candidate.weight - 1] + 1000, len(links) - 1)
    _, link = _best_before(best, size)
    chain: list[tuple[int, int]] = []
    while link >= 0:
        position, place, link = links[link]
        chain.append((position, place))
    return chain[::-1]


def _best_before(best: list[tuple[int, int]], index: int) -> tuple[int, int]:
    found = (0, -1)
    while index > 0:
        if best[index][0] > found[0]:
            found = best[index]
        index -= index & -index
    return found


def _raise_to(best: list[tuple[int, int]], index: int, score: int, link: int) -> None:
    while index < len(best):
        if score > best[index][0]:
            best[index] = (score, link)
        index += index & -index


def _unanswered(
    sheet: Sheet, blocks: list[Block], offered: list[tuple[int, Candidate]], calls: list[_Call]
) -> list[tuple[int, Candidate]]:
    """Markers whose bodies the source does not have: raised ones, and spaced ones of a clear shape, in sequence."""
    known = {(call.block, call.candidate.start) for call in calls}
    found: list[tuple[int, Candidate]] = []
    reached = 0
    for index, candidate in offered:
        number = int(candidate.number) if candidate.number.isdigit() else 0
        if (index, candidate.start) in known:
            reached = max(reached, number)
        elif candidate.weight == 3 or (
            number
            and _follows(number, reached)
            and (
                (0 < reached == number - 1 and _within_sentence(blocks[index].words.run.text, candidate))
                or _clear_shape(sheet, blocks[index].words.run.text, candidate)
            )
        ):
            found.append((index, candidate))
            reached = max(reached, number)
    return found


def _within_sentence(text: str, candidate: Candidate) -> bool:
    """Whether a spaced number stands between two small words of a long text: nothing there could count it."""
    return (
        len(text) > 60
        and re.search(r"[^\W\d_A-Z]{3,} $", text[: candidate.start]) is not None
        and re.match(r"\s[^\W\d_A-Z]{2,}", text[candidate.end :]) is not None
    )


def _follows(number: int, reached: int) -> bool:
    """Whether a marker may come after those before it; compilations begin at any number."""
    return reached == 0 or reached - 2 <= number <= reached + 4


def _clear_shape(sheet: Sheet, text: str, candidate: Candidate) -> bool:
    """`1991, 196 and`, `sujet 1 , et`, `November 1991 197 would`: a number where no count could stand."""
    start, end, _, weight = candidate
    if weight != 1:
        return False
    if end == len(text) and start == 2 and text[0].isupper():  # the letter of a part: `B 1`
        return True
    after = text[end : end + 24]
    before = text[max(0, start - 8) : start]
    if re.match(r" [,;.:]", after):
        return before[-2:-1].isalpha() or before[-2:-1] in ')»”"' or _YEAR_BEFORE.search(before) is not None
    following = re.match(r"\s*([^\W\d_]+)?", after)
    word = following[1].lower() if following and following[1] else ""
    if re.search(r"(?:^|\D)(?:19|20)\d\d,? $", before):
        return not word or word in sheet.language.data["function_words"] or before[-2] != ","
    if before[-2:-1] in ",;." and before[-3:-2].isalpha():
        return not after.strip() or (not word and after[:1] in ";,.")
    return False


def _marked(
    blocks: list[Block],
    calls: list[_Call],
    unanswered: list[tuple[int, Candidate]],
    keys: list[str],
    sheet: Sheet,
    findings: list[Finding],
) -> list[Block]:
    """Blocks with a `note` mark for each marker, in place of what else marked these characters."""
    by_block: dict[int, list[Mark]] = {}
    for call in calls:
        candidate = call.candidate
        by_block.setdefault(call.block, []).append(Mark(candidate.start, candidate.end, "note", keys[call.body]))
    for index, candidate in unanswered:
        by_block.setdefault(index, []).append(Mark(candidate.start, candidate.end, "note", ""))
        offset = blocks[index].words.run.offset(candidate.start)
        findings.append(_finding(sheet, offset, f"no footnote answers the marker {candidate.number}", "AKN412"))
    marked = list(blocks)
    for index, notes in by_block.items():
        words = blocks[index].words
        taken = {mark.start for mark in notes}
        styles = [m for m in words.marks if not (m.kind == "sup" and m.start in taken)]
        marked[index] = blocks[index]._replace(words=Passage(words.run, tuple(sorted([*styles, *notes]))))
    return marked


def _finding(sheet: Sheet, offset: int, message: str, code: str) -> Finding:
    line, column = sheet.source.position(offset)
    return Finding(code, "warning", Place(sheet.source.name, line, column), message)
