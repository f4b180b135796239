"""A deep search of a file that shares no code with the product, and the black-out as the sandbox does it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from typing import Any

import pikepdf

from sansi.check.evidence.checksums import mod_11_2
from sansi.check.inspector import Inspector, Job
from sansi.check.model import Confidence
from sansi.sandbox.redacting import redact
from sansi.sandbox.tasks import Tools

PHONE = "13812345678"
ID = "11010519050307123" + mod_11_2("11010519050307123")
OTHER_ID = "44030719081120456" + mod_11_2("44030719081120456")
MAIL = "li.xiaohua@corp-mail.cn"


@cache
def inspector() -> Inspector:
    return Inspector(Job(min_confidence=Confidence.LIKELY))


def answer(data: bytes, ocr: Any = None, *, style: str = "mask") -> tuple[dict[str, Any], bytes]:
    options = {"style": style, "key": b"k".hex() if style == "hash" else "", "lang": "zh"}
    return redact(data, options, Tools(inspector(), ocr))


def blackened(data: bytes, ocr: Any = None, *, style: str = "mask") -> bytes:
    """The file blacked out, in which none of our values is anywhere any more."""
    told, out = answer(data, ocr, style=style)
    assert "problem" not in told, told
    for value in (PHONE, ID, OTHER_ID, MAIL):
        assert not list(found(out, value))
    return out


def found(data: bytes, value: str) -> Iterator[str]:
    """Where `value` is in `data`: in bytes of all encodings, members of zips, streams of PDF."""
    for where, piece in _pieces(data):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
            raw = value.encode(encoding)
            if raw in piece or raw.hex().encode() in piece.lower():
                yield f"{where} {encoding}"
        for encoding in ("utf-8", "utf-16-le", "gb18030"):
            text = re.sub(r"<[^<>]*>", "", piece.decode(encoding, "ignore"))
            if value in re.sub(r"[\s\u200b-]", "", text):
                yield f"{where} without tags"


def _pieces(data: bytes, where: str = "") -> Iterator[tuple[str, bytes]]:
    yield where, data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield f"{where}/{name} name", name.encode()
                yield from _pieces(archive.read(name), f"{where}/{name}")
    for start in re.finditer(rb"stream\r?\n", data):
        try:
            yield f"{where}@{start.end()}", zlib.decompressobj().decompress(data[start.end() :])
        except zlib.error:
            continue
    if data.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for number, thing in enumerate(pdf.objects):
                if isinstance(thing, pikepdf.Stream):
                    yield f"{where} {number}", _decoded(thing)
                else:
                    yield f"{where} {number}", repr(thing).encode()


def _decoded(stream: Any) -> bytes:
    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:
        return bytes(stream.read_raw_bytes())
