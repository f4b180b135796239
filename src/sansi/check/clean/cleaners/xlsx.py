"""Excel 工作簿 · Notes, persons, paths, sources and leftovers gone; what the cells show stays (ISO/IEC 29500-1 18).

Hidden sheets, rows and columns stay unless they are asked for: their cells are emptied then, and formulas, which
may have drawn on them, become the values that they show.
"""

from __future__ import annotations

import re

from sansi.check.clean import hidden_cells
from sansi.check.clean.cleaner import Cleaned, Cleaner, Order
from sansi.check.clean.opc import Office
from sansi.check.clean.package import PATHS, remove, without_path
from sansi.check.extract.xmls import Element, local
from sansi.check.extract.zips import key_of
from sansi.check.model import Both

_WHO = Both(
    "最后保存的位置、共享和自定义视图里的人名", "where it was saved, and persons in its sharing and views"
)
_SOURCES = Both("外部数据的来源和缓存", "sources of outside data, and what was cached of them")
_UNUSED = Both("没有单元格再用到的文字", "texts that no cell uses any more")
_HIDDEN = Both(
    "隐藏的工作表、行和列里的内容（公式改成了值）",
    "what hidden sheets, rows and columns held (formulas became values)",
)
_RECORDS = Both("数据透视表的缓存", "the cache of pivot tables")
_RECORDS_LEFT = Both(
    "数据透视表里存着全部源数据；只要结果的话，请复制成数值，或加 --hidden 清理",
    "a pivot table holds all of its source data: paste it as values, or clean with --hidden",
)
_MODEL = Both(
    "数据模型（Power Pivot）没有清理，里面是完整的数据；请在 Excel 里删除",
    "the data model (Power Pivot) was left, and holds whole tables: delete it in Excel",
)
_BOOK = ("fileSharing", "absPath", "customWorkbookViews", "revisionPtr", "webPublishing", "webPublishObjects")
_SHEET = ("customSheetViews", "webPublishItems", "scenarios")
_SOURCE_WORDS = "connection command sourceFile odcFile url name description serverCommand webTables editPage post singleSignOnId".split()
_NOTE = re.compile(rb"<v:shape\s(?:(?!</v:shape>).)*?ObjectType=[\"']Note[\"'].*?</v:shape>", re.DOTALL)
_SHAPE = re.compile(rb"<v:(?:shape|rect|oval|line|group|image|roundrect|polyline|curve|arc)\s")
_SHEETS = ("worksheet+xml", "chartsheet+xml", "dialogsheet+xml", "macrosheet+xml", "intlmacrosheet+xml")


def _clean(data: bytes, order: Order) -> Cleaned:
    parts = Office(data, order)
    for name in parts.roles("sheet.main+xml", "sheet.macroEnabled.main+xml", "template.main+xml"):
        _strip(parts, parts.tree(name), _BOOK)
    _drop(parts)
    sheets = parts.roles(*_SHEETS)
    for name in sheets:
        _strip(parts, parts.tree(name), _SHEET)
        for element in parts.tree(name).iter():
            element.attrib.pop("securityDescriptor", None)
    if order.hidden and hidden_cells.empty(parts):
        parts.removed(_HIDDEN)
    _pivots(parts, hidden=order.hidden)
    _unused(parts, sheets)
    parts.finish()
    return parts.zipped()


def _strip(parts: Office, root: Element, names: tuple[str, ...]) -> None:
    for element in [e for e in root.iter() if local(e) in names]:
        remove(element)
        parts.removed(_WHO)


def _drop(parts: Office) -> None:
    """What stands in parts of its own."""
    gone = []
    for name in parts:
        key = key_of(name)
        if key.endswith(".rels"):
            continue
        if key.startswith("xl/revisions/"):
            gone.append(name)
            parts.removed(_WHO)
        elif key.endswith(".vml") and _notes(parts, name):
            gone.append(name)
        elif key.startswith(("xl/externallinks/", "xl/connections", "xl/querytables/")):
            _source(parts, parts.tree(name))
        elif key.startswith("xl/model/"):
            parts.left(_MODEL)
    parts.drop_all(gone)


def _notes(parts: Office, name: str) -> bool:
    """Take the shapes of notes out of a drawing; whether nothing else is in it."""
    data = parts.get(name)
    fresh = _NOTE.sub(b"", data)
    if fresh != data:
        parts.put(name, fresh)
    return not _SHAPE.search(fresh)


def _source(parts: Office, root: Element) -> None:
    """Where outside data come from, and what was cached of them; the cells hold the values they show themselves."""
    for element in list(root.iter()):
        if local(element) in {"sheetDataSet", "ddeItems", "oleItems"}:
            remove(element)
            parts.removed(_SOURCES)
        for key in element.keys():  # noqa: SIM118 - lxml's elements are walked by their children
            if key == "ddeTopic" and without_path(element.get(key)) != element.get(key):
                element.set(key, without_path(element.get(key)))
                parts.removed(PATHS)
            elif key in _SOURCE_WORDS and local(root) == "connections":
                fresh = "source" if key == "name" else ""
                if element.get(key) != fresh:
                    element.set(key, fresh)
                    parts.removed(_SOURCES)


def _pivots(parts: Office, *, hidden: bool) -> None:
    records = [name for name in parts if "/pivotcacherecords" in key_of(name) and not name.endswith(".rels")]
    if not records:
        return
    if not hidden:
        parts.left(_RECORDS_LEFT)
        return
    parts.drop_all(records)
    for name in parts.roles("pivotCacheDefinition+xml"):
        root = parts.tree(name)
        root.set("saveData", "0")
        root.set("refreshOnLoad", "1")
        for element in [e for e in root.iter() if local(e) == "sharedItems"]:
            for child in list(element):
                remove(child)
            element.attrib.clear()
    parts.removed(_RECORDS)


def _unused(parts: Office, sheets: list[str]) -> None:
    """Empty the shared texts that no cell shows; their places stay, for cells count them."""
    used = {
        value.text.strip()
        for name in sheets
        for cell in parts.tree(name).iter("{*}c")
        if cell.get("t") == "s"
        for value in cell.iterchildren("{*}v")
        if value.text
    }
    for name in parts.roles("sharedStrings+xml"):
        for number, item in enumerate(parts.tree(name).iterchildren("{*}si")):
            if str(number) in used or not "".join(item.itertext()):
                continue
            for child in list(item):
                remove(child)
            item.append(item.makeelement(f"{item.tag.rpartition('}')[0]}}}t"))
            parts.removed(_UNUSED)


CLEANER = Cleaner(("xlsx",), _clean)
