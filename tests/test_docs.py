"""The commands that README and docs show are run, and print what is shown; links in them lead somewhere."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import click
import pytest
from conftest import FIXTURES, ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


class Example(NamedTuple):
    """A block of commands with what they print; the commands of a block run one after the other."""

    page: str
    line: int
    words: str


def examples() -> list[Example]:
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for block in re.finditer(r"^```console\n(.*?)^```", text, re.S | re.M):
            if re.match(r"\$ akn .*fixtures/", block[1]):  # others speak of files of the reader's
                line = text.count("\n", 0, block.start()) + 1
                found.append(Example(str(page.relative_to(ROOT)), line, block[1]))
    return found


def sessions(words: str) -> list[tuple[str, str]]:
    """Each command of a block, and what it prints."""
    parts = re.split(r"^\$ (.*)\n", words, flags=re.M)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def printed(command: str, folder: Path) -> str:
    """What a command prints, on both channels; `akn` and a few tools are known, no shell is."""
    words = shlex.split(command)
    if words[0] == "akn":
        words = [sys.executable, "-m", "akn", *words[1:]]
    elif words[0] not in ("cmp", "cat", "diff", "head"):
        pytest.fail(f"the test does not know {words[0]}")
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def alike(shown: str, real: str) -> bool:
    """Whether the output is what is shown, where `...` alone on a line stands for any lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == "..." else re.escape(line.rstrip()) + r"[ \t]*\n"
        for line in shown.strip().splitlines()
    )
    return re.fullmatch(pattern, real.strip() + "\n" if real.strip() else "") is not None


@pytest.mark.parametrize("example", examples(), ids=lambda example: f"{example.page}:{example.line}")
def test_commands(example: Example, tmp_path: Path) -> None:
    (tmp_path / "fixtures").symlink_to(FIXTURES)
    for command, shown in sessions(example.words):
        real = printed(command, tmp_path)
        assert alike(shown, real), f"{command}\n--- shown\n{shown}\n--- printed\n{real}"


def test_there_are_examples() -> None:
    assert {example.page for example in examples()} >= {"README.md", "docs/text-form.md"}


@pytest.mark.parametrize("page", [*PAGES, ROOT / "ARCHITECTURE.md"], ids=lambda page: page.name)
def test_links(page: Path) -> None:
    """Links to files of the repository name files that are there."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.S | re.M)
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_commands_are_documented() -> None:
    """Each command is in the README."""
    from akn.cli import main

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    names = main.list_commands(click.Context(main))
    assert len(names) > 3
    for name in names:
        assert f"`akn {name}" in readme, name
