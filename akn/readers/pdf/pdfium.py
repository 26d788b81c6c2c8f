"""The functions of pdfium that are called for every word, from pypdfium2's raw bindings."""

# ruff: noqa: ANN401 (the handles of a C library have no types that Python knows)

from __future__ import annotations

import ctypes
from threading import Lock
from typing import Any

from akn.errors import MissingExtra

LOCK = Lock()
"""pdfium may be used by one thread at a time."""


class Library:
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


_loaded: list[Library] = []


def library() -> Library:
    """The library, loaded once. Raises `MissingExtra` where it is not installed."""
    if not _loaded:
        try:
            import pypdfium2_raw as raw
        except ImportError:
            raise MissingExtra(
                "reading PDF needs the package pypdfium2", "", 'Install it: pip install "akn[pdf]"'
            ) from None
        raw.FPDF_InitLibrary()
        _loaded.append(Library(raw))
    return _loaded[0]
