"""Pictures: every block of information goes, the pixels, colours and orientation are those they were."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Callable
from typing import Any

import piexif
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from sansi.check.clean.clean import clean
from sansi.check.clean.cleaner import Cleaned
from sansi.check.extract.document import Unreadable
from tests.check.clean.deep import holds, left_of

PLANTS = [
    "PlantArtist", "PlantSerial", "PlantComment", "PlantXmp", "PlantTrailer", "PlantThumbnail", "PlantMakerNote",
    "PlantTitle", "PlantIptc",
]  # fmt: skip
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><p>PlantXmp</p></x:xmpmeta>'
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def picture(mode: str = "RGB", size: tuple[int, int] = (64, 48)) -> Image.Image:
    noise = random.Random(5).randbytes(size[0] * size[1] * 3)
    return Image.frombytes("RGB", size, noise).convert(mode)


def exif(orientation: int = 6) -> bytes:
    small = io.BytesIO()
    picture(size=(16, 16)).save(small, "JPEG", comment=b"PlantThumbnail")
    made: bytes = piexif.dump(
        {
            "0th": {0x0112: orientation, 0x013B: "PlantArtist", 0x010E: "PlantTitle"},
            "Exif": {0xA431: "PlantSerial", 0x927C: b"PlantMakerNote" * 9},
            "GPS": {1: "N", 2: ((39, 1), (54, 1), (30, 1)), 3: "E", 4: ((116, 1), (23, 1), (29, 1))},
            "1st": {0x0201: 0, 0x0202: 0},
            "thumbnail": small.getvalue(),
        }
    )
    return made


def same_pixels(one: bytes, other: bytes) -> bool:
    with Image.open(io.BytesIO(one)) as a, Image.open(io.BytesIO(other)) as b:
        frames = getattr(a, "n_frames", 1)
        if frames != getattr(b, "n_frames", 1) or a.size != b.size:
            return False
        for number in range(frames):
            a.seek(number)
            b.seek(number)
            if a.convert("RGBA").tobytes() != b.convert("RGBA").tobytes():
                return False
            if a.info.get("duration") != b.info.get("duration"):
                return False
        return True


def held(data: bytes) -> int:
    with Image.open(io.BytesIO(data)) as image:
        return int(image.getexif().get(0x0112, 1))


def profile(data: bytes) -> bytes | None:
    with Image.open(io.BytesIO(data)) as image:
        found: bytes | None = image.info.get("icc_profile")
        return found


def saved(format_: str, mode: str = "RGB", **how: Any) -> bytes:
    out = io.BytesIO()
    picture(mode).save(out, format_, **how)
    return out.getvalue()


def jpeg(mode: str = "RGB", **how: Any) -> bytes:
    data = saved("JPEG", mode, exif=exif(), icc_profile=PROFILE, comment=b"PlantComment", **how)
    more = b"\xff\xe1" + struct.pack(">H", len(XMP) + 31) + b"http://ns.adobe.com/xap/1.0/\0" + XMP
    more += b"\xff\xed\0\x0bPlantIptc"
    return data[:2] + more + data[2:] + b"PlantTrailer"


def png(mode: str = "RGB") -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "PlantArtist")
    texts.add_text("Comment", "PlantComment", zip=True)
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    return saved("PNG", mode, pnginfo=texts, exif=exif(), icc_profile=PROFILE) + b"PlantTrailer"


def webp(mode: str = "RGB", **how: Any) -> bytes:
    data = saved("WEBP", mode, exif=exif(), xmp=XMP, icc_profile=PROFILE, **how)
    unknown = b"SeCr" + struct.pack("<I", 12) + b"PlantComment"
    data = data[:4] + struct.pack("<I", len(data) - 8 + len(unknown)) + data[8:] + unknown
    return data + b"PlantTrailer"


def gif() -> bytes:
    out = io.BytesIO()
    frames = [picture(size=(20 + n, 20)).crop((0, 0, 20, 20)).rotate(n * 90) for n in range(3)]
    frames[0].save(
        out,
        "GIF",
        save_all=True,
        append_images=frames[1:],
        duration=[40, 80, 120],
        loop=3,
        comment=b"PlantComment",
    )
    data = out.getvalue()
    at = data.index(b"!\xf9")
    return (
        data[:at]
        + b"!\xff\x0bXMP DataXMPPlantXmp\x01"
        + data[at:][:0]
        + _tail()
        + data[at:]
        + b"PlantTrailer"
    )


def _tail() -> bytes:
    """The end of an XMP packet in a GIF: bytes that lead every reader of blocks to the same end."""
    return bytes(range(255, -1, -1)) + b"\0"


def tiff(mode: str = "RGB", **how: Any) -> bytes:
    return saved(
        "TIFF",
        mode,
        tiffinfo={0x013B: "PlantArtist", 0x010E: "PlantTitle", 700: XMP},
        icc_profile=PROFILE,
        **how,
    )


def avif() -> bytes:
    data = saved("AVIF", exif=exif(), xmp=XMP, icc_profile=PROFILE)
    return data + struct.pack(">I4s", 20, b"uuid") + b"PlantComment" + b"PlantTrailer"


@pytest.mark.parametrize(
    "make",
    [
        jpeg, lambda: jpeg("L"), lambda: jpeg("CMYK"), lambda: jpeg(progressive=True), lambda: jpeg(quality=5),
        png, lambda: png("P"), lambda: png("RGBA"), lambda: png("1"),
        webp, lambda: webp(lossless=True), lambda: webp("RGBA"),
        avif,
    ],
)  # fmt: skip
def test_nothing_is_left_pixels_orientation_and_profile_are(make: Callable[[], bytes]) -> None:
    data = make()
    done = clean(data)

    assert left_of(data, PLANTS)
    assert left_of(done.data, PLANTS) == []
    assert same_pixels(data, done.data)
    assert held(done.data) == held(data)
    assert profile(done.data) == profile(data)
    assert any("coordinates" in said.en for said in done.removed)
    assert clean(done.data).data == done.data


@pytest.mark.parametrize(
    "make",
    [
        gif,
        tiff,
        lambda: tiff("1"),
        lambda: tiff("P"),
        lambda: tiff("CMYK"),
        lambda: tiff("I;16"),
        lambda: tiff("RGBA", compression="tiff_lzw"),
        lambda: saved("BMP") + b"PlantTrailer",
        lambda: saved("BMP", "P") + b"PlantTrailer",
    ],
)
def test_pictures_without_exif(make: Callable[[], bytes]) -> None:
    data = make()
    done = clean(data)

    assert left_of(data, PLANTS)
    assert left_of(done.data, PLANTS) == []
    assert same_pixels(data, done.data)
    assert done.removed


def test_every_page_of_a_tiff_stays() -> None:
    out = io.BytesIO()
    pages = [picture(), picture("L"), picture("1")]
    pages[0].save(
        out, "TIFF", save_all=True, append_images=pages[1:], tiffinfo={0x013B: "PlantArtist"}, dpi=(200, 200)
    )
    done = clean(out.getvalue())

    assert same_pixels(out.getvalue(), done.data)
    assert not holds(done.data, "PlantArtist")
    with Image.open(io.BytesIO(done.data)) as image:
        assert image.info["dpi"] == (200, 200)


def test_animated_webp() -> None:
    out = io.BytesIO()
    frames = [picture().rotate(n * 90) for n in range(3)]
    frames[0].save(
        out, "WEBP", save_all=True, append_images=frames[1:], duration=70, lossless=True, exif=exif(1)
    )
    done = clean(out.getvalue())

    assert same_pixels(out.getvalue(), done.data)
    assert left_of(done.data, PLANTS) == []


def test_upright_pictures_keep_no_exif_at_all() -> None:
    data = saved("JPEG", exif=exif(1))

    assert b"Exif" not in clean(data).data


def test_the_thumbnail_in_a_jfif_header_goes() -> None:
    data = saved("JPEG")
    header = b"\xff\xe0" + struct.pack(">H", 16 + 12) + data[6:18] + b"\2\2" + b"Plant" + b"Comment"
    data = data[:2] + header + data[20:]
    done = clean(data)

    assert not holds(done.data, "PlantComment")
    assert same_pixels(data, done.data)


def test_data_behind_the_packed_pixels_of_a_png() -> None:
    data = saved("PNG")
    at = data.index(b"IDAT")
    size = int.from_bytes(data[at - 4 : at])
    body = data[at + 4 : at + 4 + size] + b"PlantComment"
    chunk = struct.pack(">I", len(body)) + b"IDAT" + body + struct.pack(">I", zlib.crc32(b"IDAT" + body))
    data = data[: at - 4] + chunk + data[at + 8 + size :]
    done = clean(data)

    assert not holds(done.data, "PlantComment")
    assert same_pixels(data, done.data)


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow's, of tags that were bent
@pytest.mark.parametrize("make", [jpeg, png, webp, gif, tiff, avif])
def test_damaged_pictures_are_refused_or_cleaned(make: Callable[[], bytes]) -> None:
    data = make()
    rng = random.Random(7)
    for part in range(1, 16):
        _tried(data[: len(data) * part // 16])
    for _ in range(40):
        bent = bytearray(data)
        for _ in range(8):
            bent[rng.randrange(len(bent))] = rng.randrange(256)
        _tried(bytes(bent))


def _tried(data: bytes) -> None:
    try:
        done = clean(data)
    except Unreadable:
        return
    assert isinstance(done, Cleaned)
