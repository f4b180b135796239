"""A value is found wherever a file may hold it, and not where it only looks like it."""

from __future__ import annotations

import base64
import gzip
import io
import zipfile
import zlib

import pikepdf
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from sansi.check.extract.document import Unreadable
from sansi.check.verify import leaks
from sansi.check.verify.needles import Needles
from sansi.check.verify.pieces import pieces

PHONE, NAME = "13800138000", "欧阳测试"


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("value", [PHONE, NAME])
def test_in_every_encoding_as_text_and_among_bytes(value: str, encoding: str) -> None:
    raw = f"甲组 {value}，请转告".encode(encoding)

    assert leaks(raw, [value])
    assert Needles([value]).in_bytes(b"\xfe\x00\x91\x80" * 9 + raw + b"\xff\xfe\x01" * 9)


@pytest.mark.parametrize(
    "text",
    [
        "138 0013 8000",
        "138-0013-8000",
        "１３８００１３８０００",
        "138\u200b0013\u200b8000",
        "<w:t>138</w:t></w:r><w:r><w:t>0013</w:t></w:r><w:r><w:t>8000</w:t>",
        "<v>1.3800138E10</v>",
        "&#49;3800138000",
        "\\u0031" + "3800138000",
        "%31%338" + "00138000",
        "<a href='tel:13800138000'/>",
        base64.b64encode("电话：13800138000，谢谢".encode()).decode(),
    ],
)
def test_however_it_is_written(text: str) -> None:
    assert leaks(text.encode(), [PHONE])
    assert leaks(text.encode(), ["138 0013 8000"])


@pytest.mark.parametrize(
    "text",
    ["1380013800", "<c><v>138</v></c><c><v>00138000</v></c>", "<p>138</p><p>00138000</p>", "138\t00138000"],
)
def test_not_what_only_looks_like_it(text: str) -> None:
    assert not leaks(text.encode(), [PHONE])


def test_short_values_stand_alone() -> None:
    assert leaks(b"QQ 123456.", ["123456"])
    assert not leaks(b"id 9912345678", ["123456"])
    assert not leaks(b"anything", ["", " ", "x"])


def test_packed_files() -> None:
    inner = zipped(**{"a.xml": f"<a>{NAME}</a>".encode()})

    assert leaks(zipped(**{"word/embeddings/b.zip": inner}), [NAME])
    assert leaks(gzip.compress(PHONE.encode()), [PHONE])
    assert leaks(b"%!blob" + zlib.compress(f"x {PHONE} y".encode()) + b"tail", [PHONE])
    assert not leaks(zipped(**{"b.zip": zipped(**{"a.xml": b"<a>no</a>"})}), [NAME])


def test_a_member_that_its_directory_has_forgotten() -> None:
    one, two = zipped(a=f"{PHONE} {PHONE}".encode()), zipped(b=b"nothing here")
    body = one[: one.index(b"PK\1\2")]

    assert leaks(body + two, [PHONE])


def pdf(value: str, compress: int = 1) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    page = canvas.Canvas(out, pageCompression=compress)
    page.setFont("STSong-Light", 12)
    page.drawString(72, 720, value)
    page.save()
    return out.getvalue()


@pytest.mark.parametrize("value", [PHONE, NAME])
def test_words_of_a_pdf(value: str) -> None:
    assert leaks(pdf(value), [value])
    assert not leaks(pdf("别的"), [value])


def test_every_string_of_a_pdf() -> None:
    made = pikepdf.new()
    made.add_blank_page()
    made.Root.Odd = pikepdf.Dictionary(A=pikepdf.Array([pikepdf.String(f"《{NAME}》")]))
    out = io.BytesIO()
    made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)

    assert leaks(out.getvalue(), [NAME])


def test_words_that_only_the_map_of_a_font_tells() -> None:
    made = pikepdf.new()
    made.add_blank_page()
    codes = b"2 beginbfchar <01> <0031> <02> <0033> endbfchar 1 beginbfrange <03> <04> <0038> endbfrange"
    codes += b" 1 beginbfrange <05> <06> [<0030> <0031>] endbfrange"
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type3, ToUnicode=made.make_stream(codes)
    )
    made.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    made.pages[0].Contents = made.make_stream(
        b"BT /F1 9 Tf [<0102> -20 (\\003)] TJ <05050602030505> Tj <05> Tj ET"
    )
    out = io.BytesIO()
    made.save(out)

    assert leaks(out.getvalue(), [PHONE])


def test_what_cannot_be_searched_through_counts_as_a_leak() -> None:
    assert "cannot be verified" in leaks(b"\x89PNG\r\n\x1a\nbroken", [PHONE])[0].en
    with pytest.raises(Unreadable):
        list(pieces(zipped(a=bytes(9999)), 5000))
