"""`akn align`: language versions of one resolution side by side, and where their structure differs."""

from __future__ import annotations

import sys

import click

from akn import files
from akn.alignment import Alignment, align, version


@click.command("align")
@click.argument("sources", nargs=-1, required=True, metavar="XML XML...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "tmx"]),
    default="text",
    show_default=True,
    help="What differs, or the paragraphs side by side.",
)
@click.option("-o", "--output", default="-", metavar="PATH", help="File to write; standard output without it.")
@click.pass_context
def command(ctx: click.Context, sources: tuple[str, ...], form: str, output: str) -> None:
    """Compare language versions of one resolution.

    Each XML is Akoma Ntoso in another language. Tells which paragraphs, points, footnotes and citations one has and
    another lacks; exits with 1 if there are such. Parts are the same if their eIds are.
    """
    from akn import xml

    found = align([version(xml.parse(xml.read(name), name), name) for name in sources])
    if form == "text":
        files.write(output, _text(found).encode())
    else:
        files.write(output, _json(found) if form == "json" else _tmx(found))
        for finding in found.findings:
            print(finding, file=sys.stderr)
    ctx.exit(int(bool(found.findings)))


def _text(found: Alignment) -> str:
    lines = [str(finding) for finding in found.findings]
    count = len(found.findings)
    languages = ", ".join(one.language for one in found.versions)
    verdict = f"{count} difference{'' if count == 1 else 's'}" if count else "the same structure"
    return "\n".join([*lines, f"{languages}: {len(found.pairs)} paragraphs side by side, {verdict}", ""])


def _json(found: Alignment) -> bytes:
    import json

    report = {
        "versions": [{"file": one.file, "language": one.language, "work": one.work} for one in found.versions],
        "pairs": [{"eId": pair.key, **dict(pair.words)} for pair in found.pairs],
        "differences": [
            {
                "code": finding.code,
                "file": finding.place.file,
                "line": finding.place.line,
                "eId": finding.place.eid,
                "message": finding.message,
                "hint": finding.hint,
            }
            for finding in found.findings
        ],
    }
    return (json.dumps(report, ensure_ascii=False, indent=2) + "\n").encode()


def _tmx(found: Alignment) -> bytes:
    from akn.writers import tmx

    return tmx.write(found)
