"""PDF 的属性 · Properties of a PDF file: document information, XMP, private data, thumbnails, layers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from lxml import etree

from sansi.check.extract.document import Document, Fact, Weave
from sansi.check.extract.pdf_streams import Damaged, TooBig, unpacked
from sansi.check.extract.pdf_values import items, words
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace, PagePlace

_XMP_BYTES = 8 << 20
# Dates, switches, and what made the file: true of everybody's.
_DULL = {"/CreationDate", "/ModDate", "/Trapped", "/Producer", "/PTEX.Fullbanner", "/GTS_PDFXVersion"}
_PEOPLE = {
    "/Author": ("作者", "author"),
    "/Company": ("单位", "company"),
    "/Manager": ("主管", "manager"),
    "/LastModifiedBy": ("最后修改的人", "who changed it last"),
    "/SPDF:LastSavedBy": ("最后保存的人", "who saved it last"),
}
_NOBODY = {
    "",
    "anonymous",
    "(anonymous)",
    "unspecified",
    "(unspecified)",
    "unknown",
    "author",
    "none",
    "untitled",
}
_PATH = re.compile(r"[A-Za-z]:[\\/][^\s<>]|\\\\[\w.-]+\\|/(?:Users|home|Volumes)/[\w.-]|file://", re.ASCII)
_ID = re.compile(
    r"(?i)(?:uuid:|xmp\.[did]{3}:|adobe:docid:|proof:pdf)?[0-9a-f-]{16,}|[\d:TZ+. -]{4,}|application/pdf"
)
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_NO_XMP = Both(
    "XMP 属性已损坏或过大，没有读出来；请用 sansi clean 去掉",
    "the XMP properties are damaged or too big and were not read: remove them with `sansi clean`",
)
_PRIVATE = Both(
    "编辑软件存下的私有数据，可能是完整的原稿",
    "private data of an editing program, perhaps the whole original",
)
_THUMBNAIL = Both("页面的缩略图，可能是修改以前的样子", "a thumbnail of the page, perhaps as it was before")


class Properties:
    """Reads the properties of a file into `document`, each value once."""

    def __init__(self, document: Document) -> None:
        """Begin with nothing told."""
        self._document = document
        self._told: set[str] = set()
        self._weave = Weave()

    def of_file(self, pdf: Any) -> None:
        """Read document information, XMP and private data."""
        for key, value in items(pdf.trailer.get("/Info")):
            self._information(key, words(value).strip())
        metadata = pdf.Root.get("/Metadata")
        if isinstance(metadata, pikepdf.Stream):
            self._xmp(metadata)
        if pdf.Root.get("/PieceInfo") is not None:
            self._fact("meta-xmp", "PieceInfo", _PRIVATE, "", Confidence.POSSIBLE)
        self._document.segments += self._weave.segments()

    def _information(self, key: str, value: str) -> None:
        field = key.removeprefix("/")
        if _PATH.search(value):
            self._path(field, value)
        if key in _PEOPLE:
            self._person(field, value, _PEOPLE[key])
        elif key not in _DULL and key != "/Creator":
            self._text(field, value)

    def _person(self, field: str, value: str, said: tuple[str, str]) -> None:
        if value.lower() in _NOBODY or value in self._told:
            return
        self._text(field, value)
        self._fact(
            "meta-author", field, Both(f"文件属性里的{said[0]}", f"the {said[1]} in the properties"), value
        )

    def _path(self, field: str, value: str) -> None:
        said = Both("原文件所在的路径", "the path of the original file")
        self._text(field, value)
        self._fact("meta-xmp", field, said, value)

    def _text(self, field: str, value: str) -> None:
        if value.lower() not in _NOBODY and value not in self._told:
            self._told.add(value)
            self._weave.add(value, FieldPlace(field))
            self._weave.add("\n")

    def _fact(
        self, rule: str, field: str, said: Both, value: str, confidence: Confidence = Confidence.LIKELY
    ) -> None:
        fact = Fact(rule, FieldPlace(field), said, value, confidence)
        if fact not in self._document.facts:
            self._document.facts.append(fact)

    def _xmp(self, stream: Any) -> None:
        try:
            data = unpacked(stream, _XMP_BYTES)
            root = _tree(data)
        except (Damaged, TooBig, etree.XMLSyntaxError, ValueError):
            self._document.gaps.append(_NO_XMP)
            return
        history = []
        for way, value in _leaves(root):
            name = way[-1]
            if "History" in way or "DerivedFrom" in way or "Ingredients" in way or "Pantry" in way:
                history.append(value)
            if _PATH.search(value):
                self._path(f"XMP {name}", value)
            elif "creator" in way or name in (
                "Company",
                "Manager",
                "AuthorsPosition",
                "CaptionWriter",
                "Author",
            ):
                self._person(f"XMP {name}", value, ("作者", "author"))
            elif name not in _XMP_DULL and not _ID.fullmatch(value):
                self._text(f"XMP {name}", value)
        if history:
            said = Both("编辑历史", "the history of its editing")
            self._fact("meta-xmp", "XMP History", said, "\n".join(history))

    def of_page(self, page: Any, index: int) -> None:
        """The thumbnail and the private data of page `index`, counted from 0."""
        if page.get("/Thumb") is not None:
            self._document.facts.append(Fact("meta-thumbnail", PagePlace(index + 1), _THUMBNAIL))
        if page.get("/PieceInfo") is not None:
            self._fact("meta-xmp", "PieceInfo", _PRIVATE, "", Confidence.POSSIBLE)


_XMP_DULL = {
    "Producer", "CreatorTool", "CreateDate", "ModifyDate", "MetadataDate", "format", "DocumentID", "InstanceID",
    "OriginalDocumentID", "Trapped", "PDFVersion", "part", "conformance", "RenditionClass", "softwareAgent", "when",
    "action", "changed", "VersionID", "lang", "about", "parseType", "xmptk", "resource", "schema", "prefix",
    "namespaceURI", "valueType", "category", "property", "description@", "amd", "rev", "corr",
}  # fmt: skip


def _tree(data: bytes) -> Any:
    """The tree of an XMP packet; raises ValueError where it brings definitions of its own."""
    if b"<!" in data.replace(b"<!--", b""):
        raise ValueError
    end = data.rfind(b">") + 1
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(data[:end].lstrip(b"\0 \r\n\t"), parser)


def _leaves(root: Any) -> Iterator[tuple[list[str], str]]:
    """Each value of XMP with the names on the way to it, attributes included."""
    for element in root.iter(etree.Element):
        above = [_local(a.tag) for a in element.iterancestors(etree.Element)]
        way = [*reversed(above), _local(element.tag)]
        way = [
            name for name in way if name not in ("xmpmeta", "RDF", "Description", "Seq", "Bag", "Alt", "li")
        ]
        for key, value in element.attrib.items():
            if value.strip() and key != f"{_RDF}about":
                yield [*way, _local(key)], value.strip()
        if element.text and element.text.strip():
            yield way or [""], element.text.strip()


def _local(tag: Any) -> str:
    return str(tag).rpartition("}")[2]
