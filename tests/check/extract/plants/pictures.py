"""图片的埋点 · Pictures of each format with a plant on them and in every part of their files."""

from __future__ import annotations

import struct

from sansi.check.model import Both
from sansi.check.place import FieldPlace, ImagePlace, InnerPlace, TextPlace
from tests.check.extract import photos
from tests.check.extract.plants.drawn import photographed, picture
from tests.check.extract.plants.plant import Format, Hidden, Plant

# Tags of Exif 3.0: artist, serial number of the body, comment.
ARTIST, SERIAL, COMMENT = 0x013B, 0xA431, 0x9286
BEHIND = b"plant-behind the end of the picture"


def exif(thumbnail: bytes | None = None) -> bytes:
    fields: dict[str, object] = {
        "0th": {ARTIST: b"PLANT-ARTIST"},
        "Exif": {SERIAL: b"PLANT-SERIAL", COMMENT: b"ASCII\0\0\0PLANT-COMMENT"},
        "GPS": photos.GPS,
    }
    if thumbnail:
        fields |= {"thumbnail": thumbnail, "1st": {0x0103: 6}}
    return photos.exif(**fields)  # type: ignore[arg-type]


def jpeg() -> bytes:
    small = picture("jpeg", "another")
    caption = photos.iptc(80, "PLANT-BYLINE") + photos.iptc(120, "PLANT-CAPTION")
    return (
        photos.with_segments(
            photographed("jpeg", exif=exif(small)),
            photos.segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + photos.PACKET),
            photos.photoshop(0x0404, caption),
            photos.segment(0xFE, b"PLANT-NOTE"),
            photos.segment(0xE7, b"\1\2PLANT-APP7\0\3"),
        )
        + BEHIND
    )


def png() -> bytes:
    made = photographed("png", exif=exif())
    chunks = photos.chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + photos.PACKET)
    chunks += photos.chunk(b"tEXt", b"Note\0PLANT-NOTE") + photos.chunk(b"prVt", b"\1\2PLANT-PRIVATE\0")
    return made[:33] + chunks + made[33:] + BEHIND


def gif() -> bytes:
    tail = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
    made = photographed("gif", comment=b"PLANT-NOTE")
    return made[:-1] + b"\x21\xff\x0bXMP DataXMP" + photos.PACKET + tail + b";" + BEHIND


def avif() -> bytes:
    made = photographed("avif", exif=exif(), xmp=photos.PACKET)
    return made + struct.pack(">I", 17) + b"uuidPLANT-BOX"


def tiff() -> bytes:
    from PIL import Image

    tags = Image.Exif()
    tags.load(exif())
    tags[700] = photos.PACKET
    return photographed("tiff", exif=tags)


WORDS = (
    Plant("画面上的字（带框）", "words on the picture, with their box", "PLANT-WORDS", ImagePlace()),
    Plant("二维码、条码", "QR and bar codes", "plant-code", ImagePlace(part="code")),
)
EXIF = (Plant("Exif 的文字", "texts of Exif", "PLANT-COMMENT", FieldPlace("UserComment")),)
XMP = (Plant("XMP 的文字", "texts of XMP", "PLANT-XMP-WORDS", FieldPlace("XMP description")),)
AFTER = (
    Plant(
        "图片结尾之后的文字",
        "words behind the end",
        "plant-behind",
        InnerPlace(("trailing data",), TextPlace(1, 1)),
    ),
)
IN_EXIF = (
    Hidden("meta-gps", "Exif 里的经纬度", "coordinates in Exif", FieldPlace("GPS"), "30.260000, -120.100000"),
    Hidden("meta-author", "Exif 里的作者", "artist in Exif", FieldPlace("Artist"), "PLANT-ARTIST"),
    Hidden(
        "meta-device",
        "机身的序列号",
        "serial number of the camera",
        FieldPlace("BodySerialNumber"),
        "PLANT-SERIAL",
    ),
)
IN_XMP = (
    Hidden("meta-gps", "XMP 里的经纬度", "coordinates in XMP", FieldPlace("XMP GPS"), "30,15.6N, 120,6E"),
    Hidden("meta-author", "XMP 里的作者", "creator in XMP", FieldPlace("XMP creator"), "PLANT-XMP-CREATOR"),
    Hidden(
        "meta-device",
        "XMP 里的序列号",
        "serial number in XMP",
        FieldPlace("XMP SerialNumber"),
        "PLANT-XMP-SERIAL",
    ),
    Hidden(
        "meta-xmp", "原文件的路径", "paths of original files", FieldPlace("XMP"), "C:\\项目\\内部\\plant.psd"
    ),
    Hidden("meta-xmp", "编辑历史", "history of editing", FieldPlace("XMP History"), "saved PLANT-XMP-AGENT"),
)
TRAILING = (
    Hidden(
        "meta-trailing-data",
        "图片结尾之后的数据",
        "data behind the end",
        FieldPlace("trailing data"),
        "35 bytes",
    ),
)
LIMITS = (
    Both(
        "识字认印刷体，不认手写；盖着印章的字、深色水印和严重模糊会丢字。",
        "OCR reads print, not handwriting; stamps over words, dark watermarks and hard blur lose characters.",
    ),
    Both(
        "超过 4000 万像素的画面不看；最多看 100 帧（页）。",
        "Pictures of more than forty million pixels are not looked at; up to a hundred frames are.",
    ),
)
NO_END = Both(
    "TIFF 没有写明结尾，后面多余的数据不查。",
    "A TIFF file does not say where it ends: data behind it is not looked for.",
)
SAME = (Both("与 JPEG 相同。", "As for JPEG."),)
FORMATS = (
    Format(
        Both("JPEG 照片", "JPEG photos"),
        ("jpeg",),
        "jpg jpeg",
        jpeg,
        (
            *WORDS,
            *EXIF,
            *XMP,
            Plant("IPTC 图片说明", "IPTC captions", "PLANT-CAPTION", FieldPlace("IPTC Caption")),
            Plant("注释段", "comments", "PLANT-NOTE", FieldPlace("Comment")),
            Plant("不认识的段", "segments of unknown use", "PLANT-APP7", FieldPlace("APP7")),
            *AFTER,
        ),
        (
            *IN_EXIF,
            *IN_XMP,
            Hidden("meta-author", "IPTC 里的作者", "author in IPTC", FieldPlace("IPTC By-line"), "PLANT-BYLINE"),
            Hidden(
                "meta-thumbnail", "和画面不一样的缩略图", "a thumbnail that differs from the picture",
                FieldPlace("Exif thumbnail"), "420x90",
            ),
            *TRAILING,
        ),
        LIMITS,
    ),
    Format(
        Both("PNG 图片、截图", "PNG pictures, screenshots"),
        ("png",),
        "png",
        png,
        (
            *WORDS,
            *EXIF,
            *XMP,
            Plant("文字块", "text chunks", "PLANT-NOTE", FieldPlace("Note")),
            Plant("不认识的块", "chunks of unknown use", "PLANT-PRIVATE", FieldPlace("prVt")),
            *AFTER,
        ),
        (*IN_EXIF, *IN_XMP, *TRAILING),
        SAME,
    ),
    Format(
        Both("WebP 图片", "WebP pictures"),
        ("webp",),
        "webp",
        lambda: photographed("webp", exif=exif(), xmp=photos.PACKET) + BEHIND,
        (*WORDS, *EXIF, *XMP, *AFTER),
        (*IN_EXIF, *IN_XMP, *TRAILING),
        SAME,
    ),
    Format(
        Both("TIFF 图片、扫描件", "TIFF pictures, scans"),
        ("tiff",),
        "tif tiff",
        tiff,
        (*WORDS, *EXIF, *XMP),
        (*IN_EXIF, *IN_XMP),
        (*SAME, NO_END),
    ),
    Format(
        Both("HEIC、AVIF 照片", "HEIC and AVIF photos"),
        ("heic",),
        "heic heif avif",
        avif,
        (
            *WORDS,
            *EXIF,
            *XMP,
            Plant("不认识的块", "boxes of unknown use", "PLANT-BOX", FieldPlace("uuid")),
        ),
        (*IN_EXIF, *IN_XMP),
        SAME,
    ),
    Format(
        Both("GIF 图片", "GIF pictures"),
        ("gif",),
        "gif",
        gif,
        (*WORDS, *XMP, Plant("注释", "comments", "PLANT-NOTE", FieldPlace("Comment")), *AFTER),
        (*IN_XMP, *TRAILING),
        SAME,
    ),
    Format(
        Both("BMP 图片", "BMP pictures"),
        ("bmp",),
        "bmp",
        lambda: photographed("bmp") + BEHIND,
        (*WORDS, *AFTER),
        TRAILING,
        SAME,
    ),
)  # fmt: skip
