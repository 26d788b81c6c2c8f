"""`akn inspect`: what a stage of the conversion saw, one fact a line with its place in the source."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from akn import files
from akn.commands.reading import options_of, reading_options

if TYPE_CHECKING:
    from akn.readers import Options


@click.command("inspect")
@click.argument("source", metavar="SOURCE")
@click.option(
    "--stage",
    type=click.Choice(["lines", "blocks", "document"]),
    default="document",
    show_default=True,
    help="Printed lines, paragraphs of the page, or the resolution.",
)
@reading_options
def command(source: str, stage: str, **reading: object) -> None:
    """Show what a stage of the conversion saw, one fact a line with line and column."""
    name, data = files.read(source)
    for line in _outline(name, data, stage, options_of(reading)):
        sys.stdout.write(line + "\n")


def _outline(name: str, data: bytes, stage: str, options: Options) -> Iterator[str]:
    """The lines of the outline of a stage. Raises what reading raises."""
    from akn import api
    from akn.readers import reading_of
    from akn.writers import outline

    if stage == "document":
        parsed = api.parse(data, name=name, options=options)
        return outline.document(parsed.source, parsed.document)
    reading = reading_of(name, data, options)
    return outline.lines(reading.source) if stage == "lines" else outline.blocks(reading)
