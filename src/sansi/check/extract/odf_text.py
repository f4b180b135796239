"""OpenDocument 的文字 · The text of an OpenDocument tree and what stands beside it (ISO/IEC 26300-1 5-10, 14).

What interrupts the flow (notes, comments, text boxes, deleted text) is first taken out of the tree, so that an
identifier with a note in its middle stays whole; each is then read as a flow of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from sansi.check.extract.document import Document, Fact, Weave
from sansi.check.extract.odf_styles import (
    DC,
    DRAW,
    OFFICE,
    PRESENTATION,
    STYLE,
    SVG,
    TABLE,
    TEXT,
    XLINK,
    HidingStyles,
)
from sansi.check.extract.xmls import Element
from sansi.check.model import Both, Confidence
from sansi.check.place import Place

_P, _H, _ROW, _CELL = f"{TEXT}p", f"{TEXT}h", f"{TABLE}table-row", f"{TABLE}table-cell"
_FLOW = (_P, _H, _ROW, _CELL)
_BLANKS, _TAB, _BREAK, _CHANGE = f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break", f"{TEXT}change"
_BOX = f"{DRAW}text-box"
# On slides LibreOffice writes them in its own namespace.
SLIDE_NOTE = "{http://openoffice.org/2009/office}annotation"
_NOTE, _ANNOTATION, _TRACKED = f"{TEXT}note", f"{OFFICE}annotation", f"{TEXT}tracked-changes"
_PARTS = {
    _ANNOTATION: "comment",
    SLIDE_NOTE: "comment",
    _NOTE: "footnote",
    _TRACKED: "deleted",
    f"{TABLE}tracked-changes": "deleted",
    _BOX: "textbox",
    f"{SVG}title": "alt",
    f"{SVG}desc": "alt",
    f"{PRESENTATION}notes": "notes",
    f"{TEXT}ruby-text": "field",
    f"{STYLE}header": "header",
    f"{STYLE}header-left": "header",
    f"{STYLE}header-first": "header",
    f"{STYLE}footer": "footer",
    f"{STYLE}footer-left": "footer",
    f"{STYLE}footer-first": "footer",
}
_COMMENT = Both("批注，写着批注人", "a comment, with who wrote it")
_CHANGES = {
    "deletion": Both(
        "删掉的文字还在文件里，写着删除人", "deleted text is still in the file, with who deleted it"
    ),
    "insertion": Both("插入的文字记着是谁写的", "an insertion that tells who wrote it"),
    "format-change": Both("格式修订记着是谁改的", "a change of format that tells who made it"),
}
_CHANGED = Both("修订记着改动之前的内容和修订者", "a change, with what was there before and who made it")
_HIDDEN = Both("设为隐藏的文字", "text set to be hidden")
_WHITE = Both("白色的文字，可能看不见", "white text, which may not be seen")
_OUTSIDE = Both("引用文件之外的内容", "refers to something outside the file")
_MOST_BLANKS, _AROUND = 100, 40

PlaceOf = Callable[[str, int], Place]
"""The place of a paragraph of a part, by the word for the part and its number."""


class Flow:
    """Reads trees into one document. `place_of` says how places look in this sort of file."""

    def __init__(self, document: Document, styles: HidingStyles, place_of: PlaceOf) -> None:
        """Begin with nothing read."""
        self.document = document
        self.styles = styles
        self.place_of = place_of
        self._weaves: dict[str, Weave] = {}
        self._numbers: dict[str, int] = {}
        self._deleted: dict[str, str] = {}
        self._points: list[tuple[str, str, int]] = []

    def read(self, root: Element, part: str = "body") -> None:
        """Read the text below `root` as `part`, and all that stands beside it."""
        asides = self._asides(root)
        links = list(_links(root))
        self._flow(root, part)
        for aside, its_part in asides:
            self._aside(aside, its_part)
        for link, text in links:
            self.line("link", text)
            if link is not None:
                self.document.facts.append(
                    Fact("meta-active-content", self.place_of("link", 1), _OUTSIDE, text, link)
                )
        for text in _attributes(root):
            self.line("form", text)

    def finish(self) -> None:
        """Put the texts into the document."""
        texts = {part: "".join(s.text for s in weave.segments()) for part, weave in self._weaves.items()}
        for part, change, at in self._points:
            # With what stands around it: of an identifier perhaps only the end was deleted.
            before = texts.get(part, "")[max(0, at - _AROUND) : at].rpartition("\n")[2]
            after = texts.get(part, "")[at : at + _AROUND].partition("\n")[0]
            self.line("deleted", f"{before}{self._deleted[change]}{after}")
        for weave in self._weaves.values():
            self.document.segments += weave.segments()
        self._weaves, self._points = {}, []

    def _asides(self, root: Element) -> list[tuple[Element, str]]:
        """Take everything out of the tree that interrupts its flow."""
        found = []
        for element in reversed(list(root.iter(*_PARTS))):
            # A text box that is on a page rather than in a line is the page's own text.
            if element is root or (element.tag == _BOX and next(element.iterancestors(_P, _H), None) is None):
                continue
            part = _PARTS[element.tag]
            if element.get(f"{TEXT}note-class") == "endnote":
                part = "endnote"
            _detach(element)
            found.append((element, part))
        return found[::-1]

    def _aside(self, root: Element, part: str) -> None:
        number = self._numbers.get(part, 0) + 1
        if part == "deleted":
            self._changes(root)
        elif part in {"alt", "field"}:
            self.line(part, "".join(root.itertext()))
        else:
            self._flow(root, part)
        if root.tag in {_ANNOTATION, SLIDE_NOTE}:
            author = root.findtext(f"{DC}creator") or ""
            text = "\n".join("".join(p.itertext()) for p in root.iter(_P))
            self.document.facts.append(
                Fact("meta-comment", self.place_of("comment", number), _COMMENT, f"{author}: {text[:200]}")
            )

    def _weave(self, part: str) -> Weave:
        return self._weaves.setdefault(part, Weave())

    def _place(self, part: str) -> Place:
        self._numbers[part] = self._numbers.get(part, 0) + 1
        return self.place_of(part, self._numbers[part])

    def line(self, part: str, text: str) -> None:
        """A line of a part, where there is anything in it."""
        if text.strip():
            weave = self._weave(part)
            weave.add(text, self._place(part))
            weave.add("\n")

    def _flow(self, root: Element, part: str) -> None:
        weave = self._weave(part)
        concealed = {p for s in root.iter(f"{TEXT}section") if _conceals(s) for p in s.iter(_P, _H)}
        last = ""
        for element in root.iter(*_FLOW):
            tag = element.tag
            if tag == _CELL:
                weave.add("" if last == _ROW else "\t")
            elif tag == _ROW:
                weave.add("\n")
            else:
                in_cell = element.getparent().tag == _CELL
                weave.add("" if in_cell and last == _CELL else " " if in_cell else "\n")
                self._paragraph(element, part, weave, hidden=element in concealed)
            last = tag
        weave.add("\n")

    def _paragraph(self, paragraph: Element, part: str, weave: Weave, *, hidden: bool) -> None:
        place = self._place(part)
        if not len(paragraph) and not hidden and self._way(paragraph) == _SEEN:
            weave.add(paragraph.text or "", place)
            return
        covert = self.place_of("hidden", self._numbers[part])
        unseen: list[str] = []
        pale: list[str] = []
        for text, how in self._inline(paragraph, part, weave):
            way = _SET if hidden else how
            weave.add(text, covert if way == _SET else place)
            (unseen if way == _SET else pale if way == _PALE else []).append(text)
        for texts, said, sure in ((unseen, _HIDDEN, Confidence.LIKELY), (pale, _WHITE, Confidence.POSSIBLE)):
            if "".join(texts).strip():
                self.document.facts.append(Fact("meta-hidden-text", covert, said, "".join(texts)[:200], sure))

    def _inline(self, paragraph: Element, part: str, weave: Weave) -> Iterator[tuple[str, int]]:
        """The pieces of a paragraph, and whether each is seen."""
        ways = [_SEEN]
        for event, element in etree.iterwalk(paragraph, events=("start", "end")):
            if event == "end":
                ways.pop()
                if element is not paragraph and element.tail:
                    yield element.tail, ways[-1]
                continue
            ways.append(max(ways[-1], self._way(element)))
            tag = element.tag
            if tag == _BLANKS:
                yield " " * _count(element.get(f"{TEXT}c"), _MOST_BLANKS), ways[-1]
            elif tag in (_TAB, _BREAK):
                yield "\t" if tag == _TAB else "\n", ways[-1]
            elif tag == _CHANGE and element.get(f"{TEXT}change-id") in self._deleted:
                self._points.append((part, element.get(f"{TEXT}change-id"), weave.length))
            if element.text:
                yield element.text, ways[-1]

    def _way(self, element: Element) -> int:
        style = element.get(f"{TEXT}style-name")
        if style in self.styles.texts or (element.tag.startswith(TEXT) and _conceals(element)):
            return _SET
        return _PALE if style in self.styles.white else _SEEN

    def changes_of(self, root: Element) -> None:
        """Read what was deleted before the flow that shows where."""
        for region in root.iter(f"{TEXT}changed-region"):
            for deletion in region.iterchildren(f"{TEXT}deletion"):
                text = "\n".join("".join(p.itertext()) for p in deletion.iter(_P, _H))
                for key in (region.get(f"{TEXT}id"), region.get("{http://www.w3.org/XML/1998/namespace}id")):
                    if key:
                        self._deleted[key] = text

    def _changes(self, root: Element) -> None:
        for info in root.iter(f"{OFFICE}change-info"):
            change = info.getparent()
            author = info.findtext(f"{DC}creator") or ""
            kind = change.tag.rpartition("}")[2]
            text = "\n".join("".join(p.itertext()) for p in change.iter(_P, _H) if p.getparent() is not info)
            sure = Confidence.POSSIBLE if kind == "format-change" else Confidence.LIKELY
            place = self._place("deleted")
            value = f"{author}: {text[:200]}" if text else author
            self.document.facts.append(
                Fact("meta-tracked-change", place, _CHANGES.get(kind, _CHANGED), value, sure)
            )
            self._weave("deleted").add(text, place)
            self._weave("deleted").add("\n")


_SEEN, _PALE, _SET = 0, 1, 2


def _conceals(element: Element) -> bool:
    """Whether a section, or a field of hidden text, keeps its text from being seen."""
    tag = element.tag
    if tag in {f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"}:
        return True
    return tag == f"{TEXT}section" and element.get(f"{TEXT}display") in {"none", "condition"}


def _detach(element: Element) -> None:
    """Take `element` out of its tree; the text behind it stays."""
    above, before = element.getparent(), element.getprevious()
    if element.tail:
        if before is None:
            above.text = (above.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    above.remove(element)


def _links(root: Element) -> Iterator[tuple[Confidence | None, str]]:
    """Addresses, and how sure it is that what is there is fetched on opening: not for links to click on."""
    for element in root.iter():
        target = element.get(f"{XLINK}href")
        if not target or target.startswith(("#", "./", "Pictures/", "Object", "../")):
            continue
        if element.tag in {f"{TEXT}a", f"{DRAW}a"}:
            yield None, target
        elif ":" in target[:12] or target.startswith("/"):
            yield Confidence.LIKELY if not target.startswith("file:///") else Confidence.POSSIBLE, target


_ATTRIBUTES = tuple(
    prefix + name
    for prefix, name in (
        (OFFICE, "string-value"),
        (TEXT, "string-value"),
        (TEXT, "string-value-if-true"),
        (TEXT, "string-value-if-false"),
        (TEXT, "connection-name"),
        (TEXT, "description"),
        ("{urn:oasis:names:tc:opendocument:xmlns:form:1.0}", "label"),
        ("{urn:oasis:names:tc:opendocument:xmlns:form:1.0}", "current-value"),
        ("{urn:oasis:names:tc:opendocument:xmlns:form:1.0}", "value"),
        ("{urn:oasis:names:tc:opendocument:xmlns:form:1.0}", "title"),
    )
)


def _attributes(root: Element) -> Iterator[str]:
    """Words that stand in attributes: variables, both sides of a condition, fields of a form, bookmarks."""
    for element in root.iter():
        if element.attrib and not element.tag.startswith(TABLE):
            for key in _ATTRIBUTES:
                value = element.get(key)
                if value:
                    yield value
            if element.tag in {f"{TEXT}bookmark", f"{TEXT}bookmark-start"}:
                yield element.get(f"{TEXT}name") or ""


def _count(text: str | None, most: int) -> int:
    return min(int(text), most) if text and text.isdecimal() and len(text) < 6 else 1
