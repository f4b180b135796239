"""Word 文档 · Word documents and templates, with and without macros (ISO/IEC 29500-1 17, ECMA-376)."""

from __future__ import annotations

import re
from functools import partial

from sansi.check.extract.document import Document, Fact, Unreadable, Weave
from sansi.check.extract.opc import Parts
from sansi.check.extract.properties import is_somebody
from sansi.check.extract.reader import Asked, Reader
from sansi.check.extract.wordml import Story, Styles
from sansi.check.extract.wordml_hidden import Way, hidden_styles, may_hide, surely_shown
from sansi.check.extract.wordml_marks import marks
from sansi.check.extract.wordml_names import P, T, W
from sansi.check.extract.xmls import Element, transitional
from sansi.check.extract.zips import DAMAGED
from sansi.check.model import Both
from sansi.check.place import FieldPlace, ParagraphPlace

_STORIES = {
    "main+xml": "body",
    "header+xml": "header",
    "footer+xml": "footer",
    "footnotes+xml": "footnote",
    "endnotes+xml": "endnote",
    "glossary+xml": "glossary",
}
_COMMENT = Both("批注，写着批注人", "a comment, with who wrote it")
_REVIEWER = Both("审阅者的名字", "the name of a reviewer")
_NUMBERED = re.compile(rb"""lvlText\s[^<>]{0,60}val=["']([^"']{6,})["']""")
_ENOUGH = 49_152
"""Bytes of the styles in which those that Word uses by itself stand."""
_SETTINGS = tuple(
    W + name
    for name in "docVar connectString query udl table uniqueTag mappedName addressFieldName mailSubject src writeProtection".split()
)


def _read(data: bytes, asked: Asked) -> Document:
    parts = Parts(data, asked)
    styles = _Styles(parts).hidden
    names = parts.named("main+xml") or ["word/document.xml"]
    if not any(name in parts.package for name in names):
        raise Unreadable(DAMAGED)
    for name in (*names, *parts.named(*list(_STORIES)[1:])):
        _story(parts, name, styles)
    for name in parts.named("comments+xml"):
        _comments(parts, name, styles)
    for name in parts.named("people+xml"):
        _people(parts, name)
    for name in parts.named("settings+xml"):
        _settings(parts, name)
    for name in parts.named("numbering+xml"):
        _numbering(parts, name)
    return parts.rest()


class _Styles:
    """The styles of a document, which are big: unpacked, parsed only where one may hide text."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self._names = parts.named("styles+xml")
        self._hidden: dict[str, Way] | None = None

    def hidden(self, used: frozenset[str]) -> dict[str, Way]:
        """The styles that hide text, if any of `used` does."""
        if self._hidden is None:
            if all(surely_shown(self._beginning(name), used) for name in self._names):
                return {}
            self._hidden = self._read()
        return self._hidden

    def _beginning(self, name: str) -> bytes:
        return transitional(self.parts.package.beginning(name, _ENOUGH))

    def _read(self) -> dict[str, Way]:
        for name in self._names:
            data = self.parts.data(name)
            root = self.parts.parse(name, data) if data and may_hide(data) else None
            if root is not None:
                return hidden_styles(root)
        return {}


def _story(parts: Parts, name: str, styles: Styles) -> None:
    data = parts.data(name)
    root = parts.parse(name, data) if data else None
    if data and root is not None:
        part = _STORIES.get(parts.role(name), "body")
        for target in Story(root, marks(data), part).read(
            parts.document, partial(parts.relations, name), styles
        ):
            parts.linked(target)


def _comments(parts: Parts, name: str, styles: Styles) -> None:
    data = parts.data(name)
    root = parts.parse(name, data) if data else None
    if not data or root is None:
        return
    document = parts.document
    # The text with its changes and links as in any story; the comments themselves as facts.
    story = Story(root, marks(data), "comment")
    for target in story.read(document, partial(parts.relations, name), styles):
        parts.linked(target)
    for comment in root.iter(f"{W}comment"):
        author = comment.get(f"{W}author") or ""
        text = "".join(t.text or "" for t in comment.iter(T))
        place = ParagraphPlace("comment", story.number_of(next(comment.iter(P), None)))
        document.facts.append(Fact("meta-comment", place, _COMMENT, f"{author}: {text[:200]}"))


def _people(parts: Parts, name: str) -> None:
    """Reviewers, with their accounts: an address of mail more often than not."""
    root = parts.tree(name)
    weave = Weave()
    for element in () if root is None else root.iter():
        for key, value in element.items():
            place = FieldPlace("person")
            if key.endswith("}author") and is_somebody(value):
                parts.document.facts.append(Fact("meta-author", place, _REVIEWER, value))
            if key.endswith(("}author", "}userId")) and value != "None":
                weave.add(value.replace("::", " "), place)
                weave.add("\n")
    parts.document.segments += weave.segments()


def _settings(parts: Parts, name: str) -> None:
    """Variables of the document, and where a serial letter takes its addresses from."""
    data = parts.data(name)
    parts.relations(name)
    if not data or not (b"docVar" in data or b"mailMerge" in data):
        return
    root = parts.parse(name, data)
    weave = Weave()
    for element in () if root is None else root.iter(*_SETTINGS):
        values = [v for k, v in element.items() if v]
        weave.add(": ".join(values), FieldPlace(_plain_name(element)))
        weave.add("\n")
    parts.document.segments += weave.segments()


def _plain_name(element: Element) -> str:
    return str(element.get(f"{W}name") or element.tag.rpartition("}")[2])


def _numbering(parts: Parts, name: str) -> None:
    """Words in front of numbered paragraphs: `第 %1 章`, or anything else."""
    data = parts.data(name) or b""
    weave = Weave()
    for number, text in enumerate(dict.fromkeys(_NUMBERED.findall(data)), 1):
        weave.add(text.decode("utf-8", "replace"), ParagraphPlace("numbering", number))
        weave.add("\n")
    parts.document.segments += weave.segments()


READER = Reader(("docx",), Both("Word 文档", "Word document"), _read)
