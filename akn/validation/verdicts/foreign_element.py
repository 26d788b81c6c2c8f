"""Elements of other vocabularies stand where the schema admits them.

The schema admits other namespaces in `proprietary`, `presentation`, `preservation` and `foreign`, and lets nothing of
them be judged, but an element there that claims to be of Akoma Ntoso must exist.

Source: XML Schema Part 1, “Item Valid (Wildcard)”; the wildcards of the OASIS schema.
"""

from __future__ import annotations

CODE = "AKN108"
NAME = "foreign-element"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
