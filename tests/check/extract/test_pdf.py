"""PDF files: the words of pages and of everything that hangs on them, each with its place."""

from __future__ import annotations

import io
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from sansi.check.evidence.checksums import mod_11_2
from sansi.check.extract.extract import extract
from sansi.check.inspector import Inspector, Job
from sansi.check.place import FieldPlace, PagePlace
from tests.check.extract.pdfs import (
    XMP,
    facts,
    gaps,
    image,
    later,
    made,
    note,
    noted,
    place_of,
    read,
    segment_with,
    show,
    spec,
)

ID = "11010519030307" + "002"
ID += mod_11_2(ID)


def near(box: Any, *expected: float) -> bool:
    return all(abs(a - b) < 1.5 for a, b in zip(box, expected, strict=True))


def test_words_of_every_page_are_one_segment_each() -> None:
    document = read(made(show("first page"), show("second page")))

    assert [s.text for s in document.segments] == ["first page", "second page"]
    assert document.gaps == []


@pytest.mark.parametrize(
    ("turned", "crop", "expected"),
    [
        (0, None, (50, 91.4, 57.8, 100)),
        (0, [20, 30, 380, 390], (30, 81.4, 37.8, 90)),
        (90, None, (300, 50, 308.6, 57.8)),
        (90, [20, 30, 380, 390], (270, 30, 278.6, 37.8)),
        (180, None, (342.2, 300, 350, 308.6)),
        (270, None, (91.4, 342.2, 100, 350)),
        (270, [20, 30, 380, 390], (81.4, 322.2, 90, 330)),
    ],
)
def test_boxes_are_points_from_the_top_left_of_what_is_shown(turned: int, crop: Any, expected: Any) -> None:
    page: dict[str, Any] = {"Rotate": turned} | ({"CropBox": Array(crop)} if crop else {})

    place = place_of(read(made(show("X"), page=page)), "X")

    assert place.page == 1
    assert near(place.box, *expected)


def test_an_identifier_over_two_lines_has_one_place_and_is_found() -> None:
    data = made(show(f"ID {ID[:12]}", y=300) + show(ID[12:], y=286))
    result = Inspector(Job()).document("x.pdf", extract(data))

    place = place_of(read(data), f"{ID[:12]}\r\n{ID[12:]}")

    assert near(place.box, 50, 91.4, 145, 114)
    assert [i.rule for i in result.items] == ["cn-resident-id"]


def test_a_hyphen_at_the_end_of_a_line_stays_a_hyphen() -> None:
    document = read(made(show("write to li.xiao-", y=300) + show("ming@example.org", y=286)))

    assert "li.xiao-ming@example.org" in document.segments[0].text


def test_characters_outside_the_first_plane_do_not_shift_the_places() -> None:
    table = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> "
        b"endcodespacerange 2 beginbfchar <0041> <D840DC0B> <0042> <0042> endbfchar endcmap end end"
    )

    def hang(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Font.F1 = composite(pdf, ToUnicode=pdf.make_stream(table))

    document = read(made("BT /F1 10 Tf 50 300 Td <0041004100410042> Tj ET", hang=hang))

    assert document.segments[0].text == "\U0002000b\U0002000b\U0002000bB"
    assert abs(place_of(document, "B").box[0] - 80) < 1


def composite(pdf: pikepdf.Pdf, **more: Any) -> Any:
    """A composite font without shapes, whose letters are told only by what `more` brings."""
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Made, Flags=4, FontBBox=[0, 0, 1000, 1000], Ascent=800,
        Descent=-200, CapHeight=700, ItalicAngle=0, StemV=80,
    )  # fmt: skip
    inner = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Made, DW=1000,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Made, Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(inner)]), **more,
        )
    )  # fmt: skip


def test_a_font_that_does_not_tell_its_letters_is_a_gap_not_gibberish() -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Font.F1 = composite(pdf)

    document = read(made("BT /F1 10 Tf 50 300 Td <00410042004300440045> Tj ET", hang=hang))

    assert document.segments == []
    assert "do not tell their letters" in gaps(document)


def plant(subtype: str, **more: Any) -> Any:
    return noted(lambda: note(subtype, **more))


PLANT = String("plant 4711")
HOLDERS = {
    "comment": (plant("Text", Contents=PLANT), "annotation"),
    "popup": (plant("Popup", Contents=PLANT), "annotation"),
    "rich text": (plant("FreeText", RC=String("<p>plant <b>4711</b></p>")), "annotation"),
    "subject": (plant("Square", Subj=PLANT), "annotation"),
    "comment's author": (plant("Text", T=PLANT), "annotation"),
    "hidden comment": (plant("Text", F=2, Contents=PLANT), "annotation"),
    "link": (
        plant("Link", A=Dictionary(S=Name.URI, URI=String("https://example.org/?q=plant 4711"))),
        "link",
    ),
    "file of a link": (plant("Link", A=Dictionary(S=Name.GoToR, F=String("C:/plant 4711.pdf"))), "link"),
    "field": (plant("Widget", FT=Name.Tx, T=String("t"), V=PLANT), "form"),
    "its standard": (plant("Widget", FT=Name.Tx, T=String("t"), DV=PLANT), "form"),
    "choice": (plant("Widget", FT=Name.Ch, Opt=Array([String("a"), Array([String("x"), PLANT])])), "form"),
    "signature": (plant("Widget", FT=Name.Sig, V=Dictionary(Reason=PLANT)), "form"),
    "button": (plant("Widget", FT=Name.Btn, MK=Dictionary(CA=PLANT)), "form"),
}


@pytest.mark.parametrize(("hang", "part"), HOLDERS.values(), ids=HOLDERS.keys())
def test_what_hangs_on_a_page_is_read_with_its_place(hang: Any, part: str) -> None:
    document = read(made(show("page"), hang=hang))

    place = place_of(document, "plant 4711")
    assert near(place.box, 40, 80, 140, 110)
    assert (place.page, place.part) == (1, part)
    assert document.gaps == []


def root(**entries: Any) -> Any:
    def hang(pdf: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            pdf.Root[f"/{key}"] = value(pdf) if callable(value) else value

    return hang


def outline(pdf: pikepdf.Pdf) -> Any:
    first = pdf.make_indirect(
        Dictionary(Title=String("plant 4711"), Dest=Array([pdf.pages[0].obj, Name.Fit]))
    )
    first.Next = first  # a loop, which must not be followed for ever
    return pdf.make_indirect(Dictionary(First=first, Last=first, Count=1))


def tagged(pdf: pikepdf.Pdf) -> Any:
    figure = Dictionary(S=Name.Figure, Pg=pdf.pages[0].obj, Alt=String("plant 4711"))
    return pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([pdf.make_indirect(figure)])))


def orphan_field(pdf: pikepdf.Pdf) -> Any:
    inner = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("b"), V=String("plant 4711")))
    outer = pdf.make_indirect(Dictionary(T=String("a"), Kids=Array([inner])))
    return Dictionary(Fields=Array([outer]))


def xfa(pdf: pikepdf.Pdf) -> Any:
    packet = pdf.make_stream(b"<xfa:data><name>plant 4711</name></xfa:data>")
    return Dictionary(Fields=Array([]), XFA=Array([String("datasets"), packet]))


def xmp(inner: str) -> Any:
    return root(Metadata=lambda pdf: pdf.make_stream(XMP.format(inner).encode(), Type=Name.Metadata))


@pytest.mark.parametrize(
    ("hang", "place"),
    [
        (root(Outlines=outline), PagePlace(1, None, "bookmark")),
        (root(StructTreeRoot=tagged), PagePlace(1, None, "alt")),
        (root(AcroForm=orphan_field), FieldPlace("AcroForm")),
        (root(AcroForm=xfa), FieldPlace("XFA")),
        (xmp("<dc:title><rdf:Alt><rdf:li>plant 4711</rdf:li></rdf:Alt></dc:title>"), FieldPlace("XMP title")),
        (
            xmp("<dc:creator><rdf:Seq><rdf:li>plant 4711</rdf:li></rdf:Seq></dc:creator>"),
            FieldPlace("XMP creator"),
        ),
    ],
    ids=["bookmark", "alternative text", "field on no page", "XFA", "XMP title", "XMP creator"],
)
@pytest.mark.parametrize("packed", [False, True])
def test_what_stands_beside_the_pages_is_read_with_its_place(hang: Any, place: Any, packed: bool) -> None:
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable

    document = read(made(show("page"), hang=hang, object_stream_mode=mode))

    assert place_of(document, "plant 4711") == place
    assert document.gaps == []


def test_document_information_is_read_and_its_author_told() -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        for key, value in {
            "/Author": String("Wang Ming"),
            "/Title": String("Draft of plant 4711"),
            "/Source": String("C:\\Users\\wang\\draft.docx"),
            "/Producer": String("Producer 1.2"),
            "/Creator": String("Writer"),
        }.items():
            pdf.docinfo[key] = value

    document = read(made(show("page"), hang=hang))

    assert facts(document, "meta-author") == ["Wang Ming"]
    assert facts(document, "meta-xmp") == ["C:\\Users\\wang\\draft.docx"]
    assert place_of(document, "plant 4711") == FieldPlace("Title")
    assert not any("Producer" in s.text for s in document.segments)


def test_an_author_in_gbk_as_old_chinese_programs_write_it() -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Author"] = String("placeholder")

    data = made(show("page"), hang=hang).replace(b"(placeholder)", "(王小明某某 )".encode("gb18030"))

    assert facts(read(data), "meta-author") == ["王小明某某"]


def test_programs_default_authors_are_nobody() -> None:
    from reportlab.pdfgen import canvas

    held = io.BytesIO()
    sheet = canvas.Canvas(held)
    sheet.drawString(72, 700, "hello")
    sheet.save()

    document = read(held.getvalue())

    assert document.facts == []
    assert [s.text for s in document.segments] == ["hello"]


def test_history_and_paths_in_xmp_are_facts() -> None:
    inner = (
        '<xmpMM:History><rdf:Seq><rdf:li stEvt:action="saved" stEvt:parameters="from D:\\secret\\a.indd"/></rdf:Seq>'
        "</xmpMM:History>"
    )

    document = read(made(show("page"), hang=xmp(inner)))

    assert len(facts(document, "meta-xmp")) == 2
    assert "D:\\secret\\a.indd" in facts(document, "meta-xmp")[0]


def test_harmless_xmp_is_no_fact() -> None:
    assert (
        read(made(show("page"), hang=xmp("<xmp:CreateDate>2024-01-01T00:00:00Z</xmp:CreateDate>"))).facts
        == []
    )


def test_xmp_with_entities_of_its_own_is_refused_aloud() -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&a;</x:xmpmeta>'
        pdf.Root.Metadata = pdf.make_stream(bomb)

    assert "XMP" in gaps(read(made(show("page"), hang=hang)))


def test_comments_are_facts() -> None:
    document = read(
        made(show("page"), hang=noted(note("Text", Contents=String("not so"), T=String("Li Na"))))
    )

    assert facts(document, "meta-comment") == ["not so"]
    assert facts(document, "meta-author") == ["Li Na"]


def test_a_link_that_says_what_the_page_says_is_not_read_twice() -> None:
    link = note("Link", A=Dictionary(S=Name.URI, URI=String("mailto:a@example.org")))

    assert len(read(made(show("a@example.org"), hang=noted(link))).segments) == 1


def test_the_label_of_a_field_stands_before_its_value() -> None:
    field = note("Widget", FT=Name.Tx, T=String("x1"), TU=String("Phone"), V=String("4711"))

    assert read(made(show("page"), hang=noted(field))).segments[-1].text == "Phone: 4711\n"


def test_a_filled_field_that_is_not_shown_is_hidden_text() -> None:
    field = note("Widget", FT=Name.Tx, F=2, V=String("4711"))

    assert facts(read(made(show("page"), hang=noted(field))), "meta-hidden-text") == ["4711"]


def test_words_that_only_a_stamp_draws_are_read() -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(
            show("plant 4711", 5, 5).encode(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 100, 30],
            Resources=pdf.pages[0].obj.Resources,
        )  # fmt: skip
        stamp = note("Stamp", AP=Dictionary(N=form))
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(stamp)])

    document = read(made(show("page"), hang=hang))

    assert place_of(document, "plant 4711").part == "annotation"


def js(code: str) -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String(code))


LAUNCH = Dictionary(S=Name.Launch, F=String("calc.exe"))


def field_action(pdf: pikepdf.Pdf) -> None:
    field = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("a"), AA=Dictionary(C=js("x()"))))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def page_action(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=js("x()"))


@pytest.mark.parametrize(
    "hang",
    [
        root(OpenAction=js("x()")),
        root(OpenAction=LAUNCH),
        root(OpenAction=Dictionary(S=Name.URI, URI=String("http://example.org"))),
        root(OpenAction=Dictionary(S=Name.GoTo, D=Array([]), Next=js("x()"))),
        root(AA=Dictionary(WC=js("x()"))),
        root(Names=Dictionary(JavaScript=Dictionary(Names=Array([String("a"), js("x()")])))),
        page_action,
        field_action,
        noted(note("Link", A=js("x()"))),
        noted(note("Link", A=LAUNCH)),
        noted(note("Link", A=Dictionary(S=Name.URI, URI=String("javascript:x()")))),
        noted(note("Screen", AA=Dictionary(PO=js("x()")))),
    ],
)
def test_what_runs_by_itself_is_a_fact(hang: Any) -> None:
    assert len(facts(read(made(show("page"), hang=hang)), "meta-active-content")) == 1


@pytest.mark.parametrize(
    "hang",
    [
        root(OpenAction=Dictionary(S=Name.GoTo, D=Array([]))),
        noted(note("Link", A=Dictionary(S=Name.URI, URI=String("https://example.org")))),
    ],
)
def test_ordinary_links_and_openings_run_nothing(hang: Any) -> None:
    assert facts(read(made(show("page"), hang=hang)), "meta-active-content") == []


def test_scripts_are_read() -> None:
    assert place_of(read(made("", hang=root(OpenAction=js("var a = 'plant 4711'")))), "plant 4711")


def test_attachments_of_file_page_and_annotation_are_handed_on_once() -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        first = spec(pdf, "a.txt", b"plant one")
        pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a"), first])))
        pdf.Root.AF = Array([first])
        pdf.pages[0].obj.AF = Array([spec(pdf, "b.txt", b"plant two")])
        assets = Dictionary(Names=Array([String("d"), spec(pdf, "d.txt", b"plant four")]))
        pdf.pages[0].obj.Annots = Array(
            [
                pdf.make_indirect(note("FileAttachment", FS=spec(pdf, "c.txt", b"plant three"))),
                pdf.make_indirect(note("RichMedia", RichMediaContent=Dictionary(Assets=assets))),
            ]
        )

    data = made(show("page"), hang=hang)
    document = read(data)

    assert {e.name: e.data for e in document.embedded} == {
        "a.txt": b"plant one", "b.txt": b"plant two", "c.txt": b"plant three",
        "d.txt": b"plant four",
    }  # fmt: skip
    assert sorted(facts(document, "meta-attachment")) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    whole = extract(data)
    assert place_of(whole, "plant three").inside == ("c.txt",)


def test_a_thumbnail_is_a_fact() -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Thumb = image(pdf, bytes(100), 10, 10)

    assert facts(read(made(show("page"), hang=hang)), "meta-thumbnail") == [""]


def test_sound_and_film_are_a_gap() -> None:
    assert "sound" in gaps(read(made(show("page"), hang=noted(note("Movie")))))


def changed(pdf: pikepdf.Pdf) -> Any:
    contents = pdf.pages[0].obj.Contents
    contents.write(show("public").encode())
    return contents


def test_what_only_an_earlier_version_says_is_read() -> None:
    first = made(
        show("public") + show("plant 4711", y=200), object_stream_mode=pikepdf.ObjectStreamMode.disable
    )

    document = read(later(first, changed))

    assert document.segments[0].text == "public"
    assert place_of(document, "plant 4711") == PagePlace(1, None, "revision")
    assert facts(document, "meta-revision") == ["plant 4711"]
    assert document.gaps == []


def test_a_file_made_for_the_web_has_no_earlier_version() -> None:
    assert facts(read(made(show("public"), show("more"), linearize=True)), "meta-revision") == []


def test_what_follows_the_end_of_the_file_is_handed_on() -> None:
    whole = extract(made(show("page")) + b"\r\nplant 4711 behind the end\n")

    assert place_of(whole, "plant 4711").inside == ("after %%EOF",)
    assert facts(whole, "meta-trailing-data") == [""]
    assert facts(read(made(show("page")) + b"\r\n\0\0"), "meta-trailing-data") == []


def jpeg(size: tuple[int, int], **saving: Any) -> bytes:
    held = io.BytesIO()
    Image.new("RGB", size, "orange").save(held, "jpeg", **saving)
    return held.getvalue()


def test_pictures_on_pages_of_text_are_handed_on_as_they_are() -> None:
    photo = jpeg((120, 100))

    def hang(pdf: pikepdf.Pdf) -> None:
        raw = image(pdf, bytes(range(256)) * 40, 128, 80)
        packed = Array([Name.FlateDecode, Name.DCTDecode])
        inner = image(pdf, zlib.compress(photo), 120, 100, ColorSpace=Name.DeviceRGB, Filter=packed)
        for page in pdf.pages:
            page.obj.Resources.XObject = Dictionary(I1=inner, I2=raw)

    content = (
        show("a page with more than thirty-two letters on it")
        + "q 60 0 0 50 10 10 cm /I1 Do Q q 64 0 0 40 99 10 cm /I2 Do Q"
    )
    document = read(made(content, content, hang=hang))

    assert [e.name for e in document.embedded] == ["p1-1.jpg", "p1-2.bmp"]
    assert document.embedded[0].data == photo
    with Image.open(io.BytesIO(document.embedded[1].data)) as opened:
        assert opened.size == (128, 80)
        assert opened.convert("L").tobytes() == bytes(range(256)) * 40


def test_damaged_information_does_not_keep_pages_from_being_read() -> None:
    document = read(
        made(show("page"), hang=root(Names=String("x"), Outlines=5, AcroForm=Array([]), AF=Name.X))
    )

    assert document.segments[0].text == "page"


def test_pages_may_be_asked_for_from_many_threads() -> None:
    documents = [read(made(show(f"a{i} page"), show(f"b{i} page"))) for i in range(4)]

    def ask(number: int) -> bool:
        document = documents[number % 4]
        return place_of(document, f"b{number % 4} page").page == 2 and bool(
            place_of(document, f"a{number % 4}").box
        )

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(200)))


FONTS = [
    Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"),
    Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
]


@pytest.mark.parametrize("producer", ["reportlab", "reportlab-cid", "fpdf2"])
def test_chinese_of_other_producers_is_read(producer: str) -> None:
    text = f"身份证号 {ID}"
    font = next((str(f) for f in FONTS if f.exists()), "")
    if producer != "reportlab-cid" and not font:
        pytest.skip("no Chinese font on this machine")

    document = read(
        {"reportlab": by_reportlab, "reportlab-cid": by_cid, "fpdf2": by_fpdf}[producer](text, font)
    )

    assert text in document.segments[0].text
    assert place_of(document, ID).box
    assert document.gaps == []
    assert document.facts == []


def by_reportlab(text: str, font: str) -> bytes:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("han", font, subfontIndex=0))
    return by_cid(text, font, "han")


def by_cid(text: str, _font: str, name: str = "STSong-Light") -> bytes:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen import canvas

    if name == "STSong-Light":
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    held = io.BytesIO()
    sheet = canvas.Canvas(held)
    sheet.setFont(name, 12)
    sheet.drawString(72, 700, text)
    sheet.save()
    return held.getvalue()


def by_fpdf(text: str, font: str) -> bytes:
    from fpdf import FPDF

    made = FPDF()
    made.add_page()
    made.add_font("han", fname=font)
    made.set_font("han", size=12)
    made.cell(0, 10, text)
    return bytes(made.output())


def test_an_owner_password_keeps_nobody_from_reading() -> None:
    data = made(show("plant 4711"), encryption=pikepdf.Encryption(owner="o", user=""))

    assert segment_with(read(data), "plant 4711")
    assert read(data).gaps == []


def test_pdf_is_known_by_its_bytes_whatever_stands_before() -> None:
    assert extract(b"\x00junk\n" + made(show("plant 4711")), "photo.jpg").kind == "pdf"
