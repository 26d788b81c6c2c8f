"""Speed of `akn convert`: documents a second, how time grows with size, and the cold start as a ratio.

    python benchmarks/speed.py

All figures of one run are comparable with each other; between runs and machines only the ratios are.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import akn

SEEDS = sorted((Path(__file__).parents[1] / "fixtures" / "seeds").glob("*.txt"))


def best(work: Callable[[], object], rounds: int) -> float:
    """The shortest of several runs, in seconds: the one that the machine disturbed least."""
    times: list[float] = []
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def throughput() -> None:
    """Documents and megabytes a second over the seeds, in one process, with all proofs and the schema."""
    sources = [path.read_bytes() for path in SEEDS]
    for source in sources:
        akn.convert(source)
    seconds = sum(best(lambda source=source: akn.convert(source), 20) for source in sources)  # type: ignore[misc]
    size = sum(map(len, sources)) / 1e6
    print(f"convert    {len(sources) / seconds:8.0f} documents/s  {size / seconds:6.2f} MB/s")


def growth() -> None:
    """Time for a resolution of 10 KB to 10 MB, as a multiple of the time a kilobyte takes at 10 KB."""
    head, _, _ = SEEDS[1].read_text("utf-8").partition("1. ")
    paragraph = "Notes the efforts of the Secretary-General, and requests him to report;\n\n"
    unit = 0.0
    for size in (10_000, 100_000, 1_000_000, 10_000_000):
        count = size // (len(paragraph) + 6)
        text = head + "".join(f"{number}. {paragraph}" for number in range(1, count + 1))
        seconds = best(lambda text=text: akn.convert(text), 3 if size < 1_000_000 else 1)  # type: ignore[misc]
        unit = unit or seconds / size
        print(
            f"growth     {size / 1e3:8.0f} KB  {seconds:8.3f} s  {seconds / size / unit:5.2f} of the time per byte at 10 KB"
        )


def cold_start() -> None:
    """A process that converts one seed, as a multiple of `python -c pass`."""
    # as when it is installed: the modules are there compiled
    world = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def ran(*arguments: str) -> float:
        command = [sys.executable, *arguments]
        return best(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=world), 15)

    nothing = ran("-c", "pass")
    convert = ran("-m", "akn", "convert", str(SEEDS[0]))
    print(f"cold start {convert / nothing:8.1f} times `python -c pass` ({nothing * 1000:.0f} ms)")


if __name__ == "__main__":
    throughput()
    growth()
    cold_start()
