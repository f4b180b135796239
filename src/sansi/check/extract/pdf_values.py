"""PDF 对象 · Values out of the objects of a PDF file: strings as people wrote them, trees without their loops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from sansi.check.extract.document import Unreadable
from sansi.check.extract.pdf_streams import Damaged, TooBig, unpacked

_DEEP = 64
_MOST = 50_000
_GB = re.compile(rb"(?:[\x00-\x7f]|[\xa1-\xf7][\xa1-\xfe])*+\Z")


def words(value: Any, limit: int = 1 << 20) -> str:
    """The text of a string or of a stream of text, "" of anything else."""
    if isinstance(value, pikepdf.Stream):
        try:
            return _decoded(unpacked(value, limit))
        except (Damaged, TooBig, Unreadable):
            return ""
    if isinstance(value, pikepdf.String):
        held = bytes(value)
        return str(value).strip("\0") if held.isascii() or held[:2] == b"\xfe\xff" else _decoded(held)
    return ""


def _decoded(data: bytes) -> str:
    """Text bytes: with a mark, UTF-8, GB 2312 as many Chinese programs write it, else PDFDocEncoding."""
    if data[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return data.decode("utf-16", "replace").strip("\0")
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError:
        # Two Han characters at least: "é" and "ü" beside each other are French or German.
        if _GB.match(data) and sum(b > 127 for b in data) >= 4:
            return data.decode("gb18030", "replace")
        return data.decode("pdfdoc", "replace")


def entry(value: Any, *keys: str) -> Any:
    """The entry at the end of a way through dictionaries; None where it breaks off."""
    for key in keys:
        if not isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
            return None
        value = value.get(key)
    return value


def items(value: Any) -> Iterator[tuple[str, Any]]:
    """The entries of a dictionary or a stream; nothing of anything else."""
    if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        yield from value.items()


def listed(value: Any) -> list[Any]:
    """The elements of an array; a single value as one; nothing for none."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def upward(value: Any) -> Iterator[Any]:
    """A node and those it hangs from, by `/Parent`."""
    for _ in range(_DEEP):
        if not isinstance(value, pikepdf.Dictionary):
            return
        yield value
        value = value.get("/Parent")


def named(tree: Any) -> Iterator[tuple[str, Any]]:
    """The names and values of a name tree."""
    for node in branches(tree, "/Kids"):
        pairs = listed(entry(node, "/Names"))
        for name, value in zip(pairs[::2], pairs[1::2], strict=False):
            yield words(name), value


def branches(root: Any, key: str) -> Iterator[Any]:
    """All dictionaries of a tree whose nodes list their children under `key`; each once, in order."""
    seen: set[Any] = set()
    waiting = [root]
    while waiting and len(seen) < _MOST:
        node = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary):
            continue
        if node.is_indirect:
            if node.objgen in seen:
                continue
            seen.add(node.objgen)
        yield node
        waiting += reversed(listed(node.get(key)))


def number(value: Any, otherwise: int = 0) -> int:
    """A whole number, whatever stands there."""
    try:
        return int(value)
    except (TypeError, ValueError, ArithmeticError):
        return otherwise


def rectangle(value: Any) -> tuple[float, float, float, float] | None:
    """Left, bottom, right, top of a rectangle."""
    try:
        x, y, u, v = (float(n) for n in value)
    except (TypeError, ValueError, ArithmeticError):
        return None
    return min(x, u), min(y, v), max(x, u), max(y, v)
