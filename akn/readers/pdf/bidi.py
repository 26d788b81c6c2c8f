"""Pages written from right to left: letters in the order in which they are read, on a page that is turned over.

A PDF places letters; their order in the file, and the order that pdfium supposes, are not that of reading as soon as
numbers, brackets or vowel signs stand among Arabic or Hebrew letters. So the letters of such a page are sorted by
place. Left and right change sides, as on the back of thin paper, and whatever knows lines, columns and indents reads
the page as if it were written from left to right. What is written from left to right in it (numbers, Latin letters)
is put in that order by the rules of the Unicode Bidirectional Algorithm (UAX #9), read backwards.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from unicodedata import bidirectional, combining, normalize

from akn.readers.pdf.page import SPACE, Style, Word

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Hebrew, Arabic, Syriac, Thaana, NKo, and the presentation forms of Hebrew and Arabic."""
_WIDE = 1.9
"""A gap wider than this part of the size parts what stands on one line, as in `lines`."""
_RAISED = 0.86
"""Letters smaller than this part of the size around them may be raised, as in `lines`."""
_ALEFS = "\u0622\u0623\u0625\u0627"
_LAM = "\u0644"
_PAIRS = ("(", ")", "[", "]", "{", "}", "«", "»")
_OPENING = "([{«"


class Glyph(NamedTuple):
    """A letter where it is drawn; left and right as on the page that is turned over."""

    text: str
    left: float
    right: float
    base: float
    style: Style


def is_right_to_left(text: str) -> bool:
    """Whether more than a third of some letters are of a script that is written from right to left."""
    count = len(RIGHT_TO_LEFT.findall(text))
    return count > 0 and count > sum(c.isalpha() for c in text) / 3


def cluster(letters: str) -> str:
    """The letters of one glyph in their order: pdfium gives those of a ligature reversed, and a space with them."""
    bare = letters.strip()
    if len(bare) < 2 or any(one == _LAM and other in _ALEFS for one, other in pairwise(bare)):
        return bare or " "
    bare = bare[::-1]
    return "".join([c for c in bare if not combining(c)] + [c for c in bare if combining(c)])


def words(glyphs: Iterable[Glyph]) -> list[Word]:
    """The words of a page, line by line in the order of reading."""
    lines = [_logical(part) for line in _lines(_with_signs(glyphs)) for part in _parts(line)]
    turned = _brackets_are_turned(lines)
    return [word for line in lines for word in _words(_with_brackets(line, turned))]


# --- glyphs to lines


def _with_signs(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Vowel signs stand behind the letter over or under which they are drawn."""
    letters: list[Glyph] = []
    signs: list[Glyph] = []
    alone: list[Glyph] = []
    for glyph in glyphs:
        text = normalize("NFKC", glyph.text) if glyph.text > "\ufb1c" else glyph.text
        (signs if all(map(combining, text)) else letters).append(glyph._replace(text=text))
    letters.sort(key=lambda letter: letter.base)
    bases = [letter.base for letter in letters]
    for sign in signs:
        middle = (sign.left + sign.right) / 2
        best, best_at = 0.6 * sign.style.size, -1
        near = min(sign.style.size, 40.0)
        for index in range(bisect_left(bases, sign.base - near), bisect_right(bases, sign.base + near)):
            letter = letters[index]
            if not letter.text.isspace():
                away = max(letter.left - middle, middle - letter.right, 0.0) + 0.01 * abs(letter.base - sign.base)
                if away < best:
                    best, best_at = away, index
        if best_at >= 0:
            letters[best_at] = letters[best_at]._replace(text=letters[best_at].text + sign.text)
        else:
            alone.append(sign)
    return letters + alone


def _lines(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs on one base line, in the order from right to left, with the raised ones among them."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (g.base, g.left)):
        if lines:
            size, other = sorted((glyph.style.size, lines[-1][0].style.size))
            if glyph.base - lines[-1][0].base <= (0.5 if size > _RAISED * other else 0.12) * size:
                lines[-1].append(glyph)
                continue
        lines.append([glyph])
    for line in _with_raised([_level(line) for line in lines]):
        yield sorted(line, key=lambda g: g.left)


def _level(line: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs of a line, all on the base line of most: some fonts draw letters with signs apart."""
    bases = Counter(glyph.base for glyph in line)
    base = max(bases, key=lambda at: (bases[at], at))
    return [glyph._replace(base=base) for glyph in line]


def _with_raised(lines: list[list[Glyph]]) -> list[list[Glyph]]:
    """The lines, with each small glyph in the larger line over whose base it is raised."""
    for line, below in pairwise(lines):
        size = below[0].style.size
        if line[0].style.size > _RAISED * size or not 0.12 * size < below[0].base - line[0].base < 0.62 * size:
            continue
        left, right = min(g.left for g in below) - 2 * size, max(g.right for g in below) + 2 * size
        below += [glyph for glyph in line if left < glyph.left and glyph.right < right]
        line[:] = [glyph for glyph in line if not (left < glyph.left and glyph.right < right)]
    return [line for line in lines if line]


def _parts(line: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """What stands on one line without a wide gap, and without white space at its ends."""
    part: list[Glyph] = []
    for glyph in line:
        if glyph.text.isspace() and not part:
            continue
        if part and glyph.left - part[-1].right > _WIDE * glyph.style.size:
            yield part
            part = []
        part.append(glyph)
    while part and part[-1].text.isspace():
        part.pop()
    if part:
        yield part


# --- the order of reading


def _logical(line: Sequence[Glyph]) -> list[tuple[Glyph, bool]]:
    """The glyphs of a line in the order of reading, and whether each is written from left to right."""
    kinds = [_kind(glyph.text) for glyph in line]
    found: list[tuple[Glyph, bool]] = []
    index = 0
    while index < len(line):
        end = _run_end(kinds, index)
        if end == index + 1 and kinds[index] == "-" and end < len(line) and line[index].text in _PAIRS:
            inner = _run_end(kinds, end)
            if inner > end + 1 and sum(glyph.text in _PAIRS for glyph in line[end:inner]) % 2:
                end = inner  # `Supplement (Part I)`: the last bracket belongs to the one within
        run = line[index:end]
        if end - index > 1:
            edges = run[0].left + run[-1].right
            run = [g._replace(left=edges - g.right, right=edges - g.left) for g in reversed(run)]
        found += [(glyph, len(run) > 1 or kinds[index] in "LN") for glyph in run]
        index = max(end, index + 1)
    return found


def _kind(text: str) -> str:
    """`R` or `L` for letters by their direction, `N` for digits, `S` for what joins two numbers, `-` for the rest."""
    direction = bidirectional(text[0])
    if direction in ("R", "AL"):
        return "R"
    if direction in ("EN", "AN"):
        return "N"
    # the dash of a range joins no numbers behind Arabic letters: 2015-2018 stands as 2018-2015 (rules W2 and W4)
    return {"L": "L", "CS": "S"}.get(direction, "-")


def _run_end(kinds: Sequence[str], start: int) -> int:
    """The end of what is written from left to right at `start`: a number, or words with Latin letters."""
    if kinds[start] not in "LN":
        return start + 1
    end, latin = start + 1, kinds[start] == "L"
    at = end
    while at < len(kinds) and kinds[at] != "R":
        if kinds[at] in "LN":
            between = list(kinds[end:at])
            latin = latin or kinds[at] == "L"
            if between and between != ["S"] and not (latin and len(between) <= 3):
                break
            end = at + 1
        at += 1
    return end


def _brackets_are_turned(lines: Iterable[Sequence[tuple[Glyph, bool]]]) -> bool:
    """Whether the file names brackets by their look: then more lines have a closing one first than another."""
    score = 0
    for line in lines:
        first = next((g.text for g, _ in line if g.text in _PAIRS), "")
        score += 0 if not first else -1 if first in _OPENING else 1
    return score > 0


def _with_brackets(line: list[tuple[Glyph, bool]], turned: bool) -> list[tuple[Glyph, bool]]:
    """A line with each bracket as it is read: in pairs they take turns; a lone one is as the rest of the page says."""
    for opening, closing in ("()", "[]", "{}", "«»"):
        places = [index for index, (glyph, _) in enumerate(line) if glyph.text in (opening, closing)]
        for number, index in enumerate(places):
            glyph, left_to_right = line[index]
            said = glyph.text
            if len(places) % 2 == 0:
                said = closing if number % 2 else opening
            elif turned and not left_to_right:
                said = closing if said == opening else opening
            line[index] = (glyph._replace(text=said), left_to_right)
    return line


def _words(line: Sequence[tuple[Glyph, bool]]) -> Iterator[Word]:
    """Stretches of one style, with the spaces drawn between them."""
    text, left, right = "", 0.0, 0.0
    space, drawn = "\n", True
    before: Glyph | None = None
    for glyph, _ in line:
        said = glyph.text
        gap = before is not None and glyph.left - before.right > SPACE * glyph.style.size
        breaks = before is not None and (before.style != glyph.style or (gap and not said.isspace()))
        if breaks and text.strip():
            assert before is not None
            yield Word(text.strip(), left, right, before.base, before.style, space, drawn)
            space, drawn = (" ", text[-1].isspace()) if gap or text[-1].isspace() else ("", True)
            text = ""
        if not text.strip():
            space, drawn = (" ", True) if space != "\n" and said.isspace() else (space, drawn)
            text, left = "", glyph.left
        text, right = text + said, glyph.right if not said.isspace() or not text else right
        before = glyph
    if before is not None and text.strip():
        yield Word(text.strip(), left, right, before.base, before.style, space, drawn)
