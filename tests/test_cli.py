"""The command line as a person uses it: what is printed, what is written, and the exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from conftest import FIXTURES, ROOT

Run = Callable[..., "CompletedProcess[bytes]"]
SEEDS = sorted((FIXTURES / "seeds").glob("*.txt"))
SEED = next(path for path in SEEDS if path.name.startswith("003"))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(*arguments: object, stdin: bytes = b"", **environment: str) -> CompletedProcess[bytes]:
        done = subprocess.run(
            [sys.executable, "-m", "akn", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            check=False,
        )
        assert b"Traceback" not in done.stderr
        return done

    return run


def test_convert_to_standard_output(run: Run) -> None:
    done = run("convert", SEED)
    assert done.returncode == 0
    assert done.stdout.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso')


def test_convert_standard_input(run: Run) -> None:
    assert run("convert", "-", stdin=SEED.read_bytes()).stdout == run("convert", SEED).stdout


def test_convert_to_a_file_and_a_directory(run: Run, tmp_path: Path) -> None:
    assert run("convert", SEED, "-o", "one.xml").returncode == 0
    assert run("convert", *SEEDS, "-o", "results/").returncode == 0
    assert sorted(path.name for path in (tmp_path / "results").iterdir()) == [f"{seed.stem}.xml" for seed in SEEDS]
    assert (tmp_path / "results" / f"{SEED.stem}.xml").read_bytes() == (tmp_path / "one.xml").read_bytes()


def test_text_and_back(run: Run, tmp_path: Path) -> None:
    run("convert", SEED, "-o", "seed.xml")
    assert run("text", "seed.xml", "-o", "seed.txt").returncode == 0
    assert run("convert", "seed.txt", "-o", "again.xml").returncode == 0
    assert (tmp_path / "again.xml").read_bytes() == (tmp_path / "seed.xml").read_bytes()


def test_the_ledger_names_places_and_reasons(run: Run, tmp_path: Path) -> None:
    seed = next(path for path in SEEDS if path.name.startswith("002"))
    assert run("convert", seed, "-o", "seed.xml", "--ledger", "ledger.json").returncode == 0
    ledger = json.loads((tmp_path / "ledger.json").read_text("utf-8"))
    text = seed.read_text("utf-8")
    assert ledger["left_out"]
    for entry in ledger["left_out"]:
        assert text[entry["start"] : entry["end"]] == entry["text"]
        assert text.splitlines()[entry["line"] - 1][entry["column"] - 1 :].startswith(entry["text"].split("\n")[0])


DOUBTFUL = "Rappelant sa résolution 1 (I) du 24 janvier 1946¹,\n\n1. Décide de rester saisie de la question.\n"


def test_strict_makes_a_doubt_a_failure(run: Run) -> None:
    loose = run("convert", "-", stdin=DOUBTFUL.encode())
    strict = run("convert", "--strict", "-", stdin=DOUBTFUL.encode())
    assert (loose.returncode, strict.returncode) == (0, 1)
    assert loose.stdout == strict.stdout
    assert b"[AKN412]" in strict.stderr


@pytest.mark.parametrize("stage", ["lines", "blocks", "document"])
def test_inspect(run: Run, stage: str) -> None:
    done = run("inspect", SEED, "--stage", stage)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) > 10


def test_publication_form(run: Run) -> None:
    done = run("convert", SEED, "--form", "publication")
    assert done.returncode == 0
    assert b"<documentCollection" in done.stdout


def test_links_to_undocs(run: Run) -> None:
    done = run("convert", SEEDS[0], "--links", "undocs")
    assert done.returncode == 0
    assert b'href="https://undocs.org/' in done.stdout
    assert b"<ref " not in done.stdout


BAD: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\n ", "empty"),
    "binary": (bytes(range(256)) * 4, ""),
    "latin-1": ("L’Assemblée générale a décidé".encode("cp1252"), "UTF-8"),
    "half utf-16": (b"\xff\xfeA\x00B", ""),
    "no resolution": (b"Dear Sir,\n\nthank you for your letter of yesterday.\n\nYours\n", "nothing of a resolution"),
    "xml": (b'<?xml version="1.0"?><akomaNtoso/>', "akn text"),
}


@pytest.mark.parametrize("name", BAD)
def test_rubbish_ends_in_one_sentence(run: Run, tmp_path: Path, name: str) -> None:
    data, said = BAD[name]
    (tmp_path / "bad.txt").write_bytes(data)
    done = run("convert", "bad.txt", "-o", "bad.xml")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("akn: bad.txt")
    assert said in done.stderr.decode()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.txt"]


def test_a_batch_goes_on_after_a_bad_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"")
    done = run("convert", "bad.txt", SEED, "missing.txt", "-o", "results/")
    assert done.returncode == 2
    assert [path.name for path in (tmp_path / "results").iterdir()] == [f"{SEED.stem}.xml"]
    assert b"2 of 3 files could not be converted" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["convert"],
        ["convert", "missing.txt"],
        ["convert", "."],
        ["convert", SEED, "--language", "xxx"],
        ["convert", SEED, "--form", "book"],
        ["convert", SEED, SEEDS[0]],
        ["convert", SEED, SEEDS[0], "-o", "one.xml"],
        ["convert", SEED, "-o", "missing/one.xml"],
        ["text", "missing.xml"],
        ["text", SEED],
        ["inspect", SEED, "--stage", "nothing"],
        ["nothing"],
    ],
    ids=str,
)
def test_wrong_use(run: Run, arguments: list[object]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr
    assert not done.stdout


def test_a_source_is_not_overwritten(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(SEED.read_bytes())
    assert run("convert", "a.xml", "-o", "a.xml").returncode == 2
    assert (tmp_path / "a.xml").read_bytes() == SEED.read_bytes()


def test_the_same_bytes_whatever_the_machine(run: Run) -> None:
    worlds = [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C.UTF-8"},
    ]
    for seed in SEEDS:
        assert len({run("convert", seed, **world).stdout for world in worlds}) == 1


PRINTING = [("rules",), ("inspect", SEED, "--stage", "lines"), ("convert", SEED), ("--help",)]


@pytest.mark.parametrize("arguments", PRINTING[:-1], ids=lambda arguments: arguments[0])
@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_reader_that_leaves_is_no_failure(arguments: tuple[object, ...]) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    done = subprocess.run(
        [sys.executable, "-m", "akn", *map(str, arguments)],
        stdout=writes,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        check=False,
    )
    os.close(writes)
    assert done.returncode == 0
    assert b"Error" not in done.stderr


@pytest.mark.parametrize("arguments", PRINTING, ids=lambda arguments: arguments[0])
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_full_disk_is_told_in_one_sentence(arguments: tuple[object, ...]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "akn", *map(str, arguments)],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1].startswith("akn: the output cannot be written: ")
    assert b"Traceback" not in done.stderr
