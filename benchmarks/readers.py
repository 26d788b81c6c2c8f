"""Speed and memory of the readers: pages a second, the share of reading in a conversion, memory for 300 pages.

    python benchmarks/readers.py

Over invented files, and over those of `../shared/corpus` where it is at hand.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import akn
from akn.readers import reading_of

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "corpus"


def best(work: Callable[[], object], rounds: int = 3) -> float:
    """The shortest processor time of several runs, in seconds."""
    times: list[float] = []
    for _ in range(rounds):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


def long_pdf(pages: int) -> bytes:
    """A resolution of many pages of 40 lines with emphasis, markers and notes."""
    sys.path.insert(0, str(ROOT / "tests" / "readers"))
    paper = import_module("paper")
    sheets = []
    for number in range(1, pages + 1):
        sheet = paper.Sheet()
        sheet.words(60, 40, "A/RES/61/301", "b", 8.5)
        y = 90.0
        if number == 1:
            sheet.words(60, y, "61/301. Lamps on distant shores", "b", 12)
            y = sheet.paragraph(60, y + 30, "_The General Assembly_,", indent=24)
        for item in range(7):
            words = (
                "to keep the lamps of the outer reef lit in every winter night of the year, as was said before, " * 3
            )
            y = sheet.paragraph(60, y, f"{7 * number + item - 6}. _Decides_ {words[:-2]};^{number}^", indent=24)
        sheet.rule(60, 640, 120, 640)
        sheet.line(60, 652, f"^{number}^ See A/61/{number}.", 8)
        sheet.words(500, 755, f"{number}/{pages}", "b", 8.5)
        sheets.append(sheet)
    data: bytes = paper.pdf(*sheets)
    return data


def pages_of(data: bytes) -> int:
    """How many pages a PDF has."""
    from akn.readers.pdf.engine import Document

    with Document("pdf", data) as document:
        return document.pages


def pdf_speed(label: str, sources: list[bytes]) -> None:
    """Time a page to read and to convert."""
    pages = sum(map(pages_of, sources))
    read = sum(best(lambda source=source: reading_of("x.pdf", source)) for source in sources)  # type: ignore[misc]
    whole = sum(best(lambda source=source: akn.convert(source, name="x.pdf")) for source in sources)  # type: ignore[misc]
    print(
        f"pdf {label:9} {pages:4} pages  read {1000 * read / pages:6.2f} ms a page ({pages / read:4.0f} pages/s)"
        f"  convert {1000 * whole / pages:6.2f} ms a page  reading {read / whole:4.0%}"
    )


def document_speed() -> None:
    """Documents a second of DOCX and HTML, over the invented resolutions of the tests."""
    sys.path.insert(0, str(ROOT / "tests"))
    roads, invented = import_module("roads"), import_module("resolutions").ALL
    for road in (roads.docx, roads.html_site, roads.html_word):
        sources = [road(one) for one in invented]
        read = sum(best(lambda source=source: reading_of("x", source)) for source in sources)  # type: ignore[misc]
        whole = sum(best(lambda source=source: akn.convert(source, name="x")) for source in sources)  # type: ignore[misc]
        print(
            f"{road.__name__:13} {len(sources):4} documents  read {1000 * read / len(sources):6.2f} ms a document"
            f"  convert {len(sources) / whole:4.0f} documents/s  reading {read / whole:4.0%}"
        )


def peak(*arguments: str) -> float:
    """The most memory that a process of this script takes, in MB."""
    done = subprocess.run([sys.executable, __file__, *arguments], capture_output=True, text=True, check=True)
    return float(done.stdout)


def print_peak(path: str) -> None:
    """Converts a file, if there is one, and prints the most memory that this process has taken, in MB (Linux)."""
    if path:
        akn.convert(Path(path))
    # getrusage would count what the parent had when it started this process
    status = Path("/proc/self/status").read_text("ascii")
    print(int(status.partition("VmHWM:")[2].split()[0]) / 1024)


def pdf_memory(pages: int) -> None:
    """Memory for a long PDF, beyond that of a process that converts nothing."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        path.write_bytes(long_pdf(pages))
        print(f"pdf memory    {pages:4} pages  {peak('--peak', str(path)) - peak('--peak', ''):6.0f} MB")


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--peak"]:
        print_peak(arguments[1])
        return
    pdf_speed("invented", [long_pdf(60)])
    real = [path.read_bytes() for path in sorted((REAL / "pdf").glob("*.pdf"))]
    if real:
        pdf_speed("real", real)
    pdf_memory(300)
    document_speed()


if __name__ == "__main__":
    main(sys.argv[1:])
