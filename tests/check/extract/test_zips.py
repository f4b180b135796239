"""Zips are unpacked within limits, and nothing in them is passed over in silence."""

from __future__ import annotations

import io
import random
import zipfile
import zlib

import pytest

from sansi.check.extract.budget import MEMBERS, RATIO_FREE, Budget
from sansi.check.extract.document import Unreadable
from sansi.check.extract.zips import Package


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return held.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_members_come_out_as_they_went_in(method: int) -> None:
    package = Package(zipped(("a/B.txt", b"one"), ("c", b"two" * 1000), method=method), Budget())

    assert [package.get("A/b.TXT"), package.get("/c"), package.get("d")] == [b"one", b"two" * 1000, None]
    assert "c" in package
    assert package.gaps == []
    assert package.unread() == []
    assert package.lost() == ([], [])


def test_the_beginning_of_a_member_is_had_without_the_rest() -> None:
    data = zipped(("a", b"one" * 1000))

    assert Package(data, Budget()).beginning("A", 4) == b"oneo"
    assert Package(data, Budget()).beginning("b", 4) == b""
    assert Package(zipped(("a", b"x"), method=zipfile.ZIP_STORED), Budget()).beginning("a", 4) == b""
    assert Package(data.replace(b"PK\3\4", b"PK\3\5"), Budget()).beginning("a", 4) == b""


def test_a_streamed_archive_is_read() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: object) -> int:
            raise OSError

        def tell(self) -> int:
            raise OSError

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"words " * 50)
        archive.writestr("b", b"more")
    data = pipe.getvalue()

    package = Package(data, Budget())
    cut = Package(data[:-60], Budget())

    assert package.get("a") == cut.get("a") == b"words " * 50
    assert package.get("b") == cut.get("b") == b"more"
    assert package.lost() == ([], [])
    assert "cut short" in cut.gaps[0].en


def test_of_two_members_of_one_name_both_are_offered() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        package = Package(zipped(("a", b"first"), ("a", b"last")), Budget())

    assert package.get("a") == b"last"
    assert [package.read(m) for m in package.unread()] == [b"first"]


def test_a_member_that_was_deleted_from_the_directory_is_found() -> None:
    whole = zipped(("kept", b"k"), ("gone", b"still here"))
    directory = whole.index(b"PK\1\2")
    first = zipped(("kept", b"k"))
    at = first.index(b"PK\1\2")
    end = bytearray(first[at:])
    end[-6:-2] = directory.to_bytes(4, "little")
    data = whole[:directory] + bytes(end)

    package = Package(data, Budget())
    members, loose = package.lost()

    assert [m.name for m in package.members] == ["kept"]
    assert [(m.name, package.read(m)) for m in members] == [("gone", b"still here")]
    assert loose == []


def test_bytes_before_and_behind_the_archive_are_offered() -> None:
    before, behind = b"PK\3\4" + b"\7" * 40, b"something behind the end of it"
    package = Package(before + zipped(("a", b"x")) + behind, Budget())

    assert package.get("a") == b"x"
    assert package.lost()[1][-1] == behind


def test_names_in_the_encoding_of_chinese_windows_are_read() -> None:
    name = "名单.txt".encode("gb18030")
    data = zipped(("x" * len(name), b"x")).replace(b"x" * len(name), name)

    assert Package(data, Budget()).members[0].name == "名单.txt"


def test_names_that_climb_or_ring_are_only_names() -> None:
    package = Package(zipped(("../../etc/passwd", b"x"), ("a\x1b[2J", b"y")), Budget())

    assert package.get("../../etc/passwd") == b"x"
    assert package.members[1].name == "a\ufffd[2J"


def test_a_locked_member_is_a_gap() -> None:
    data = bytearray(zipped(("a", b"x")))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    package = Package(bytes(data), Budget())

    assert package.get("a") is None
    assert "password" in package.gaps[0].en


@pytest.mark.parametrize(
    "members", [(("a", bytes(RATIO_FREE + 1)),), (("a", bytes(65 << 20)),)], ids=["ratio", "size"]
)
def test_a_bomb_is_a_gap(members: tuple[tuple[str, bytes]]) -> None:
    package = Package(zipped(*members), Budget())

    assert package.get("a") is None
    assert "bomb" in package.gaps[0].en


def test_a_total_beyond_the_limit_is_refused_from_the_directory() -> None:
    with pytest.raises(Unreadable, match="bomb"):
        Package(zipped(("a", b"x" * 600), ("b", b"y" * 600)), Budget(unpacked=1000))


def test_an_archive_of_files_is_read_as_far_as_the_limit() -> None:
    package = Package(zipped(("a", b"x" * 600), ("b", b"y" * 600)), Budget(unpacked=1000), whole=False)

    assert package.get("a") == b"x" * 600
    assert package.get("b") is None
    assert len(package.gaps) == 1


def test_too_many_members_are_refused() -> None:
    with pytest.raises(Unreadable, match=str(MEMBERS)):
        Package(zipped(*[(str(i), b"") for i in range(MEMBERS + 1)]), Budget())


def test_a_member_longer_than_the_directory_says_is_a_gap() -> None:
    data = bytearray(zipped(("a", b"x" * 500)))
    at = data.index(b"PK\1\2")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    package = Package(bytes(data), Budget())

    assert package.get("a") is None
    assert len(package.gaps) == 1


def test_a_wrong_checksum_is_a_gap_but_the_words_are_read() -> None:
    data = zipped(("a", b"hello"), method=zipfile.ZIP_STORED).replace(b"hello", b"jello")
    package = Package(data, Budget())

    assert package.get("a") == b"jello"
    assert "checksum" in package.gaps[0].en


@pytest.mark.parametrize("sixteenths", range(16))
def test_a_cut_archive_is_never_whole(sixteenths: int) -> None:
    data = zipped(*[(f"part{i}", random.Random(i).randbytes(500)) for i in range(9)])
    try:
        package = Package(data[: len(data) * sixteenths // 16], Budget())
    except Unreadable:
        return
    for member in package.members:
        package.take(member)

    assert package.gaps


def test_flipped_bits_end_in_a_gap_or_in_nothing_else() -> None:
    dice = random.Random(3)
    data = zipped(*[(f"part{i}", dice.randbytes(90) * 3) for i in range(9)])
    for _ in range(1500):
        broken = bytearray(data)
        for _ in range(dice.randint(1, 4)):
            broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
        try:
            package = Package(bytes(broken), Budget())
        except Unreadable:
            continue
        for member in [*package.members, *package.lost()[0]]:
            package.take(member)


def test_a_zip64_archive_is_read() -> None:
    held = io.BytesIO()
    with (
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a", "w", force_zip64=True) as f,
    ):
        f.write(b"wide")

    assert Package(held.getvalue(), Budget()).get("a") == b"wide"


def test_an_uncommon_method_is_a_gap() -> None:
    package = Package(zipped(("a", b"x"), method=zipfile.ZIP_LZMA), Budget())

    assert package.get("a") is None
    assert "uncommon" in package.gaps[0].en


def test_comments_of_the_archive_are_kept() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        info = zipfile.ZipInfo("a")
        info.comment = "成员".encode()
        archive.writestr(info, b"x")
        archive.comment = "整个".encode()

    assert sorted(Package(held.getvalue(), Budget()).comments) == ["成员", "整个"]


def test_nothing_that_is_no_zip_is_read() -> None:
    with pytest.raises(Unreadable, match="damaged"):
        Package(zlib.compress(b"x"), Budget())
