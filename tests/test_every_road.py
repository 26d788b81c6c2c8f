"""One document by every road: the same resolution as text, Markdown, HTML, DOCX and PDF gives the same XML."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import roads
from resolutions import ALL, Resolution

import akn

Road = Callable[[Resolution], bytes]
ROADS: tuple[Road, ...] = (
    roads.wrapped_text,
    roads.paged_text,
    roads.markdown,
    roads.html_site,
    roads.html_word,
    roads.docx,
)


def lines_of(data: bytes, name: str) -> list[str]:
    """The lines of the XML; a comparison of lists tells which differ."""
    return akn.convert(data, name=name).xml.decode().splitlines()


@pytest.mark.parametrize("road", ROADS, ids=lambda road: road.__name__)
@pytest.mark.parametrize("resolution", ALL, ids=lambda resolution: resolution.name)
def test_same_as_text(resolution: Resolution, road: Road) -> None:
    assert lines_of(road(resolution), "made") == lines_of(roads.line_text(resolution), "made")


@pytest.mark.parametrize("resolution", ALL, ids=lambda resolution: resolution.name)
def test_nothing_is_doubtful(resolution: Resolution) -> None:
    """The text itself is read as it was meant: no warning, all paragraphs and notes."""
    conversion = akn.convert(roads.line_text(resolution), name="made")
    assert conversion.warnings == ()
    xml = conversion.xml.decode()
    assert xml.count("<authorialNote") == len(resolution.notes)
    numbered = [part for part in (*resolution.body, *resolution.annex) if getattr(part, "label", "").endswith(".")]
    assert xml.count("<paragraph ") == len(numbered)


def test_each_note_is_cited_again() -> None:
    """Every invented resolution calls a footnote twice, so that every road shows a second call."""
    for resolution in ALL:
        assert akn.convert(roads.line_text(resolution)).xml.count(b"<noteRef") >= 1
