"""What can go wrong at the edges: input that cannot be read, an extra that is not installed, a result that lost text.

Whatever is odd about a *document* is a `Finding` (see `akn.findings`), not an exception.
"""

from __future__ import annotations


class AknError(Exception):
    """A message for a person: where, what, and what to do about it.

    `message` says what is wrong, `place` is `file`, `file:line` or `file:line:column` (empty when there is
    none), `remedy` is a sentence that says what to do (empty when nothing can be done).
    """

    exit_code = 2

    def __init__(self, message: str, place: str = "", remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        text = f"{self.place}: {self.message}" if self.place else self.message
        return f"{text}\n  {self.remedy}" if self.remedy else text


class UnreadableInput(AknError):
    """The input is not what it should be: no such file, not text, not XML, too large, no resolution in it."""


class WrongUse(AknError):
    """The request makes no sense: two outputs for one file, an unknown rule code, a broken configuration."""


class MissingExtra(AknError):
    """A format needs a package that is not installed; the remedy is the command that installs it."""


class Leak(AknError):
    """The proof that nothing is lost or invented failed: a defect of akn. No file is written."""
