"""PowerPoint 演示文稿 · Comments, persons, tags and paths gone; the slides stay as they are (ISO/IEC 29500-1 19).

Hidden slides and speaker notes stay unless they are asked for.
"""

from __future__ import annotations

from sansi.check.clean.cleaner import Cleaned, Cleaner, Order
from sansi.check.clean.opc import Office
from sansi.check.clean.package import remove
from sansi.check.extract.xmls import local
from sansi.check.extract.zips import key_of
from sansi.check.model import Both

_TAGS = Both("加载项写入的标签", "tags written by add-ins")
_SLIDES = Both("隐藏的幻灯片", "hidden slides")
_NOTES = Both("演讲者备注", "speaker notes")


def _clean(data: bytes, order: Order) -> Cleaned:
    parts = Office(data, order)
    _drop(parts, "ppt/tags/", _TAGS)
    if order.hidden:
        slides = [name for name in parts.roles("slide+xml") if parts.tree(name).get("show") in {"0", "false"}]
        if slides:
            parts.drop_all(slides)
            parts.removed(_SLIDES)
            _sections(parts)
        _drop(parts, "ppt/notesslides/", _NOTES)
    parts.finish()
    return parts.zipped()


def _drop(parts: Office, folder: str, said: Both) -> None:
    names = [name for name in parts if key_of(name).startswith(folder) and not name.endswith(".rels")]
    if names:
        parts.drop_all(names)
        parts.removed(said)


def _sections(parts: Office) -> None:
    """Sections and shows count only the slides that there are."""
    for name in parts.roles(
        "presentation.main+xml", "presentation.macroEnabled.main+xml", "slideshow.main+xml"
    ):
        root = parts.tree(name)
        listed = [e for e in root.iter() if local(e) == "sldId"]
        there = {
            e.get("id")
            for e in listed
            if local(e.getparent()) == "sldIdLst" and e.getparent().getparent() is root
        }
        for element in listed:
            if element.get("id") not in there:
                remove(element)


CLEANER = Cleaner(("pptx",), _clean)
