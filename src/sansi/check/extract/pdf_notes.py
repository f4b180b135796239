"""注释、链接和表单 · Annotations of PDF pages: comments, links, filled-in fields, stamps, what covers text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from sansi.check.extract import pdf_actions
from sansi.check.extract.document import Document, Fact, Weave
from sansi.check.extract.pdf_file import Frame
from sansi.check.extract.pdf_values import branches, entry, listed, named, number, rectangle, upward, words
from sansi.check.model import Both, Confidence
from sansi.check.place import Box, FieldPlace, PagePlace, Place

MOST = 20_000
"""Annotations of a file that are read."""
_HIDDEN = 2 | 32
_COMMENTS = {
    "/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/Stamp", "/Ink",
    "/Square", "/Circle", "/Line", "/Polygon", "/PolyLine", "/Redact", "/FileAttachment", "/Popup",
}  # fmt: skip
_COVERS = {
    "/Square", "/Circle", "/Polygon", "/Ink", "/Line", "/PolyLine", "/Stamp", "/FreeText", "/Redact",
    "/Highlight", "/StrikeOut", "/Watermark", "/Widget",
}  # fmt: skip
_MEDIA = {"/Sound", "/Movie", "/Screen", "/RichMedia", "/3D"}
_TAG = re.compile(r"<[^>]{0,2000}>")
_COMMENT = Both("注释，随文件一起公开", "a comment, which goes out with the file")
_UNSEEN = Both("表单里有填了内容但不显示的域", "a form field that is filled in but not shown")
_AUTHOR = Both("注释里的作者", "the author of a comment")


class TooMany(Exception):  # noqa: N818 - it says what the annotations are
    """More annotations than are read."""


@dataclass
class PageNotes:
    """What the annotations of a page mean for its text: in coordinates of the page."""

    covers: list[Box] = field(default_factory=list)
    redactions: list[Box] = field(default_factory=list)
    stamps: list[tuple[Any, Place]] = field(default_factory=list)
    files: list[Any] = field(default_factory=list)
    media: bool = False


class Notes:
    """Reads the annotations of one page after the other into `document`."""

    def __init__(self, document: Document) -> None:
        """Begin with no field seen."""
        self._document = document
        self._fields: set[Any] = set()
        self._authors: set[str] = set()
        self._left = MOST

    def of_page(self, page: Any, index: int, frame: Frame, text: str) -> PageNotes:
        """Read the annotations of page `index` (from 0), whose words are `text`; raises TooMany."""
        seen = PageNotes()
        weave = Weave()
        for note in listed(page.get("/Annots")):
            self._left -= 1
            if self._left < 0:
                raise TooMany
            if isinstance(note, pikepdf.Dictionary):
                self._one(note, index, frame, text, weave, seen)
        self._document.segments += weave.segments()
        return seen

    def _one(self, note: Any, index: int, frame: Frame, text: str, weave: Weave, seen: PageNotes) -> None:
        kind = str(note.get("/Subtype", ""))
        rect = rectangle(note.get("/Rect"))
        box = frame.shown(*rect) if rect else None
        unseen = bool(number(note.get("/F")) & _HIDDEN)
        if rect and not unseen and kind in _COVERS:
            seen.covers.append(rect)
        if kind == "/Redact":
            seen.redactions += _quads(note) or ([rect] if rect else [])
        seen.media = seen.media or kind in _MEDIA
        if isinstance(note.get("/FS"), pikepdf.Dictionary):
            seen.files.append(note.get("/FS"))
        seen.files += [spec for _, spec in named(entry(note, "/RichMediaContent", "/Assets"))]
        self._do(note, PagePlace(index + 1, box, "link"), text, weave)
        place = PagePlace(index + 1, box, "form" if kind == "/Widget" else "annotation")
        told = (
            self._field(note, place, weave, unseen=unseen)
            if kind == "/Widget"
            else self._note(note, place, weave)
        )
        if not told and kind not in ("/Link", "/Popup"):
            seen.stamps += [(form, place) for form in _appearances(note)]

    def _do(self, note: Any, place: Place, text: str, weave: Weave) -> None:
        """The actions of an annotation, and where its link leads, unless the page says it."""
        for step in pdf_actions.steps(note.get("/A")):
            pdf_actions.report(step, place, self._document, by_itself=False)
            target = "" if step.kind == "/JavaScript" else step.text.strip()
            bare = target.partition(":")[2].lstrip("/") if target.lower().startswith(_SCHEMES) else target
            if target and bare.rstrip("/") not in text:
                weave.add(target, place)
                weave.add("\n")
        for step in pdf_actions.automatic(note):
            pdf_actions.report(step, place, self._document, by_itself=True)

    def _note(self, note: Any, place: PagePlace, weave: Weave) -> bool:
        """What a comment says, and who says it; whether it says anything."""
        kind = str(note.get("/Subtype", ""))
        said = words(note.get("/Contents")).strip()
        rich = " ".join(_TAG.sub(" ", words(note.get("/RC"))).split())
        pieces = [words(note.get("/Subj")), said, "" if rich in " ".join(said.split()) else rich]
        for piece in filter(None, pieces):
            weave.add(piece, place)
            weave.add("\n")
        author = words(note.get("/T")).strip()
        if author and kind in _COMMENTS:
            self._author(author, place, weave)
        value = said or rich
        if value and kind in _COMMENTS and kind != "/Popup":
            typed = kind in ("/FreeText", "/Stamp", "/Redact")
            confidence = Confidence.POSSIBLE if typed else Confidence.LIKELY
            self._document.facts.append(Fact("meta-comment", place, _COMMENT, value, confidence))
        return bool(value) and kind != "/Stamp"

    def _author(self, author: str, place: Place, weave: Weave) -> None:
        if author not in self._authors:
            self._authors.add(author)
            weave.add(author, place)
            weave.add("\n")
            self._document.facts.append(Fact("meta-author", place, _AUTHOR, author))

    def _field(self, widget: Any, place: Place, weave: Weave, *, unseen: bool) -> bool:
        """What is filled into a form field; whether it is text."""
        way = list(upward(widget))
        root = next((node for node in way if node.get("/FT") is not None), widget)
        if root.is_indirect:
            if root.objgen in self._fields:
                return True
            self._fields.add(root.objgen)
        return self._filled(way, place, weave, unseen=unseen)

    def _filled(self, way: list[Any], place: Place, weave: Weave, *, unseen: bool) -> bool:
        label = next((w for key in ("/TU", "/T") for w in (words(n.get(key)) for n in way) if w), "")
        value = next((v for v in (n.get("/V") for n in way) if v is not None), None)
        filled = _value(value)
        choices = [_value(c) for n in way for c in listed(n.get("/Opt"))]
        caption = words(entry(way[0], "/MK", "/CA"))
        standard = "" if filled else next((_value(n.get("/DV")) for n in way if n.get("/DV") is not None), "")
        pieces = [w for w in (filled, standard, caption, *choices) if w.strip()]
        if pieces:
            weave.add(f"{label}: " if label else "", place)
            weave.add("\n".join(dict.fromkeys(pieces)), place)
            weave.add("\n")
        if unseen and filled.strip():
            self._document.facts.append(Fact("meta-hidden-text", place, _UNSEEN, filled))
        return bool(pieces)

    def of_form(self, form: Any) -> None:
        """The fields that stand on no page, and the data of XFA forms."""
        weave = Weave()
        place = FieldPlace("AcroForm")
        for top in listed(entry(form, "/Fields")):
            for node in branches(top, "/Kids"):
                if node.get("/FT") is None or (node.is_indirect and node.objgen in self._fields):
                    continue
                self._filled(list(upward(node)), place, weave, unseen=False)
        for packet in listed(entry(form, "/XFA")):
            said = _TAG.sub("\n", words(packet, 16 << 20) if isinstance(packet, pikepdf.Stream) else "")
            weave.add("\n".join(filter(None, map(str.strip, said.splitlines()))), FieldPlace("XFA"))
            weave.add("\n")
        self._document.segments += weave.segments()


_SCHEMES = ("http:", "https:", "mailto:", "tel:", "file:", "ftp:")


def _value(value: Any) -> str:
    """What is filled in: a string, a choice of several, the entries of a signature."""
    if isinstance(value, pikepdf.Array):
        return "\n".join(filter(None, map(words, value)))
    if isinstance(value, pikepdf.Dictionary) and not isinstance(value, pikepdf.Stream):
        told = (words(value.get(key)) for key in ("/Name", "/Reason", "/Location", "/ContactInfo"))
        return "\n".join(filter(None, told))
    return words(value)


def _quads(note: Any) -> list[Box]:
    points = [float(p) for p in listed(note.get("/QuadPoints"))]
    return [
        (min(q[0::2]), min(q[1::2]), max(q[0::2]), max(q[1::2]))
        for q in (points[i : i + 8] for i in range(0, len(points) - 7, 8))
    ]


def _appearances(note: Any) -> list[Any]:
    """The drawings of an annotation that may hold words."""
    found = []
    for way in ("/N", "/R", "/D"):
        made = entry(note, "/AP", way)
        if isinstance(made, pikepdf.Stream) and entry(made, "/Resources") is not None:
            found.append(made)
    return found
