"""Pictures: boxes burnt in, nothing beside the pixels left, and who reads them again finds nothing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import pytest
from PIL import Image, ImageDraw

from sansi.check.extract.reader import Character, Line
from tests.check.blackout.search import PHONE, answer, blackened

CELL = 20
FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF")


class Bars:
    """Reads pictures made by `picture`: a digit is a bar as many pixels wide as the digit, and two more."""

    def read(self, rgb: bytes, width: int, height: int) -> Sequence[Line]:
        image = Image.frombytes("RGB", (width, height), rgb).convert("L")
        lines = []
        for top in range(CELL, height - CELL, 3 * CELL):
            characters = []
            for left in range(CELL, width - CELL, CELL):
                row = [image.getpixel((left + x, top + CELL // 2)) for x in range(CELL)]
                wide = sum(1 for p in row if p < 100) - 2
                if 0 <= wide <= 9:
                    box = (float(left), float(top), float(left + wide + 2), float(top + CELL))
                    characters.append(Character(str(wide), box))
            if characters:
                lines.append(Line(tuple(characters), 1.0))
        return lines


def picture(lines: Sequence[str], mode: str = "RGB") -> Any:
    image = Image.new(mode, (CELL * 16, CELL * (3 * len(lines) + 2)), "white")
    draw = ImageDraw.Draw(image)
    for row, line in enumerate(lines):
        for column, digit in enumerate(line):
            left, top = CELL * (column + 1), CELL * (3 * row + 1)
            draw.rectangle((left, top, left + int(digit) + 1, top + CELL), fill="black")
    return image


def saved(image: Any, kind: str, **how: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


@pytest.mark.parametrize("kind", FORMATS)
def test_burnt_in_and_the_rest_as_it_was(kind: str) -> None:
    before = picture([PHONE, "314159"])
    out = blackened(saved(before, kind, **({"lossless": True} if kind == "WEBP" else {})), Bars())
    after = Image.open(io.BytesIO(out))

    assert after.format == kind
    lines = Bars().read(after.convert("RGB").tobytes(), *after.size)
    assert "".join(c.text for line in lines for c in line.characters) == "314159"
    half = (0, CELL * 3, *before.size)
    if kind != "JPEG":
        assert after.convert("RGB").crop(half).tobytes() == before.crop(half).tobytes()


def test_nothing_is_left_beside_the_pixels() -> None:
    exif = Image.Exif()
    exif[0x010E] = f"tel {PHONE}"
    exif[0x013B] = "Li Xiaohua"
    out = blackened(saved(picture([PHONE]), "JPEG", exif=exif, comment=PHONE.encode()), Bars())

    assert b"Exif" not in out
    assert b"Li Xiaohua" not in out


def test_a_picture_held_sideways() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = picture([PHONE, "314159"]).transpose(Image.Transpose.ROTATE_90)
    after = Image.open(io.BytesIO(blackened(saved(turned, "PNG", exif=exif), Bars())))

    assert after.size == turned.size[::-1]
    lines = Bars().read(after.convert("RGB").tobytes(), *after.size)
    assert "".join(c.text for line in lines for c in line.characters) == "314159"


def test_every_page_of_a_picture_of_many() -> None:
    pages = [picture(["314159", "2718281"]), picture([PHONE, "271828"])]
    out = blackened(saved(pages[0], "TIFF", save_all=True, append_images=pages[1:]), Bars())
    after = Image.open(io.BytesIO(out))

    assert after.n_frames == 2  # type: ignore[attr-defined]
    after.seek(1)
    lines = Bars().read(after.convert("RGB").tobytes(), *after.size)
    assert "".join(c.text for line in lines for c in line.characters) == "271828"


def test_codes_are_burnt_too() -> None:
    import segno

    out = io.BytesIO()
    segno.make(f"tel:{PHONE}").save(out, kind="png", scale=6, border=6)
    after = blackened(out.getvalue(), Bars())

    import zxingcpp

    assert zxingcpp.read_barcodes(Image.open(io.BytesIO(out.getvalue())).convert("L"))
    assert not zxingcpp.read_barcodes(Image.open(io.BytesIO(after)).convert("L"))


def test_who_cannot_read_a_picture_does_not_redact_it() -> None:
    told, out = answer(saved(picture([PHONE]), "PNG"))

    assert "sansi[ocr]" in told["problem"].en
    assert not out


@pytest.mark.parametrize("cut", [100, 0.5])
def test_a_damaged_picture_is_refused(cut: float) -> None:
    data = saved(picture([PHONE]), "PNG")
    told, out = answer(data[: int(cut * len(data)) if cut < 1 else int(cut)], Bars())

    assert told["problem"]
    assert not out


def test_pictures_in_a_document() -> None:
    import docx

    document = docx.Document()
    document.add_picture(io.BytesIO(saved(picture([PHONE]), "PNG")))
    data = io.BytesIO()
    document.save(data)
    out = blackened(data.getvalue(), Bars())
    with zipfile.ZipFile(io.BytesIO(out)) as archive:
        image = Image.open(io.BytesIO(archive.read("word/media/image1.png"))).convert("RGB")

    assert not Bars().read(image.tobytes(), *image.size)


def test_the_real_eyes_find_nothing_either() -> None:
    ocr = pytest.importorskip("sansi.ocr").load()
    from PIL import ImageFont

    image = Image.new("RGB", (700, 200), "white")
    font = ImageFont.load_default(32)
    ImageDraw.Draw(image).text((30, 30), f"Tel {PHONE}", fill="black", font=font)
    ImageDraw.Draw(image).text((30, 110), "Meeting at noon", fill="black", font=font)
    after = Image.open(io.BytesIO(blackened(saved(image, "PNG"), ocr))).convert("RGB")

    text = "".join(c.text for line in ocr.read(after.tobytes(), *after.size) for c in line.characters)
    assert "Meeting" in text
    assert "5678" not in text
