"""The options that say how a source is read, shared by the commands that read one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from akn.readers import READERS
from akn.readers.limits import DEFAULT

if TYPE_CHECKING:
    from akn.readers import Options

Command = TypeVar("Command", bound=Callable[..., Any])

_FORMATS = sorted([*(reader.name for reader in READERS), "markdown"])
_NAMES = ("from_", "language", "changes", "max_size", "max_unpacked", "max_pages", "max_seconds")


def reading_options(command: Command) -> Command:
    """Adds the options to a command; `options_of` takes what they gave."""
    from akn.vocabulary import languages

    for option in reversed(
        (
            click.option(
                "--from",
                "from_",
                type=click.Choice(_FORMATS),
                help="Format of the source; found by its content without it.",
            ),
            click.option(
                "--language",
                type=click.Choice(languages()),
                help="Language of the source; found from its words without it.",
            ),
            click.option(
                "--changes",
                type=click.Choice(["accept", "reject"]),
                default="accept",
                show_default=True,
                help="Tracked changes of a DOCX: as they end, or as it was before.",
            ),
            click.option(
                "--max-size",
                type=click.IntRange(1),
                default=DEFAULT.size,
                show_default=True,
                metavar="BYTES",
                help="Largest file that is read.",
            ),
            click.option(
                "--max-unpacked",
                type=click.IntRange(1),
                default=DEFAULT.unpacked,
                show_default=True,
                metavar="BYTES",
                help="Largest content of a DOCX, unpacked.",
            ),
            click.option(
                "--max-pages",
                type=click.IntRange(1),
                default=DEFAULT.pages,
                show_default=True,
                metavar="NUMBER",
                help="Most pages of a PDF.",
            ),
            click.option(
                "--max-seconds",
                type=click.FloatRange(0, min_open=True),
                default=DEFAULT.seconds,
                show_default=True,
                metavar="SECONDS",
                help="Longest time to read a PDF, DOCX or HTML file.",
            ),
        )
    ):
        command = option(command)
    return command


def options_of(values: dict[str, Any]) -> Options:
    """What the options say; takes them out of the arguments of a command."""
    from akn.readers import Limits, Options

    from_, language, changes, size, unpacked, pages, seconds = (values.pop(name) for name in _NAMES)
    return Options(language or "", from_ or "", Limits(size, unpacked, pages, seconds), changes)
