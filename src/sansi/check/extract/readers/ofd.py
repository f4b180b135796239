"""OFD 版式文件 · The fixed-layout documents of Chinese offices and invoices (GB/T 33190-2016)."""

from __future__ import annotations

import posixpath
import re

from sansi.check.extract.budget import PAGES
from sansi.check.extract.document import Document, Embedded, Fact, Unreadable, Weave
from sansi.check.extract.kinds import kind_of
from sansi.check.extract.ofd_page import Sheet
from sansi.check.extract.properties import is_somebody
from sansi.check.extract.reader import Asked, Reader
from sansi.check.extract.seals import seal_words
from sansi.check.extract.trees import Trees
from sansi.check.extract.xmls import Element, local, words
from sansi.check.extract.zips import DAMAGED, LOCKED, Member
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace, PagePlace

_ATTACHED = Both("版式文件里附着别的文件", "the document carries another file")
_VERSION = Both("文件里保存着以前的版本", "an earlier version is kept in the file")
_AUTHOR = Both("文件属性里写着作者的名字", "the properties name the author")
_NOTE = Both("页面上有注释", "the page has a comment")
_ACTION = Both("打开或点击时会运行的内容", "something that runs when it is opened or clicked")
_GLYPHS = Both(
    "的文字只有字形，读不出来；请另存为 PDF 或图片再查",
    "has its words only as glyphs, which cannot be read: save it as PDF or as pictures and check those",
)
_DRAWN = Both(
    "只有图形、没有文字，图形里的字没有检查；请另存为图片再查",
    "is drawn without any text, and words in drawings were not checked: save it as a picture and check that",
)
_MANY = Both(
    f"超过 {PAGES} 页，其余没有检查；请拆成几份再查",
    f"has more than {PAGES} pages, the rest were not checked: split it",
)
_PERSONS = frozenset({"Author", "Creator"})
# Programs' names and counts.
_DULL_INFO = frozenset({"DocID", "CreationDate", "ModDate", "Creator", "CreatorVersion", "Cover"})
_FONT = re.compile(r"(?i)\.(?:ttf|otf|ttc|cff|pfb|fnt)$")
_SEAL = re.compile(r"(?i)\.(?:esl|dat)$")


class _Volume(Trees):
    def __init__(self, data: bytes, asked: Asked) -> None:
        super().__init__(data, asked)
        self.pages = 0

    def read(self) -> Document:
        if any(m.name.lower().endswith("encryptions.xml") for m in self.package.members):
            raise Unreadable(LOCKED)
        root = self.tree("OFD.xml")
        if root is None:
            raise Unreadable(self.package.gaps[0] if self.package.gaps else DAMAGED)
        for body in root.iter("{*}DocBody"):
            self._body(body)
        for member in self.package.unread():
            self._left(member)
        members, loose = self.package.lost()
        for member in members:
            self.document.facts.append(Fact("meta-revision", FieldPlace(member.name), _VERSION, member.name))
            self._left(member)
        self.document.embedded += [Embedded("zip", rest, optional=True) for rest in loose]
        self.document.gaps += self.package.gaps
        return self.document

    def _body(self, body: Element) -> None:
        for info in body.iterchildren("{*}DocInfo"):
            self._info(info)
        versions = body.find("{*}Versions")
        if versions is not None and len(versions) > 1:
            self.document.facts.append(Fact("meta-revision", FieldPlace("Versions"), _VERSION))
        for root in body.iterchildren("{*}DocRoot"):
            name = _joined("", root.text)
            tree = self.tree(name)
            if tree is not None:
                self._document(posixpath.dirname(name), tree)
            elif name not in self.package:
                self.gap(name, DAMAGED)

    def _info(self, info: Element) -> None:
        weave = Weave()
        for element in info.iter():
            value = (element.text or "").strip()
            name = element.get("Name") or local(element)
            if not value:
                continue
            if local(element) in _PERSONS and is_somebody(value) and not _is_program(info, element):
                self.document.facts.append(Fact("meta-author", FieldPlace(name), _AUTHOR, value))
            if local(element) not in _DULL_INFO:
                label = f"{name}: " if local(element) == "CustomData" else ""
                weave.add(f"{label}{value}\n", FieldPlace(name))
        self.document.segments += weave.segments()

    def _document(self, folder: str, root: Element) -> None:
        templates = {
            t.get("ID"): _joined(folder, t.get("BaseLoc"))
            for t in root.iter("{*}TemplatePage")
            if t.get("BaseLoc")
        }
        numbers: dict[str, int] = {}
        sheets: dict[str, Sheet] = {}
        for page in root.iter("{*}Page"):
            location, key = page.get("BaseLoc"), page.get("ID") or ""
            if not location:
                continue
            self.pages += 1
            if self.pages > PAGES:
                self.document.gaps.append(_MANY)
                break
            numbers[key] = self.pages
            sheets[key] = self._sheet(_joined(folder, location), templates)
        for location in root.iterchildren("{*}Annotations"):
            self._annotations(_joined(folder, location.text), sheets)
        for sheet in sheets.values():
            self._woven(sheet)
        for location in root.iterchildren("{*}Attachments"):
            self._attachments(_joined(folder, location.text))
        self._asides(root)

    def _sheet(self, name: str, templates: dict[str | None, str]) -> Sheet:
        sheet = Sheet(self.pages)
        tree = self.tree(name)
        if tree is None:
            if name not in self.package:
                self.gap(name, DAMAGED)
            return sheet
        used = [
            (t.get("ZOrder") or "Background", t.get("TemplateID")) for t in tree.iterchildren("{*}Template")
        ]
        for wanted in ("Background", "", "Foreground"):
            if not wanted:
                sheet.draw(tree)
            for order, template in used:
                if order == wanted and template in templates:
                    layout = self.tree(templates[template])
                    if layout is not None:
                        sheet.draw(layout, "layout")
        self._actions(tree, PagePlace(self.pages))
        return sheet

    def _woven(self, sheet: Sheet) -> None:
        name = f"第 {sheet.number} 页"
        if sheet.words and not sheet.readable():
            self.document.gaps.append(Both(name + _GLYPHS.zh, f"page {sheet.number} {_GLYPHS.en}"))
        elif not sheet.words and sheet.graphics and not sheet.covers:
            self.document.gaps.append(Both(name + _DRAWN.zh, f"page {sheet.number} {_DRAWN.en}"))
        self.document.segments += sheet.weave(self.document.facts).segments()

    def _annotations(self, name: str, sheets: dict[str, Sheet]) -> None:
        root = self.tree(name)
        for page in () if root is None else root.iter("{*}Page"):
            # One of a page that is not there is read all the same.
            sheet = sheets.setdefault(page.get("PageID") or "", Sheet(self.pages))
            for location in page.iterchildren("{*}FileLoc"):
                tree = self.tree(_joined(posixpath.dirname(name), location.text))
                for annotation in () if tree is None else tree.iter("{*}Annot"):
                    self._annotation(annotation, sheet)

    def _annotation(self, annotation: Element, sheet: Sheet) -> None:
        place = PagePlace(sheet.number, None, "annotation")
        weave = Weave()
        remark = annotation.find("{*}Remark")
        said = "" if remark is None else "".join(remark.itertext()).strip()
        creator = annotation.get("Creator") or ""
        for text in (said, creator, *(f"{p.get('Name')}: {p.text}" for p in annotation.iter("{*}Parameter"))):
            if text:
                weave.add(text + "\n", place)
        self.document.segments += weave.segments()
        if is_somebody(creator) and annotation.get("Type") not in ("Watermark", "Stamp"):
            self.document.facts.append(Fact("meta-comment", place, _NOTE, creator, Confidence.POSSIBLE))
        if said:
            self.document.facts.append(Fact("meta-comment", place, _NOTE, said))
        for appearance in annotation.iterchildren("{*}Appearance"):
            boundary = (appearance.get("Boundary") or "").split()
            shift = (0.0, 0.0)
            if len(boundary) == 4:
                try:
                    shift = (float(boundary[0]), float(boundary[1]))
                except ValueError:
                    shift = (0.0, 0.0)
            sheet.draw(appearance, "annotation", shift)
        self._actions(annotation, place)

    def _attachments(self, name: str) -> None:
        root = self.tree(name)
        for attachment in () if root is None else root.iter("{*}Attachment"):
            location = attachment.find("{*}FileLoc")
            called = attachment.get("Name") or "attachment"
            path = _joined(posixpath.dirname(name), "" if location is None else location.text)
            data = self.package.get(path)
            # Electronic invoices carry their own data, hidden on purpose; it goes out all the same.
            self.document.facts.append(Fact("meta-attachment", FieldPlace(called), _ATTACHED, called))
            weave = Weave()
            weave.add(called + "\n", FieldPlace(called))
            self.document.segments += weave.segments()
            if data:
                self.document.embedded.append(Embedded(called, data))
            elif path not in self.package:
                self.gap(called, DAMAGED)

    def _asides(self, root: Element) -> None:
        """Bookmarks, the outline, permissions: what the document's own part says beside the pages."""
        weave = Weave()
        for name in ("Outlines", "Bookmarks"):
            for tree in root.iterchildren("{*}" + name):
                for element in tree.iter():
                    text = element.get("Title") or element.get("Name")
                    if text:
                        weave.add(text + "\n", FieldPlace(name))
        self.document.segments += weave.segments()
        self._actions(root, FieldPlace("Actions"))

    def _actions(self, root: Element, place: PagePlace | FieldPlace) -> None:
        weave = Weave()
        for uri in root.iter("{*}URI"):
            if uri.get("URI"):
                weave.add(uri.get("URI") + "\n", place)
        self.document.segments += weave.segments()
        for name in ("Sound", "Movie", "GotoA"):
            if next(root.iter("{*}" + name), None) is not None:
                self.document.facts.append(
                    Fact("meta-active-content", place, _ACTION, name, Confidence.POSSIBLE)
                )

    def _left(self, member: Member) -> None:
        """A part that no page has asked for: pictures, fonts, seals, data of the one who made it."""
        data = self.package.take(member)
        name = member.name.rpartition("/")[2]
        if not data:
            return
        if name.lower().endswith(".xml"):
            root = self.parse(member.name, data)
            weave = Weave()
            for line in () if root is None else _said(root):
                weave.add(line + "\n", FieldPlace(member.name))
            self.document.segments += weave.segments()
        elif _SEAL.search(name) and data[:1] == b"\x30":
            self._seal(name, data)
        else:
            optional = bool(_FONT.search(name)) or kind_of(data) == "font"
            self.document.embedded.append(Embedded(name, data, optional=optional))

    def _seal(self, name: str, data: bytes) -> None:
        weave = Weave()
        texts, pictures = seal_words(data)
        for text in texts:
            weave.add(text + "\n", FieldPlace(name))
        self.document.segments += weave.segments()
        self.document.embedded += [Embedded(name, picture, optional=True) for picture in pictures]


def _said(root: Element) -> list[str]:
    """What a part says; of resources and signatures only what is not a measure, a path or a checksum."""
    if local(root) in ("Res", "Signatures", "Signature"):
        kept = ("Name", "FontName", "FamilyName", "ProviderName", "Company", "SignatureDateTime")
        return [line for line in words(root) if line.split(":")[0] in kept and "Font" not in line]
    return list(words(root))


def _is_program(info: Element, element: Element) -> bool:
    """Whether `Creator` is the program that made it, as the standard has it, not a person."""
    return local(element) == "Creator" and info.find("{*}CreatorVersion") is not None


def _joined(folder: str, location: str | None) -> str:
    location = (location or "").strip()
    if location.startswith("/"):
        return location.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, location)) if location else ""


def _read(data: bytes, asked: Asked) -> Document:
    return _Volume(data, asked).read()


READER = Reader(("ofd",), Both("OFD 版式文件", "OFD document"), _read)
