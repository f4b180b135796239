"""书签、替代文字和图层 · What lies over the pages of a PDF file: bookmarks, alternative texts, layers."""

from __future__ import annotations

from typing import Any

import pikepdf

from sansi.check.extract.document import Fact, Weave
from sansi.check.extract.pdf_values import branches, entry, listed, words
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace, PagePlace

_MOST_BOOKMARKS = 20_000


def layers_off(root: Any) -> list[str]:
    """The names of the layers that are switched off when the file is opened."""
    off = listed(entry(root, "/OCProperties", "/D", "/OFF"))
    if entry(root, "/OCProperties", "/D", "/BaseState") == "/OFF":
        shown = {g.objgen for g in listed(entry(root, "/OCProperties", "/D", "/ON"))}
        off = [g for g in listed(entry(root, "/OCProperties", "/OCGs")) if g.objgen not in shown]
    return [words(entry(group, "/Name")) for group in off]


def layer_fact(names: list[str]) -> Fact:
    """The hint that there are layers which are switched off."""
    said = Both(
        f"有 {len(names)} 个图层是关闭的，里面的内容还在",
        f"{len(names)} layers are switched off, but still there",
    )
    return Fact("meta-hidden-text", FieldPlace("OCProperties"), said, "\n".join(names), Confidence.POSSIBLE)


def bookmarks(root: Any, pages: dict[Any, int], texts: list[str]) -> Weave:
    """The titles of bookmarks that the page they lead to does not say, with where they lead."""
    weave = Weave()
    seen: set[Any] = set()
    waiting = [entry(root, "/Outlines", "/First")]
    while waiting and len(seen) < _MOST_BOOKMARKS:
        node = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary) or node.objgen in seen:
            continue
        seen.add(node.objgen)
        waiting += [node.get("/Next"), node.get("/First")]
        target = next(iter(listed(node.get("/Dest") or entry(node, "/A", "/D"))), None)
        page = pages.get(target.objgen, -1) if isinstance(target, pikepdf.Dictionary) else -1
        title = words(node.get("/Title"))
        if title.strip() and not (0 <= page < len(texts) and title in texts[page]):
            weave.add(title, PagePlace(page + 1, None, "bookmark") if page >= 0 else FieldPlace("Outlines"))
            weave.add("\n")
    return weave


def alternatives(root: Any, pages: dict[Any, int]) -> Weave:
    """The alternative texts of a tagged file, which screen readers say instead of a picture."""
    weave = Weave()
    page = -1
    for node in branches(root.get("/StructTreeRoot"), "/K"):
        on = node.get("/Pg")
        page = pages.get(on.objgen, page) if isinstance(on, pikepdf.Dictionary) else page
        for key in ("/Alt", "/ActualText"):
            said = words(node.get(key)).strip()
            if said:
                weave.add(said, PagePlace(max(0, page) + 1, None, "alt"))
                weave.add("\n")
    return weave
