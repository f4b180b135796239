"""PNG 图片 · The chunks that make the picture stay; texts, times, Exif and private ones go (W3C PNG, third edition)."""

from __future__ import annotations

import zlib

from sansi.check.clean import orientation
from sansi.check.clean.cleaner import Cleaned, Cleaner, Order
from sansi.check.extract.document import Unreadable
from sansi.check.extract.zips import DAMAGED
from sansi.check.model import Both

_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs acTL fcTL fdAT CgBI".split()
)
_BLOCKS = Both(
    "图片里的附加信息块（文字、时间、照片信息等）",
    "blocks of information about the picture (texts, times, Exif …)",
)
_BEHIND = Both("图片结尾之后的数据", "data behind the end of the picture")
_BETWEEN = Both("压缩像素之后夹带的数据", "data hidden behind the packed pixels")


def _clean(data: bytes, order: Order) -> Cleaned:  # noqa: ARG001 - every cleaner is asked the same way
    chunks, exifs = [], []
    at, name = 8, b""
    while name != b"IEND":
        size, name = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + size]
        if len(name) < 4 or len(body) < size:
            raise Unreadable(DAMAGED)
        at += 12 + size
        if name == b"eXIf":
            exifs.append(body)
        if name in _KEPT:
            chunks.append((name, _unnamed(body) if name == b"iCCP" else body))
    removed = [_BEHIND] if at < len(data) else []
    if _trim(chunks):
        removed.append(_BETWEEN)
    held = orientation.block(exifs)
    if held:
        chunks.insert(1, (b"eXIf", held))
    fresh = data[:8] + b"".join(_chunk(name, body) for name, body in chunks)
    if fresh != data[:at] and _BETWEEN not in removed:
        removed.insert(0, _BLOCKS)
    return Cleaned(fresh, removed)


def _unnamed(profile: bytes) -> bytes:
    """A colour profile without the name that somebody gave it."""
    return b"icc" + profile[len(profile.partition(b"\0")[0]) :]


def _trim(chunks: list[tuple[bytes, bytes]]) -> bool:
    """Cut what follows the packed pixels within their chunks, which every viewer passes over; whether there was any."""
    unpacker = zlib.decompressobj(-15 if chunks[0][0] == b"CgBI" else 15)
    cut = False
    for number, (name, body) in enumerate(chunks):
        if name != b"IDAT":
            continue
        used = 0 if unpacker.eof else _used(unpacker, body)
        if used < len(body):
            chunks[number] = (name, body[:used])
            cut = True
    return cut


def _used(unpacker: zlib._Decompress, body: bytes) -> int:
    try:
        for at in range(0, len(body), 4096):
            unpacker.decompress(body[at : at + 4096])
            if unpacker.eof:
                return min(at + 4096, len(body)) - len(unpacker.unused_data)
    except zlib.error as error:
        raise Unreadable(DAMAGED) from error
    return len(body)


def _chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + name + body + zlib.crc32(name + body).to_bytes(4)


CLEANER = Cleaner(("png",), _clean)
