"""读表 · The rows of a CSV or XLSX file as text, within limits; what can't be read in full is refused, with what to do.

Workbooks are read by the same reader that checks foreign files (`sansi.check.extract`): no formula is computed,
nothing outside the file is opened, and bombs are known by their size before they are unpacked.
"""

from __future__ import annotations

import csv
import io
import re
import time
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sansi.check.extract.budget import Budget
from sansi.check.extract.document import Unreadable
from sansi.check.extract.encodings import UTF8, guessed, marked
from sansi.check.extract.opc import Parts
from sansi.check.extract.reader import Asked
from sansi.check.extract.sheet_cells import Filler, S, Styles, split, strings_of
from sansi.check.extract.sheet_styles import styles_of
from sansi.check.extract.sheets import Sheet
from sansi.check.model import Both
from sansi.web.audit.refused import Refused
from sansi.web.tables.files import original

MOST_BYTES = 10 << 20
MOST_ROWS = 200_000
MOST_CELLS = 2_000_000
MOST_COLUMNS = 60
LONGEST_CELL = 500
# Of a workbook: its sheet of 200,000 people takes 90 MB of XML.
_UNPACKED = 160 << 20
_SECONDS = 60
_SAMPLE = 1 << 16
_FOREIGN = re.compile(b"[\x80-\xff\0]")
_BLANKS = re.compile("^[\\s\u200b\ufeff]+|[\\s\u200b\ufeff]+$")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Line(NamedTuple):
    """A row that isn't empty, by the number that a spreadsheet shows beside it."""

    number: int
    cells: list[str]


def lines_of(data: bytes) -> list[Line]:
    """The rows of a file, its head first.

    Raises:
        Refused: it is too large, of another kind, damaged, or empty.
    """
    if len(data) > MOST_BYTES:
        raise Refused(_("The file is larger than %(limit)s MB: split it.") % {"limit": MOST_BYTES >> 20})
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(
            _(
                "This is a workbook of Excel 97–2003, or one with a password: save it as .xlsx, without a password."
            )
        )
    lines = list(_bounded(_of_workbook(data) if data.startswith(b"PK") else _of_text(data)))
    if not lines:
        raise Refused(
            _("There is nothing in the file. The first row names the columns; the rows below are taken over.")
        )
    return lines


def _bounded(lines: Iterator[Line]) -> Iterator[Line]:
    cells = 0
    for rows, line in enumerate(lines, 1):
        cells += len(line.cells)
        if rows > MOST_ROWS + 1 or cells > MOST_CELLS:
            raise Refused(
                _("The table has more than %(rows)s rows or %(cells)s cells: split it.")
                % {"rows": MOST_ROWS, "cells": MOST_CELLS}
            )
        if len(line.cells) > MOST_COLUMNS:
            raise Refused(
                _("Row %(row)s has %(seen)s columns, and at most %(limit)s are read: is it the right file?")
                % {"row": line.number, "seen": len(line.cells), "limit": MOST_COLUMNS}
            )
        yield line


def tidy(cell: str) -> str:
    """A cell as it was meant: without blanks around it or the apostrophe that keeps a spreadsheet from computing it."""
    return original(_BLANKS.sub("", cell))[: LONGEST_CELL + 1]


def _of_text(data: bytes) -> Iterator[Line]:
    text = _decoded(data)
    if "\0" in text:
        raise Refused(_("This is no table: save it as .xlsx or as CSV."))
    first, _end, rest = text.partition("\n")
    if first.lower().startswith("sep="):
        # Excel writes this line to say what parts the cells.
        parted, text, skipped = first.strip()[4:5], rest, 1
    else:
        parted, skipped = max(",;\t，", key=first.count), 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=parted or ",", strict=True)
    number = skipped
    try:
        for number, cells in enumerate(reader, 1 + skipped):
            tidied = [tidy(cell) for cell in cells]
            if any(tidied):
                yield Line(number, tidied)
    except csv.Error as problem:
        raise Refused(
            _(
                "Row %(row)s can't be read: a quotation mark stands open, or behind one stands text. (%(problem)s)"
            )
            % {"row": number + 1, "problem": problem}
        ) from problem


def _decoded(data: bytes) -> str:
    # Thousands of rows of codes may stand before the first name: the sample begins where there is something to tell by.
    foreign = _FOREIGN.search(data)
    start = data.rfind(b"\n", 0, foreign.start()) + 1 if foreign else 0
    sample = data[start : start + _SAMPLE]
    whole = start + _SAMPLE >= len(data)
    encoding = marked(data[:4]) or guessed(sample, whole=whole, utf8=_is_utf8(data))
    if not encoding:
        raise Refused(_("This is no table: save it as .xlsx or as CSV."))
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        row = data.count(b"\n", 0, problem.start) + 1
        raise Refused(
            _(
                "Line %(row)s holds bytes that are not %(encoding)s: save the file as .xlsx, or as CSV in UTF-8."
            )
            % {"row": row, "encoding": encoding.upper()}
        ) from problem


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode(UTF8)
    except UnicodeDecodeError:
        return False
    return True


def _of_workbook(data: bytes) -> Iterator[Line]:
    budget = Budget(unpacked=_UNPACKED, cells=MOST_CELLS, until=time.monotonic() + _SECONDS)
    try:
        sheet, gaps = _sheet(data, budget)
    except Unreadable as problem:
        raise Refused(_said(problem.reason)) from problem
    if gaps:
        raise Refused(_said(gaps[0]))
    for row in sheet.rows:
        # Columns nobody would name are not read; a row of 16,384 columns has no more rights than one of 60.
        cells = [""] * min(row.columns[-1], MOST_COLUMNS + 1)
        for column, text in zip(row.columns, row.texts, strict=True):
            if column <= len(cells):
                cells[column - 1] = tidy(text)
        if any(cells):
            yield Line(int("0" + row.ref(0).lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")[:7]), cells)


def _said(reason: Both) -> str:
    return reason.zh if (get_language() or "zh").startswith("zh") else reason.en


def _sheet(data: bytes, budget: Budget) -> tuple[Sheet, list[Both]]:
    """The first sheet that can be seen, and what could not be read of it."""
    parts = Parts(data, Asked("xlsx", budget=budget))
    name, root = parts.main("xl/workbook.xml")
    relations = parts.relations(name)
    listed = [s for s in root.iter(f"{S}sheet") if s.get("state", "visible") == "visible"]
    relation = relations.get(listed[0].get(_RELATION) or "") if listed else None
    if relation is None or relation.outside:
        raise Refused(_("There is no sheet in the workbook."))
    strings: list[str] = []
    for part in parts.named("sharedStrings+xml"):
        tree = parts.tree(part)
        strings += [] if tree is None else strings_of(tree)
    outside, cells = split(parts.data(relation.target) or b"")
    # A cell is at least `<c/>`: so many are not even looked at.
    if outside.count(b"<c") + len(cells) // 9 > budget.cells + 1000:
        raise Refused(
            _("The table has more than %(rows)s rows or %(cells)s cells: split it.")
            % {"rows": MOST_ROWS, "cells": MOST_CELLS}
        )
    tree = parts.parse(relation.target, outside) if outside else None
    if tree is None:
        raise Refused(_("There is no sheet in the workbook."))
    sheet = Sheet(listed[0].get("name") or "")
    styles = [
        styles_of(t, from_1904=False) for t in map(parts.tree, parts.named("styles+xml")) if t is not None
    ]
    Filler(sheet, strings, bytearray(len(strings)), styles[0] if styles else Styles()).fill(tree, cells)
    sheet.rows = [row for row in sheet.rows if row.columns]
    return sheet, parts.document.gaps + parts.package.gaps
