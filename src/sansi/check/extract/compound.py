"""复合文件 · The streams of an OLE compound file, and the properties and pictures that stand in them (MS-CFB, MS-OLEPS)."""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from sansi.check.extract.budget import MEMBER_BYTES, RATIO, RATIO_FREE, Budget, too_big
from sansi.check.extract.document import Document, Embedded, Fact, Unreadable, Weave
from sansi.check.extract.properties import is_somebody
from sansi.check.extract.zips import DAMAGED
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace

Path = tuple[str, ...]
_MOST_STREAMS = 5_000
_MANY = Both(
    f"里面超过 {_MOST_STREAMS} 个数据流，其余没有检查",
    f"holds more than {_MOST_STREAMS} streams, the rest were not checked",
)
_PERSON = Both("文件属性里写着人或单位的名字", "the properties name a person or a body")
_TEMPLATE = Both("属性里写着模板的路径", "the properties hold the path of the template")
_PACKED = Both("有损坏的图片，没有检查", "holds a damaged picture, which was not checked")
# MS-OLEPS 2.25, MS-OSHARED 2.3.3.2
_SUMMARY = {
    2: "title",
    3: "subject",
    4: "author",
    5: "keywords",
    6: "comments",
    7: "template",
    8: "lastauthor",
}
_DOCUMENT = {2: "category", 14: "manager", 15: "company", 26: "content-type", 27: "status"}
_PERSONS = frozenset({"author", "lastauthor", "manager", "company"})
# MS-ODRAW 2.2.23: how long the checksums before the data are, by the instance of the record.
_BLIP = re.compile(rb"(?s)(..)([\x1a-\x1f\x29\x2a]\xf0)(.{4})")
_TWICE = frozenset({0x3D5, 0x217, 0x543, 0x46B, 0x6E1, 0x6E3, 0x6E5, 0x7A9})


class Compound:
    """A compound file: its streams by their paths, each read when it is asked for."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        """Open `data`; raises Unreadable where it is damaged."""
        import olefile  # noqa: PLC0415 - few files are of this kind

        self.gaps: list[Both] = []
        self.taken: set[Path] = set()
        self._budget = budget
        self._sizes: dict[Path, int] = {}
        self._held: dict[Path, bytes] = {}
        self._within: dict[Path, list[Path]] = {}
        try:
            self._file: Any = olefile.OleFileIO(io.BytesIO(data), raise_defects=olefile.DEFECT_FATAL)
            for entry in self._file.listdir(streams=True, storages=False):
                self._sizes[tuple(entry)] = int(self._file.get_size(entry))
        except Exception as error:  # whatever a damaged container makes the library raise
            raise Unreadable(DAMAGED) from error
        for path in list(self._sizes)[:_MOST_STREAMS]:
            self._within.setdefault(path[:-1], []).append(path)
        if len(self._sizes) > _MOST_STREAMS:
            self.gaps.append(_MANY)

    def __contains__(self, path: Path) -> bool:
        """Whether there is such a stream."""
        return path in self._sizes

    def under(self, prefix: Path) -> list[Path]:
        """The streams in a storage, at any depth."""
        return [p for p in list(self._sizes)[:_MOST_STREAMS] if p[: len(prefix)] == prefix]

    def within(self, storage: Path) -> list[Path]:
        """The streams that stand in a storage itself."""
        return self._within.get(storage, [])

    def get(self, path: Path) -> bytes:
        """A stream; empty where there is none or, with a gap, where it cannot be read."""
        self.taken.add(path)
        if path not in self._sizes:
            return b""
        if path not in self._held:
            self._held[path] = self._read(path)
        return self._held[path]

    def _read(self, path: Path) -> bytes:
        size = self._sizes[path]
        if size > MEMBER_BYTES:
            self._gap(path, too_big(f"{MEMBER_BYTES >> 20} MB").reason)
            return b""
        try:
            self._budget.unpack(size)
            data = self._file.openstream(list(path)).read()
        except Unreadable:
            raise
        except Exception:  # noqa: BLE001 - a stream that cannot be read is a gap, whatever the library raises
            self._gap(path, DAMAGED)
            return b""
        if len(data) < size:
            self._gap(path, DAMAGED)
        return bytes(data)

    def _gap(self, path: Path, gap: Both) -> None:
        name = "/".join(path)
        name = "".join(c if c.isprintable() else "" for c in name)
        self.gaps.append(Both(f"“{name}”：{gap.zh}", f"“{name}”: {gap.en}"))


def properties(compound: Compound, prefix: Path, document: Document) -> None:
    """Read the property sets of a storage into `document`."""
    for stream, names in (
        ("\x05SummaryInformation", _SUMMARY),
        ("\x05DocumentSummaryInformation", _DOCUMENT),
    ):
        data = compound.get((*prefix, stream))
        weave = Weave()
        try:
            for name, value in _property_set(data, names) if data else ():
                _property(name, value, document)
                weave.add(value + "\n", FieldPlace(name))
        except (struct.error, IndexError, ValueError):
            document.gaps.append(_PROPERTIES)
        document.segments += weave.segments()


_PROPERTIES = Both("文件属性损坏，没有检查", "has damaged properties, which were not checked")


def _property(name: str, value: str, document: Document) -> None:
    if name in _PERSONS and is_somebody(value):
        document.facts.append(Fact("meta-author", FieldPlace(name), _PERSON, value))
    elif name == "template" and ("\\" in value or "/" in value):
        document.facts.append(Fact("meta-author", FieldPlace(name), _TEMPLATE, value, Confidence.POSSIBLE))


def _property_set(data: bytes, names: dict[int, str]) -> Iterator[tuple[str, str]]:
    (sections,) = struct.unpack_from("<L", data, 24)
    for number in range(min(sections, 2)):
        (start,) = struct.unpack_from("<L", data, 28 + 20 * number + 16)
        _, count = struct.unpack_from("<2L", data, start)
        table = dict(struct.unpack_from("<2L", data, start + 8 + 8 * i) for i in range(min(count, 1000)))
        page = "cp1252"
        if 1 in table:
            (code,) = struct.unpack_from("<h", data, start + table[1] + 4)
            page = _page(code & 0xFFFF)
        own = _dictionary(data, start + table[0], page) if number and 0 in table else {}
        for key, offset in table.items():
            value = _value(data, start + offset, page) if key > 1 else ""
            if value and (number or key in names):
                yield (own.get(key, str(key)) if number else names[key]), value


def _dictionary(data: bytes, at: int, page: str) -> dict[int, str]:
    (count,) = struct.unpack_from("<L", data, at)
    at += 4
    found = {}
    for _ in range(min(count, 1000)):
        key, size = struct.unpack_from("<2L", data, at)
        wide = page == "utf-16-le"
        length = size * 2 if wide else size
        found[key] = _text(data[at + 8 : at + 8 + min(length, 4096)], page)
        at += 8 + length + (-length % 4 if wide else 0)
    return found


def _value(data: bytes, at: int, page: str) -> str:
    kind, size = struct.unpack_from("<2L", data, at)
    if kind == 30:
        return _text(data[at + 8 : at + 8 + min(size, 1 << 16)], page)
    if kind == 31:
        return _text(data[at + 8 : at + 8 + min(size, 1 << 16) * 2], "utf-16-le")
    return ""


def _page(code: int) -> str:
    return {936: "gb18030", 54936: "gb18030", 1200: "utf-16-le", 65001: "utf-8", 10008: "gb18030"}.get(
        code, f"cp{code}"
    )


def _text(raw: bytes, page: str) -> str:
    try:
        text = raw.decode(page)
    except (UnicodeDecodeError, LookupError):
        text = raw.decode("gb18030", "replace")
    return text.split("\0")[0].strip()


def pictures(data: bytes, document: Document, budget: Budget) -> None:
    """Set the pictures aside that stand in a stream as records of OfficeArt (MS-ODRAW 2.2.23)."""
    at = 0
    while match := _BLIP.search(data, at):
        head = int.from_bytes(match[1], "little")
        (size,) = struct.unpack("<L", match[3])
        at = match.start() + 1
        if head & 0xF or not 17 < size <= len(data) - match.end():
            continue
        kind = match[2][0]
        skip = 16 if head >> 4 not in _TWICE else 32
        body = data[match.end() + skip : match.end() + size]
        picture = _metafile(body, budget, document) if kind in (0x1A, 0x1B, 0x1C) else body[1:]
        if picture[:4] in (b"\x89PNG", b"II*\0", b"MM\0*", b"\1\0\0\0", b"\xd7\xcd\xc6\x9a") or (
            picture[:3] == b"\xff\xd8\xff" or kind in (0x1B, 0x1F)
        ):
            document.embedded.append(Embedded(f"picture {len(document.embedded) + 1}", picture))
            at = match.end() + size


def _metafile(body: bytes, budget: Budget, document: Document) -> bytes:
    """A metafile, unpacked (MS-ODRAW 2.2.31)."""
    if len(body) < 35:
        return b""
    (size,) = struct.unpack_from("<L", body, 0)
    if body[32] == 0xFE:
        return body[34:]
    try:
        if size > min(MEMBER_BYTES, max(RATIO_FREE, RATIO * len(body))):
            return b""
        budget.unpack(size)
        return zlib.decompressobj().decompress(body[34:], size)
    except zlib.error:
        document.gaps.append(_PACKED)
        return b""
