"""`akn inspect`: what a stage of the conversion saw, one fact a line with its place in the source."""

from __future__ import annotations

import sys

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
    from akn.writers import outline

    name, data = files.read(source)
    for line in outline.stage(name, data, stage):
        sys.stdout.write(line + "\n")
