"""压缩包 · The members of a zip, within the limits of `budget` (PKWARE APPNOTE 6.3.10, ISO/IEC 21320-1).

Names are only for looking up and for saying where: nothing is ever written to a disk, so `../` harms nobody.
What stands between the members is offered too, for deleted members often stay in the file.
"""

from __future__ import annotations

import bz2
import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from sansi.check.extract.budget import MEMBER_BYTES, MEMBERS, RATIO, RATIO_FREE, TOTAL_BYTES, Budget, too_big
from sansi.check.extract.document import Unreadable
from sansi.check.model import Both

DAMAGED = Both(
    "文件损坏或不完整；请重新取得一份，或用原来的软件打开后另存再查",
    "is damaged or cut short: get it anew, or open it in its own program, save it again and check that",
)
LOCKED = Both("有密码；请去掉密码后再查", "is locked with a password: remove the password and check again")
_METHOD = Both(
    "用了不常见的压缩方法；请解压后再查", "is packed in an uncommon way: unpack it and check what is inside"
)
_CUT = Both(
    "压缩包不完整，只检查了能取出的部分；请重新取得一份",
    "is cut short, only what could be unpacked was checked: get it anew",
)
_WRONG_SUM = Both("内容与校验和不符，可能损坏；请重新取得一份", "does not match its checksum: get it anew")
_TOO_MANY = Both(
    f"里面超过 {MEMBERS} 个文件；请拆成几份再查",
    f"holds more than {MEMBERS} files: split it and check the parts",
)

_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_ENCRYPTED, _DESCRIPTOR, _UTF8 = 1, 8, 0x800
_STORED, _DEFLATED, _BZIP2 = 0, 8, 12
_FULL = 0xFFFFFFFF
_UNKNOWN_CRC = -1
# A data descriptor (at most 24 bytes) or the padding of an aligned member is no lost content.
_SLACK = 24


class Member(NamedTuple):
    """A member as the directory describes it; `offset` is that of its own header."""

    name: str
    size: int
    packed: int
    offset: int
    method: int
    flags: int
    crc: int

    @property
    def key(self) -> str:
        """The name for looking up: part names are equal whatever their case (ISO/IEC 29500-2 6.2.2.3)."""
        return key_of(self.name)

    @property
    def locked(self) -> bool:
        """Whether it takes a password."""
        return bool(self.flags & _ENCRYPTED)


def key_of(name: str) -> str:
    """The form of a member's name under which `Package` looks it up."""
    return name.replace("\\", "/").lstrip("/").lower()


class Package:
    """A zip: its members, and what could not be read of them in `gaps`.

    `whole`: a file all of whose members are needed, so that a total beyond the limits is a bomb. For an
    archive of files each is judged by itself. Raises Unreadable for no zip, a bomb, too many members.
    """

    def __init__(self, data: bytes, budget: Budget, *, whole: bool = True) -> None:
        """Read the directory of `data`."""
        self.data = data
        self.budget = budget
        self.gaps: list[Both] = []
        self.comments: list[str] = []
        self._end = len(data)
        try:
            self.members = [m for m in self._directory() if not (m.name.endswith("/") and not m.size)]
        except (struct.error, IndexError, OverflowError) as error:
            raise Unreadable(DAMAGED) from error
        if whole and sum([m.size for m in self.members]) > budget.unpacked:
            raise too_big(f"{TOTAL_BYTES >> 20} MB")
        self._by_key = {m.key: m for m in self.members}
        self._taken: set[int] = set()

    def __contains__(self, name: str) -> bool:
        """Whether there is a member `name`, in whatever case."""
        return key_of(name) in self._by_key

    def get(self, name: str) -> bytes | None:
        """The bytes of the member `name`; None where there is none or, with a gap, where it cannot be read."""
        member = self._by_key.get(key_of(name))
        return self.take(member) if member else None

    def take(self, member: Member) -> bytes | None:
        """The bytes of `member`; None, and a gap, where it cannot be read."""
        try:
            return self.read(member)
        except Unreadable as error:
            self.gaps.append(_of(member, error.reason))
            return None

    def unread(self) -> list[Member]:
        """The members that nobody has asked for yet, all but the last of the same name among them."""
        return [m for m in self.members if m.offset not in self._taken]

    def read(self, member: Member) -> bytes:
        """The bytes of `member`; raises Unreadable: locked, damaged, beyond a limit, packed unusually."""
        self._taken.add(member.offset)
        if member.locked:
            raise Unreadable(LOCKED)
        if member.size > MEMBER_BYTES or member.size > max(RATIO_FREE, RATIO * member.packed):
            raise too_big(f"{MEMBER_BYTES >> 20} MB" if member.size > MEMBER_BYTES else f"{RATIO}:1")
        self.budget.unpack(member.size)
        packed = self._packed(member)
        try:
            out = _unpacked(packed, member)
        except (zlib.error, OSError, EOFError, ValueError) as error:
            raise Unreadable(DAMAGED) from error
        # Longer than it says: whoever trusts the directory sees less than there is.
        if len(out) != member.size:
            raise Unreadable(DAMAGED)
        if member.crc not in (_UNKNOWN_CRC, zlib.crc32(out)):
            self.gaps.append(_of(member, _WRONG_SUM))
        return out

    def beginning(self, name: str, size: int) -> bytes:
        """At most the first `size` bytes of the member `name`, unverified; b"" where they cannot be had."""
        member = self._by_key.get(key_of(name))
        if member is None or member.locked or member.method != _DEFLATED:
            return b""
        try:
            return zlib.decompressobj(-15).decompress(self._packed(member), size)
        except (Unreadable, zlib.error):
            return b""

    def lost(self) -> tuple[list[Member], list[bytes]]:
        """What stands in the file but not in its directory: whole members, and other bytes."""
        members: list[Member] = []
        loose: list[bytes] = []
        for start, end in self._holes():
            at = start
            for member, after in _walk(self.data, start, end):
                members.append(member)
                at = after
            if end - at > _SLACK and self.data[at:end].strip(b"\0"):
                loose.append(self.data[at:end])
        return members, loose

    def _directory(self) -> list[Member]:
        data = self.data
        end = data.rfind(b"PK\5\6", max(0, len(data) - 65_557))
        if end < 0 or end + _END.size > len(data):
            return self._cut()
        _, _, _, _, count, size, offset, comment = _END.unpack_from(data, end)
        self._end = end + _END.size + comment
        if comment:
            self.comments.append(_text(data[end + _END.size : self._end], 0))
        first = end - size
        at64 = (
            data.rfind(b"PK\6\6", max(0, end - 4096), end)
            if _FULL in (size, offset) or count == 0xFFFF
            else -1
        )
        if at64 >= 0:
            _, _, _, _, _, _, _, count, size, offset = _END64.unpack_from(data, at64)
            first = at64 - size
        if count > MEMBERS:
            raise Unreadable(_TOO_MANY)
        if first < 0:
            return self._cut()
        # Bytes put before the archive shift every offset in it.
        return list(self._entries(first, count, first - offset if 0 <= offset <= first else 0))

    def _entries(self, at: int, count: int, shift: int) -> Iterator[Member]:
        data = self.data
        for _ in range(count):
            entry = _ENTRY.unpack_from(data, at)
            if entry[0] != b"PK\1\2":
                self.gaps.append(_CUT)
                return
            flags, method, crc, packed, size = entry[3], entry[4], *entry[7:10]
            name_end = at + 46 + entry[10]
            extra_end = name_end + entry[11]
            offset = entry[16]
            name = _text(data[at + 46 : name_end], flags)
            if _FULL in (packed, size, offset):
                size, packed, offset = _large(data[name_end:extra_end], size, packed, offset)
            at = extra_end + entry[12]
            if entry[12]:
                self.comments.append(_text(data[extra_end:at], flags))
            yield Member(name, size, packed, offset + shift, method, flags, crc)

    def _cut(self) -> list[Member]:
        """The members of a zip without a directory, found one after the other."""
        found = [member for member, _ in _walk(self.data, 0, len(self.data))]
        if not found:
            raise Unreadable(DAMAGED)
        self.gaps.append(_CUT)
        return found

    def _packed(self, member: Member) -> memoryview:
        start = self._start(member)
        if start is None or start + member.packed > len(self.data):
            raise Unreadable(DAMAGED)
        return memoryview(self.data)[start : start + member.packed]

    def _start(self, member: Member) -> int | None:
        """Where the bytes of `member` begin, or None where its header is not there."""
        at = member.offset
        if self.data[at : at + 4] != b"PK\3\4" or at + 30 > len(self.data):
            return None
        name, extra = struct.unpack_from("<2H", self.data, at + 26)
        return at + 30 + int(name) + int(extra)

    def _holes(self) -> Iterator[tuple[int, int]]:
        """The stretches before, between and behind the members."""
        at = 0
        for member in sorted(self.members, key=lambda m: m.offset):
            if member.offset - at > _SLACK:
                yield at, member.offset
            at = max(at, (self._start(member) or member.offset) + member.packed)
        directory = self.data.find(b"PK\1\2", at)
        if directory - at > _SLACK:
            yield at, directory
        if len(self.data) > self._end:
            yield self._end, len(self.data)


def _unpacked(packed: memoryview, member: Member) -> bytes:
    if member.method == _STORED:
        return bytes(packed)
    if member.method == _DEFLATED:
        # One byte more than is announced is enough to see that it lies.
        return zlib.decompressobj(-15).decompress(packed, member.size + 1)
    if member.method == _BZIP2:
        return bz2.BZ2Decompressor().decompress(packed, member.size + 1)
    raise Unreadable(_METHOD)


def _walk(data: bytes, at: int, end: int) -> Iterator[tuple[Member, int]]:
    """The members whose own headers stand one behind the other from `at`, and where each ends."""
    for _ in range(MEMBERS):
        if data[at : at + 4] != b"PK\3\4" or at + 30 > end:
            return
        _, _, flags, method, _, _, crc, packed, size, name_size, extra = _LOCAL.unpack_from(data, at)
        start = at + 30 + name_size + extra
        if flags & _DESCRIPTOR and not packed:
            packed, size, crc = *_measured(data, start, end), _UNKNOWN_CRC
        name = _text(data[at + 30 : at + 30 + name_size], flags)
        yield Member(name, size, packed, at, method, flags, crc), min(start + packed, end)
        at = start + packed
        if flags & _DESCRIPTOR:
            follows = data.find(b"PK\3\4", at, at + _SLACK + 4)
            at = follows if follows >= 0 else at


def _measured(data: bytes, start: int, end: int) -> tuple[int, int]:
    """How many bytes from `start` are one deflated member, and how many it unpacks to."""
    unpacker, size, at = zlib.decompressobj(-15), 0, start
    try:
        while not unpacker.eof and at < end and size <= MEMBER_BYTES:
            size += len(unpacker.decompress(data[at : at + 16_384]))
            at += 16_384
    except zlib.error:
        return end - start, 0
    return min(at, end) - start - len(unpacker.unused_data), size


def _large(extra: bytes, *values: int) -> Iterator[int]:
    """The sizes and the offset, those that are full taken from the Zip64 field (APPNOTE 4.5.3)."""
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, at)
        if kind == 1:
            wide = iter(struct.unpack_from(f"<{size // 8}Q", extra, at + 4))
            return (next(wide, v) if v == _FULL else v for v in values)
        at += 4 + size
    return iter(values)


def _text(raw: bytes, flags: int) -> str:
    """A name or comment; where its encoding is not said, as UTF-8, as GB18030 (Windows in Chinese), as the rest."""
    known = ("ascii",) if raw.isascii() else ("utf-8",) if flags & _UTF8 else ("utf-8", "gb18030", "cp437")
    text = _tried(raw, known)
    # Names are shown on terminals.
    return text if text.isprintable() else "".join(c if c.isprintable() else "\ufffd" for c in text)


def _tried(raw: bytes, encodings: tuple[str, ...]) -> str:
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def _of(member: Member, gap: Both) -> Both:
    return Both(f"“{member.name}”：{gap.zh}", f"“{member.name}”: {gap.en}")
