"""正文之外的文字 · Words of a story that are not in its flow: links, fields, forms, alternative texts, bookmarks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from sansi.check.extract.document import Document, Fact
from sansi.check.extract.drawingml import described
from sansi.check.extract.opc import Relation
from sansi.check.extract.wordml_names import RT, R, T, W
from sansi.check.extract.xmls import Element
from sansi.check.model import Both
from sansi.check.place import ParagraphPlace


class Line(NamedTuple):
    """A line beside the flow: pieces, each with the part it belongs to, and the number of its paragraph."""

    part: str
    number: int
    pieces: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """All pieces."""
        return "".join(text for text, _ in self.pieces)


class Told(Protocol):
    """What is needed of a story."""

    root: Element
    has: frozenset[str]

    def number_of(self, element: Element) -> int:
        """The number of the paragraph of `element`."""
        ...


_VAL = f"{W}val"
_SHAPES = "{urn:schemas-microsoft-com:vml}*"
_SHAPE_TEXTS = ("string", "alt", "title", "href")
_LINKS = (f"{W}hyperlink", "{http://schemas.openxmlformats.org/drawingml/2006/main}hlinkClick")
_FORM = tuple(
    W + n
    for n in ("alias", "tag", "listEntry", "helpText", "statusText", "default", "entryMacro", "exitMacro")
)
_ITEM, _ATTR, _FIELD, _CODES = (
    f"{W}listItem",
    f"{W}attr",
    f"{W}fldSimple",
    (f"{W}instrText", f"{W}delInstrText"),
)
# Page numbers, tables of contents, references to bookmarks: no words of anybody.
_DULL = re.compile(r"\s*[A-Za-z=]*(?:\s+_\w+)?(?:\s+\\\S+(?:\s+\w{1,20}|\s+\"[\d\-]{1,5}\")?)*\s*")
_FETCHING = re.compile(
    r"\s*(?:INCLUDETEXT|INCLUDEPICTURE|LINK|DDE|DDEAUTO|IMPORT|DATABASE)\s+(.*)", re.DOTALL
)
_FETCHES = Both("域代码会取用文件之外的内容", "a field code fetches something outside the file")


def line(part: str, number: int, text: str) -> Line:
    """A line all of whose text belongs to `part`."""
    return Line(part, number, ((text, part),))


def links(story: Told, relations: Callable[[], dict[str, Relation]]) -> list[Line]:
    """Where each link goes, and what it says when it is pointed at."""
    found = []
    if "yperlink" in story.has or "hlinkClick" in story.has:
        known = relations()
        for element in story.root.iter(*_LINKS):
            relation = known.get(element.get(f"{R}id") or "")
            said = (
                relation.target if relation else "",
                element.get(f"{W}tooltip") or element.get("tooltip") or "",
            )
            found += [line("link", story.number_of(element), text) for text in said if text]
    return found


def read(story: Told, document: Document) -> list[Line]:
    """Every other word beside the flow; what a field fetches from outside becomes a fact."""
    has, lines = story.has, list[Line]()
    if "instr" in has:
        lines += _fields(story, document)
    if "sdtPr" in has or "ffData" in has or ":attr " in has:
        lines += _forms(story)
    if "drawn" in has:
        lines += [line("alt", story.number_of(e), text) for e, text in _described(story.root)]
        lines += _shapes(story)
    if "bookmarkStart" in has:
        for mark in story.root.iter(f"{W}bookmarkStart"):
            name = mark.get(f"{W}name") or ""
            if name and not name.startswith("_"):
                lines.append(line("bookmark", story.number_of(mark), name))
    if ":rt>" in has:
        lines += [line("body", story.number_of(rt), _text(rt)) for rt in story.root.iter(RT)]
    return lines


def _text(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(T))


def _described(root: Element) -> Iterator[tuple[Element, str]]:
    for element in root.iter("{*}docPr", "{*}cNvPr"):
        seen = set()
        for text in described(element):
            if text not in seen:
                seen.add(text)
                yield element, text


def _shapes(story: Told) -> Iterator[Line]:
    """Words of old drawings: watermarks are written as a text along a path."""
    for shape in story.root.iter(_SHAPES):
        for key in _SHAPE_TEXTS:
            text = shape.get(key)
            if text and text.lower() not in {"t", "f", "true", "false"}:
                part = "body" if key == "string" else "link" if key == "href" else "alt"
                yield line(part, story.number_of(shape), text)


def _fields(story: Told, document: Document) -> Iterator[Line]:
    codes: dict[int, str] = {}
    for code in story.root.iter(*_CODES, _FIELD):
        number = story.number_of(code)
        text = code.get(f"{W}instr") if code.tag == _FIELD else code.text
        # Several fields of one paragraph are kept apart by the blank each begins with.
        codes[number] = codes.get(number, "") + (text or "")
    for number, text in codes.items():
        text = text.strip()  # noqa: PLW2901 - blanks are no part of a code
        # A long one is never dull, and would be slow to look through.
        if len(text) < 500 and _DULL.fullmatch(text):
            continue
        fetching = _FETCHING.match(text)
        if fetching:
            place = ParagraphPlace("field", number)
            document.facts.append(Fact("meta-active-content", place, _FETCHES, fetching[1].strip()))
        yield line("field", number, text)


def _forms(story: Told) -> Iterator[Line]:
    for element in story.root.iter(*_FORM, _ITEM, _ATTR):
        if element.tag == _ITEM:
            texts = {element.get(f"{W}displayText"), element.get(_VAL)}
        elif element.tag == _ATTR:
            texts = {f"{element.get(f'{W}name')}: {element.get(_VAL)}"}
        else:
            texts = {element.get(_VAL)}
        for text in sorted(t for t in texts if t and not t.isdigit()):
            yield line("form", story.number_of(element), text)
