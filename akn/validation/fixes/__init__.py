"""What `--fix` may change: a table of fixes, each a module with `edits(page) -> list of changes of the file's text`.

A fix changes the file's characters at certain places and nothing else, so that layout, comments and attributes' order
stay. `akn.validation.fix` applies them and proves that the words are untouched and that valid stays valid.
"""

from __future__ import annotations

FIXES = ("blank_nums", "slashes", "empty_elements", "eids", "declarations")
"""In the order in which they are applied; each sees what the ones before it made."""
