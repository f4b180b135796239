"""PDF: glyphs gone from pages of several makers, other characters as they were; else the page is a picture."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest
from fpdf import FPDF
from pikepdf import Array, Dictionary, Name
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from tests.check.blackout.search import ID, MAIL, OTHER_ID, PHONE, answer, blackened, found
from tests.check.blackout.test_pictures import Bars, picture

FONTS = tuple(Path("/usr/share/fonts").glob("**/wqy-microhei.ttc"))
TEXT = f"Tel {PHONE}  and  more, {MAIL} too."


def saved(pdf: Any) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def text_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return "\n".join(pdf[i].get_textpage().get_text_range() for i in range(len(pdf)))


def letters(text: str, *gone: str) -> Counter[str]:
    for value in gone:
        assert value in text
        text = text.replace(value, "")
    return Counter("".join(text.split()))


def exact(data: bytes, *gone: str, ocr: Any = None) -> bytes:
    """The file blacked out letter by letter: all other characters are still there, by two readers."""
    told, _ = answer(data, ocr)
    assert not [how for how in told["how"] if "picture" in how.en]
    out = blackened(data, ocr)
    assert letters(text_of(out)) == letters(text_of(data), *gone)
    for value in gone:
        assert value not in "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(out)).pages)
    return out


def made(draw: Any) -> bytes:
    out = io.BytesIO()
    sheet = canvas.Canvas(out)
    draw(sheet)
    sheet.save()
    return out.getvalue()


def test_reportlab_with_a_simple_font() -> None:
    def draw(sheet: Any) -> None:
        sheet.setFont("Times-Roman", 12)
        sheet.drawString(72, 700, TEXT)
        sheet.drawString(72, 650, "Nothing here.")
        sheet.rotate(30)
        sheet.drawString(300, 300, f"slanted {PHONE} words")

    exact(made(draw), PHONE, MAIL)


def test_reportlab_with_a_cid_font() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

    def draw(sheet: Any) -> None:
        sheet.setFont("STSong-Light", 12)
        sheet.drawString(72, 700, f"身份证号：{ID}，联系电话：{PHONE}，其他文字不变。")

    exact(made(draw), ID, PHONE)


@pytest.mark.skipif(not FONTS, reason="no Chinese font on this machine")
def test_fpdf2_with_a_subset_of_an_embedded_font() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.add_font("w", fname=FONTS[0])
    pdf.set_font("w", size=12)
    pdf.multi_cell(
        0, text=f"联系电话：{PHONE}，证件 {ID} 后面的字。\nefficient office, 第二行不变 {OTHER_ID}"
    )

    exact(bytes(pdf.output()), PHONE, ID, OTHER_ID)


@pytest.mark.skipif(not shutil.which("chromium"), reason="no Chromium on this machine")
def test_chromium(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        f"<meta charset=utf-8><title>x</title><p>联系电话：{PHONE}，身份证号 {ID}，后面的 efficient office"
        f"<p style='page-break-before:always'>第二页 <a href='mailto:{MAIL}'>{MAIL}</a> 末尾",
        "utf-8",
    )
    out = tmp_path / "a.pdf"
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        f"--print-to-pdf={out}", page.as_uri(),
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, timeout=100, check=False)
    if not out.exists():
        pytest.skip("Chromium did not start")

    exact(out.read_bytes(), PHONE, ID, MAIL)


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice on this machine")
def test_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"联系电话：{PHONE}，身份证号 {ID}，后面的字\n第二行", "utf-8")
    command = [
        "soffice",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.txt"),
    ]
    subprocess.run(command, capture_output=True, timeout=200, check=False)

    exact((tmp_path / "a.pdf").read_bytes(), PHONE, ID)


HELVETICA = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def page_of(content: str, pdf: Any = None, **resources: Any) -> Any:
    pdf = pdf or pikepdf.new()
    page = pdf.add_blank_page(page_size=(600, 800))
    page.obj.Resources = Dictionary(Font=Dictionary(F1=HELVETICA), **resources)
    page.obj.Contents = pdf.make_stream(content.encode())
    return pdf


@pytest.mark.parametrize(
    "content",
    [
        "BT /F1 12 Tf 72 700 Td [(Tel 138) -50 (1234) 20 (5678 end)] TJ ET",
        f"BT /F1 12 Tf 14 TL 72 700 Td (first) Tj (Tel {PHONE} end) ' 1 2 (and {PHONE}.) \" ET",
        f"q BT /F1 12 Tf 3 Tc 72 700 Td (Tel {PHONE} end) Tj ET Q BT /F1 9 Tf 72 600 Td (other) Tj ET",
        f"BT /F1 12 Tf 72 700 Td <{b'Tel'.hex()}20{PHONE.encode().hex()}20{b'end'.hex()}> Tj ET",
        f"/Span <</ActualText (Tel {PHONE} end)>> BDC BT /F1 12 Tf 72 700 Td (Tel {PHONE} end) Tj ET EMC",
        f"BT 3 Tr /F1 12 Tf 72 700 Td (Tel {PHONE} end) Tj ET",
        f"BT /F1 12 Tf 72 700 Td (Tel {PHONE} end) Tj ET 0 g 60 690 200 30 re f",
    ],
    ids=["kerned", "quotes", "spaced", "hex", "actual-text", "invisible", "under-a-box"],
)
def test_every_way_of_showing_text(content: str) -> None:
    data = saved(page_of(content))
    gone = [PHONE] * text_of(data).count(PHONE)

    exact(data, *gone[:1])


def test_what_follows_stays_in_its_place_within_a_quarter_of_a_letter() -> None:
    data = saved(page_of(f"BT /F1 12 Tf 72 700 Td (Tel {PHONE} end) Tj ET"))

    def left_of_end(pdf: bytes) -> float:
        with pypdfium2.PdfDocument(pdf) as document:
            words = document[0].get_textpage()
            return float(words.get_charbox(words.get_text_range().index("end"))[0])

    assert 0 <= left_of_end(exact(data, PHONE)) - left_of_end(data) <= 12 / 4


def test_a_form_drawn_on_two_pages_one_of_them_turned() -> None:
    pdf = pikepdf.new()
    form = pdf.make_stream(f"BT /F1 12 Tf 72 600 Td (Tel {PHONE} end) Tj ET".encode())
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 600, 800])
    form.Resources = Dictionary(Font=Dictionary(F1=HELVETICA))
    for turned in (0, 90):
        page_of(f"/X0 Do BT /F1 12 Tf 72 500 Td ({ID} x) Tj ET", pdf, XObject=Dictionary(X0=form))
        pdf.pages[-1].obj.Rotate = turned

    exact(saved(pdf), PHONE, ID)


def beside(kind: str) -> bytes:
    pdf = page_of("BT /F1 12 Tf 72 700 Td (Visible words.) Tj ET")
    root, page = pdf.Root, pdf.pages[0].obj
    if kind == "info":
        pdf.docinfo["/Title"] = f"Tel {PHONE}"
    elif kind == "xmp":
        root.Metadata = pdf.make_stream(
            f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>tel {PHONE}</x:xmpmeta>".encode()
        )
    elif kind == "bookmark":
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(f"电话 {PHONE}", 0))
    elif kind == "note":
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=f"tel {PHONE}")
        page.Annots = Array([pdf.make_indirect(note)])
    elif kind == "link":
        action = Dictionary(S=Name.URI, URI=f"mailto:{MAIL.replace('@', '%40')}")
        page.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action)])
    elif kind == "field":
        field = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="tel", V=PHONE, Rect=[0, 0, 90, 9]
        )
        page.Annots = Array([pdf.make_indirect(field)])
        root.AcroForm = Dictionary(Fields=Array([page.Annots[0]]))
    elif kind == "attachment":
        pdf.attachments["a.txt"] = f"tel {PHONE}".encode()
    elif kind == "structure":
        element = Dictionary(Type=Name.StructElem, S=Name.Figure, Alt=f"电话 {PHONE}", Pg=page)
        root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=pdf.make_indirect(element))
    return saved(pdf)


@pytest.mark.parametrize(
    "kind", ["info", "xmp", "bookmark", "note", "link", "field", "attachment", "structure"]
)
def test_what_is_beside_the_pages_goes_and_the_pages_stay(kind: str) -> None:
    data = beside(kind)

    assert "Visible words." in text_of(exact(data))


def test_earlier_versions_are_not_carried_along() -> None:
    first = saved(page_of(f"BT /F1 12 Tf 72 700 Td (Tel {PHONE} end) Tj ET"))
    # An incremental update that shows another page content (ISO 32000-1 7.5.6).
    start = first.rindex(b"startxref")
    old = int(first[start + 9 :].split()[0])
    with pikepdf.open(io.BytesIO(first)) as pdf:
        number = pdf.pages[0].obj.Contents.objgen[0]
        size = int(pdf.trailer.Size)
        root = pdf.Root.objgen[0]
    at = len(first) + 1
    content = b"BT /F1 12 Tf 72 700 Td (Clean now.) Tj ET"
    body = (
        f"\n{number} 0 obj\n<</Length {len(content)}>>\nstream\n".encode()
        + content
        + b"\nendstream\nendobj\n"
    )
    table = f"xref\n{number} 1\n{at:010d} 00000 n \ntrailer\n<</Size {size}/Root {root} 0 R/Prev {old}>>\n".encode()
    second = first + body + table + f"startxref\n{len(first) + len(body)}\n%%EOF\n".encode()

    assert "Clean now." in text_of(blackened(second))


def type3() -> bytes:
    pdf = pikepdf.new()
    glyph = pdf.make_stream(b"1000 0 0 0 750 750 d1 0 0 750 750 re f")
    names = [Name(f"/g{i}") for i in range(10)]
    codes = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <30> <39> <0030> endbfrange endcmap"
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 750, 750], FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        FirstChar=48, LastChar=57, Widths=[1000] * 10, CharProcs=Dictionary({str(n): glyph for n in names}),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([48, *names])),
        ToUnicode=pdf.make_stream(codes), Resources=Dictionary(),
    )  # fmt: skip
    page = page_of(f"BT /F1 12 Tf 72 700 Td (Visible) Tj /F3 12 Tf 100 0 Td ({PHONE}) Tj ET", pdf).pages[0]
    page.obj.Resources.Font.F3 = font
    return saved(pdf)


def pixel(data: bytes, x: float, y: float, number: int = 0) -> Any:
    """The colour at a point of a page, from its lower left corner."""
    with pypdfium2.PdfDocument(data) as pdf:
        image = pdf[number].render(scale=2).to_pil().convert("L")
        return image.getpixel((int(2 * x), image.height - int(2 * y)))


def test_glyphs_that_are_drawings_make_the_page_a_picture() -> None:
    told, out = answer(type3())

    assert "page 1: could not be proven" in told["how"][0].en
    assert not text_of(blackened(type3())).strip()
    assert pixel(out, 178, 702) < 50
    assert pixel(out, 300, 300) > 200


def test_a_scan_with_its_words_beneath_is_burnt_not_covered() -> None:
    def draw(sheet: Any) -> None:
        image = picture([PHONE, "314159"])
        sheet.drawImage(ImageReader(image), 72, 300, image.width, image.height)
        words = sheet.beginText(72, 400)
        words.setTextRenderMode(3)
        words.textOut(f"Tel {PHONE}")
        sheet.drawText(words)
        sheet.showPage()
        sheet.drawString(72, 700, "An ordinary page.")

    told, out = answer(made(draw), Bars())

    assert "page 1" in told["how"][-1].en
    assert text_of(out).split() == ["An", "ordinary", "page."]
    with pikepdf.open(io.BytesIO(out)) as pdf:
        assert list(pdf.pages[0].obj.Resources.XObject) == ["/Im0"]


def test_a_copy_that_no_page_draws_costs_the_pages_their_words() -> None:
    pdf = page_of(f"BT /F1 12 Tf 72 700 Td (Tel {PHONE} end) Tj ET")
    unused = pdf.make_stream(f"BT /F1 12 Tf ({PHONE}) Tj ET".encode(), Type=Name.XObject, Subtype=Name.Form)
    pdf.pages[0].obj.Resources.XObject = Dictionary(X9=unused)
    told, out = answer(saved(pdf), Bars())

    assert "page 1: could not be proven" in told["how"][0].en
    assert not list(found(out, PHONE))
    # Whoever cannot read what the picture of a page shows cannot vouch for it.
    told, out = answer(saved(pdf))
    assert "did not pass" in told["problem"].en
    assert not out


def test_a_value_over_a_page_break() -> None:
    def draw(sheet: Any) -> None:
        sheet.drawString(72, 72, f"Tel: {PHONE[:6]}")
        sheet.showPage()
        sheet.drawString(72, 770, f"{PHONE[6:]} is the number.")

    out = blackened(made(draw))
    assert PHONE[:6] not in text_of(out)
    assert "is the number." in text_of(out)


def test_a_locked_file_is_refused() -> None:
    pdf, out = page_of(f"BT /F1 12 Tf 72 700 Td ({PHONE}) Tj ET"), io.BytesIO()
    pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    told, data = answer(out.getvalue())

    assert "password" in told["problem"].en
    assert not data


def test_a_file_that_only_its_owner_may_change_is_written_without_a_lock() -> None:
    pdf, out = page_of(f"BT /F1 12 Tf 72 700 Td (Tel {PHONE} end) Tj ET"), io.BytesIO()
    pdf.save(out, encryption=pikepdf.Encryption(owner="a", user=""))

    assert "Tel" in text_of(blackened(out.getvalue()))


def test_pages_without_anything_to_hide_stay() -> None:
    image = io.BytesIO()
    Image.new("RGB", (30, 30), "red").save(image, "PNG")

    def draw(sheet: Any) -> None:
        sheet.drawString(72, 700, TEXT)
        sheet.showPage()
        sheet.drawString(72, 700, "Second page, no finding.")
        sheet.drawImage(ImageReader(image), 300, 300)

    out = exact(made(draw), PHONE, MAIL, ocr=Bars())
    assert pixel(out, 310, 310, 1) < 100
