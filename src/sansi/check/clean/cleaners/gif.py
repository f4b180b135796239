"""GIF 图片 · Frames, colours, timing and looping stay; comments and blocks of applications go (GIF 89a)."""

from __future__ import annotations

from sansi.check.clean.cleaner import Cleaned, Cleaner, Order
from sansi.check.extract.document import Unreadable
from sansi.check.extract.zips import DAMAGED
from sansi.check.model import Both

_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0", b"\x0bICCRGBG1012")
_BLOCKS = Both(
    "图片里的附加信息块（注释、XMP 等）", "blocks of information about the picture (comments, XMP …)"
)
_BEHIND = Both("图片结尾之后的数据", "data behind the end of the picture")


def _clean(data: bytes, order: Order) -> Cleaned:  # noqa: ARG001 - every cleaner is asked the same way
    at = 13 + _colours(data, 10)
    out, dropped = [data[:at]], False
    while True:
        kind, start = data[at : at + 1], at
        if kind == b";":
            break
        if kind == b",":
            at = _after(data, at + 11 + _colours(data, at + 9))
            out.append(data[start:at])
        elif kind == b"!":
            at = _after(data, at + 2)
            if data[start + 1] == _CONTROL or (
                data[start + 1] == _APPLICATION and data[start + 2 : start + 14] in _LOOPS
            ):
                out.append(data[start:at])
            else:
                dropped = True
        else:
            raise Unreadable(DAMAGED)
    removed = [_BLOCKS] if dropped else []
    if at + 1 < len(data):
        removed.append(_BEHIND)
    return Cleaned(b"".join(out) + b";", removed)


def _colours(data: bytes, flags: int) -> int:
    """The size of the colour table that the byte at `flags` announces."""
    if flags >= len(data):
        raise Unreadable(DAMAGED)
    return 3 << ((data[flags] & 7) + 1) if data[flags] & 0x80 else 0


def _after(data: bytes, at: int) -> int:
    """Where the sub-blocks from `at` end."""
    while at < len(data) and data[at]:
        at += 1 + data[at]
    if at >= len(data):
        raise Unreadable(DAMAGED)
    return at + 1


CLEANER = Cleaner(("gif",), _clean)
