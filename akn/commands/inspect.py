"""`akn inspect`: what a stage of the conversion saw, one fact a line with its place in the source."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from akn import files


@click.command("inspect")
@click.argument("source", metavar="SOURCE")
@click.option(
    "--stage",
    type=click.Choice(["lines", "blocks", "document"]),
    default="document",
    show_default=True,
    help="Printed lines, paragraphs of the page, or the resolution.",
)
def command(source: str, stage: str) -> None:
    """Show what a stage of the conversion saw, one fact a line with line and column."""
    name, data = files.read(source)
    for line in _outline(name, data, stage):
        sys.stdout.write(line + "\n")


def _outline(name: str, data: bytes, stage: str) -> Iterator[str]:
    """The lines of the outline of a stage. Raises what reading raises."""
    from akn import api
    from akn.readers import text
    from akn.writers import outline

    if stage == "document":
        parsed = api.parse(data, name=name)
        return outline.document(parsed.source, parsed.document)
    source = text.source_of(name, text.decode(name, data))
    if stage == "lines":
        return outline.lines(source)
    return outline.blocks(text.reading_of(name, source.text))
