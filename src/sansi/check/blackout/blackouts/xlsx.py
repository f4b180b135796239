"""Excel 工作簿 · Workbooks: numbers, formulas and what they gave, besides words (ISO/IEC 29500-1 18)."""

from __future__ import annotations

from functools import partial

from lxml import etree

from sansi.check.blackout.opc import named, office
from sansi.check.blackout.task import Blackout, Task
from sansi.check.blackout.values import replaced
from sansi.check.extract import numbers
from sansi.check.extract.xmls import Element, local, parsed, transitional
from sansi.check.extract.zips import Package
from sansi.check.place import CellPlace

Sheets = dict[str, str]
"""The names of the sheets by the part that each is in, in lower case."""


def _black_out(data: bytes, task: Task) -> bytes:
    sheets = _sheets(Package(data, task.budget))
    dates = {
        (p.sheet, p.ref): instead
        for p, instead in task.places
        if isinstance(p, CellPlace) and p.part == "body"
    }
    return office(data, task, partial(_part, sheets, dates))


def _sheets(package: Package) -> Sheets:
    book, links = package.get("xl/workbook.xml"), package.get("xl/_rels/workbook.xml.rels")
    if not book or not links:
        return {}
    targets = {e.get("Id"): str(e.get("Target")) for e in parsed(links).root}
    found = {}
    for sheet in named(parsed(transitional(book)).root, "sheet"):
        link = next((v for k, v in sheet.items() if k.endswith("}id")), "")
        target = targets.get(link, "").lstrip("/")
        found[(target if target.startswith("xl/") else f"xl/{target}").lower()] = str(sheet.get("name"))
    return found


def _part(sheets: Sheets, dates: dict[tuple[str, str], str], name: str, root: Element, task: Task) -> bool:
    kind = local(root)
    if kind == "worksheet":
        return _worksheet(sheets.get(name.lower(), ""), dates, root, task)
    if kind == "workbook":
        return _names_of_sheets(root, task)
    if kind.startswith("pivotCache"):
        return _pivot(root, task)
    return _formulas(root, task)


def _worksheet(sheet: str, dates: dict[tuple[str, str], str], root: Element, task: Task) -> bool:
    changed = _formulas(root, task)
    for cell in named(root, "c"):
        parts = {local(child): child for child in cell if isinstance(child.tag, str)}
        value = parts.get("v")
        if value is None or not value.text or cell.get("t") in ("s", "b"):
            continue
        text = numbers.plain(value.text) if cell.get("t") in (None, "n") else value.text
        cuts = task.cuts(text)
        instead = replaced(text, cuts) if cuts else None
        if instead is None and cell.get("t") in (None, "n") and "f" not in parts:
            # A day is stored as a number that looks like nothing.
            instead = dates.get((sheet, str(cell.get("r"))))
        if instead is not None:
            _as_words(cell, instead)
            changed = True
    return changed


def _as_words(cell: Element, text: str) -> None:
    """Make `cell` say `text`, and nothing that would work it out again."""
    space = cell.tag[: -len("c")]
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    words = etree.SubElement(etree.SubElement(cell, f"{space}is"), f"{space}t")
    words.text = text


def _names_of_sheets(root: Element, task: Task) -> bool:
    """A star must not stand in the name of a sheet."""
    changed = _formulas(root, task)
    for sheet in named(root, "sheet"):
        name = str(sheet.get("name"))
        clean = task.without(name)
        if clean != name:
            sheet.set("name", clean.replace("*", "█")[:31])
            changed = True
    return changed


def _formulas(root: Element, task: Task) -> bool:
    """A formula names sheets: where one was renamed, it must say the same name, without stars."""
    changed = False
    for formula in named(root, "f", "definedName", "formula", "formula1", "formula2"):
        cuts = task.known(formula.text or "")
        if cuts:
            formula.text = replaced(
                formula.text, [c._replace(instead=c.instead.replace("*", "█")) for c in cuts]
            )
            changed = True
    return changed


def _pivot(root: Element, task: Task) -> bool:
    """Numbers of a pivot cache that have to go become words: a number cannot be masked."""
    changed = False
    for number in named(root, "n", "d"):
        value = str(number.get("v") or "")
        clean = task.without(numbers.plain(value))
        if clean != numbers.plain(value):
            number.tag = number.tag[:-1] + "s"
            number.set("v", clean)
            changed = True
    return changed


BLACKOUT = Blackout(("xlsx",), _black_out)
