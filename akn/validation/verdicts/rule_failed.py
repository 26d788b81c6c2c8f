"""Every rule could judge the document.

A rule that stops with a mistake of its own says nothing about the document. The others are applied all the same. It is
a defect of this validator: please report it with the file.

Source: this validator.
"""

from __future__ import annotations

CODE = "AKN007"
NAME = "rule-failed"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
