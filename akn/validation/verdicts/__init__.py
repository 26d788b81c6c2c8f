"""What the parser, the schema and the user's own files say: one page for each code of the layers 1 and 2.

The modules are pages only; `akn.xml`, `akn.validation.schema` and `akn.validation.schematron` give these verdicts.
"""

from __future__ import annotations

VERDICTS: tuple[tuple[str, str], ...] = (
    ("AKN001", "not_well_formed"),
    ("AKN002", "document_type_declaration"),
    ("AKN003", "encoding"),
    ("AKN004", "too_large"),
    ("AKN005", "too_deep"),
    ("AKN006", "useless_suppression"),
    ("AKN007", "rule_failed"),
    ("AKN101", "element_not_expected"),
    ("AKN102", "content_incomplete"),
    ("AKN103", "attribute_not_allowed"),
    ("AKN104", "attribute_missing"),
    ("AKN105", "value_not_allowed"),
    ("AKN106", "text_not_allowed"),
    ("AKN107", "key_not_unique"),
    ("AKN108", "foreign_element"),
    ("AKN109", "schema"),
    ("AKN110", "no_document"),
    ("AKN111", "draft_namespace"),
    ("AKN112", "national_dialect"),
    ("AKN113", "other_vocabulary"),
    ("AKN120", "own_schematron"),
)
"""Code and module, in the order of the codes."""
