"""Akoma Ntoso XML of a Document, as `docs/markup.md` tells. Writes strings: a tree would cost five times as much.

Knows the schema, no language. Every `#id` that is written is declared in `references`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from akn import naming
from akn.fold import fold
from akn.model import (
    Annex,
    Block,
    DateMention,
    Division,
    Document,
    Embedded,
    Formula,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Note,
    NoteAgain,
    Operative,
    Paragraph,
    Point,
    PointList,
    Preambular,
    Reference,
    Role,
    Statement,
    Styled,
    Table,
)
from akn.naming import NO_DATE, Facts, Names, eid_number, words_of
from akn.source import Run
from akn.vocabulary import organs

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

_KNOWN = {
    "akn": ("TLCOrganization", "/akn/ontology/organization/un/akn", "akn"),
    "issuer": ("TLCRole", "/akn/ontology/role/un/issuer", "Issuer"),
    "author": ("TLCRole", "/akn/ontology/role/un/author", "Author"),
    "editor": ("TLCRole", "/akn/ontology/role/un/editor", "Editor"),
    "adoption": ("TLCEvent", "/akn/ontology/event/un/adoption", "Adoption"),
    "publisher": ("TLCRole", "/akn/ontology/role/un/publisher", "Publisher"),
    "symbol": ("TLCConcept", "/akn/ontology/concept/un/symbol", "Symbol"),
    "distribution": ("TLCConcept", "/akn/ontology/concept/un/distribution", "Distribution"),
    "dateOfIssuance": ("TLCConcept", "/akn/ontology/concept/un/dateOfIssuance", "Date of issuance"),
    "adopted": ("TLCConcept", "/akn/ontology/concept/un/adopted", "Adopted"),
    "preamble": ("TLCConcept", "/akn/ontology/concept/un/preamble", "Preamble"),
    "enactingFormula": ("TLCConcept", "/akn/ontology/concept/un/enactingFormula", "Enacting formula"),
    "inFavour": ("TLCConcept", "/akn/ontology/concept/un/inFavour", "In favour"),
    "against": ("TLCConcept", "/akn/ontology/concept/un/against", "Against"),
    "abstaining": ("TLCConcept", "/akn/ontology/concept/un/abstaining", "Abstaining"),
    # a marker whose note the source does not have: noteRef must point somewhere (schema type link, @href required)
    "missingNote": ("TLCConcept", "/akn/ontology/concept/un/missingNote", "Note that the source does not have"),
    "un": ("TLCOrganization", "/akn/ontology/organization/un/unitedNations", "United Nations"),
}
_DIVISIONS = {"part": "part", "section": "sec", "division": "dvs", "chapter": "chp", "article": "art"}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def write(document: Document, *, form: str = "statement", links: str = "ref") -> bytes:
    """The XML of a document: a `statement`, or a `documentCollection` if `form` is `publication`.

    Several statements under one number are always a publication. `links` is `ref` for references with IRIs, or
    `undocs` for links to undocs.org.
    """
    return _Writer(document, links).root(form == "publication" or len(document.statements) > 1).encode("utf-8")


def marker_text(marker: Run) -> str:
    """The marker of a footnote as its attribute has it: raised digits become plain ones."""
    return marker.text.translate(_RAISED).strip()


def escape(text: str) -> str:
    """Text as XML content."""
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    """Text as the value of an attribute in double quotes."""
    return escape(text).replace('"', "&quot;").replace("\n", " ").replace("\t", " ")


@dataclass
class _Place:
    """Where elements are written: the eId in front of theirs, and how many of each kind stand there."""

    prefix: str
    counts: dict[str, int]

    def count(self, kind: str) -> int:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return self.counts[kind]


class _Writer:
    def __init__(self, document: Document, links: str) -> None:
        self.document = document
        self.links = links
        self.used: dict[str, tuple[str, str, str]] = {}
        self.eids: dict[str, int] = {}
        """Each eId that is taken, with the last suffix that was given to it."""
        self.notes: dict[str, int] = {}
        self.orphans = 0
        self.total_notes = 0
        self.components: list[str] = []
        self.embedded = 0
        self.attached = 0
        self.tables = 0
        self.facts: Facts | None = None
        self.names: Names | None = None

    # --- names

    def ref(self, key: str, element: str = "", href: str = "", shown: str = "") -> str:
        """`#key`, declared."""
        if key not in self.used:
            self.used[key] = _KNOWN[key] if not element else (element, href, shown)
        return f"#{key}"

    def organ(self, key: str) -> str:
        row = organs().get(key)
        if row is None:
            return self.ref("un")
        return self.ref(key, "TLCOrganization", row.href, row.name)

    def eid(self, wanted: str) -> str:
        """The eId, made unique by a suffix if it is taken."""
        found = wanted
        suffix = self.eids.get(wanted, 1)
        while found in self.eids:
            suffix += 1
            found = f"{wanted}-{suffix}"
        self.eids[wanted] = suffix
        self.eids[found] = 1
        return found

    def _numbered(self, place: _Place, kind: str, number: Run | None) -> str:
        count = place.count(kind)
        name = eid_number(number.text) if number is not None else ""
        return self.eid(f"{place.prefix}{kind}_{name or count}")

    # --- documents

    def root(self, publication: bool) -> str:
        first = self.document.statements[0]
        body = self._collection() if publication else self._statement(first, "  ", naming.letter_of(first), False)
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<akomaNtoso xmlns="{NAMESPACE}" xmlns:akn4un="http://un.org/akn4un">\n{body}</akomaNtoso>\n'
        )

    def _collection(self) -> str:
        document = self.document
        said = naming.facts(document, document.statements[0])
        names = naming.names(document, said)
        cover = self._cover("    ")
        preface = self._preface(document.preface, "    ", "preface")
        refs: list[str] = []
        parts: list[str] = []
        several = len(document.statements) > 1
        outer = self.used
        for index, statement in enumerate(document.statements, 1):
            self.used = {}
            part = naming.letter_of(statement) or (_letters(index) if several else "")
            component = self.eid(f"cmp_{index}")
            refs.append(
                f'      <component eId="{self.eid(f"cmpref_{index}")}">'
                f'<documentRef eId="{self.eid(f"dref_c{index}")}" href="#{component}" showAs="{attribute(part or names.shown or "1")}"/></component>\n'
            )
            inner = self._statement(statement, "        ", part, True, f"{component}__" if part else "")
            parts.append(f'      <component eId="{component}">\n{inner}      </component>\n')
        self.used = outer
        meta = self._meta(said, names, "    ", "!main")
        return (
            '  <documentCollection name="publication" contains="originalVersion">\n'
            f"{meta}{cover}{preface}    <collectionBody>\n{''.join(refs)}    </collectionBody>\n"
            f"    <components>\n{''.join(parts)}    </components>\n  </documentCollection>\n"
        )

    def _statement(self, statement: Statement, indent: str, part: str, within: bool, prefix: str = "") -> str:
        document = self.document
        said = naming.facts(document, statement)
        names = naming.names(document, said, part)
        self.facts, self.names = said, names
        inner = indent + "  "
        before = self.components
        self.components = []
        cover = "" if within else self._cover(inner)
        preface = self._preface(statement.preface, inner, f"{prefix}preface")
        preamble = self._preamble(statement.preamble, inner, prefix)
        body = self._body(statement.body, inner, prefix)
        closing = self._conclusions(statement.conclusions, inner, prefix)
        annexes = self._annexes(statement.annexes, inner)
        components = "".join(self.components)
        if components:
            components = f"{inner}<components>\n{components}{inner}</components>\n"
        self.components = before
        named = f"!{document.kind}_1" if within and not part else "!main"  # the publication itself is `!main`
        meta = self._meta(said, names, inner, named, statement)
        return (
            f'{indent}<statement name="{document.kind}" contains="originalVersion">\n'
            f"{meta}{cover}{preface}{preamble}{body}{closing}{annexes}{components}{indent}</statement>\n"
        )

    # --- metadata

    def _meta(self, said: Facts, names: Names, indent: str, part: str, statement: Statement | None = None) -> str:
        step, analysis = self._adoption(said, indent, statement) if statement is not None else ("", "")
        lines = [f"{indent}<meta>\n", self._identification(said, names, indent + "  ", part, True)]
        issued = said.issued or NO_DATE
        symbol = attribute(said.symbol or said.number)
        lines.append(f'{indent}  <publication name="{symbol}" showAs="{symbol}" date="{issued}" number="{symbol}"/>\n')
        lines += [step, analysis]
        references = "".join(
            f'{indent}    <{element} eId="{self.eid(key)}" href="{attribute(href)}" showAs="{attribute(shown)}"/>\n'
            for key, (element, href, shown) in sorted(self.used.items())
            if key not in self.eids
        )
        if references:
            lines.append(f'{indent}  <references source="#akn">\n{references}{indent}  </references>\n')
        lines.append(f"{indent}</meta>\n")
        return "".join(lines)

    def _identification(self, said: Facts, names: Names, indent: str, part: str, whole: bool) -> str:
        author = self.organ(said.organ)
        adopted, issued = said.adopted or NO_DATE, said.issued or said.adopted or NO_DATE
        work, expression, manifestation = (attribute(iri) for iri in names[:3])
        more = ""
        if whole:
            more = (
                f'{indent}    <FRBRsubtype value="{naming.SUBTYPES.get(self.document.kind, "deliberation")}"/>\n'
                f'{indent}    <FRBRnumber value="{attribute(names.number or "unnumbered")}" showAs="{attribute(names.shown or "unnumbered")}"/>\n'
                f'{indent}    <FRBRname value="{self.document.kind}"/>\n'
            )
        alias = (
            f'{indent}    <FRBRalias name="symbol" value="{attribute(said.symbol)}"/>\n'
            if whole and said.symbol
            else ""
        )
        return (
            f'{indent}<identification source="{self.ref("akn")}">\n'
            f"{indent}  <FRBRWork>\n"
            f'{indent}    <FRBRthis value="{work}/{part}"/>\n'
            f'{indent}    <FRBRuri value="{work}"/>\n{alias}'
            f'{indent}    <FRBRdate date="{adopted}" name="adoption"/>\n'
            f'{indent}    <FRBRauthor href="{author}" as="{self.ref("author")}"/>\n'
            f'{indent}    <FRBRcountry value="un"/>\n{more}'
            f"{indent}  </FRBRWork>\n"
            f"{indent}  <FRBRExpression>\n"
            f'{indent}    <FRBRthis value="{expression}/{part}"/>\n'
            f'{indent}    <FRBRuri value="{expression}"/>\n'
            f'{indent}    <FRBRdate date="{issued}" name="publication"/>\n'
            f'{indent}    <FRBRauthor href="{author}" as="{self.ref("issuer")}"/>\n'
            f'{indent}    <FRBRlanguage language="{self.document.language}"/>\n'
            f"{indent}  </FRBRExpression>\n"
            f"{indent}  <FRBRManifestation>\n"
            f'{indent}    <FRBRthis value="{expression}/{part}.xml"/>\n'
            f'{indent}    <FRBRuri value="{manifestation}"/>\n'
            f'{indent}    <FRBRdate date="{issued}" name="publication"/>\n'
            f'{indent}    <FRBRauthor href="#akn" as="{self.ref("editor")}"/>\n'
            f'{indent}    <FRBRformat value="xml"/>\n'
            f"{indent}  </FRBRManifestation>\n"
            f"{indent}</identification>\n"
        )

    def _adoption(self, said: Facts, indent: str, statement: Statement) -> tuple[str, str]:
        """The step of the workflow, and the analysis of the vote."""
        if self.document.kind.startswith("draft"):
            return "", ""
        adoption, adopted = self.ref("adoption"), self.ref("adopted")
        step = (
            f'{indent}  <workflow source="#akn">\n{indent}    <step date="{said.adopted or NO_DATE}" '
            f'by="{self.organ(said.organ)}" refersTo="{adoption}" outcome="{adopted}"/>\n{indent}  </workflow>\n'
        )
        counts = said.votes.split("-") if said.votes[:1].isdigit() else []
        if len(counts) != 3:
            return step, ""
        at = self.eid("voting_1" if "voting_1" not in self.eids else "voting_2")
        href = "#conclusions" if statement.conclusions and "conclusions" in self.eids else "#coverPage"
        rows = "".join(
            f'{indent}        <count eId="{self.eid(f"{at}__count_{i}")}" refersTo="{self.ref(name)}" value="{count}"/>\n'
            for i, (name, count) in enumerate(zip(("inFavour", "against", "abstaining"), counts, strict=True), 1)
        )
        where = f' href="{href}"' if href[1:] in self.eids else ""
        return step, (
            f'{indent}  <analysis source="#akn">\n{indent}    <parliamentary>\n'
            f'{indent}      <voting eId="{at}" refersTo="{adoption}" outcome="{adopted}"{where}>\n{rows}'
            f"{indent}      </voting>\n{indent}    </parliamentary>\n{indent}  </analysis>\n"
        )

    # --- parts of the page

    def _paragraphs(self, paragraphs: Sequence[Paragraph], indent: str) -> str:
        return "".join(f"{indent}<p>{self.inlines(p.content)}</p>\n" for p in paragraphs)

    def _cover(self, indent: str) -> str:
        if not self.document.masthead:
            return ""
        eid = self.eid("coverPage")
        return f'{indent}<coverPage eId="{eid}">\n{self._paragraphs(self.document.masthead, indent + "  ")}{indent}</coverPage>\n'

    def _preface(self, paragraphs: Sequence[Paragraph], indent: str, eid: str) -> str:
        if not paragraphs:
            return ""
        return f'{indent}<preface eId="{self.eid(eid)}">\n{self._paragraphs(paragraphs, indent + "  ")}{indent}</preface>\n'

    def _conclusions(self, paragraphs: Sequence[Paragraph], indent: str, prefix: str) -> str:
        if not paragraphs:
            return ""
        eid = self.eid(f"{prefix}conclusions")
        return (
            f'{indent}<conclusions eId="{eid}">\n{self._paragraphs(paragraphs, indent + "  ")}{indent}</conclusions>\n'
        )

    def _preamble(self, blocks: Sequence[Block], indent: str, prefix: str) -> str:
        if not blocks:
            return ""
        eid = self.eid(f"{prefix}preamble__1")
        place = _Place(f"{prefix}preamble__", {})
        inner = indent + "  "
        parts = [self._preamble_block(block, inner, place) for block in blocks]
        return f'{indent}<preamble eId="{eid}">\n{"".join(parts)}{indent}</preamble>\n'

    def _preamble_block(self, block: Block, indent: str, place: _Place) -> str:
        if isinstance(block, Formula):
            eid = self.eid(f"{place.prefix}formula_{place.count('formula')}")
            return (
                f'{indent}<formula name="enactingFormula" eId="{eid}"><p>{self.inlines(block.content)}</p></formula>\n'
            )
        eid = self.eid(f"{place.prefix}container_{place.count('container')}")
        content = block.content if isinstance(block, Preambular) else (block,)
        inner = self._flow(content, indent + "  ", _Place(f"{eid}__", {}))
        return f'{indent}<container name="{attribute(_phrase(content))}" eId="{eid}">\n{inner}{indent}</container>\n'

    def _body(self, blocks: Sequence[Block], indent: str, prefix: str) -> str:
        eid = self.eid(f"{prefix}body")
        inner = self._main(blocks, indent + "  ", _Place(prefix, {}))
        return f'{indent}<mainBody eId="{eid}">\n{inner or f"{indent}  <p/>" + chr(10)}{indent}</mainBody>\n'

    def _main(self, blocks: Sequence[Block], indent: str, place: _Place) -> str:
        """The content of `mainBody`: hierarchy and blocks may mix (schema type `maincontent`)."""
        parts: list[str] = []
        for block in blocks:
            if isinstance(block, Operative | Division):
                parts.append(self._hierarchy(block, indent, place))
            elif isinstance(block, Preambular | Formula):
                parts.append(self._body_container(block, indent, place))
            else:
                parts.append(self._flow((block,), indent, place))
        return "".join(parts)

    def _body_container(self, block: Preambular | Formula, indent: str, place: _Place) -> str:
        """`crossHeading` is not allowed in `mainBody` itself; a `container` is."""
        eid = self.eid(f"{place.prefix}container_{place.count('container')}")
        if isinstance(block, Formula):
            refers = self.ref("enactingFormula")
            return f'{indent}<container name="enactingFormula" eId="{eid}" refersTo="{refers}"><p>{self.inlines(block.content)}</p></container>\n'
        inner = self._flow(block.content, indent + "  ", _Place(f"{eid}__", {}))
        refers = self.ref("preamble")
        return f'{indent}<container name="{attribute(_phrase(block.content))}" eId="{eid}" refersTo="{refers}">\n{inner}{indent}</container>\n'

    # --- hierarchy

    def _hierarchy(self, block: Operative | Division, indent: str, place: _Place) -> str:
        if isinstance(block, Division):
            return self._division(block, indent, place)
        eid = self._numbered(place, "para", block.number)
        num = f"{indent}  <num>{escape(block.number.text)}</num>\n" if block.number is not None else ""
        inner = self._unit(block.content, indent + "  ", eid)
        return f'{indent}<paragraph eId="{eid}">\n{num}{inner}{indent}</paragraph>\n'

    def _division(self, block: Division, indent: str, place: _Place) -> str:
        name = naming.division_number(block.number.text, block.kind, self.document.language) if block.number else ""
        short = _DIVISIONS[block.kind]
        eid = self.eid(f"{place.prefix}{short}_{name or place.count(short)}")
        num = f"{indent}  <num>{escape(block.number.text)}</num>\n" if block.number is not None else ""
        heading = f"{indent}  <heading>{self.inlines(block.heading)}</heading>\n" if block.heading else ""
        inner = self._division_content(block.content, indent + "  ", _Place(f"{eid}__", {}))
        return f'{indent}<{block.kind} eId="{eid}">\n{num}{heading}{inner}{indent}</{block.kind}>\n'

    def _division_content(self, blocks: Sequence[Block], indent: str, place: _Place) -> str:
        """`intro`, then hierarchy, as the schema type `hierarchy` has it; only blocks are a `content`."""
        hierarchy = [i for i, b in enumerate(blocks) if isinstance(b, Operative | Division | Preambular | Formula)]
        if not hierarchy:
            inner = self._flow(blocks, indent + "  ", place)
            return (
                f'{indent}<content eId="{self.eid(f"{place.prefix}content")}">\n{inner}{indent}</content>\n'
                if inner
                else ""
            )
        parts: list[str] = []
        first = hierarchy[0]
        if first:
            inner = self._flow(blocks[:first], indent + "  ", place)
            parts.append(f'{indent}<intro eId="{self.eid(f"{place.prefix}intro")}">\n{inner}{indent}</intro>\n')
        for block in blocks[first:]:
            if isinstance(block, Operative | Division):
                parts.append(self._hierarchy(block, indent, place))
            elif isinstance(block, Preambular):
                parts += self._cross_headings(block, indent, place)
            elif isinstance(block, Formula):
                parts.append(self._cross_heading(block.content, self.ref("enactingFormula"), indent, place))
            else:
                parts.append(self._hierarchy(Operative(None, (block,)), indent, place))
        return "".join(parts)

    def _cross_heading(self, content: Inlines, refers: str, indent: str, place: _Place) -> str:
        eid = self.eid(f"{place.prefix}crossHeading_{place.count('crossHeading')}")
        return f'{indent}<crossHeading eId="{eid}" refersTo="{refers}">{self.inlines(content)}</crossHeading>\n'

    def _cross_headings(self, block: Preambular, indent: str, place: _Place) -> list[str]:
        refers = self.ref("preamble")
        if _has_only_words(block.content):
            return [self._cross_heading(line, refers, indent, place) for line in _lines_of(block.content)]
        eid = self._numbered(place, "para", None)
        inner = self._unit(block.content, indent + "  ", eid)
        return [f'{indent}<paragraph eId="{eid}" refersTo="{refers}">\n{inner}{indent}</paragraph>\n']

    def _unit(self, blocks: Sequence[Block], indent: str, eid: str) -> str:
        """The inside of a paragraph or point: a `content`, or one `list` with its `intro` and `wrapUp`."""
        place = _Place(f"{eid}__", {})
        lists = [b for b in blocks if isinstance(b, PointList)]
        if not lists or not all(isinstance(b, PointList | Paragraph) for b in blocks):
            if any(isinstance(b, Operative | Division | Preambular | Formula) for b in blocks):
                return self._division_content(blocks, indent, place)
            inner = self._flow(blocks, indent + "  ", place) or f"{indent}  <p/>\n"
            return f'{indent}<content eId="{self.eid(f"{eid}__content")}">\n{inner}{indent}</content>\n'
        if len(blocks) == 1:
            return self._list(lists[0], indent, place)
        first = next(i for i, b in enumerate(blocks) if isinstance(b, PointList))
        before = blocks[:first]
        intro = self._flow(before, indent + "  ", place)
        parts: list[str] = (
            [f'{indent}<intro eId="{self.eid(f"{eid}__intro")}">\n{intro}{indent}</intro>\n'] if before else []
        )
        tail: list[Block] = []
        for block in blocks[first:]:
            if isinstance(block, PointList) and not tail:
                parts.append(self._list(block, indent, place))
            else:
                tail.append(block)
        if tail:
            inner = self._flow(tail, indent + "  ", place)
            parts.append(f'{indent}<wrapUp eId="{self.eid(f"{eid}__wrapup")}">\n{inner}{indent}</wrapUp>\n')
        return "".join(parts)

    def _list(self, block: PointList, indent: str, place: _Place) -> str:
        eid = self.eid(f"{place.prefix}list_{place.count('list')}")
        inner = indent + "  "
        own = _Place(f"{eid}__", {})
        intro = ""
        if block.intro:
            intro = f'{inner}<intro eId="{self.eid(f"{eid}__intro")}"><p>{self.inlines(block.intro)}</p></intro>\n'
        points = "".join(self._point(point, inner, own) for point in block.points)
        wrap = ""
        if block.wrap_up:
            wrap = f'{inner}<wrapUp eId="{self.eid(f"{eid}__wrapup")}"><p>{self.inlines(block.wrap_up)}</p></wrapUp>\n'
        return f'{indent}<list eId="{eid}">\n{intro}{points}{wrap}{indent}</list>\n'

    def _point(self, point: Point, indent: str, place: _Place) -> str:
        eid = self._numbered(place, "point", point.number)
        num = f"{indent}  <num>{escape(point.number.text)}</num>\n" if point.number is not None else ""
        return f'{indent}<point eId="{eid}">\n{num}{self._unit(point.content, indent + "  ", eid)}{indent}</point>\n'

    # --- blocks

    def _flow(self, blocks: Sequence[Block], indent: str, place: _Place) -> str:
        """Blocks where the schema wants block elements: `p`, `blockList`, `table`."""
        parts: list[str] = []
        for block in blocks:
            if isinstance(block, Paragraph | Formula):
                parts.append(f"{indent}<p>{self.inlines(block.content)}</p>\n")
            elif isinstance(block, PointList):
                parts.append(self._block_list(block, indent, place))
            elif isinstance(block, Table):
                parts.append(self._table(block, indent, place))
            elif isinstance(block, Embedded):
                parts.append(f"{indent}<p>{self._embedded(block)}</p>\n")
            elif isinstance(block, Preambular):
                parts.append(self._flow(block.content, indent, place))
            elif isinstance(block, Operative | Division):
                number = (Run(block.number.text + " "),) if block.number is not None else ()
                heading = block.heading if isinstance(block, Division) else ()
                if number or heading:
                    parts.append(f"{indent}<p>{self.inlines((*number, *heading))}</p>\n")
                parts.append(self._flow(block.content, indent, place))
            else:
                assert_never(block)
        return "".join(parts)

    def _block_list(self, block: PointList, indent: str, place: _Place) -> str:
        eid = self.eid(f"{place.prefix}list_{place.count('list')}")
        inner = indent + "  "
        intro = f"{inner}<listIntroduction>{self.inlines(block.intro)}</listIntroduction>\n" if block.intro else ""
        wrap = f"{inner}<listWrapUp>{self.inlines(block.wrap_up)}</listWrapUp>\n" if block.wrap_up else ""
        own = _Place(f"{eid}__", {})
        items = "".join(self._item(point, inner, own) for point in block.points)
        return f'{indent}<blockList eId="{eid}">\n{intro}{items}{wrap}{indent}</blockList>\n'

    def _item(self, point: Point, indent: str, place: _Place) -> str:
        eid = self._numbered(place, "item", point.number)
        num = f"{indent}  <num>{escape(point.number.text)}</num>\n" if point.number is not None else ""
        inner = self._flow(point.content, indent + "  ", _Place(f"{eid}__", {})) or f"{indent}  <p/>\n"
        return f'{indent}<item eId="{eid}">\n{num}{inner}{indent}</item>\n'

    def _table(self, table: Table, indent: str, place: _Place) -> str:
        self.tables += 1
        eid = self.eid(f"{place.prefix}table_{place.count('table')}")
        rows: list[str] = []
        for row in table.rows:
            cells = []
            for cell in row:
                tag = "th" if cell.header else "td"
                span = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + (
                    f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
                )
                cells.append(f"<{tag}{span}><p>{self.inlines(cell.content)}</p></{tag}>")
            rows.append(f"{indent}  <tr>{''.join(cells) or '<td><p></p></td>'}</tr>\n")
        return f'{indent}<table eId="{eid}">\n{"".join(rows)}{indent}</table>\n'

    # --- annexes

    def _annexes(self, annexes: Sequence[Annex], indent: str) -> str:
        if not annexes:
            return ""
        parts = "".join(self._attachment(annex, indent + "  ") for annex in annexes)
        return f"{indent}<attachments>\n{parts}{indent}</attachments>\n"

    def _attachment(self, annex: Annex, indent: str) -> str:
        self.attached += 1
        eid = self.eid(f"att_{self.attached}")
        heading = f"{indent}  <heading>{self.inlines(annex.heading)}</heading>\n" if annex.heading else ""
        inner = self._annex(annex, indent + "  ", eid, f"!annex_{self.attached}")
        return f'{indent}<attachment eId="{eid}">\n{heading}{inner}{indent}</attachment>\n'

    def _annex(self, annex: Annex, indent: str, eid: str, part: str) -> str:
        assert self.facts is not None
        assert self.names is not None
        inner = indent + "  "
        identification = self._identification(self.facts, self.names, inner + "  ", part, False)
        preface = (
            f"{inner}<preface>\n{self._paragraphs(annex.preface, inner + '  ')}{inner}</preface>\n"
            if annex.preface
            else ""
        )
        place = _Place(f"{eid}__", {})
        preamble = ""
        if annex.preamble:
            parts = [
                self._preamble_block(block, inner + "  ", _Place(f"{eid}__preamble__", place.counts))
                for block in annex.preamble
            ]
            preamble = f"{inner}<preamble>\n{''.join(parts)}{inner}</preamble>\n"
        body = self._main(annex.body, inner + "  ", place) or f"{inner}  <p/>\n"
        more = self._annexes(annex.annexes, inner)
        return (
            f'{indent}<doc name="{annex.kind}" contains="originalVersion">\n{inner}<meta>\n{identification}{inner}</meta>\n'
            f"{preface}{preamble}{inner}<mainBody>\n{body}{inner}</mainBody>\n{more}{indent}</doc>\n"
        )

    def _embedded(self, block: Embedded) -> str:
        self.embedded += 1
        index = self.embedded
        component = self.eid(f"cmp_{index}")
        shown = words_of(block.document.heading) or words_of(
            block.document.preface[0].content if block.document.preface else ()
        )
        heading = (
            f"        <heading>{self.inlines(block.document.heading)}</heading>\n" if block.document.heading else ""
        )
        place = len(self.components)
        self.components.append("")
        inner = self._annex(block.document, "        ", component, f"!{block.document.kind}_{index}")
        self.components[place] = f'      <component eId="{component}">\n{heading}{inner}      </component>\n'
        return (
            f'<embeddedStructure eId="{self.eid(f"es_{index}")}"><documentRef eId="{self.eid(f"dref_{index}")}" '
            f'href="#{component}" showAs="{attribute(shown or block.document.kind)}"/></embeddedStructure>'
        )

    # --- inline

    def inlines(self, content: Inlines) -> str:
        if len(content) == 1 and isinstance(content[0], Run):
            return escape(content[0].text)
        return "".join([self._inline(inline) for inline in content])

    def _inline(self, inline: Inline) -> str:
        if isinstance(inline, Run):
            return escape(inline.text)
        if isinstance(inline, Reference):
            return self._reference(inline)
        if isinstance(inline, DateMention):
            return f'<date date="{inline.iso}">{self.inlines(inline.content)}</date>'
        if isinstance(inline, Styled):
            return f"<{inline.style}>{self.inlines(inline.content)}</{inline.style}>"
        if isinstance(inline, Note):
            return self._note(inline)
        if isinstance(inline, NoteAgain):
            return self._note_again(inline)
        if isinstance(inline, Role):
            return self._role(inline)
        if isinstance(inline, LineBreak):
            return "<eol/>"
        if isinstance(inline, Image):
            return f'<img src="{attribute(inline.src)}" alt="{attribute(inline.alt or inline.src)}"/>'
        assert_never(inline)

    def _reference(self, inline: Reference) -> str:
        inner = self.inlines(inline.content)
        if self.links == "undocs":
            return f'<a href="{attribute(_undocs(inline, self.document))}">{inner}</a>'
        return f'<ref href="{attribute(inline.href)}">{inner}</ref>'

    def _note(self, note: Note) -> str:
        self.total_notes += 1
        number = self.total_notes
        self.notes[note.key] = number
        eid = self.eid(f"fn_{number}")
        body = "".join(
            f"<p>{self.inlines(b.content)}</p>"
            if isinstance(b, Paragraph)
            else self._flow((b,), "", _Place(f"{eid}__", {}))
            for b in note.body
        )
        marker = marker_text(note.marker)
        if not marker:
            return f'<authorialNote eId="{eid}" placement="bottom">{body or "<p/>"}</authorialNote>'
        return f'<sup><authorialNote eId="{eid}" marker="{attribute(marker)}" placement="bottom">{body or "<p/>"}</authorialNote></sup>'

    def _note_again(self, note: NoteAgain) -> str:
        number = self.notes.get(note.key)
        target = f"#fn_{number}" if number else self.ref("missingNote")
        return f'<sup><noteRef href="{target}" marker="{attribute(marker_text(note.marker))}"/></sup>'

    def _role(self, role: Role) -> str:
        inner = self.inlines(role.content)
        name, value = role.name, attribute(role.value)
        if name == "publisher":
            return f'<docAuthority refersTo="{self.ref("publisher")}">{inner}</docAuthority>'
        if name == "symbol":
            return f'<docNumber refersTo="{self.ref("symbol")}">{inner}</docNumber>'
        if name == "organ":
            return f'<docAuthority refersTo="{self.organ(role.value)}">{inner}</docAuthority>'
        if name == "distribution":
            return f'<docStatus refersTo="{self.ref("distribution")}">{inner}</docStatus>'
        if name == "issued":
            return f'<docDate date="{value or NO_DATE}" refersTo="{self.ref("dateOfIssuance")}">{inner}</docDate>'
        if name == "adopted":
            return f'<docDate date="{value or NO_DATE}" refersTo="{self.ref("adoption")}">{inner}</docDate>'
        if name == "session":
            return f'<session value="{value}">{inner}</session>'
        if name == "doc title":
            return f"<docTitle>{inner}</docTitle>"
        if name == "doc type":
            return f"<docType>{inner}</docType>"
        if name == "committee":
            return self._committee(role, inner)
        if name == "number":
            return f"<docNumber>{inner}</docNumber>"
        if name == "meeting":
            return f'<location refersTo="{self._meeting(role)}">{inner}</location>'
        if name == "event":
            return f'<event refersTo="{self.ref("adoption")}">{inner}</event>'
        return f'<inline name="{name}">{inner}</inline>'

    def _committee(self, role: Role, inner: str) -> str:
        if not role.value:
            return f'<inline name="committee">{inner}</inline>'
        refers = self.ref(
            role.value, "TLCOrganization", f"/akn/ontology/organization/un/{role.value}", words_of(role.content)
        )
        return f'<docCommittee refersTo="{refers}">{inner}</docCommittee>'

    def _meeting(self, role: Role) -> str:
        words = words_of(role.content)
        digits = "".join(c for c in fold(words) if c.isdigit())
        organ = self.document.organ or "un"
        key = "plenaryMeeting" if "plenaryMeeting" not in self.used else "meeting"
        known = self.used.get("plenaryMeeting")
        href = f"/akn/ontology/location/un/{organ}-meeting-{digits or 'unnumbered'}"
        if known and known[1] == href:
            return "#plenaryMeeting"
        return self.ref(key, "TLCLocation", href, words)


def _letters(index: int) -> str:
    """The letter of a part without one of its own: A to Z, then P27."""
    return chr(64 + index) if index <= 26 else f"P{index}"


def _phrase(blocks: Sequence[Block]) -> str:
    """The opening phrase of a preambular paragraph: the name of its container."""
    for block in blocks:
        content = block.intro if isinstance(block, PointList) else block.content if isinstance(block, Paragraph) else ()
        if content and isinstance(content[0], Styled):
            return " ".join(words_of(content[0].content).split()) or "preambular"
        if words := words_of(content).split():
            return words[0].strip(" ,;:.") or "preambular"
    return "preambular"


def _has_only_words(blocks: Sequence[Block]) -> bool:
    """Whether nothing in a preambular paragraph needs more than inline content: no table, no embedded document."""
    return all(
        isinstance(block, Paragraph)
        or (isinstance(block, PointList) and all(_has_only_words(point.content) for point in block.points))
        for block in blocks
    )


def _lines_of(blocks: Sequence[Block]) -> list[Inlines]:
    """The paragraphs of a preambular paragraph one by one, for where only inline content may stand."""
    lines: list[Inlines] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block.content)
        elif isinstance(block, PointList):
            if block.intro:
                lines.append(block.intro)
            for point in block.points:
                inner = _lines_of(point.content)
                number: Inlines = (
                    (Run(point.number.text + " ", point.number.pieces),) if point.number is not None else ()
                )
                lines.append((*number, *(inner[0] if inner else ())))
                lines += inner[1:]
            if block.wrap_up:
                lines.append(block.wrap_up)
    return lines


def _undocs(inline: Reference, document: Document) -> str:
    """The address at undocs.org of what a reference cites."""
    iso = {"ara": "ar", "eng": "en", "fra": "fr", "rus": "ru", "spa": "es", "zho": "zh"}.get(document.language, "en")
    *_, actor, number = inline.href.split("/")
    words = words_of(inline.content).strip()
    symbol = words if "/" in words and words[0].isupper() and " " not in words.split("/")[0] else ""
    if not symbol:
        row = organs().get(actor)
        plain = number.replace("_", " ").replace("-", "/", 1)
        symbol = (row.resolution if row else "A/RES/{number}").replace("{number}", plain)
    return f"https://undocs.org/{iso}/{symbol.replace(' ', '%20')}"
