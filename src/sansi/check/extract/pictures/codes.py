"""二维码和条码 · QR and bar codes on a picture, and what they hold, spelled out so that rules can read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from sansi.check.extract.document import Locate, Segment
from sansi.check.place import Box, Place

_QR_SIDE = 2400
_OTHER_SIDE = 1000
"""Long sides at which codes are looked for: QR costs 5 ms there, all the other sorts together 15 (measured)."""
_WIFI = re.compile(r"WIFI:(.*)", re.DOTALL | re.IGNORECASE)
_FIELD = re.compile(r"([A-Z-]{1,16}):((?:[^;\\]|\\.)*);", re.IGNORECASE | re.DOTALL)
_CARD = re.compile(r"(?:MECARD|BIZCARD):(.*)", re.DOTALL | re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?=.)")
_WIFI_SAID = {"S": "Wi-Fi", "P": "Wi-Fi password", "I": "identity"}


def segments_of(grey: Any, place: Callable[[Box], Place]) -> list[Segment]:
    """What each code on a grey Pillow image says; boxes are in its pixels."""
    segments = []
    for payload, box in _codes(grey):
        segments.append(Segment(spelled_out(payload), _always(place(box)), pictured=True))
    return segments


def boxes_of(grey: Any) -> list[Box]:
    """Where all codes stand on a small grey Pillow image, whatever they say."""
    import zxingcpp  # noqa: PLC0415 - readers of other formats start without it

    return [_around(code, 1.0) for code in zxingcpp.read_barcodes(grey)]


def _around(code: Any, share: float) -> Box:
    at = code.position
    points = [at.top_left, at.top_right, at.bottom_right, at.bottom_left]
    across, down = [p.x / share for p in points], [p.y / share for p in points]
    return min(across), min(down), max(across), max(down)


def _always(where: Place) -> Locate:
    return lambda _start, _end: where


def _codes(grey: Any) -> Iterator[tuple[str, Box]]:
    import zxingcpp  # noqa: PLC0415 - readers of other formats start without it

    formats: Any = zxingcpp.BarcodeFormat
    others = [
        formats.MicroQRCode, formats.DataMatrix, formats.Aztec, formats.PDF417, formats.Code128, formats.Code39,
        formats.EAN13, formats.ITF,
    ]  # fmt: skip
    seen = set()
    found: tuple[tuple[Any, int], ...] = ([formats.QRCode], _QR_SIDE), (others, _OTHER_SIDE)
    for sorts, side in found:
        small = grey
        share = min(1.0, side / max(grey.size))
        if share < 1:
            small = grey.resize([max(1, round(n * share)) for n in grey.size], reducing_gap=2)
        for code in zxingcpp.read_barcodes(small, formats=sorts):
            if code.text and code.text not in seen:
                seen.add(code.text)
                yield code.text, _around(code, share)


def spelled_out(payload: str) -> str:
    """The payload, then its parts by name on lines of their own where it has parts."""
    return "\n".join([payload, *_parts(payload)])


def _parts(payload: str) -> Iterator[str]:
    wifi, card = _WIFI.match(payload), _CARD.match(payload)
    if wifi:
        for name, value in _FIELD.findall(wifi[1] + ";"):
            if name.upper() in _WIFI_SAID:
                yield f"{_WIFI_SAID[name.upper()]}: {_ESCAPE.sub('', value)}"
    elif card:
        for name, value in _FIELD.findall(card[1] + ";"):
            yield f"{name}: {_ESCAPE.sub('', value)}"
    elif "://" in payload[:16] or payload[:7].lower() in {"mailto:", "smsto:+"}:
        yield from _of_address(payload)
    elif "%" in payload:
        yield unquote(payload)


def _of_address(payload: str) -> Iterator[str]:
    try:
        address = urlsplit(payload)
    except ValueError:
        return
    for part in (address.query, address.fragment.partition("?")[2]):
        for name, value in parse_qsl(part, max_num_fields=None):
            yield f"{name}: {value}"
    path = unquote(address.path)
    if path != address.path:
        yield path
