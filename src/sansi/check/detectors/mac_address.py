"""MAC 地址 · Hardware address (IEEE 802, EUI-48).

Six octets as 3C:5A:…, 3C-5A-… or 3c5a.b41f.…; in one piece only behind a label. Broadcast,
multicast and documentation addresses name no device, and longer rows of octets are fingerprints.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sansi.check.evidence.context import labelled, specimen
from sansi.check.evidence.folded import fold
from sansi.check.evidence.labels import values
from sansi.check.evidence.quick import quick
from sansi.check.evidence.weight import claim
from sansi.check.model import Both, Category, Hit, Rule, Severity, Shape, Spot, Words

LABELS = r"MAC(?:\s*(?:地址|address|addr))?|物理地址|硬件地址|网卡(?:地址)?|HWaddr|ether|lladdr|BSSID|bluetooth|蓝牙(?:地址)?|wifi|设备"
_HEX = frozenset("0123456789abcdefABCDEF")
_COLONS = Shape(b"[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}", _HEX | frozenset(":-"))
_DOTS = Shape(b"[0-9A-Fa-f]{4}[.][0-9A-Fa-f]{4}[.][0-9A-Fa-f]{4}", _HEX | frozenset("."))
_WORDS = Words(
    ("mac", "mac地址", "mac address", "mac addr", "物理地址", "硬件地址", "hwaddr", "bssid"), any_case=True
)
_OCTETS = quick(
    # MAC: and the like end in letters that could pass for an octet.
    r"(?<![0-9A-Za-z_])(?<!(?<![G-Zg-z])[0-9A-Fa-f]{2}[:-])(?<![0-9A-Fa-f]:)"
    r"[0-9A-Fa-f]{2}([:-])[0-9A-Fa-f]{2}(?:\1[0-9A-Fa-f]{2}){4}(?![0-9A-Za-z_]|[:-][0-9A-Fa-f])"
)
_AFTER_WORD = quick(
    r"(?:(?<=[A-Za-z]{3}[:-])|(?<=MAC)|(?<=[Mm]ac))[0-9A-Fa-f]{2}([:-])[0-9A-Fa-f]{2}(?:\1[0-9A-Fa-f]{2}){4}(?![0-9A-Za-z_]|[:-][0-9A-Fa-f])"
)
_CISCO = quick(
    r"(?:(?<![0-9A-Za-z_.])|(?<=MAC))[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}(?![0-9A-Za-z_]|\.[0-9A-Za-z])"
)
_LABELLED = quick(
    r"(?<![0-9A-Za-z])(?<![0-9A-Za-z]-)"
    r"(?:[0-9A-Fa-f]{12}|[0-9A-Fa-f]{2}(?:([ :-])[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{4}(?:[.-][0-9A-Fa-f]{4}){2})"
    r"(?![0-9A-Za-z]|-[0-9A-Za-z]|[ :][0-9A-Fa-f]{2}(?![0-9A-Za-z]))"
)
# What manuals write in place of an address.
_PLACEHOLDERS = frozenset(
    {"aabbccddeeff", "001122334455", "123456789abc", "112233445566", "0123456789ab", "abcdefabcdef"}
)


def is_device(address: str) -> bool:
    """Whether twelve hex digits in lower case name one device."""
    multicast = int(address[1], 16) & 1
    documentation = address.startswith(("00005e0053", "00005e"))
    return not (multicast or documentation or len(set(address)) == 1 or address in _PLACEHOLDERS)


def find(spot: Spot) -> Iterable[Hit]:
    """The addresses in a run of octets, or what a label points at."""
    text, start = spot.text, spot.start
    following = text[spot.end : spot.end + 1]
    goes_on = following.isascii() and following.isalpha()
    if goes_on and text[start] in "mM":
        return ()  # machine
    word = text[start : spot.end]
    if any(c in ":-." for c in word):
        return _in_run(spot)
    return () if goes_on else _labelled(spot, word)


def _labelled(spot: Spot, word: str) -> Iterator[Hit]:
    for value in values(spot, _LABELLED):
        address = re.sub(r"[^0-9a-f]", "", value.written.lower())
        if is_device(address) and not specimen(spot.text, value.start):
            yield _hit(value.start, value.end, word)


def _in_run(spot: Spot) -> Iterator[Hit]:
    window = fold(spot.text, spot.start - 4, spot.end + 2)
    for pattern in (_OCTETS, _AFTER_WORD, _CISCO):
        for m in pattern.finditer(window.text):
            address = re.sub(r"[^0-9a-f]", "", m[0].lower())
            start, end = window.place(m.start(), m.end())
            if not is_device(address) or specimen(spot.text, start):
                continue
            label = labelled(spot.text, start, LABELS)
            # Six pairs of digits alone may be a date and a time.
            if label or not address.isdigit():
                yield _hit(start, end, label)


def _hit(start: int, end: int, label: str | None) -> Hit:
    return claim(start, end, label, Both("六个字节，指向一台设备", "six octets that name one device"))


RULE = Rule(
    id="mac-address",
    category=Category.PERSONAL_DATA,
    severity=Severity.MEDIUM,
    title=Both("MAC 地址", "MAC address"),
    why=Both(
        "跟着设备一辈子，能用来认出和定位它的主人。",
        "It stays with a device for life, and lets its owner be recognised and located.",
    ),
    advice=Both(
        "删除，或只留前三段（厂商）。", "Remove it, or keep only the first three octets (the maker)."
    ),
    source="IEEE 802-2014 clause 8; RFC 7042",
    triggers=(_COLONS, _DOTS, _WORDS),
    find=find,
    hits=(
        "MAC:«3C:5A:B4:1F:09:E2»",
        "设备MAC«3c5a.b41f.09e2»。",
        "设备MAC«3c:5a:b4:1f:09:e2»。",
        "网卡«3c-5a-b4-1f-09-e2»已登记",
        "«3c5a.b41f.09e2»",
        "MAC地址：«3C5AB41F09E2»",
        "物理地址«３Ｃ：５Ａ：Ｂ４：１Ｆ：０９：Ｅ２»",
        "mac «3C 5A B4 1F 09 E2»",
    ),
    misses=(
        "ff:ff:ff:ff:ff:ff",  # broadcast
        "MAC FFFFFFFFFFFF",  # broadcast, labelled
        "01:5A:B4:1F:09:E2",  # multicast
        "00:00:5E:00:53:12",  # documentation
        "AA:BB:CC:DD:EE:FF",  # placeholder
        "3C:5A:B4:1F:09:E2:77:12",  # a longer row of octets
        "mac: 562e3158-789f-4bfc-849b-52834f4e077d",  # a UUID
        "3C5AB41F09E2",  # one piece without a label
        "20-24-05-01-11-30",  # a date and a time
        "2001:db8:3c:5a:b4:1f:09:e2",  # an IPv6 address
    ),
)
