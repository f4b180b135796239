"""OpenDocument 表格 · The sheets of an OpenDocument spreadsheet, however many times a cell is repeated (26300-1 9)."""

from __future__ import annotations

from sansi.check.extract.budget import CELLS
from sansi.check.extract.document import Document, Fact
from sansi.check.extract.numbers import letters_of, plain
from sansi.check.extract.odf_styles import OFFICE, TABLE, TEXT, XLINK, HidingStyles
from sansi.check.extract.odf_text import Flow
from sansi.check.extract.sheet_asides import segments_of
from sansi.check.extract.sheets import Row, Sheet, between
from sansi.check.extract.xmls import Element
from sansi.check.model import Both, Confidence
from sansi.check.place import CellPlace

_ROW, _CELL, _COVERED, _P = (
    f"{TABLE}table-row",
    f"{TABLE}table-cell",
    f"{TABLE}covered-table-cell",
    f"{TEXT}p",
)
_COLUMN, _LINK = f"{TABLE}table-column", f"{TEXT}a"
_ASIDES = (
    f"{OFFICE}annotation",
    f"{TABLE}shapes",
    "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}frame",
)
_TELLING = ('"', "[", "'file", "http")
_SHEET = Both("隐藏的工作表", "a hidden sheet")
_ROWS = Both("隐藏的行里有内容", "hidden rows with content")
_COLUMNS = Both("隐藏的列里有内容", "hidden columns with content")
_UNSEEN = Both("白色的文字，可能看不见", "white text, which may not be seen")
_MANY = Both(
    f"超过 {CELLS} 个单元格，其余没有检查；请拆成几份再查",
    f"has more than {CELLS} cells, the rest was not checked: split it and check the parts",
)


class Sheets:
    """Reads the tables of a spreadsheet into a document; `most` cells at most."""

    def __init__(self, document: Document, styles: HidingStyles, most: int) -> None:
        """Begin with nothing read."""
        self.document = document
        self.styles = styles
        self.left = most

    def read(self, table: Element) -> None:
        """Read one sheet."""
        name = table.get(f"{TABLE}name") or ""
        hidden = table.get(f"{TABLE}style-name") in self.styles.tables
        sheet = Sheet(name, "hidden" if hidden else "body")
        sheet.hidden_columns = _hidden_columns(table)
        line = 1
        for row in table.iter(_ROW):
            if self.left < 0:
                self.document.gaps.append(_MANY)
                break
            self._row(row, sheet, line)
            line += _times(row.get(f"{TABLE}number-rows-repeated"))
        self._facts(sheet, hidden=hidden)
        self.document.segments += sheet.segments()
        self.document.segments += segments_of(name, [(ref, "formula", text) for ref, text in sheet.formulas])

    def _row(self, row: Element, sheet: Sheet, line: int) -> None:
        cells: list[tuple[int, str, str]] = []
        column = 1
        for cell in row.iterchildren(_CELL, _COVERED):
            ref = f"{letters_of(column)}{line}"
            self.left -= 1
            if len(cell):
                self._beside(cell, sheet.name, ref)
            text = _shown(cell)
            if text.strip():
                cells.append((column, ref, text))
                if cell.get(f"{TABLE}style-name") in self.styles.white:
                    sheet.unseen.append((ref, text))
            formula = cell.get(f"{TABLE}formula") or ""
            if any(t in formula.replace("[.", "") for t in _TELLING):
                sheet.formulas.append((ref, formula))
            column += _times(cell.get(f"{TABLE}number-columns-repeated"))
        if cells:
            columns, refs, texts = zip(*cells, strict=True)
            hidden = row.get(f"{TABLE}visibility") in {"collapse", "filter"}
            sheet.add(Row(columns, texts, refs=refs), hidden=hidden)

    def _beside(self, cell: Element, name: str, ref: str) -> None:
        """Addresses of links; comments and shapes of a cell, taken out, so that their text is not the cell's."""
        for link in cell.iter(_LINK):
            flow = self._flow(name, ref)
            flow.line("link", link.get(f"{XLINK}href") or "")
            flow.finish()
        for aside in list(cell.iterchildren(*_ASIDES)):
            cell.remove(aside)
            holder = cell.makeelement("aside")
            holder.append(aside)
            flow = self._flow(name, ref)
            flow.read(holder, "textbox")
            flow.finish()

    def _flow(self, name: str, ref: str) -> Flow:
        return Flow(self.document, self.styles, lambda part, _number: CellPlace(name, ref, part))

    def _facts(self, sheet: Sheet, *, hidden: bool) -> None:
        report = self.document.facts.append
        if hidden:
            report(Fact("meta-hidden-sheet", CellPlace(sheet.name, "", "hidden"), _SHEET, sheet.name))
        for cells, said in zip(sheet.hidden_cells(), (_ROWS, _COLUMNS), strict=True):
            if cells:
                text = "\t".join(text for _, text in cells[:20])[:200]
                report(Fact("meta-hidden-sheet", CellPlace(sheet.name, cells[0][0], "hidden"), said, text))
        if sheet.unseen:
            text = "\t".join(text for _, text in sheet.unseen[:20])[:200]
            where = CellPlace(sheet.name, sheet.unseen[0][0], "hidden")
            report(Fact("meta-hidden-text", where, _UNSEEN, text, Confidence.POSSIBLE))


def _hidden_columns(table: Element) -> set[int]:
    found, at = set[int](), 1
    for column in table.iter(_COLUMN):
        times = _times(column.get(f"{TABLE}number-columns-repeated"))
        if column.get(f"{TABLE}visibility") in {"collapse", "filter"}:
            found.update(between(at, at + times - 1))
        at += times
    return found


def _shown(cell: Element) -> str:
    """What a cell shows; of a number all its digits, which the cell may be too narrow for."""
    kind = cell.get(f"{OFFICE}value-type") or ""
    text = " ".join("".join(p.itertext()) for p in cell.iterchildren(_P))
    if kind == "float":
        return plain(cell.get(f"{OFFICE}value") or text)
    return (
        text
        or cell.get(f"{OFFICE}string-value")
        or cell.get(f"{OFFICE}date-value")
        or cell.get(f"{OFFICE}value")
        or ""
    )


def _times(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 8 else 1
