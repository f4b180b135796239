"""HEIC 与 AVIF 图片 · What is said about the picture is blanked where it stands; not a byte moves (ISO/IEC 23008-12).

The picture is found by offsets into the file, and turned by a property of its own: Exif and XMP are items beside
it, whose bytes become zeros. So it stays a HEIC, with the pixels and the orientation that it had.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from sansi.check.clean.cleaner import Cleaned, Cleaner, Order
from sansi.check.extract.document import Unreadable
from sansi.check.extract.zips import DAMAGED
from sansi.check.model import Both

_KEPT = {b"ftyp", b"meta", b"mdat", b"free", b"skip", b"moov", b"moof", b"styp", b"sidx", b"mfra"}
_BLANKED = Both(
    "照片信息和 XMP（原处清零，图片不动）", "Exif and XMP (made zeros in place, the picture is untouched)"
)
_BOXES = Both("图片以外的数据块（动态照片的视频等）", "boxes beside the picture (the film of a live photo …)")
_BEHIND = Both("图片结尾之后的数据", "data behind the end of the picture")
_THUMBNAIL = Both(
    "HEIC 里自带的小图没有动；若图片裁剪过，请导出为 PNG 再发",
    "the small picture within the HEIC was left: if the picture was cropped, export it as PNG",
)
# An Exif item begins with the way to its TIFF header; this is one with an empty directory.
_EMPTY = {b"Exif": b"\0\0\0\0MM\0*\0\0\0\x08" + bytes(6), b"mime": b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'}
_FILLING = {b"mime": b" "}


class _Box(NamedTuple):
    name: bytes
    start: int
    body: int
    end: int


def _clean(data: bytes, order: Order) -> Cleaned:  # noqa: ARG001 - every cleaner is asked the same way
    out = bytearray(data)
    done = Cleaned(b"")
    end = 0
    try:
        for box in _boxes(data, 0, len(data)):
            end = box.end
            if box.name == b"meta":
                _items(data, box, out, done)
            elif box.name not in _KEPT:
                _free(out, box)
                done.removed.append(_BOXES)
    except (struct.error, IndexError) as error:
        raise Unreadable(DAMAGED) from error
    if not end:
        raise Unreadable(DAMAGED)
    if end < len(data):
        done.removed.append(_BEHIND)
    done.data = bytes(out[:end])
    return done


def _boxes(data: bytes, at: int, end: int) -> Iterator[_Box]:
    """The boxes between two offsets, as far as they are boxes."""
    while at + 8 <= end:
        size, name = struct.unpack_from(">I4s", data, at)
        body = at + 8
        if size == 1:
            size = struct.unpack_from(">Q", data, body)[0]
            body += 8
        elif size == 0:
            size = end - at
        if size < body - at or at + size > end or not name.strip().isalnum():
            return
        yield _Box(name, at, body, at + size)
        at += size


def _free(out: bytearray, box: _Box) -> None:
    """Make `box` one of nothing: the offsets behind it stay right."""
    out[box.start + 4 : box.start + 8] = b"free"
    out[box.body : box.end] = bytes(box.end - box.body)


def _items(data: bytes, meta: _Box, out: bytearray, done: Cleaned) -> None:
    """Blank the items that say something; those that draw something stay."""
    inner = {box.name: box for box in _boxes(data, meta.body + 4, meta.end)}
    if b"iinf" not in inner or b"iloc" not in inner:
        raise Unreadable(DAMAGED)
    saying = {
        number: kind for number, kind in _kinds(data, inner[b"iinf"]) if kind in {b"Exif", b"mime", b"uri "}
    }
    for number, extents in _extents(data, inner[b"iloc"], inner.get(b"idat")):
        for first, (start, size) in enumerate(extents):
            if number not in saying:
                continue
            if start + size > len(data):
                raise Unreadable(DAMAGED)
            fresh = _blank(saying[number], size, first=not first)
            if out[start : start + size] != fresh:
                out[start : start + size] = fresh
                done.removed.append(_BLANKED)
    if b"iref" in inner and any(
        b.name == b"thmb" for b in _boxes(data, inner[b"iref"].body + 4, inner[b"iref"].end)
    ):
        done.left.append(_THUMBNAIL)


def _blank(kind: bytes, size: int, *, first: bool) -> bytes:
    """As many bytes as the item of a kind had, which say nothing and which whoever reads them understands."""
    start = _EMPTY.get(kind, b"") if first else b""
    start = start if len(start) <= size else b""
    return start + _FILLING.get(kind, b"\0") * (size - len(start))


def _kinds(data: bytes, info: _Box) -> Iterator[tuple[int, bytes]]:
    """Number and kind of each item."""
    at = info.body + (6 if data[info.body] == 0 else 8)
    for box in _boxes(data, at, info.end):
        version = data[box.body]
        if box.name != b"infe" or version < 2:
            continue
        number = int.from_bytes(data[box.body + 4 : box.body + (6 if version == 2 else 8)])
        at = box.body + (8 if version == 2 else 10)
        yield number, data[at : at + 4]


def _extents(data: bytes, where: _Box, idat: _Box | None) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Number of each item, and where its bytes are (23008-12 8.11.3)."""
    version = data[where.body]
    at = where.body + 4
    offset, length = data[at] >> 4, data[at] & 15
    base, index = data[at + 1] >> 4, data[at + 1] & 15 if version else 0
    wide = 4 if version == 2 else 2
    count = int.from_bytes(data[at + 2 : at + 2 + wide])
    at += 2 + wide

    def number(size: int) -> int:
        nonlocal at
        at += size
        if at > where.end:
            raise Unreadable(DAMAGED)
        return int.from_bytes(data[at - size : at])

    for _ in range(count):
        item = number(wide)
        method = number(2) & 15 if version else 0
        number(2)
        start = number(base)
        if method == 1 and idat is not None:
            start += idat.body
        extents = []
        for _ in range(number(2)):
            number(index)
            extents.append((start + number(offset), number(length)))
        if method > 1:
            raise Unreadable(DAMAGED)
        yield item, extents


CLEANER = Cleaner(("heic",), _clean)
