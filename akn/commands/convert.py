"""`akn convert`: resolutions as text, Markdown, PDF, DOCX or HTML to Akoma Ntoso XML.

`run` does the work and imports no click: `akn.__main__` calls it directly for the plain form of the command.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from akn import files
from akn.errors import AknError, WrongUse

if TYPE_CHECKING:
    import click

    from akn.api import Conversion, Form, Links
    from akn.readers import Options


def run(
    sources: Sequence[str],
    output: str | None = None,
    form: Form = "statement",
    language: str = "",
    ledger: str | None = None,
    links: Links = "ref",
    strict: bool = False,
    options: Options | None = None,
    media: str | None = None,
) -> int:
    """Converts each source; goes on after a bad one. Gives the exit code: 0 fine, 1 doubtful and strict, 2 failed."""
    targets = [files.target(source, output, len(sources) > 1, ".xml") for source in sources]
    _refuse_same(sources, targets)
    if ledger is not None and len(sources) > 1:
        raise WrongUse("--ledger takes one source", "", "Convert the files one by one to have their ledgers.")
    failed = doubtful = 0
    for source, target in zip(sources, targets, strict=True):
        try:
            folder = _folder(source, media, len(sources) > 1)
            doubtful += _one(source, target, form, language, ledger, links, options, folder)
        except AknError as error:
            failed += 1
            print(f"akn: {error}", file=sys.stderr)
    if len(sources) > 1 and failed:
        print(f"akn: {failed} of {len(sources)} files could not be converted", file=sys.stderr)
    return 2 if failed else 1 if doubtful and strict else 0


def _one(
    source: str,
    target: str,
    form: Form,
    language: str,
    ledger: str | None,
    links: Links,
    options: Options | None,
    media: str | None,
) -> int:
    """Converts one source; the number of its warnings."""
    from akn import api

    name, data = files.read(source)
    if media is not None:
        from akn.readers import Options

        options = (options or Options(language))._replace(media=_seen_from(target, media))
    conversion = api.convert(data, name=name, language=language, form=form, links=links, options=options)
    for warning in conversion.warnings:
        print(warning, file=sys.stderr)
    if ledger is not None:
        files.write(ledger, _ledger(conversion))
    if media is not None and conversion.media:
        files.folder(media)
        for picture in conversion.media:
            files.write(f"{media}/{picture.name}", picture.data)
    files.write(target, conversion.xml)
    return len(conversion.warnings)


def _folder(source: str, media: str | None, several: bool) -> str | None:
    """The folder for the pictures of a source: of its own where there are several, whose pictures have the same names."""
    if media is None or not several:
        return media
    import os

    return os.path.join(media, os.path.splitext(os.path.basename(source))[0])


def _seen_from(target: str, media: str) -> str:
    """The path of a folder as a file names it that stands elsewhere."""
    import os

    if target == "-":
        return media
    try:
        return os.path.relpath(media, os.path.dirname(target) or ".").replace(os.sep, "/")
    except ValueError:  # on another drive
        return os.path.abspath(media).replace(os.sep, "/")


def _refuse_same(sources: Sequence[str], targets: Sequence[str]) -> None:
    """Two sources of one name would write one file; a source must not be overwritten."""
    import os

    seen: dict[str, str] = {}
    for source, target in zip(sources, targets, strict=True):
        if target == "-":
            continue
        if target in seen:
            raise WrongUse(f"{seen[target]} and {source} would both be written there", target, "Rename one of them.")
        seen[target] = source
        if source != "-" and os.path.exists(target) and os.path.exists(source) and os.path.samefile(source, target):
            raise WrongUse("the result would overwrite its source", target, "Name another file with -o.")


def _ledger(conversion: Conversion) -> bytes:
    """The ledger as JSON: what was left out, where (line and column from 1), and why."""
    import json

    source = conversion.source
    entries = []
    for start, end, reason in conversion.ledger:
        line, column = source.position(start)
        entries.append(
            {
                "line": line,
                "column": column,
                "start": start,
                "end": end,
                "reason": reason,
                "text": source.text[start:end],
            }
        )
    data = {"source": source.name, "characters": len(source.text), "left_out": entries}
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _command() -> click.Command:
    import click

    from akn.commands.reading import options_of, reading_options

    @click.command("convert")
    @click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
    @click.option("-o", "--output", metavar="PATH", help="File to write, or a directory; standard output without it.")
    @click.option(
        "--form",
        type=click.Choice(["statement", "publication"]),
        default="statement",
        show_default=True,
        help="The resolution itself, or the printed document around it.",
    )
    @click.option("--ledger", metavar="FILE", help="Write what was left out, with places and reasons, as JSON.")
    @click.option(
        "--links",
        type=click.Choice(["ref", "undocs"]),
        default="ref",
        show_default=True,
        help="Citations as references with IRIs, or as links to undocs.org.",
    )
    @click.option("--media", metavar="DIR", help="Keep the pictures of PDF, DOCX and HTML there, as `img` in the XML.")
    @click.option("--strict", is_flag=True, help="Exit with 1 if any reading was doubtful.")
    @reading_options
    @click.pass_context
    def command(
        ctx: click.Context,
        /,
        sources: tuple[str, ...],
        output: str | None,
        form: Form,
        ledger: str | None,
        links: Links,
        media: str | None,
        strict: bool,
        **reading: object,
    ) -> None:
        """Turn resolutions into Akoma Ntoso XML.

        Each SOURCE is a file, or - for standard input: text or Markdown in UTF-8 or UTF-16, PDF, DOCX, HTML, and
        where LibreOffice is installed DOC, ODT and RTF. Doubtful readings are warnings on standard error. The result
        is written only if it is valid and nothing of the source is lost.
        """
        options = options_of(reading)
        ctx.exit(run(sources, output, form, options.language, ledger, links, strict, options, media))

    return command


def __getattr__(name: str) -> click.Command:
    """`command`, made when the command line asks for it: `run` must not pay for click."""
    if name == "command":
        return _command()
    raise AttributeError(name)
