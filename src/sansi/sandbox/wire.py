"""传话 · How parent and child speak: frames of a JSON head and a body of bytes, each with its length.

Never pickle: a child may have been taken over by the file it reads, and what it says is data to be checked.
"""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

from sansi.check.extract.document import Unreadable
from sansi.sandbox.files import why

_LENGTHS = struct.Struct(">QQ")
_BLOCK = 1 << 20
Head = dict[str, Any]


class Garbled(Exception):  # noqa: N818 - it is what became of the message
    """What came is no message, or one too long."""


def send(stream: BinaryIO, head: Head, body: bytes = b"") -> None:
    """Write one message."""
    announce(stream, head, len(body))
    _write(stream, body)
    stream.flush()


def announce(stream: BinaryIO, head: Head, size: int) -> None:
    """Write the head of a message whose `size` bytes of body the caller will write."""
    raw = json.dumps(head, separators=(",", ":")).encode()
    _write(stream, _LENGTHS.pack(len(raw), size) + raw)


def pour(stream: BinaryIO, source: BinaryIO, size: int) -> bool:
    """Write `size` bytes of `source`, then flush; False when there were fewer, and zeros stand in for them."""
    left = size
    while left and (block := _read(source, min(left, _BLOCK))):
        _write(stream, block)
        left -= len(block)
    whole = not left
    while left:
        _write(stream, bytes(min(left, _BLOCK)))
        left -= min(left, _BLOCK)
    stream.flush()
    return whole


def _write(stream: BinaryIO, data: bytes) -> None:
    """Write all of `data`: a pipe without a buffer takes as much as it has room for."""
    view = memoryview(data)
    while view:
        view = view[stream.write(view) :]


def _read(source: BinaryIO, size: int) -> bytes:
    try:
        return source.read(size)
    except OSError as error:
        # It is the file that fails here, not the child.
        raise Unreadable(why(error)) from None


def receive(stream: BinaryIO, most_head: int, most_body: int) -> tuple[Head, bytes]:
    """Read one message. Raises EOFError when the other side has gone, Garbled when it talks nonsense."""
    head_size, body_size = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if head_size > most_head or body_size > most_body:
        raise Garbled
    try:
        head = json.loads(_exactly(stream, head_size))
    except (ValueError, RecursionError):
        raise Garbled from None
    if not isinstance(head, dict):
        raise Garbled
    return head, _exactly(stream, body_size)


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
