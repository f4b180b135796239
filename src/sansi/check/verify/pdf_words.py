"""PDF 的文字 · The words that a PDF draws, by the code maps of its fonts, and every string in its objects.

Not pdfium, which reads what is found and redacted: what one engine overlooks the other shall see (ISO 32000-1 9.10).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from sansi.check.extract.document import Unreadable
from sansi.check.extract.zips import DAMAGED

_TOKEN = re.compile(
    rb"/([^\s/<>\[\]()]+)\s+[-\d.]+\s+Tf|<([0-9A-Fa-f\s]*)>|\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)|\b(BT|T\*|Td|TD|Tm)\b",
    re.DOTALL,
)
_OCTAL = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_PLAIN = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_CODE = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[[^\]]*\])")
_MOST_CODES = 70_000


def words(data: bytes) -> Iterator[str]:
    """The texts of `data`, in the order of its objects. Raises Unreadable where it cannot be opened."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for thing in pdf.objects:
                yield from _of(thing)
    except pikepdf.PdfError as error:
        raise Unreadable(DAMAGED) from error


def _of(thing: Any) -> Iterator[str]:
    yield from _strings(thing)
    if not isinstance(thing, pikepdf.Stream):
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Page":
            yield _page(thing)
        return
    try:
        data = thing.read_bytes()
    except pikepdf.PdfError:
        return
    fonts = _fonts(thing.get("/Resources"))
    yield _shown(data, fonts)


def _page(page: Any) -> str:
    contents = page.get("/Contents")
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    data = b"\n".join(s.read_bytes() for s in streams if isinstance(s, pikepdf.Stream))
    above = page
    for _ in range(32):
        if "/Resources" in above or "/Parent" not in above:
            break
        above = above.Parent
    return _shown(data, _fonts(above.get("/Resources")))


def _strings(thing: Any, depth: int = 0) -> Iterator[str]:
    """The strings of an object that stands by itself; those it refers to have their own turn."""
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif depth < 16 and isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        for key, value in thing.items():
            yield str(key)
            yield from _nested(value, depth)
    elif depth < 16 and isinstance(thing, pikepdf.Array):
        for value in thing:
            yield from _nested(value, depth)


def _nested(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, pikepdf.Object) and not value.is_indirect:
        yield from _strings(value, depth + 1)


def _fonts(resources: Any) -> dict[bytes, dict[bytes, str]]:
    fonts = resources.get("/Font") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(fonts, pikepdf.Dictionary):
        return {}
    found = {}
    for name, font in fonts.items():
        codes = font.get("/ToUnicode") if isinstance(font, pikepdf.Dictionary) else None
        if isinstance(codes, pikepdf.Stream):
            found[name[1:].encode()] = _codes(codes.read_bytes())
    return found


def _codes(data: bytes) -> dict[bytes, str]:
    """Code -> text, of a ToUnicode map."""
    found: dict[bytes, str] = {}
    for kind, body in _SECTION.findall(data):
        entries = _CODE.findall(body)
        codes = [_hex(code) for code, _ in entries]
        if kind == b"bfchar":
            found |= {c: _utf16(t) for c, t in zip(codes[::2], codes[1::2], strict=False)}
            continue
        for low, high, to, (_, listed) in zip(
            codes[::3], codes[1::3], codes[2::3], entries[2::3], strict=False
        ):
            texts = [_hex(code) for code, _ in _CODE.findall(listed[1:])]
            first = int.from_bytes(low, "big")
            for step in range(min(int.from_bytes(high, "big") - first + 1, _MOST_CODES)):
                text = texts[step] if step < len(texts) else _plus(to, step)
                found[(first + step).to_bytes(len(low) or 1, "big")] = _utf16(text)
    return found


def _plus(code: bytes, step: int) -> bytes:
    return ((int.from_bytes(code, "big") + step) & ((1 << 8 * len(code)) - 1)).to_bytes(len(code), "big")


def _hex(digits: bytes) -> bytes:
    compact = b"".join(digits.split())
    return bytes.fromhex((compact + b"0" * (len(compact) % 2)).decode())


def _utf16(raw: bytes) -> str:
    return raw.decode("utf-16-be", "replace")


def _shown(data: bytes, fonts: dict[bytes, dict[bytes, str]]) -> str:
    """The text of a content stream: the strings in their order, each through the map of its font."""
    out, codes = [], None
    for found in _TOKEN.finditer(data):
        name, digits, literal, moved = found.groups()
        if name is not None:
            codes = fonts.get(name)
        elif moved is None:
            out.append(_mapped(_hex(digits) if digits is not None else _OCTAL.sub(_byte, literal), codes))
    return "".join(out)


def _byte(found: re.Match[bytes]) -> bytes:
    escaped = found[1]
    return (
        bytes([int(escaped, 8) & 255])
        if escaped[:1].isdigit() and escaped < b"8"
        else _PLAIN.get(escaped, escaped)
    )


def _mapped(raw: bytes, codes: dict[bytes, str] | None) -> str:
    if not codes:
        return raw.decode("latin-1")
    size = max(map(len, codes))
    return "".join(codes.get(raw[i : i + size], "") for i in range(0, len(raw), size))
