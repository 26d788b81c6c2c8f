"""Inline content as XML: references, dates, roles, and footnotes where their markers stand."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import assert_never

from akn.fold import fold
from akn.model import (
    Block,
    DateMention,
    Document,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Note,
    NoteAgain,
    Paragraph,
    Reference,
    Role,
    Styled,
)
from akn.naming import NO_DATE, words_of
from akn.source import Run
from akn.vocabulary import organs
from akn.writers.akn.register import Place, Register, attribute, escape

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class InlineWriter(Register, ABC):
    """Writes inline content; the blocks inside a footnote are for the layer above."""

    def __init__(self, document: Document, links: str) -> None:
        super().__init__(document)
        self.links = links
        self.notes: dict[str, int] = {}
        """The number of each footnote that was written, by its key."""
        self.total_notes = 0

    @abstractmethod
    def flow(self, blocks: Sequence[Block], indent: str, place: Place) -> str:
        """Blocks where the schema wants block elements."""

    def inlines(self, content: Inlines) -> str:
        """Inline content, in order."""
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
            else self.flow((b,), "", Place(f"{eid}__", {}))
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
        return self.ref(key, "TLCLocation", href, words.strip(" ,."))


def marker_text(marker: Run) -> str:
    """The marker of a footnote as its attribute has it: raised digits become plain ones."""
    return marker.text.translate(_RAISED).strip()


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
