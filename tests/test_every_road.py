"""One document by every road: the same resolution as text, Markdown, HTML, DOCX and PDF gives the same XML."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import press
import pytest
import roads
from resolutions import ALL, MARCHES, MARKETS, Paragraph, Resolution

import akn

Road = Callable[[Resolution], bytes]
ROADS: tuple[Road, ...] = (
    roads.wrapped_text,
    roads.paged_text,
    roads.markdown,
    roads.html_site,
    roads.html_word,
    roads.docx,
    press.pdf,
)
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def lines_of(data: bytes, name: str) -> list[str]:
    """The lines of the XML; a comparison of lists tells which differ."""
    return akn.convert(data, name=name).xml.decode().splitlines()


@pytest.mark.parametrize("road", ROADS, ids=lambda road: road.__name__)
@pytest.mark.parametrize("resolution", ALL, ids=lambda resolution: resolution.name)
def test_same_as_text(resolution: Resolution, road: Road) -> None:
    assert lines_of(road(resolution), "made") == lines_of(roads.line_text(resolution), "made")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that LibreOffice makes of the DOCX ones, in other forms."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("printed")
    for resolution in ALL:
        (folder / f"{resolution.name}.docx").write_bytes(roads.docx(resolution))
    sources = [f"{resolution.name}.docx" for resolution in ALL]
    for form in THROUGH:
        command = [
            OFFICE,
            f"-env:UserInstallation={folder.as_uri()}/profile",
            "--headless",
            "--convert-to",
            form,
            *sources,
        ]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    return folder


THROUGH = {"pdf": ALL, "odt": ALL[:1], "html": (MARKETS, MARCHES)}
"""What is tried of each form: an ODT takes LibreOffice again, and its HTML has no brackets around `(a)`."""


@pytest.mark.parametrize("form", THROUGH)
def test_same_through_libreoffice(printed: Path, form: str) -> None:
    for resolution in THROUGH[form]:
        data = (printed / f"{resolution.name}.{form}").read_bytes()
        assert lines_of(data, "made") == lines_of(roads.line_text(resolution), "made"), resolution.name


@pytest.mark.parametrize("resolution", ALL, ids=lambda resolution: resolution.name)
def test_nothing_is_doubtful(resolution: Resolution) -> None:
    """The text itself is read as it was meant: no warning, all paragraphs and notes."""
    conversion = akn.convert(roads.line_text(resolution), name="made")
    assert conversion.warnings == ()
    xml = conversion.xml.decode()
    assert xml.count("<authorialNote") == len(resolution.notes)
    written = [part for part in (*resolution.body, *resolution.annex) if isinstance(part, Paragraph)]
    numbered = [part for part in written if part.label.endswith(".")]
    assert xml.count("<paragraph ") == len(numbered)


def test_each_note_is_cited_again() -> None:
    """Every invented resolution calls a footnote twice, so that every road shows a second call."""
    for resolution in ALL:
        assert akn.convert(roads.line_text(resolution)).xml.count(b"<noteRef") >= 1
