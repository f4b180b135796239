"""JPEG 图片 · The segments that make the picture stay byte for byte; everything said about it goes (ITU-T T.81)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sansi.check.clean import orientation
from sansi.check.clean.cleaner import Cleaned, Cleaner, Order
from sansi.check.extract.document import Unreadable
from sansi.check.extract.zips import DAMAGED
from sansi.check.model import Both

_APP0, _APP1, _APP2, _APP14, _APP15, _COMMENT = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
_END, _SCAN = 0xD9, 0xDA
# Two bytes and no length: restart marks and TEM.
_BARE = {0x01, *range(0xD0, 0xD9)}
# Within a scan FF 00 is a byte FF of the picture, and FF D0 to D7 restart it.
_NEXT = re.compile(rb"\xff+[\x01-\xcf\xd8-\xfe]")
_BLOCKS = Both(
    "图片里的附加信息块（照片信息、说明、缩略图等）",
    "blocks of information about the picture (Exif, captions, thumbnails …)",
)
_BEHIND = Both("图片结尾之后的数据", "data behind the end of the picture")


def _clean(data: bytes, order: Order) -> Cleaned:  # noqa: ARG001 - every cleaner is asked the same way
    out, exifs = [], []
    end = len(data)
    for marker, start, stop in _segments(data):
        body = data[start + 4 : stop]
        if marker == _END:
            end = stop
        if marker == _APP1 and body.startswith(b"Exif\0\0"):
            exifs.append(body[6:])
        if _stays(marker, body):
            out.append(_jfif(data[start:stop]) if marker == _APP0 else data[start:stop])
    held = orientation.block(exifs)
    if held:
        # Behind the JFIF header, which has to come first.
        at = 1 if out and out[0][1:2] == b"\xe0" else 0
        out.insert(at, b"\xff\xe1" + (len(held) + 8).to_bytes(2) + b"Exif\0\0" + held)
    fresh = b"\xff\xd8" + b"".join(out)
    removed = [_BLOCKS] if fresh != data[:end] else []
    if end < len(data):
        removed.append(_BEHIND)
    return Cleaned(fresh, removed)


def _stays(marker: int, body: bytes) -> bool:
    if marker == _APP0:
        return body.startswith(b"JFIF\0")
    if marker == _APP2:
        return body.startswith(b"ICC_PROFILE\0")
    if marker == _APP14:
        # Tells how the colours are coded.
        return body.startswith(b"Adobe")
    return not (_APP0 <= marker <= _APP15 or marker == _COMMENT)


def _jfif(segment: bytes) -> bytes:
    """The JFIF header without the thumbnail that may follow in it."""
    return segment[:2] + b"\0\x10" + segment[4:16] + b"\0\0" if len(segment) > 18 else segment


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, start and end of each segment, scans with the data that follow them; up to the end of the image."""
    at = 2
    while at + 2 <= len(data):
        if data[at] != 0xFF:
            raise Unreadable(DAMAGED)
        if data[at + 1] == 0xFF:
            at += 1  # padding
            continue
        marker, start = data[at + 1], at
        if marker == _END or marker in _BARE:
            at += 2
            yield marker, start, at
            if marker == _END:
                return
            continue
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
        if marker == _SCAN:
            found = _NEXT.search(data, at)
            at = found.start() if found else len(data)
        if at < start + 4 or at > len(data):
            raise Unreadable(DAMAGED)
        yield marker, start, at
    raise Unreadable(DAMAGED)


CLEANER = Cleaner(("jpeg",), _clean)
