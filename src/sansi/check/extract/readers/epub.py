"""EPUB 电子书 · Electronic books: every chapter, in the order of reading, and what the book says of itself (EPUB 3.3)."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from sansi.check.extract import properties
from sansi.check.extract.document import Document, Embedded, Fact, Unreadable, Weave
from sansi.check.extract.reader import Asked, Reader
from sansi.check.extract.trees import Trees
from sansi.check.extract.xmls import Element, local, words
from sansi.check.extract.zips import DAMAGED, LOCKED, Member
from sansi.check.model import Both
from sansi.check.place import FieldPlace

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_HTML = re.compile(r"(?i)\.x?html?$")
_OPTIONAL = re.compile(r"(?i)\.(?:css|ttf|otf|woff2?|js|smil|mp3|m4a|mp4)$")
_FONT = re.compile(r"(?i)\.(?:ttf|otf|woff2?)$")
_DULL = frozenset({"mimetype", _CONTAINER.lower(), _ENCRYPTION.lower()})
_DRM = Both("部分章节加了版权保护，没有检查", "has chapters under copy protection, which were not checked")
_LEFT = Both("删掉的部分还留在文件里", "still holds a part that was deleted")


class _Volume(Trees):
    doctype = True

    def read(self) -> Document:
        chapters = [name for opf in self._packages() for name in self._package(opf)]
        if not chapters and not any(_HTML.search(m.name) for m in self.package.members):
            raise Unreadable(self.package.gaps[0] if self.package.gaps else DAMAGED)
        locked = self._locked()
        for name in dict.fromkeys(chapters):
            self._chapter(name, locked)
        for member in self.package.unread():
            self._left(member, locked)
        members, loose = self.package.lost()
        for member in members:
            data = self.package.take(member)
            if data:
                self.document.facts.append(Fact("meta-revision", FieldPlace(member.name), _LEFT, member.name))
                self.document.embedded.append(Embedded(member.name, data))
        self.document.embedded += [Embedded("zip", data) for data in loose]
        self.document.gaps += self.package.gaps
        return self.document

    def _packages(self) -> list[str]:
        root = self.tree(_CONTAINER)
        named = [] if root is None else [e.get("full-path") or "" for e in root.iter("{*}rootfile")]
        return named or [m.name for m in self.package.members if m.name.lower().endswith(".opf")]

    def _package(self, name: str) -> list[str]:
        """The chapters in the order of reading; what the book says of itself goes into the document."""
        root = self.tree(name)
        if root is None:
            return []
        folder = posixpath.dirname(name)
        items = {
            i.get("id"): posixpath.normpath(posixpath.join(folder, unquote(i.get("href") or "")))
            for i in root.iter("{*}item")
        }
        for metadata in root.iter("{*}metadata"):
            properties.properties(metadata, self.document)
            self._named(metadata)
        return [items[key] for i in root.iter("{*}itemref") if (key := i.get("idref")) in items]

    def _named(self, metadata: Element) -> None:
        """Properties that have their value in an attribute, as programs for books write them."""
        weave = Weave()
        for meta in metadata.iter("{*}meta"):
            content = meta.get("content") or ""
            if content:
                weave.add(f"{meta.get('name')}: {content}\n", FieldPlace(meta.get("name") or local(meta)))
        self.document.segments += weave.segments()

    def _locked(self) -> frozenset[str]:
        """The parts that are encrypted: of fonts that is usual and hides nothing."""
        root = self.tree(_ENCRYPTION)
        names = [] if root is None else [unquote(e.get("URI") or "") for e in root.iter("{*}CipherReference")]
        locked = frozenset(name.lower() for name in names if not _FONT.search(name))
        if locked:
            self.document.gaps.append(_DRM)
            if all(m.name.lower() in locked for m in self.package.members if _HTML.search(m.name)):
                raise Unreadable(LOCKED)
        return locked

    def _chapter(self, name: str, locked: frozenset[str]) -> None:
        data = self.package.get(name)
        if data and name.lower() not in locked:
            self.document.embedded.append(Embedded(name.rpartition("/")[2], data))
        elif name not in self.package:
            self.gap(name, DAMAGED)

    def _left(self, member: Member, locked: frozenset[str]) -> None:
        data = self.package.take(member)
        name = member.name.lower()
        if not data or name in _DULL or name in locked:
            return
        if name.endswith((".ncx", ".opf", ".xml", ".rdf")):
            root = self.parse(member.name, data)
            weave = Weave()
            for line in () if root is None else words(root):
                weave.add(line + "\n", FieldPlace(member.name))
            self.document.segments += weave.segments()
        else:
            optional = bool(_OPTIONAL.search(name))
            self.document.embedded.append(Embedded(member.name.rpartition("/")[2], data, optional=optional))


def _read(data: bytes, asked: Asked) -> Document:
    return _Volume(data, asked).read()


READER = Reader(("epub",), Both("EPUB 电子书", "EPUB book"), _read)
