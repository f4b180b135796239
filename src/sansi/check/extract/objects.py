"""嵌入对象 · Files embedded by OLE: what they are called and what they hold (MS-OLEDS 2.2, Packager's own form)."""

from __future__ import annotations

import struct

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packaged(data: bytes) -> tuple[str, bytes]:
    """The name and the bytes of an OLE 1.0 object; what cannot be taken apart is given as it is."""
    try:
        version, form = struct.unpack_from("<2L", data, 0)
        if form != 2 or version >> 16 > 0x1000:
            return "object", data
        kind, at = _string(data, 8)
        _, at = _string(data, at)
        _, at = _string(data, at)
        (size,) = struct.unpack_from("<L", data, at)
        native = data[at + 4 : at + 4 + size]
    except (struct.error, IndexError):
        return "object", data
    return native_file(native) if kind == "Package" else (kind or "object", native or data)


def native_file(data: bytes) -> tuple[str, bytes]:
    """The name and the bytes of a file that the Packager has wrapped: label, path, temporary path, content."""
    try:
        at = 2
        label, at = _ended(data, at)
        _, at = _ended(data, at)
        at += 4
        (size,) = struct.unpack_from("<L", data, at)
        at += 4 + size
        (size,) = struct.unpack_from("<L", data, at)
    except (struct.error, ValueError):
        return "object", data
    return label or "object", data[at + 4 : at + 4 + size] or data


def _string(data: bytes, at: int) -> tuple[str, int]:
    (size,) = struct.unpack_from("<L", data, at)
    return _text(data[at + 4 : at + 4 + min(size, 4096)]), at + 4 + size


def _ended(data: bytes, at: int) -> tuple[str, int]:
    end = data.index(b"\0", at, at + 4096)
    return _text(data[at:end]), end + 1


def _text(raw: bytes) -> str:
    text = raw.rstrip(b"\0").decode("gb18030", "replace")
    return "".join(c if c.isprintable() else "\ufffd" for c in text)
