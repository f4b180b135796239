"""What cameras and programs write into the files of pictures, made for tests."""

from __future__ import annotations

import struct
import zlib

import piexif

GPS = {
    piexif.GPSIFD.GPSLatitudeRef: "N",
    piexif.GPSIFD.GPSLatitude: ((30, 1), (15, 1), (3600, 100)),
    piexif.GPSIFD.GPSLongitudeRef: "W",
    piexif.GPSIFD.GPSLongitude: ((120, 1), (6, 1), (0, 1)),
}
PACKET = """<?xpacket begin="" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 exif:GPSLatitude="30,15.6N" exif:GPSLongitude="120,6E" aux:SerialNumber="PLANT-XMP-SERIAL">
<dc:creator><rdf:Seq><rdf:li>PLANT-XMP-CREATOR</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">PLANT-XMP-WORDS</rdf:li></rdf:Alt></dc:description>
<photoshop:DocumentAncestors><rdf:Bag><rdf:li>C:\\项目\\内部\\plant.psd</rdf:li></rdf:Bag></photoshop:DocumentAncestors>
<xmpMM:History><rdf:Seq><rdf:li stEvt:action="saved" stEvt:softwareAgent="PLANT-XMP-AGENT"/></rdf:Seq></xmpMM:History>
</rdf:Description></rdf:RDF></x:xmpmeta>""".encode()


def exif(**fields: dict[int, object]) -> bytes:
    return bytes(piexif.dump({"0th": {}, "Exif": {}, "GPS": {}, "1st": {}, "thumbnail": None} | fields))


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def iptc(number: int, text: str) -> bytes:
    raw = text.encode()
    return bytes((0x1C, 2, number)) + struct.pack(">H", len(raw)) + raw


def photoshop(kind: int, body: bytes) -> bytes:
    block = b"8BIM" + struct.pack(">HHI", kind, 0, len(body)) + body + b"\0" * (len(body) % 2)
    return segment(0xED, b"Photoshop 3.0\0" + block)
