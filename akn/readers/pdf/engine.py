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
from typing import TYPE_CHECKING, Any

from akn.errors import UnreadableInput
from akn.readers.pdf.drawings import picture, sorted_drawings, turned
from akn.readers.pdf.page import SPACE, Page, Picture, Style, Word
from akn.readers.pdf.pdfium import LOCK, Library, library

if TYPE_CHECKING:
    from akn.readers.pdf import bidi

_ERRORS = {
    4: (
        "the PDF is encrypted and needs a password",
        "Make a copy without one: qpdf --decrypt --password=... IN.pdf OUT.pdf",
    ),
    5: ("the PDF is encrypted in a way that cannot be read", "Make a copy without it: qpdf --decrypt IN.pdf OUT.pdf"),
}


class Document:
    """An open PDF; use it in a `with` statement, from one thread at a time."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._data = data  # pdfium reads from it until the document is closed
        self._lib = library()
        LOCK.acquire()
        raw = self._lib.raw
        self._document = raw.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._document:
            code = raw.FPDF_GetLastError()
            LOCK.release()
            what, remedy = _ERRORS.get(
                code, ("this is no readable PDF: the file is damaged or cut off", "Fetch the file again.")
            )
            raise UnreadableInput(what, name, remedy)
        self.pages: int = raw.FPDF_GetPageCount(self._document)

    def __enter__(self) -> Document:
        return self

    def __exit__(self, *exception: object) -> None:
        self._lib.raw.FPDF_CloseDocument(self._document)
        LOCK.release()

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

    def __init__(self, lib: Library, page: Any, text: Any, document: Any) -> None:
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
        boxes = [(kind, turned(b, turn, frame), *more) for kind, b, *more in self._drawings(pictures)]
        turned_over = not turn and not text.isascii() and self._is_right_to_left(text)
        if turned_over:
            words = (*self._sorted(text, places, frame), *(word for word in words if word.style.turn))
            boxes = [(kind, (width - b[2], b[1], width - b[0], b[3]), *more) for kind, b, *more in boxes]
        across, upright, images = sorted_drawings(boxes)
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
                yield (3, box, *(picture(lib.raw, self.document, self.page_handle, item) if pictures else ("", b"")))
            else:
                yield 2, box


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
