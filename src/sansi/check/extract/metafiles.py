"""矢量图的记录 · Windows and StarView metafiles, record by record: words, and pictures within (MS-EMF, MS-WMF, MS-EMFPLUS)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

_RECORDS = 200_000
# MS-EMF 2.1.1
_EMF_TEXT_NARROW, _EMF_TEXT, _EMF_SMALL, _EMF_COMMENT = 83, 84, 108, 70
_EMF_MANY = (96, 97)
"""Several texts in one record: nothing writes them any more."""
# Where the offsets to head and bits of a bitmap stand in a record, counted from the beginning of it.
_EMF_BITMAPS = {76: 84, 77: 84, 78: 84, 79: 84, 80: 48, 81: 48, 114: 84, 116: 84}
_EMF_LINES = frozenset((2, 3, 4, 5, 6, 7, 8, 54, 55, 56, 85, 86, 87, 88, 89, 90, 91, 62, 63, 64))
_BY_GLYPHS = 0x10
_PLUS_STRING, _PLUS_DRIVER = 0x401C, 0x4036
# In one record there is one; what looks like more of them are bytes of it.
_PICTURES = 2
_PICTURE = re.compile(rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff[\xe0-\xef\xdb]")
# MS-WMF 2.1.1.1
_WMF_TEXT, _WMF_LONG_TEXT = 0x0521, 0x0A32
_WMF_BITMAPS = {0x0F43: 22, 0x0B41: 20, 0x0940: 16, 0x0D33: 18}
_WMF_LINES = frozenset((0x0213, 0x0324, 0x0325, 0x0538))
# LibreOffice, vcl/source/gdi: actions that show text, and those that show a bitmap.
_SVM_TEXTS, _SVM_BITMAPS, _SVM_LINES = range(112, 116), range(116, 125), frozenset((109, 110, 111, 103))


@dataclass
class Drawing:
    """What a metafile draws: its words in their order, the pictures in it, and whether some of it could not be told."""

    words: list[str] = field(default_factory=list)
    pictures: list[bytes] = field(default_factory=list)
    lines: bool = False
    """Something is drawn line by line."""
    glyphs: bool = False
    """Words are there as numbers of shapes in a font, which is not in the file."""
    cut: bool = False


def emf(data: bytes) -> Drawing:
    """What an enhanced metafile draws."""
    drawing, at = Drawing(), 0
    for _ in range(_RECORDS):
        if at + 8 > len(data):
            break
        kind, size = struct.unpack_from("<2L", data, at)
        if size < 8 or at + size > len(data):
            drawing.cut = True
            break
        _emf_record(kind, data[at : at + size], drawing)
        at += size
        if kind == 14:
            return drawing
    drawing.cut = True
    return drawing


def _emf_record(kind: int, record: bytes, drawing: Drawing) -> None:
    if kind in (_EMF_TEXT, _EMF_TEXT_NARROW) and len(record) >= 56:
        count, start, options = struct.unpack_from("<3L", record, 44)
        _say(record[start:], count, options, drawing, wide=kind == _EMF_TEXT)
    elif kind == _EMF_SMALL and len(record) >= 36:
        count, options = struct.unpack_from("<2L", record, 16)
        start = 36 if options & 0x100 else 52
        _say(record[start:], count, options, drawing, wide=not options & 0x200)
    elif kind in _EMF_MANY:
        drawing.glyphs = True
    elif kind in _EMF_BITMAPS and len(record) >= _EMF_BITMAPS[kind] + 16:
        head, heads, bits, size = struct.unpack_from("<4L", record, _EMF_BITMAPS[kind])
        if heads and size:
            drawing.pictures.append(_bitmap(record[head : head + heads], record[bits : bits + size]))
    elif kind == _EMF_COMMENT and record[12:16] == b"EMF+":
        _plus(record[16:], drawing)
    elif kind in _EMF_LINES:
        drawing.lines = True


def _say(raw: bytes, count: int, options: int, drawing: Drawing, *, wide: bool) -> None:
    if not count:
        return
    if options & _BY_GLYPHS:
        drawing.glyphs = True
        return
    drawing.words.append(raw[: count * 2].decode("utf-16-le", "replace") if wide else _narrow(raw[:count]))


def _narrow(raw: bytes) -> str:
    """Bytes of an office in China, or of the west: nothing in the record says which."""
    raw = raw.rstrip(b"\0")
    try:
        return raw.decode("gb18030")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _plus(data: bytes, drawing: Drawing) -> None:
    """The records of EMF+, which stand in comments of the older format."""
    drawing.pictures += [data[found.start() :] for found in islice(_PICTURE.finditer(data), _PICTURES)]
    at = 0
    while at + 12 <= len(data):
        kind, _, size, _ = struct.unpack_from("<2H2L", data, at)
        body = data[at + 12 : at + size]
        if kind == _PLUS_STRING and len(body) >= 28:
            _say(body[28:], int.from_bytes(body[8:12], "little"), 0, drawing, wide=True)
        elif kind == _PLUS_DRIVER and len(body) >= 16:
            _, options, _, count = struct.unpack_from("<4L", body)
            _say(body[16:], count, 0 if options & 1 else _BY_GLYPHS, drawing, wide=True)
        if size < 12:
            break
        at += size


def wmf(data: bytes) -> Drawing:
    """What a Windows metafile draws."""
    drawing = Drawing()
    at = 22 if data[:4] == b"\xd7\xcd\xc6\x9a" else 0
    at += 18
    for _ in range(_RECORDS):
        if at + 6 > len(data):
            break
        words, kind = struct.unpack_from("<LH", data, at)
        if kind == 0:
            return drawing
        if words < 3 or at + 2 * words > len(data):
            break
        _wmf_record(kind, data[at + 6 : at + 2 * words], drawing)
        at += 2 * words
    drawing.cut = True
    return drawing


def _wmf_record(kind: int, body: bytes, drawing: Drawing) -> None:
    if kind == _WMF_TEXT and len(body) > 2:
        drawing.words.append(_narrow(body[2 : 2 + int.from_bytes(body[:2], "little")]))
    elif kind == _WMF_LONG_TEXT and len(body) > 8:
        count, options = struct.unpack_from("<2H", body, 4)
        start = 16 if options & 6 else 8
        _say(body[start:], count, options, drawing, wide=False)
    elif kind in _WMF_BITMAPS:
        dib = body[_WMF_BITMAPS[kind] :]
        if len(dib) > 40:
            head = _head_size(dib)
            drawing.pictures.append(_bitmap(dib[:head], dib[head:]))
    elif kind in _WMF_LINES:
        drawing.lines = True


def _head_size(dib: bytes) -> int:
    """Bytes before the bits: the head and its colours (MS-WMF 2.2.2.9)."""
    size, depth = int.from_bytes(dib[:4], "little"), int.from_bytes(dib[14:16], "little")
    packing, used = int.from_bytes(dib[16:20], "little"), 0
    if size >= 40:
        used = int.from_bytes(dib[32:36], "little")
    colours = used or (1 << depth if depth <= 8 else 0)
    return size + (12 if packing == 3 and size == 40 else 0) + 4 * min(colours, 256)


def _bitmap(head: bytes, bits: bytes) -> bytes:
    """A file of type BMP, of the parts that a metafile keeps of one."""
    start = 14 + len(head)
    return struct.pack("<2sLHHL", b"BM", start + len(bits), 0, 0, start) + head + bits


def svm(data: bytes) -> Drawing:
    """What a metafile of LibreOffice draws: its own picture of a table or an object."""
    drawing = Drawing()
    at = 12 + int.from_bytes(data[8:12], "little")
    for _ in range(_RECORDS):
        if at + 8 > len(data):
            return drawing
        kind, _, size = struct.unpack_from("<2HL", data, at)
        body = data[at + 8 : at + 8 + size]
        if len(body) < size:
            break
        if kind in _SVM_TEXTS:
            drawing.words += _svm_text(body)
        elif kind in _SVM_BITMAPS and (start := body.find(b"BM", 0, 64)) >= 0:
            drawing.pictures.append(body[start:])
        elif kind in _SVM_LINES:
            drawing.lines = True
        at += 8 + size
    drawing.cut = True
    return drawing


def _svm_text(body: bytes) -> Iterator[str]:
    """The text stands at the end as UTF-16, its length before it; how long what precedes it is depends on the version."""
    for size in range(len(body) // 2 - 1, 0, -1):
        at = len(body) - 2 * size - 2
        if int.from_bytes(body[at : at + 2], "little") == size:
            yield body[at + 2 :].decode("utf-16-le", "replace")
            return
    size = int.from_bytes(body[8:10], "little")
    if size:
        yield _narrow(body[10 : 10 + size])
