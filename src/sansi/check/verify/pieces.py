"""碎块 · Everything that is packed, encoded or filed inside a file, taken out without trusting its directories.

Members of a zip are found by their own headers, streams of a PDF by inflating whatever looks deflated: what a
directory has forgotten is still in the file.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sansi.check.extract.budget import Budget, too_big

_DEPTH = 8
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_BASE64 = re.compile(rb"(?:[A-Za-z0-9+/]{16,76}\r?\n?)+={0,2}|[A-Za-z0-9_-]{24,}={0,2}")
_ASCII85 = re.compile(rb"stream\r?\n([!-uz\s]{8,}?)~>")
_HEX = re.compile(rb"[0-9A-Fa-f\s]{32,}")
_SMALLEST = 4
_BLOCK = 1 << 16
_MOST = 256 << 20
_ALL = 1 << 30


class Piece(NamedTuple):
    """Some bytes of the file, and how they were come by."""

    way: tuple[str, ...]
    data: bytes


def pieces(data: bytes, most: int = _ALL) -> Iterator[Piece]:
    """`data`, and all that is inside it, inside that, and so on. Raises Unreadable beyond `most` bytes in all."""
    budget = Budget(unpacked=most)
    waiting = [Piece((), data)]
    while waiting:
        piece = waiting.pop()
        yield piece
        if len(piece.way) >= _DEPTH:
            continue
        for name, inner in _inside(piece.data):
            if len(inner) >= _SMALLEST and inner != piece.data:
                budget.unpack(len(inner))
                waiting.append(Piece((*piece.way, name), inner))


def _inside(data: bytes) -> Iterator[tuple[str, bytes]]:
    if b"PK\3\4" in data:
        yield from _members(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        yield from _streams(data)
    if data.startswith(b"\x1f\x8b"):
        yield "gzip", _inflated(data, 31)[0]
    yield from _deflated(data)
    for found in _ASCII85.finditer(data):
        yield "ascii85", _tried(base64.a85decode, found[1])
    if data.isascii():
        for found in _BASE64.finditer(data):
            yield "base64", _base64(found[0])
        if b"=" in data and b"quoted-printable" in data.lower():
            yield "quoted-printable", binascii.a2b_qp(data)


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    at = data.find(b"PK\3\4")
    while 0 <= at <= len(data) - 30:
        method, packed, name, extra = struct.unpack_from("<H", data, at + 8) + struct.unpack_from(
            "<I4xHH", data, at + 18
        )
        start = at + 30 + name + extra
        said = data[at + 30 : at + 30 + name].decode("utf-8", "replace")
        after = at + 4
        if method == 8:
            out, used = _inflated(data[start:], -15)
            yield said, out
            after = max(after, start + used)
        elif method == 0 and packed:
            yield said, data[start : start + packed]
            after = max(after, start + packed)
        at = data.find(b"PK\3\4", after)


def _streams(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The streams of an OLE container; their bytes may be scattered, so that `data` itself does not show them."""
    import olefile  # noqa: PLC0415 - few files are of this kind

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            for entry in container.listdir():
                yield "/".join(entry), container.openstream(entry).read()
    except Exception:  # noqa: BLE001 - whatever a damaged one makes the library raise; its bytes were searched
        return


def _deflated(data: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while found := _ZLIB.search(data, at):
        out, used = _inflated(memoryview(data)[found.start() :], 15)
        at = found.start() + max(2, used if len(out) > 32 else 2)
        if out:
            yield f"@{found.start()}", out


def _inflated(data: bytes | memoryview, bits: int) -> tuple[bytes, int]:
    """What `data` inflates to, as far as it goes, and how many bytes of it that took."""
    unpacker, out, at, size = zlib.decompressobj(bits), [], 0, 0
    try:
        while not unpacker.eof and at < len(data):
            out.append(unpacker.decompress(data[at : at + _BLOCK]))
            at += _BLOCK
            size += len(out[-1])
            if size > _MOST:
                raise too_big(f"{_MOST >> 20} MB")
    except zlib.error:
        return b"".join(out), 0
    return b"".join(out), min(at, len(data)) - len(unpacker.unused_data)


def _base64(text: bytes) -> bytes:
    compact = text.translate(None, b"\r\n=").replace(b"-", b"+").replace(b"_", b"/")
    return _tried(
        base64.b64decode, compact[: len(compact) - (len(compact) % 4 == 1)] + b"=" * (-len(compact) % 4)
    )


def _tried(decode: Callable[[bytes], bytes], text: bytes) -> bytes:
    try:
        return decode(text)
    except (ValueError, binascii.Error):
        return b""
