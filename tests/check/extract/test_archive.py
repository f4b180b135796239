"""Archives are unpacked within limits; every member is read, and so is its name."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import tarfile
import time
import zipfile

import pytest

from sansi.check.extract.document import Document, Unreadable
from sansi.check.extract.extract import extract


def place(document: Document, value: str) -> dict[str, object]:
    for segment in document.segments:
        at = segment.text.find(value)
        if at >= 0:
            return segment.locate(at, at + len(value)).as_dict()
    raise AssertionError(value)


def zipped(*members: tuple[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return held.getvalue()


def tarred(*members: tuple[str, bytes], style: int = tarfile.PAX_FORMAT, encoding: str = "utf-8") -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w", format=style, encoding=encoding) as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size, info.uname = len(data), "zhangsan"
            archive.addfile(info, io.BytesIO(data))
    return held.getvalue()


def outcome(data: bytes) -> str:
    try:
        return "partly" if extract(data).gaps else "read"
    except Unreadable:
        return "unreadable"


LINE = {"kind": "text", "line": 1, "column": 1}
PACKINGS = {
    "zip": (zipped(("名单/a.txt", b"PLANT")), ["名单/a.txt"]),
    "tar": (tarred(("名单/a.txt", b"PLANT")), ["名单/a.txt"]),
    "gzip": (gzip.compress(b"PLANT"), ["gzip"]),
    "bzip2": (bz2.compress(b"PLANT"), ["bzip2"]),
    "xz": (lzma.compress(b"PLANT"), ["xz"]),
    "tar.gz": (gzip.compress(tarred(("a", b"PLANT"))), ["gzip", "a"]),
    "tar.xz": (lzma.compress(tarred(("a", b"PLANT"))), ["xz", "a"]),
    "zip in zip": (zipped(("b.zip", zipped(("a", b"PLANT")))), ["b.zip", "a"]),
}


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_plant_in_an_archive_is_found(packing: str) -> None:
    data, inside = PACKINGS[packing]
    document = extract(data)

    assert place(document, "PLANT") == {**LINE, "inside": inside}
    assert document.gaps == []


@pytest.mark.parametrize("data", [PACKINGS["zip"][0], PACKINGS["tar"][0]], ids=["zip", "tar"])
def test_names_of_members_are_read(data: bytes) -> None:
    assert place(extract(data), "名单/a") == {"kind": "field", "name": "filename", "inside": ["名单/a.txt"]}


def test_names_in_gbk_are_read() -> None:
    document = extract(tarred(("张三档案.txt", b"x"), style=tarfile.GNU_FORMAT, encoding="gb18030"))
    packed = zipped(("00000000.txt", b"x")).replace(b"00000000", "张三档案".encode("gbk"))

    assert place(document, "张三档案.txt")["kind"] == "field"
    assert place(extract(packed), "张三档案.txt")["kind"] == "field"


def test_the_owner_of_files_in_a_tar_is_a_hint() -> None:
    facts = extract(tarred(("a", b"x"), ("b", b"x"))).facts

    assert [(f.rule, f.value) for f in facts] == [("meta-author", "zhangsan")]


def test_the_name_in_a_gzip_is_read() -> None:
    held = io.BytesIO()
    with gzip.GzipFile("PLANT-name.txt", "wb", fileobj=held) as file:
        file.write(b"words")

    document = extract(held.getvalue())
    assert place(document, "PLANT-name") == {"kind": "field", "name": "filename"}
    assert place(document, "words")["inside"] == ["PLANT-name.txt"]


def test_locked_members_are_said_to_be() -> None:
    data = bytearray(zipped(("a.txt", b"secret"), ("b.txt", b"PLANT")))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1

    document = extract(bytes(data))
    assert place(document, "PLANT")["inside"] == ["b.txt"]
    assert [g.en for g in document.gaps] == [
        "“a.txt”: is locked with a password: remove the password and check again"
    ]


def test_deleted_members_are_a_fact() -> None:
    whole = zipped(("kept", b"k"), ("gone", b"PLANT"))
    first = zipped(("kept", b"k"))
    end = bytearray(first[first.index(b"PK\1\2") :])
    directory = whole.index(b"PK\1\2")
    end[-6:-2] = directory.to_bytes(4, "little")

    document = extract(whole[:directory] + bytes(end))
    assert place(document, "PLANT")["inside"] == ["gone"]
    assert [(f.rule, f.value) for f in document.facts] == [("meta-revision", "gone")]


def test_what_is_no_known_file_in_an_archive_is_a_gap() -> None:
    document = extract(zipped(("a.bin", bytes(range(256)) * 9), ("__MACOSX/._a", bytes(range(256)))))

    assert [g.en.startswith("“a.bin”: is of no kind") for g in document.gaps] == [True]


def test_the_same_bytes_under_many_names_are_read_once() -> None:
    whole = zipped(("a", b"PLANT"))
    at = whole.index(b"PK\1\2")
    entry = whole[at : at + 47]
    end = (
        b"PK\5\6"
        + bytes(4)
        + b"\5\0\5\0"
        + len(entry * 5).to_bytes(4, "little")
        + at.to_bytes(4, "little")
        + bytes(2)
    )

    document = extract(whole[:at] + entry * 5 + end)
    assert sum(s.text.count("PLANT") for s in document.segments) == 1
    assert "the same bytes" in document.gaps[0].en


def test_nesting_ends_somewhere() -> None:
    data = b"PLANT"
    for n in range(9):
        data = zipped((f"{n}.zip", data))

    assert any("nested too deep" in gap.en for gap in extract(data).gaps)


@pytest.mark.parametrize(
    "bomb",
    [
        gzip.compress(bytes(300 << 20), 9),
        bz2.compress(bytes(100 << 20)),
        lzma.compress(bytes(60 << 20)),
        zipped(("a", bytes(80 << 20))),
        gzip.compress(gzip.compress(bytes(60 << 20))),
    ],
    ids=["gzip", "bzip2", "xz", "zip", "twice"],
)
def test_bombs_are_said_to_be(bomb: bytes) -> None:
    start = time.process_time()
    try:
        gaps = extract(bomb).gaps
    except Unreadable as error:
        gaps = [error.reason]
    assert any("bomb" in gap.en for gap in gaps)
    assert time.process_time() - start < 4


def test_many_members_end_somewhere() -> None:
    document = extract(tarred(*[(str(n), b"") for n in range(10_010)]))

    assert any("more than 10000" in gap.en for gap in document.gaps)


@pytest.mark.parametrize("packing", PACKINGS)
def test_archives_cut_or_flipped_anywhere_have_an_outcome(packing: str) -> None:
    data, _ = PACKINGS[packing]
    rng = random.Random(8)
    broken = [data[: len(data) * k // 16] for k in range(1, 16)]
    for _ in range(100):
        flipped = bytearray(data)
        flipped[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        broken.append(bytes(flipped))
    for one in broken:
        assert outcome(one)


@pytest.mark.parametrize("packing", ["gzip", "bzip2", "xz", "tar", "tar.gz", "zip"])
def test_an_archive_that_is_cut_is_never_clean(packing: str) -> None:
    rng = random.Random(2)
    words = bytes(rng.randrange(97, 123) for _ in range(60_000))
    data = {
        "gzip": gzip.compress(words),
        "bzip2": bz2.compress(words),
        "xz": lzma.compress(words),
        "tar": tarred(("a", words))[:61_440],
        "tar.gz": gzip.compress(tarred(("a", words))),
        "zip": zipped(("a", words)),
    }[packing]
    for k in range(1, 16):
        assert outcome(data[: len(data) * k // 17]) != "read"
