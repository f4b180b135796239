"""A deep search of its own, sharing nothing with the product's: raw bytes, zip members, inflated streams, joined runs."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

import pikepdf


def blobs(data: bytes, depth: int = 0) -> list[bytes]:
    found = [data]
    if depth > 4:
        return found
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found.append(archive.comment)
            for info in archive.infolist():
                found += [info.filename.encode(), info.comment, info.extra]
                found += blobs(archive.read(info), depth + 1)
    if data.startswith(b"%PDF"):
        found += _objects(data)
    if data.startswith(b"\x89PNG"):
        found += _packed(data)
    return found


def _objects(data: bytes) -> list[bytes]:
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            found.append(repr(thing).encode())
            if isinstance(thing, pikepdf.Stream):
                image = thing.get("/Subtype") == "/Image"
                found += blobs(thing.read_raw_bytes() if image else thing.read_bytes(), 9)
            elif isinstance(thing, pikepdf.String):
                found.append(str(thing).encode())
    return found


def _packed(data: bytes) -> list[bytes]:
    found = []
    for at in range(len(data)):
        if data[at : at + 1] == b"\x78":
            try:
                found.append(zlib.decompressobj().decompress(data[at:], 1 << 20))
            except zlib.error:
                continue
    return found


def holds(data: bytes, value: str) -> bool:
    """Whether `value` is anywhere in `data`."""
    forms = [value.encode(e) for e in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")]
    for blob in blobs(data):
        if any(form in blob for form in forms):
            return True
        if b"<" in blob and value in re.sub(r"<[^<>]*>", "", blob.decode("utf-8", "replace")):
            return True
    return False


def left_of(data: bytes, plants: list[str]) -> list[str]:
    """The plants that are still in `data`."""
    return [plant for plant in plants if holds(data, plant)]
