"""Metafiles: words and pictures of EMF, EMF+, WMF and those of LibreOffice; what cannot be told is said."""

from __future__ import annotations

import contextlib
import io
import random
import struct
import zipfile

import pytest
from PIL import Image

from sansi.check import check
from sansi.check.extract.document import Document, Unreadable
from sansi.check.extract.extract import extract
from sansi.check.extract.kinds import kind_of
from tests.check.extract.plants.metafile import emf, record, said, stretched
from tests.check.office.test_office import FOLDER

WORDS = "电话13812345678"


def small(text: bytes, count: int, options: int) -> bytes:
    fixed = struct.pack("<2l3L2f", 0, 0, count, options, 2, 1, 1) + (b"" if options & 0x100 else bytes(16))
    return record(108, fixed + text)


def plus(kind: int, body: bytes) -> bytes:
    inner = struct.pack("<2H2L", kind, 0, 12 + len(body), len(body)) + body
    return record(70, struct.pack("<L", 4 + len(inner)) + b"EMF+" + inner)


def dotted() -> Image.Image:
    """24 × 24 dots, so that there might be a word."""
    return Image.frombytes("RGB", (24, 24), random.Random(1).randbytes(24 * 24 * 3))


def bits() -> tuple[bytes, bytes]:
    """Head and bits of a bitmap."""
    held = io.BytesIO()
    dotted().save(held, "BMP")
    return held.getvalue()[14:54], held.getvalue()[54:]


def words_of(document: Document) -> str:
    return document.segments[0].text if document.segments else ""


WIDE = WORDS.encode("utf-16-le")


@pytest.mark.parametrize(
    "one",
    [
        said(WIDE, len(WORDS)),
        said(WORDS.encode("gb18030"), len(WORDS.encode("gb18030")), kind=83),
        small(WIDE, len(WORDS), 0x100),
        small(WIDE, len(WORDS), 0),
        small(WORDS.encode("gb18030"), len(WORDS.encode("gb18030")), 0x300),
        plus(0x401C, struct.pack("<3L", 0, 0, len(WORDS)) + bytes(16) + WIDE),
        plus(0x4036, struct.pack("<4L", 0, 1, 0, len(WORDS)) + WIDE),
    ],
    ids=["wide", "narrow", "small", "small-with-box", "small-narrow", "plus", "plus-driver"],
)
def test_words_of_enhanced_metafiles(one: bytes) -> None:
    document = extract(emf(one, said(b"x\0", 0)))

    assert (document.kind, words_of(document), document.gaps) == ("emf", WORDS + "\n", [])


def test_bytes_of_the_west() -> None:
    assert words_of(extract(emf(said(b"caf\xe9", 4, kind=83)))) == "café\n"


def test_a_number_that_is_put_there_piece_by_piece_is_found() -> None:
    document = extract(emf(said(WIDE[:12], 6), said(WIDE[12:], len(WORDS) - 6)))
    (segment,) = document.segments
    (finding,) = check(segment.text)

    assert (finding.rule, segment.locate(finding.start, finding.end).said("en")) == (
        "cn-mobile",
        "body, paragraph 1",
    )


@pytest.mark.parametrize(
    ("kind", "at"),
    [(76, 84), (77, 84), (80, 48), (81, 48), (114, 84)],
    ids=["blt", "stretch", "set", "dib", "alpha"],
)
def test_bitmaps_are_pictures_that_are_read(kind: int, at: int) -> None:
    document = extract(emf(stretched(kind, at, *bits())))

    assert ["picture 1" in g.en for g in document.gaps] == [True]


def test_pictures_of_emf_plus_are_read() -> None:
    held = io.BytesIO()
    dotted().save(held, "PNG")
    document = extract(emf(plus(0x4008, held.getvalue())))

    assert ["picture 1" in g.en for g in document.gaps] == [True]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (emf(said(WIDE, 3, 0x10)), "shapes"),
        (emf(plus(0x4036, struct.pack("<4L", 0, 0, 0, 2) + bytes(4))), "shapes"),
        (emf(record(97, bytes(40))), "shapes"),
        (emf(record(4, bytes(40))), "line by line"),
        (emf(end=b""), "cut short"),
        (emf(end=struct.pack("<2L", 84, 4)), "cut short"),
        (emf(end=struct.pack("<2L", 84, 400)), "cut short"),
    ],
)
def test_what_cannot_be_told_is_said(data: bytes, reason: str) -> None:
    assert [reason in g.en for g in extract(data).gaps] == [True]


@pytest.mark.parametrize("kind", [70, 81, 84, 108])
def test_records_that_hold_nothing_are_passed_over(kind: int) -> None:
    bare = record(70, struct.pack("<L", 32) + b"EMF+" + struct.pack("<2H2L", 0x401C, 0, 4, 0) + bytes(12))

    assert extract(emf(record(kind, bytes(4)), record(81, bytes(60)), bare)).gaps == []


PLACEABLE = b"\xd7\xcd\xc6\x9a" + bytes(18)
STANDARD = struct.pack("<3HLHLH", 1, 9, 0x300, 0, 0, 0, 0)


def wmf(
    *records: tuple[int, bytes], head: bytes = PLACEABLE + STANDARD, end: bytes = struct.pack("<LH", 3, 0)
) -> bytes:
    body = b"".join(
        struct.pack("<LH", 3 + (len(b) + 1) // 2, kind) + b + b"\0" * (len(b) % 2) for kind, b in records
    )
    return head + body + end


GBK = WORDS.encode("gb18030")


@pytest.mark.parametrize("head", [PLACEABLE + STANDARD, STANDARD], ids=["placeable", "standard"])
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (0x0521, struct.pack("<H", len(GBK)) + GBK + bytes(5)),
        (0x0A32, struct.pack("<4H", 0, 0, len(GBK), 0) + GBK),
        (0x0A32, struct.pack("<4H", 0, 0, len(GBK), 4) + bytes(8) + GBK),
    ],
)
def test_words_of_windows_metafiles(head: bytes, kind: int, body: bytes) -> None:
    document = extract(wmf((kind, body), (0x0521, b""), (0x0A32, b""), (0x0F43, b""), head=head))

    assert (document.kind, words_of(document), document.gaps) == ("wmf", WORDS + "\n", [])


@pytest.mark.parametrize(("kind", "at"), [(0x0F43, 22), (0x0B41, 20), (0x0940, 16), (0x0D33, 18)])
@pytest.mark.parametrize("depth", [24, 8, 32], ids=["colours", "palette", "masks"])
def test_bitmaps_of_windows_metafiles(kind: int, at: int, depth: int) -> None:
    head, body = bits()
    if depth == 8:
        head, body = (
            head[:14] + b"\x08\0" + head[16:] + bytes(range(256)) * 4,
            random.Random(2).randbytes(24 * 24),
        )
    if depth == 32:
        masks = struct.pack("<3L", 0xFF0000, 0xFF00, 0xFF)
        head, body = (
            head[:14] + b"\x20\0\x03\0\0\0" + head[20:] + masks,
            random.Random(2).randbytes(24 * 24 * 4),
        )

    assert ["installed" in g.en for g in extract(wmf((kind, bytes(at) + head + body))).gaps] == [True]


def test_a_bitmap_with_the_oldest_head() -> None:
    core = struct.pack("<L4H", 12, 24, 24, 1, 24) + random.Random(2).randbytes(24 * 24 * 3)

    assert ["picture 1" in g.en for g in extract(wmf((0x0F43, bytes(22) + core))).gaps] == [True]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (wmf((0x0324, bytes(8))), "line by line"),
        (wmf(end=b""), "cut short"),
        (wmf(end=struct.pack("<LH", 2, 9)), "cut short"),
    ],
)
def test_windows_metafiles_say_what_cannot_be_told(data: bytes, reason: str) -> None:
    assert [reason in g.en for g in extract(data).gaps] == [True]


def svm(*actions: tuple[int, bytes], cut: int = 0) -> bytes:
    body = b"".join(struct.pack("<2HL", kind, 1, len(b)) + b for kind, b in actions)
    data = b"VCLMTF" + struct.pack("<HL", 1, 4) + bytes(4) + body
    return data[: len(data) - cut]


def test_metafiles_of_libreoffice() -> None:
    new = bytes(8) + struct.pack("<H", 3) + b"???" + bytes(4) + struct.pack("<H", len(WORDS)) + WIDE
    old = bytes(8) + struct.pack("<H", 11) + b"13812345678" + b"\xff" * 5
    head, body = bits()
    picture = b"\0\0BM" + struct.pack("<L2HL", 54 + len(body), 0, 0, 54) + head + body
    document = extract(svm((113, new), (112, old), (112, b"\xff" * 8 + b"\0\0"), (116, picture), (110, b"")))

    assert (document.kind, words_of(document)) == ("svm", f"{WORDS}\n13812345678\n")
    assert ["picture 1" in g.en for g in document.gaps] == [True]


@pytest.mark.parametrize(
    ("data", "reason"), [(svm((110, b"")), "line by line"), (svm((110, b"1234"), cut=2), "cut short")]
)
def test_metafiles_of_libreoffice_say_what_cannot_be_told(data: bytes, reason: str) -> None:
    assert any(reason in g.en for g in extract(data).gaps)


def test_the_picture_that_libreoffice_keeps_of_a_table() -> None:
    with zipfile.ZipFile(FOLDER / "slides.odp") as archive:
        data = archive.read("Pictures/TablePreview1.svm")

    assert [line for line in words_of(extract(data)).split("\n") if "姓名" in line] == ["姓名"]


@pytest.mark.parametrize(
    "data", [emf(said(WIDE, 5), stretched(81, 48, *bits())), wmf((0x0521, bytes(40))), svm((113, bytes(80)))]
)
def test_damaged_ones_end_well(data: bytes) -> None:
    chance = random.Random(3)
    for size in range(0, len(data), max(1, len(data) // 16)):
        broken = bytearray(data[:size])
        for _ in range(3 * (len(broken) > 44)):
            broken[chance.randrange(44, len(broken))] ^= 1 << chance.randrange(8)
        if kind_of(bytes(broken)) in {"emf", "wmf", "svm"}:
            with contextlib.suppress(Unreadable):
                extract(bytes(broken))
