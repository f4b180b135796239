"""宏的源代码 · The source of macros, unpacked to be read, never run (MS-OVBA 2.4.1)."""

from __future__ import annotations

import re

_START = re.compile(rb"\x01..\x00?Attribut|\x01[\x00-\xff]{3}Attribut", re.DOTALL)
_MOST = 4 << 20


def source(data: bytes) -> str:
    """The source in the stream of a module; "" where there is none."""
    found = _START.search(data)
    if not found:
        return ""
    return _unpacked(data[found.start() :]).decode("gb18030", "replace")


def _unpacked(data: bytes) -> bytes:
    out = bytearray()
    at = 1
    while at + 2 <= len(data) and len(out) < _MOST:
        head = int.from_bytes(data[at : at + 2], "little")
        end = min(len(data), at + (head & 0xFFF) + 3)
        at += 2
        if not head & 0x8000:
            out += data[at:end]
            at = end
            continue
        start = len(out)
        while at < end:
            flags = data[at]
            at += 1
            for bit in range(8):
                if at >= end:
                    break
                if not flags >> bit & 1:
                    out.append(data[at])
                    at += 1
                    continue
                token = int.from_bytes(data[at : at + 2], "little")
                at += 2
                bits = max(4, (len(out) - start - 1).bit_length())
                length, back = (token & (0xFFFF >> bits)) + 3, (token >> (16 - bits)) + 1
                if back > len(out) - start:
                    return bytes(out)
                for _ in range(length):
                    out.append(out[-back])
    return bytes(out)
