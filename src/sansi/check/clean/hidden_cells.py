"""隐藏的单元格 · The cells of hidden sheets, rows and columns, emptied (ISO/IEC 29500-1 18.3.1)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from sansi.check.clean.opc import Office
from sansi.check.clean.package import remove
from sansi.check.extract.xmls import Element, local
from sansi.check.extract.zips import key_of

_ON = {"1", "true"}
_LETTERS = re.compile(r"[A-Z]*")


def empty(parts: Office) -> bool:
    """Empty what is hidden in every sheet; whether there was anything."""
    hidden = _hidden_sheets(parts)
    sheets = parts.roles("worksheet+xml")
    emptied = [cell for name in sheets for cell in list(_cells(parts.tree(name), whole=name in hidden))]
    for cell in emptied:
        remove(cell)
    if emptied:
        _only_values(parts, sheets)
    return bool(emptied)


def _hidden_sheets(parts: Office) -> set[str]:
    """The parts of the sheets that the workbook hides."""
    found = set()
    for source, relations in parts.relations():
        name = parts.name(source) if source else ""
        if not name or local(parts.tree(name)) != "workbook":
            continue
        numbers = {
            value
            for sheet in parts.tree(name).iter("{*}sheet")
            if sheet.get("state", "visible") != "visible"
            for key, value in sheet.items()
            if key.endswith("}id")
        }
        for relation in relations:
            if relation.get("Id") in numbers:
                target = relation.get("Target") or ""
                path = target if target[:1] == "/" else posixpath.join(posixpath.dirname(name), target)
                found.add(parts.name(posixpath.normpath(path)))
    return found


def _cells(root: Element, *, whole: bool) -> Iterator[Element]:
    columns = [
        (int(column.get("min", "0")), int(column.get("max", "0")))
        for column in root.iter("{*}col")
        if column.get("hidden") in _ON
    ]
    for row in root.iter("{*}row"):
        gone = whole or row.get("hidden") in _ON
        at = 0
        for cell in row.iterchildren("{*}c"):
            at = _column(cell.get("r") or "") or at + 1
            if gone or any(low <= at <= high for low, high in columns):
                yield cell


def _column(ref: str) -> int:
    number = 0
    for letter in _LETTERS.match(ref.upper())[0]:  # type: ignore[index]  # it matches nothing at least
        number = number * 26 + ord(letter) - 64
    return number


def _only_values(parts: Office, sheets: list[str]) -> None:
    """Formulas become their values: worked out anew, they would miss what was hidden."""
    for name in sheets:
        for formula in list(parts.tree(name).iter("{*}f")):
            if local(formula.getparent()) == "c":
                remove(formula)
    parts.drop_all([name for name in parts if key_of(name) == "xl/calcchain.xml"])
