"""Elements are nested at most 256 deep.

The deepest documents have about 30 levels. Thousands of levels exhaust the memory of programs that read the file, and
are refused by the parser.

Source: the limit of the parser, libxml2 (`xmlParserMaxDepth`).
"""

from __future__ import annotations

CODE = "AKN005"
NAME = "too-deep"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
