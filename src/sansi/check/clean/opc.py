"""办公文档的包 · Parts, their types and relationships, with those taken out that nobody sees (ISO/IEC 29500-2)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from sansi.check.clean.cleaner import Order
from sansi.check.clean.package import PATHS, Members, remove, without_path
from sansi.check.extract.document import Unreadable
from sansi.check.extract.xmls import Element, local, transitional
from sansi.check.extract.zips import DAMAGED, key_of
from sansi.check.model import Both

TYPES = "[Content_Types].xml"
_TYPES_KEY = key_of(TYPES)
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Elements that mean something without the part they refer to; of these only the reference goes.
_STAY = {"pageSetup", "presProps"}

_PROPERTIES = Both(
    "文件属性（作者、单位、时间、模板等）", "the properties (author, company, times, template …)"
)
_CUSTOM = Both("自定义的属性和数据", "properties and data that people or programs have added")
_THUMBNAIL = Both("首页缩略图", "the thumbnail of the first page")
_PRINTER = Both("打印机设置", "settings of the printer")
_COMMENTS = Both("批注和批注人", "comments and who wrote them")
_MACROS = Both("宏", "macros")
_SIGNATURES = Both("数字签名（文件一改就失效）", "digital signatures (which any change makes void)")
_ADDINS = Both("加载项的数据", "data of add-ins")
_UNREACHED = Both("文档不再用到的部分", "parts that the document does not use any more")
_DROPPED = (
    (re.compile(r"docprops/thumbnail|/thumbnails?/"), _THUMBNAIL),
    (re.compile(r"docprops/custom\.xml$|customxml/"), _CUSTOM),
    (re.compile(r"docprops/|docmetadata/|package/services/"), _PROPERTIES),
    (re.compile(r"printersettings"), _PRINTER),
    (
        re.compile(
            r"(?:word|xl|ppt)/(?:.*/)?(?:threadedcomments|persons|comments?(?:extended|ids|extensible)?|commentauthors|authors|people|changesinfos|revisioninfo)[^/]*(?:\.xml$|/)"
        ),
        _COMMENTS,
    ),
    (re.compile(r"vbaproject|vbadata|attachedtoolbars|/macrosheets/|/dialogsheets/"), _MACROS),
    (re.compile(r"_xmlsignatures/"), _SIGNATURES),
    (re.compile(r"customui|webextensions?/|taskpanes|customizations\.xml$|userdata"), _ADDINS),
)
_MACRO_TYPE = re.compile(
    r"\.(document|template|sheet|presentation|slideshow|addin)\.macroEnabled(?:Template)?\."
)
_PATH_ATTRIBUTES = {"descr", "name", "title"}
_CROPPED = re.compile(rb'<(?:\w+:)?srcRect\s[^>]*[ltrb]="[1-9]')
_CROPPED_SAID = Both(
    "有裁剪过的图片，裁掉的部分还在文件里；请在软件里用“压缩图片”删除裁剪区域",
    "a picture was cropped and what was cut off is still there: use “Compress Pictures” to delete cropped areas",
)
_OBJECT = Both(
    "嵌入的对象没有清理，可能含有隐藏的信息；请换成图片或删除",
    "an embedded object was left, where more may be hidden: replace it by a picture, or delete it",
)


class Office(Members):
    """The parts of an office document, in the names of the usual variant."""

    def __init__(self, data: bytes, order: Order) -> None:
        """Unpack `data`, and take out the parts that nobody sees."""
        super().__init__(data, order)
        for name in self:
            raw = self.get(name)
            if self.is_xml(name) and (plain := transitional(raw)) is not raw:
                self.put(name, plain)
        if not self.name(TYPES):
            raise Unreadable(DAMAGED)
        self.drop_parts()

    def drop_parts(self) -> None:
        """Take out the parts that are hidden in every kind of office document."""
        gone = []
        for name in self:
            key = key_of(name)
            if key.endswith(".rels"):
                continue
            said = next((said for pattern, said in _DROPPED if pattern.search(key)), None)
            if said and not key.startswith("[content"):
                gone.append(name)
                self.removed(said)
        self.drop_all(gone)

    def drop_all(self, names: Iterable[str]) -> None:
        """Take parts out, with their relationships, the references to them and their types."""
        gone = {_part(name) for name in names}
        for name in names:
            self.drop(name)
            folder, _, base = name.rpartition("/")
            self.drop(self.name(posixpath.join(folder, "_rels", base + ".rels")))
        for source, root in self.relations():
            for relation in list(root):
                if relation.get("TargetMode") != "External" and _part(_target(source, relation)) in gone:
                    self.unrelate(source, relation)
        for override in list(self.tree(self.name(TYPES))):
            if local(override) == "Override" and _part(override.get("PartName") or "") in gone:
                remove(override)

    def relations(self) -> Iterator[tuple[str, Element]]:
        """Every part that has relationships, "" for the package, and their tree."""
        for name in self:
            if key_of(name).endswith(".rels"):
                folder, _, base = name.rpartition("/")
                yield posixpath.join(posixpath.dirname(folder), base[: -len(".rels")]), self.tree(name)

    def unrelate(self, source: str, relation: Element) -> None:
        """Take out a relationship, and in the part `source` what refers to it."""
        number = relation.get("Id")
        remove(relation)
        name = self.name(source) if source else ""
        if not name or not self.is_xml(name) or f'"{number}"'.encode() not in self.get(name):
            return
        for element in list(self.tree(name).iter()):
            for key, value in element.items():
                if value != number or not key.startswith(_RELATION_ID):
                    continue
                if local(element) in _STAY:
                    del element.attrib[key]
                else:
                    remove(element)
                    break

    def roles(self, *ends: str) -> list[str]:
        """The parts whose content type ends in one of `ends`."""
        types = self.tree(self.name(TYPES))
        names = [
            self.name(e.get("PartName") or "") for e in types if (e.get("ContentType") or "").endswith(ends)
        ]
        return [name for name in names if name]

    def finish(self) -> None:
        """What is left to do in every kind: plain types, no paths, files within, nothing left without a word."""
        self._plain_types()
        self._drop_unreached()
        self._paths()
        self.clean_inside()
        for name in self:
            if "/embeddings/" in key_of(name) and self.get(name)[:2] != b"PK":
                self.left(Both(f"“{name}”：{_OBJECT.zh}", f"“{name}”: {_OBJECT.en}"))
            if self.is_xml(name) and _CROPPED.search(self.get(name)):
                self.left(_CROPPED_SAID)

    def _drop_unreached(self) -> None:
        """Take out the parts that no other refers to: no program shows them, and many hold what was deleted."""
        edges: dict[str, list[str]] = {}
        for source, root in self.relations():
            inside = [r for r in root if r.get("TargetMode") != "External"]
            edges[_part(source)] = [_part(_target(source, relation)) for relation in inside]
        reached, waiting = {""}, [""]
        while waiting:
            fresh = [key for key in edges.get(waiting.pop(), ()) if key not in reached]
            reached.update(fresh)
            waiting += fresh
        lost = [
            name
            for name in self
            if _part(name) not in reached
            and not key_of(name).endswith(".rels")
            and key_of(name) != _TYPES_KEY
        ]
        if lost:
            self.drop_all(lost)
            self.removed(_UNREACHED)

    def _plain_types(self) -> None:
        for element in list(self.tree(self.name(TYPES))):
            kind = element.get("ContentType") or ""
            if found := _MACRO_TYPE.search(kind):
                element.set("ContentType", _plain_type(kind, found[1]))
            elif "vbaProject" in kind:
                remove(element)

    def _paths(self) -> None:
        """Cut the paths of somebody's computer down to the names of the files."""
        for _, root in self.relations():
            for relation in root:
                target = relation.get("Target") or ""
                if relation.get("TargetMode") == "External" and without_path(target) != target:
                    relation.set("Target", without_path(target))
                    self.removed(PATHS)
        for name in self:
            if not self.is_xml(name) or not _has_path(self.get(name)):
                continue
            for element in self.tree(name).iter():
                for key, value in element.items():
                    if key in _PATH_ATTRIBUTES and without_path(value) != value:
                        element.set(key, without_path(value))
                        self.removed(PATHS)


def _plain_type(kind: str, word: str) -> str:
    """The content type of a document without macros."""
    stem = {
        "document": "wordprocessingml.document",
        "sheet": "spreadsheetml.sheet",
        "presentation": "presentationml.presentation",
        "slideshow": "presentationml.slideshow",
        "addin": "spreadsheetml.sheet" if "excel" in kind else "presentationml.presentation",
    }.get(word)
    if stem is None:
        stem = (
            "wordprocessingml.template"
            if "word" in kind
            else "spreadsheetml.template"
            if "excel" in kind
            else "presentationml.template"
        )
    return f"application/vnd.openxmlformats-officedocument.{stem}.main+xml"


def _part(name: str) -> str:
    """The key of a part, whether its name is written with escapes or without."""
    return key_of(unquote(name))


def _target(source: str, relation: Element) -> str:
    """The part a relationship leads to, spelt as members of a zip are: without escapes."""
    target = unquote((relation.get("Target") or "").partition("#")[0])
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))


_HAS_PATH = re.compile(rb'(?i)="(?:file:|[a-z]:[\\/]|\\\\|/(?:home|users)/)')


def _has_path(data: bytes) -> bool:
    return bool(_HAS_PATH.search(data))
