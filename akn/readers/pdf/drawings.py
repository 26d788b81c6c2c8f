"""Drawn lines as rules, and pictures as files."""

# ruff: noqa: ANN401 (the handles of a C library have no types that Python knows)

from __future__ import annotations

import ctypes
from typing import Any

from akn.readers.pdf.page import Picture, Rule


def turned(
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


def sorted_drawings(
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


# --- pictures


def picture(raw: Any, document: Any, page: Any, item: Any) -> tuple[str, bytes]:
    """The bytes of a picture as the file has them, where that is a format of its own: JPEG, JPEG 2000."""
    handle = ctypes.cast(ctypes.c_void_p(item), raw.FPDF_PAGEOBJECT)
    if raw.FPDFImageObj_GetImageFilterCount(handle) != 1:
        return _rendered(raw, document, page, handle)
    name = ctypes.create_string_buffer(32)
    raw.FPDFImageObj_GetImageFilter(handle, 0, name, 32)
    suffix = {b"DCTDecode": ".jpg", b"JPXDecode": ".jp2"}.get(name.value, "")
    if not suffix:
        return _rendered(raw, document, page, handle)
    size = raw.FPDFImageObj_GetImageDataRaw(handle, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFImageObj_GetImageDataRaw(handle, buffer, size)
    return suffix, buffer.raw


def _rendered(raw: Any, document: Any, page: Any, handle: Any) -> tuple[str, bytes]:
    """A picture of any other coding as PNG, in its own size where it has one."""
    bitmap = raw.FPDFImageObj_GetBitmap(handle) or raw.FPDFImageObj_GetRenderedBitmap(document, page, handle)
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
