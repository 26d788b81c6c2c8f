"""Whole documents as XML: statements, publications, annexes, endorsed documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from akn import naming
from akn.model import Annex, Block, Document, Embedded, Paragraph, Statement
from akn.naming import Facts, Names, words_of
from akn.writers.akn import metadata
from akn.writers.akn.hierarchy import HierarchyWriter
from akn.writers.akn.register import Place, attribute

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


class DocumentWriter(HierarchyWriter):
    """Writes one document."""

    def __init__(self, document: Document, links: str) -> None:
        super().__init__(document, links)
        self.components: list[str] = []
        self.embedded_count = 0
        self.attached = 0
        self.facts: Facts | None = None
        self.names: Names | None = None

    def root(self, publication: bool) -> str:
        """The whole file: a `documentCollection` if it is a publication, a `statement` if not."""
        first = self.document.statements[0]
        body = self._collection() if publication else self._statement(first, "  ", naming.letter_of(first), False)
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<akomaNtoso xmlns="{NAMESPACE}" xmlns:akn4un="http://un.org/akn4un">\n{body}</akomaNtoso>\n'
        )

    def _collection(self) -> str:
        document = self.document
        several = len(document.statements) > 1
        said = naming.facts(
            document, replace(document.statements[0], preface=()) if several else document.statements[0]
        )
        names = naming.names(document, said)
        cover = self._cover("    ")
        preface = self._preface(document.preface, "    ", "preface")
        refs: list[str] = []
        parts: list[str] = []
        outer = self.used
        for index, statement in enumerate(document.statements, 1):
            self.used = {}
            number = naming.number_of(statement)
            part = naming.letter_of(statement) or (_letters(index) if several and not number else "")
            component = self.eid(f"cmp_{index}")
            refs.append(
                f'      <component eId="{self.eid(f"cmpref_{index}")}">'
                f'<documentRef eId="{self.eid(f"dref_c{index}")}" href="#{component}" showAs="{attribute(part or number or names.shown or "1")}"/></component>\n'
            )
            inner = self._statement(statement, "        ", part, True, f"{component}__" if several else "")
            parts.append(f'      <component eId="{component}">\n{inner}      </component>\n')
        self.used = outer
        meta = metadata.meta(self, said, names, "    ", "!main")
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
        named = f"!{document.kind}_1" if within and not prefix else "!main"  # the publication itself is `!main`
        meta = metadata.meta(self, said, names, inner, named, statement)
        return (
            f'{indent}<statement name="{document.kind}" contains="originalVersion">\n'
            f"{meta}{cover}{preface}{preamble}{body}{closing}{annexes}{components}{indent}</statement>\n"
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
        place = Place(f"{prefix}preamble__", {})
        inner = indent + "  "
        parts = [self.preamble_block(block, inner, place) for block in blocks]
        return f'{indent}<preamble eId="{eid}">\n{"".join(parts)}{indent}</preamble>\n'

    def _body(self, blocks: Sequence[Block], indent: str, prefix: str) -> str:
        eid = self.eid(f"{prefix}body")
        inner = self.main(blocks, indent + "  ", Place(prefix, {}))
        return f'{indent}<mainBody eId="{eid}">\n{inner or f"{indent}  <p/>" + chr(10)}{indent}</mainBody>\n'

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
        identification = metadata.identification(self, self.facts, self.names, inner + "  ", part, False)
        preface = (
            f"{inner}<preface>\n{self._paragraphs(annex.preface, inner + '  ')}{inner}</preface>\n"
            if annex.preface
            else ""
        )
        place = Place(f"{eid}__", {})
        preamble = ""
        if annex.preamble:
            parts = [
                self.preamble_block(block, inner + "  ", Place(f"{eid}__preamble__", place.counts))
                for block in annex.preamble
            ]
            preamble = f"{inner}<preamble>\n{''.join(parts)}{inner}</preamble>\n"
        body = self.main(annex.body, inner + "  ", place) or f"{inner}  <p/>\n"
        more = self._annexes(annex.annexes, inner)
        return (
            f'{indent}<doc name="{annex.kind}" contains="originalVersion">\n{inner}<meta>\n{identification}{inner}</meta>\n'
            f"{preface}{preamble}{inner}<mainBody>\n{body}{inner}</mainBody>\n{more}{indent}</doc>\n"
        )

    def embedded(self, block: Embedded) -> str:
        """The document goes to `components`; an `embeddedStructure` stands for it where it was."""
        self.embedded_count += 1
        index = self.embedded_count
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


def _letters(index: int) -> str:
    """The letter of a part without one of its own: A to Z, then P27."""
    return chr(64 + index) if index <= 26 else f"P{index}"
