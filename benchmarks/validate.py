"""Speed and memory of `akn validate`, as ratios within one run.

    python benchmarks/validate.py [FOLDER]

Cold: a process that validates one document of 30 KB, as a part of the time of `xmllint --schema`. Batch: documents a
second in one process, as a part of a bare loop that parses with lxml and validates with the compiled schema; the
documents are the seeds, converted, or the XML files of FOLDER. Growth: time for a byte from 1 to 100 MB, and the most
memory of the process. Only the ratios can be compared between machines.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from lxml import etree

import akn
from akn import schema
from akn.validation.engine import Settings, Validator

SEEDS = sorted((Path(__file__).parents[1] / "fixtures" / "seeds").glob("*.txt"))
PARAGRAPH = re.compile(rb'<paragraph eId="para_2">.*?</paragraph>', re.S)


def best(work: Callable[[], object], rounds: int, clock: Callable[[], float] = time.process_time) -> float:
    """The shortest of several runs, in seconds: the one that the machine disturbed least."""
    times: list[float] = []
    for _ in range(rounds):
        begin = clock()
        work()
        times.append(clock() - begin)
    return min(times)


def document(size: int) -> bytes:
    """A valid document of about `size` bytes: a seed whose second paragraph is repeated, with its own number and eIds."""
    data = next(xml for xml in (akn.convert(seed).xml for seed in SEEDS) if PARAGRAPH.search(xml))
    found = PARAGRAPH.search(data)
    assert found is not None
    paragraph = found[0]
    count = max(0, (size - len(data)) // len(paragraph))
    more = b"".join(
        paragraph.replace(b'"para_2', b'"para_%d' % i)
        .replace(b'"fn_', b'"fn_%d0' % i)
        .replace(b"<num>2.", b"<num>%d." % i)
        for i in range(1000, 1000 + count)
    )
    return data[: found.end()] + more + data[found.end() :]


def cold(folder: Path) -> None:
    """One document of 30 KB in a process of its own, against xmllint."""
    path = folder / "cold.xml"
    path.write_bytes(document(30_000))
    tool = shutil.which("xmllint")
    if tool is None:
        print("cold       xmllint is not installed (Debian: libxml2-utils)")
        return
    xsd = os.path.join(schema.folder(), "akomantoso30.xsd")

    def ran(*command: str) -> Callable[[], object]:
        return lambda: subprocess.run(command, capture_output=True, check=False, env=world)

    world = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    # as when it is installed: the modules are there compiled
    theirs, ours = 9.0, 9.0
    for _ in range(10):  # in turns, so that a disturbance meets both
        theirs = min(theirs, best(ran(tool, "--noout", "--nonet", "--schema", xsd, str(path)), 2, time.perf_counter))
        ours = min(ours, best(ran(sys.executable, "-m", "akn", "validate", str(path)), 2, time.perf_counter))
    size = path.stat().st_size / 1e3
    print(f"cold       {size:.0f} KB, all layers: {ours / theirs:.2f} of xmllint --schema (at most 0.40)")


def batch(documents: Sequence[bytes]) -> None:
    """Many documents in one process, against lxml alone."""
    whole = schema.whole()

    def bare() -> None:
        for data in documents:
            whole.validate(etree.fromstring(data))

    def checked(settings: Settings) -> Callable[[], None]:
        validator = Validator(settings)

        def run() -> None:
            for data in documents:
                validator.check(data, "a.xml")

        run()
        return run

    schema_only, all_layers = checked(Settings(select=("AKN1",), batch=True)), checked(Settings(batch=True))
    alone, first, full = 9e9, 9e9, 9e9
    for _ in range(7):
        alone, first, full = min(alone, best(bare, 1)), min(first, best(schema_only, 1)), min(full, best(all_layers, 1))
    size = sum(map(len, documents)) / 1e6
    count = sum(len(Validator(Settings(batch=True)).check(data, "a.xml")) for data in documents)
    print(f"batch      {len(documents)} documents, {size:.1f} MB, {count} findings; bare lxml {size / alone:.1f} MB/s")
    print(f"batch      schema alone: {alone / first:.2f} of bare lxml (at least 0.85)")
    print(f"batch      all layers:   {alone / full:.2f} of bare lxml (at least 0.40)")


MEASURED = """
import resource, subprocess, sys, time
begin = time.perf_counter()
code = subprocess.run([sys.executable, "-m", "akn", "validate", *sys.argv[1:]], stdout=subprocess.DEVNULL).returncode
print(code, time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def growth(folder: Path) -> None:
    """Time and memory for 1 to 100 MB against the schema alone."""
    unit = 0.0
    for megabytes in (1, 5, 20, 50, 100):
        path = folder / "big.xml"
        path.write_bytes(document(megabytes * 1_000_000))
        best_seconds, peak = 9e9, 0.0
        for _ in range(2):
            command = [sys.executable, "-c", MEASURED, "--select", "AKN1", "--no-cache", str(path)]
            said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
            assert said[0] == "0", "the document is not valid"
            best_seconds, peak = min(best_seconds, float(said[1])), float(said[2]) / 1024
        seconds = best_seconds / (path.stat().st_size / 1e6)
        unit = unit or seconds
        limit = " (at most 80)" if megabytes == 20 else ""
        print(
            f"growth     {megabytes:4} MB {best_seconds:6.2f} s, {seconds / unit:4.2f} per byte of 1 MB, {peak:4.0f} MiB{limit}"
        )


def main() -> None:
    """Prints all."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    files = sorted(folder.glob("*.xml")) if folder else []
    with tempfile.TemporaryDirectory() as scratch:
        cold(Path(scratch))
        batch([path.read_bytes() for path in files] or [akn.convert(seed).xml for seed in SEEDS])
        growth(Path(scratch))


if __name__ == "__main__":
    main()
