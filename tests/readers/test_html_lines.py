"""Pages of printed lines, as converters of PDF make them, are read as the text that they print."""

from __future__ import annotations

from proof import left_out, read, texts
from resolutions import LIGHTHOUSES
from roads import line_text, wrapped_text

import akn

LINES = wrapped_text(LIGHTHOUSES).decode().rstrip("\n").split("\n")
HEAD = "<html><head><style>p {margin: 0}</style></head><body><nav>Home</nav>"


def by_breaks() -> bytes:
    """Every line ends with a break; blank lines hold a space."""
    lines = "".join(f"{line.strip().replace(' ', '&#160;') or '&#160;'}<br/>\n" for line in LINES)
    return f"{HEAD}<a name=1></a>{lines}</body></html>".encode()


def by_places() -> bytes:
    """Every line has its place; paragraphs stand further apart."""
    top, placed = 40, []
    for line in LINES:
        top += 18 if line.strip() else 10
        if line.strip():
            placed.append(f'<p style="position:absolute;top:{top}px;left:90px">{line.strip()}&#160;</p>')
    return f'{HEAD}<div id="page1-div">{"".join(placed)}</div></body></html>'.encode()


def expected() -> list[str]:
    return akn.convert(line_text(LIGHTHOUSES), name="made").xml.decode().splitlines()


def test_lines_that_breaks_end() -> None:
    assert akn.convert(by_breaks(), name="made").xml.decode().splitlines() == expected()
    assert left_out(read(by_breaks()), "HTML outside the document") == ["Home"]


def test_lines_that_have_places() -> None:
    assert akn.convert(by_places(), name="made").xml.decode().splitlines() == expected()
    assert left_out(read(by_places()), "HTML outside the document") == ["Home"]


def test_paragraphs_with_many_breaks_are_no_printed_lines() -> None:
    long = (
        "The keepers of the lamps shall light them every night of the winter, whatever the weather at sea may be. " * 3
    )
    reading = read(f"<html><body>{''.join(f'{long}<br><br>' for _ in range(30))}</body></html>".encode())
    assert texts(reading) == [long.strip()] * 30
    assert reading.source.text.count("\n") == 30
