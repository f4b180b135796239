"""页面里的图片 · Pictures on a PDF page, as files: a JPEG just as it lies there, others as BMP."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from hashlib import blake2b

from sansi.check.extract import pdfium
from sansi.check.extract.budget import PIXELS
from sansi.check.extract.document import Embedded
from sansi.check.extract.pdf_objects import Image

MOST = 500
"""Pictures of one file that are handed on."""
_SMALL = 20
"""Pixels: the smallest QR code has 21 modules a side (ISO/IEC 18004)."""
_FEW = 5_000
"""Pixels: in fewer there is no line of words, except where it is square enough to be a code."""
_DEPTHS = {1: 1, 2: 3, 3: 4, 4: 4, 5: 4}
"""Bytes a pixel of the library's formats: grey, BGR, BGRx, BGRA, BGRA premultiplied."""


class TooMany(Exception):  # noqa: N818 - it says what the pictures are
    """More or bigger pictures than are handed on."""


class Pictures:
    """Hands on the pictures of one page after the other, each only once."""

    def __init__(self, room: int) -> None:
        """Hand on at most `room` bytes."""
        self._seen: set[bytes] = set()
        self._room = room

    def of_page(self, number: int, images: Iterable[Image]) -> tuple[list[Embedded], bool]:
        """The pictures of page `number` (from 1) that may hold words or codes; and whether some were too many."""
        found: list[Embedded] = []
        cut = False
        for image in images:
            width, height = pdfium.pixels_of_image(image.handle)
            if not _tells(width, height):
                continue
            try:
                made = self._one(image.handle, width, height)
            except TooMany:
                cut = True
                continue
            if made:
                data, kind = made
                found.append(Embedded(f"p{number}-{len(found) + 1}.{kind}", data))
        return found, cut

    def _one(self, handle: int, width: int, height: int) -> tuple[bytes, str] | None:
        """The file of an image, None when it has been handed on before; raises TooMany."""
        raw = encoded(handle, self._room)
        jpeg = raw.startswith(b"\xff\xd8")
        mark = blake2b(raw, digest_size=16).digest() + struct.pack("<II", width, height)
        if raw and mark in self._seen:
            return None
        if len(self._seen) >= MOST or width * height > PIXELS:
            raise TooMany
        data = raw if jpeg else bitmap(handle)
        self._room -= len(data)
        if self._room < 0:
            raise TooMany
        self._seen.add(mark)
        return (data, "jpg" if jpeg else "bmp") if data else None


def _tells(width: int, height: int) -> bool:
    """Whether there is room for words or a code."""
    if min(width, height) < _SMALL:
        return False
    return width * height >= _FEW or 0.8 <= width / height <= 1.25


def encoded(handle: int, most: int) -> bytes:
    """The image as it lies in the file, a JPEG as such; raises TooMany beyond `most` bytes."""
    data = pdfium.image_data(handle, most, unpack=_is_jpeg(handle))
    if data is None:
        raise TooMany
    return data


def _is_jpeg(handle: int) -> bool:
    return pdfium.filters(handle)[-1:] == ["DCTDecode"]


def head(handle: int) -> bytes:
    """The beginning of a JPEG image, nothing of others."""
    if not _is_jpeg(handle):
        return b""
    try:
        return encoded(handle, 64 << 20)[: 64 << 10]
    except TooMany:
        return b""


def bitmap(handle: int) -> bytes:
    """The image unpacked, as a BMP file from its bottom row up; empty when it is damaged."""
    made = pdfium.image_bitmap(handle)
    if not made:
        return b""
    try:
        width, height = pdfium.bitmap_width(made), pdfium.bitmap_height(made)
        depth = _DEPTHS.get(pdfium.bitmap_format(made), 0)
        if not depth:
            return b""
        return bmp(*pdfium.pixels(made), width, height, depth)
    finally:
        pdfium.destroy_bitmap(made)


def bmp(data: bytes, stride: int, width: int, height: int, depth: int) -> bytes:
    """Rows of `stride` bytes, of which each pixel has `depth`, as a BMP file."""
    palette = b"".join(bytes((i, i, i, 0)) for i in range(256)) if depth == 1 else b""
    row = width * depth
    pad = bytes(-row % 4)
    start = 54 + len(palette)
    body = b"".join(data[y * stride : y * stride + row] + pad for y in range(height - 1, -1, -1))
    head = struct.pack("<2sIHHI", b"BM", start + len(body), 0, 0, start)
    # BITMAPINFOHEADER: size, width, height, planes, bits a pixel, not packed, then what nobody needs.
    info = struct.pack("<IiiHHIIiiII", 40, width, height, 1, depth * 8, 0, len(body), 2835, 2835, 0, 0)
    return head + info + palette + body
