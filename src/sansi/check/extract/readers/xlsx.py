"""Excel 工作簿 · Excel workbooks and templates, with and without macros (ISO/IEC 29500-1 18)."""

from __future__ import annotations

from typing import NamedTuple

from sansi.check.extract import sheet_asides as asides
from sansi.check.extract import workbook_caches as caches
from sansi.check.extract.budget import CELLS
from sansi.check.extract.document import Document, Fact, Weave
from sansi.check.extract.opc import MACRO, Parts
from sansi.check.extract.properties import is_somebody
from sansi.check.extract.reader import Asked, Reader
from sansi.check.extract.sheet_cells import Filler, S, Styles, split, strings_of
from sansi.check.extract.sheet_styles import styles_of
from sansi.check.extract.sheets import Sheet, between
from sansi.check.extract.xmls import local
from sansi.check.model import Both, Confidence
from sansi.check.place import CellPlace, FieldPlace, ParagraphPlace

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SHEET = Both("隐藏的工作表", "a hidden sheet")
_VERY = Both("深度隐藏的工作表，菜单里也看不到", "a sheet hidden so that menus do not show it")
_ROWS = Both("隐藏的行里有内容", "hidden rows with content")
_COLUMNS = Both("隐藏的列里有内容", "hidden columns with content")
_UNSEEN = Both("单元格的格式使内容看不见", "cells formatted so that their content is not seen")
_UNUSED = Both("表里已不显示的文字还留在文件里", "text that no cell shows any more is still in the file")
_PATH = Both("记着文件保存时的完整路径", "holds the full path it was saved under")
_REVISIONS = Both("共享工作簿的修订记录", "the record of changes of a shared workbook")
_MANY = Both(
    f"超过 {CELLS} 个单元格，没有检查；请拆成几份再查",
    f"has more than {CELLS} cells and was not checked: split it and check the parts",
)
_PERSON = Both("批注者的名字", "the name of who commented")


class _Listed(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    target: str
    state: str


class _Workbook:
    def __init__(self, data: bytes, asked: Asked) -> None:
        self.parts = Parts(data, asked)
        self.budget = asked.budget
        self.name, self.root = self.parts.main("xl/workbook.xml")
        self.document = self.parts.document
        self.listed = self._sheets()
        self.strings = self._strings()
        self.used = bytearray(len(self.strings))
        self.styles = self._styles()
        self.persons = self._persons()

    def read(self) -> Document:
        for listed in self.listed:
            self._sheet(listed)
        self._unused()
        self._workbook()
        visible = frozenset(s.name for s in self.listed if not s.state)
        for name in self.parts.named("pivotCacheDefinition+xml"):
            caches.pivot(self.parts, name, visible)
        for name in self.parts.named("externalLink+xml"):
            caches.other_workbook(self.parts, name)
        for name in self.parts.named("connections+xml"):
            caches.connections(self.parts, name)
        for name in self.parts.named("revisionHeaders+xml"):
            self.document.facts.append(Fact("meta-tracked-change", FieldPlace(name), _REVISIONS, name))
        return self.parts.rest()

    def _sheets(self) -> list[_Listed]:
        relations = self.parts.relations(self.name)
        found = []
        for sheet in self.root.iter(f"{S}sheet"):
            relation = relations.get(sheet.get(f"{_R}id") or "")
            state = sheet.get("state") or ""
            name = sheet.get("name") or ""
            found.append(
                _Listed(name, relation.target if relation else "", state if state != "visible" else "")
            )
        known = {s.target.lower() for s in found}
        # One that the workbook does not list any more, but that is still there.
        lost = [n for n in self.parts.named("worksheet+xml", "macrosheet+xml") if n.lower() not in known]
        return found + [_Listed(n.rpartition("/")[2], n, "hidden") for n in lost]

    def _strings(self) -> list[str]:
        found: list[str] = []
        for name in self.parts.named("sharedStrings+xml"):
            root = self.parts.tree(name)
            found += strings_of(root) if root is not None else []
        return found

    def _styles(self) -> Styles:
        from_1904 = any(p.get("date1904") in {"1", "true"} for p in self.root.iter(f"{S}workbookPr"))
        for name in self.parts.named("styles+xml"):
            root = self.parts.tree(name)
            if root is not None:
                return styles_of(root, from_1904=from_1904)
        return Styles()

    def _persons(self) -> dict[str, str]:
        found = {}
        weave = Weave()
        for name in self.parts.named("person+xml"):
            root = self.parts.tree(name)
            for person in () if root is None else root:
                said = person.get("displayName") or ""
                found[person.get("id") or ""] = said
                if is_somebody(said):
                    self.document.facts.append(Fact("meta-author", FieldPlace("person"), _PERSON, said))
                weave.add(f"{said} {(person.get('userId') or '').replace('::', ' ')}\n", FieldPlace("person"))
        self.document.segments += weave.segments()
        return found

    def _sheet(self, listed: _Listed) -> None:
        if not listed.target:
            return
        outside, parts = split(self.parts.data(listed.target) or b"")
        root = self.parts.parse(listed.target, outside) if outside else None
        if root is None:
            return
        sheet = Sheet(listed.name, "hidden" if listed.state else "body")
        for column in root.iter(f"{S}col"):
            if column.get("hidden") in {"1", "true"} or column.get("width") == "0":
                sheet.hidden_columns.update(between(_whole(column.get("min")), _whole(column.get("max"))))
        # A cell is at least `<c/>`; so many are not read at all.
        if max(outside.count(b"<c"), len(parts) // 9) > self.budget.cells + 1000:
            self.document.gaps.append(_MANY)
            return
        Filler(sheet, self.strings, self.used, self.styles).fill(root, parts)
        self.budget.cells -= min(sheet.cells, self.budget.cells)
        self.document.segments += sheet.segments()
        self._hidden(sheet, listed)
        relations = self.parts.relations(listed.target)
        lines = [(ref, "formula", text) for ref, text in sheet.formulas]
        lines += asides.of_sheet(root, relations, self.parts)
        lines += self._attached(
            listed.name, [(r.type, r.target) for r in relations.values() if not r.outside]
        )
        self.document.segments += asides.segments_of(listed.name, lines)
        if self.parts.role(listed.target).startswith("macrosheet") or "acrosheet" in local(root):
            self.document.facts.append(Fact("meta-macro", CellPlace(listed.name, ""), MACRO, listed.name))

    def _attached(self, sheet: str, targets: list[tuple[str, str]]) -> list[asides.Line]:
        lines: list[asides.Line] = []
        threaded = any(type_ == "threadedComment" for type_, _ in targets)
        for type_, target in targets:
            if type_ == "comments":
                lines += asides.comments(self.parts, target, sheet, threaded=threaded)
            elif type_ == "threadedComment":
                lines += asides.threads(self.parts, target, sheet, self.persons)
            elif type_ == "drawing":
                lines += asides.drawing(self.parts, target)
        return lines

    def _hidden(self, sheet: Sheet, listed: _Listed) -> None:
        """What of a sheet is hidden, where there is anything in it."""
        report = self.document.facts.append
        if listed.state:
            said = _VERY if listed.state == "veryHidden" else _SHEET
            report(Fact("meta-hidden-sheet", CellPlace(sheet.name, "", "hidden"), said, sheet.name))
        for cells, said in zip(sheet.hidden_cells(), (_ROWS, _COLUMNS), strict=True):
            if cells:
                text = "\t".join(text for _, text in cells[:20])[:200]
                report(Fact("meta-hidden-sheet", CellPlace(sheet.name, cells[0][0], "hidden"), said, text))
        if sheet.unseen:
            text = "\t".join(t for _, t in sheet.unseen[:20])[:200]
            report(
                Fact("meta-hidden-text", CellPlace(sheet.name, sheet.unseen[0][0], "hidden"), _UNSEEN, text)
            )

    def _unused(self) -> None:
        """Shared strings that no cell refers to: what was deleted, where a program does not clean up."""
        left = [s for s, used in zip(self.strings, self.used, strict=True) if not used and s.strip()]
        if left:
            weave = Weave()
            for number, text in enumerate(left, 1):
                weave.add(text, ParagraphPlace("unused", number))
                weave.add("\n")
            self.document.segments += weave.segments()
            place = ParagraphPlace("unused", 1)
            self.document.facts.append(Fact("meta-hidden-text", place, _UNUSED, "\t".join(left[:20])[:200]))

    def _workbook(self) -> None:
        """Names, paths and users that the workbook itself holds."""
        weave = Weave()
        for number, name in enumerate(self.root.iter(f"{S}definedName"), 1):
            said = (name.get("name"), name.text, name.get("comment"), name.get("description"))
            weave.add(" ".join(s for s in said if s), ParagraphPlace("name", number))
            weave.add("\n")
        for element in self.root.iter(f"{S}fileSharing"):
            weave.add((element.get("userName") or "") + "\n", FieldPlace("userName"))
        for element in self.root.iter("{*}absPath"):
            path = element.get("url") or ""
            sure = Confidence.LIKELY if "users" in path.lower() else Confidence.POSSIBLE
            self.document.facts.append(Fact("meta-author", FieldPlace("absPath"), _PATH, path, sure))
            weave.add(path + "\n", FieldPlace("absPath"))
        self.document.segments += weave.segments()


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 8 else 0


def _read(data: bytes, asked: Asked) -> Document:
    return _Workbook(data, asked).read()


READER = Reader(("xlsx",), Both("Excel 工作簿", "Excel workbook"), _read)
