"""办公文档的包 · The package of an office document: parts, their roles and relationships (ISO/IEC 29500-2).

A reader takes the parts it knows; `rest` then reads every part that nobody has taken, so that nothing is left out.
"""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple

from sansi.check.extract import drawingml, properties
from sansi.check.extract.document import Document, Embedded, Fact, Unreadable, Weave
from sansi.check.extract.reader import Asked
from sansi.check.extract.trees import Trees
from sansi.check.extract.xmls import Element, local, transitional, words
from sansi.check.extract.zips import DAMAGED, Member, key_of
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace, ParagraphPlace

_TYPES = "[content_types].xml"
# Parts that hold measures, colours and settings. Whether there are words in them after all is looked at.
_WORDLESS = frozenset(
    """styles+xml fontTable+xml webSettings+xml theme+xml themeOverride+xml tableStyles+xml
    viewProps+xml presProps+xml calcChain+xml chartstyle+xml chartcolorstyle+xml colors+xml style+xml
    diagramLayout+xml diagramStyle+xml diagramColors+xml sheetMetadata+xml commentsExtended+xml commentsIds+xml
    commentsExtensible+xml customXmlProperties+xml relationships+xml keyMapCustomizations+xml""".split()
)
# Half a megabyte in many files, and by its schema without any text: a reader opens it where it needs it.
_UNOPENED = frozenset({"styles+xml", "stylesWithEffects+xml"})
_OPTIONAL = re.compile(
    r"(?i)\.(?:odttf|ttf|otf|fntdata|css|js|xsl|xslt|dtd|xsd)$|printersettings\d*\.bin$|activex\d*\.bin$"
)
# MS-RPRN 2.2.2.1: DEVMODE.
_PRINTER = re.compile(r"(?i)printersettings\d*\.bin$")
_ATTACHED = re.compile(r"(?i)(?:^|/)embeddings/")
_THUMBNAIL = re.compile(r"(?i)(?:^|/)thumbnails?[^/]*\.(?:jpe?g|png|gif|[ew]mf)$")
_OUTSIDE = re.compile(r"(?i)(?:https?|ftp|smb):|file:/{4,}|\\\\|//")


class Relation(NamedTuple):
    """A relationship of a part: the last word of its type, and its target, a part or an address outside."""

    type: str
    target: str
    outside: bool


class Parts(Trees):
    """The parts of an office document, and the document that is made of them."""

    def __init__(self, data: bytes, asked: Asked) -> None:
        """Open `data`; raises Unreadable for a bomb or a damaged file."""
        super().__init__(data, asked)
        self._defaults: dict[str, str] = {}
        self._overrides: dict[str, str] = {}
        self._said: set[tuple[str, str]] = set()
        self._roles: dict[str, str] = {}
        self._names: dict[str, list[str]] = {}
        self._charts = 0
        self._content_types()

    def role(self, name: str) -> str:
        """What a part is: the end of its content type, such as `header+xml`; guessed where none is given."""
        found = self._roles.get(name)
        if found is None:
            found = self._roles[name] = self._role(name)
        return found

    def _role(self, name: str) -> str:
        kind = self._overrides.get(key_of(name))
        if kind:
            return kind.rpartition(".")[2]
        stem, _, extension = name.rpartition("/")[2].rpartition(".")
        kind = self._defaults.get(extension.lower(), "")
        if kind and not kind.endswith("/xml"):
            return kind.rpartition(".")[2]
        if extension.lower() != "xml" or name.lower().startswith("customxml/"):
            return extension.lower()
        stem = stem.rstrip("0123456789")
        return (
            "main" if stem in {"document", "workbook", "presentation"} else _GUESSED.get(stem, stem)
        ) + "+xml"

    def named(self, *roles: str) -> list[str]:
        """The parts of these roles, in the order of their numbers."""
        if not self._names:
            for name in dict.fromkeys(m.name for m in self.package.members):
                self._names.setdefault(self.role(name), []).append(name)
        found = [name for role in roles for name in self._names.get(role, ())]
        return sorted(found, key=_numbered) if len(found) > 1 else found

    def main(self, *names: str) -> tuple[str, Element]:
        """The name and tree of the main part; raises Unreadable where it is not there."""
        for name in (*self.named("main+xml"), *names):
            root = self.tree(name)
            if root is not None:
                return name, root
        raise Unreadable(DAMAGED)

    def data(self, name: str) -> bytes | None:
        """The bytes of a part in the names of the usual variant; None, with a gap, where it cannot be read."""
        data = super().data(name)
        return transitional(data) if data else data

    def relations(self, name: str) -> dict[str, Relation]:
        """The relationships of the part `name` by their ids; those of the package for ""."""
        folder, _, base = name.rpartition("/")
        data = self.data(posixpath.join(folder, "_rels", base + ".rels"))
        root = self.parse(name, data) if data else None
        if root is None:
            return {}
        found = {}
        for element in root:
            target = element.get("Target") or ""
            outside = element.get("TargetMode") == "External"
            type_ = (element.get("Type") or "").rpartition("/")[2]
            if outside:
                self._outside(name, type_, target)
            else:
                target = (
                    target.lstrip("/")
                    if target[:1] == "/"
                    else posixpath.normpath(posixpath.join(folder, target))
                )
            found[element.get("Id") or ""] = Relation(type_, target, outside)
        return found

    def first(self, relations: dict[str, Relation], type_: str) -> str:
        """The target of the first inner relationship of a type, or ""."""
        return next((r.target for r in relations.values() if r.type == type_ and not r.outside), "")

    def linked(self, target: str) -> None:
        """Note that a reader has put the address `target` where it stands in the document."""
        self._said.add(("hyperlink", target))

    def rest(self) -> Document:
        """Read every part that is left, and return the document."""
        for member in self.package.unread():
            if member.name.lower().endswith(".rels"):
                self._relations_of(member)
        for member in self.package.unread():
            self._left(member)
        self._lost()
        self._addresses()
        self.document.gaps += self.package.gaps
        return self.document

    def _content_types(self) -> None:
        data = self.package.get(_TYPES)
        root = self.parse(_TYPES, data) if data else None
        for element in () if root is None else root:
            kind = element.get("ContentType") or ""
            if local(element) == "Override":
                self._overrides[key_of(element.get("PartName") or "")] = kind
            else:
                self._defaults[(element.get("Extension") or "").lower()] = kind

    def _relations_of(self, member: Member) -> None:
        """What a part nobody has asked about points to outside the file."""
        if b"External" not in (self.package.take(member) or b""):
            return
        folder, _, base = member.name.rpartition("/")
        self.relations(posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels")))

    def _outside(self, name: str, type_: str, target: str) -> None:
        """Something outside the file that it points to: links are text, all else is fetched when it is opened."""
        if type_ == "hyperlink":
            self._said.add(("address", target))
        elif ("outside", target) not in self._said and target not in {"", "NULL"}:
            self._said.add(("outside", target))
            sure = Confidence.LIKELY if _OUTSIDE.match(target) else Confidence.POSSIBLE
            said = Both(f"引用文件之外的内容（{type_}）", f"refers to something outside the file ({type_})")
            self.document.facts.append(
                Fact("meta-active-content", FieldPlace(name or type_), said, target, sure)
            )
            self._said.add(("address", target))

    def _addresses(self) -> None:
        """Addresses of relationships that no reader has found a place for."""
        weave = Weave()
        shown = {target for kind, target in self._said if kind == "hyperlink"}
        for kind, target in sorted(self._said):
            if kind == "address" and target not in shown:
                weave.add(target, FieldPlace("Target"))
                weave.add("\n")
        self.document.segments += weave.segments()

    def _left(self, member: Member) -> None:
        if self.role(member.name) in _UNOPENED and self.document.kind == "docx":
            return
        data = self.package.take(member)
        if not data:
            return
        role = self.role(member.name)
        if role.endswith("xml") or member.name.lower().endswith((".xml", ".vml", ".rels")):
            self._xml(member.name, role, transitional(data))
        elif role == "vbaProject" or member.name.lower().endswith("vbaproject.bin"):
            self.document.facts.append(Fact("meta-macro", FieldPlace(member.name), MACRO, member.name))
            self.document.embedded.append(Embedded(member.name, data, optional=True))
        else:
            self._file(member.name, data)

    def _file(self, name: str, data: bytes) -> None:
        base = name.rpartition("/")[2]
        if _THUMBNAIL.search(name):
            thumbnail(self.document, name, data)
            return
        if _PRINTER.search(name) and data[:1] != b"<":
            self._printer(name, data)
            return
        if _ATTACHED.search(name):
            self.document.facts.append(Fact("meta-attachment", FieldPlace(name), ATTACHED, base))
        self.document.embedded.append(Embedded(base, data, optional=bool(_OPTIONAL.search(name))))

    def _printer(self, name: str, data: bytes) -> None:
        """The settings of a printer on Windows begin with its name, often a path in the house's network."""
        device = data[:64].decode("utf-16-le", "ignore").partition("\0")[0]
        if device.isprintable():
            weave = Weave()
            weave.add(device, FieldPlace(name))
            self.document.segments += weave.segments()

    def _xml(self, name: str, role: str, data: bytes) -> None:
        if (role in _WORDLESS and not _has_words(data)) or name.lower() == _TYPES:
            return
        root = self.parse(name, data)
        if root is None:
            return
        if role in {"core-properties+xml", "extended-properties+xml"}:
            properties.properties(root, self.document)
        elif role == "custom-properties+xml":
            properties.custom(root, self.document)
        elif role in _DRAWN:
            self.drawn(root, _DRAWN[role])
        else:
            self.unknown(name, root)

    def drawn(self, root: Element, part: str) -> None:
        """Read a chart or diagram that no page has claimed."""
        self._charts += 1
        place = ParagraphPlace(part, self._charts)
        weave = Weave()
        for line in drawingml.lines(root):
            weave.add(line, place)
            weave.add("\n")
        self.document.segments += weave.segments()

    def unknown(self, name: str, root: Element) -> None:
        """Read a part that is of no known sort: every word of it."""
        weave = Weave()
        place = FieldPlace(name)
        for line in words(root):
            weave.add(line, place)
            weave.add("\n")
        self.document.segments += weave.segments()

    def _lost(self) -> None:
        members, loose = self.package.lost()
        for member in members:
            data = self.package.take(member)
            if data:
                said = Both("文件里还留着已删掉的部分", "still holds a part that was deleted")
                self.document.facts.append(Fact("meta-revision", FieldPlace(member.name), said, member.name))
                self.document.embedded.append(Embedded(member.name, data))
        for data in loose:
            said = Both("压缩包之外还有数据", "holds data outside the archive")
            self.document.facts.append(Fact("meta-trailing-data", FieldPlace("zip"), said))
            self.document.embedded.append(Embedded("zip", data))
        comments = [c for c in self.package.comments if c.strip()]
        if comments:
            weave = Weave()
            weave.add("\n".join(comments), FieldPlace("zip comment"))
            self.document.segments += weave.segments()


_GUESSED = {
    "core": "core-properties",
    "app": "extended-properties",
    "custom": "custom-properties",
    "sheet": "worksheet",
}
_DRAWN = {
    "chart+xml": "chart",
    "chartex+xml": "chart",
    "chartshapes+xml": "chart",
    "diagramData+xml": "diagram",
    "diagramDrawing+xml": "diagram",
    "drawing+xml": "textbox",
}
MACRO = Both("带有宏程序", "carries macros")
ATTACHED = Both("里面嵌着另一个文件", "another file is embedded")
_THUMB = Both("带有缩略图，可能是改动之前的样子", "carries a thumbnail, which may show it as it was before")


def thumbnail(document: Document, name: str, data: bytes) -> None:
    """Report the small picture of the first page, which programs keep by themselves, and let it be read."""
    document.facts.append(Fact("meta-thumbnail", FieldPlace(name), _THUMB, name, Confidence.POSSIBLE))
    document.embedded.append(Embedded(name, data, optional=True))


def _has_words(data: bytes) -> bool:
    """Whether there is text between any two tags."""
    # The last tag has no next one; counting is many times faster than searching.
    if data.count(b">") - data.count(b"><") < 2:
        return False
    bare = data.translate(None, b" \t\r\n")
    return bare.count(b">") - bare.count(b"><") > 1


def _numbered(name: str) -> list[int | str]:
    return [int(p) if i % 2 else p for i, p in enumerate(re.split(r"(\d+)", name))]
