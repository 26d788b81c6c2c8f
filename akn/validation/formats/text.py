"""For people, as a modern compiler writes: place, code, sentence, the line with a caret, what to do, a summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

from akn.findings import Finding
from akn.validation import catalogue
from akn.validation.batch import Result
from akn.validation.formats.summary import counts, fixable

_WIDTH = 100
"""Characters of a line that are shown."""
_COLOURS = {"error": "31", "warning": "33", "info": "36", "bold": "1", "dim": "2"}


def render(results: Sequence[Result], colour: bool = False) -> str:
    """The report; `colour` writes it for a terminal."""
    parts: list[str] = []
    for result in results:
        if result.error:
            parts.append(f"{_painted('error', 'bold', colour)}: {printable(result.error)}")
        lines = dict(result.lines)
        parts += [_finding(finding, lines, colour) for finding in result.findings]
    return "\n".join([*(f"{part}\n" for part in parts), summary(results)]) + "\n"


def _finding(finding: Finding, lines: dict[int, str], colour: bool) -> str:
    name = catalogue.name(finding.code)
    head = _painted(f"{finding.severity}: ", finding.severity, colour) + _painted(
        printable(finding.message), "bold", colour
    )
    code = _painted(f"{finding.code} {name}".rstrip(), "dim", colour)
    return "\n".join(
        [f"{printable(str(finding.place))}: {head}  [{code}]", *_source(finding, lines, colour), *_hint(finding)]
    )


def _source(finding: Finding, lines: dict[int, str], colour: bool) -> Iterator[str]:
    line = lines.get(finding.place.line)
    if line is None:
        return
    column = max(finding.place.column, 1) - 1
    start = max(0, column - _WIDTH // 2) if len(line) > _WIDTH else 0
    shown = line[start : start + _WIDTH]
    before = "…" if start else ""
    after = "…" if start + _WIDTH < len(line) else ""
    gutter = f"{finding.place.line:>6} | "
    yield f"{gutter}{before}{printable(shown)}{after}".expandtabs(4)
    if finding.place.column:
        lead = before + line[start:column]
        blank = " " * (len(f"{gutter}{lead}".expandtabs(4)) - len(gutter) + sum(_is_wide(c) for c in lead))
        yield " " * (len(gutter) - 2) + "| " + blank + _painted("^", finding.severity, colour)


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in "WF"


def _hint(finding: Finding) -> Iterator[str]:
    for index, line in enumerate(finding.hint.split("\n") if finding.hint else ()):
        yield ("       = " if not index else "         ") + printable(line)


def printable(text: str) -> str:
    """A text without what a terminal obeys: control characters, and those that turn the direction of writing."""
    return text if text.isprintable() else "".join(char if _is_shown(char) else "\ufffd" for char in text)


def _is_shown(char: str) -> bool:
    return char in "\t\n" or not ("\0" <= char < " " or "\x7f" <= char < "\xa0" or char in _TURNING)


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def summary(results: Sequence[Result]) -> str:
    """One sentence with the counts."""
    found = counts(results)
    said = [
        _several(found["errors"], "error"),
        _several(found["warnings"], "warning"),
        _several(found["infos"], "remark"),
    ]
    kinds = [words for words in said if words]
    text = (
        f"{_several(found['files'], 'file')}: {', '.join(kinds) or 'nothing to say'}" if found["files"] else "no files"
    )
    if found["unreadable"]:
        unreadable = f"{_several(found['unreadable'], 'file')} could not be read"
        text = unreadable if found["unreadable"] == found["files"] else f"{text}; {unreadable}"
    mendable = fixable(results)
    return f"{text}; --fix mends {mendable}" if mendable else text


def _several(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}" if count else ""


def _painted(words: str, kind: str, colour: bool) -> str:
    return f"\x1b[{_COLOURS[kind]}m{words}\x1b[0m" if colour else words
