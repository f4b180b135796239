"""XML · Parts of documents as trees, with nothing resolved, fetched or lost in silence (W3C XML 1.0).

A DTD is refused: no format of documents needs one, and entities are how bombs and file readers are built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from sansi.check.extract.document import Unreadable
from sansi.check.model import Both

Element = Any
"""An element of lxml, which ships no types."""

_DTD = Both(
    "含有文档类型声明（DTD），可能是攻击，没有解析；请用原来的软件另存再查",
    "holds a document type declaration, which may be an attack, and was not parsed: save it anew and check that",
)
_NO_XML = Both("不是可读的 XML；请重新取得一份", "is no XML that can be read: get it anew")
_ENCODING = Both(
    "XML 的编码不常见；请另存为 UTF-8 再查",
    "is XML in an uncommon encoding: save it as UTF-8 and check again",
)
_PARTLY = Both(
    "XML 有错或嵌套过深，只检查了读得出的部分；请用原来的软件打开后另存再查",
    "has broken or too deeply nested XML, only what could be read was checked: save it anew and check that",
)

# Without `huge_tree` libxml2 stops at 256 levels; with it at 2048. It also lifts the limit on
# entities, so it is for what is big and has shown no DTD. Nothing here walks a tree by recursion.
_BIG = 9_000_000
_COMMON = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
}
_STRICT = etree.XMLParser(**_COMMON)
_MENDING = etree.XMLParser(recover=True, **_COMMON)
_STRICT_BIG = etree.XMLParser(huge_tree=True, **_COMMON)
_MENDING_BIG = etree.XMLParser(huge_tree=True, recover=True, **_COMMON)

_DECLARED = re.compile(rb"""<\?xml\s[^>]{0,80}?encoding\s*=\s*["']([A-Za-z0-9._-]+)["'][^>]{0,40}\?>""")
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
# Those in which `<!DOCTYPE` is written as in ASCII, so that looking for it in the bytes holds.
_ENCODINGS = re.compile(
    rb"(?i)utf-?8|us-ascii|ascii|iso-8859-\d+|windows-125\d|gb2312|gbk|gb18030|big5|shift_jis|euc-(?:jp|kr)$"
)
# One with neither entities nor attributes of its own; the file it points to is never fetched.
_PLAIN_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[\]<>]{0,1000}>")
# A declaration can only stand before the first element.
_PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*+<![^-]", re.DOTALL)
_PURL = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")


class Parsed(NamedTuple):
    """The root of a tree, and the gap when it is not the whole of it."""

    root: Element
    gap: Both | None


def parsed(data: bytes, *, doctype: bool = False) -> Parsed:
    """The tree of `data`, mended where it is broken, which is a gap; raises Unreadable where nothing is left.

    `doctype`: older books and OpenDocument name a DTD in some parts; one that defines nothing is passed over.
    """
    data = _plain(data, doctype=doctype)
    big = len(data) > _BIG
    try:
        return Parsed(etree.fromstring(data, _STRICT_BIG if big else _STRICT), None)
    except etree.XMLSyntaxError:
        # Mending may find a declaration in places where there can be none.
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise Unreadable(_DTD) from None
    try:
        root = etree.fromstring(data, _MENDING_BIG if big else _MENDING)
    except etree.XMLSyntaxError as error:
        raise Unreadable(_NO_XML) from error
    if root is None:
        raise Unreadable(_NO_XML)
    return Parsed(root, _PARTLY)


def transitional(data: bytes) -> bytes:
    """`data` with the names of the strict variant of ISO/IEC 29500 as everybody writes them."""
    # Its names are declared at the root.
    if b"purl.oclc.org/ooxml" not in data[:8192]:
        return data
    return _PURL.sub(rb"http://schemas.openxmlformats.org/\1/2006/", data)


def _plain(data: bytes, *, doctype: bool) -> bytes:
    """`data` in an encoding like ASCII and without a DTD; raises Unreadable where there is one."""
    wide = _WIDE.get(data[:2])
    if wide:
        text = data.decode(wide, "replace")
        data = re.sub(r"^\ufeff?\s*<\?xml[^>]{0,200}\?>", "", text, count=1).encode("utf-8", "replace")
    else:
        declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
        if declared and not _ENCODINGS.match(declared[1]):
            raise Unreadable(_ENCODING)
        if declared and declared[1].lower() in (b"gb2312", b"gbk"):
            # What calls itself GB2312 often holds characters that only GB 18030 has.
            data = data.replace(declared[1], b"gb18030", 1)
        if not declared and b"encoding" in data[:200].partition(b"?>")[0]:
            raise Unreadable(_ENCODING)
    if _PROLOG.match(data):
        if doctype:
            data = _PLAIN_DOCTYPE.sub(b"", data, count=1)
        if _PROLOG.match(data):
            raise Unreadable(_DTD)
    return data


def local(element: Element) -> str:
    """The name of `element` without its namespace."""
    return str(element.tag).rpartition("}")[2]


def words(root: Element) -> Iterator[str]:
    """Every text and attribute value of a tree that nobody knows, each with the name it stands under."""
    for element in root.iter():
        name = local(element)
        if element.text and not element.text.isspace():
            yield f"{name}: {element.text.strip()}"
        if element.tail and not element.tail.isspace():
            yield element.tail.strip()
        for key, value in element.items():
            if len(value) > 3 and not value.startswith(("http://schemas.", "{")):
                yield f"{key.rpartition('}')[2]}: {value}"
