"""JPEG 的结构 · The segments of a JPEG file (ITU-T T.81 annex B; Exif 3.0; XMP part 3; Photoshop resources)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sansi.check.extract.pictures.parts import Parts

_MARKER = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]", re.DOTALL)
_EXIF = b"Exif\0"
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_XMP_MORE = b"http://ns.adobe.com/xmp/extension/\0"
_PHOTOSHOP = b"Photoshop 3.0\0"
# What these say is about colours and pixels only.
_HARMLESS = (b"JFIF\0", b"JFXX\0", b"ICC_PROFILE\0", b"Adobe\0", b"MPF\0", b"Ducky", b"AROT", b"HDR_RI")
_EOI, _SOS = 0xD9, 0xDA


def parts_of(data: bytes) -> Parts:
    """The parts of a JPEG file."""
    parts = Parts(complete=False)
    more: dict[bytes, dict[int, bytes]] = {}
    for marker, body, end in _segments(data):
        if marker == _EOI:
            parts.complete, parts.trailing = True, data[end:]
        elif marker == 0xFE:
            parts.say("Comment", body)
        elif 0xE0 <= marker <= 0xEF:
            _application(marker - 0xE0, body, parts, more)
    for pieces in more.values():
        parts.xmp.append(b"".join(pieces[at] for at in sorted(pieces)))
    return parts


def _segments(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Marker, body and end of each segment up to the end of the image."""
    at = 2
    while (found := _MARKER.search(data, at)) is not None:
        marker, at = found[0][-1], found.end()
        if marker == _EOI:
            yield marker, b"", at
            return
        if marker in {0x01, 0xD8}:
            continue
        size = int.from_bytes(data[at : at + 2])
        if size < 2 or at + size > len(data):
            return
        yield marker, data[at + 2 : at + size], at + size
        at += size


def _application(number: int, body: bytes, parts: Parts, more: dict[bytes, dict[int, bytes]]) -> None:
    if body.startswith(_EXIF):
        parts.exif.append(body[6:])
    elif body.startswith(_XMP):
        parts.xmp.append(body[len(_XMP) :])
    elif body.startswith(_XMP_MORE):
        # 32 characters that say which packet it belongs to, its whole length, and where this piece goes.
        rest = body[len(_XMP_MORE) :]
        more.setdefault(rest[:32], {})[int.from_bytes(rest[36:40])] = rest[40:]
    elif body.startswith(_PHOTOSHOP):
        resources(body[len(_PHOTOSHOP) :], parts)
    elif not body.startswith(_HARMLESS):
        parts.strings(f"APP{number}", body)


def resources(data: bytes, parts: Parts) -> None:
    """What Photoshop keeps in a picture ("8BIM" blocks)."""
    at = 0
    while data[at : at + 4] == b"8BIM":
        kind = int.from_bytes(data[at + 4 : at + 6])
        name = data[at + 6] if at + 6 < len(data) else 0
        at += 7 + name + (name + 1) % 2
        size = int.from_bytes(data[at : at + 4])
        body = data[at + 4 : at + 4 + size]
        at += 4 + size + size % 2
        if kind == 0x0404:
            parts.iptc.append(body)
        elif kind in {0x0409, 0x040C} and len(body) > 28:
            parts.previews.append(("Photoshop", body[28:]))
        elif kind in {0x0422, 0x0423}:
            parts.exif.append(body)
        elif kind == 0x0424:
            parts.xmp.append(body)
