"""PDF pages as words with places, by pdfium's raw interface; nothing here knows lines, paragraphs or resolutions.

pdfium gives the characters of a page in the order of its content with generated white space between them. One call
fetches all characters; places and fonts are asked for at the ends of words only, which keeps a page near 2 ms.
"""

# ruff: noqa: ANN401 (the handles of a C library have no types that Python knows)

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from math import atan2, hypot, pi
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from akn.errors import MissingExtra, UnreadableInput

if TYPE_CHECKING:
    from akn.readers.pdf import bidi


class Style(NamedTuple):
    """How the letters of a word look."""

    size: float
    """Points, as printed."""
    italic: bool = False
    bold: bool = False
    font: str = ""
    hidden: bool = False
    """Invisible: render mode 3, or no opacity."""
    turn: int = 0
    """Direction of the text, in quarter turns against the clock; 4 is a slant."""
    barcode: bool = False
    """Whether the font draws bars."""


class Word(NamedTuple):
    """Words in one style, with drawn spaces between them. Places in points, from the top left of the page."""

    text: str
    left: float
    right: float
    base: float
    """Distance of the base line from the top of the page."""
    style: Style
    space: str
    """White space before it: the character that stands there, `\\n` for a line's end, empty where it sticks to the
    word before it."""
    drawn: bool = True
    """Whether the white space is a character of the file, not one that pdfium supposed."""
    broken: bool = False
    """Whether it ends in a hyphen at the end of a printed line."""


class Rule(NamedTuple):
    """A drawn line or thin box, in points from the top left of the page."""

    left: float
    top: float
    right: float
    bottom: float


class Picture(NamedTuple):
    """A picture and its place; `data` is empty unless it was asked for."""

    left: float
    top: float
    right: float
    bottom: float
    suffix: str = ""
    data: bytes = b""


class Page(NamedTuple):
    """What one page shows."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    across: tuple[Rule, ...]
    """Horizontal rules, parts of one line joined, from the top."""
    upright: tuple[Rule, ...]
    """Vertical rules."""
    pictures: tuple[Picture, ...]
    unmapped: int = 0
    """Characters for which the file says no Unicode."""
    scanned: bool = False
    """Whether it is a picture with invisible words over it, as text recognition makes it."""
    turned_over: bool = False
    """Whether it is written from right to left: left and right have changed sides (see `bidi`)."""


_LOCK = Lock()
"""pdfium may be used by one thread at a time."""

_ERRORS = {
    4: (
        "the PDF is encrypted and needs a password",
        "Make a copy without one: qpdf --decrypt --password=... IN.pdf OUT.pdf",
    ),
    5: ("the PDF is encrypted in a way that cannot be read", "Make a copy without it: qpdf --decrypt IN.pdf OUT.pdf"),
}


class _Library:
    """The functions of pdfium that are called for every word, with plain C types: a third faster than the bindings'."""

    def __init__(self, raw: Any) -> None:
        self.raw = raw
        pointer, number, real = ctypes.c_void_p, ctypes.c_int, ctypes.c_double
        reals = ctypes.POINTER(real)
        self.object_of = self._function("FPDFText_GetTextObject", pointer, pointer, number)
        self.origin = self._function("FPDFText_GetCharOrigin", number, pointer, number, reals, reals)
        self.loose = self._function("FPDFText_GetLooseCharBox", number, pointer, number, ctypes.POINTER(raw.FS_RECTF))
        self.matrix = self._function("FPDFText_GetMatrix", number, pointer, number, ctypes.POINTER(raw.FS_MATRIX))
        self.size = self._function("FPDFText_GetFontSize", real, pointer, number)
        self.generated = self._function("FPDFText_IsGenerated", number, pointer, number)
        self.unicode = self._function("FPDFText_GetUnicode", ctypes.c_uint, pointer, number)
        self.unmapped = self._function("FPDFText_HasUnicodeMapError", number, pointer, number)
        self.font_info = self._function(
            "FPDFText_GetFontInfo",
            ctypes.c_ulong,
            pointer,
            number,
            ctypes.c_char_p,
            ctypes.c_ulong,
            ctypes.POINTER(number),
        )
        self.weight = self._function("FPDFText_GetFontWeight", number, pointer, number)
        self.font = self._function("FPDFTextObj_GetFont", pointer, pointer)
        self.render_mode = self._function("FPDFTextObj_GetTextRenderMode", number, pointer)
        shade = ctypes.POINTER(ctypes.c_uint)
        self.fill = self._function("FPDFText_GetFillColor", number, pointer, number, shade, shade, shade, shade)
        self.index_of = self._function("FPDFText_GetCharIndexFromTextIndex", number, pointer, number)
        self.page_object = self._function("FPDFPage_GetObject", pointer, pointer, number)
        self.object_type = self._function("FPDFPageObj_GetType", number, pointer)
        floats = ctypes.POINTER(ctypes.c_float)
        self.bounds = self._function("FPDFPageObj_GetBounds", number, pointer, floats, floats, floats, floats)

    def _function(self, name: str, result: Any, *arguments: Any) -> Any:
        address = ctypes.cast(getattr(self.raw, name), ctypes.c_void_p).value
        assert address is not None
        return ctypes.PYFUNCTYPE(result, *arguments)(address)


_loaded: list[_Library] = []


def _library() -> _Library:
    if not _loaded:
        try:
            import pypdfium2_raw as raw
        except ImportError:
            raise MissingExtra(
                "reading PDF needs the package pypdfium2", "", 'Install it: pip install "akn[pdf]"'
            ) from None
        raw.FPDF_InitLibrary()
        _loaded.append(_Library(raw))
    return _loaded[0]


class Document:
    """An open PDF; use it in a `with` statement, from one thread at a time."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._data = data  # pdfium reads from it until the document is closed
        self._lib = _library()
        _LOCK.acquire()
        raw = self._lib.raw
        self._document = raw.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._document:
            code = raw.FPDF_GetLastError()
            _LOCK.release()
            what, remedy = _ERRORS.get(
                code, ("this is no readable PDF: the file is damaged or cut off", "Fetch the file again.")
            )
            raise UnreadableInput(what, name, remedy)
        self.pages: int = raw.FPDF_GetPageCount(self._document)

    def __enter__(self) -> Document:
        return self

    def __exit__(self, *exception: object) -> None:
        self._lib.raw.FPDF_CloseDocument(self._document)
        _LOCK.release()

    def page(self, number: int, pictures: bool = False) -> Page | None:
        """The page `number` (from 1), with the bytes of its pictures if they are wanted; None if it cannot be read."""
        raw = self._lib.raw
        page = raw.FPDF_LoadPage(self._document, number - 1)
        if not page:
            return None
        try:
            text = raw.FPDFText_LoadPage(page)
            if not text:
                return None
            try:
                return _Reader(self._lib, page, text, self._document).page(number, pictures)
            finally:
                raw.FPDFText_ClosePage(text)
        finally:
            raw.FPDF_ClosePage(page)


SPACE = 0.16
"""A gap between letters wider than this part of their size is a space, whether or not the file draws one: in 33 files
of the United Nations the letters of a word stand closer than 0.14 wherever one piece of text ends in it."""
_WORD = re.compile("[^\\s\ufffe\u0002]+[\ufffe\u0002]?|[\ufffe\u0002]")
_UNWANTED = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufeff\u200b\u200c\u200d\u2060]|[\ufb00-\ufb06]")
_LIGATURES = dict(
    zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


_Found = tuple[str, float, float, float, float, Style, str, bool, bool]
"""text, x0, y0, x1, y1 (ends of the base line, in user space), style, space, drawn, broken"""


class _Reader:
    """Reads one open page."""

    def __init__(self, lib: _Library, page: Any, text: Any, document: Any) -> None:
        self.lib = lib
        self.page_handle = page
        self.text_handle = text
        self.text_page = ctypes.cast(text, ctypes.c_void_p).value
        self.document = document
        self.styles: dict[int | None, Style] = {}
        self.looks: dict[tuple[int | None, float, bytes, bool], Style] = {}
        self.fonts: dict[int | None, tuple[str, bool, bool, bool]] = {}
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = lib.raw.FS_RECTF()
        self._matrix = lib.raw.FS_MATRIX()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._shades = tuple(ctypes.c_uint() for _ in range(4))
        self.unmapped = 0

    def page(self, number: int, pictures: bool) -> Page:
        raw = self.lib.raw
        box = raw.FS_RECTF()
        if not raw.FPDF_GetPageBoundingBox(self.page_handle, box):
            box.left, box.bottom, box.right, box.top = 0.0, 0.0, 612.0, 792.0
        frame = (box.left, box.bottom, box.right, box.top)
        text, places = self._text()
        found = list(self._words(text, places))
        turn = _main_turn(found)
        words = tuple(_placed(word, turn, frame) for word in found)
        width, height = box.right - box.left, box.top - box.bottom
        if turn % 2:
            width, height = height, width
        boxes = [(kind, _turned(b, turn, frame), *more) for kind, b, *more in self._drawings(pictures)]
        turned_over = not turn and not text.isascii() and self._is_right_to_left(text)
        if turned_over:
            words = (*self._sorted(text, places, frame), *(word for word in words if word.style.turn))
            boxes = [(kind, (width - b[2], b[1], width - b[0], b[3]), *more) for kind, b, *more in boxes]
        across, upright, images = _sorted_drawings(boxes)
        scanned = _is_scan(words, images, width * height)
        return Page(number, width, height, words, across, upright, images, self.unmapped, scanned, turned_over)

    # --- words

    def _text(self) -> tuple[str, Sequence[int]]:
        """The characters of the page as pdfium orders them, and their numbers."""
        raw = self.lib.raw
        count = raw.FPDFText_CountChars(self.text_handle)
        if count <= 0:
            return "", ()
        buffer = (ctypes.c_ushort * (2 * count + 2))()
        length = raw.FPDFText_GetText(self.text_handle, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(0, length - 1)].decode("utf-16-le", "replace")
        whole = len(text) == count
        return text, range(count) if whole else [self.lib.index_of(self.text_page, i) for i in range(len(text))]

    def _is_right_to_left(self, text: str) -> bool:
        if _RIGHT_TO_LEFT.search(text) is None:
            return False
        from akn.readers.pdf import bidi

        return bidi.is_right_to_left(text)

    def _sorted(self, text: str, places: Sequence[int], frame: tuple[float, float, float, float]) -> list[Word]:
        """The words of a page that is written from right to left, by the places of its letters."""
        from akn.readers.pdf import bidi

        return bidi.words(self._glyphs(text, places, frame))

    def _glyphs(
        self, text: str, places: Sequence[int], frame: tuple[float, float, float, float]
    ) -> Iterator[bidi.Glyph]:
        """The drawn letters of the page, those of a ligature together, on the page turned over."""
        from akn.readers.pdf import bidi

        lib, page, box = self.lib, self.text_page, self._box
        known: tuple[float, float] | None = None
        letters: list[str] = []
        glyph: bidi.Glyph | None = None
        for character, index in zip(text, places, strict=True):
            if index < 0 or lib.generated(page, index):
                continue
            said = "-" if character in "\ufffe\x02" else self._clean(character)
            style = self._style(lib.object_of(page, index), index)
            if not said or style.turn:
                continue
            lib.origin(page, index, self._x, self._y)
            place = (self._x.value, self._y.value)
            lib.loose(page, index, box)
            left, right = frame[2] - max(box.left, box.right), frame[2] - min(box.left, box.right)
            if said.isspace() and right - left < 0.05 * style.size:
                continue  # pdfium makes one of a shift between two letters
            if place == known and glyph is not None:
                glyph = glyph._replace(left=min(left, glyph.left), right=max(right, glyph.right))
                letters.append(said)
                continue
            if glyph is not None:
                yield glyph._replace(text=bidi.cluster("".join(letters)))
            glyph, letters, known = bidi.Glyph("", left, right, frame[3] - place[1], style), [said], place
        if glyph is not None:
            yield glyph._replace(text=bidi.cluster("".join(letters)))

    def _words(self, text: str, places: Sequence[int]) -> Iterator[_Found]:
        """Stretches of words of one text object, without looking at each word's place."""
        lib, page = self.lib, self.text_page
        whole = _RIGHT_TO_LEFT.search(text) is None  # else pieces of text objects may take turns
        begin = end = 0
        reach = -1  # the text object of `known` goes on to this character at least
        space, drawn = "", True
        known = None
        after_hyphen = False
        object_of, generated = lib.object_of, lib.generated
        spans = [match.span() for match in _WORD.finditer(text)]
        for number, (start, stop) in enumerate(spans):
            white = text[end:start]
            same = start < reach or (known is not None and object_of(page, places[start]) == known)
            if same and white == " " and not after_hyphen and not generated(page, places[end]):
                end = stop
            else:
                if end:
                    yield from self._parts(text[begin:end], places[begin], places[end - 1], space, drawn)
                if after_hyphen or "\n" in white:
                    space, drawn = "\n", True
                elif white:
                    space, drawn = white[0], len(white) > 1 or not generated(page, places[end])
                else:
                    space, drawn = "", True
                begin, end = start, stop
            after_hyphen = text[stop - 1] in "\ufffe\x02"
            if after_hyphen:
                known, reach = None, -1
            elif stop > reach:
                known = object_of(page, places[stop - 1])
                reach = self._reach(known, spans, number, places) if whole else -1
        if end:
            yield from self._parts(text[begin:end], places[begin], places[end - 1], space, drawn)

    def _reach(self, known: int | None, spans: list[tuple[int, int]], number: int, places: Any) -> int:
        """The end of a word to which the text object `known` surely goes on, by steps that double."""
        step, reach = 1, spans[number][1]
        while (next_ := number + step) < len(spans):
            stop = spans[next_][1]
            if self.lib.object_of(self.text_page, places[stop - 1]) != known:
                break
            reach, step = stop, 2 * step
        return reach

    def _parts(self, words: str, first: int, last: int, space: str, drawn: bool) -> Iterator[_Found]:
        """A stretch, cut where its style changes."""
        if first < 0 or last < first:
            return
        lib, page = self.lib, self.text_page
        broken = words[-1] in "\ufffe\x02"
        if broken:
            words = words[:-1] + ("\u00ad" if lib.unicode(page, last) == 0xAD else "-")
        one = lib.object_of(page, first)
        if last == first or one == lib.object_of(page, last) or last - first + 1 != len(words):
            cuts = [(0, len(words), self._style(one, first))]
        else:
            cuts = self._cuts(first, len(words))
        for begin, end, style in cuts:
            part = words[begin:end]
            if not part.isascii() or not part.isprintable():
                part = self._clean(part)
            if not part.strip():
                space = space or part[:1]
                continue
            at = first + begin + len(part) - len(part.lstrip()) if len(part) == end - begin else first + begin
            x0, y0, x1, y1 = self._ends(at, first + end - 1 if end < len(words) else last, part, style.turn)
            yield (
                part.strip(),
                x0,
                y0,
                x1,
                y1,
                style,
                space or (part[0] if part[0].isspace() else ""),
                drawn,
                broken and end == len(words),
            )
            space, drawn = part[-1] if part[-1].isspace() else "", True

    def _cuts(self, first: int, length: int) -> list[tuple[int, int, Style]]:
        """Where the style changes in a stretch of more than one text object, or a gap stands in it."""
        cuts: list[tuple[int, int, Style]] = []
        index = 0
        while index < length:
            handle = self.lib.object_of(self.text_page, first + index)
            end = self._object_end(handle, first + index, first + length) - first
            style = self._style(handle, first + index)
            if cuts and cuts[-1][2] == style and not self._apart(first + index, style):
                cuts[-1] = (cuts[-1][0], end, style)
            else:
                cuts.append((index, end, style))
            index = end
        return cuts

    def _object_end(self, handle: int | None, low: int, high: int) -> int:
        """Where the text object that begins at `low` ends, at `high` at most."""
        object_of, page = self.lib.object_of, self.text_page
        if object_of(page, high - 1) == handle:
            return high
        high -= 1
        while high - low > 1:
            middle = (low + high) // 2
            if object_of(page, middle) == handle:
                low = middle
            else:
                high = middle
        return high

    def _apart(self, index: int, style: Style) -> bool:
        """Whether a character stands higher or lower than the one before it, or leaves a gap as wide as a space."""
        lib, page, x, y, box = self.lib, self.text_page, self._x, self._y, self._box
        lib.origin(page, index - 1, x, y)
        before = (x.value, y.value)
        lib.origin(page, index, x, y)
        if min(abs(before[1] - y.value), abs(before[0] - x.value)) > 0.8:
            return True
        lib.loose(page, index - 1, box)
        return style.turn == 0 and x.value - box.right > SPACE * style.size

    def _clean(self, part: str) -> str:
        """Letters for ligatures, nothing for control characters, U+FFFD for what has no Unicode."""
        if "\ufffd" in part or any("\ue000" <= c <= "\uf8ff" for c in part):
            self.unmapped += sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in part)
            part = re.sub("[\ue000-\uf8ff]", "\ufffd", part)
        return _UNWANTED.sub(lambda m: _LIGATURES.get(m[0], ""), part)

    def _ends(self, first: int, last: int, part: str, turn: int) -> tuple[float, float, float, float]:
        """The ends of the base line, as far as loose boxes tell."""
        lib, page, box = self.lib, self.text_page, self._box
        lib.origin(page, first, self._x, self._y)
        x0, y0 = self._x.value, self._y.value
        lib.loose(page, last, box)
        if turn == 0:
            x1, y1 = box.right, y0
        elif turn == 1:
            x1, y1 = x0, box.top
        elif turn == 2:
            x1, y1 = box.left, y0
        else:
            x1, y1 = x0, box.bottom
        if not part.isascii() and _RIGHT_TO_LEFT.search(part):
            left = box.left
            lib.loose(page, first, box)
            if turn == 0 and box.left > left:
                x0, x1 = left, box.right
        return x0, y0, x1, y1

    def _style(self, handle: int | None, index: int) -> Style:
        style = self.styles.get(handle)
        if style is None:
            style = self.styles[handle] = self._new_style(handle, index)
        return style

    def _new_style(self, handle: int | None, index: int) -> Style:
        """The style of a text object; most look like one before."""
        lib, page, opacity = self.lib, self.text_page, self._shades[3]
        lib.matrix(page, index, self._matrix)
        hidden = bool(handle) and lib.render_mode(handle) == 3
        if not hidden and lib.fill(page, index, *self._shades):
            hidden = opacity.value == 0
        font = lib.font(handle) if handle else None
        look = (font, lib.size(page, index), bytes(self._matrix)[:16], hidden)
        style = self.looks.get(look)
        if style is None:
            style = self.looks[look] = self._look(font, index, look[1], hidden)
        return style

    def _look(self, font: int | None, index: int, size: float, hidden: bool) -> Style:
        lib, page, matrix = self.lib, self.text_page, self._matrix
        angle = atan2(matrix.b, matrix.a) * 2 / pi
        turn = round(angle) % 4 if abs(angle - round(angle)) < 0.03 else 4
        known = self.fonts.get(font)
        if known is None:
            length = lib.font_info(page, index, self._name, 128, self._flags)
            name = self._name.raw[: max(0, min(length, 128) - 1)].decode("utf-8", "replace")
            known = self.fonts[font] = _font(name, self._flags.value, lib.weight(page, index))
        size = round(abs(size * hypot(matrix.c, matrix.d)), 1)
        return Style(size, known[1], known[2], known[0], hidden, turn, known[3])

    # --- drawings

    def _drawings(self, pictures: bool) -> Iterator[tuple[Any, ...]]:
        """(kind, (x0, y0, x1, y1), ...) of the paths (2) and pictures (3) of the page."""
        lib = self.lib
        handle = ctypes.cast(self.page_handle, ctypes.c_void_p).value
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        for index in range(min(lib.raw.FPDFPage_CountObjects(self.page_handle), 20_000)):
            item = lib.page_object(handle, index)
            kind = lib.object_type(item)
            if kind not in (2, 3) or not lib.bounds(item, left, bottom, right, top):
                continue
            box = (left.value, bottom.value, right.value, top.value)
            if kind == 2 and min(box[2] - box[0], box[3] - box[1]) > 3.0:
                if max(box[2] - box[0], box[3] - box[1]) > 20:
                    yield 4, box
                continue
            if kind == 3:
                yield (3, box, *(self._picture(item) if pictures else ("", b"")))
            else:
                yield 2, box

    def _picture(self, item: Any) -> tuple[str, bytes]:
        """The bytes of a picture as the file has them, where that is a format of its own: JPEG, JPEG 2000."""
        raw = self.lib.raw
        handle = ctypes.cast(ctypes.c_void_p(item), raw.FPDF_PAGEOBJECT)
        if raw.FPDFImageObj_GetImageFilterCount(handle) != 1:
            return _rendered(raw, self.document, self.page_handle, handle)
        name = ctypes.create_string_buffer(32)
        raw.FPDFImageObj_GetImageFilter(handle, 0, name, 32)
        suffix = {b"DCTDecode": ".jpg", b"JPXDecode": ".jp2"}.get(name.value, "")
        if not suffix:
            return _rendered(raw, self.document, self.page_handle, handle)
        size = raw.FPDFImageObj_GetImageDataRaw(handle, None, 0)
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFImageObj_GetImageDataRaw(handle, buffer, size)
        return suffix, buffer.raw


def _rendered(raw: Any, document: Any, page: Any, handle: Any) -> tuple[str, bytes]:
    """A picture of any other coding as PNG."""
    bitmap = raw.FPDFImageObj_GetRenderedBitmap(document, page, handle)
    if not bitmap:
        return "", b""
    try:
        width, height = raw.FPDFBitmap_GetWidth(bitmap), raw.FPDFBitmap_GetHeight(bitmap)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        depth = {1: 1, 2: 3, 3: 4, 4: 4}.get(raw.FPDFBitmap_GetFormat(bitmap), 0)
        if not depth or width * height > 50_000_000:
            return "", b""
        pixels = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return ".png", _png(pixels, width, height, stride, depth)


def _png(pixels: bytes, width: int, height: int, stride: int, depth: int) -> bytes:
    """Pixels in pdfium's order (grey, BGR, BGRx or BGRA) as a PNG file (RFC 2083)."""
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    rows = []
    for top in range(0, stride * height, stride):
        row = bytearray(pixels[top : top + width * depth])
        if depth > 1:
            row[0::depth], row[2::depth] = row[2::depth], row[0::depth]
        rows.append(b"\0" + bytes(row))
    colour = {1: 0, 3: 2, 4: 6}[depth]
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((8, colour, 0, 0, 0))
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"".join(rows), 6)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


_ITALIC = re.compile(r"ital|obli|slant|[,-](?:bd|b|bold)?it?$", re.I)
_BARCODE = re.compile(r"barcode|3 ?of ?9|code ?(?:39|128)", re.I)
_BOLD = re.compile(r"bold|black|heavy|[,-]bd?(?:it?)?$", re.I)


def _font(name: str, flags: int, weight: int) -> tuple[str, bool, bool, bool]:
    """Name, italic, bold, bar code: by the name of the font, else by the flags of its descriptor (ISO 32000-1, table 123)."""
    name = name.partition("+")[2] or name
    italic = bool(_ITALIC.search(name)) or bool(flags & 1 << 6)
    bold = bool(_BOLD.search(name)) or bool(flags & 1 << 18) or weight > 650
    return name, italic, bold, bool(_BARCODE.search(name))


def _main_turn(words: list[_Found]) -> int:
    """The direction in which most of the page is written: pages with wide tables are turned."""
    counts = [0, 0, 0, 0, 0]
    for word in words:
        counts[word[5].turn] += len(word[0])
    best = max(range(4), key=lambda turn: counts[turn])
    return best if counts[best] > 2 * counts[0] else 0


def _is_scan(words: tuple[Word, ...], pictures: tuple[Picture, ...], area: float) -> bool:
    letters = sum(len(word.text) for word in words)
    hidden = sum(len(word.text) for word in words if word.style.hidden)
    covered = sum((p.right - p.left) * (p.bottom - p.top) for p in pictures)
    return hidden > 0.8 * letters > 0 and covered > 0.4 * area


def _placed(word: _Found, turn: int, frame: tuple[float, float, float, float]) -> Word:
    text, x0, y0, x1, y1, style, space, drawn, broken = word
    if turn == 0:
        left, right, base = x0 - frame[0], x1 - frame[0], frame[3] - y0
    elif turn == 1:
        left, right, base = y0 - frame[1], y1 - frame[1], x0 - frame[0]
    elif turn == 2:
        left, right, base = frame[2] - x0, frame[2] - x1, y0 - frame[1]
    else:
        left, right, base = frame[3] - y0, frame[3] - y1, frame[2] - x0
    if turn:
        style = style._replace(turn=(style.turn - turn) % 4 if style.turn < 4 else 4)
    return Word(text, left, max(left, right), base, style, space, drawn, broken)


def _turned(
    box: tuple[float, float, float, float], turn: int, frame: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """left, top, right, bottom of a box (x0, y0, x1, y1 in user space)."""
    x0, y0, x1, y1 = box
    if turn == 0:
        return x0 - frame[0], frame[3] - y1, x1 - frame[0], frame[3] - y0
    if turn == 1:
        return y0 - frame[1], x0 - frame[0], y1 - frame[1], x1 - frame[0]
    if turn == 2:
        return frame[2] - x1, y0 - frame[1], frame[2] - x0, y1 - frame[1]
    return frame[3] - y1, frame[2] - x1, frame[3] - y0, frame[2] - x0


def _sorted_drawings(
    boxes: list[tuple[Any, ...]],
) -> tuple[tuple[Rule, ...], tuple[Rule, ...], tuple[Picture, ...]]:
    """Horizontal rules, vertical rules, pictures; the four sides of a box count as rules."""
    across: list[Rule] = []
    upright: list[Rule] = []
    pictures: list[Picture] = []
    for kind, (left, top, right, bottom), *more in boxes:
        if kind == 3:
            pictures.append(Picture(left, top, right, bottom, *more))
        elif kind == 4:
            across += [Rule(left, top, right, top), Rule(left, bottom, right, bottom)]
            upright += [Rule(left, top, left, bottom), Rule(right, top, right, bottom)]
        elif right - left >= bottom - top:
            across.append(Rule(left, top, right, bottom))
        else:
            upright.append(Rule(left, top, right, bottom))
    return tuple(_joined(across)), tuple(_joined_upright(upright)), tuple(pictures)


def _joined(rules: list[Rule]) -> list[Rule]:
    """Pieces of one horizontal line as one rule."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (round(r.top / 2), r.left)):
        last = joined[-1] if joined else None
        if last is not None and abs(last.top - rule.top) < 2 and rule.left <= last.right + 3:
            joined[-1] = Rule(
                last.left, min(last.top, rule.top), max(last.right, rule.right), max(last.bottom, rule.bottom)
            )
        else:
            joined.append(rule)
    return sorted((r for r in joined if r.right - r.left > 8), key=lambda r: r.top)


def _joined_upright(rules: list[Rule]) -> list[Rule]:
    """Pieces of one vertical line as one rule."""
    swapped = [Rule(r.top, r.left, r.bottom, r.right) for r in rules]
    return [Rule(r.top, r.left, r.bottom, r.right) for r in _joined(swapped)]
