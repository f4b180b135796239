"""OpenDocument · Texts, spreadsheets and presentations of LibreOffice and others (ISO/IEC 26300)."""

from __future__ import annotations

import re

from sansi.check.extract import properties
from sansi.check.extract.document import Document, Embedded, Fact, Unreadable, Weave
from sansi.check.extract.odf_cells import Sheets
from sansi.check.extract.odf_styles import DRAW, OFFICE, STYLE, TABLE, XLINK, HidingStyles
from sansi.check.extract.odf_text import Flow
from sansi.check.extract.opc import ATTACHED, MACRO, thumbnail
from sansi.check.extract.reader import Asked, Reader
from sansi.check.extract.trees import Trees
from sansi.check.extract.xmls import Element, words
from sansi.check.extract.zips import DAMAGED, LOCKED, Member
from sansi.check.model import Both
from sansi.check.place import FieldPlace, ParagraphPlace, SlidePlace

_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_CONFIG = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}"
_MANIFEST = "META-INF/manifest.xml"
_HIDDEN = Both("隐藏的幻灯片", "a hidden slide")
_VERSION = Both("文件里保存着以前的版本", "an earlier version is kept in the file")
_TEMPLATE = Both("属性里写着模板的路径", "the properties hold the path of the template")
_OBJECT = re.compile(r"^(Object [^/]+|[^/]+)/content\.xml$")
_MENUS = re.compile(
    r"^(?:Configurations2|META-INF)/|(?:^|/)(?:mimetype|layout-cache|manifest\.rdf)$|/(?:styles|meta|settings)\.xml$"
)
_REPLACEMENT = re.compile(r"^ObjectReplacements/")


class _Book(Trees):
    doctype = True

    def __init__(self, data: bytes, asked: Asked) -> None:
        super().__init__(data, asked)
        self.budget = asked.budget
        self._locked()
        content, styles = self.tree("content.xml"), self.tree("styles.xml")
        if content is None:
            if self.package.gaps:
                raise Unreadable(self.package.gaps[0])
            raise Unreadable(DAMAGED)
        self.content, self.page_styles = content, styles
        self.styles = HidingStyles()
        for root in (styles, content):
            if root is not None:
                self.styles.add(root)

    def read(self) -> Document:
        self._content(self.content)
        if self.page_styles is not None:
            self._pages(self.page_styles)
        meta = self.tree("meta.xml")
        if meta is not None:
            self._meta(meta)
        settings = self.tree("settings.xml")
        if settings is not None:
            self._settings(settings)
        for member in self.package.unread():
            self._left(member)
        for member in self.package.lost()[0]:
            data = self.package.take(member)
            if data:
                self.document.facts.append(
                    Fact("meta-revision", FieldPlace(member.name), _VERSION, member.name)
                )
                self.document.embedded.append(Embedded(member.name, data))
        for loose in self.package.lost()[1]:
            self.document.embedded.append(Embedded("zip", loose))
        self.document.gaps += self.package.gaps
        return self.document

    def _locked(self) -> None:
        """OpenDocument encrypts its parts one by one and says so in the manifest, which stays open."""
        manifest = self.package.get(_MANIFEST) or b""
        if b"encryption-data" in manifest or "encrypted-package" in self.package:
            raise Unreadable(LOCKED)

    def _content(self, root: Element) -> None:
        flow = Flow(self.document, self.styles, ParagraphPlace)
        flow.changes_of(root)
        body = next(root.iter(f"{OFFICE}body"), root)
        sheets = Sheets(self.document, self.styles, self.budget.cells)
        for kind in body:
            if kind.tag == f"{OFFICE}spreadsheet":
                for table in list(kind.iterchildren(f"{TABLE}table")):
                    sheets.read(table)
                    kind.remove(table)
                flow.read(kind)
                self.unknown("content.xml", kind)
            elif kind.tag == f"{OFFICE}presentation":
                for number, page in enumerate(list(kind.iterchildren(f"{DRAW}page")), 1):
                    self._slide(page, number)
                    kind.remove(page)
                flow.read(kind)
            else:
                flow.read(kind)
        flow.finish()
        self._scripts(root)

    def _scripts(self, root: Element) -> None:
        for script in root.iter("{urn:oasis:names:tc:opendocument:xmlns:script:1.0}event-listener"):
            target = script.get(f"{XLINK}href") or ""
            self.document.facts.append(Fact("meta-macro", FieldPlace("event-listener"), MACRO, target))

    def _slide(self, page: Element, number: int) -> None:
        hidden = page.get(f"{DRAW}style-name") in self.styles.pages
        flow = Flow(self.document, self.styles, lambda part, _n: SlidePlace(number, part))
        texts = "".join(page.itertext()).strip()
        flow.read(page, "hidden" if hidden else "body")
        flow.finish()
        if hidden:
            self.document.facts.append(
                Fact("meta-hidden-text", SlidePlace(number, "hidden"), _HIDDEN, texts[:200])
            )

    def _pages(self, root: Element) -> None:
        """Headers and footers of the pages, and what stands on masters of slides."""
        flow = Flow(self.document, self.styles, ParagraphPlace)
        for page in root.iter(f"{STYLE}master-page"):
            flow.read(page, "layout")
        flow.finish()

    def _meta(self, root: Element) -> None:
        weave = Weave()
        for element in list(root.iter(f"{_META}user-defined")):
            weave.add(
                f"{element.get(f'{_META}name')}: {''.join(element.itertext())}", FieldPlace("user-defined")
            )
            weave.add("\n")
            element.clear()
        for element in root.iter(f"{_META}template"):
            path = element.get(f"{XLINK}href") or ""
            if path:
                self.document.facts.append(Fact("meta-author", FieldPlace("template"), _TEMPLATE, path))
                weave.add(path + "\n", FieldPlace("template"))
        self.document.segments += weave.segments()
        properties.properties(root, self.document)

    def _settings(self, root: Element) -> None:
        """Names of printers and of sources of addresses."""
        weave = Weave()
        for item in root.iter(f"{_CONFIG}config-item"):
            text = (item.text or "").strip()
            if item.get(f"{_CONFIG}type") == "string" and 3 < len(text) < 500:
                name = item.get(f"{_CONFIG}name") or ""
                weave.add(f"{name}: {text}\n", FieldPlace(name))
        self.document.segments += weave.segments()

    def unknown(self, name: str, root: Element) -> None:
        """Every word of a part of no known sort."""
        weave = Weave()
        for line in words(root):
            weave.add(line + "\n", FieldPlace(name))
        self.document.segments += weave.segments()

    def _left(self, member: Member) -> None:
        name = member.name
        data = self.package.take(member)
        if not data or _MENUS.search(name):
            return
        if _OBJECT.match(name):
            root = self.parse(name, data)
            if root is not None:
                self._content(root)
        elif name.startswith(("Basic/", "Scripts/", "Dialogs/")):
            self._macro(name, data)
        elif name.startswith("Versions/"):
            self.document.facts.append(Fact("meta-revision", FieldPlace(name), _VERSION, name))
            self.document.embedded.append(Embedded(name, data))
        elif name.startswith("Thumbnails/"):
            thumbnail(self.document, name, data)
        elif name.endswith((".xml", ".rdf")):
            root = self.parse(name, data)
            if root is not None:
                self.unknown(name, root)
        else:
            self._file(name, data)

    def _macro(self, name: str, data: bytes) -> None:
        """The source of macros is text; that they are there is said once."""
        if not any(f.rule == "meta-macro" for f in self.document.facts):
            self.document.facts.append(Fact("meta-macro", FieldPlace(name), MACRO, name))
        root = self.parse(name, data) if name.endswith(".xml") else None
        if root is not None:
            self.unknown(name, root)
        elif not name.endswith(".xml"):
            self.document.embedded.append(Embedded(name, data))

    def _file(self, name: str, data: bytes) -> None:
        if not name.startswith(("Pictures/", "media/", "ObjectReplacements/")):
            self.document.facts.append(Fact("meta-attachment", FieldPlace(name), ATTACHED, name))
        optional = bool(_REPLACEMENT.match(name)) or name.lower().endswith((".ttf", ".otf", ".eot"))
        self.document.embedded.append(Embedded(name.rpartition("/")[2], data, optional=optional))


def _read(data: bytes, asked: Asked) -> Document:
    return _Book(data, asked).read()


READER = Reader(("odt", "ods", "odp"), Both("OpenDocument 文档", "OpenDocument file"), _read)
