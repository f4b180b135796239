"""解压 · One compressed stream unpacked within the limits of `budget` (RFC 1952, bzip2, xz)."""

from __future__ import annotations

import bz2
import lzma
import re
import zlib
from typing import NamedTuple

from sansi.check.extract.budget import RATIO, RATIO_FREE, TOTAL_BYTES, Budget, too_big
from sansi.check.extract.document import Unreadable
from sansi.check.extract.zips import DAMAGED
from sansi.check.model import Both

CUT = Both(
    "压缩数据不完整或损坏，只检查了能取出的部分；请重新取得一份",
    "is cut short or damaged, only what could be unpacked was checked: get it anew",
)
_BLOCK = 1 << 16
_STEP = 1 << 20
# A dictionary of its own size is what each stream of xz asks for.
_XZ_MEMORY = 128 << 20
_MEMBER = re.compile(rb"\x1f\x8b\x08")


class Unpacked(NamedTuple):
    """What a stream held, and whether that is all of it."""

    data: bytes
    gap: Both | None


def gunzipped(data: bytes, budget: Budget) -> Unpacked:
    """All members of a gzip file; a damaged one is passed over. Raises Unreadable: a bomb, nothing sound."""
    out = bytearray()
    limit = _limit(data)
    at, gap = 0, None
    while 0 <= at < len(data):
        more, end = _member(data, at, budget, limit - len(out))
        out += more
        if end < 0:
            gap = CUT
            follows = _MEMBER.search(data, at + 3)
            at = follows.start() if follows else -1
        else:
            # Zero bytes may pad a tape's block.
            at = (
                end + len(data[end:]) - len(data[end:].lstrip(b"\0")) if data[end : end + 1] == b"\0" else end
            )
            if at < len(data) and data[at : at + 2] != b"\x1f\x8b":
                gap = CUT
                follows = _MEMBER.search(data, at)
                at = follows.start() if follows else -1
    if gap and not out:
        raise Unreadable(DAMAGED)
    return Unpacked(bytes(out), gap)


def _member(data: bytes, at: int, budget: Budget, limit: int) -> tuple[bytes, int]:
    """One member from `at` and where it ends, -1 where it is not sound."""
    unpacker = zlib.decompressobj(31)
    out = bytearray()
    try:
        while not unpacker.eof:
            block = unpacker.unconsumed_tail or data[at : at + _BLOCK]
            if not block:
                return bytes(out), -1
            if not unpacker.unconsumed_tail:
                at += len(block)
            _take(out, unpacker.decompress(block, _STEP), budget, limit)
    except zlib.error:
        return bytes(out), -1
    return bytes(out), at - len(unpacker.unused_data)


def unpacked(data: bytes, kind: str, budget: Budget) -> Unpacked:
    """All streams of a bzip2 or xz file. Raises Unreadable: a bomb, nothing sound."""
    out = bytearray()
    limit = _limit(data)
    gap = None
    try:
        while data:
            unpacker = bz2.BZ2Decompressor() if kind == "bzip2" else _xz()
            fed = data
            while not unpacker.eof:
                more = unpacker.decompress(fed, _STEP)
                if not more and not unpacker.eof and (not fed or unpacker.needs_input):
                    gap = CUT
                    break
                fed = b""
                _take(out, more, budget, limit)
            data = b"" if gap else unpacker.unused_data.lstrip(b"\0")
    except (OSError, EOFError, ValueError, lzma.LZMAError, MemoryError):
        gap = CUT
    if gap and not out:
        raise Unreadable(DAMAGED)
    return Unpacked(bytes(out), gap)


def _xz() -> lzma.LZMADecompressor:
    return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)


def _limit(data: bytes) -> int:
    return min(TOTAL_BYTES, max(RATIO_FREE, RATIO * len(data)))


def _take(out: bytearray, more: bytes, budget: Budget, limit: int) -> None:
    budget.unpack(len(more))
    out += more
    if len(out) > limit:
        raise too_big(f"{RATIO}:1" if limit < TOTAL_BYTES else f"{TOTAL_BYTES >> 20} MB")
