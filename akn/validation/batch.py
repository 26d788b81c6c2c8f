"""Many files: each is read and judged, in this process or in several, always in the order in which they were named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from akn import xml
from akn.errors import AknError
from akn.findings import Finding
from akn.validation.engine import Settings, Validator, refusal
from akn.validation.paths import excluded

if TYPE_CHECKING:
    from akn.validation.cache import Cache

Ignores = tuple[tuple[str, tuple[str, ...]], ...]


class Result(NamedTuple):
    """What was said about one file; `error` instead, where it could not be read."""

    name: str
    findings: tuple[Finding, ...] = ()
    error: str = ""
    lines: tuple[tuple[int, str], ...] = ()
    """The lines of the file that findings are about, for reports that show them."""


class Job(NamedTuple):
    """How files are judged."""

    settings: Settings
    ignores: Ignores = ()
    """Patterns of files and the codes that are silent in them."""
    cache: str = ""
    """The folder of the cache; empty for none."""


def run(names: Sequence[str], job: Job, jobs: int = 1) -> Iterator[Result]:
    """The results of some files, in their order. Raises `WrongUse` for settings that make no sense."""
    validator = Validator(job.settings)
    cache = _cache(job)
    if jobs > 1 and len(names) > 1:
        yield from _in_parallel(names, job, jobs, cache)
    else:
        for name in names:
            yield _one(name, validator, job.ignores, cache)[0]
    if cache is not None:
        cache.save()


def _cache(job: Job) -> Cache | None:
    if not job.cache:
        return None
    from akn.validation.cache import Cache

    return Cache(job.cache, _key(job.settings))


def _key(settings: Settings) -> str:
    """The settings, and the content of the files that they name."""
    parts = [repr(settings._replace(batch=False))]
    for path in (*settings.schematron, *([settings.schema] if settings.schema else ())):
        parts.append(xml.read(path).decode("utf-8", "replace"))
    return "\n".join(parts)


def _one(name: str, validator: Validator, ignores: Ignores, cache: Cache | None) -> tuple[Result, str]:
    """The result of a file, and the hash under which the cache keeps it; empty if it does not."""
    shown = "<stdin>" if name == "-" else name
    try:
        if name != "-" and validator.is_plainly_valid(name):
            return Result(shown), ""
        data = xml.read(name)
        ignored = ignored_in(name, ignores)
        digest = cache.digest(data, ignored) if cache is not None and name != "-" else ""
        found = cache.get(name, digest) if cache is not None and digest else None
        if found is None:
            found = validator.check(data, shown, ignored)
            if cache is not None and digest:
                cache.put(name, digest, found)
    except xml.Refused as refused:
        return Result(shown, (refusal(refused, shown),)), ""
    except AknError as error:
        return Result(shown, error=str(error)), ""
    return Result(shown, tuple(found), lines=_lines(data, found)), digest


def ignored_in(name: str, ignores: Ignores) -> frozenset[str]:
    """The codes that are silent in a file."""
    if not ignores:
        return frozenset()
    from akn.validation import catalogue

    return frozenset(
        code for pattern, words in ignores if excluded(name, (pattern,)) for code in catalogue.codes(words)
    )


def _lines(data: bytes, findings: Sequence[Finding]) -> tuple[tuple[int, str], ...]:
    if not findings:
        return ()
    from akn.validation.places import lines

    return tuple(lines(data, sorted({finding.place.line for finding in findings})))


def _in_parallel(names: Sequence[str], job: Job, jobs: int, cache: Cache | None) -> Iterator[Result]:
    from multiprocessing import get_context

    with get_context("spawn").Pool(min(jobs, len(names)), _begin, (job,)) as pool:
        for result, digest in pool.imap(_work, names, chunksize=max(1, len(names) // (jobs * 8))):
            if cache is not None and digest:
                cache.put(result.name, digest, list(result.findings))
            yield result


class _Worker:
    """What one process of several has: a validator, and a view of the cache."""

    validator: Validator
    ignores: Ignores
    cache: Cache | None


def _begin(job: Job) -> None:
    _Worker.validator = Validator(job.settings)
    _Worker.ignores = job.ignores
    _Worker.cache = _cache(job)


def _work(name: str) -> tuple[Result, str]:
    return _one(name, _Worker.validator, _Worker.ignores, _Worker.cache)
