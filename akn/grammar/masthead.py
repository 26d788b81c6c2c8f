"""What stands above the enacting formula: masthead, adoption line, report line, number and title.

Each line is read from its start: extractions put two columns of a page on one line (`General Assembly Distr.:
General`), so a recogniser takes what it knows and leaves the rest to the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from akn.fold import fold
from akn.grammar.events import event
from akn.grammar.roles import Span, with_roles
from akn.grammar.units import Grammar, Unit, lines_of
from akn.inline import dates
from akn.model import Inline, Inlines, Paragraph, Role, RoleName
from akn.source import Passage, join_passages
from akn.vocabulary import Language, number_at, organs, symbol_at


class Head(NamedTuple):
    """The head of a document."""

    masthead: tuple[Paragraph, ...]
    preface: tuple[Paragraph, ...]
    organ: str
    kind: str
    letter: Passage | None
    """The letter of a part (`A`) that stands directly above the formula."""


class _Line(NamedTuple):
    """One thing that the masthead says."""

    role: RoleName
    words: Passage
    value: str = ""
    gap: bool = True
    last: int = 0
    """Length of its last printed line."""


def read(units: Sequence[Unit], late: Sequence[Unit], grammar: Grammar) -> Head:
    """The head that some units make; `late` are lines of it that stand behind the formula."""
    lines: list[_Line] = []
    numbered = False
    for unit in units:
        for words in lines_of(unit):
            found = _lines_of(words, fold(words.text), unit.block.gap, grammar.language)
            if numbered:  # `… of the` / `United Nations` goes on the title
                found = [line._replace(role="other", value="") if line.role in _NAMES else line for line in found]
            lines += found
            numbered = numbered or any(line.role == "number" for line in found)
    letter = _letter(lines)
    if letter is not None:
        lines.pop()
    lines = _joined(lines, grammar.language, max((line.last for line in lines), default=0))
    lines, title = _title(_met(lines, grammar.language), grammar.language)
    column = [
        line
        for unit in late
        for words in lines_of(unit)
        for line in _lines_of(words, fold(words.text), True, grammar.language)
    ]
    at = next((i for i, line in enumerate(lines) if line.role == "doc title"), len(lines))
    lines[at:at] = column  # where the page has this column: above the adoption line
    masthead = tuple(Paragraph(_content(line, grammar)) for line in lines)
    return Head(masthead, tuple(_preface(title, grammar)), _organ(lines, title), _kind(lines, grammar.language), letter)


_NAMES = ("publisher", "organ", "language")
"""What a masthead says by a mere name, which a title may say too."""


def moved(unit: Unit, grammar: Grammar) -> bool:
    """Whether a unit is a line of the masthead wherever it stands: the columns of a page end up anywhere."""
    if unit.block.aside:
        return True
    folded = unit.folded
    if len(folded) > 60 or unit.block.rows:
        return False
    language = grammar.language
    return bool(
        language.match("distribution", folded)
        or language.match("original", folded)
        or language.match("language_line", folded)
    )


def _lines_of(words: Passage, folded: str, gap: bool, language: Language) -> list[_Line]:
    """The things that one printed line says, from left to right."""
    found: list[_Line] = []
    while folded:
        length, role, value = _start(folded, language, not found)
        part = words.cut(0, length).strip()
        if part.text:
            found.append(_Line(role, part, value, gap and not found, length))
        words = words.cut(length)
        lead = len(words.text) - len(words.text.lstrip(" *_"))
        if lead < len(words.text) and not words.text[:lead].strip():
            words = words.cut(lead)
        folded = fold(words.text)
    return found


def _start(folded: str, language: Language, whole: bool) -> tuple[int, RoleName, str]:
    """What stands at the start of a line: length, role, value."""
    length = len(folded)
    if (
        length < 100
        and (m := language.match("publisher", folded))
        and (m.end() == length or symbol_at(folded[m.end() + 1 :]) or len(folded) < 45)
    ):
        return m.end(), "publisher", ""
    if m := language.match("distribution", folded):
        return m.end(), "distribution", ""
    if whole and length < 60 and (size := symbol_at(folded)) and size + 4 >= length:
        return length, "symbol", ""
    if not whole and (size := symbol_at(folded)) and size + 4 >= length:
        return length, "symbol", ""
    if language.match("adoption", folded):
        return length, "doc title", "adoption"
    for _name, end, organ in ((n, e, o) for n, e, o in language.organs_in(folded[:90]) if n == 0):
        if (
            end == length
            or language.match("distribution", folded[end + 1 :])
            or symbol_at(folded[end:].strip(" *"))
            or dates.read(folded[end : end + 40], language)
        ):
            return end, "organ", organ
    if length < 140 and (session := language.session(folded)):
        return length, "session", str(session.value)
    if length > 30 and (found := _session_and_more(folded, language)):
        return found
    if language.match("agenda_item", folded):
        return _agenda(folded, language), "agenda item", ""
    if length < 60 and language.match("original", folded):
        return length, "original", ""
    if length < 30 and language.match("language_line", folded):
        return length, "language", ""
    if length < 60 and language.match("session_dates", folded):
        return length, "session dates", ""
    if length < 40 and (iso := dates.read(folded, language)) and dates.find(folded, language)[0].start == 0:
        if dates.find(folded, language)[0].end == length:
            return length, "issued", iso
        return dates.find(folded, language)[0].end, "issued", iso
    if folded[0] == "[" and length < 1200 and language.match("report", folded):
        return length, "committee", ""
    if number_at(folded) or (length < 160 and _lead(folded, language)):
        return length, "number", ""
    if length < 3000 and (m := language.match("draft", folded)) and (length < 400 or length - m.end("what") < 4):
        return length, "draft", m["what"]
    return length, "other", ""


def _session_and_more(folded: str, language: Language) -> tuple[int, RoleName, str] | None:
    """A session at the start of a line on which the agenda item stands too."""
    session = language.session_at(folded[:120])
    if session is None or session.end >= len(folded):
        return None
    if not language.match("agenda_item", folded[session.end :].strip()):
        return None
    return session.end, "session", str(session.value)


def _agenda(folded: str, language: Language) -> int:
    """Where the number of an agenda item ends; its title may follow on the line."""
    found = language.agenda_item(folded)
    end = found[1] if found else 0
    return end if 0 < end < len(folded) - 8 and folded[end] in " :" else len(folded)


def _met(lines: list[_Line], language: Language) -> list[_Line]:
    """Lines in which a meeting and the date below it are one event: so typescripts and official records head a text."""
    met: list[_Line] = []
    for line in lines:
        before = met[-1] if met else None
        if before is not None and before.role == "event" and line.role == "issued" and not line.gap:
            met[-1] = before._replace(words=join_passages([before.words, line.words]))
        elif line.role == "other" and len(line.words.text) < _MEETING and language.meeting(fold(line.words.text)):
            met.append(line._replace(role="event"))
        else:
            met.append(line)
    return met


_MEETING = 100
"""Characters that a line with the name of a meeting hardly has."""


def _letter(lines: list[_Line]) -> Passage | None:
    """The letter of a part directly above the formula, perhaps with the marker of a footnote: `A`, `B 1`."""
    if len(lines) < 2 or lines[-1].role != "other":
        return None
    words = lines[-1].words
    end = next((mark.start for mark in words.marks if mark.kind == "note"), len(words.text))
    return words if re.fullmatch(r"(?:[A-Z]|[IVX]{1,4})\.?", words.text[:end].rstrip()) else None


def _joined(lines: list[_Line], language: Language, width: int) -> list[_Line]:
    """Lines that go on over the end of a printed line are joined: agenda titles, adoption and report lines."""
    joined: list[_Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before is not None and _goes_on(before, line, language, width):
            head = line if line.role == "draft" and before.role == "other" else before  # `Peru,` / `Togo: draft`
            joined[-1] = head._replace(words=join_passages([before.words, line.words]), gap=before.gap, last=line.last)
            continue
        if before is not None and _is_distribution(before, line, language):
            words = join_passages([before.words, line.words])
            joined[-1] = before._replace(role="distribution", words=words)
            continue
        if before is not None and line.role == "other" and before.role == "agenda item":
            line = line._replace(role="agenda item name")
        joined.append(line)
    return joined


def _is_distribution(before: _Line, line: _Line, language: Language) -> bool:
    """`Distr.` / `GENERAL`, as typescripts have it."""
    if not before.role == line.role == "other" or len(before.words.text) + len(line.words.text) > 40:
        return False
    folded = fold(f"{before.words.text} {line.words.text}")
    found = language.match("distribution", folded)
    return found is not None and found.end() == len(folded)


_LONGEST = 200
"""Pieces, at least one a line: no list of sponsors has more. Joined line by line, it would cost its square."""


def _goes_on(before: _Line, line: _Line, language: Language, width: int) -> bool:
    text = before.words.text
    small = line.words.text[0].islower()
    full = 40 < width * 0.75 < before.last and not line.gap
    if len(before.words.run.pieces) > _LONGEST or language.roll_call(fold(line.words.text)):
        return False
    if before.role == "committee":
        return text.count("[") > text.count("]") and len(text) < 1500
    if before.role == "doc title":
        if line.role == "issued" and not dates.find(text, language):
            return not line.gap or text.split()[-1].lower() in language.function_words
        if line.gap or not (line.role == "other" or (line.role == "draft" and full)):
            return False
        return small or (full and "," in text) or text.endswith(",") or _ends_date(text, line.words.text, language)
    if before.role == "draft" and line.role == "other":
        return small or (full and not line.words.text[0].isdigit())
    if before.role in ("agenda item name", "number") and line.role == "other":
        return not line.gap or (small and text[-1] not in ".;")
    if before.role == "other" and line.role == "other":
        return not line.gap and (small or full or text[-1:] in ",:-")
    if before.role == "other" and line.role == "draft":
        return not line.gap and text.rstrip().endswith((",", ":", ":*"))
    return False


def _ends_date(before: str, text: str, language: Language) -> bool:
    """Whether a line ends the date that the one before it begins: `… le 18 décembre` / `2013`."""
    return len(text) < 24 and not dates.find(before, language) and bool(dates.read(f"{before} {text}", language))


def _title(lines: list[_Line], language: Language) -> tuple[list[_Line], list[_Line]]:
    """The lines of the masthead, and those of number and title: from the number on, or what follows the rest."""
    for index in range(len(lines) - 1, -1, -1):
        if lines[index].role == "number":
            before = lines[:index]
            if any(line.role in _ABOVE for line in lines[index:]):  # the number stands above the masthead
                title = [line for line in lines[index:] if line.role in ("number", "other")]
                return [*before, *(line for line in lines[index:] if line.role not in ("number", "other"))], title
            if index and _is_title_above(lines, index, language):
                return before[:-1], [before[-1], *lines[index:]]
            return before, lines[index:]
    last = max((i for i, line in enumerate(lines) if line.role not in ("other", "agenda item name")), default=-1)
    tail = lines[last + 1 :]
    if last < 0:
        heads = [line for line in tail if len(line.words.text) < 300]
        return ([], tail) if len(heads) == len(tail) else (tail, [])
    if lines[last].role in ("symbol", "organ", "publisher", "distribution") and not any(
        line.words.text for line in tail
    ):
        return lines, []
    return lines[: last + 1], tail


_ABOVE = ("distribution", "session", "agenda item")
"""What only a masthead says, and no title."""


def _is_title_above(lines: list[_Line], index: int, language: Language) -> bool:
    """A subject above the line `1 (1946) Resolution of …`: old resolutions of the Security Council."""
    before, number = lines[index - 1], lines[index]
    found = number_at(fold(number.words.text))
    rest = number.words.text[found.end :].strip() if found else ""
    return (
        before.role == "other" and index == 1 and (not rest or language.match("resolution_of", fold(rest)) is not None)
    )


def _preface(lines: list[_Line], grammar: Grammar) -> list[Paragraph]:
    """Paragraphs of the preface: `74/153.` and the title; `Resolution of …` and the date behind old numbers."""
    paragraphs: list[Paragraph] = []
    numbered = False
    title: list[Passage] = []
    for line in lines:
        if line.role == "number" and not numbered:
            numbered = True
            paragraphs.append(Paragraph(_numbered(line.words, grammar)))
            continue
        folded = fold(line.words.text)
        if line.role == "doc title" and line.value == "adoption":
            paragraphs.append(Paragraph(_adoption(line.words, grammar)))
            continue
        if folded.startswith("[") or (numbered and _dated_line(folded, grammar.language)):
            paragraphs.append(Paragraph(_dated(line.words, grammar)))
            continue
        title.append(line.words)
        paragraphs.append(Paragraph((Role("doc title", grammar.plain(line.words)),)))
    return paragraphs


def _dated_line(folded: str, language: Language) -> bool:
    found = dates.find(folded, language)
    return bool(found) and len(folded) - (found[0].end - found[0].start) < 20


def _dated(words: Passage, grammar: Grammar) -> Inlines:
    found = dates.find(words.text, grammar.language)
    if not found:
        return grammar.inlines(words)
    return _with_date(words, found[0].start, found[0].end, found[0].target, grammar)


def _with_date(words: Passage, start: int, end: int, iso: str, grammar: Grammar) -> Inlines:
    return (
        *grammar.plain(words.cut(0, start)),
        Role("adopted", grammar.plain(words.cut(start, end)), iso),
        *grammar.plain(words.cut(end)),
    )


def _numbered(words: Passage, grammar: Grammar) -> Inlines:
    """`74/153. Title`, `Resolution 598 (1987)`, `161 (1961). Resolution of 21 February 1961`."""
    folded = fold(words.text)
    lead = _lead(folded, grammar.language)
    found = number_at(folded[lead:])
    assert found is not None
    end = lead + found.end
    content: list[Inline] = [*grammar.plain(words.cut(0, lead))] if lead else []
    content.append(Role("number", grammar.plain(words.cut(lead, end)), words.text[lead : lead + len(found.number)]))
    rest = words.cut(end)
    behind = fold(rest.text).strip()
    if behind in grammar.language.data["words"]["number_behind"] or not any(char.isalnum() for char in behind):
        return (*content, *grammar.plain(rest))
    gap = len(rest.text) - len(rest.text.lstrip(" \u00a0-–—"))
    content.append(rest.run.cut(0, gap)) if gap else None
    rest = rest.cut(gap)
    return (*content, *_after_number(rest, grammar))


def _after_number(rest: Passage, grammar: Grammar) -> Inlines:
    """The title behind a number, or the date of old resolutions."""
    folded = fold(rest.text)
    old = grammar.language.match("resolution_of", folded)
    dated = dates.find(rest.text, grammar.language) if old and old.end() else []
    if old and old.end() and dated and dated[0].end <= old.end() + 1:
        return _with_date(rest, dated[0].start, dated[0].end, dated[0].target, grammar)
    return (Role("doc title", grammar.plain(rest)),)


def _lead(folded: str, language: Language) -> int:
    """The length of the words before the number: `Resolution 598 (1987)`, `Commission on Human Rights resolution 2004/18`."""
    if number_at(folded):
        return 0
    if mark := next((mark for mark in language.data["words"]["number_before"] if folded.startswith(mark)), ""):
        return _between(folded, len(mark), language)
    organ = next((end for start, end, _ in language.organs_in(folded[:90]) if start == 0), 0)
    found = re.compile(r" ?[^\W\d]+ +").match(folded, organ)
    if found is None or (number := number_at(folded[found.end() :])) is None:
        return 0
    whole = found.end() + number.end >= len(folded.rstrip(" ."))
    return found.end() if not organ or whole else 0


def _between(folded: str, start: int, language: Language) -> int:
    """Where the number begins in a line such as `第2719(2023)号决议`; 0 if it is none."""
    start += len(folded[start:]) - len(folded[start:].lstrip())
    number = number_at(folded[start:])
    behind = folded[start + number.end :].strip() if number else ""
    return start if behind in language.data["words"]["number_behind"] else 0


def _content(line: _Line, grammar: Grammar) -> Inlines:
    """The inline content of a masthead line."""
    words, role = line.words, line.role
    if role == "other":
        return grammar.plain(words)
    if role == "doc title":
        return (Role("doc title", _adoption(words, grammar)),)
    if role == "committee":
        return _report(words, grammar)
    if role == "event":
        return event(words, None, grammar)
    value = line.value
    return (Role(role, grammar.plain(words), value),)


def _adoption(words: Passage, grammar: Grammar) -> Inlines:
    """`Resolution adopted by the General Assembly on 18 December 2019`: type, organ, meeting, date."""
    folded = fold(words.text)
    language = grammar.language
    found = language.adoption(folded)
    spans: list[Span] = []
    if found is not None:
        if found.doc_type[1]:
            spans.append((*found.doc_type, "doc type", found.kind))
        named = language.organs_in(folded)
        if named:
            spans.append((named[0][0], named[0][1], "organ", named[0][2]))
        if found.meeting[1]:
            spans.append((*found.meeting, "meeting", ""))
    if (vote := language.match("vote", folded)) and vote.groupdict().get("favour"):
        counted = language.vote(folded)
        spans.append((vote.start("favour"), vote.end(), "vote", counted.value if counted else ""))
    for mark in dates.find(words.text, language)[:1]:
        spans.append((mark.start, mark.end, "adopted", mark.target))
    return with_roles(words, spans, grammar.plain, grammar.plain)


def _report(words: Passage, grammar: Grammar) -> Inlines:
    """`[on the report of the Third Committee (A/74/399/Add.2)]`: committee, and references."""
    spans: list[Span] = [
        (start, end, "committee", name) for start, end, name in grammar.language.committees_in(fold(words.text))
    ]
    return with_roles(words, spans, grammar.inlines, grammar.plain)


def _organ(lines: Sequence[_Line], title: Sequence[_Line]) -> str:
    """The organ that the masthead names, or that its symbol tells."""
    for line in lines:
        if line.role == "organ":
            return line.value
    for line in lines:
        if line.role == "symbol":
            return organ_of_symbol(fold(line.words.text))
    return ""


def organ_of_symbol(folded: str) -> str:
    """The organ whose symbols begin as this one does, the longest beginning first."""
    best = ""
    reached = 0
    for row in organs().values():
        for prefix in row.symbols:
            if folded.startswith(prefix) and len(prefix) > reached:
                best, reached = row.id, len(prefix)
    return best


def _kind(lines: Sequence[_Line], language: Language) -> str:
    """The kind of document (`akn.model.DocumentKind`), by what the masthead says and by the symbol."""
    symbol = next((fold(line.words.text) for line in lines if line.role == "symbol"), "")
    for line in lines:
        if line.role == "draft" and "/res/" not in symbol:
            what = fold(line.value)
            return "draftDecision" if what.startswith("deci") else "draftResolution"
    if "/l." in symbol:
        return "draftResolution"
    if "/prst/" in symbol:
        return "presidentialStatement"
    for line in lines:
        adopted = language.adoption(fold(line.words.text)) if line.role == "doc title" else None
        if adopted is not None and adopted.kind == "decision":
            return "decision"
    return "resolution"
