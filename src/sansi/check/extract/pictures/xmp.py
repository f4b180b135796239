"""XMP · The packet of properties that editors leave in pictures and PDF files (ISO 16684-1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from sansi.check.extract.document import Fact
from sansi.check.extract.pictures.parts import decoded
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace

_MOST = 8 << 20
_DEPTH = 64
_AUTHORS = frozenset(
    "creator rights Owner OwnerName Author Artist Copyright Credit CaptionWriter AuthorsPosition CreatorContactInfo "
    "CiEmailWork CiTelWork CiAdrExtadr CiUrlWork UsageTerms WebStatement LastModifiedBy By-line Manager Company "
    "contributor publisher".split()
)
_DEVICES = frozenset(
    "SerialNumber BodySerialNumber LensSerialNumber CameraSerialNumber CameraUniqueID".split()
)
_PEOPLE = frozenset("PersonInImage PersonDisplayName PersonName".split())
_HISTORY = frozenset("History DerivedFrom Ingredients Pantry DocumentAncestors ManagedFrom".split())
_PATH = re.compile(
    r"(?i)file:///?\S+|\b[a-z]:[\\/][^\r\n<>|]{3,}|\\\\[\w.-]+\\[^\r\n<>|]+|/(?:users|home|volumes|mnt)/[^\r\n<>]{2,}"
)
_OPAQUE = re.compile(
    r"(?i)(?:xmp|adobe|uuid)[.:][\w.:-]+|[0-9a-f-]{32,36}|[\d.:/TZ+ -]*|true|false|\w+/[\w.+-]+|https?://ns\.\S*"
)
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


class Read(NamedTuple):
    """What a packet says: facts, texts by the name of their property, and whether it could be read."""

    facts: list[Fact]
    texts: list[tuple[str, str]]
    sound: bool


def read(packet: bytes) -> Read:
    """What an XMP packet says. One that is no sound XML, or that has a DTD, is read as plain characters."""
    tree = _tree(packet)
    if tree is None:
        text = decoded(packet)
        return Read(_paths(text), [("XMP", text)] if text.strip() else [], sound=False)
    values = list(_values(tree, "", 0))
    facts = [*_position(values), *_people(values), *_history(values)]
    said = [(f"XMP {name}", text) for name, text in values if text and not _OPAQUE.fullmatch(text)]
    return Read(facts, list(dict.fromkeys(said)), sound=True)


def _tree(packet: bytes) -> Any:
    from lxml import etree  # noqa: PLC0415 - most pictures have no packet

    start = packet.find(b"<")
    if start < 0 or len(packet) > _MOST or _DTD.search(packet):
        return None
    end = packet.rfind(b">") + 1
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(packet[start:end], parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _values(element: Any, name: str, depth: int) -> Iterator[tuple[str, str]]:
    """Name and text of every property: the lists and structures of RDF lend their members their own name."""
    if depth > _DEPTH or not isinstance(element.tag, str):
        return
    space, _, tag = element.tag.rpartition("}")
    if "22-rdf-syntax-ns" not in space and tag != "xmpmeta":
        name = tag
    for key, value in element.attrib.items():
        key_space, _, key_tag = key.rpartition("}")
        if key_tag == "resource" or (
            "rdf-syntax" not in key_space and "namespace" not in key_space and key_space
        ):
            yield (name if key_tag == "resource" else key_tag), value.strip()
    if element.text and element.text.strip():
        yield name, element.text.strip()
    yield name, ""
    for child in element:
        yield from _values(child, name, depth + 1)


def _position(values: list[tuple[str, str]]) -> Iterator[Fact]:
    there = {name: text for name, text in values if text and name in {"GPSLatitude", "GPSLongitude"}}
    if there:
        yield Fact(
            "meta-gps",
            FieldPlace("XMP GPS"),
            Both("XMP 里有拍摄地点的经纬度", "XMP holds the coordinates of where it was taken"),
            ", ".join(there[name] for name in sorted(there)),
        )


def _people(values: list[tuple[str, str]]) -> Iterator[Fact]:
    for name, text in dict.fromkeys(values):
        if name in _AUTHORS and not _OPAQUE.fullmatch(text):
            said = Both(
                "XMP 里有作者、权利人或联系方式", "XMP names an author, an owner or how to reach them"
            )
            yield Fact("meta-author", FieldPlace(f"XMP {name}"), said, text)
        elif name in _DEVICES and text.strip("0 "):
            said = Both("XMP 里有相机或镜头的序列号", "XMP holds the serial number of a camera or lens")
            yield Fact("meta-device", FieldPlace(f"XMP {name}"), said, text)
        elif name in _PEOPLE and text:
            said = Both("XMP 里标着画面中人的名字", "XMP names the people in the picture")
            yield Fact("meta-xmp", FieldPlace(f"XMP {name}"), said, text)


def _history(values: list[tuple[str, str]]) -> Iterator[Fact]:
    names = {name for name, text in values}
    tagged = "RegionList" in names or "Regions" in names
    for name, text in dict.fromkeys(values):
        if name == "Name" and text and tagged:
            said = Both("XMP 里有人脸标签的名字", "XMP names the faces in the picture")
            yield Fact("meta-xmp", FieldPlace("XMP Regions"), said, text)
    yield from _paths("\n".join(text for _, text in values))
    if names & _HISTORY:
        said = Both("XMP 里有编辑历史或来源文件", "XMP holds the history of editing or what it was made from")
        softly = [t for n, t in values if n in {"softwareAgent", "when", "action"}]
        yield Fact("meta-xmp", FieldPlace("XMP History"), said, " ".join(softly[:6]), Confidence.LIKELY)


def _paths(text: str) -> list[Fact]:
    said = Both("XMP 里有本机或内网的文件路径", "XMP holds the path of a file on a computer or server")
    found = list(dict.fromkeys(m[0].strip() for m in _PATH.finditer(text)))
    return [Fact("meta-xmp", FieldPlace("XMP"), said, path) for path in found[:20]]
