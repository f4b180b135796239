"""OpenDocument · Texts, sheets and presentations of ISO/IEC 26300: words across spans, values of cells."""

from __future__ import annotations

from sansi.check.blackout.opc import named
from sansi.check.blackout.packages import rewritten
from sansi.check.blackout.task import Blackout, Task
from sansi.check.blackout.values import replaced
from sansi.check.extract import numbers
from sansi.check.extract.xmls import Element

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_VALUES = tuple(_OFFICE + name for name in ("value", "date-value", "time-value", "string-value"))


def _black_out(data: bytes, task: Task) -> bytes:
    return rewritten(data, task, _part, drop=_dropped)


def _dropped(name: str) -> bool:
    """Pictures of the first page, of tables and objects: too small to read, or copies that are drawn anew."""
    return name.startswith(("Thumbnails/", "ObjectReplacements/", "Pictures/TablePreview"))


def _part(name: str, root: Element, task: Task) -> bool:
    changed = False
    if name == "META-INF/manifest.xml":
        for entry in list(root):
            path = next((str(v) for k, v in entry.items() if k.endswith("full-path")), "")
            if _dropped(path):
                root.remove(entry)
                changed = True
    for cell in named(root, "table-cell", "covered-table-cell"):
        shown = "\n".join("".join(p.itertext()) for p in cell)
        values = [numbers.plain(str(cell.get(key))) for key in _VALUES if cell.get(key)]
        hit = next((replaced(text, cuts) for text in values if (cuts := task.cuts(text))), None)
        if hit is not None or (values and task.cuts(shown)):
            _as_words(cell, None if task.cuts(shown) else hit)
            changed = True
    return changed


def _as_words(cell: Element, shown: str | None) -> None:
    """What the cell shows is all that it holds: no number, no formula that would work it out again."""
    if shown is not None:
        # It is shown in another form than it was found in: a day, a number with its unit.
        for paragraph in named(cell, "p"):
            for child in list(paragraph):
                paragraph.remove(child)
            paragraph.text, shown = shown, ""
    for key in (*_VALUES, _TABLE + "formula"):
        cell.attrib.pop(key, None)
    cell.set(_OFFICE + "value-type", "string")
    cell.attrib.pop(_CALC, None)


BLACKOUT = Blackout(("odt", "ods", "odp"), _black_out)
