"""`akn validate`: what is wrong with Akoma Ntoso files, for people and for continuous integration.

`run` does the work and imports no click.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from akn import files
from akn.errors import WrongUse

if TYPE_CHECKING:
    import click

    from akn.validation.batch import Job, Result
    from akn.validation.config import Config
    from akn.validation.fix import Mended


class Request(NamedTuple):
    """What the command line asks for; empty where the project's settings decide."""

    paths: tuple[str, ...]
    profile: str = ""
    format: str = "text"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    schematron: tuple[str, ...] = ()
    schema: str = ""
    fix: bool = False
    diff: bool = False
    engine: str = "lxml"
    baseline: str = ""
    jobs: int = 1
    cache: bool = True
    output: str = "-"
    config: str = ""


def plain(arguments: Sequence[str]) -> Request | None:
    """What simple arguments ask for: files, and the options of everyday use. None leaves them to click.

    click alone takes longer to load than a document takes to judge, and a hook calls the command for each commit.
    """
    values: dict[str, str] = {}
    paths: list[str] = []
    rest = iter(arguments)
    for word in rest:
        if word == "-" or not word.startswith("-"):
            paths.append(word)
            continue
        option, has_value, value = word.partition("=")
        if option == "--no-cache" and not has_value:
            values[option] = "no"
            continue
        value = value if has_value else next(rest, "")
        if value not in _PLAIN.get(option, ()) or option in values:
            return None
        values[option] = value
    if not paths:
        return None
    form, profile = values.get("--format", "text"), values.get("--profile", "")
    return Request(tuple(paths), profile, form, cache="--no-cache" not in values)


_PLAIN = {
    "--format": ("text", "json", "sarif", "junit", "github", "gitlab"),
    "--profile": ("akn4un", "oasis"),
}
"""The options that `plain` knows, with their values."""


def run(request: Request) -> int:
    """Validates, or mends and validates; gives the exit code: 0 clean, 1 findings, 2 wrong use or unreadable input."""
    from akn.validation import config as settings
    from akn.validation.paths import expand

    config = settings.load(request.config)
    names = expand(request.paths, config.exclude)
    if not names:
        raise WrongUse("no XML file was found", ", ".join(request.paths), "Name files, or folders with .xml files.")
    job = _job(request, config, len(names))
    if request.diff and not request.fix:
        raise WrongUse("--diff shows what --fix would do", "", "Write --fix --diff.")
    if request.diff:
        return _differences(names, job)
    if request.fix:
        return _mend(names, job, request, config)
    return _report(names, job, request, config)


def _job(request: Request, config: Config, count: int) -> Job:
    from akn.validation.batch import Job
    from akn.validation.engine import Settings

    settings = Settings(
        request.profile or config.profile or "akn4un",
        request.select or config.select,
        (*config.ignore, *request.ignore),
        (*config.schematron, *request.schematron),
        request.schema or config.schema,
        request.engine,
        count > _MANY,
    )
    for _, codes in config.per_file_ignores:
        from akn.validation import catalogue

        catalogue.codes(codes)
    return Job(settings, config.per_file_ignores, _CACHE if request.cache and count > 1 else "")


_CACHE = ".akn_cache"
"""Where unchanged files are remembered; a single file is judged faster than the cache is read."""
_MANY = 20
"""From so many files on the whole schema is compiled once, and not a part of it for each."""


def _report(names: Sequence[str], job: Job, request: Request, config: Config) -> int:
    from akn.validation import batch

    results = list(batch.run(names, job, request.jobs))
    path = request.baseline or config.baseline
    if path:
        import os

        from akn.validation import baseline

        if not os.path.exists(path):
            count = baseline.write(path, (f for result in results for f in result.findings))
            print(f"akn: wrote {path} with {count} findings; from now on only new ones are told", file=sys.stderr)
            return 2 if any(result.error for result in results) else 0
        known = baseline.read(path)
        results = [result._replace(findings=tuple(baseline.without(result.findings, known))) for result in results]
    files.write(request.output, _rendered(results, request).encode())
    return _exit_code(results)


def _rendered(results: list[Result], request: Request) -> str:
    if request.format == "text":
        from akn.validation.formats import text

        return text.render(results, request.output == "-" and sys.stdout.isatty())
    from akn.validation import formats

    return formats.renderer(request.format)(results)


def _exit_code(results: Sequence[Result]) -> int:
    if any(result.error for result in results):
        return 2
    return int(any(f.severity != "info" for result in results for f in result.findings))


def _differences(names: Sequence[str], job: Job) -> int:
    """Shows what mending would change; 1 if anything."""
    code = 0
    for name in names:
        mended, _ = _mended(name, job)
        sys.stdout.write(mended.diff)
        if mended.error:
            print(f"akn: {mended.error}", file=sys.stderr)
            code = 2
        elif mended.diff:
            code = max(code, 1)
    return code


def _mend(names: Sequence[str], job: Job, request: Request, config: Config) -> int:
    """Mends files and tells what is left; what cannot be read is told with it."""
    if "-" in names and len(names) > 1:
        raise WrongUse("standard input cannot be mended together with files", "", "Mend it alone.")
    for name in names:
        mended, data = _mended(name, job)
        if name == "-":
            return _told_beside(mended, data, job)
        if mended.diff:
            files.write(name, data)
            print(f"{name}: {mended}", file=sys.stderr)
    return _report(names, job, request, config)


def _mended(name: str, job: Job) -> tuple[Mended, bytes]:
    from akn.validation.batch import ignored_in
    from akn.validation.fix import file as mend

    return mend(name, job.settings, ignored_in(name, job.ignores))


def _told_beside(mended: Mended, data: bytes, job: Job) -> int:
    """Standard output has the mended document, so what is left is told on standard error."""
    from akn.validation.batch import Result
    from akn.validation.engine import Validator
    from akn.validation.formats import text

    if mended.error:
        print(f"akn: {mended.error}", file=sys.stderr)
        return 2
    files.write("-", data)
    results = [Result("<stdin>", tuple(Validator(job.settings).check(data, "<stdin>")))]
    sys.stderr.write(text.render(results))
    return _exit_code(results)


def _command() -> click.Command:
    import click

    from akn.validation.catalogue import PROFILES
    from akn.validation.formats import FORMATS

    def codes(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(code.strip() for value in values for code in value.split(",") if code.strip())

    @click.command("validate")
    @click.argument("paths", nargs=-1, required=True, metavar="PATH...")
    @click.option("--profile", type=click.Choice(PROFILES), help="The guidelines of the UN, or the standard alone.")
    @click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
    @click.option("-o", "--output", default="-", metavar="FILE", help="Where the report goes.")
    @click.option("--select", multiple=True, callback=codes, metavar="CODES", help="Look for these codes only.")
    @click.option("--ignore", multiple=True, callback=codes, metavar="CODES", help="Do not look for these codes.")
    @click.option("--schematron", multiple=True, metavar="FILE", help="Your own ISO Schematron rules; may be repeated.")
    @click.option("--schema", default="", metavar="FILE", help="Your own XML Schema instead of the official one.")
    @click.option("--engine", type=click.Choice(["lxml", "xmlschema"]), default="lxml", show_default=True)
    @click.option("--fix", is_flag=True, help="Mend what can be mended safely, then tell what is left.")
    @click.option("--diff", is_flag=True, help="With --fix: show what would change, and change nothing.")
    @click.option(
        "--baseline", default="", metavar="FILE", help="Tell only what this file does not have; made if absent."
    )
    @click.option("-j", "--jobs", type=click.IntRange(1, 256), default=1, metavar="N", help="Processes to work with.")
    @click.option("--no-cache", is_flag=True, help="Judge unchanged files again.")
    @click.option(
        "--config", default="", metavar="FILE", help="Settings; found in akn.toml or pyproject.toml without it."
    )
    @click.pass_context
    def command(
        ctx: click.Context,
        paths: tuple[str, ...],
        profile: str | None,
        form: str,
        output: str,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        schematron: tuple[str, ...],
        schema: str,
        engine: str,
        fix: bool,
        diff: bool,
        baseline: str,
        jobs: int,
        no_cache: bool,
        config: str,
    ) -> None:
        """Tell what is wrong with Akoma Ntoso files.

        Each PATH is a file, a folder with all XML in it, a pattern such as "texts/**/*.xml", or - for standard input.
        CODES are codes (AKN301), beginnings of codes (AKN3) or names (duplicate-eid), with commas between them;
        `akn rules` lists them. Exits with 0 if there is nothing but remarks, 1 for errors and warnings, 2 for files that
        cannot be read.
        """
        request = Request(
            paths,
            profile or "",
            form,
            select,
            ignore,
            schematron,
            schema,
            fix,
            diff,
            engine,
            baseline,
            jobs,
            not no_cache,
            output,
            config,
        )
        ctx.exit(run(request))

    return command


def __getattr__(name: str) -> click.Command:
    """`command`, made when the command line asks for it."""
    if name == "command":
        return _command()
    raise AttributeError(name)
