"""Files of other word processors, through LibreOffice where it is installed; a clear sentence where it is not."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
import roads
from proof import read, texts
from resolutions import LIGHTHOUSES

from akn.errors import MissingExtra, UnreadableInput
from akn.readers import Options, office, reader_of
from akn.readers.limits import Limits

RTF = rb"{\rtf1\ansi{\b 79/901. Lamps}\par The General Assembly,\par 1.  {\i Decides} to light them.\par}"
INSTALLED = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (RTF, ".rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".doc"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", ".odt"),
    ],
)
def test_files_are_recognised(data: bytes, suffix: str) -> None:
    assert reader_of("x", data).name == "office"
    assert office.suffix(data) == suffix


def test_a_docx_with_a_password_says_so() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
    with pytest.raises(UnreadableInput, match="encrypted"):
        read(data)


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingExtra, match="LibreOffice, which is not installed") as raised:
        read(RTF)
    assert "DOCX" in raised.value.remedy


def program(folder: Path, script: str) -> str:
    """A program that stands for LibreOffice."""
    path = folder / "soffice"
    path.write_text(
        f"#!{sys.executable}\nimport sys, time, os\nfolder = sys.argv[sys.argv.index('--outdir') + 1]\n{script}\n"
    )
    path.chmod(0o755)
    return str(path)


@pytest.mark.skipif(os.name != "posix", reason="the program is a script")
def test_what_libreoffice_makes_is_read_and_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(roads.docx(LIGHTHOUSES))
    program(tmp_path, f"import shutil; shutil.copy({str(made)!r}, os.path.join(folder, 'source.docx'))")
    monkeypatch.setenv("PATH", str(tmp_path))
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    assert LIGHTHOUSES.title in texts(read(RTF))
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="the program is a script")
@pytest.mark.parametrize(
    ("script", "message"), [("time.sleep(60)", "longer than 0.5 seconds"), ("sys.exit(1)", "cannot read")]
)
def test_a_program_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, message: str) -> None:
    program(tmp_path, script)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableInput, match=message):
        read(RTF, options=Options(limits=Limits(seconds=0.5)))


@pytest.mark.skipif(not INSTALLED, reason="LibreOffice is not installed")
def test_rtf() -> None:
    assert texts(read(RTF)) == ["79/901. Lamps", "The General Assembly,", "1. Decides to light them."]
