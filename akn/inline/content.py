"""A passage, its marks, and what its words cite, as the inline content of the model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from akn.blocks import NoteBody
from akn.model import Block, DateMention, Image, Inline, Inlines, Note, NoteAgain, Paragraph, Reference, Styled
from akn.source import Mark, Passage, Run

Finder = Callable[[str], list[Mark]]
"""Finds citations and dates in words: marks of the kinds `ref` and `date`, sorted and disjoint."""


def no_finder(text: str) -> list[Mark]:
    """The Finder that finds nothing."""
    return []


class Notes:
    """Footnotes by key: the first marker takes the body, later ones cite it again."""

    def __init__(self, bodies: Sequence[NoteBody], finder: Finder) -> None:
        self._bodies: Mapping[str, NoteBody] = {body.key: body for body in bodies}
        self._finder = finder
        self._taken: set[str] = set()

    def at(self, key: str, marker: Run) -> Note | NoteAgain:
        """What stands where a marker calls the note of `key`; an unknown key has no body."""
        body = self._bodies.get(key)
        if body is None or key in self._taken:
            return NoteAgain(key if body else "", marker)
        self._taken.add(key)
        return Note(key, marker, self._paragraphs(body))

    def behind(self, key: str) -> tuple[Note, ...]:
        """The note of `key`, which no marker calls, once."""
        body = self._bodies.get(key)
        return (self.orphan(body),) if body is not None and key not in self._taken else ()

    def leave(self, keys: Iterable[str]) -> None:
        """Leaves out bodies that only words outside the document call."""
        self._taken.update(keys)

    def uncalled(self) -> list[NoteBody]:
        """Bodies that no marker has taken."""
        return [body for body in self._bodies.values() if body.key not in self._taken]

    def orphan(self, body: NoteBody) -> Note:
        """A body that no marker calls: a note without a marker, its label at the head of its words."""
        self._taken.add(body.key)
        label = inlines(body.label, no_finder, self)
        first, *rest = self._paragraphs(body)
        assert isinstance(first, Paragraph)
        return Note(body.key, Run(""), (Paragraph((*label, Run(" "), *first.content)), *rest))

    def _paragraphs(self, body: NoteBody) -> tuple[Block, ...]:
        return tuple(Paragraph(inlines(words, self._finder, self)) for words in body.paragraphs)


_ORDER = {"link": 0, "ref": 1, "date": 2, "i": 3, "b": 4, "u": 5, "sup": 6, "sub": 7, "note": 8, "image": 9}


def inlines(passage: Passage, finder: Finder, notes: Notes) -> Inlines:
    """The content of a paragraph: words, emphasis, footnotes, references and dates.

    References lie outside emphasis, and both are cut where they would cross.
    """
    run, marks = passage
    text = run.text
    if not text:
        return ()
    if marks and marks[-1].start == marks[-1].end:
        behind = [mark for mark in marks if mark.start == mark.end]
        content = inlines(Passage(run, tuple(mark for mark in marks if mark.start < mark.end)), finder, notes)
        return (*content, *(note for mark in behind for note in notes.behind(mark.target)))
    calls = [mark for mark in marks if mark.kind == "note"]
    found = finder(_without_markers(text, calls)) if calls else finder(text)
    if not marks and not found:
        return (run,)
    wanted = [mark for mark in marks if mark.kind in _ORDER and mark.kind != "link" and mark.end > mark.start]
    return _nest(run, 0, len(text), sorted([*wanted, *found], key=_outermost_first), notes)


def _without_markers(text: str, calls: list[Mark]) -> str:
    """The words with blanks in place of markers, so that `20002` is the year 2000 with a note."""
    parts: list[str] = []
    at = 0
    for call in calls:
        if call.start >= at:
            parts += [text[at : call.start], " " * (call.end - call.start)]
            at = call.end
    parts.append(text[at:])
    return "".join(parts)


def _outermost_first(mark: Mark) -> tuple[int, int, int]:
    return (mark.start, -mark.end, _ORDER[mark.kind])


def _nest(run: Run, start: int, end: int, marks: list[Mark], notes: Notes) -> Inlines:
    """The characters `start` to `end` with `marks`, which are sorted; a mark that crosses another is cut."""
    content: list[Inline] = []
    at = start
    index = 0
    while index < len(marks):
        mark = marks[index]
        index += 1
        low, high = max(mark.start, at), min(mark.end, end)
        if low >= high:
            continue
        if low > at:
            # a marker that an extraction parted from its word stands at it again: white space has no home to lose
            before = run.cut(at, low) if mark.kind != "note" else run.cut(at, at + len(run.text[at:low].rstrip()))
            if before.text:
                content.append(before)
        inner: list[Mark] = []
        beyond: list[Mark] = []
        while index < len(marks) and marks[index].start < high:
            other = marks[index]
            inner.append(other)
            if other.end > high and other.kind not in ("ref", "date", "note"):
                beyond.append(other._replace(start=high))
            index += 1
        if beyond:
            marks = sorted([*beyond, *marks[index:]], key=_outermost_first)
            index = 0
        content += _element(run, mark, low, high, inner, notes)
        at = high + 1 if mark.kind == "note" and run.text[high : high + 2] in (" ,", " .") and high + 1 < end else high
    if at < end:
        content.append(run.cut(at, end))
    return tuple(content)


def _element(run: Run, mark: Mark, start: int, end: int, inner: list[Mark], notes: Notes) -> Inlines:
    if mark.kind == "note":
        return (notes.at(mark.target, run.cut(start, end)),)
    if mark.kind == "image":
        return (Image(mark.target),)
    # words that are italic twice are italic: so nesting has an end
    content = _nest(run, start, end, [other for other in inner if other.kind != mark.kind], notes)
    if mark.kind == "ref":
        return (Reference(mark.target, content),)
    if mark.kind == "date":
        return (DateMention(mark.target, content),)
    if mark.kind in ("i", "b", "u", "sup", "sub"):
        return (Styled(mark.kind, content),)
    return content
