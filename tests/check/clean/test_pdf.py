"""PDF: everything beside the pages goes, what the pages draw is the same byte for byte, and others open it."""

from __future__ import annotations

import io
import random
from typing import Any

import fpdf
import pikepdf
import pypdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen import canvas

from sansi.check.clean.clean import clean
from sansi.check.extract.document import Unreadable
from sansi.check.verify import leaks
from tests.check.clean.deep import left_of
from tests.check.clean.test_pictures import jpeg, same_pixels

PLANTS = """PlantAuthor PlantXmp PlantPageXmp PlantScript PlantPageScript PlantAttachment PlantAssociated PlantSticky
    PlantMarker PlantMarked PlantPopup PlantFileNote PlantPiece PlantThumb PlantOld PlantLaunch PlantSigner
    PlantArtist PlantSerial PlantUnreferenced PlantUri PlantFormScript""".split()


def reportlab_page(words: str = "shown words") -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out)
    page.setAuthor("PlantAuthor")
    page.drawString(72, 720, words)
    page.save()
    return out.getvalue()


def fpdf_page() -> bytes:
    page = fpdf.FPDF()
    page.set_author("PlantAuthor")
    page.add_page()
    page.set_font("Helvetica", size=12)
    page.cell(text="shown words")
    return bytes(page.output())


def planted() -> bytes:
    with pikepdf.open(io.BytesIO(reportlab_page())) as pdf:
        page, root = pdf.pages[0].obj, pdf.Root
        make: Any = pdf.make_stream
        root.Metadata = make(b"<x>PlantXmp</x>", Type=Name.Metadata, Subtype=Name.XML)
        root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("PlantScript"))
        root.AF = Array(
            [pdf.make_indirect(Dictionary(Type=Name.Filespec, EF=Dictionary(F=make(b"PlantAssociated"))))]
        )
        root.URI = Dictionary(Base=String("http://PlantUri/"))
        pdf.attachments["a.txt"] = pikepdf.AttachedFileSpec(pdf, b"PlantAttachment", filename="a.txt")
        page.Metadata = make(b"PlantPageXmp")
        page.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("PlantPageScript")))
        page.PieceInfo = Dictionary(X=Dictionary(Private=String("PlantPiece")))
        page.Thumb = make(b"PlantThumb")
        picture = make(
            jpeg(),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=64,
            Height=48,
            ColorSpace=Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=Name.DCTDecode,
        )
        page.Resources.XObject = Dictionary(Im0=picture)
        look = make(b"0 0 50 20 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 50, 20]))
        box = Array([72, 600, 122, 620])
        popup = pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Popup, Rect=box, Contents=String("PlantPopup"))
        )
        page.Annots = Array(
            [
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Text,
                    Rect=box,
                    T=String("PlantSticky"),
                    Contents=String("PlantSticky"),
                ),
                pdf.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=Name.Square,
                        Rect=box,
                        T=String("PlantMarker"),
                        Contents=String("PlantMarked"),
                        AP=Dictionary(N=look),
                        Popup=popup,
                    )
                ),
                popup,
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.FileAttachment,
                    Rect=box,
                    FS=Dictionary(EF=Dictionary(F=make(b"PlantFileNote"))),
                ),
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=box,
                    A=Dictionary(S=Name.URI, URI=String("https://example.com/shown")),
                ),
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=box,
                    A=Dictionary(S=Name.Launch, F=String("C:\\PlantLaunch")),
                ),
            ]
        )
        field = pdf.make_indirect(
            Dictionary(
                FT=Name.Sig,
                T=String("s"),
                V=Dictionary(
                    Type=Name.Sig,
                    Name=String("PlantSigner"),
                    ByteRange=Array([0, 1, 2, 3]),
                    Contents=String("x"),
                ),
            )
        )
        text = pdf.make_indirect(
            Dictionary(
                FT=Name.Tx,
                T=String("name"),
                V=String("shown value"),
                AA=Dictionary(K=Dictionary(S=Name.JavaScript, JS=String("PlantFormScript"))),
            )
        )
        root.AcroForm = Dictionary(Fields=Array([field, text]), SigFlags=3)
        out = io.BytesIO()
        pdf.save(out)
    data = out.getvalue()
    # An earlier version of an object, and one that nothing refers to.
    old = b"\n900 0 obj\n(PlantOld)\nendobj\n901 0 obj\n(PlantUnreferenced)\nendobj\n"
    at = data.index(b"\n", 12) + 1
    return _moved(data, at, old)


def _moved(data: bytes, at: int, more: bytes) -> bytes:
    """`data` with `more` at its end, before a second end: as an update leaves things."""
    return data + more + data[data.rindex(b"startxref") :]


def words(data: bytes) -> str:
    return pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text()


def contents(data: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            p.Contents.read_bytes()
            if not isinstance(p.Contents, Array)
            else b"".join(c.read_bytes() for c in p.Contents)
            for p in pdf.pages
        ]


def drawn(data: bytes) -> bytes:
    document = pypdfium2.PdfDocument(data)
    return bytes(document[0].render(scale=1, may_draw_forms=False).to_pil().tobytes())


def test_every_plant_goes() -> None:
    data = planted()
    assert all(plant.encode() in data or left_of(data, [plant]) for plant in PLANTS)
    done = clean(data)

    assert left_of(done.data, PLANTS) == []
    assert leaks(done.data, PLANTS) == []
    assert left_of(done.data, ["shown value", "example.com/shown"]) == ["shown value", "example.com/shown"]
    said = " ".join(both.en for both in done.removed)
    for word in ("properties", "XMP", "attachments", "scripts", "notes", "signatures", "author"):
        assert word in said
    again = clean(done.data)
    assert (again.data, again.removed) == (done.data, [])


@pytest.mark.parametrize("make", [planted, reportlab_page, fpdf_page])
def test_pages_are_what_they_were(make: Any) -> None:
    data = make()
    done = clean(data)

    assert contents(done.data) == contents(data)
    assert words(done.data) == words(data)
    assert drawn(done.data) == drawn(data)
    assert b"PlantAuthor" not in done.data


def test_photos_on_pages_are_cleaned_pixels_the_same() -> None:
    with pikepdf.open(io.BytesIO(clean(planted()).data)) as pdf:
        raw = pdf.pages[0].Resources.XObject.Im0.read_raw_bytes()

    assert same_pixels(raw, jpeg())


def test_earlier_versions_go() -> None:
    with pikepdf.open(io.BytesIO(reportlab_page("PlantOld"))) as pdf:
        out = io.BytesIO()
        pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    writer = pypdf.PdfWriter(io.BytesIO(out.getvalue()), incremental=True)
    writer.pages[0][pypdf.generic.NameObject("/Contents")] = writer._add_object(pypdf.generic.StreamObject())
    later = io.BytesIO()
    writer.write(later)
    assert left_of(later.getvalue(), ["PlantOld"])

    assert left_of(clean(later.getvalue()).data, ["PlantOld"]) == []


def test_hidden_text_is_left_and_said() -> None:
    out = io.BytesIO()
    page = canvas.Canvas(out)
    page.drawString(72, 720, "shown words")
    text = page.beginText(72, 600)
    text.setTextRenderMode(3)
    text.textLine("HiddenWords 13800138000")
    page.drawText(text)
    page.save()

    assert any("page 1" in said.en for said in clean(out.getvalue()).left)


def test_passwords() -> None:
    with pikepdf.open(io.BytesIO(reportlab_page())) as pdf:
        owner, user = io.BytesIO(), io.BytesIO()
        pdf.save(owner, encryption=pikepdf.Encryption(owner="o", user=""))
        pdf.save(user, encryption=pikepdf.Encryption(owner="o", user="u"))

    done = clean(owner.getvalue())
    assert any("owner's password" in said.en for said in done.removed)
    assert words(done.data).strip() == "shown words"
    with pytest.raises(Unreadable, match="password"):
        clean(user.getvalue())


def test_a_form_that_is_nothing_but_xfa_is_refused() -> None:
    with pikepdf.open(io.BytesIO(reportlab_page())) as pdf:
        pdf.Root.AcroForm = Dictionary(XFA=pdf.make_stream(b"<x/>"), Fields=Array())
        out = io.BytesIO()
        pdf.save(out)
    with pytest.raises(Unreadable, match="XFA"):
        clean(out.getvalue())


def test_damaged_files_are_refused_or_cleaned() -> None:
    data, rng = planted(), random.Random(3)
    for part in range(1, 16):
        _tried(data[: len(data) * part // 16])
    for _ in range(20):
        bent = bytearray(data)
        for _ in range(8):
            bent[rng.randrange(len(bent))] = rng.randrange(256)
        _tried(bytes(bent))


def _tried(data: bytes) -> None:
    try:
        clean(data)
    except Unreadable:
        return
