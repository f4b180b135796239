"""What a picture's file says beside its pixels: a plant in every part, and its place."""

from __future__ import annotations

import io
import struct
import zlib
from contextlib import suppress
from pathlib import Path
from random import Random

import piexif
import pytest
import segno
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from sansi.check.extract.document import Document, Fact, Unreadable
from sansi.check.extract.extract import extract
from sansi.check.extract.pictures import xmp
from sansi.check.extract.pictures.codes import spelled_out
from sansi.check.extract.reader import Character, Line
from sansi.check.inspector import Inspector, Job
from sansi.check.model import Confidence
from sansi.check.place import FieldPlace, ImagePlace
from sansi.check.report.result import Outcome
from tests.check.extract.photos import (
    GPS,
    PACKET,
    chunk,
    exif,
    iptc,
    photoshop,
    segment,
    with_segments,
)

# Pillow warns of odd tags and of sizes; the reader judges them itself.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL", "ignore::RuntimeWarning:PIL")


def picture(width: int = 320, height: int = 240, seed: int = 1) -> Image.Image:
    rng = Random(seed)
    image = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(image)
    for _ in range(12):
        x, y = rng.randrange(width), rng.randrange(height)
        pen.rectangle((x, y, x + 60, y + 40), fill=tuple(rng.randrange(256) for _ in range(3)))
    return image


def packed(image: Image.Image, form: str = "JPEG", **extra: object) -> bytes:
    held = io.BytesIO()
    image.save(held, form, **extra)
    return held.getvalue()


def words(document: Document) -> str:
    return "\n".join(s.text for s in document.segments)


def place_of(document: Document, plant: str) -> object:
    for s in document.segments:
        if plant in s.text:
            return s.locate(s.text.index(plant), s.text.index(plant) + len(plant))
    raise AssertionError(f"{plant} is not in {words(document)!r}")


def fact(document: Document, rule: str, name: str = "") -> Fact:
    return next(f for f in document.facts if f.rule == rule and (not name or f.where == FieldPlace(name)))


class Silent:
    """An `Ocr` that sees nothing."""

    def read(self, rgb: bytes, width: int, height: int) -> tuple[Line, ...]:
        assert len(rgb) == width * height * 3
        return ()


def read(data: bytes) -> Document:
    return extract(data, ocr=Silent())


def test_coordinates_are_told_with_their_hemispheres() -> None:
    document = read(packed(picture(), exif=exif(GPS=GPS)))

    found = fact(document, "meta-gps")
    assert found.value == "30.260000, -120.100000"
    assert found.confidence is Confidence.CERTAIN


def test_coordinates_of_no_fix_are_none() -> None:
    nowhere = GPS | {piexif.GPSIFD.GPSLatitude: ((0, 1),) * 3, piexif.GPSIFD.GPSLongitude: ((0, 1),) * 3}

    assert not read(packed(picture(), exif=exif(GPS=nowhere))).facts


def test_half_a_position_is_still_told() -> None:
    half = {k: v for k, v in GPS.items() if k in {1, 2}}

    assert fact(read(packed(picture(), exif=exif(GPS=half))), "meta-gps").value == ""


EXIF_PLANTS = [
    ("0th", piexif.ImageIFD.Artist, b"PLANT", "Artist", "meta-author"),
    ("0th", piexif.ImageIFD.Artist, "张三丰摄".encode(), "Artist", "meta-author"),
    ("0th", piexif.ImageIFD.Artist, "张三丰摄".encode("gb18030"), "Artist", "meta-author"),
    ("0th", piexif.ImageIFD.Copyright, b"PLANT", "Copyright", "meta-author"),
    ("0th", piexif.ImageIFD.XPAuthor, "张三丰摄\0".encode("utf-16-le"), "XPAuthor", "meta-author"),
    ("0th", piexif.ImageIFD.XPComment, "张三丰说\0".encode("utf-16-le"), "XPComment", "meta-comment"),
    ("0th", piexif.ImageIFD.ImageDescription, b"PLANT words", "ImageDescription", "meta-comment"),
    ("0th", piexif.ImageIFD.DocumentName, b"PLANT words", "DocumentName", "meta-comment"),
    ("Exif", piexif.ExifIFD.CameraOwnerName, b"PLANT", "CameraOwnerName", "meta-author"),
    ("Exif", piexif.ExifIFD.BodySerialNumber, b"PLANT-9", "BodySerialNumber", "meta-device"),
    ("Exif", piexif.ExifIFD.LensSerialNumber, b"PLANT-9", "LensSerialNumber", "meta-device"),
    ("Exif", piexif.ExifIFD.MakerNote, b"x" * 80, "MakerNote", "meta-device"),
    ("Exif", piexif.ExifIFD.UserComment, b"ASCII\0\0\0PLANT", "UserComment", ""),
    ("Exif", piexif.ExifIFD.UserComment, b"UNICODE\0" + "张三".encode("utf-16-be"), "UserComment", ""),
    ("Exif", piexif.ExifIFD.UserComment, bytes(8) + b"PLANT", "UserComment", ""),
    ("GPS", piexif.GPSIFD.GPSAreaInformation, b"ASCII\0\0\0PLANT", "GPSAreaInformation", ""),
]


@pytest.mark.parametrize(("directory", "tag", "value", "name", "rule"), EXIF_PLANTS)
def test_every_field_of_exif_is_read(directory: str, tag: int, value: bytes, name: str, rule: str) -> None:
    document = read(packed(picture(), exif=exif(**{directory: {tag: value}})))

    if rule:
        assert fact(document, rule, name)
    if name not in {"MakerNote", "BodySerialNumber", "LensSerialNumber"}:
        assert place_of(document, "张三" if "张三" in words(document) else "PLANT") == FieldPlace(name)
    assert not document.gaps


@pytest.mark.parametrize("form", ["PNG", "WEBP", "TIFF"])
def test_exif_is_read_in_other_formats(form: str) -> None:
    block = exif(GPS=GPS, **{"0th": {piexif.ImageIFD.Artist: b"PLANT"}})

    document = read(packed(picture(), form, exif=block))

    assert fact(document, "meta-author").value == "PLANT"
    assert fact(document, "meta-gps")


XMP_PLANTS = [
    ("meta-gps", "30,15.6N, 120,6E"),
    ("meta-device", "PLANT-XMP-SERIAL"),
    ("meta-author", "PLANT-XMP-CREATOR"),
    ("meta-xmp", "C:\\项目\\内部\\plant.psd"),
    ("meta-xmp", "saved PLANT-XMP-AGENT"),
]


def jpeg_with_xmp() -> bytes:
    return with_segments(packed(picture()), segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + PACKET))


def gif_with_xmp() -> bytes:
    tail = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
    gif = packed(picture(), "GIF")
    return gif[:-1] + b"\x21\xff\x0bXMP DataXMP" + PACKET + tail + b";"


def png_with_xmp() -> bytes:
    png = packed(picture(), "PNG")
    return png[:33] + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + PACKET) + png[33:]


def long_xmp() -> bytes:
    name, guid = b"http://ns.adobe.com/xmp/extension/\0", b"A" * 32
    half = len(PACKET) // 2
    pieces = [
        segment(0xE1, name + guid + struct.pack(">II", len(PACKET), at) + PACKET[at : at + half + 1])
        for at in (half + 1, 0)
    ]
    return with_segments(packed(picture()), *pieces)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(jpeg_with_xmp(), id="jpeg"),
        pytest.param(long_xmp(), id="jpeg, in pieces"),
        pytest.param(png_with_xmp(), id="png"),
        pytest.param(packed(picture(), "WEBP", xmp=PACKET), id="webp"),
        pytest.param(packed(picture(), "TIFF", tiffinfo={700: PACKET}), id="tiff"),
        pytest.param(gif_with_xmp(), id="gif"),
    ],
)
def test_xmp_is_read_in_every_format(data: bytes) -> None:
    document = read(data)

    assert {(f.rule, f.value) for f in document.facts} >= set(XMP_PLANTS)
    assert place_of(document, "PLANT-XMP-WORDS") == FieldPlace("XMP description")
    assert not document.gaps


def test_xmp_with_a_dtd_is_not_parsed_but_read_as_words() -> None:
    hostile = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>PLANT-DTD &a;</x>'

    said = xmp.read(hostile)

    assert not said.sound
    assert "PLANT-DTD" in said.texts[0][1]


def test_names_of_faces_are_told() -> None:
    packet = (
        b'<x xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:m="m"><m:RegionList><r:Bag>'
        b'<r:li m:Name="PLANT-FACE"/></r:Bag></m:RegionList></x>'
    )

    assert [f.value for f in xmp.read(packet).facts if f.rule == "meta-xmp"] == ["PLANT-FACE"]


def test_captions_of_press_photos_are_read() -> None:
    body = iptc(80, "PLANT-BYLINE") + iptc(120, "会议现场 PLANT-CAPTION")

    document = read(with_segments(packed(picture()), photoshop(0x0404, body)))

    assert fact(document, "meta-author").value == "PLANT-BYLINE"
    assert place_of(document, "PLANT-CAPTION") == FieldPlace("IPTC Caption")


PNG_TEXTS = [
    (b"tEXt", b"Note\0PLANT-TEXT", "Note"),
    (b"zTXt", b"Note\0\0" + zlib.compress(b"PLANT-TEXT"), "Note"),
    (b"iTXt", b"Note\0\0\0zh\0\xe6\xb3\xa8\0PLANT-TEXT", "Note"),
    (b"iTXt", b"Note\0\1\0zh\0\xe6\xb3\xa8\0" + zlib.compress(b"PLANT-TEXT"), "Note"),
    (b"prVt", b"\1\2PLANT-TEXT\0", "prVt"),
]


@pytest.mark.parametrize(("name", "body", "said"), PNG_TEXTS)
def test_words_in_chunks_of_png_are_read(name: bytes, body: bytes, said: str) -> None:
    png = packed(picture(), "PNG")

    document = read(png[:33] + chunk(name, body) + png[33:])

    assert place_of(document, "PLANT-TEXT") == FieldPlace(said)
    assert fact(document, "meta-comment").confidence is Confidence.POSSIBLE


def test_a_bomb_in_a_chunk_is_read_to_its_limit() -> None:
    png = packed(picture(), "PNG")
    bomb = chunk(b"zTXt", b"Note\0\0" + zlib.compress(b"a" * (8 << 20)))

    document = read(png[:33] + bomb + png[33:])

    assert "very long" in document.gaps[0].en


def test_profiles_of_imagemagick_are_read() -> None:
    raw = b"Exif\0\0" + exif(**{"0th": {piexif.ImageIFD.Artist: b"PLANT"}}).removeprefix(b"Exif\0\0")
    text = b"\nexif\n%8d\n" % len(raw) + raw.hex().encode()
    png = packed(picture(), "PNG")

    document = read(png[:33] + chunk(b"tEXt", b"Raw profile type exif\0" + text) + png[33:])

    assert fact(document, "meta-author").value == "PLANT"


def test_comments_and_strange_segments_of_jpeg_are_read() -> None:
    data = with_segments(
        packed(picture()), segment(0xFE, "机密★10年".encode()), segment(0xE7, b"\1\2PLANT-APP7\0\3")
    )

    document = read(data)

    assert place_of(document, "机密★10年") == FieldPlace("Comment")
    assert place_of(document, "PLANT-APP7") == FieldPlace("APP7")


def test_comments_of_gif_are_read() -> None:
    assert place_of(read(packed(picture(), "GIF", comment=b"PLANT-GIF")), "PLANT-GIF") == FieldPlace(
        "Comment"
    )


def test_what_programs_say_of_themselves_is_no_hint() -> None:
    info = PngInfo()
    info.add_text("Software", "Painter 3")

    document = read(packed(picture(), "PNG", pnginfo=info))

    assert not document.facts
    assert "Painter 3" in words(document)


def thumbnailed(image: Image.Image, small: Image.Image) -> bytes:
    small = small.copy()
    small.thumbnail((160, 120))
    return packed(image, exif=exif(thumbnail=packed(small), **{"1st": {piexif.ImageIFD.Compression: 6}}))


def test_a_thumbnail_of_the_same_picture_is_a_hint() -> None:
    document = read(thumbnailed(picture(), picture()))

    assert fact(document, "meta-thumbnail").confidence is Confidence.POSSIBLE
    assert not document.embedded


def test_a_thumbnail_with_bars_around_it_is_the_same() -> None:
    wide = picture(640, 360)
    small = Image.new("RGB", (160, 120))
    small.paste(wide.resize((160, 90)), (0, 15))

    assert fact(read(thumbnailed(wide, small)), "meta-thumbnail").confidence is Confidence.POSSIBLE


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param(picture().crop((160, 0, 320, 240)), id="cropped"),
        pytest.param(picture().crop((40, 30, 280, 210)), id="cropped to the same shape"),
        pytest.param(picture(seed=2), id="another"),
    ],
)
def test_a_thumbnail_of_what_was_cut_away_is_a_finding(shown: Image.Image) -> None:
    document = read(thumbnailed(shown, picture()))

    assert fact(document, "meta-thumbnail").confidence is Confidence.LIKELY


def test_a_thumbnail_of_what_was_covered_is_a_finding() -> None:
    covered = picture()
    ImageDraw.Draw(covered).rectangle((60, 80, 260, 180), fill="black")

    assert fact(read(thumbnailed(covered, picture())), "meta-thumbnail").confidence is Confidence.LIKELY


FILM = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(range(256)) * 4


@pytest.mark.parametrize(
    ("trailing", "said"),
    [
        pytest.param(FILM, "motion photo", id="film"),
        pytest.param(b"\1\2MotionPhoto_Data" + FILM + b"SEFT", "motion photo", id="film of another maker"),
        pytest.param(b"\1\2Image_UTC_Data1700000000SEFT", "phone", id="maker"),
        pytest.param("身份证号 PLANT-AFTER".encode(), "hidden there", id="text"),
        pytest.param(packed(picture(seed=3)), "another one", id="picture"),
        pytest.param(bytes(range(1, 200)), "hidden there", id="bytes"),
    ],
)
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "BMP"])
def test_what_follows_the_end_is_told(form: str, trailing: bytes, said: str) -> None:
    document = read(packed(picture(), form) + trailing)

    found = fact(document, "meta-trailing-data")
    assert said in found.said.en
    if b"PLANT-AFTER" in trailing:
        assert "PLANT-AFTER" in words(document)
    assert not document.gaps


def test_padding_at_the_end_is_nothing() -> None:
    assert not read(packed(picture()) + b"\0" * 4096).facts


def test_a_screenshot_saved_over_a_bigger_one_is_told() -> None:
    bigger, smaller = packed(picture(600, 500), "PNG"), packed(picture(60, 50), "PNG")

    document = read(smaller + bigger[len(smaller) :])

    assert "cropped" in fact(document, "meta-trailing-data").said.en


@pytest.mark.parametrize("orientation", range(1, 9))
def test_boxes_are_of_the_stored_picture_and_words_of_the_shown_one(orientation: int) -> None:
    stored = Image.new("RGB", (200, 100), "white")
    stored.paste((10, 20, 200), (0, 0, 50, 40))
    seen: list[Image.Image] = []

    class Sees:
        def read(self, rgb: bytes, width: int, height: int) -> tuple[Line, ...]:
            image = Image.frombytes("RGB", (width, height), rgb)
            seen.append(image)
            blue = image.getchannel("B").point(lambda v: 255 * (150 < v < 240))
            box = blue.getbbox()
            assert box
            return (Line((Character("机密★10年", box),), 1.0),)

    block = exif(**{"0th": {piexif.ImageIFD.Orientation: orientation}})
    document = extract(packed(stored, quality=100, exif=block), ocr=Sees())

    where = document.segments[0].locate(0, 3)
    assert isinstance(where, ImagePlace)
    assert where.box == pytest.approx((0, 0, 50, 40), abs=3)
    corner = {
        1: "top left",
        2: "top right",
        3: "bottom right",
        4: "bottom left",
        5: "top left",
        6: "top right",
    }
    corner |= {7: "bottom right", 8: "bottom left"}
    assert where.said("en") == f"image, {corner[orientation]}"
    assert seen[0].size == ((100, 200) if orientation >= 5 else (200, 100))


def test_every_frame_that_differs_is_read() -> None:
    frames = [picture(seed=n) for n in (1, 1, 2, 3)]
    read_at: list[int] = []

    class Counts:
        def read(self, rgb: bytes, width: int, height: int) -> tuple[Line, ...]:
            read_at.append(len(read_at))
            return (Line((Character(f"frame-{len(read_at)}", (0, 0, 9, 9)),), 1.0),)

    document = extract(packed(frames[0], "TIFF", save_all=True, append_images=frames[1:]), ocr=Counts())

    places = [s.locate(0, 1) for s in document.segments]
    assert [p.frame for p in places if isinstance(p, ImagePlace)] == [1, 3, 4]
    assert places[1].said("en").startswith("image, frame 3")


def test_more_frames_than_are_looked_at_are_a_gap() -> None:
    dots = [Image.new("L", (20, 20), n) for n in range(120)]

    document = read(packed(dots[0], "TIFF", save_all=True, append_images=dots[1:]))

    assert "120 frames" in document.gaps[0].en


def test_words_that_were_not_read_are_a_gap() -> None:
    result = Inspector(Job()).document("x.jpg", extract(packed(picture())))

    assert result.outcome is Outcome.PARTIAL
    assert result.problem
    assert "sansi[ocr]" in result.problem.en


def test_a_dot_of_a_layout_needs_no_reading() -> None:
    assert not extract(packed(Image.new("RGB", (8, 300), "red"), "PNG")).gaps
    assert not extract(packed(Image.new("RGB", (300, 300), "red"), "PNG")).gaps


CODES = [
    ("https://example.org/q?idcard=11010519010203123X&a=b%20c", "idcard: 11010519010203123X\na: b c"),
    ("WIFI:T:WPA;S:office;P:PLANT\\;word;;", "Wi-Fi: office\nWi-Fi password: PLANT;word"),
    ("MECARD:N:张三;TEL:13800000000;;", "N: 张三\nTEL: 13800000000"),
    ("BEGIN:VCARD\nTEL:13800000000\nEND:VCARD", ""),
    ("plain words", ""),
]


@pytest.mark.parametrize(("payload", "parts"), CODES)
def test_what_a_code_holds_is_read_with_its_place(payload: str, parts: str) -> None:
    held = io.BytesIO()
    segno.make(payload, micro=False).save(held, kind="png", scale=6)
    image = Image.new("RGB", (900, 700), "white")
    image.paste(Image.open(held).convert("RGB"), (500, 60))

    document = read(packed(image))

    assert words(document) == (f"{payload}\n{parts}" if parts else payload)
    where = place_of(document, payload[:5])
    assert isinstance(where, ImagePlace)
    assert where.part == "code"
    assert where.box
    assert where.box[0] > 490
    assert where.said("en").endswith("bar code")


def test_a_strange_address_in_a_code_is_left_as_it_is() -> None:
    assert spelled_out("http://[x") == "http://[x"
    assert spelled_out("a%20b") == "a%20b\na b"


def test_transparent_pictures_are_read_on_the_paper_that_shows_their_ink() -> None:
    papers = []

    class Sees:
        def read(self, rgb: bytes, width: int, height: int) -> tuple[Line, ...]:
            papers.append(rgb[0])
            return ()

    for ink in ("white", "black"):
        image = Image.new("RGBA", (80, 80), (0, 0, 0, 0))
        ImageDraw.Draw(image).rectangle((20, 20, 60, 60), fill=ink)
        extract(packed(image, "PNG"), ocr=Sees())
    assert papers == [0, 255]


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "I;16", "LA"])
def test_every_kind_of_pixel_is_read(mode: str) -> None:
    image = picture().convert("L").convert("I").point(lambda v: v * 200) if mode == "I;16" else picture()
    form = "TIFF" if mode in {"CMYK", "I;16"} else "PNG"

    assert not read(packed(image.convert(mode), form)).gaps


# `picture(64, 64)` with the coordinates and the artist of the tests above, encoded once by heif-enc.
HEIC = Path(__file__).with_name("plant.heic").read_bytes()


def test_heic_is_read() -> None:
    document = read(HEIC)

    assert fact(document, "meta-gps")
    assert fact(document, "meta-author").value == "PLANT"
    assert not document.gaps


def test_the_film_of_a_live_picture_is_told() -> None:
    for data in (HEIC + FILM, HEIC + struct.pack(">I", len(FILM) + 8) + b"mpvd" + FILM):
        assert "motion photo" in fact(read(data), "meta-trailing-data").said.en


def test_a_strange_box_is_read_as_words() -> None:
    assert "PLANT-BOX" in words(read(HEIC + struct.pack(">I", 17) + b"uuidPLANT-BOX"))


def test_avif_is_read() -> None:
    block = exif(GPS=GPS)

    document = read(packed(picture(), "AVIF", exif=block))

    assert fact(document, "meta-gps")
    assert not document.gaps


def whole(form: str) -> bytes:
    if form == "HEIC":
        return HEIC
    extra: dict[str, object] = {"exif": exif(GPS=GPS)} if form in {"JPEG", "PNG", "WEBP", "TIFF"} else {}
    return packed(picture(), form, **extra)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP", "AVIF", "HEIC"])
def test_a_cut_picture_is_never_clean(form: str) -> None:
    data = whole(form)
    for part in range(1, 16):
        cut = data[: len(data) * part // 16]
        try:
            document = read(cut)
        except Unreadable:
            continue
        assert document.gaps, f"{form} cut at {part}/16 is said to be whole"


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP", "AVIF", "HEIC"])
def test_flipped_bits_end_in_an_outcome(form: str) -> None:
    rng, data = Random(form), whole(form)
    for _ in range(60):
        broken = bytearray(data)
        for _ in range(rng.choice((1, 4, 16))):
            broken[rng.randrange(len(broken))] ^= 1 << rng.randrange(8)
        with suppress(Unreadable):
            assert isinstance(read(bytes(broken)), Document)


def test_a_picture_of_too_many_pixels_is_a_gap_and_its_facts_are_told() -> None:
    png = packed(picture(), "PNG", exif=exif(GPS=GPS))
    size = struct.pack(">II", 30_000, 30_000) + png[24:29]
    bomb = png[:8] + chunk(b"IHDR", size) + png[33:]

    document = read(bomb)

    assert "40 million" in document.gaps[0].en
    assert fact(document, "meta-gps")
