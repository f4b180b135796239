"""PDF 正文以外 · What a PDF says beside its pages: titles, notes, fields, names, alternative texts, attachments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pikepdf

from sansi.check.blackout.task import Task
from sansi.check.blackout.values import replaced
from sansi.check.model import Both

_DEEP = 12
# Hidden facts, and what acts by itself: not one of them is seen on a page.
_OF_FILE = (
    "/Metadata",
    "/PieceInfo",
    "/AF",
    "/Collection",
    "/SpiderInfo",
    "/Perms",
    "/OpenAction",
    "/AA",
    "/Threads",
)
_OF_PAGE = ("/Metadata", "/PieceInfo", "/AF", "/AA", "/Thumb")
_BESIDE = Both(
    "去掉了文档信息、XMP、附件、脚本和页面缩略图",
    "document information, XMP, attachments, scripts and thumbnails of pages were removed",
)
_NOTES = Both(
    "去掉了含有这些内容的注释、链接或表单项", "notes, links or fields that held any of it were removed"
)


def without_facts(pdf: Any, task: Task) -> None:
    """Take out what is hidden beside the pages, whatever it holds."""
    root = pdf.Root
    held = _taken(root, _OF_FILE) + _taken(root.get("/Names"), ("/EmbeddedFiles", "/JavaScript"))
    held += _taken(root.get("/AcroForm"), ("/XFA",)) + _taken(pdf.trailer, ("/Info",))
    for page in pdf.pages:
        held += _taken(page.obj, _OF_PAGE)
        _without_files(page.obj)
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            _taken(thing, ("/Metadata",))
    if held:
        task.say(_BESIDE)


def _taken(owner: Any, keys: tuple[str, ...]) -> int:
    """Take these entries out of a dictionary; how many it had."""
    if not isinstance(owner, (pikepdf.Dictionary, pikepdf.Stream)):
        return 0
    held = [key for key in keys if key in owner]
    for key in held:
        del owner[key]
    return len(held)


def _without_files(page: Any) -> None:
    notes = page.get("/Annots")
    if not isinstance(notes, pikepdf.Array):
        return
    gone = ("/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D")
    kept = [n for n in notes if str(_entry(n, "/Subtype")) not in gone]
    if len(kept) < len(notes):
        page.Annots = pikepdf.Array(kept)


def _entry(thing: Any, key: str) -> Any:
    return thing.get(key) if isinstance(thing, pikepdf.Dictionary) else None


def without_notes(pdf: Any, task: Task) -> None:
    """Take out annotations in which something has to go: what they show is drawn by other streams as well."""
    gone: set[tuple[int, int]] = set()
    for page in pdf.pages:
        notes = page.obj.get("/Annots")
        if not isinstance(notes, pikepdf.Array):
            continue
        kept = []
        for note in notes:
            if isinstance(note, pikepdf.Dictionary) and _holds(note, task):
                gone |= {o.objgen for o in (note, _entry(note, "/Popup"), _field(note)) if o is not None}
            else:
                kept.append(note)
        kept = [n for n in kept if not (n.objgen[0] and n.objgen in gone)]
        if len(kept) < len(notes):
            task.say(_NOTES)
            page.obj.Annots = pikepdf.Array(kept)
    form = pdf.Root.get("/AcroForm")
    if gone and isinstance(form, pikepdf.Dictionary):
        _prune(form, "/Fields", gone, 0)


def _field(note: Any) -> Any:
    """The field that an annotation is only the looks of."""
    parent = _entry(note, "/Parent")
    return parent if isinstance(parent, pikepdf.Dictionary) and "/V" in parent else None


def _prune(owner: Any, key: str, gone: set[tuple[int, int]], depth: int) -> None:
    kids = owner.get(key)
    if not isinstance(kids, pikepdf.Array) or depth > _DEEP:
        return
    kept = [kid for kid in kids if not (kid.objgen[0] and kid.objgen in gone)]
    for kid in kept:
        if isinstance(kid, pikepdf.Dictionary):
            _prune(kid, "/Kids", gone, depth + 1)
    owner[key] = pikepdf.Array(kept)


def _holds(note: Any, task: Task) -> bool:
    own = (text for text in _texts(note, 0))
    field = _field(note)
    above = _texts(field, 0) if field is not None else iter(())
    return any(task.cuts(text) for source in (own, above) for text in source)


def _texts(thing: Any, depth: int) -> Iterator[str]:
    """The strings of an annotation; not those of the page, field or note that it points to."""
    if isinstance(thing, pikepdf.String):
        text = str(thing)
        yield text
        if "%" in text:
            yield unquote(text)
    elif depth < _DEEP and isinstance(thing, pikepdf.Dictionary):
        for key, value in thing.items():
            if key not in ("/P", "/Parent", "/Popup", "/Kids", "/Dest", "/IRT"):
                yield from _texts(value, depth + 1)
    elif depth < _DEEP and isinstance(thing, pikepdf.Array):
        for value in thing:
            yield from _texts(value, depth + 1)


def without_strings(pdf: Any, task: Task) -> None:
    """Mask what has to go in every other string: bookmarks, alternative texts, fields, names of layers."""
    for thing in pdf.objects:
        _mask(thing, task, 0)


def _mask(thing: Any, task: Task, depth: int) -> None:
    if depth > _DEEP:
        return
    if isinstance(thing, pikepdf.Array):
        entries: list[tuple[Any, Any]] = list(enumerate(thing))
    elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        entries = list(thing.items())
    else:
        return
    for key, value in entries:
        if isinstance(value, pikepdf.String):
            if (clean := _clean(value, task)) is not None:
                thing[key] = clean
        elif _own(value):
            _mask(value, task, depth + 1)


def _own(value: Any) -> bool:
    """Whether a value is part of the object; those that stand by themselves have their own turn."""
    return isinstance(value, (pikepdf.Array, pikepdf.Dictionary)) and not value.is_indirect


def _clean(value: Any, task: Task) -> Any:
    text = str(value)
    cuts = task.cuts(text)
    if not cuts and "%" in text:
        text = unquote(text)
        cuts = task.known(text)
    return pikepdf.String(replaced(text, cuts)) if cuts else None
