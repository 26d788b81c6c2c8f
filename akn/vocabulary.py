"""The words of languages and organs: `languages/*.toml` and `organs.toml` as frozen values.

A linguist edits the TOML; nothing here knows a word. All matching is on folded text (`akn.fold`), so offsets fit
the original. TOML is slow to parse, so `python -m akn.vocabulary` writes what it says to `compiled.json`, which is
used as long as it fits the TOML files byte for byte.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from akn.errors import WrongUse
from akn.fold import fold

HERE = Path(__file__).parent / "languages"
ORGANS = Path(__file__).parent / "organs"
COMPILED = HERE / "compiled.json"

Kind = Literal["preambular", "operative"]
Span = tuple[int, int]
DivisionKind = Literal["part", "section", "division", "chapter", "article"]

TABLES = {"months", "formulas", "organs", "committees", "openings", "patterns", "dates", "citations", "headings", "numbers"}
KEYS = {
    "code", "iso", "name", "endonym", "has_case", "hyphen_prefixes", "counting_words", "function_words", "ordinals",
    "note_cues", *TABLES,
}  # fmt: skip
PATTERNS = {
    "publisher", "distribution", "session", "session_dates", "agenda_item", "original", "language_line", "draft",
    "adoption", "adoption_tail", "report", "meeting", "adopted_at", "no_vote", "vote", "roll_call", "resolution_of",
}  # fmt: skip


class Session(NamedTuple):
    """A session as a masthead names it."""

    value: int
    kind: str
    """`regular`, `special`, `emergency special`."""


class Adoption(NamedTuple):
    """The parts of an adoption line: spans in the folded text; (0, 0) where a part is missing."""

    doc_type: Span
    organ: Span
    meeting: Span
    kind: str
    """`resolution` or `decision`."""


class Adopted(NamedTuple):
    """A line of a closing block that says how and where a resolution was adopted."""

    meeting: Span | None


class Vote(NamedTuple):
    """Votes in favour, against, abstaining; `value` joins them as `106-1-67`."""

    favour: int
    against: int
    abstaining: int

    @property
    def value(self) -> str:
        """The counts, or `unanimous`."""
        return "-".join(str(count) for count in self) if self.favour >= 0 else "unanimous"


class Numbered(NamedTuple):
    """The number of a resolution at the head of its title."""

    number: str
    """Without its full stop."""
    end: int
    """Where the number ends, with its full stop."""


class Organ(NamedTuple):
    """What no language changes of an organ."""

    id: str
    name: str
    href: str
    symbols: tuple[str, ...]
    """What its symbols begin with, folded: `a/`, `s/`."""
    resolution: str
    """The symbol of its resolutions, with `{number}`."""


class Language:
    """One language file."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.code: str = data["code"]
        self.iso: str = data["iso"]
        self.name: str = data["name"]
        self.endonym: str = data["endonym"]
        self.has_case: bool = data["has_case"]
        self.data = data
        self.hyphen_prefixes: frozenset[str] = frozenset(data["hyphen_prefixes"])
        self.counting_words: frozenset[str] = frozenset(data["counting_words"])
        self.months: dict[str, int] = {fold(word): number for word, number in data["months"].items()}
        self.month_words: frozenset[str] = frozenset(self.months)
        self.dates: dict[str, Any] = data["dates"]
        self.citations: dict[str, Any] = data["citations"]
        self.formulas: tuple[tuple[str, str], ...] = tuple(
            sorted(((fold(name), organ) for organ, names in data["formulas"].items() for name in names), reverse=True)
        )
        self.organ_names: tuple[tuple[str, str], ...] = _by_length(data["organs"])
        self.committee_names: tuple[tuple[str, str], ...] = _by_length(data["committees"])
        self._patterns: dict[str, tuple[re.Pattern[str], ...]] = {}
        openings = data["openings"]
        self._stems = {
            "preambular": _by_first_word(openings["preambular"]),
            "operative": _by_first_word(openings["operative"]),
        }
        self._before = frozenset(fold(word) for word in openings["before"])
        self._after = _by_first_word(openings["after"])
        self._generic = openings["generic"]
        self._formula_starts = frozenset(name[:6] for name, _ in self.formulas)
        self._opening_cache: dict[tuple[str, str], int] = {}

    # --- opening phrases

    def opening(self, folded: str, kind: Kind) -> int:
        """The length of the longest opening phrase of that kind at the start of a text; 0 if there is none."""
        key = (folded[:80], kind)
        known = self._opening_cache.get(key)
        if known is None:
            if len(self._opening_cache) > 20000:
                self._opening_cache.clear()
            known = self._opening_cache[key] = self._read_opening(key[0], self._stems[kind])
        return known

    def _read_opening(self, folded: str, stems: dict[str, tuple[tuple[str, ...], ...]]) -> int:
        words = [(m.start(), m.end()) for m in _WORD.finditer(folded)]
        texts = [folded[a:b] for a, b in words]
        start = 0
        while start < len(texts) and start < 3:
            stem = _longest(stems.get(texts[start]), texts, start)
            if stem:
                end = start + stem
                if words[end - 1][1] >= 80:
                    return 0
                while more := _longest(self._after.get(texts[end]) if end < len(texts) else None, texts, end):
                    end += more
                return words[end - 1][1]
            if texts[start] not in self._before:
                return 0
            start += 1
        return 0

    def generic_opening(self, folded: str) -> int:
        """The length of the first words where they have the form of an opening phrase that no list holds."""
        found = self._generic_match(folded)
        return found[1] if found else 0

    def _generic_match(self, folded: str) -> tuple[Kind, int] | None:
        words = [(m.group(), m.end()) for m in _WORD.finditer(folded[:60])][:3]
        adverbs = tuple(self._generic["adverb_endings"])
        index = 0
        while index < len(words) - 1 and (words[index][0] in self._before or (adverbs and words[index][0].endswith(adverbs))):
            index += 1
        if index >= len(words):
            return None
        word, end = words[index]
        if word in self._generic["never"] or len(word) < 5:
            return None
        if word.endswith(tuple(self._generic["preambular_endings"])):
            return ("preambular", end)
        endings = tuple(self._generic["operative_endings"])
        if endings and word.endswith(endings):
            return ("operative", end)
        return None

    def opening_kind(self, folded: str) -> Literal["preambular", "operative", ""]:
        """Which kind of paragraph a text opens as; what a list holds counts before mere form."""
        if not folded:
            return ""
        preambular, operative = self.opening(folded, "preambular"), self.opening(folded, "operative")
        if preambular or operative:
            return "preambular" if preambular > operative else "operative"
        found = self._generic_match(folded)
        return found[0] if found else ""

    # --- organs and formulas

    def formula(self, folded: str) -> tuple[str, int] | None:
        """The organ, if the whole text is an enacting formula, and the length of the formula."""
        if folded[:6] not in self._formula_starts and not folded.startswith(("l' ", "l '", "[")):
            return None
        squeezed = folded.replace("' ", "'").replace(" '", "'").strip(" ,.:;*_")
        for name, organ in self.formulas:
            if squeezed == name:
                return organ, len(folded)
        return None

    def formula_prefix(self, folded: str) -> tuple[str, int] | None:
        """The organ, if an enacting formula opens the sentence, and the length of the formula."""
        if folded[:6] not in self._formula_starts:
            return None
        for name, organ in self.formulas:
            if folded.startswith(name) and not folded[len(name) : len(name) + 1].isalpha():
                return organ, len(name)
        return None

    def organs_in(self, folded: str) -> list[tuple[int, int, str]]:
        """The names of organs in a text: start, end, id; the longest name at each place."""
        return _names_in(folded, self.organ_names)

    def committees_in(self, folded: str) -> list[tuple[int, int, str]]:
        """The names of committees in a text: start, end, id."""
        return _names_in(folded, self.committee_names)

    def month_at(self, folded: str) -> bool:
        """Whether a text begins with the name of a month."""
        word = _WORD.match(folded)
        return word is not None and word[0] in self.month_words

    def ordinal(self, words: str) -> int:
        """The value of an ordinal in words or digits; 0 if it is none."""
        if digits := re.match(r"\s*(\d{1,3})", words):
            return int(digits[1])
        return self._ordinals().get(_squeeze(fold(words)), 0)

    def _ordinals(self) -> dict[str, int]:
        found: dict[str, int] = self.__dict__.get("_ordinal_table", {})
        if not found:
            for value, word in enumerate(self.data["ordinals"], 1):
                for form in word.split("|"):
                    found[_squeeze(fold(form))] = value
            self.__dict__["_ordinal_table"] = found
        return found

    # --- lines of mastheads and closing blocks

    def match(self, name: str, folded: str) -> re.Match[str] | None:
        """The first match of the patterns of that name at the start of a text; each has a word it needs."""
        for needs, pattern in self.data["patterns"].get(name, ()):
            if (not needs or needs in folded) and (found := _compiled(pattern).match(folded)):
                return found
        return None

    def session(self, folded: str) -> Session | None:
        """The session that a masthead line names."""
        found = self.match("session", folded)
        if found is None:
            return None
        groups = found.groupdict()
        kind = fold(groups.get("kind") or "")
        name = "emergency special" if groups.get("emergency") else "special" if groups.get("special") else kind
        if groups.get("year"):
            return Session(int(groups["year"]), name)
        value = self.ordinal(groups.get("ordinal") or "")
        return Session(value, name) if value else None

    def adoption(self, folded: str) -> Adoption | None:
        """The parts of a line such as `Resolution adopted by the General Assembly on …`."""
        found = self.match("adoption", folded)
        if found is None:
            return None
        groups = found.groupdict()
        kind = "decision" if groups.get("decision") else "resolution"
        return Adoption(_span(found, "type"), _span(found, "organ"), _span(found, "meeting"), kind)

    def meeting(self, folded: str) -> Span | None:
        """The span of the meeting, if a text is a line that names one."""
        found = self.match("meeting", folded)
        return found.span() if found else None

    def adopted_at(self, folded: str) -> Adopted | None:
        """Whether a text is a line of a closing block such as `Adopted unanimously at the 2750th meeting.`"""
        found = self.match("adopted_at", folded)
        if found is None:
            return None
        return Adopted(_span(found, "meeting") if found.groupdict().get("meeting") else None)

    def no_vote(self, folded: str) -> bool:
        """Whether a text says `[Adopted without a vote.]`"""
        return self.match("no_vote", folded) is not None

    def vote(self, folded: str) -> Vote | None:
        """The votes that a text counts."""
        found = self.match("vote", folded)
        if found is None:
            return None
        groups = found.groupdict()
        if groups.get("unanimous"):
            return Vote(-1, 0, 0)
        return Vote(*(self._count(groups.get(name)) for name in ("favour", "against", "abstaining")))

    def _count(self, word: str | None) -> int:
        if word is None:
            return 0
        numbers: dict[str, int] = self.data["numbers"]
        return int(word) if word.isdigit() else numbers.get(word, 0)

    def roll_call(self, folded: str) -> str:
        """`inFavour`, `against` or `abstaining`, if a text begins the list of States that voted so; else nothing."""
        found = self.match("roll_call", folded)
        return found.lastgroup or "" if found else ""

    def annex_heading(self, folded: str) -> tuple[Literal["annex", "appendix", "enclosure"], int] | None:
        """The kind of annex, if a text is the heading of one (`Annex II`, perhaps with a title behind a stop)."""
        found = _heading(self.data["headings"], "annex", folded)
        return (found[0], found[1].end()) if found else None  # type: ignore[return-value]

    def division_heading(self, folded: str) -> tuple[DivisionKind, Span] | None:
        """The kind of division, if a text is or begins a heading with a number, and the span of word and number."""
        found = _heading(self.data["headings"], "division", folded)
        return (found[0], found[1].span("label")) if found else None  # type: ignore[return-value]

    def note_cue(self, folded: str) -> bool:
        """Whether a text begins as the body of a footnote does."""
        return folded.startswith(tuple(self.data["note_cues"])) or _SYMBOL.match(folded) is not None


_WORD = re.compile(r"[^\W\d_]+(?:[-'/][^\W\d_]+)*'?")
_SYMBOL = re.compile(
    r"(?:(?:[aes]|st|unep|td|ccpr|cat|crc|cedaw|cerd|dp|icc|crpd|ced|fccc|unw|unhcr)/[\w.()-]+(?:/[\w.()-]+)*(?: ?\((?:\d{4}|[ivxl]+|s-[ivxl]+|es-[ivxl]+)\))?)"
    r"(?: [a-z](?:-[a-z])?(?=\s|$))?"
)
_NUMBERED = re.compile(
    r"(?P<number>(?:(?:s|es)-)?\d{1,4}/\d{1,3}(?: ?[a-z](?: ?(?:-|to|et|and|a) ?[a-z])?(?=[.\s]))?"
    r"|\d{1,4}(?: ?[a-z](?:[- ]+[a-z])?)? ?\((?:\d{4}|(?:s-|es-)?[ivxl]+)\)(?: ?[a-z](?=[.\s]))?)(?P<stop> ?[.])?(?=\s|$|\*)"
)


def symbol_at(folded: str) -> int:
    """The length of the symbol of a document at the start of a text (`A/RES/74/153`); 0 if there is none."""
    found = _SYMBOL.match(folded)
    return found.end() if found and any(c.isdigit() for c in found[0]) else 0


def number_at(folded: str) -> Numbered | None:
    """The number of a resolution at the start of a title: `74/153.`, `2200 A (XXI).`, `161 (1961).`"""
    found = _NUMBERED.match(folded)
    return Numbered(folded[: found.end("number")], found.end()) if found else None


def _span(found: re.Match[str], name: str) -> Span:
    return found.span(name) if found.groupdict().get(name) else (0, 0)


def _squeeze(words: str) -> str:
    return re.sub(r"[\W_]+", "", words)


def _by_length(table: dict[str, list[str]]) -> tuple[tuple[str, str], ...]:
    pairs = [(fold(name), key) for key, names in table.items() for name in names]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _names_in(folded: str, names: tuple[tuple[str, str], ...]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for name, key in names:
        at = folded.find(name)
        while at >= 0:
            end = at + len(name)
            if not any(start < end and at < stop for start, stop, _ in found) and not folded[end : end + 1].isalpha():
                found.append((at, end, key))
            at = folded.find(name, end)
    return sorted(found)


def _by_first_word(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(_WORD.findall(fold(phrase)))
        if words:
            table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in table.items()}


def _longest(stems: tuple[tuple[str, ...], ...] | None, texts: list[str], start: int) -> int:
    for stem in stems or ():
        if tuple(texts[start : start + len(stem)]) == stem:
            return len(stem)
    return 0


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _heading(headings: dict[str, Any], name: str, folded: str) -> tuple[str, re.Match[str]] | None:
    for kind, needs, pattern in headings.get(name, ()):
        if needs in folded[:40] and (found := _compiled(pattern).match(folded)):
            return kind, found
    return None


# --- loading


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have a file, in alphabetical order."""
    return tuple(sorted(path.stem for path in HERE.glob("*.toml")))


@cache
def load(code: str) -> Language:
    """The language of an ISO 639-2 code; raises `WrongUse` for one that has no file."""
    path = HERE / f"{code}.toml"
    if not path.is_file():
        raise WrongUse(f"no language file for {code!r}", "", f"Choose one of: {', '.join(languages())}.")
    return Language(_data(path))


def load_or_english(code: str) -> Language:
    """The language of a code, or English for one that has no file: XML may come in any language."""
    return load(code if code in languages() else "eng")


@cache
def organs() -> dict[str, Organ]:
    """The organs by id, as in IRIs: `unga`, `unsc`."""
    table = _data(ORGANS / "organs.toml")
    return {
        key: Organ(key, row["name"], row["href"], tuple(row["symbols"]), row["resolution"])
        for key, row in table.items()
    }


@cache
def _all_compiled() -> dict[str, Any]:
    import json

    try:
        found: dict[str, Any] = json.loads(COMPILED.read_bytes())
    except (OSError, ValueError):
        return {}
    return found


def _data(path: Path) -> dict[str, Any]:
    """What a TOML file says, from `compiled.json` where that is fresh."""
    from zlib import crc32

    raw = path.read_bytes()
    entry = _all_compiled().get(path.stem)
    if entry and entry["crc32"] == crc32(raw):
        found: dict[str, Any] = entry["data"]
        return found
    return read_toml(path, raw)


def read_toml(path: Path, raw: bytes) -> dict[str, Any]:
    """What a TOML file says; raises `WrongUse` with the place of a mistake, for unknown keys too."""
    import tomllib

    try:
        data = tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WrongUse(str(error), path.name, "Correct the language file; its keys are explained in docs/languages.md.") from None
    if path.parent == HERE:
        _check_keys(path, data)
    return data


def _check_keys(path: Path, data: dict[str, Any]) -> None:
    for what, given, known in (
        ("key", set(data), KEYS),
        ("pattern", set(data.get("patterns", ())), PATTERNS),
        ("table of [openings]", set(data.get("openings", ())), {"preambular", "operative", "before", "after", "generic"}),
    ):
        if unknown := sorted(given - known):
            raise WrongUse(f"unknown {what} {unknown[0]!r}", path.name, f"Known: {', '.join(sorted(known))}.")
    if missing := sorted(KEYS - set(data)):
        raise WrongUse(f"the key {missing[0]!r} is missing", path.name, "docs/languages.md explains each key.")


# --- which language


def detect(text: str) -> tuple[str, float]:
    """The language of a text as an ISO 639-2 code, and how sure that is (0 to 1); `("", 0.0)` if none fits.

    Counts function words; scripts that only one of the languages uses decide at once.
    """
    words = _PLAIN_WORD.findall(fold(text[:_ENOUGH] if len(text) > _ENOUGH else text))
    if not words:
        return _by_script(text)
    counts: dict[str, int] = {}
    tables = _function_words()
    for word in words:
        for code in tables.get(word, ()):
            counts[code] = counts.get(code, 0) + 1
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked:
        return _by_script(text)
    best, count = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0
    return best, round((count - second) / count * min(1.0, count / len(words) * 5), 3)


_PLAIN_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 12000
"""Characters that tell a language."""


def _by_script(text: str) -> tuple[str, float]:
    for code, pattern in (("zho", "[\u4e00-\u9fff]"), ("ara", "[\u0600-\u06ff]"), ("rus", "[\u0400-\u04ff]")):
        if code in languages() and re.search(pattern, text):
            return code, 0.5
    return "", 0.0


@cache
def _function_words() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for code in languages():
        for word in _data(HERE / f"{code}.toml")["function_words"]:
            folded = fold(word)
            table[folded] = (*table.get(folded, ()), code)
    return table


def compiled_bytes() -> bytes:
    """What `compiled.json` must be for the TOML files as they are."""
    import json
    from zlib import crc32

    found: dict[str, Any] = {}
    for path in [*sorted(HERE.glob("*.toml")), *sorted(ORGANS.glob("*.toml"))]:
        raw = path.read_bytes()
        found[path.stem] = {"crc32": crc32(raw), "data": read_toml(path, raw)}
    return (json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n").encode()


if __name__ == "__main__":
    COMPILED.write_bytes(compiled_bytes())
