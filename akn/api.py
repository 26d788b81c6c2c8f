"""The chains of steps that the commands and programs call: a few lines each."""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from akn import naming, parse as grammar
from akn.blocks import Reading
from akn.errors import Leak, UnreadableInput
from akn.findings import Finding
from akn.ledger import Ledger, account
from akn.model import Document
from akn.source import Run, Source
from akn.writers import akn as xml_writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

Form = Literal["statement", "publication"]


@dataclass(frozen=True, slots=True)
class Conversion:
    """A conversion whose proofs have held: nothing lost, nothing invented, valid."""

    source: Source
    document: Document
    xml: bytes
    tree: etree._ElementTree
    ledger: Ledger
    warnings: tuple[Finding, ...]
