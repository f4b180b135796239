"""表格里的副本 · Data that a workbook keeps beside its sheets: pivot caches, cells of other workbooks (29500-1 18.10, 18.14)."""

from __future__ import annotations

from collections.abc import Iterator

from sansi.check.extract.document import Fact, Weave
from sansi.check.extract.numbers import plain
from sansi.check.extract.opc import Parts
from sansi.check.extract.properties import is_somebody
from sansi.check.extract.sheet_cells import S
from sansi.check.extract.xmls import Element
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace, ParagraphPlace

_PIVOT = Both("数据透视表里存着全部源数据的副本", "a pivot table keeps a copy of all its source data")
_REFRESHED = Both("数据透视表里写着刷新者的名字", "a pivot table names who refreshed it")
_OTHER = Both("存着另一个工作簿的数据副本", "keeps a copy of data of another workbook")
_CONNECTION = Both("打开或刷新时会连接外部数据", "connects to outside data when opened or refreshed")


def pivot(parts: Parts, name: str, visible: frozenset[str]) -> None:
    """A pivot cache as the table it is a copy of; `visible` are the sheets that everybody sees."""
    root = parts.tree(name)
    if root is None:
        return
    fields = list(root.iter(f"{S}cacheField"))
    shared = [[_value(v) for v in items] for f in fields for items in f.iterchildren(f"{S}sharedItems")]
    source = next((s.get("sheet") or "" for s in root.iter(f"{S}worksheetSource")), "")
    rows = ["\t".join(f.get("name") or "" for f in fields)]
    for target in [r.target for r in parts.relations(name).values() if r.type == "pivotCacheRecords"]:
        records = parts.tree(target)
        rows += _records(records, shared) if records is not None else []
    if len(rows) == 1:
        # Without records only the different values of each field are kept.
        rows += ["\t".join(values) for values in shared if values]
    _add(parts, "pivot", rows)
    sure = Confidence.POSSIBLE if source in visible else Confidence.LIKELY
    parts.document.facts.append(
        Fact("meta-hidden-text", ParagraphPlace("pivot", 1), _PIVOT, rows[-1][:200], sure)
    )
    person = root.get("refreshedBy") or ""
    if is_somebody(person):
        parts.document.facts.append(Fact("meta-author", FieldPlace("refreshedBy"), _REFRESHED, person))


def other_workbook(parts: Parts, name: str) -> None:
    """The cells that are remembered of another workbook; its path is a fact of its own."""
    root = parts.tree(name)
    parts.relations(name)
    if root is None:
        return
    rows = [e.get("val") or "" for e in root.iter(f"{S}sheetName")]
    rows += [
        ": ".join(e.values())
        for e in root.iter(f"{S}definedName", f"{S}ddeLink", f"{S}ddeItem", f"{S}oleItem")
    ]
    kept = ["\t".join(plain(v.text or "") for v in row.iter(f"{S}v")) for row in root.iter(f"{S}row")]
    kept += [v.text or "" for v in root.iter(f"{S}val")]
    _add(parts, "external", rows + kept)
    if any(kept):
        place = ParagraphPlace("external", len(rows) + 1)
        parts.document.facts.append(Fact("meta-hidden-text", place, _OTHER, "\t".join(kept)[:200]))


def connections(parts: Parts, name: str) -> None:
    """Where data come from: server, query, not seldom a password."""
    root = parts.tree(name)
    if root is None:
        return
    for connection in root.iter(f"{S}connection"):
        value = " ".join(
            v for e in connection.iter() for k, v in e.items() if k in {"connection", "sourceFile", "url"}
        )
        parts.document.facts.append(Fact("meta-active-content", FieldPlace(name), _CONNECTION, value))
    parts.unknown(name, root)


def _records(root: Element, shared: list[list[str]]) -> Iterator[str]:
    for record in root.iter(f"{S}r"):
        cells = []
        for column, item in enumerate(record):
            value = item.get("v") or ""
            if item.tag == f"{S}x":
                of = shared[column] if column < len(shared) else []
                value = of[int(value)] if value.isdecimal() and int(value) < len(of) else ""
            cells.append(plain(value))
        yield "\t".join(cells)


def _value(item: Element) -> str:
    return plain(item.get("v") or "")


def _add(parts: Parts, part: str, rows: list[str]) -> None:
    weave = Weave()
    for number, row in enumerate(rows, 1):
        weave.add(row, ParagraphPlace(part, number))
        weave.add("\n")
    parts.document.segments += weave.segments()
