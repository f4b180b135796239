"""旧版办公文档 · Word, Excel and PowerPoint of 97-2003, WPS files of that form, Outlook messages (MS-CFB)."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable

from sansi.check.extract import compound as compounds
from sansi.check.extract import excel97, outlook, powerpoint97, vba, word97
from sansi.check.extract.compound import Compound, Path
from sansi.check.extract.document import Document, Embedded, Fact, Segment, Unreadable
from sansi.check.extract.objects import native_file
from sansi.check.extract.reader import Asked, Reader
from sansi.check.extract.readers.text import lines_of
from sansi.check.extract.zips import DAMAGED, LOCKED
from sansi.check.model import Both
from sansi.check.place import FieldPlace, InnerPlace

_MACRO = Both("带有宏程序", "carries macros")
_OBJECT = Both("文件里嵌着别的文件", "another file is embedded")
_UNKNOWN = Both(
    "不认识的复合文件，只检查了里面认得的部分；请用原来的软件另存为常见格式再查",
    "is a compound file of an unknown kind, only what is known in it was checked: save it as a common format",
)
_MACROS = frozenset({"vba", "macros", "_vba_project_cur", "_vba_project"})
_MODULE_DULL = frozenset({"dir", "_vba_project", "project", "projectwm"})
_NATIVE, _PACKAGE = "\x01Ole10Native", "Package"
_HOLDERS = ("WordDocument", "Workbook", "Book", "PowerPoint Document")
_PICTURES = frozenset({"Data", "Pictures", "WordDocument"})
_WORDS = re.compile(rb"(?:[\x20-\x7e\n\r\t]\x00|[\x00-\xff][\x4e-\x9f]){6,}")


def _read(data: bytes, asked: Asked) -> Document:
    compound = Compound(data, asked.budget)
    document = Document(asked.kind)
    known = _storage(compound, (), document, asked)
    _objects(compound, document, asked)
    _macros(compound, document)
    if not known and not _is_macros(compound):
        _unknown(compound, document)
    document.gaps += compound.gaps
    return document


def _storage(compound: Compound, prefix: Path, document: Document, asked: Asked) -> bool:
    """Read what a storage is; False where it is nothing known. Raises Unreadable: locked, damaged."""
    kinds: tuple[tuple[str, Callable[[], None]], ...] = (
        ("__properties_version1.0", lambda: outlook.read(compound, prefix, document, asked)),
        ("WordDocument", lambda: word97.read(compound, prefix, document)),
        ("Workbook", lambda: excel97.read(compound, prefix, document, asked.budget)),
        ("Book", lambda: excel97.read(compound, prefix, document, asked.budget)),
        ("PowerPoint Document", lambda: powerpoint97.read(compound, prefix, document, asked.budget)),
    )
    found = next((read for name, read in kinds if (*prefix, name) in compound), None)
    if found is None:
        return False
    try:
        found()
    except (struct.error, IndexError, ValueError, OverflowError) as error:
        raise Unreadable(DAMAGED) from error
    compounds.properties(compound, prefix, document)
    for name in _PICTURES:
        stream = compound.get((*prefix, name))
        if stream:
            compounds.pictures(stream, document, asked.budget)
    return True


def _objects(compound: Compound, document: Document, asked: Asked) -> None:
    """Files and documents embedded in storages within."""
    prefixes = sorted({p[:-1] for p in compound.under(()) if len(p) > 1 and "__substg" not in p[0]})
    for prefix in prefixes:
        if any(part.startswith("__") for part in prefix):
            continue
        name = "".join(c for c in prefix[-1] if c.isprintable())
        for stream in (_NATIVE, _PACKAGE, "CONTENTS"):
            data = compound.get((*prefix, stream))
            if data:
                called, inner = native_file(data[4:]) if stream == _NATIVE else (name, data)
                document.facts.append(Fact("meta-attachment", FieldPlace(called), _OBJECT, called))
                document.embedded.append(Embedded(called, inner))
        if any((*prefix, holder) in compound for holder in _HOLDERS):
            _inner(compound, prefix, name, document, asked)


def _inner(compound: Compound, prefix: Path, name: str, document: Document, asked: Asked) -> None:
    """A document in a storage of another one."""
    inner = Document(document.kind)
    document.facts.append(Fact("meta-attachment", FieldPlace(name), _OBJECT, name))
    try:
        _storage(compound, prefix, inner, asked)
    except Unreadable as error:
        inner.gaps.append(error.reason)
    way = (name,)
    for one in inner.segments:
        document.segments.append(_moved(one, way))
    document.facts += [
        Fact(f.rule, InnerPlace(way, f.where), f.said, f.value, f.confidence) for f in inner.facts
    ]
    document.embedded += inner.embedded
    document.gaps += [Both(f"“{name}”：{g.zh}", f"“{name}”: {g.en}") for g in inner.gaps]


def _moved(segment: Segment, way: tuple[str, ...]) -> Segment:
    return Segment(segment.text, lambda start, end: InnerPlace(way, segment.locate(start, end)))


def _is_macros(compound: Compound) -> bool:
    return any(part.lower() in _MACROS for path in compound.under(()) for part in path)


def _macros(compound: Compound, document: Document) -> None:
    if not _is_macros(compound):
        return
    document.facts.append(Fact("meta-macro", FieldPlace("VBA"), _MACRO, "VBA"))
    for path in compound.under(()):
        inside = any(part.lower() == "vba" for part in path[:-1])
        if inside and path[-1].lower() not in _MODULE_DULL:
            text = vba.source(compound.get(path))
            if text:
                document.segments.append(_moved(lines_of(text), (path[-1],)))


def _unknown(compound: Compound, document: Document) -> None:
    """Of a container of an unknown program at least the text that stands there in the open.

    Raises Unreadable where there is nothing, and where what is left of it was locked (MS-OFFCRYPTO 2.1).
    """
    if any(path[0] in ("EncryptionInfo", "\x06DataSpaces") for path in compound.under(())):
        raise Unreadable(LOCKED)
    document.gaps.append(_UNKNOWN)
    compounds.properties(compound, (), document)
    for path in compound.under(()):
        if path in compound.taken:
            continue
        words = [m.decode("utf-16-le", "replace") for m in _WORDS.findall(compound.get(path))]
        if words:
            name = "".join(c for c in path[-1] if c.isprintable())
            document.segments.append(_moved(lines_of("\n".join(words)), (name,)))
    if not (document.segments or document.embedded or document.facts):
        raise Unreadable(_UNKNOWN)


READER = Reader(
    ("doc", "xls", "ppt", "msg", "ole"),
    Both("旧版 Office、WPS 和 Outlook 文件", "Office 97-2003, WPS and Outlook files"),
    _read,
)
