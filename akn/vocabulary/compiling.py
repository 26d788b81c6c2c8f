"""From the TOML of a language or an organ to the tables that are searched: only when compiling, never per document.

A mistake in a file raises `WrongUse` with the file's name and the key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from akn.errors import WrongUse
from akn.fold import fold
from akn.vocabulary import openings

SCRIPTS = ("latin", "cyrillic", "arabic", "han")
PATTERNS = (
    "publisher", "distribution", "session", "session_dates", "agenda_item", "original", "language_line", "draft",
    "adoption", "resolution_of", "report", "meeting", "adopted_at", "no_vote", "vote", "roll_call", "annex", "division",
    "page_number",
)  # fmt: skip
"""The kinds of line that a language file describes; docs/languages.md tells what each is."""

_KEYS: dict[str, Mapping[str, type]] = {
    "": {"code": str, "iso": str, "name": str, "endonym": str, "script": str, "has_case": bool, "lower_openings": bool,
         "words": dict, "months": dict, "numbers": dict, "ordinals": dict, "formulas": dict, "organs": dict,
         "committees": dict, "openings": dict, "parts": dict, "patterns": dict, "dates": dict, "citations": dict},
    "words": {"function": list, "hyphen_prefixes": list, "counting": list, "note_cues": list, "note_headings": list,
              "recycling": list, "number_before": list, "number_behind": list,
              "letters": list},
    "ordinals": {"endings": list, "joints": list, "values": dict},
    "openings": {"before": list, "inside": list, "after": list, "joints": list, "preambular": list,
                 "operative": list, "both": list, "start": list, "generic": dict},
    "openings.generic": {"adverb_endings": list, "preambular_starts": list, "preambular_endings": list,
                         "operative_endings": list, "operative_followers": list, "never": list},
    "patterns": dict.fromkeys(PATTERNS, list),
}  # fmt: skip
_OPTIONAL = ("kind", "needs", "both", "start", "letters", "number_before", "number_behind")
_PATTERN_KEYS = {"pattern": str, "examples": list, "kind": str, "needs": str}
_ORGAN_KEYS = {"name": str, "href": str, "symbols": list, "resolution": str, "decision": str, "numbers": list,
               "parent": str, "examples": list}  # fmt: skip
_HELP = "docs/languages.md explains each key."


def parse(raw: bytes, name: str) -> dict[str, Any]:
    """What a TOML file says; raises `WrongUse` if it is no TOML."""
    import tomllib

    try:
        return tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WrongUse(f"this is no TOML: {error}", name, _HELP) from None


def organ_table(raw: bytes, name: str) -> dict[str, Any]:
    """What the file of an organ says; raises `WrongUse` for unknown and missing keys."""
    data = parse(raw, name)
    _check(data, _ORGAN_KEYS, "", name)
    for pattern in data["numbers"]:
        _valid(pattern, name, "numbers")
    return {**data, "symbols": [fold(symbol) for symbol in data["symbols"]]}


def language_table(raw: bytes, name: str) -> dict[str, Any]:
    """What the file of a language says, ready to search; raises `WrongUse` for unknown and missing keys."""
    data = parse(raw, name)
    for path, keys in _KEYS.items():
        _check(_at(data, path), keys, path, name)
    script = data["script"]
    if script not in SCRIPTS:
        raise WrongUse(f"script is {script!r}", name, f"Choose one of: {', '.join(SCRIPTS)}.")
    words = data["words"]
    return {
        **{key: data[key] for key in ("code", "iso", "name", "endonym", "script", "has_case", "lower_openings")},
        "function_words": _folded(words["function"]),
        "words": {
            "hyphen_prefixes": _folded(words["hyphen_prefixes"]),
            "counting": sorted({form for word in _forms(words["counting"]) for form in (fold(word), word.lower())}),
            "note_cues": _folded(words["note_cues"]),
            "note_headings": _folded(words["note_headings"]),
            "recycling": _folded(words["recycling"]),
            "letters": _folded(words.get("letters", [])),
            "number_before": _folded(words.get("number_before", [])),
            "number_behind": _folded(words.get("number_behind", [])),
        },
        "months": {fold(form): number for month, number in data["months"].items() for form in forms(month)},
        "month_words": sorted(
            {w for month in _forms(data["months"]) for w in (fold(month), month.lower(), _first(month))}
        ),
        "numbers": {fold(form): value for word, value in data["numbers"].items() for form in forms(word)},
        "ordinals": _ordinals(data["ordinals"]),
        "formulas": _formulas(data, script),
        "organs": _names(data["organs"]),
        "committees": _names(data["committees"]),
        "openings": _openings(data["openings"], script, name),
        "patterns": _patterns(data, name),
        "dates": data["dates"],
        "citations": data["citations"],
    }


def examples(raw: bytes, name: str) -> list[tuple[str, int, str, str]]:
    """The examples of a language file: name of the pattern, its index under that name, text, how it is read."""
    found = []
    for key, rows in parse(raw, name)["patterns"].items():
        found += [(key, index, text, reads) for index, row in enumerate(rows) for text, reads in row["examples"]]
    return found


def forms(phrase: str) -> list[str]:
    r"""The forms of a phrase: `(a|b)` may stand or not, of `{a,b}` one does, `\(` is a bracket."""
    return [form.translate(_BRACKETS) for form in _choices(phrase.replace("\\(", "\x01").replace("\\)", "\x02"))]


_BRACKETS = {1: "(", 2: ")"}


def _choices(phrase: str) -> list[str]:
    found = re.search(r"\(([^()]*)\)|\{([^{}]*)\}", phrase)
    if found is None:
        return [re.sub(r"\s+", " ", phrase).strip()]
    choices = ["", *found[1].split("|")] if found[1] is not None else found[2].split(",")
    return [form for choice in choices for form in _choices(phrase[: found.start()] + choice + phrase[found.end() :])]


def _forms(phrases: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(form for phrase in phrases for form in forms(phrase)))


def _folded(phrases: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(fold(phrase) for phrase in phrases))


def _first(month: str) -> str:
    return fold(month).split()[0].split("/")[0]


# --- checks


def _at(data: dict[str, Any], path: str) -> dict[str, Any]:
    for key in path.split(".") if path else ():
        data = data.get(key, {})
    return data


def _check(found: dict[str, Any], keys: Mapping[str, type], path: str, name: str) -> None:
    where = f"[{path}]" if path else "the file"
    for key in found:
        if key not in keys:
            raise WrongUse(f"unknown key {key!r} in {where}", name, f"Known: {', '.join(sorted(keys))}.")
    for key, kind in keys.items():
        if key not in found and path != "patterns" and key not in _OPTIONAL:
            raise WrongUse(f"the key {key!r} is missing in {where}", name, _HELP)
        if key in found and not isinstance(found[key], kind):
            raise WrongUse(f"{key!r} in {where} is no {_TYPES[kind]}", name, _HELP)


_TYPES: dict[type, str] = {str: "text", bool: "true or false", list: "list", dict: "table"}


def _valid(pattern: str, name: str, key: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise WrongUse(f"{key}: {pattern!r} is no regular expression: {error}", name, _HELP) from None


# --- words


def _ordinals(table: dict[str, Any]) -> dict[str, int]:
    """Words without spaces and hyphens, with each ending where a word ends in `~`."""
    found = {_squeeze(joint): 0 for joint in table["joints"]}
    for value, words in table["values"].items():
        for word in _forms(words):
            for ending in table["endings"] if word.endswith("~") else [""]:
                found[_squeeze(word.rstrip("~") + ending)] = int(value)
    return found


def _squeeze(words: str) -> str:
    return re.sub(r"[\W_]+", "", fold(words))


def _names(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    pairs = {fold(form): key for key, names in table.items() for form in _forms(names)}
    return sorted(pairs.items(), key=lambda pair: (-len(pair[0]), pair[0]))


def _formulas(data: dict[str, Any], script: str) -> dict[str, list[tuple[str, str, bool]]]:
    """By first word: the words of each formula joined by spaces, the longest first, organ, whether it is its name."""
    names = {_joined_words(form, script) for forms_ in data["organs"].values() for form in _forms(forms_)}
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for organ, formulas in data["formulas"].items():
        for formula in _forms(formulas):
            joined = _joined_words(formula, script)
            found.setdefault(joined.split()[0], []).append((joined, organ, joined in names))
    return {first: sorted(rows, key=lambda row: (-len(row[0]), row)) for first, rows in found.items()}


def _joined_words(text: str, script: str) -> str:
    return " ".join(word.text for word in openings.words(fold(text), script))


def _openings(table: dict[str, Any], script: str, name: str) -> list[Any]:
    both = table.get("both", [])
    started = [f"{start} {phrase}" for start in table.get("start", []) for phrase in both] or both
    table = {**table, "preambular": table["preambular"] + started, "operative": table["operative"] + both}
    lists = [_nodes(table[key], script, key, name) for key in ("preambular", "operative", "before", "inside", "after")]
    generic = {key: _folded(words) for key, words in table["generic"].items()}
    return [*lists, _folded(table["joints"]), generic]


_Tree = dict[str, Any]


def _nodes(phrases: list[str], script: str, key: str, name: str) -> openings.Nodes:
    tree: _Tree = {}
    for phrase in _forms(phrases):
        halves = [[word.text for word in openings.words(fold(half), script)] for half in phrase.split("_")]
        halves = [half for half in halves if half]
        if not halves:
            raise WrongUse(f"[openings] {key}: no words in {phrase!r}", name, _HELP)
        _grow(tree, [word for half in halves for word in half])
        if len(halves) > 1:
            _grow(tree, [*halves[0], *(word for half in halves[1:] for word in ("_", *half))])
    nodes: openings.Nodes = [{}]
    nodes[0] = _joined(tree, nodes, {})
    return nodes


def _grow(tree: _Tree, words: list[str]) -> None:
    for word in words:
        tree = tree.setdefault(word, {})
    tree[""] = 0


def _joined(tree: _Tree, nodes: openings.Nodes, known: dict[tuple[tuple[str, int], ...], int]) -> dict[str, int]:
    """The node of a tree; what follows it is added to `nodes`, the same sequels once."""
    node: dict[str, int] = {}
    for word, sequel in sorted(tree.items()):
        if word == "":
            node[word] = 0
            continue
        following = _joined(sequel, nodes, known)
        key = tuple(following.items())
        if key not in known:
            known[key] = len(nodes)
            nodes.append(following)
        node[word] = known[key]
    return node


# --- patterns


def _patterns(data: dict[str, Any], name: str) -> dict[str, list[tuple[str, str, str]]]:
    parts = {**_BUILT_IN, **_lists(data), **data["parts"]}
    found: dict[str, list[tuple[str, str, str]]] = {}
    for key, rows in data["patterns"].items():
        for index, row in enumerate(rows):
            where = f"patterns.{key}, number {index + 1}"
            _check(row, _PATTERN_KEYS, where, name)
            pattern = expand(row["pattern"], parts, data["script"], f"{name}: {where}")
            _valid(pattern, name, where)
            found.setdefault(key, []).append((row.get("kind", ""), fold(row.get("needs", "")), pattern))
    return found


_BUILT_IN = {
    "number": r"\d{1,4}",
    "day": r"\d{1,2}",
    "year": r"(?:19|20)\d\d",
    "roman": "[ivxlc]{1,7}",
    "letter": "[a-z]",
    "words": r"[^\W\d_]+(?:[- ]+[^\W\d_]+){0,5}?",
    "rest": ".*",
}


def _lists(data: dict[str, Any]) -> dict[str, str]:
    """Parts that the file's own lists make: `{month}`, `{count}`, `{organ}`, `{committee}`."""
    return {
        "month": _any(_forms(data["months"])),
        "count": rf"\d+|{_any(_forms(data['numbers']))}",
        "organ": _any(form for names in data["organs"].values() for form in _forms(names)),
        "committee": _any(form for names in data["committees"].values() for form in _forms(names)),
    }


def _any(words: Iterable[str]) -> str:
    return "|".join(
        sorted({re.sub(r"([.()])", r"\\\1", fold(word)) for word in words}, key=lambda word: (-len(word), word))
    )


_TOKEN = re.compile(
    r"(?P<part>\{[a-z_]+\})|(?P<keep>\\.|\(\?(?:P<\w+>|P=\w+\)|<[=!]|[:=!])|\{\d[\d,]*\}|\[[^\]]*\])"
    r"|(?P<space> +)|(?P<other>.)",
    re.DOTALL,
)
_ARABIC = re.compile("[\u0621-\u064a]")


def expand(pattern: str, parts: dict[str, str], script: str, where: str, depth: int = 0) -> str:
    """The regular expression that a pattern of a language file stands for.

    Letters are folded, a space is any number of spaces, an apostrophe may have a space behind it, `{name}` is a
    part; behind an Arabic letter vowel signs may stand. All else is as in regular expressions.
    """
    if depth > 8:
        raise WrongUse("parts that contain themselves", where, _HELP)
    made: list[str] = []
    for found in _TOKEN.finditer(pattern):
        if found["part"]:
            part = found["part"][1:-1]
            if part not in parts:
                raise WrongUse(f"unknown part {found['part']}", where, f"Known: {', '.join(sorted(parts))}.")
            made.append(f"(?:{expand(parts[part], parts, script, where, depth + 1)})")
        elif found["keep"]:
            made.append(fold(found["keep"]) if found["keep"][0] == "[" and "\\" not in found["keep"] else found["keep"])
        elif found["space"]:
            following = pattern[found.end() : found.end() + 1]
            made.append(r"[\s*_]" if following in ("?", "*", "+", "{") and following else r"[\s_]+")
        else:
            made.append(_letter(fold(found["other"]), script))
    return re.sub(r"\[\\s\*_\]\?", r"[\\s*_]*", "".join(made))


def _letter(letter: str, script: str) -> str:
    if letter == "'":
        return "' ?"
    if script == "arabic" and _ARABIC.match(letter):
        return f"(?:{letter}[\u0640\u064b-\u0652\u0670\u200e\u200f]*)"
    return letter
