"""What a reader accepts of one file before it gives up: bytes, pages, time."""

from __future__ import annotations

from time import monotonic
from typing import NamedTuple

from akn.errors import UnreadableInput


class Limits(NamedTuple):
    """Bounds on one source; the command line raises each with a flag."""

    size: int = 100_000_000
    """Bytes of the file. Flag: `--max-size`."""
    unpacked: int = 300_000_000
    """Bytes of a zip file's parts together, unpacked. Flag: `--max-unpacked`."""
    pages: int = 3_000
    """Pages of a PDF. Flag: `--max-pages`."""
    seconds: float = 120.0
    """Time to read one file, in seconds. Flag: `--max-seconds`."""


DEFAULT = Limits()


def check_size(name: str, data: bytes, limits: Limits) -> None:
    """Raises `UnreadableInput` for a file that is empty, or larger than the limits allow."""
    if not data:
        raise UnreadableInput("the file is empty", name)
    if len(data) > limits.size:
        raise UnreadableInput(
            f"the file has {len(data):,} bytes; the limit is {limits.size:,}", name, "Raise it with --max-size BYTES."
        )


class Clock:
    """The time that is left for one file."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._seconds = limits.seconds
        self._end = monotonic() + limits.seconds

    def check(self) -> None:
        """Raises `UnreadableInput` when the time is over."""
        if monotonic() > self._end:
            raise UnreadableInput(
                f"reading took longer than {self._seconds:g} seconds",
                self._name,
                "Raise the limit with --max-seconds SECONDS.",
            )
