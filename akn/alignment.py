"""Language versions of one resolution, paragraph beside paragraph, and where their structure differs.

Parts are the same if their eIds are: eIds come from numbers and positions, which translation does not change. So a
part that one version lacks, a footnote or a citation that stands elsewhere, is a finding, and what is left makes
pairs for translation memories.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from akn.errors import WrongUse
from akn.findings import Finding, Place
from akn.xml import Q, local

if TYPE_CHECKING:
    from lxml import etree

_LEAVES = frozenset((f"{Q}p", f"{Q}heading", f"{Q}subheading", f"{Q}crossHeading", f"{Q}listIntroduction"))
"""Elements that hold running words and are paired as wholes."""
_NOTES = (f"{Q}authorialNote", f"{Q}noteRef")


class Segment(NamedTuple):
    """The words of one paragraph, heading, point or footnote."""

    key: str
    """The eId of the part, with the place of the paragraph in it: `para_2`, `para_2/heading`, `para_2/2`."""
    words: str
    """Without the words of footnotes, white space squeezed."""
    markers: tuple[str, ...]
    """The markers of the footnotes that are cited."""
    references: tuple[str, ...]
    """The IRIs that are cited."""
    line: int


class Version(NamedTuple):
    """One language version."""

    file: str
    language: str
    """ISO 639-2, as its metadata have it."""
    work: str
    """The IRI of the work without slash at its end."""
    parts: dict[str, tuple[str, int, str]]
    """eIds in the order of the document, with the element's name, line, and the eId of the part around it."""
    segments: dict[str, Segment]


class Pair(NamedTuple):
    """One paragraph in all languages that have it: language and words, in the order of the versions."""

    key: str
    words: tuple[tuple[str, str], ...]


class Alignment(NamedTuple):
    """What was compared, what is paired, and what differs."""

    versions: tuple[Version, ...]
    pairs: tuple[Pair, ...]
    findings: tuple[Finding, ...]


def version(root: etree._Element, file: str) -> Version:
    """What is compared of one file. Raises `WrongUse` for a document without language or work."""
    language = next((e.get("language") or "" for e in root.iter(f"{Q}FRBRlanguage")), "")
    work = next((e.get("value") or "" for e in root.iter(f"{Q}FRBRuri")), "").rstrip("/")
    if not language or not work:
        raise WrongUse(
            f"its metadata do not say {'its language' if not language else 'which work it is'}",
            file,
            "`akn validate` shows what is missing.",
        )
    parts: dict[str, tuple[str, int, str]] = {}
    segments: dict[str, Segment] = {}
    for element in _structure(root):
        eid = element.get("eId")
        if eid:
            parts.setdefault(eid, (local(element), _line(element), _around(element)))
        if element.tag in _LEAVES and not _holds_leaves(element):
            segment = _segment(element, segments)
            if segment.words:
                segments[segment.key] = segment
    return Version(file, language, work, parts, segments)


def _structure(root: etree._Element) -> Iterator[etree._Element]:
    """The elements of the text: all but the metadata."""
    stack = [root]
    while stack:
        element = stack.pop()
        yield element
        stack += [child for child in reversed(element) if isinstance(child.tag, str) and child.tag != f"{Q}meta"]


def _line(element: etree._Element) -> int:
    line: int | None = element.sourceline  # type: ignore[assignment]
    return line or 0


def _around(element: etree._Element) -> str:
    return next((eid for ancestor in element.iterancestors() if (eid := ancestor.get("eId"))), "")


def _holds_leaves(element: etree._Element) -> bool:
    """Whether an element holds paragraphs of its own flow; those of its footnotes do not count."""
    return any(
        child.tag in _LEAVES and not any(a.tag == f"{Q}authorialNote" for a in _between(child, element))
        for child in element.iterdescendants(*_LEAVES)
    )


def _between(element: etree._Element, above: etree._Element) -> Iterator[etree._Element]:
    for ancestor in element.iterancestors():
        if ancestor is above:
            return
        yield ancestor


def _segment(element: etree._Element, known: dict[str, Segment]) -> Segment:
    name = "" if element.tag == f"{Q}p" else f"/{local(element)}"
    base = (element.get("eId") or _around(element) or "document") + name
    key, count = base, 1
    while key in known:
        count += 1
        key = f"{base}/{count}"
    words: list[str] = []
    markers: list[str] = []
    references: list[str] = []
    _gather(element, words, markers, references)
    return Segment(key, " ".join("".join(words).split()), tuple(markers), tuple(references), _line(element))


def _gather(element: etree._Element, words: list[str], markers: list[str], references: list[str]) -> None:
    words.append(element.text or "")
    for child in element:
        if child.tag in _NOTES:
            markers.append(child.get("marker") or "")
        elif child.tag == f"{Q}eol":
            words.append(" ")
        elif isinstance(child.tag, str):
            if child.tag == f"{Q}ref":
                references.append(child.get("href") or "")
            _gather(child, words, markers, references)
        words.append(child.tail or "")


def align(versions: Sequence[Version]) -> Alignment:
    """Pairs the paragraphs of several versions; the first is what the others are compared with.

    Raises `WrongUse` for fewer than two versions, for two in one language, and for versions of different works.
    """
    _check(versions)
    first, *others = versions
    findings: list[Finding] = []
    for other in others:
        findings += _missing(first, other)
        findings += _missing(other, first)
        findings += _differing(first, other)
    return Alignment(tuple(versions), tuple(_pairs(versions)), tuple(findings))


def _check(versions: Sequence[Version]) -> None:
    if len(versions) < 2:
        raise WrongUse("one file cannot be compared", "", "Name the files of two language versions or more.")
    first = versions[0]
    languages: dict[str, str] = {}
    for one in versions:
        if one.language in languages:
            raise WrongUse(f"the language is that of {languages[one.language]}", one.file, "Name each language once.")
        languages[one.language] = one.file
        if _identity(one.work) != _identity(first.work):
            raise WrongUse(f"the work is {one.work}, that of {first.file} is {first.work}", one.file)


def _identity(work: str) -> tuple[str, ...]:
    """What tells a work, however its date is known: actor and number."""
    parts = work.strip("/").split("/")
    return (parts[-3], parts[-1]) if len(parts) >= 6 else (work,)


def _missing(here: Version, there: Version) -> Iterator[Finding]:
    """Parts that one version has and the other lacks; not what stands in them as well."""
    for eid, (name, line, around) in here.parts.items():
        if eid in there.parts or (around and around not in there.parts):
            continue
        words = next((s.words for key, s in here.segments.items() if key.startswith(eid)), "")
        yield Finding(
            "AKN501",
            "error",
            Place(here.file, line, 0, "", eid),
            f"the {name} {eid} is missing in {there.file}",
            f"It says: {_short(words)}" if words else "",
        )


def _differing(first: Version, other: Version) -> Iterator[Finding]:
    for key, segment in first.segments.items():
        twin = other.segments.get(key)
        if twin is None:
            if key.partition("/")[0] in other.parts:
                yield _finding("AKN502", first, segment, f"{key} has fewer paragraphs in {other.file}")
            continue
        if segment.markers != twin.markers:
            said = f"{_listed(segment.markers)} here, {_listed(twin.markers)} in {other.file}"
            yield _finding("AKN503", first, segment, f"the footnotes that {key} cites differ: {said}")
        here, there = Counter(segment.references), Counter(twin.references)
        if here != there:
            only = [*(here - there).elements()]
            others = [*(there - here).elements()]
            said = f"{_listed(only)} only here, {_listed(others)} only in {other.file}"
            yield _finding("AKN504", first, segment, f"what {key} cites differs: {said}")
    for key, segment in other.segments.items():
        if key not in first.segments and key.partition("/")[0] in first.parts:
            yield _finding("AKN502", other, segment, f"{key} has fewer paragraphs in {first.file}")


def _finding(code: str, where: Version, segment: Segment, message: str) -> Finding:
    eid = segment.key.partition("/")[0]
    return Finding(code, "error", Place(where.file, segment.line, 0, "", eid), message)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words) or "none"


def _short(words: str) -> str:
    return words if len(words) <= 70 else words[:69] + "…"


def _pairs(versions: Sequence[Version]) -> Iterator[Pair]:
    """The paragraphs that at least two versions have, in the order of the first."""
    for key in versions[0].segments:
        words = tuple((one.language, one.segments[key].words) for one in versions if key in one.segments)
        if len(words) > 1:
            yield Pair(key, words)
