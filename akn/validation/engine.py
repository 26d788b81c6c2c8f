"""The validator's engine: four layers over one document, in order, and what they say as findings with places.

It opens no file and prints nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from akn import xml
from akn.findings import Finding, Place
from akn.validation import namespaces
from akn.validation.places import Places
from akn.validation.rules import RULES, load
from akn.validation.verdict import Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from lxml import etree

    from akn.validation.rule import Rule
    from akn.validation.schematron import Schematron


class Settings(NamedTuple):
    """What to look for, and by what."""

    profile: str = "akn4un"
    """`akn4un`: the rules for deliberative documents of the United Nations; `oasis`: what holds for any document."""
    select: tuple[str, ...] = ()
    """Codes, beginnings of codes or names of rules; empty means all of the profile."""
    ignore: tuple[str, ...] = ()
    schematron: tuple[str, ...] = ()
    """Paths of the user's own Schematron files."""
    schema: str = ""
    """The path of an XML Schema that judges instead of the official one; empty for that."""
    engine: str = "lxml"
    """Who decides whether the schema holds: `lxml`, or `xmlschema` for a second opinion."""
    batch: bool = False
    """Whether many documents follow: then the whole schema is compiled at once."""


SAFE = frozenset(("AKN001", "AKN002", "AKN003", "AKN004", "AKN005", "AKN007"))
"""Codes that cannot be switched off: nothing else can be said of such a file."""


class Validator:
    """Validates documents with the same settings. Raises `WrongUse` for settings that make no sense."""

    def __init__(self, settings: Settings = Settings()) -> None:  # noqa: B008
        self.settings = settings
        self.codes = _selected(settings)
        self._rows = [(row.code, row.elements) for row in RULES if self.codes is None or row.code in self.codes]
        self._rules: dict[str, Rule] = {}
        self._schematron = _schematron(settings)
        self._own = _own_schema(settings)

    @property
    def schema_only(self) -> bool:
        """Whether nothing but the official schema is asked."""
        asked = not self._rows and not self._schematron and self._own is None and self.settings.engine == "lxml"
        return asked and self.wants("AKN101")

    def wants(self, code: str) -> bool:
        """Whether a code is looked for."""
        return self.codes is None or code in self.codes or code in SAFE

    def is_plainly_valid(self, path: str | Path) -> bool:
        """Whether a big file is valid, told without its tree where nothing but the schema is asked.

        False does not mean that it is invalid: `check` tells.
        """
        if not self.schema_only:
            return False
        from akn.validation import stream

        return stream.is_valid(path)

    def check(self, data: bytes, name: str, ignored: frozenset[str] = frozenset()) -> list[Finding]:
        """What is to be said about some bytes, without the codes `ignored` for this file."""
        try:
            root = xml.parse(data, name)
        except xml.Refused as refused:
            return [refusal(refused, name)]
        return self.check_tree(root, name, data, ignored)

    def check_tree(
        self, root: etree._Element, name: str, data: bytes = b"", ignored: frozenset[str] = frozenset()
    ) -> list[Finding]:
        """What is to be said about a tree. Columns are known if `data` is what it was parsed from."""
        verdicts = self._verdicts(root, name)
        suppressible = not data or b"<?akn" in data or b"\0" in data[:4]  # in UTF-16 it cannot be told so
        if not verdicts and not suppressible:
            return []
        kept = [verdict for verdict in verdicts if self.wants(verdict.code) and verdict.code not in ignored]
        if suppressible:
            kept = self._unsuppressed(root, kept, ignored)
        places = Places(root, data, name)
        kept.sort(key=lambda verdict: places.start(verdict.element) if verdict.element is not None else 0)
        return _sorted([finding(verdict, places) for verdict in kept])

    def _unsuppressed(self, root: etree._Element, verdicts: list[Verdict], ignored: frozenset[str]) -> list[Verdict]:
        from akn.validation import catalogue, suppressions

        judged = self.codes if self.codes is not None else frozenset(catalogue.modules())
        kept = suppressions.apply(root, verdicts, judged - ignored)
        return [verdict for verdict in kept if self.wants(verdict.code) and verdict.code not in ignored]

    def _verdicts(self, root: etree._Element, name: str) -> list[Verdict]:
        found: list[Verdict] = []
        at_root = namespaces.judge(root) if self._own is None else None
        if at_root is not None:
            found.append(at_root)
        if at_root is None or at_root.code == "AKN110":
            found += self._schema(root)
            found += self._apply_rules(root, name)
            _drop_repeated(found)
        for schematron in self._schematron:
            found += schematron.check(root)
        return found

    def _schema(self, root: etree._Element) -> list[Verdict]:
        if self.codes is not None and not any(code.startswith("AKN10") for code in self.codes):
            return []
        if self.settings.engine == "xmlschema":
            from akn.validation import second

            return second.judge(root, self.settings.schema)
        from akn.validation import schema

        if self._own is not None:
            return schema.explained(root, self._own, explain=False)
        return schema.judge(root, self.settings.batch)

    def _apply_rules(self, root: etree._Element, name: str) -> list[Verdict]:
        if not self._rows:
            return []
        from akn.validation.rule import Context

        context = Context(root, name)
        names = context.names.keys()
        found: list[Verdict] = []
        for code, elements in self._rows:
            if elements and names.isdisjoint(elements):
                continue
            rule = self._rules.get(code) or self._load(code)
            if self.settings.profile not in rule.PROFILES:
                continue
            try:
                for one in rule.check(context):
                    found.append(Verdict(code, rule.SEVERITY, one.element, one.message, one.hint, one.attribute))
            except Exception as error:  # a rule that fails must not take the others' findings with it
                found.append(_failed(code, error, root))
        return found

    def _load(self, code: str) -> Rule:
        rule = self._rules[code] = load(next(row for row in RULES if row.code == code))
        return rule


def _failed(code: str, error: Exception, root: etree._Element) -> Verdict:
    message = f"the rule {code} could not judge this document ({type(error).__name__}: {error})"
    return Verdict("AKN007", "error", root, message, "This is a defect of akn: please report it with the file.")


def _drop_repeated(verdicts: list[Verdict]) -> None:
    """An eId that stands twice is told once: rule AKN301 says where the first one is, the schema does not."""
    told = {id(verdict.element) for verdict in verdicts if verdict.code == "AKN301"}
    verdicts[:] = [one for one in verdicts if one.code != "AKN107" or id(one.element) not in told]


def _selected(settings: Settings) -> frozenset[str] | None:
    """The codes that are looked for; none means all."""
    if not settings.select and not settings.ignore:
        return None
    from akn.validation import catalogue

    selected = catalogue.codes(settings.select) if settings.select else frozenset(catalogue.modules())
    return selected - catalogue.codes(settings.ignore)


def _schematron(settings: Settings) -> tuple[Schematron, ...]:
    if not settings.schematron:
        return ()
    from akn.validation.schematron import Schematron

    return tuple(Schematron.load(path) for path in settings.schematron)


def _own_schema(settings: Settings) -> etree.XMLSchema | None:
    if not settings.schema:
        return None
    from akn.validation.own_schema import load

    return load(settings.schema)


def refusal(refused: xml.Refused, name: str) -> Finding:
    """The finding for a file that is not read."""
    place = Place(name, max(refused.line, 1), max(refused.column, 1))
    return Finding(refused.code, "error", place, refused.message, refused.remedy)


def finding(verdict: Verdict, places: Places) -> Finding:
    """A verdict with its place."""
    if verdict.element is None:
        place = Place(places.file, max(verdict.line, 1), max(verdict.column, 1))
    else:
        place = places.place(verdict.element, verdict.attribute)
    return Finding(verdict.code, verdict.severity, place, verdict.message, verdict.hint)


def _sorted(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (f.place.line, f.place.column, f.code, f.message))
