"""办公文档的部件 · What all formats of ISO/IEC 29500 have in common when something is taken out of them."""

from __future__ import annotations

import re

from sansi.check.blackout.packages import Special, rewritten
from sansi.check.blackout.task import Task
from sansi.check.extract.xmls import Element, local

# A picture of the first page, too small to be read by a program, not by a person. Order of calculation: Excel makes
# it anew, and repairs a file in which it names a cell without a formula. Signatures are of what is changed here.
_DROPPED = re.compile(r"(?i)(?:^|/)thumbnail[^/]*\.\w+$|^xl/calcchain\.xml$|^_xmlsignatures/")
_RELATION = re.compile(r"(?i)thumbnail[^/]*\.\w+$|calcchain\.xml$|_xmlsignatures/")


def office(data: bytes, task: Task, special: Special) -> bytes:
    """The document with what has to go taken out of every part."""

    def both(name: str, root: Element, task: Task) -> bool:
        changed = _unlinked(name, root)
        return special(name, root, task) or changed

    return rewritten(data, task, both, drop=dropped)


def dropped(name: str) -> bool:
    """Whether a part is left out whatever it holds."""
    return bool(_DROPPED.search(name))


def _unlinked(name: str, root: Element) -> bool:
    """Take away what points to the parts that are left out."""
    if name.lower() == "[content_types].xml":
        gone = [e for e in root if dropped(str(e.get("PartName") or "").lstrip("/"))]
    elif name.lower().endswith(".rels"):
        gone = [
            e
            for e in root
            if e.get("TargetMode") != "External" and _RELATION.search(str(e.get("Target") or ""))
        ]
    else:
        return False
    for element in gone:
        root.remove(element)
    return bool(gone)


def nothing_special(name: str, root: Element, task: Task) -> bool:  # noqa: ARG001 - see `Special`
    """For formats whose words and attributes are all there is."""
    return False


def named(root: Element, *names: str) -> list[Element]:
    """The elements of these names, without their namespaces."""
    return [e for e in root.iter() if isinstance(e.tag, str) and local(e) in names]
