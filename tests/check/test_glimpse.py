"""A report shows a small picture of a picture, in which nothing of what was found is left.

In these pictures a value is a red bar: where any red is left, something could be read.
"""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image, ImageDraw

from sansi.check import check
from sansi.check.extract.document import Document, Segment
from sansi.check.extract.extract import extract
from sansi.check.extract.reader import Character, Line
from sansi.check.inspector import Inspector, Job
from sansi.check.model import Both
from sansi.check.place import ImagePlace
from sansi.check.report import glimpse
from sansi.check.report.glimpse import glimpses
from sansi.check.report.result import Glimpse, Outcome
from sansi.sandbox import checking
from sansi.sandbox.messages import result_from
from sansi.sandbox.tasks import Tools
from tests.check.extract.pdfs import show

PHONE = "13812345678"
SIZE = (900, 600)
BAR = (300, 200, 520, 240)
RED = (255, 0, 0)


class SeesBars:
    """Reads every red bar as the same number, a character for each part of it."""

    def __init__(self, text: str = PHONE) -> None:
        self.text = text

    def read(self, rgb: bytes, width: int, height: int) -> tuple[Line, ...]:
        image = Image.frombytes("RGB", (width, height), rgb)
        box = reds(image).getbbox()
        return (self.line(box),) if box else ()

    def line(self, box: tuple[int, int, int, int]) -> Line:
        left, top, right, bottom = box
        # A page that is held upright has lines that run across it.
        if bottom - top > right - left:
            step = (bottom - top) / len(self.text)
            boxes = [(left, top + n * step, right, top + (n + 1) * step) for n in range(len(self.text))]
        else:
            step = (right - left) / len(self.text)
            boxes = [(left + n * step, top, left + (n + 1) * step, bottom) for n in range(len(self.text))]
        return Line(tuple(map(Character, self.text, boxes)), 1.0)


def reds(image: Image.Image) -> Image.Image:
    red, green, blue = image.convert("RGB").split()
    dim = Image.eval(green, lambda v: 255 * (v < 90)), Image.eval(blue, lambda v: 255 * (v < 90))
    lit = Image.eval(red, lambda v: 255 * (v > 150))
    return Image.composite(
        Image.composite(lit, Image.new("L", image.size), dim[0]), Image.new("L", image.size), dim[1]
    )


def picture(*, bar: bool = True, ground: str = "white") -> Image.Image:
    image = Image.new("RGB", SIZE, ground)
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, 200, 60), fill=(0, 90, 200))
    if bar:
        draw.rectangle(BAR, fill=RED)
    return image


def packed(image: Image.Image, kind: str = "PNG", **more: Any) -> bytes:
    held = io.BytesIO()
    image.save(held, kind, **more)
    return held.getvalue()


def made(data: bytes, ocr: Any = None) -> list[Glimpse]:
    return glimpses(data, extract(data, ocr=ocr or SeesBars()), check)


def opened(one: Glimpse) -> Image.Image:
    image = Image.open(io.BytesIO(one.jpeg))
    assert image.format == "JPEG"
    assert image.size == (one.width, one.height)
    assert max(image.size) <= 480
    return image


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP", "TIFF", "GIF"])
def test_what_was_found_on_a_picture_is_not_on_the_small_one(kind: str) -> None:
    (one,) = made(packed(picture(), kind))

    small = opened(one)
    assert reds(small).getbbox() is None
    assert small.getpixel((410 * 480 // 900, 220 * 480 // 900)) == pytest.approx((0, 0, 0), abs=9)
    assert one.said == Both("图片", "image")
    # What is beside it is still seen, so that its author knows the place.
    left = small.getpixel((100 * 480 // 900, 40 * 480 // 900))
    assert isinstance(left, tuple)
    assert left[2] > 150


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_photo_is_shown_upright_with_its_boxes(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x112] = orientation

    (one,) = made(packed(picture(), "JPEG", exif=exif))

    assert reds(opened(one)).getbbox() is None
    assert (one.width > one.height) == (orientation < 5)


def test_a_photo_of_many_pixels_is_covered_in_its_own_measure() -> None:
    (one,) = made(packed(picture().resize((4500, 3000)), "JPEG"))

    assert reds(opened(one)).getbbox() is None


def test_only_frames_on_which_something_was_found_are_shown() -> None:
    frames = [picture(bar=False), picture(), picture(bar=False, ground="navy")]

    (one,) = made(packed(frames[0], "TIFF", save_all=True, append_images=frames[1:]))

    assert one.said == Both("图片第 2 帧", "image, frame 2")
    assert reds(opened(one)).getbbox() is None


def test_a_picture_with_nothing_on_it_has_none() -> None:
    assert made(packed(picture(bar=False))) == []
    assert made(packed(picture()), SeesBars("just words")) == []
    assert made(scanned(picture()), SeesBars("just words")) == []
    assert made("电话13812345678".encode()) == []


def test_a_place_without_a_box_is_the_whole_picture() -> None:
    data = packed(picture())
    place = ImagePlace(None, 1, *SIZE)
    document = Document("png", [Segment(PHONE, lambda _start, _end: place, pictured=True)])

    (one,) = glimpses(data, document, check)

    assert reds(opened(one)).getbbox() is None


def test_a_value_is_covered_wherever_it_stands() -> None:
    # Here it is found by what is in front of it; the second time nothing is.
    both = [Segment(text, lambda a, _b, y=y: ImagePlace((a * 20, y, a * 20 + 20, y + 40), 1, *SIZE), pictured=True)
            for text, y in (("姓名：张三丰", 100), ("张三丰", 400))]  # fmt: skip
    image = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((60, 100, 119, 140), fill=RED)
    draw.rectangle((0, 400, 59, 440), fill=RED)

    (one,) = glimpses(packed(image), Document("png", both), check)

    assert check("张三丰") == []
    assert reds(opened(one)).getbbox() is None


def test_a_code_that_stands_there_twice_is_covered_twice() -> None:
    import segno
    import zxingcpp

    held = io.BytesIO()
    segno.make(f"tel:{PHONE}").save(held, kind="png", scale=8)
    code = Image.open(held).convert("RGB")
    image = Image.new("RGB", (1000, 500), "white")
    image.paste(code, (40, 60))
    image.paste(code, (600, 60))

    (one,) = made(packed(image))

    assert zxingcpp.read_barcodes(opened(one)) == []


def scanned(*pages: Image.Image) -> bytes:
    return packed(pages[0], "PDF", save_all=True, append_images=pages[1:])


def test_a_scanned_page_is_shown_without_what_was_found_on_it() -> None:
    one, other = made(scanned(picture(), picture(bar=False), picture()))

    assert (one.said, other.said) == (Both("第 1 页", "page 1"), Both("第 3 页", "page 3"))
    assert all(reds(opened(g)).getbbox() is None for g in (one, other))


def test_of_very_many_scanned_pages_the_first_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glimpse, "MOST", 2)

    assert [g.said.en for g in made(scanned(*[picture()] * 4))] == ["page 1", "page 2"]


def test_words_over_a_scan_are_covered_too() -> None:
    import pikepdf

    with pikepdf.open(io.BytesIO(scanned(picture()))) as pdf:
        page = pdf.pages[0]
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources.Font = pikepdf.Dictionary(F=pdf.make_indirect(font))
        page.contents_add(show(PHONE, 300, 60, 40, "1 0 0 rg").encode())
        held = io.BytesIO()
        pdf.save(held)

    class Bars(SeesBars):
        def read(self, rgb: bytes, width: int, height: int) -> tuple[Line, ...]:
            scale = width / SIZE[0]
            return (self.line(tuple(round(x * scale) for x in BAR)),)  # type: ignore[arg-type]

    (one,) = made(held.getvalue(), Bars())

    assert reds(opened(one)).getbbox() is None


def test_a_page_of_text_is_not_shown_even_with_a_code_on_it() -> None:
    data = scanned(picture())
    document = extract(data, ocr=SeesBars())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sansi.check.extract.pdf_scan.is_picture", lambda *_: False)
        assert glimpses(data, document, check) == []


# Through the task of the sandbox.


def answer(data: bytes, **job: Any) -> Any:
    inspector = Inspector(Job(**job))
    told, _ = checking.check(data, {}, Tools(inspector, SeesBars()))
    return result_from(told, "a.png", inspector.ids)


def test_a_report_that_shows_pictures_asks_for_them() -> None:
    data = packed(picture())

    assert len(answer(data, glimpses=True).glimpses) == 1
    assert answer(data).glimpses == []
    assert answer(data, glimpses=True, select=frozenset(("email",))).glimpses == []


def test_what_nobody_asked_for_is_covered_too() -> None:
    class Two(SeesBars):
        def read(self, rgb: bytes, width: int, height: int) -> tuple[Line, ...]:
            mail = SeesBars("zhang.san@example-mail.cn").line((300, 400, 700, 440))
            return (self.line(BAR), mail)

    image = picture()
    ImageDraw.Draw(image).rectangle((300, 400, 700, 440), fill=RED)
    told, _ = checking.check(
        packed(image), {}, Tools(Inspector(Job(glimpses=True, ignore=frozenset(("email",)))), Two())
    )
    result = result_from(told, "a.png", ["cn-mobile"])

    assert [i.rule for i in result.items] == ["cn-mobile"]
    assert reds(opened(result.glimpses[0])).getbbox() is None


def test_a_picture_that_cannot_be_shown_is_still_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> list[Glimpse]:
        raise ValueError

    monkeypatch.setattr(checking, "glimpses", fails)
    result = answer(packed(picture()), glimpses=True)

    assert result.outcome is Outcome.FINDINGS
    assert result.glimpses == []
