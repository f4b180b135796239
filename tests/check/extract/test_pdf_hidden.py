"""Text of PDF pages that nobody sees, and pages that are pictures."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

from sansi.check.extract.pdf_file import PdfFile
from sansi.check.extract.pdf_pixels import Look, Tone
from sansi.check.extract.reader import Character, Line
from sansi.check.model import Confidence
from sansi.check.place import PagePlace
from tests.check.extract.pdfs import facts, gaps, image, made, note, noted, place_of, read, show

WORD = show("secret 4711")
BOX = "40 290 120 25 re f\n"


def with_image(data: bytes, width: int, height: int, **more: Any) -> Any:
    def hang(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.XObject = Dictionary(I1=image(pdf, data, width, height, **more))

    return hang


def with_form(content: str, **more: Any) -> Any:
    def hang(pdf: pikepdf.Pdf) -> None:
        resources = pdf.pages[0].obj.Resources
        form = pdf.make_stream(
            content.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 400, 400],
            Resources=Dictionary(Font=resources.Font), **more,
        )  # fmt: skip
        resources.XObject = Dictionary(F1=form)

    return hang


def layer_off(pdf: pikepdf.Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft layer")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
    pdf.pages[0].obj.Resources.Properties = Dictionary(P1=group)


DRAWN_BOX = "q 0 0 0 rg " + BOX + "Q "
LEAKS = {
    "black box": (WORD + DRAWN_BOX, None, "secret 4711"),
    "dark box": (WORD + "q .2 .1 .1 rg " + BOX + "Q ", None, "secret 4711"),
    "box over one word": (show("open secret 4711 end", x=45) + "q 0 g 76 290 65 25 re f Q ", None, "secret 4711"),
    "black on black": (DRAWN_BOX + WORD, None, "secret 4711"),
    "thick line": (WORD + "q 0 G 25 w 40 303 m 160 303 l S Q ", None, "secret 4711"),
    "box in a form": (WORD + "q 1 0 0 1 0 0 cm /F1 Do Q ", with_form(DRAWN_BOX), "secret 4711"),
    "word in a form": ("q .5 0 0 .5 100 100 cm /F1 Do Q q 0 g 110 240 90 20 re f Q ", with_form(WORD), "secret 4711"),
    "black picture": (WORD + "q 120 0 0 25 40 290 cm /I1 Do Q ", with_image(bytes(64), 8, 8), "secret 4711"),
    "square annotation": (WORD, noted(lambda: note("Square", (40, 290, 160, 315), C=Array([0, 0, 0]), IC=Array([0, 0, 0]))), "secret 4711"),
    "marked, never applied": (WORD, noted(lambda: note("Redact", (40, 290, 160, 315))), "secret 4711"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "hang", "value"), LEAKS.values(), ids=LEAKS.keys())
@pytest.mark.parametrize("turned", [0, 90])
def test_words_under_a_black_box_are_told(content: str, hang: Any, value: str, turned: int) -> None:
    document = read(made(content + show("seen", y=100), hang=hang, page={"Rotate": turned}))

    assert facts(document, "meta-redaction-leak") == [value]
    assert facts(document, "meta-hidden-text") == []
    fact = next(f for f in document.facts if f.rule == "meta-redaction-leak")
    assert fact.confidence is Confidence.LIKELY
    assert isinstance(fact.where, PagePlace)
    assert fact.where.box
    assert value not in fact.said.en
    if "marked" not in fact.said.en:
        assert place_of(document, value).part == "hidden"
    assert place_of(document, "seen").part == "body"


HIDDEN = {
    "not drawn": (show("secret 4711", before="3 Tr"), None),
    "only clipping": (show("secret 4711", before="7 Tr"), None),
    "white": (show("secret 4711", before="1 g"), None),
    "nearly white": (show("secret 4711", before=".98 .97 .98 rg"), None),
    "white, CMYK": (show("secret 4711", before="0 0 0 0 k"), None),
    "colour of its ground": ("q .2 .6 .9 rg " + BOX + "Q " + show("secret 4711", before=".2 .6 .9 rg"), None),
    "white box": (WORD + "q 1 g " + BOX + "Q ", None),
    "white picture": (WORD + "q 120 0 0 25 40 290 cm /I1 Do Q ", with_image(b"\xff" * 64, 8, 8)),
    "tiny": (show("secret 4711", size=1), None),
    "tiny by its matrix": ("q .05 0 0 .05 50 300 cm " + show("secret 4711", 0, 0) + "Q ", None),
    "left of the page": (show("secret 4711", x=-200), None),
    "above the page": (show("secret 4711", y=500), None),
    "layer that is off": ("/OC /P1 BDC " + WORD + "EMC ", layer_off),
    "in a form": ("/F1 Do ", with_form(show("secret 4711", before="1 g"))),
}


@pytest.mark.parametrize(("content", "hang"), HIDDEN.values(), ids=HIDDEN.keys())
def test_words_that_nobody_sees_are_told(content: str, hang: Any) -> None:
    document = read(made(content + show("seen by all", y=100), hang=hang))

    assert [v for v in facts(document, "meta-hidden-text") if v != "Draft layer"] == ["secret 4711"]
    assert facts(document, "meta-redaction-leak") == []
    assert place_of(document, "secret 4711").part == "hidden"


def test_words_outside_the_crop_box_are_told() -> None:
    document = read(
        made(show("secret 4711") + show("seen", y=100), page={"CropBox": Array([0, 0, 400, 200])})
    )

    assert facts(document, "meta-hidden-text") == ["secret 4711"]


QUADS = Array([40, 315, 160, 315, 40, 290, 160, 290])
SEEN = {
    "heading white on blue": ("q .1 .2 .6 rg " + BOX + "Q " + show("Heading 4711", before="1 g"), None),
    "white on a gradient or a photo": (
        "q 120 0 0 25 40 290 cm /I1 Do Q " + show("Heading 4711", before="1 g"),
        with_image(bytes(range(64)), 8, 8),
    ),
    "under a marker": (WORD, noted(lambda: note("Highlight", (40, 290, 160, 315), C=Array([1, 1, 0]), QuadPoints=QUADS))),
    "in a frame": (WORD + "q 0 G 1 w 40 290 120 25 re S Q ", None),
    "underlined": (WORD + "q 0 g 40 297 120 1 re f Q ", None),
    "beside a box": (WORD + "q 0 g 150 290 120 25 re f Q ", None),
    "box around a hole": (WORD + "q 0 g 20 270 200 65 re 40 290 120 25 re f* Q", None),
    "blanks outside": (show("   ", x=-300) + WORD, None),
    "word on its highlight": ("q 1 1 0 rg " + BOX + "Q " + WORD, None),
    "outlined letters": (show("secret 4711", before="1 Tr 1 g"), None),
    "see-through stamp": (WORD + "/G1 gs q 1 0 0 rg " + BOX + "Q ", "alpha"),
}  # fmt: skip


def alpha(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Resources.ExtGState = Dictionary(G1=Dictionary(ca=0.3, CA=0.3))


@pytest.mark.parametrize(("content", "hang"), SEEN.values(), ids=SEEN.keys())
def test_ordinary_pages_hide_nothing(content: str, hang: Any) -> None:
    document = read(made(content, hang=alpha if hang == "alpha" else hang))

    assert [f for f in document.facts if f.rule != "meta-comment"] == []


def test_a_letter_that_is_all_line_is_ink_not_a_black_box() -> None:
    file = PdfFile(made(show("l", size=20) + DRAWN_BOX.replace("290", "190") + show("l", y=195, size=20)))
    with file.page(0) as page:
        look = Look(page, [])
        above, below = page.box(0), page.box(len(page.words()) - 1)

    assert above
    assert below
    assert look.tone(above) is Tone.INKED
    assert look.tone(below) is Tone.DARK


def scan(*, black_from: int = 0) -> bytes:
    """A grey picture of 400 by 400 with a line of ink from 50 to 120, or a black box over its end."""
    with Image.new("L", (400, 400), 250) as made_image:
        pen = ImageDraw.Draw(made_image)
        for x in range(50, 130, 4):
            pen.line((x, 90, x + 2, 101), fill=20)
        if black_from:
            pen.rectangle((black_from, 85, 140, 105), fill=8)
        return made_image.tobytes()


SCANNED = "q 400 0 0 400 0 0 cm /I1 Do Q " + show(
    "secret 4711 and so much more that it is a page", before="3 Tr"
)


def test_the_layer_of_a_scan_is_no_finding_where_the_scan_shows_ink() -> None:
    document = read(
        made(
            "q 400 0 0 400 0 0 cm /I1 Do Q " + show("secret 4711", before="3 Tr"),
            hang=with_image(scan(), 400, 400),
        )
    )

    assert document.facts == []
    assert place_of(document, "4711").part == "body"


def test_a_word_blacked_out_in_a_scan_but_not_in_its_layer_is_told() -> None:
    content = "q 400 0 0 400 0 0 cm /I1 Do Q " + show("secret 4711", before="3 Tr")

    document = read(made(content, hang=with_image(scan(black_from=86), 400, 400)))

    assert facts(document, "meta-redaction-leak") == ["4711"]


def test_a_scan_with_its_layer_is_not_handed_on_to_be_read_again() -> None:
    document = read(made(SCANNED, hang=with_image(scan(), 400, 400)))

    assert document.embedded == []
    assert document.gaps == []


class FakeOcr:
    """Reads one line of four characters where told."""

    def __init__(self) -> None:
        self.sizes: list[tuple[int, int, int]] = []

    def read(self, rgb: bytes, width: int, height: int) -> Sequence[Line]:
        self.sizes.append((len(rgb), width, height))
        at = width // 2
        characters = [Character(c, (at + 10 * i, 20, at + 10 * i + 9, 40)) for i, c in enumerate("4711")]
        return [Line(tuple(characters), 0.9)]


SCAN = "q 400 0 0 400 0 0 cm /I1 Do Q "


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_scan_is_drawn_and_read_with_boxes_in_points(turned: int) -> None:
    ocr = FakeOcr()
    page = {"Rotate": turned, "CropBox": Array([0, 0, 400, 200])}

    document = read(made(SCAN, hang=with_image(scan(), 400, 400), page=page), ocr=ocr)

    ((size, width, height),) = ocr.sizes
    assert size == width * height * 3
    assert (width > height) == (turned in (0, 180))
    place = place_of(document, "4711")
    scale = width / (200 if turned % 180 else 400)
    assert place.page == 1
    assert place.box == pytest.approx(
        [width // 2 / scale, 20 / scale, (width // 2 + 39) / scale, 40 / scale], rel=0.02
    )
    assert document.gaps == []


def test_a_scan_without_ocr_is_a_gap() -> None:
    document = read(
        made(SCAN, SCAN, show("words enough to be a page of text, not a scan"), hang=both(scan()))
    )

    assert gaps(document) == (
        "only pictures, no words that can be read: pages 1–2; install sansi[ocr] and check again"
    )


def both(data: bytes) -> Any:
    def hang(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.obj.Resources.XObject = Dictionary(I1=image(pdf, data, 400, 400))

    return hang


def test_ocr_that_fails_is_a_gap() -> None:
    class Failing:
        def read(self, rgb: bytes, width: int, height: int) -> Sequence[Line]:
            raise RuntimeError

    assert "OCR failed" in gaps(read(made(SCAN, hang=with_image(scan(), 400, 400)), ocr=Failing()))


def test_words_made_outlines_need_ocr() -> None:
    letters = "".join(f"{x} 300 m {x + 3} 310 {x + 5} 310 {x + 8} 300 c f " for x in range(20, 380, 9))

    assert "only pictures" in gaps(read(made(letters)))


def test_a_blank_page_is_read() -> None:
    assert read(made("")).gaps == []


def test_codes_on_scans_are_read_with_their_place() -> None:
    import segno

    held = io.BytesIO()
    segno.make("https://example.org/?q=4711").save(held, kind="png", scale=4, border=4)
    with Image.open(held) as code:
        grey = code.convert("L")
        side = grey.width
        content = f"q {side} 0 0 {side} 100 50 cm /I1 Do Q "
        document = read(made(content, hang=with_image(grey.tobytes(), side, side)))

    place = place_of(document, "q=4711")
    assert place.part == "code"
    assert place.box[0] == pytest.approx(116, abs=4)
    assert place.box[3] == pytest.approx(350 - 16, abs=4)


def test_photos_with_what_the_camera_noted_are_handed_on() -> None:
    held = io.BytesIO()
    exif = Image.Exif()
    exif[0x013B] = "Wang"
    Image.new("RGB", (200, 200), "teal").save(held, "jpeg", exif=exif)
    photo = held.getvalue()

    document = read(
        made(SCAN, hang=with_image(photo, 200, 200, ColorSpace=Name.DeviceRGB, Filter=Name.DCTDecode))
    )

    assert [e.data for e in document.embedded] == [photo]


def test_very_many_hidden_words_are_told_together() -> None:
    page = ""
    for i in range(90):
        x, y = 10 + 60 * (i % 6), 10 + 15 * (i // 6)
        page += show(f"w{i}x", x, y, before="1 g") + show("ok", x + 30, y)

    found = facts(read(made(page)), "meta-hidden-text")

    assert len(found) == 41
    assert all(any(f"w{i}x" in value for value in found) for i in range(90))
