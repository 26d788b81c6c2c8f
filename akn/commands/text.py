"""`akn text`: Akoma Ntoso XML back to text."""

from __future__ import annotations

import click

from akn import api, files


@click.command("text")
@click.argument("source", metavar="RESULT.xml")
@click.option("-o", "--output", metavar="PATH", help="File to write, or a directory; standard output without it.")
@click.option("--plain", is_flag=True, help="Only the words as the page prints them, without the structure.")
def command(source: str, output: str | None, plain: bool) -> None:
    """Turn Akoma Ntoso XML back into text.

    The text form carries the whole structure: converting it again gives the same XML. Reads this project's results
    and the United Nations' own files; - is standard input.
    """
    name, data = files.read(source)
    words = api.to_text(api.from_xml(data, name), plain=plain)
    files.write(files.target(source, output, False, ".txt"), words.encode("utf-8"))
