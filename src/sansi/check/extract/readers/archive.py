"""压缩包 · Archives: every member is a file of its own, and its name is read too (zip, tar, gzip, bzip2, xz, WARC, WACZ)."""

from __future__ import annotations

import io
import re
import tarfile

from sansi.check.extract import unpack, warcs
from sansi.check.extract.budget import MEMBER_BYTES, MEMBERS, too_big
from sansi.check.extract.document import Document, Embedded, Fact, Unreadable, Weave
from sansi.check.extract.kinds import kind_of
from sansi.check.extract.mails import decoded_header
from sansi.check.extract.properties import is_somebody
from sansi.check.extract.reader import Asked, Reader
from sansi.check.extract.zips import DAMAGED, Package
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace, InnerPlace

_LEFT = Both("删掉的文件还留在压缩包里", "the archive still holds a file that was deleted from it")
_LOOSE = Both("压缩包里有不属于任何文件的数据", "the archive holds data that belongs to none of its files")
_OWNER = Both("压缩包记着文件主人的用户名", "the archive names the owner of the files")
_SPARSE = Both(
    "有稀疏文件，没有检查；请解开后再查", "holds a sparse file, which was not checked: unpack it first"
)
_SAME = Both(
    "有几个文件名指向同一段数据，可能是“压缩炸弹”，只检查了一次；请解压后再查",
    "has several names for the same bytes and may be a bomb, they were checked once: unpack it and check the files",
)
_MANY = Both(
    f"里面超过 {MEMBERS} 个文件，其余没有检查；请拆成几份再查",
    f"holds more than {MEMBERS} files, the rest were not checked: split it and check the parts",
)
# What file managers put into archives by themselves.
_CLUTTER = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)


def _read(data: bytes, asked: Asked) -> Document:
    document = Document(asked.kind)
    if asked.kind in ("zip", "wacz"):
        _zip(document, data, asked)
    elif asked.kind == "tar":
        _tar(document, data, asked)
    elif asked.kind == "warc":
        warcs.read_into(document, data, asked.budget)
    else:
        _stream(document, data, asked)
    return document


def _zip(document: Document, data: bytes, asked: Asked) -> None:
    package = Package(data, asked.budget, whole=False)
    names = Weave()
    seen: set[int] = set()
    for member in package.members:
        # The same bytes under many names: no usual program does that, bombs do.
        again = member.offset in seen
        if again and _SAME not in document.gaps:
            document.gaps.append(_SAME)
        seen.add(member.offset)
        _member(document, names, member.name, None if again else package.take(member))
    for text in package.comments:
        names.add(text + "\n", FieldPlace("comment"))
    members, loose = package.lost()
    for member in members:
        where = InnerPlace((member.name,), FieldPlace("filename"))
        document.facts.append(Fact("meta-revision", where, _LEFT, member.name))
        _member(document, names, member.name, package.take(member))
    for rest in loose:
        document.facts.append(Fact("meta-trailing-data", FieldPlace("zip"), _LOOSE, "", Confidence.POSSIBLE))
        document.embedded.append(Embedded("zip", rest, optional=True))
    document.segments += names.segments()
    document.gaps += package.gaps


def _member(document: Document, names: Weave, name: str, data: bytes | None) -> None:
    """Take in a member: its name as text, its content as a file within."""
    names.add(name, InnerPlace((name,), FieldPlace("filename")))
    names.add("\n")
    if data:
        optional = bool(_CLUTTER.search(name)) or kind_of(data) == "font"
        document.embedded.append(Embedded(name, data, optional=optional))


def _tar(document: Document, data: bytes, asked: Asked) -> None:
    names = Weave()
    owners: dict[str, str] = {}
    count = 0
    try:
        with tarfile.open(
            fileobj=io.BytesIO(data), mode="r:", encoding="utf-8", errors="surrogateescape"
        ) as tar:
            for count, entry in enumerate(tar, 1):
                if count > MEMBERS:
                    document.gaps.append(_MANY)
                    break
                name = _printable(entry.name)
                _entry(document, names, tar, entry, name, asked)
                owners.setdefault(_printable(entry.uname), name)
            cut = not data[tar.offset :].startswith(b"\0" * 512)
    except (tarfile.TarError, ValueError, OSError, EOFError, OverflowError, RecursionError) as error:
        if not count:
            raise Unreadable(DAMAGED) from error
        cut = True
    if cut:
        document.gaps.append(unpack.CUT)
    for owner, name in owners.items():
        if is_somebody(owner) and owner not in _ACCOUNTS:
            where = InnerPlace((name,), FieldPlace("uname"))
            document.facts.append(Fact("meta-author", where, _OWNER, owner, Confidence.POSSIBLE))
    document.segments += names.segments()


_ACCOUNTS = frozenset(
    "root nobody daemon www-data nginx apache ubuntu debian runner wheel staff bin sys".split()
)


def _entry(
    document: Document, names: Weave, tar: tarfile.TarFile, entry: tarfile.TarInfo, name: str, asked: Asked
) -> None:
    data = None
    gap = None
    if entry.issparse():
        gap = _SPARSE
    elif entry.isreg():
        if entry.size > MEMBER_BYTES:
            gap = too_big(f"{MEMBER_BYTES >> 20} MB").reason
        else:
            asked.budget.unpack(entry.size)
            held = tar.extractfile(entry)
            data = held.read() if held else b""
            if len(data) < entry.size:
                gap = unpack.CUT
    if gap:
        document.gaps.append(Both(f"“{name}”：{gap.zh}", f"“{name}”: {gap.en}"))
    _member(document, names, name, data)
    if entry.linkname:
        names.add(_printable(entry.linkname) + "\n", InnerPlace((name,), FieldPlace("linkname")))
    for key, value in entry.pax_headers.items():
        if key not in ("path", "linkpath", "mtime", "atime", "ctime", "size", "uid", "gid", "uname", "gname"):
            names.add(
                f"{_printable(key)}: {_printable(value)}\n", InnerPlace((name,), FieldPlace(_printable(key)))
            )


def _printable(name: str) -> str:
    """A name that is not UTF-8 is GBK, as archives from Windows have it."""
    name = decoded_header(name) if any("\udc80" <= c <= "\udcff" for c in name) else name
    return name if name.isprintable() else "".join(c if c.isprintable() else "\ufffd" for c in name)


def _stream(document: Document, data: bytes, asked: Asked) -> None:
    """One compressed file."""
    gzip = asked.kind == "gzip"
    out = unpack.gunzipped(data, asked.budget) if gzip else unpack.unpacked(data, asked.kind, asked.budget)
    if out.gap:
        document.gaps.append(out.gap)
    name = _gzip_name(document, data) if gzip else ""
    if out.data.startswith(b"WARC/"):
        # Of one layer with its packing: records by the thousand are not to count as nested deeper.
        document.kind = "warc"
        warcs.read_into(document, out.data, asked.budget)
    elif out.data:
        inner = name or re.sub(r"(?i)\.(?:gz|bz2|xz|tgz)$", "", asked.name.rpartition("/")[2]) or asked.kind
        document.embedded.append(Embedded(inner, out.data))


def _gzip_name(document: Document, data: bytes) -> str:
    """The name that the header keeps, and its comment as text (RFC 1952 2.3)."""
    flags = data[3] if len(data) > 10 else 0
    at = 10
    if flags & 4:
        at += 2 + int.from_bytes(data[at : at + 2], "little")
    found = []
    for flag, field in ((8, "filename"), (16, "comment")):
        text = ""
        if flags & flag:
            end = data.find(b"\0", at, at + 4096)
            text = _printable(data[at : max(at, end)].decode("utf-8", "surrogateescape"))
            at = max(at, end) + 1
            weave = Weave()
            weave.add(text + "\n", FieldPlace(field))
            document.segments += weave.segments()
        found.append(text)
    return found[0]


READER = Reader(
    ("zip", "tar", "gzip", "bzip2", "xz", "warc", "wacz"),
    Both("压缩包和网页存档", "Archives of files and of pages"),
    _read,
)
