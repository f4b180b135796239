"""WebP 图片 · The chunks that make the picture stay; Exif, XMP and unknown ones go (RFC 9649)."""

from __future__ import annotations

from sansi.check.clean import orientation
from sansi.check.clean.cleaner import Cleaned, Cleaner, Order
from sansi.check.extract.document import Unreadable
from sansi.check.extract.zips import DAMAGED
from sansi.check.model import Both

_KEPT = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
_IN_FRAME = {b"VP8 ", b"VP8L", b"ALPH"}
_FRAME_HEADER = 16
# Bits of the first byte of VP8X: whether there are Exif and XMP.
_EXIF, _XMP = 0x08, 0x04
_BLOCKS = Both(
    "图片里的附加信息块（照片信息、XMP 等）", "blocks of information about the picture (Exif, XMP …)"
)
_BEHIND = Both("图片结尾之后的数据", "data behind the end of the picture")

_Chunk = tuple[bytes, bytes]


def _clean(data: bytes, order: Order) -> Cleaned:  # noqa: ARG001 - every cleaner is asked the same way
    end = int.from_bytes(data[4:8], "little") + 8
    if end > len(data):
        raise Unreadable(DAMAGED)
    chunks = _chunks(data[12:end])
    kept = [(name, _frame(body) if name == b"ANMF" else body) for name, body in chunks if name in _KEPT]
    held = orientation.block(body.removeprefix(b"Exif\0\0") for name, body in chunks if name == b"EXIF")
    if held:
        kept.append((b"EXIF", held))
    kept = [(name, _flagged(body, held) if name == b"VP8X" else body) for name, body in kept]
    body = b"WEBP" + _joined(kept)
    out = b"RIFF" + len(body).to_bytes(4, "little") + body
    removed = [_BLOCKS] if out != data[:end] else []
    if data[end + end % 2 :]:
        removed.append(_BEHIND)
    return Cleaned(out, removed)


def _chunks(data: bytes) -> list[_Chunk]:
    found, at = [], 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        body = data[at + 8 : at + 8 + size]
        if len(body) < size:
            raise Unreadable(DAMAGED)
        found.append((data[at : at + 4], body))
        at += 8 + size + size % 2
    return found


def _joined(chunks: list[_Chunk]) -> bytes:
    return b"".join(
        name + len(body).to_bytes(4, "little") + body + bytes(len(body) % 2) for name, body in chunks
    )


def _frame(body: bytes) -> bytes:
    """A frame of an animation without the unknown chunks in it."""
    inner = [(name, data) for name, data in _chunks(body[_FRAME_HEADER:]) if name in _IN_FRAME]
    return body[:_FRAME_HEADER] + _joined(inner)


def _flagged(body: bytes, held: bytes) -> bytes:
    return bytes([body[0] & ~(_EXIF | _XMP) | (_EXIF if held else 0)]) + body[1:] if body else body


CLEANER = Cleaner(("webp",), _clean)
