"""A press for invented PDF files: words, rules and pictures at places, in Courier, without any package.

All letters of Courier are 0.6 of their size wide, so a test knows where each stands. Places are in points from the
top left of the page.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

WIDTH, HEIGHT = 612.0, 792.0
FONTS = {
    "": "Courier",
    "i": "Courier-Oblique",
    "b": "Courier-Bold",
    "bar": "Barcode3of9",
    "rtl": "Courier",
    "cjk": "Courier",
}
_MARKED = re.compile(r"\*\*(.+?)\*\*|_(.+?)_|\^(.+?)\^")
"""`**bold**`, `_italic_`, `^raised^`."""


class Sheet:
    """One page."""

    def __init__(self) -> None:
        self.content: list[str] = []
        self.pictures: list[tuple[float, float, float, float]] = []

    def words(
        self,
        x: float,
        y: float,
        text: str,
        font: str = "",
        size: float = 10.0,
        *,
        hidden: bool = False,
        turned: bool = False,
    ) -> float:
        """Prints words as one piece, and gives the place behind them."""
        name = f"/F{list(FONTS).index(font)}"
        escaped = text.encode("cp1252").decode("latin-1").translate({40: "\\(", 41: "\\)", 92: "\\\\"})
        matrix = "0 1 -1 0" if turned else "1 0 0 1"
        mode = "3 Tr " if hidden else "0 Tr "
        self.content.append(f"BT {mode}{name} {size:g} Tf {matrix} {x:.2f} {HEIGHT - y:.2f} Tm ({escaped}) Tj ET")
        return x + 0.6 * size * len(text)

    def line(self, x: float, y: float, text: str, size: float = 10.0) -> float:
        """Prints a line with emphasis and raised letters."""
        for words, font, raised in _pieces(text):
            small = 0.65 * size if raised else size
            x = self.words(x, y - (0.35 * size if raised else 0.0), words, font, small)
        return x

    def paragraph(
        self, x: float, y: float, text: str, right: float = 500.0, indent: float = 0.0, size: float = 10.0
    ) -> float:
        """Prints a paragraph, its first line indented, and gives the place of the next: half a line further down."""
        for number, line in enumerate(_lines(text, x, right, indent, size)):
            self.line(x if number else x + indent, y, line, size)
            y += 1.2 * size
        return y + 0.6 * size

    def rule(self, left: float, top: float, right: float, bottom: float) -> None:
        """Draws a line."""
        self.content.append(f"0.5 w {left:g} {HEIGHT - top:g} m {right:g} {HEIGHT - bottom:g} l S")

    def picture(self, left: float, top: float, right: float, bottom: float) -> None:
        """Draws a grey picture."""
        self.content.append(f"q {right - left:g} 0 0 {bottom - top:g} {left:g} {HEIGHT - bottom:g} cm /Im0 Do Q")


def _pieces(text: str) -> Iterator[tuple[str, str, bool]]:
    """Words, font, raised."""
    end = 0
    for found in _MARKED.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], "", False
        bold, italic, raised = found.groups()
        yield bold or italic or raised, "b" if bold else "i" if italic else "", bool(raised)
        end = found.end()
    if end < len(text):
        yield text[end:], "", False


def _lines(text: str, x: float, right: float, indent: float, size: float) -> Iterator[str]:
    """The lines of a paragraph; emphasis that a line's end cuts is closed and opened again."""
    room = int((right - x - indent) / (0.6 * size))
    line, style = "", ""
    for word in text.split(" "):
        bare = len(_MARKED.sub(lambda m: m[1] or m[2] or "", line).replace("_", "")) + len(word)
        if line and bare + 1 > room:
            yield line + style
            line, room = style + word, int((right - x) / (0.6 * size))
        else:
            line = f"{line} {word}" if line else word
        if word.count("_") % 2:
            style = "" if style else "_"
    yield line


_GREY = zlib.compress(bytes(range(0, 256, 16)) * 16)
_LETTERS = {"rtl": b"05d0", "cjk": b"4e00"}
"""`A` to `Z` as the Hebrew letters from alef, and as Chinese ones; `a` and `b` as a Chinese comma and full stop."""
_UNICODE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /H def /CMapType 2 def "
    b"1 begincodespacerange <00> <ff> endcodespacerange "
    b"3 beginbfrange <41> <5a> <%b> <61> <62> <3001> <20> <20> <0020> endbfrange endcmap end end"
)


def pdf(*sheets: Sheet, encryption: str = "") -> bytes:
    """The file; `encryption` is `password` or `unknown`."""
    parts: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    fonts = len(FONTS)
    first = 6 + fonts
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(sheets)))
    parts.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>".encode())
    parts.append(
        _stream(
            "/Type /XObject /Subtype /Image /Width 16 /Height 16 /ColorSpace /DeviceGray /BitsPerComponent 8", _GREY
        )
    )
    parts += [_stream("", zlib.compress(_UNICODE % letters)) for letters in _LETTERS.values()]
    for key, name in FONTS.items():
        unicode = f"/ToUnicode {4 + list(_LETTERS).index(key)} 0 R" if key in _LETTERS else ""
        parts.append(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding {unicode} >>".encode()
        )
    names = " ".join(f"/F{number} {6 + number} 0 R" for number in range(fonts))
    for number, sheet in enumerate(sheets):
        resources = f"<< /Font << {names} >> /XObject << /Im0 3 0 R >> >>"
        parts.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH:g} {HEIGHT:g}] /Resources {resources} "
            f"/Contents {first + 2 * number + 1} 0 R >>".encode()
        )
        parts.append(_stream("", zlib.compress("\n".join(sheet.content).encode("latin-1"))))
    return _file(parts, encryption)


def _stream(keys: str, data: bytes) -> bytes:
    return f"<< {keys} /Filter /FlateDecode /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(parts: list[bytes], encryption: str) -> bytes:
    data = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = ""
    if encryption:
        handler = "Standard" if encryption == "password" else "Unknown"
        key = "00" * 32
        lock = f"/Encrypt << /Filter /{handler} /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<{key}> <{key}>]"
    data += f"trailer << /Size {len(parts) + 1} /Root 1 0 R {lock} >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(data)
