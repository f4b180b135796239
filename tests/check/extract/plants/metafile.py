"""矢量图的埋点 · A metafile with a plant among its words and one in a bitmap."""

from __future__ import annotations

import struct

from sansi.check.model import Both
from sansi.check.place import ImagePlace, InnerPlace, ParagraphPlace
from tests.check.extract.plants.drawn import picture
from tests.check.extract.plants.plant import Format, Plant


def record(kind: int, body: bytes) -> bytes:
    body += b"\0" * (-len(body) % 4)
    return struct.pack("<2L", kind, 8 + len(body)) + body


HEAD = record(1, bytes(32) + b" EMF" + bytes(60))
END = record(14, struct.pack("<3L", 0, 16, 20))


def said(text: bytes, count: int, options: int = 0, kind: int = 84) -> bytes:
    """The record that shows `text`, of `count` characters."""
    fixed = (
        bytes(16) + struct.pack("<L2f", 2, 1, 1) + struct.pack("<2l3L", 0, 0, count, 76, options) + bytes(20)
    )
    return record(kind, fixed + text)


def stretched(kind: int, at: int, head: bytes, bits: bytes) -> bytes:
    """A record with a bitmap, whose offsets stand at `at`."""
    start = at + 16
    fixed = bytes(at - 8) + struct.pack("<4L", start, len(head), start + len(head), len(bits))
    return record(kind, fixed + head + bits)


def emf(*records: bytes, end: bytes = END) -> bytes:
    """An enhanced metafile."""
    return HEAD + b"".join(records) + end


def _make() -> bytes:
    bitmap = picture("BMP", "plant-bitmap")
    return emf(said("plant-words".encode("utf-16-le"), 11), stretched(81, 48, bitmap[14:54], bitmap[54:]))


FORMATS = (
    Format(
        Both("矢量图", "Metafiles"),
        ("emf", "wmf", "svm"),
        "emf wmf svm",
        _make,
        (
            Plant("图里写的字", "words that are drawn", "plant-words", ParagraphPlace("body", 1)),
            Plant(
                "图里的点阵图", "bitmaps within", "plant-bitmap",
                InnerPlace(("picture 1",), ImagePlace(None, 1, 0, 0)),
            ),
        ),
        unread=(
            Both(
                "一笔一笔画成的字、只存了字形编号的字读不出来：会说明，文件报为“部分检查”。",
                "Words drawn as lines, or kept as numbers of shapes in a font, cannot be read: that is said, and the file is `partial`.",
            ),
        ),
    ),
)  # fmt: skip
