"""The document keeps the rules of the Schematron files that were given with it.

The message is that of the `assert` or `report` in the file. Its `role` (or `@severity`) gives the weight: `warning`, `info`,
and everything else an error. Its `id` stands behind the message.

Source: ISO/IEC 19757-3, “Schematron”; the file of the user.
"""

from __future__ import annotations

CODE = "AKN120"
NAME = "own-schematron"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
