"""United Nations resolutions as Akoma Ntoso: convert, and back to text without loss.

    >>> import akn
    >>> conversion = akn.convert("fixtures/seeds/003_f730982b1d88a241.txt")
    >>> conversion.document.statements[0].body[0].number.text
    '1.'

`convert` gives a `Conversion`: XML, tree, document model, ledger, warnings. `parse`, `to_xml`, `from_xml` and
`to_text` are its parts. Every error for a person is an `AknError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from akn.errors import AknError, Leak, MissingExtra, UnreadableInput, WrongUse

if TYPE_CHECKING:
    from akn.api import Conversion, Parsed, convert, from_xml, parse, to_text, to_xml
    from akn.findings import Finding
    from akn.model import Document
    from akn.validation import validate

__version__ = "0.1.0"

_LAZY = {
    "Conversion": "akn.api",
    "Parsed": "akn.api",
    "convert": "akn.api",
    "from_xml": "akn.api",
    "parse": "akn.api",
    "to_text": "akn.api",
    "to_xml": "akn.api",
    "Finding": "akn.findings",
    "Document": "akn.model",
    "validate": "akn.validation",
}
"""Public names and their modules: imported on first use, so that a command pays only for what it needs."""


def __getattr__(name: str) -> object:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'akn' has no attribute {name!r}")


__all__ = [
    "AknError",
    "Conversion",
    "Document",
    "Finding",
    "Leak",
    "MissingExtra",
    "Parsed",
    "UnreadableInput",
    "WrongUse",
    "__version__",
    "convert",
    "from_xml",
    "parse",
    "to_text",
    "to_xml",
    "validate",
]
