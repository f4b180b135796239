"""Exif · What cameras and phones write into pictures (CIPA DC-008, Exif 3.0)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from sansi.check.extract.document import Fact
from sansi.check.extract.pictures.parts import decoded
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace

_EXIF_IFD, _GPS_IFD = 0x8769, 0x8825
_THUMBNAIL_IFD = -1
"""Pillow's name for the second directory of the chain."""
_AUTHORS = {
    0x013B: "Artist", 0x8298: "Copyright", 0x9C9D: "XPAuthor", 0xA430: "CameraOwnerName", 0xA437: "Photographer",
    0xA438: "ImageEditor",
}  # fmt: skip
_DEVICES = {0xA431: "BodySerialNumber", 0xA435: "LensSerialNumber", 0xC62F: "CameraSerialNumber"}
_TEXTS = {
    0x010D: "DocumentName", 0x010E: "ImageDescription", 0x011D: "PageName", 0x013C: "HostComputer",
    0x0131: "Software", 0x9213: "ImageHistory", 0x9286: "UserComment", 0x9C9B: "XPTitle", 0x9C9C: "XPComment",
    0x9C9E: "XPKeywords", 0x9C9F: "XPSubject", 0xA420: "ImageUniqueID", 0xA436: "ImageTitle",
}  # fmt: skip
_MAKER_NOTE = 0x927C
_GPS_TEXTS = {0x001B: "GPSProcessingMethod", 0x001C: "GPSAreaInformation"}
_CHARSETS = {b"ASCII\0\0\0", b"JIS\0\0\0\0\0", bytes(8)}


_USUAL = re.compile(r"[ -~\u00a0-\u024f\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")


class Read(NamedTuple):
    """What Exif says: facts, texts by field, which way the picture is held, and the thumbnail."""

    facts: list[Fact]
    texts: list[tuple[str, str]]
    orientation: int
    thumbnail: bytes
    sound: bool


def read(tiff: bytes) -> Read:
    """What a block of Exif (from its TIFF header on) says."""
    from PIL import Image  # noqa: PLC0415 - readers of other formats start without it

    tags = Image.Exif()
    try:
        tags.load(tiff)
        main, inner = dict(tags), tags.get_ifd(_EXIF_IFD)
        gps, small = tags.get_ifd(_GPS_IFD), tags.get_ifd(_THUMBNAIL_IFD)
        return _of(main, inner, gps, _slice(tiff, small))
    except Exception:  # noqa: BLE001 - whatever a damaged directory makes Pillow raise; said by `sound`
        text = decoded(tiff)
        return Read([], [("Exif", text)] if text.isprintable() and text else [], 1, b"", sound=False)


def of_tags(tags: Any) -> Read:
    """What the directories of a TIFF file say, which are those of Exif; `tags` is Pillow's."""
    try:
        return _of(dict(tags), tags.get_ifd(_EXIF_IFD), tags.get_ifd(_GPS_IFD), b"")
    except Exception:  # noqa: BLE001 - whatever a damaged directory makes Pillow raise; said by `sound`
        return Read([], [], 1, b"", sound=False)


def _of(main: dict[int, Any], inner: dict[int, Any], gps: dict[int, Any], thumbnail: bytes) -> Read:
    every = {**main, **inner}
    texts = [(name, _text(every[tag])) for tag, name in (_TEXTS | _AUTHORS).items() if tag in every]
    texts += [(name, _text(gps[tag])) for tag, name in _GPS_TEXTS.items() if tag in gps]
    facts = [*_gps(gps), *_people(every)]
    orientation = every.get(0x0112, 1)
    held = orientation if isinstance(orientation, int) and 1 <= orientation <= 8 else 1
    return Read(facts, [(n, t) for n, t in texts if t], held, thumbnail, sound=True)


def _slice(tiff: bytes, small: dict[int, Any]) -> bytes:
    start, size = small.get(0x0201), small.get(0x0202)
    if isinstance(start, int) and isinstance(size, int) and size > 0:
        return tiff[start : start + size]
    return b""


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        return _of_bytes(value)
    if isinstance(value, tuple):
        numbers = [v for v in value if isinstance(v, int) and 0 <= v < 256]
        return _of_bytes(bytes(numbers)) if len(numbers) == len(value) else ""
    # Pillow reads the bytes of text as Latin-1; they are UTF-8 or GB18030 as often as not.
    text = str(value)
    try:
        return decoded(text.encode("latin-1"))
    except UnicodeEncodeError:
        return text.strip("\0 ")


def _of_bytes(value: bytes) -> str:
    """The text of a field of bytes, which may begin with the name of its code in eight of them."""
    charset, body = value[:8], value[8:]
    if charset == b"UNICODE\0":
        both = [body.decode(code, "replace").strip("\0 \ufeff") for code in ("utf-16-le", "utf-16-be")]
        return max(both, key=lambda text: len(_USUAL.findall(text)))
    if charset in _CHARSETS:
        return decoded(body)
    return _wide(value) or decoded(value)


def _wide(value: bytes) -> str:
    """The text of Windows' own fields, which is UTF-16."""
    if len(value) > 2 and len(value) % 2 == 0 and value.endswith(b"\0\0"):
        try:
            return value.decode("utf-16-le").strip("\0 ")
        except UnicodeDecodeError:
            return ""
    return ""


def _people(tags: dict[int, Any]) -> Iterator[Fact]:
    for tag, name in _AUTHORS.items():
        if text := _text(tags.get(tag, "")):
            said = Both(
                "照片信息里有作者、机主或版权人", "Exif names a photographer, an owner or a holder of rights"
            )
            yield Fact("meta-author", FieldPlace(name), said, text)
    for tag, name in _DEVICES.items():
        text = _text(tags.get(tag, ""))
        if text.strip("0 -"):
            said = Both("照片信息里有相机或镜头的序列号", "Exif holds the serial number of a camera or lens")
            yield Fact("meta-device", FieldPlace(name), said, text)
    note = tags.get(_MAKER_NOTE)
    if isinstance(note, bytes) and len(note) > 64:
        said = Both(
            "照片信息里有厂商的私有数据，常含设备编号，其中没有细查",
            "Exif holds private data of the maker, often with the number of the device; it was not looked into",
        )
        yield Fact("meta-device", FieldPlace("MakerNote"), said, f"{len(note)} bytes", Confidence.POSSIBLE)


def _gps(gps: dict[int, Any]) -> Iterator[Fact]:
    latitude, longitude = _degrees(gps, 1, 2), _degrees(gps, 3, 4)
    if latitude == longitude == 0:
        return  # what phones write that had no fix
    if latitude is not None and longitude is not None:
        said = Both("照片里有拍摄地点的经纬度", "the photo holds the coordinates of where it was taken")
        value = f"{latitude:.6f}, {longitude:.6f}"
        yield Fact("meta-gps", FieldPlace("GPS"), said, value, Confidence.CERTAIN)
    elif any(tag in gps for tag in (2, 4, 20, 22)):
        said = Both("照片里有位置信息，但不完整", "the photo holds a position, though not a whole one")
        yield Fact("meta-gps", FieldPlace("GPS"), said, "")
    elif 29 in gps or 7 in gps:
        said = Both("照片里有卫星定位的时间", "the photo holds the time of a satellite fix")
        yield Fact("meta-gps", FieldPlace("GPS"), said, str(gps.get(29, "")), Confidence.POSSIBLE)


def _degrees(gps: dict[int, Any], side: int, value: int) -> float | None:
    try:
        degrees, minutes, seconds = (float(part) for part in gps[value])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    sign = -1 if str(gps.get(side, "")).strip("\0 ")[:1] in {"S", "W"} else 1
    whole = sign * (degrees + minutes / 60 + seconds / 3600)
    return whole if whole == whole and abs(whole) <= 180 else None  # noqa: PLR0124 - the test for not a number
