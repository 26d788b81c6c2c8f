"""Damaged files of one kind: each must end in valid XML or in one clear error, in time, without a trace.

    python benchmarks/fuzz.py KIND [NUMBER] [SEED]

KIND is a name of `KINDS`. The files are made from invented ones, and from those of `../shared/corpus` where it is at
hand, by turning bits, cutting, and moving parts about. They are converted in a process of their own, so that a crash
of a C library is seen and counted; `TMPDIR` of that process must be empty at its end. Exit code 1 if any file failed.
"""

from __future__ import annotations

import io
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "corpus"
SECONDS = 20.0
"""What one damaged file may take."""
CHUNK = 100
"""Files that one process converts."""


class Kind(NamedTuple):
    """A format, and how its files are damaged."""

    suffix: str
    whole: Callable[[], list[bytes]]
    """Files without damage."""
    damage: Callable[[bytes, random.Random], bytes]


class Outcome(NamedTuple):
    """What became of a damaged file."""

    number: int
    verdict: str
    """`converted`, `refused`, or what went wrong."""
    seconds: float
    message: str


# --- damage that suits every format


def turned(data: bytes, chance: random.Random) -> bytes:
    """Up to forty bytes are others."""
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 3, 10, 40))):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def cut(data: bytes, chance: random.Random) -> bytes:
    """The end, the beginning, or a stretch is missing."""
    start, end = sorted((chance.randrange(len(data)), chance.randrange(len(data))))
    return chance.choice((data[:end], data[min(start, 200) :], data[:start] + data[end:]))


def swapped(data: bytes, chance: random.Random) -> bytes:
    """Two stretches change places."""
    a, b, c, d = sorted(chance.randrange(len(data)) for _ in range(4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def doubled(data: bytes, chance: random.Random) -> bytes:
    """A stretch stands twice."""
    start, end = sorted((chance.randrange(len(data)), chance.randrange(len(data))))
    end = min(end, start + 20_000)
    return data[:end] + data[start:end] + data[end:]


def blanked(data: bytes, chance: random.Random) -> bytes:
    """A stretch is zeros, as a disk leaves it."""
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.choice((16, 512, 4096)))
    return data[:start] + bytes(end - start) + data[end:]


ANY = (turned, cut, swapped, doubled, blanked)


# --- PDF


def whole_pdf() -> list[bytes]:
    """Invented files, packed and not, and the shorter real ones."""
    sys.path.insert(0, str(ROOT / "tests" / "readers"))
    packed: bytes = import_module("test_pdf").resolution()
    real = sorted(path for path in (REAL / "pdf").glob("*.pdf") if path.stat().st_size < 220_000)
    return [packed, unpacked_pdf(packed), *(path.read_bytes() for path in real[:12])]


def unpacked_pdf(data: bytes) -> bytes:
    """A PDF with its streams in the clear, so that damage reaches fonts, operators and letters."""
    import zlib

    def clear(found: re.Match[bytes]) -> bytes:
        plain = zlib.decompress(found[1])
        return b"/Length %d >>\nstream\n%b\nendstream" % (len(plain), plain)

    pattern = rb"/Filter /FlateDecode /Length \d+ >>\nstream\n(.*?)\nendstream"
    return re.sub(pattern, clear, data, flags=re.S)


_NUMBER = re.compile(rb"(?<![\d.])-?\d+(?:\.\d+)?")


def numbers(data: bytes, chance: random.Random) -> bytes:
    """Some numbers are absurd: places, sizes, lengths, references of objects."""
    found = list(_NUMBER.finditer(data[: 40_000 if len(data) > 80_000 else len(data)]))
    for match in sorted(chance.sample(found, min(len(found), chance.choice((1, 5, 30)))), reverse=True, key=_start):
        value = chance.choice((b"0", b"-1", b"1", b"3", b"99999", b"2147483648", b"1e9", b"0.00001", b"-32768"))
        data = data[: match.start()] + value + data[match.end() :]
    return data


def _start(match: re.Match[bytes]) -> int:
    return match.start()


def objects(data: bytes, chance: random.Random) -> bytes:
    """Two objects change their bodies, or one is gone."""
    bodies = [match.span(1) for match in re.finditer(rb"\d+ 0 obj(.*?)endobj", data, re.S)]
    if len(bodies) < 2:
        return turned(data, chance)
    (a, b), (c, d) = sorted(chance.sample(bodies, 2))
    if chance.random() < 0.3:
        return data[:a] + b" null " + data[b:]
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def damaged_pdf(data: bytes, chance: random.Random) -> bytes:
    """One kind of damage."""
    return chance.choice((*ANY, numbers, objects))(data, chance)


# --- DOCX and HTML


def whole_docx() -> list[bytes]:
    """Invented resolutions as Word saves them."""
    roads, invented = _roads()
    return [roads.docx(one) for one in invented]


def whole_html() -> list[bytes]:
    """Invented resolutions as a site shows them, and as Word saves them."""
    roads, invented = _roads()
    return [road(one) for one in invented for road in (roads.html_site, roads.html_word)]


def _roads() -> tuple[ModuleType, list[object]]:
    sys.path.insert(0, str(ROOT / "tests"))
    return import_module("roads"), list(import_module("resolutions").ALL)


def parts(data: bytes, chance: random.Random) -> bytes:
    """One part of a zip file is damaged within, gone, or another's; the zip file itself is sound."""
    whole = zipfile.ZipFile(io.BytesIO(data))
    contents = {name: whole.read(name) for name in whole.namelist()}
    name, other = chance.choice(list(contents)), chance.choice(list(contents))
    act = chance.choice(("damage", "damage", "markup", "markup", "gone", "other", "huge"))
    if act == "gone":
        del contents[name]
    elif act == "other":
        contents[name], contents[other] = contents[other], contents[name]
    elif act == "huge":
        contents[name] += b" " * 20_000_000
    else:
        contents[name] = (markup if act == "markup" else chance.choice(ANY))(contents[name], chance)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for path, content in contents.items():
            file.writestr(zipfile.ZipInfo(path), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


_TAG = re.compile(rb"<[^<>]{1,200}>")
_TEXT = re.compile(rb"(?<=>)[^<>]{1,200}(?=<)")
_ODD = (
    b"&#1;",
    b"\xff\xfe",
    b"&bogus;",
    b"<!DOCTYPE x [<!ENTITY e 'x'>]>",
    b"<table>" * 90,
    b"\0",
    b"99999999999",
    b"",
)


def markup(data: bytes, chance: random.Random) -> bytes:
    """Tags and texts change places, go, stand many times, or are odd: what stays well-formed reaches the reader."""
    found = list((_TAG if chance.random() < 0.5 else _TEXT).finditer(data))
    for match in sorted(chance.sample(found, min(len(found), chance.choice((1, 3, 12)))), reverse=True, key=_start):
        other = chance.choice(found)[0]
        new = chance.choice(
            (other, b"", match[0] * chance.choice((2, 50)), chance.choice(_ODD), numbers(match[0], chance))
        )
        data = data[: match.start()] + new + data[match.end() :]
    return data


def damaged_docx(data: bytes, chance: random.Random) -> bytes:
    """Damage within a part mostly: what hits the zip file itself is refused at once."""
    return parts(data, chance) if chance.random() < 0.7 else chance.choice(ANY)(data, chance)


def damaged_html(data: bytes, chance: random.Random) -> bytes:
    """One kind of damage."""
    return chance.choice((*ANY, markup, markup, markup))(data, chance)


KINDS: dict[str, Kind] = {
    "pdf": Kind(".pdf", whole_pdf, damaged_pdf),
    "docx": Kind(".docx", whole_docx, damaged_docx),
    "html": Kind(".html", whole_html, damaged_html),
}


# --- the process that converts


def files(kind: Kind, seed: int, start: int, stop: int) -> Iterator[tuple[int, bytes]]:
    """The damaged files `start` to `stop`; each depends on its number alone."""
    whole = kind.whole()
    for number in range(start, stop):
        chance = random.Random(f"{seed}/{number}")
        yield number, kind.damage(chance.choice(whole), chance)


def outcome(number: int, data: bytes, kind: Kind) -> Outcome:
    """What becomes of one file."""
    import akn

    begin = time.perf_counter()
    try:
        akn.convert(data, name=f"damaged{kind.suffix}")
        verdict, message = "converted", ""
    except akn.AknError as error:
        verdict, message = "refused", f"{type(error).__name__}: {error.message}"
        if isinstance(error, akn.Leak):
            verdict = "a proof failed"
    except Exception as error:
        verdict, message = "exception", repr(error)
    seconds = time.perf_counter() - begin
    return Outcome(number, verdict if seconds < SECONDS else "too slow", seconds, " ".join(message.split()))


def work(kind: Kind, seed: int, start: int, stop: int) -> None:
    """Converts some files, and prints an outcome a line."""
    for number, data in files(kind, seed, start, stop):
        found = outcome(number, data, kind)
        print(*found[:2], f"{found.seconds:.4f}", found.message, sep="\t", flush=True)


# --- the process that watches


def watched(name: str, seed: int, start: int, stop: int, folder: str) -> list[Outcome]:
    """The outcomes of some files from processes of their own; a process that dies is followed by another."""
    found: list[Outcome] = []
    while start < stop:
        command = [sys.executable, __file__, "--work", name, str(seed), str(start), str(stop)]
        try:
            done = subprocess.run(
                command, capture_output=True, timeout=SECONDS * 10, env={**os.environ, "TMPDIR": folder}, check=False
            )
            printed, end = done.stdout, f"died with {done.returncode}"
        except subprocess.TimeoutExpired as error:
            printed, end = error.stdout or b"", "hung"
        for line in printed.decode("utf-8", "replace").splitlines():
            number, verdict, seconds, message = line.split("\t", 3)
            found.append(Outcome(int(number), verdict, float(seconds), message))
        start = found[-1].number + 1 if found and found[-1].number >= start else start
        if start < stop:
            found.append(Outcome(start, end, 0.0, ""))
            start += 1
    return found


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--work"]:
        work(KINDS[arguments[1]], *map(int, arguments[2:]))
        return 0
    if not arguments or arguments[0] not in KINDS:
        print(f"usage: fuzz.py {'|'.join(KINDS)} [NUMBER] [SEED]", file=sys.stderr)
        return 2
    name, count, seed = arguments[0], int((arguments[1:] or ["2000"])[0]), int((arguments[2:] or ["1"])[0])
    found: list[Outcome] = []
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, count, CHUNK):
            found += watched(name, seed, start, min(count, start + CHUNK), folder)
        traces = os.listdir(folder)
    verdicts = Counter(one.verdict for one in found)
    slowest = max(found, key=lambda one: one.seconds)
    print(f"{count} damaged {name} files:", ", ".join(f"{number} {verdict}" for verdict, number in verdicts.items()))
    print(f"slowest {slowest.seconds:.2f} s (number {slowest.number}); {len(traces)} files left behind")
    for message, number in Counter(one.message for one in found if one.verdict == "refused").most_common(12):
        print(f"{number:6} {message[:140]}")
    failed = [one for one in found if one.verdict not in ("converted", "refused")]
    for one in failed[:20]:
        print(f"number {one.number}: {one.verdict} {one.message[:300]}")
    return 1 if failed or traces else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
