"""The chains of steps that the commands and programs call: a few lines each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from akn.errors import Leak, UnreadableInput
from akn.findings import Finding
from akn.ledger import Ledger, account
from akn.model import Document

if TYPE_CHECKING:
    from lxml import etree

    from akn.source import Source
