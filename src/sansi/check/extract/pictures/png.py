"""PNG 的结构 · The chunks of a PNG file (ISO/IEC 15948, third edition)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from sansi.check.extract.pictures.parts import MOST_TEXT, Parts
from sansi.check.model import Both

_KNOWN = frozenset(
    "IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT tIME acTL fcTL fdAT "
    "CgBI iDOT vpAg oFFs pCAL sCAL gIFg orNT".split()
)
_PROFILE = re.compile(r"Raw profile type (\w+)")


def parts_of(data: bytes) -> Parts:
    """The parts of a PNG file."""
    parts = Parts(complete=False)
    for name, body, end in _chunks(data):
        if name == "IEND":
            parts.complete, parts.trailing = True, data[end:]
        elif name == "eXIf":
            parts.exif.append(body)
        elif name in {"tEXt", "zTXt", "iTXt"}:
            _text(name, body, parts)
        elif name not in _KNOWN:
            parts.strings(name, body)
    return parts


def _chunks(data: bytes) -> Iterator[tuple[str, bytes, int]]:
    at = 8
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4])
        name, end = data[at + 4 : at + 8].decode("latin-1"), at + 12 + size
        if end > len(data):
            return
        yield name, data[at + 8 : end - 4] if name != "IDAT" else b"", end
        if name == "IEND":
            return
        at = end


def _text(name: str, body: bytes, parts: Parts) -> None:
    key, _, rest = body.partition(b"\0")
    said = key.decode("latin-1")
    packed = name == "zTXt"
    if packed:
        rest = rest[1:]
    elif name == "iTXt":
        packed, rest = rest[:1] == b"\1", rest[2:]
        _language, _, rest = rest.partition(b"\0")
        _translated, _, rest = rest.partition(b"\0")
    if packed:
        rest = _inflated(rest, said, parts)
    profile = _PROFILE.fullmatch(said)
    if said == "XML:com.adobe.xmp":
        parts.xmp.append(rest)
    elif profile:
        _profile(profile[1].lower(), rest, parts)
    else:
        parts.say(said or name, rest)


def _inflated(packed: bytes, name: str, parts: Parts) -> bytes:
    try:
        inflater = zlib.decompressobj()
        raw = inflater.decompress(packed, MOST_TEXT)
    except zlib.error:
        parts.gaps.append(
            Both(f"“{name}”的文字已损坏，没有检查", f"the text “{name}” is damaged and was not checked")
        )
        return b""
    if inflater.unconsumed_tail:
        parts.gaps.append(
            Both(
                f"“{name}”的文字太长，只看了开头",
                f"the text “{name}” is very long: only its beginning was checked",
            )
        )
    return raw


def _profile(kind: str, text: bytes, parts: Parts) -> None:
    """What ImageMagick keeps of other formats: a name, a length, and hexadecimal digits."""
    lines = text.strip().split(b"\n")
    try:
        raw = bytes.fromhex(b"".join(lines[2:]).decode("ascii"))
    except ValueError:
        parts.say(kind, text)
        return
    if kind in {"exif", "app1"} and b"xap/1.0" not in raw[:40]:
        parts.exif.append(raw.removeprefix(b"Exif\0\0"))
    elif kind in {"xmp", "app1"}:
        parts.xmp.append(raw.partition(b"\0")[2] if raw.startswith(b"http") else raw)
    elif kind in {"iptc", "8bim"}:
        from sansi.check.extract.pictures.jpeg import resources  # noqa: PLC0415 - a rare wrapper

        if raw.startswith(b"8BIM"):
            resources(raw, parts)
        else:
            parts.iptc.append(raw)
    elif kind != "icc":
        parts.strings(kind, raw)
