"""One language: what its file says, asked of folded text."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal, NamedTuple

from akn.fold import fold
from akn.vocabulary import misread, openings
from akn.vocabulary.openings import Kind as Kind
from akn.vocabulary.symbols import symbol_at

Span = tuple[int, int]
AnnexKind = Literal["annex", "appendix", "enclosure"]
DivisionKind = Literal["part", "section", "division", "chapter", "article"]

_NONE: Span = (0, 0)
_STOPS = " \n,.:;*_،؛、：，。"
"""What may stand behind an enacting formula that is a paragraph of its own."""


_COMMA = frozenset(",،，、")


class Session(NamedTuple):
    """A session as a masthead names it."""

    value: int
    """Its number, or the year of `2025 session`."""
    kind: str
    """`regular`, `special`, `emergency special`, or `year`."""
    end: int = 0
    """Where its words end."""


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
    """Votes in favour, against, abstaining; `favour` is -1 for a unanimous vote without numbers."""

    favour: int
    against: int
    abstaining: int

    @property
    def value(self) -> str:
        """The counts joined (`106-1-67`), or `unanimous`."""
        return "-".join(str(count) for count in self) if self.favour >= 0 else "unanimous"


class Language:
    """One language file. Texts that its methods take are folded, and stripped at their start."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.code: str = data["code"]
        """ISO 639-2: `eng`."""
        self.iso: str = data["iso"]
        """ISO 639-1: `en`."""
        self.name: str = data["name"]
        self.endonym: str = data["endonym"]
        self.script: str = data["script"]
        """`latin`, `cyrillic`, `arabic`, `han`."""
        self.has_case: bool = data["has_case"]
        self.lower_openings: bool = data["lower_openings"]
        """Whether paragraphs open with a small letter, as in Russian."""
        self.function_words: frozenset[str] = frozenset(data["function_words"])
        """Short words that tell the language; folded."""
        words = data["words"]
        self.hyphen_prefixes: frozenset[str] = frozenset(words["hyphen_prefixes"])
        """First parts of words that keep their hyphen at the end of a line; folded."""
        self.counting_words: frozenset[str] = frozenset(words["counting"])
        """Words before a number that counts or cites; small letters, folded and with their accents."""
        self.months: dict[str, int] = data["months"]
        self.month_words: frozenset[str] = frozenset(data["month_words"])
        """First words of the names of months; small letters, folded and with their accents."""
        self.dates: dict[str, Any] = data["dates"]
        self.citations: dict[str, Any] = data["citations"]
        *lists, joints, generic = data["openings"]
        self._phrases = openings.Phrases._make([*lists, frozenset(joints), generic])
        self._formulas: dict[str, list[tuple[str, str, bool]]] = data["formulas"]
        self._formula_starts = frozenset(word[0] for word in self._formulas)
        """First characters of formulas: most texts are no formula, and most of those show it here."""
        self._seconds: dict[str, frozenset[str]] = {}
        self._squeezed: dict[str, list[tuple[str, str]]] | None = None
        self._known: dict[tuple[str, Kind], int] = {}

    # --- opening phrases

    def opening(self, folded: str, kind: Kind) -> int:
        """The length of the longest opening phrase of that kind at the start of a text; 0 if there is none."""
        key = (folded[: openings.REACH + 1], kind)
        known = self._known.get(key)
        if known is None:
            if len(self._known) > 20_000:
                self._known.clear()
            known = self._known[key] = openings.read(self._phrases, key[0], kind, self.script)
        return known

    def opening_kind(self, folded: str) -> Literal["preambular", "operative", "both", ""]:
        """Which kind of paragraph a text opens as; what a list holds counts before mere form.

        In languages that do not inflect (Chinese) the same phrase opens both kinds. There a comma at the end of the
        text tells a paragraph of the preamble; `both` where it has none.
        """
        preambular, operative = self.opening(folded, "preambular"), self.opening(folded, "operative")
        if preambular or operative:
            if preambular == operative:
                return _kind_by_end(folded)
            return "preambular" if preambular > operative else "operative"
        return self.generic_kind(folded)

    def generic_opening(self, folded: str) -> int:
        """The length of the first words where they have the form of an opening phrase that no list holds; else 0."""
        found = openings.by_form(self._phrases, folded, self.script)
        return found[1] if found else 0

    def generic_kind(self, folded: str) -> Kind | Literal[""]:
        """Which kind of paragraph the form of the first words shows."""
        found = openings.by_form(self._phrases, folded, self.script)
        return found[0] if found else ""

    # --- organs, committees, formulas

    def formula(self, folded: str, *, bare: bool = False) -> tuple[str, int] | None:
        """The organ, if the whole text is an enacting formula, and the length of the text.

        Where the formula is the mere name of the organ (Russian, Chinese), its comma tells it from the name that
        stands in a masthead; `bare` takes it without.
        """
        if len(folded) > 200:
            return None
        found = self._formula_at(folded)
        if found is None:
            return self._misread_formula(folded)
        if folded[found[1] :].strip(_STOPS):
            return None
        organ, end, is_name = found
        return (organ, len(folded)) if bare or not is_name or _COMMA & set(folded[end:]) else None

    def _misread_formula(self, folded: str) -> tuple[str, int] | None:
        """The organ, if a text is a formula but for a letter or two that a scan misread (`L'Assemblee ge11erale,`)."""
        if not 12 < len(folded) < 90 or (known := self._squeezed_formulas().get(_initials(folded))) is None:
            return None
        most = 2 if folded.rstrip(" *_")[-1:] in _COMMA else 0
        squeezed = re.sub(r"[\W_]+", "", folded)
        for name, organ in known:
            if abs(len(name) - len(squeezed)) <= most and misread.alike(name, squeezed):
                return organ, len(folded)
        return None

    def _squeezed_formulas(self) -> dict[str, list[tuple[str, str]]]:
        """By their first two letters, formulas without spaces, so long that a slip makes no other formula of them."""
        if self._squeezed is None:
            self._squeezed = {}
            for name, organ, _ in (row for found in self._formulas.values() for row in found):
                squeezed = re.sub(r"[\W_]+", "", name)
                if len(squeezed) >= 12:
                    self._squeezed.setdefault(squeezed[:2], []).append((squeezed, organ))
        return self._squeezed

    def formula_prefix(self, folded: str) -> tuple[str, int] | None:
        """The organ, if an enacting formula opens the sentence, and the length of the formula.

        `The Security Council requests …` and `The Economic and Social Council, Recalling …`; behind the formula
        stands a comma or an opening phrase, so that `The General Assembly Building` is none.
        """
        found = self._formula_at(folded)
        if found is None:
            return None
        rest = folded[found[1] :].lstrip(" *_")
        if rest.startswith((",", "،", "，")) or self.opening_kind(rest):
            return found[:2]
        return None

    def _formula_at(self, folded: str) -> tuple[str, int, bool] | None:
        """Organ and length of the formula at the start of a text, and whether it is the mere name of the organ."""
        if folded[:1].isalnum() and folded[0] not in self._formula_starts:
            return None
        begin = openings.words(folded[:80], self.script)
        first, second = next(begin, None), next(begin, None)
        if first is None or second is None or first.text not in self._formulas:
            return None
        if second.text not in self._second_words(first.text):
            return None
        found = list(openings.words(folded[:300], self.script))
        text = " ".join(word.text for word in found) + " "
        for name, organ, is_name in self._formulas[first.text]:
            if text.startswith(name + " "):
                return organ, found[name.count(" ")].end, is_name
        return None

    def _second_words(self, first: str) -> frozenset[str]:
        """The second words of the formulas that begin with a word: most sentences that begin so go on otherwise."""
        known = self._seconds.get(first)
        if known is None:
            names = [name.split(" ", 2) for name, _, _ in self._formulas[first]]
            known = self._seconds[first] = frozenset(words[1] if len(words) > 1 else "" for words in names)
        return known

    def organ_at(self, folded: str) -> tuple[str, int] | None:
        """The organ whose name stands at the start of a text, and the length of the name."""
        return next(((name, end) for start, end, name in self.organs_in(folded[:120]) if start == 0), None)

    def organs_in(self, folded: str) -> list[tuple[int, int, str]]:
        """The names of organs in a text: start, end, id; the longest name at each place."""
        return _names_in(folded, self.data["organs"], self.script)

    def committee_in(self, folded: str) -> list[tuple[int, int, str]]:
        """The names of committees in a text: start, end, id (`thirdCommittee`)."""
        return _names_in(folded, self.data["committees"], self.script)

    committees_in = committee_in

    # --- numbers and months

    def month_at(self, folded: str) -> bool:
        """Whether a text begins with the name of a month."""
        word = next(openings.words(folded[:40], self.script), None)
        return word is not None and word.text in self.month_words

    def ordinal(self, words: str) -> int:
        """The value of an ordinal in words or digits (`seventy-fourth`, `74th`, `74 e`); 0 if it is none."""
        folded = fold(words)
        if digits := re.match(r"\W*(\d{1,4})", folded):
            return int(digits[1])
        return _sum(self.data["ordinals"], re.sub(r"[\W_\u0640]+", "", folded))

    def letter(self, word: str) -> int:
        """The place in the alphabet of a letter that has a name as a label (`باء` is 2); 0 if it is none."""
        letters: list[str] = self.data["words"]["letters"]
        folded = openings.plain(fold(word)).strip(" -.()")
        return letters.index(folded) + 1 if folded in letters else 0

    def count(self, word: str) -> int:
        """The value of a number in words or digits, as votes have it; 0 if it is none."""
        folded = fold(word)
        numbers: dict[str, int] = self.data["numbers"]
        return int(folded) if folded.isdigit() else numbers.get(folded, 0)

    # --- lines of mastheads and closing blocks

    def match(self, name: str, folded: str) -> re.Match[str] | None:
        """The first match of the patterns of that name at the start of a text; None for a name without patterns."""
        found = self._match(name, folded)
        return found[1] if found else None

    def may_match(self, name: str, folded: str) -> bool:
        """Whether a text holds the letters that one of the patterns of that name needs, anywhere."""
        return any(needs in folded for _, needs, _ in self.data["patterns"].get(name, ()))

    def _match(self, name: str, folded: str) -> tuple[str, re.Match[str]] | None:
        for kind, needs, pattern in self.data["patterns"].get(name, ()):
            if (needs in folded or self._has_marked(needs, folded)) and (found := _compiled(pattern).match(folded)):
                return kind, found
        return None

    def _has_marked(self, needs: str, folded: str) -> bool:
        return self.script == "arabic" and not folded.isascii() and needs in openings.plain(folded)

    def publisher(self, folded: str) -> Span | None:
        """The span of `United Nations` at the start of a text."""
        return self._span("publisher", folded)

    def distribution(self, folded: str) -> Span | None:
        """The span of `Distr.: General` at the start of a text; a date may follow it."""
        return self._span("distribution", folded)

    def session(self, folded: str) -> Session | None:
        """The session, if a text is a line that names one and nothing else."""
        found = self.session_at(folded)
        return found if found and not folded[found.end :].strip(" *.,") else None

    def session_at(self, folded: str) -> Session | None:
        """The session that stands at the start of a line; other things may follow it."""
        found = self._match("session", folded)
        if found is None:
            return None
        kind, match = found
        groups = match.groupdict()
        if groups.get("year"):
            return Session(int(groups["year"]), "year", match.end())
        value = self.ordinal(groups.get("ordinal") or "")
        if groups.get("emergency"):
            kind = "emergency special"
        elif groups.get("special"):
            kind = "special"
        return Session(value, kind or "regular", match.end()) if value else None

    def session_dates(self, folded: str) -> Span | None:
        """The span of the dates of a session (`22 February-24 March 2021`)."""
        return self._span("session_dates", folded)

    def agenda_item(self, folded: str) -> Span | None:
        """The span of the number of an agenda item with its words; its title may follow it."""
        return self._span("agenda_item", folded)

    def original(self, folded: str) -> Span | None:
        """The span of `Original: English`."""
        return self._span("original", folded)

    def language_line(self, folded: str) -> Span | None:
        """The span of a line that only names the language of the page (`English`)."""
        return self._span("language_line", folded)

    def draft(self, folded: str) -> str:
        """`resolution`, `decision`, … if a text is a line that says `draft resolution`; sponsors may precede it."""
        found = self._match("draft", folded)
        return found[0] if found else ""

    def sponsors(self, folded: str) -> Span | None:
        """The span of the States before the colon, in a line such as `Norway, Peru and Togo: draft resolution`."""
        found = self.match("draft", folded)
        end = folded.rfind(":", 0, found.start("what")) if found else -1
        return (0, end) if end > 0 else None

    def report(self, folded: str) -> Span | None:
        """The span of `[on the report of the Third Committee (A/74/399/Add.2)]`."""
        return self._span("report", folded)

    def adoption(self, folded: str) -> Adoption | None:
        """The parts of a line such as `Resolution adopted by the General Assembly on …`."""
        found = self._match("adoption", folded)
        if found is None:
            return None
        kind, match = found
        return Adoption(_part(match, "type"), _part(match, "organ"), _part(match, "meeting"), kind or "resolution")

    def meeting(self, folded: str) -> Span | None:
        """The span of the meeting, if a text is a line that names one."""
        return self._span("meeting", folded)

    def adopted_at(self, folded: str) -> Adopted | None:
        """Whether a text is a line of a closing block such as `Adopted unanimously at the 2750th meeting`."""
        found = self.match("adopted_at", folded)
        return Adopted(_part(found, "meeting") if _part(found, "meeting")[1] else None) if found else None

    def no_vote(self, folded: str) -> bool:
        """Whether a text says `[Adopted without a vote]`."""
        return self._match("no_vote", folded) is not None

    def vote(self, folded: str) -> Vote | None:
        """The votes that a text counts."""
        found = self.match("vote", folded)
        if found is None:
            return None
        groups = found.groupdict()
        if not groups.get("favour"):
            return Vote(-1, 0, 0)
        return Vote(*(self.count(groups.get(name) or "") for name in ("favour", "against", "abstaining")))

    def roll_call(self, folded: str) -> str:
        """`inFavour`, `against` or `abstaining`, if a text begins the list of States that voted so; else nothing."""
        found = self._match("roll_call", folded)
        return found[0] if found else ""

    # --- headings and notes

    def annex_heading(self, folded: str) -> tuple[AnnexKind, int] | None:
        """The kind of annex, if a text is the heading of one (`Annex II`), and the length of the heading."""
        found = self._match("annex", folded) if len(folded) < 80 else None
        return (found[0], found[1].end()) if found else None  # type: ignore[return-value]

    def division_heading(self, folded: str) -> tuple[DivisionKind, Span] | None:
        """The kind of division, if a text is or begins a heading with a number, and the span of word and number."""
        found = self._match("division", folded)
        return (found[0], found[1].span("label")) if found else None  # type: ignore[return-value]

    def note_cue(self, folded: str) -> bool:
        """Whether a text begins as the body of a footnote does."""
        return folded.startswith(tuple(self.data["words"]["note_cues"])) or symbol_at(folded) > 0

    def _span(self, name: str, folded: str) -> Span | None:
        found = self._match(name, folded)
        return found[1].span() if found else None


def _initials(folded: str) -> str:
    """The first two letters of a text, whatever stands between them."""
    return "".join([char for char in folded[:6] if char.isalnum()][:2])


def _kind_by_end(folded: str) -> Literal["preambular", "both"]:
    return "preambular" if folded.rstrip(" *_0123456789[]")[-1:] in _COMMA else "both"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.DOTALL)


def _part(found: re.Match[str], name: str) -> Span:
    return found.span(name) if found.groupdict().get(name) else _NONE


def _sum(values: dict[str, int], letters: str) -> int:
    """The sum of the words that a string without spaces is made of, the longest first; 0 if they do not fill it."""
    for size in range(min(len(letters), 24), 0, -1):
        if (value := values.get(letters[:size])) is None:
            continue
        if size == len(letters):
            return value
        if rest := _sum(values, letters[size:]):
            return value + rest
    return 0


def _names_in(folded: str, names: list[list[str]], script: str) -> list[tuple[int, int, str]]:
    """Where names of the list (longest first) stand, whatever the number of spaces in them."""
    if (script == "arabic" and openings.plain(folded) != folded) or "  " in folded or "\n" in folded:
        return _names_by_pattern(folded, names, script)
    found: list[tuple[int, int, str]] = []
    for name, key in names:
        at = folded.find(name)
        while at >= 0:
            end = at + len(name)
            _add_name(found, folded, (at, end, key), script)
            at = folded.find(name, end)
    return sorted(found)


def _names_by_pattern(folded: str, names: list[list[str]], script: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for name, key in names:
        for match in _loose(name, script).finditer(folded):
            _add_name(found, folded, (*match.span(), key), script)
    return sorted(found)


def _add_name(found: list[tuple[int, int, str]], folded: str, new: tuple[int, int, str], script: str) -> None:
    """Adds a name unless a longer one covers it, or it is only a part of a word (Arabic puts letters in front)."""
    start, end, _ = new
    if any(first < end and start < last for first, last, _ in found):
        return
    if script != "han" and (
        folded[end : end + 1].isalpha() or (script != "arabic" and folded[start - 1 : start].isalpha())
    ):
        return
    found.append(new)


@cache
def _loose(name: str, script: str) -> re.Pattern[str]:
    marks = "[\u0640\u064b-\u0652\u0670\u200e\u200f]*" if script == "arabic" else ""
    return re.compile("".join(r"\s+" if c == " " else re.escape(c) + marks for c in name))
