"""The table of rules: which there are, in the order in which they are applied.

A rule is a module of this package; it is imported when it is first applied. A row may name elements that the rule is
about: in a document that has none of them the rule is neither imported nor applied. To add a rule, write the module
and a row.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from akn.validation.rule import Rule


class Row(NamedTuple):
    """One rule: its code, its module, and the elements without which it has nothing to say (empty: none)."""

    code: str
    module: str
    elements: tuple[str, ...] = ()


RULES: tuple[Row, ...] = (
    Row("AKN201", "document_type"),
    Row("AKN202", "document_name"),
    Row("AKN203", "work_iri_form"),
    Row("AKN204", "un_country"),
    Row("AKN205", "symbol_alias", ("docNumber",)),
    Row("AKN206", "references_missing"),
    Row("AKN207", "publication_missing"),
    Row("AKN208", "frbr_details"),
    Row("AKN210", "basic_structures"),
    Row("AKN211", "enacting_formula_name", ("preamble",)),
    Row("AKN212", "enacting_formula_missing", ("preamble",)),
    Row("AKN213", "preambular_container", ("preamble",)),
    Row("AKN214", "container_name", ("preamble",)),
    Row("AKN215", "container_name_printed", ("preamble",)),
    Row(
        "AKN216",
        "operative_paragraph",
        (
            "article",
            "clause",
            "rule",
            "hcontainer",
            "alinea",
            "level",
            "proviso",
            "subrule",
            "subclause",
            "book",
            "tome",
        ),
    ),
    Row("AKN217", "opening_phrase", ("preamble",)),
    Row("AKN218", "number_in_text", ("paragraph", "point", "item")),
    Row("AKN220", "placeholder_date"),
    Row("AKN221", "unknown_date"),
    Row("AKN222", "symbol_reference", ("coverPage",)),
    Row("AKN223", "session_value", ("session",)),
    Row("AKN224", "date_role", ("docDate",)),
    Row("AKN225", "adoption_event", ("conclusions",)),
    Row("AKN226", "annex_in_body", ("section", "part", "division", "chapter", "title", "hcontainer")),
    Row("AKN227", "annex_heading", ("attachment",)),
    Row("AKN230", "heading_as_paragraph", ("paragraph", "subparagraph", "point")),
    Row("AKN231", "section_heading", ("subheading",)),
    Row("AKN232", "sublist_beside_point", ("sublist", "list")),
    Row("AKN233", "point_in_list", ("point",)),
    Row("AKN235", "note_placement", ("authorialNote",)),
    Row("AKN236", "note_marker", ("authorialNote",)),
    Row("AKN237", "note_in_sup", ("authorialNote",)),
    Row("AKN240", "presentation_markup", ("span", "inline")),
    Row("AKN242", "language_code"),
    Row("AKN245", "ontology_iri"),
    Row("AKN301", "duplicate_eid"),
    Row("AKN302", "eid_form"),
    Row("AKN303", "eid_prefix"),
    Row("AKN304", "eid_number", ("num",)),
    Row("AKN305", "eid_position"),
    Row("AKN306", "redundant_wid"),
    Row("AKN310", "iri_levels"),
    Row("AKN311", "iri_this"),
    Row("AKN312", "iri_slash"),
    Row("AKN313", "iri_number"),
    Row("AKN314", "iri_date"),
    Row("AKN315", "iri_language"),
    Row("AKN316", "iri_author"),
    Row("AKN317", "iri_subtype"),
    Row("AKN318", "iri_country"),
    Row("AKN319", "component_iri", ("attachment", "component")),
    Row("AKN320", "undeclared_reference"),
    Row("AKN321", "missing_hash"),
    Row("AKN322", "unused_declaration"),
    Row("AKN323", "words_as_reference"),
    Row("AKN330", "note_order", ("authorialNote",)),
    Row("AKN331", "repeated_marker", ("authorialNote",)),
    Row("AKN332", "unmatched_marker", ("sup",)),
    Row("AKN333", "note_reference", ("noteRef",)),
    Row("AKN340", "paragraph_numbering", ("paragraph",)),
    Row("AKN341", "point_numbering", ("list", "sublist", "blockList")),
    Row(
        "AKN342",
        "section_numbering",
        ("part", "section", "division", "chapter", "title", "subsection", "subpart", "subdivision", "article"),
    ),
    Row("AKN350", "date_order"),
    Row("AKN351", "date_words", ("docDate", "date")),
    Row("AKN352", "metadata_dates", ("docDate",)),
    Row("AKN353", "publication_agrees", ("publication",)),
    Row("AKN360", "language_words"),
    Row("AKN361", "xml_lang"),
    Row("AKN370", "empty_element"),
    Row("AKN371", "blank_in_num", ("num",)),
    Row("AKN372", "stray_tab"),
    Row("AKN373", "blank_in_iri"),
    Row("AKN380", "component_reference", ("documentRef", "componentRef")),
    Row("AKN381", "component_unlisted", ("components",)),
    Row("AKN385", "vote_count", ("count",)),
    Row("AKN386", "session_number", ("session",)),
    Row("AKN387", "symbol_agrees"),
    Row("AKN388", "image_source", ("img",)),
    Row("AKN389", "image_alt", ("img",)),
)


def load(row: Row) -> Rule:
    """The module of a row."""
    rule: Rule = import_module(f"{__name__}.{row.module}")
    return rule
