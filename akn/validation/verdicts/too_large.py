"""The file has at most 128 MiB, and no text or attribute has more than 10 million characters.

The longest document of the United Nations has a hundredth of that. A file beyond it is a mistake or an attack, and is
refused before it is read into memory.

Source: the limits of this validator and of its parser, libxml2 (`XML_MAX_TEXT_LENGTH`).
"""

from __future__ import annotations

CODE = "AKN004"
NAME = "too-large"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
