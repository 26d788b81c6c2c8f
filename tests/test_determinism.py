"""The same source gives the same bytes: in any order, thread, process, time zone, locale, and on any day."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import FIXTURES, ROOT

import akn

SOURCES = sorted(
    path for folder in ("seeds", "invented") for path in (FIXTURES / folder).iterdir() if path.suffix in (".txt", ".md")
)


def digest(path: Path) -> str:
    conversion = akn.convert(path.read_bytes(), name=path.name)
    said = repr((conversion.ledger, conversion.warnings)).encode()
    return hashlib.sha256(conversion.xml + akn.to_text(conversion.document).encode() + said).hexdigest()


HERE = {path.name: digest(path) for path in SOURCES}


def test_the_order_of_conversions_does_not_matter() -> None:
    assert {path.name: digest(path) for path in reversed(SOURCES)} == HERE


def test_threads_do_not_meet() -> None:
    with ThreadPoolExecutor(4) as pool:
        found = dict(zip([p.name for p in SOURCES] * 2, pool.map(digest, SOURCES * 2), strict=True))
    assert found == HERE


WORLDS = {
    "hash seed 1, Tokyo, C": {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"},
    "hash seed 2, Lima": {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C.UTF-8"},
    "Turkish, without assertions": {"PYTHONHASHSEED": "3", "LC_ALL": "tr_TR.UTF-8", "PYTHONOPTIMIZE": "2"},
}


@pytest.mark.parametrize("world", WORLDS)
def test_processes_agree(world: str, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from test_determinism import SOURCES, digest\n"
        "for path in SOURCES: print(path.name, digest(path))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}", **WORLDS[world]},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert dict(line.split() for line in done.stdout.decode().splitlines()) == HERE


def test_the_day_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """No clock is read: one that is broken changes nothing."""

    def broken(*arguments: object) -> float:
        raise AssertionError("a clock was read")

    for name in ("time", "time_ns", "localtime", "gmtime", "strftime"):
        monkeypatch.setattr(f"time.{name}", broken)
    found = akn.convert(SOURCES[-1].read_bytes(), name=SOURCES[-1].name).xml
    monkeypatch.undo()
    assert found == akn.convert(SOURCES[-1].read_bytes(), name=SOURCES[-1].name).xml
