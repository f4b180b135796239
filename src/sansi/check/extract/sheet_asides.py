"""工作表之外 · What belongs to a sheet beside its cells: comments, drawings, links, rules, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sansi.check.extract import drawingml
from sansi.check.extract.document import Fact, Segment, Weave
from sansi.check.extract.numbers import letters_of
from sansi.check.extract.opc import Parts, Relation
from sansi.check.extract.sheet_cells import S
from sansi.check.extract.xmls import Element, local
from sansi.check.model import Both
from sansi.check.place import CellPlace

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_THREADED = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
_COMMENT = Both("单元格上的批注，写着批注人", "a comment on a cell, with who wrote it")
# ISO/IEC 29500-1 18.3.1: sides, fonts, sizes and fields of headers and footers.
_CODES = re.compile(r'&(?:"[^"]*"|\d+|K[0-9A-F]{6}|K\d\d[+-]\d{3}|[LCRPNDTZFAGBIUESXYH+-]|(&))')
_SIDES = {"&L", "&C", "&R"}
_SAID = (
    "prompt",
    "promptTitle",
    "error",
    "errorTitle",
    "display",
    "tooltip",
    "location",
    "val",
    "user",
    "comment",
    "text",
)
_FORMULAS = ("formula", "formula1", "formula2", "f", "sqref")

Line = tuple[str, str, str]
"""Reference, part and text."""


def segments_of(sheet: str, lines: Iterable[Line]) -> list[Segment]:
    """Lines beside the cells of `sheet` as one segment."""
    weave = Weave()
    for ref, part, text in lines:
        weave.add(text, CellPlace(sheet, ref, part))
        weave.add("\n")
    return weave.segments()


def of_sheet(root: Element, relations: dict[str, Relation], parts: Parts) -> Iterator[Line]:
    """Everything the tree of a sheet holds beside its cells."""
    for child in root:
        name = local(child)
        if name == "headerFooter":
            for element in child:
                part = "footer" if "ooter" in local(element) else "header"
                yield "", part, _without_codes(element.text or "")
        elif name == "hyperlinks":
            yield from _links(child, relations, parts)
        elif name not in {"sheetData", "cols", "mergeCells", "sheetViews", "pageMargins", "pageSetup"}:
            yield from _rules(child)


def comments(parts: Parts, name: str, sheet: str, *, threaded: bool) -> Iterator[Line]:
    """The comments of a part, as lines and as facts; `threaded`: the part has a copy of each for old programs."""
    root = parts.tree(name)
    if root is None:
        return
    authors = [a.text or "" for a in root.iter(f"{S}author")]
    for comment in root.iter(f"{S}comment"):
        at = comment.get("authorId") or ""
        author = authors[int(at)] if at.isdecimal() and int(at) < len(authors) else ""
        if threaded and author.startswith("tc={"):
            continue
        text = "".join(t.text or "" for t in comment.iter(f"{S}t"))
        yield _commented(parts, sheet, comment.get("ref") or "", author, text)


def threads(parts: Parts, name: str, sheet: str, persons: dict[str, str]) -> Iterator[Line]:
    """Comments that answer each other, with the persons who wrote them."""
    root = parts.tree(name)
    for comment in () if root is None else root.iter(f"{_THREADED}threadedComment"):
        text = "".join(t.text or "" for t in comment.iter(f"{_THREADED}text"))
        author = persons.get(comment.get("personId") or "", "")
        yield _commented(parts, sheet, comment.get("ref") or "", author, text)


def _commented(parts: Parts, sheet: str, ref: str, author: str, text: str) -> Line:
    place = CellPlace(sheet, ref, "comment")
    parts.document.facts.append(Fact("meta-comment", place, _COMMENT, f"{author}: {text[:200]}"))
    return ref, "comment", text


def drawing(parts: Parts, name: str) -> Iterator[Line]:
    """Text boxes, charts and descriptions of a drawing, by the cell each is fastened to."""
    root = parts.tree(name)
    relations = parts.relations(name)
    for anchor in () if root is None else root:
        start = anchor.find(f"{_XDR}from")
        ref = ""
        if start is not None:
            ref = f"{letters_of(_whole(start, 'col') + 1)}{_whole(start, 'row') + 1}"
        text = drawingml.text_of(anchor)
        if text:
            yield ref, "textbox", text
        yield from ((ref, "alt", said) for said in drawingml.described(anchor))
        for element in anchor.iter():
            relation = relations.get(element.get(f"{_R}id") or "")
            if relation and relation.outside:
                parts.linked(relation.target)
                yield ref, "link", relation.target
            elif relation and parts.role(relation.target).startswith("chart"):
                chart = parts.tree(relation.target)
                yield from (
                    (ref, "chart", line) for line in (() if chart is None else drawingml.lines(chart))
                )


def _whole(start: Element, name: str) -> int:
    text = start.findtext(f"{_XDR}{name}") or ""
    return int(text) if text.isdecimal() and len(text) < 8 else 0


def _without_codes(text: str) -> str:
    return _CODES.sub(lambda m: "&" if m[1] else "\n" if m[0] in _SIDES else "", text).strip()


def _links(links: Element, relations: dict[str, Relation], parts: Parts) -> Iterator[Line]:
    for link in links:
        ref = (link.get("ref") or "").partition(":")[0]
        relation = relations.get(link.get(f"{_R}id") or "")
        if relation:
            parts.linked(relation.target)
            yield ref, "link", relation.target
        yield from (
            (ref, "link", link.get(key)) for key in ("location", "tooltip", "display") if link.get(key)
        )


def _rules(root: Element) -> Iterator[Line]:
    """Messages, lists and formulas of validation, filters, formats and scenarios."""
    ref = ""
    for element in root.iter():
        # What has no place of its own belongs to the nearest range named before it.
        where = element.get("sqref") or element.get("ref") or element.get("r") or ref
        ref = where.split(":")[0].split(" ")[0]
        for key in _SAID:
            value = element.get(key)
            if value and not (value.isdigit() and len(value) < 5):
                yield ref, "validation", value
        name = element.get("name")
        if name and local(element) in {"scenario", "protectedRange", "control", "inputCells"}:
            yield ref, "name", name
        if element.text and local(element) in _FORMULAS and ('"' in element.text or "[" in element.text):
            yield ref, "validation", element.text
