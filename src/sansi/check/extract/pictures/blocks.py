"""其他格式的结构 · The parts of WebP (RFC 9649), GIF (89a), BMP, and HEIF (ISO/IEC 23008-12) files."""

from __future__ import annotations

from sansi.check.extract.pictures.parts import Parts

_WEBP = frozenset(("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"))
_BOXES = frozenset(("ftyp", "meta", "mdat", "free", "skip", "moov", "moof", "styp", "sidx", "mfra", "pdin"))


def webp(data: bytes) -> Parts:
    """The chunks of a WebP file."""
    size = int.from_bytes(data[4:8], "little") + 8
    parts = Parts(complete=size <= len(data), trailing=data[size + size % 2 :])
    at = 12
    while at + 8 <= min(size, len(data)):
        name, length = data[at : at + 4].decode("latin-1"), int.from_bytes(data[at + 4 : at + 8], "little")
        body = data[at + 8 : at + 8 + length]
        if name == "EXIF":
            parts.exif.append(body.removeprefix(b"Exif\0\0"))
        elif name == "XMP ":
            parts.xmp.append(body)
        elif name not in _WEBP:
            parts.strings(name, body)
        at += 8 + length + length % 2
    return parts


def gif(data: bytes) -> Parts:
    """The comments and applications' blocks of a GIF file."""
    parts = Parts(complete=False)
    at = 13 + _colours(data[10:11])
    while at < len(data):
        kind = data[at]
        if kind == 0x3B:
            parts.complete, parts.trailing = True, data[at + 1 :]
            break
        if kind == 0x2C:
            _, at = _blocks(data, at + 11 + _colours(data[at + 9 : at + 10]))
        elif kind == 0x21:
            start, label = at + 2, data[at + 1 : at + 2]
            body, at = _blocks(data, start)
            _extension(label, body, data[start:at], parts)
        else:
            break
    return parts


def _colours(flags: bytes) -> int:
    return 3 << ((flags[0] & 7) + 1) if flags and flags[0] & 0x80 else 0


def _blocks(data: bytes, at: int) -> tuple[list[bytes], int]:
    """The sub-blocks from `at`, and where they end."""
    blocks = []
    while at < len(data) and data[at]:
        blocks.append(data[at + 1 : at + 1 + data[at]])
        at += 1 + data[at]
    return blocks, at + 1


def _extension(label: bytes, blocks: list[bytes], raw: bytes, parts: Parts) -> None:
    if label == b"\xfe":
        parts.say("Comment", b"".join(blocks))
    elif label == b"\x01":
        parts.say("Plain Text", b"".join(blocks[1:]))
    elif label == b"\xff" and blocks and blocks[0] == b"XMP DataXMP":
        # The packet stands there bare, so that its bytes are not cut into blocks.
        parts.xmp.append(raw[12:].partition(b"\x01\xff\xfe")[0])
    elif label == b"\xff" and blocks and blocks[0] not in {b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"}:
        parts.strings("Application", b"".join(blocks))


def bmp(data: bytes) -> Parts:
    """What follows the bitmap; some writers leave the size out."""
    size = int.from_bytes(data[2:6], "little")
    return Parts(trailing=data[size:] if 54 <= size < len(data) else b"")


def heif(data: bytes) -> Parts:
    """What follows the last box of a HEIF file, and the film of a live picture."""
    parts = Parts()
    at = 0
    while at + 8 <= len(data):
        size, name = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8].decode("latin-1")
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16])
        elif size == 0:
            size = len(data) - at
        if (name == "ftyp" and at) or not name.isprintable():
            break  # another file begins, or bytes that are no box
        if size < 8 or at + size > len(data):
            parts.complete = name not in _BOXES
            break
        if name == "mpvd":
            parts.trailing += data[at + 8 : at + size]
        elif name not in _BOXES:
            parts.strings(name, data[at : at + size])
        at += size
    else:
        return parts
    if at and parts.complete:
        parts.trailing += data[at:]
    return parts
