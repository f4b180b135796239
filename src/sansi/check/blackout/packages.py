"""重写压缩包 · A zip written anew: every part edited, nothing between the parts carried along (ISO/IEC 29500-2)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from lxml import etree

from sansi.check.blackout.blackout import inner
from sansi.check.blackout.linear import edit_attributes, edit_words
from sansi.check.blackout.task import Task
from sansi.check.extract.document import Unreadable
from sansi.check.extract.xmls import Element, parsed, transitional
from sansi.check.extract.zips import Package
from sansi.check.model import Both

_YEAR = (1980, 1, 1, 0, 0, 0)
_MENDED = Both(
    "XML 有错，不能可靠地遮盖；请用原来的软件打开后另存再试",
    "has broken XML that cannot be redacted reliably: open it in its own program, save it anew and try again",
)
_NAME = Both(
    "里面有文件的名称含有要遮盖的内容；请先改名再遮盖",
    "holds a file whose very name has to go: rename it first",
)
Special = Callable[[str, Element, Task], bool]
"""What a format needs beyond its words and attributes: the part's name, its tree; whether it changed anything."""


def rewritten(data: bytes, task: Task, special: Special, *, drop: Callable[[str], bool]) -> bytes:
    """The package with every part edited, and without those that `drop` names."""
    package = Package(data, task.budget)
    out = io.BytesIO()
    names: set[str] = set()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in package.members:
            if member.key in names or drop(member.name):
                continue
            names.add(member.key)
            if task.known(member.name):
                raise Unreadable(_NAME)
            part = edited(member.name, package.read(member), task, special)
            info = zipfile.ZipInfo(member.name, _YEAR)
            # OpenDocument: the first member stands there as it is, so that programs know the file by it.
            info.compress_type = zipfile.ZIP_STORED if member.name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, part)
    return out.getvalue()


def edited(name: str, data: bytes, task: Task, special: Special) -> bytes:
    """One part without what has to go from it."""
    if name == "mimetype" or not data:
        return data
    if not _is_xml(name, data):
        return inner(name, data, task)
    tree = parsed(transitional(data), doctype=True)
    if tree.gap:
        raise Unreadable(_MENDED)
    root = tree.root
    changed = special(name, root, task)
    changed = edit_words(root, task) or changed
    changed = edit_attributes(root.iter(), task, _set) or changed
    # Comments of XML are for programmers, and nobody else sees what they hold.
    if not changed and b"<!--" not in data:
        return data
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _set(element: Element, key: str, value: str) -> None:
    element.set(key, value)


def _is_xml(name: str, data: bytes) -> bool:
    if name.lower().endswith((".xml", ".rels", ".vml", ".rdf", ".svg")):
        return True
    return data[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<?xml", b"<svg"))
