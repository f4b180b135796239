"""PDF files that are damaged, locked or made to hurt: each ends with words for its author, and soon."""

from __future__ import annotations

import io
import random
import time
import zlib
from collections.abc import Iterator

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from sansi.check.extract.budget import Budget
from sansi.check.extract.document import Unreadable
from tests.check.extract.pdfs import facts, gaps, image, made, note, noted, read, saved, show

SECONDS = 10


@pytest.fixture(autouse=True)
def soon() -> Iterator[None]:
    started = time.process_time()
    yield
    assert time.process_time() - started < SECONDS


def outcome(data: bytes) -> str:
    """What became of a file; its places must be there for what was read."""
    try:
        document = read(data)
    except Unreadable:
        return "unreadable"
    for segment in document.segments:
        segment.locate(0, len(segment.text))
    return "partial" if document.gaps else "read"


def several_pages() -> bytes:
    return made(
        *(
            "".join(show(f"line {n} of page {p}, with words", y=380 - 12 * n) for n in range(20))
            for p in range(3)
        ),
        hang=noted(note("Text", Contents=String("a comment"))),
    )


def in_plain(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A file of these objects, the first its root, written as they are."""
    out, at = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in at)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        trailer,
        len(out),
    )
    return out + head + table + end


ROOT = b"<</Type/Catalog/Pages 2 0 R>>"
LEAF = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>"


@pytest.mark.parametrize("part", range(1, 16))
@pytest.mark.parametrize("linear", [False, True])
def test_a_file_cut_off_is_never_clean(part: int, linear: bool) -> None:
    data = made(show("words " * 5), show("more words"), linearize=linear)

    assert outcome(data[: len(data) * part // 16]) != "read"


def test_flipped_bits_in_packed_words_are_told() -> None:
    random_bits = random.Random(4)
    data = several_pages()
    whole = "".join(s.text for s in read(data).segments)

    for _ in range(150):
        damaged = bytearray(data)
        start = data.index(b"stream\n") + 7
        at = random_bits.randrange(start, data.index(b"endstream", start) - 1)
        damaged[at] ^= 1 << random_bits.randrange(8)
        if outcome(bytes(damaged)) == "read":
            assert "".join(s.text for s in read(bytes(damaged)).segments) == whole


def test_flipped_bits_anywhere_end_in_an_outcome() -> None:
    random_bits = random.Random(5)
    data = several_pages()

    for _ in range(150):
        damaged = bytearray(data)
        for _ in range(random_bits.choice((1, 4, 20))):
            damaged[random_bits.randrange(len(data))] ^= 1 << random_bits.randrange(8)
        assert outcome(bytes(damaged)) in {"read", "partial", "unreadable"}


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + random.Random(1).randbytes(10_000)])
def test_what_is_no_pdf_but_says_so_is_damaged(data: bytes) -> None:
    with pytest.raises(Unreadable, match="damaged"):
        read(data)


def test_a_password_is_said_with_what_to_do() -> None:
    with pytest.raises(Unreadable, match="password"):
        read(made(show("x"), encryption=pikepdf.Encryption(owner="o", user="u")))


@pytest.fixture(scope="module")
def blanks() -> bytes:
    """A hundred megabytes in a hundred kilobytes."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b" " * (1 << 20)) for _ in range(300)) + packer.flush()


def flated(pdf: pikepdf.Pdf, data: bytes, **more: object) -> object:
    return pikepdf.Stream(pdf, data, Filter=Name.FlateDecode, **more)


def test_a_page_that_is_a_bomb_is_not_opened(blanks: bytes) -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Contents = pdf.make_indirect(flated(pdf, blanks))

    document = read(made("", show("second page"), hang=hang))

    assert [s.text for s in document.segments] == ["second page"]
    assert "bomb: page 1" in gaps(document)


def test_packed_twice_is_a_bomb(blanks: bytes) -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        twice = pikepdf.Stream(pdf, zlib.compress(blanks), Filter=Array([Name.FlateDecode, Name.FlateDecode]))
        pdf.pages[0].obj.Contents = pdf.make_indirect(twice)

    assert "bomb: page 1" in gaps(read(made("", hang=hang)))


def test_a_form_or_a_font_that_is_a_bomb_is_not_opened(blanks: bytes) -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        form = flated(pdf, blanks, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        pdf.pages[0].obj.Resources.XObject = Dictionary(F1=pdf.make_indirect(form))
        letters = pdf.make_indirect(flated(pdf, blanks))
        shapes = pdf.make_indirect(flated(pdf, blanks))
        pdf.pages[1].obj.Resources = Dictionary(Font=Dictionary(F1=Dictionary(ToUnicode=letters)))
        descriptor = Dictionary(FontFile2=shapes)
        pdf.pages[2].obj.Resources = Dictionary(Font=Dictionary(F1=Dictionary(FontDescriptor=descriptor)))

    assert "bomb: pages 1–3" in gaps(read(made("/F1 Do", show("x"), show("x"), hang=hang)))


@pytest.mark.parametrize("packed", [False, True])
def test_properties_that_are_a_bomb_are_not_opened(blanks: bytes, packed: bool) -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Metadata = pdf.make_indirect(flated(pdf, blanks))

    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    data = made(show("page"), hang=hang, object_stream_mode=mode)

    if b"/Metadata" in data:
        assert "XMP" in gaps(read(data))
    else:
        with pytest.raises(Unreadable, match="bomb"):
            read(data)


def test_an_attachment_that_is_a_bomb_is_told_by_name(blanks: bytes) -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        held = pdf.make_indirect(flated(pdf, blanks))
        file = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("list.csv"), EF=Dictionary(F=held)))
        pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a"), file])))

    document = read(made(show("page"), hang=hang))

    assert "“list.csv” is too big" in gaps(document)
    assert facts(document, "meta-attachment") == ["list.csv"]


def test_attachments_together_stay_within_the_budget() -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        names = Array()
        for name in "abc":
            held = pdf.make_stream(name.encode() * 600)
            file = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String(name), EF=Dictionary(F=held)))
            names.extend([String(name), file])
        pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=names))

    document = read(made(show("page"), hang=hang), budget=Budget(unpacked=1500))

    assert [e.name for e in document.embedded] == ["a", "b"]
    assert "“c” is too big" in gaps(document)


def test_an_image_of_untrue_size_is_not_made() -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.XObject = Dictionary(I1=image(pdf, b"abcd", 30_000, 30_000))

    words = show("a page with more than thirty-two letters on it")
    document = read(made(words + "q 60 0 0 50 10 10 cm /I1 Do Q", hang=hang))

    assert document.embedded == []
    assert "too big pictures" in gaps(document)


def test_forms_within_forms_that_multiply_are_not_drawn() -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        inner = pdf.make_stream(b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        for _ in range(12):
            resources = Dictionary(XObject=Dictionary(F1=inner))
            inner = pdf.make_stream(
                b"/F1 Do " * 10, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], Resources=resources
            )
        pdf.pages[0].obj.Resources.XObject = Dictionary(F1=inner)

    assert "bomb" in gaps(read(made("/F1 Do", hang=hang)))


def test_a_form_that_draws_itself_ends() -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(b"/F1 Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        form.Resources = Dictionary(XObject=Dictionary(F1=form))
        pdf.pages[0].obj.Resources.XObject = Dictionary(F1=form)

    read(made("/F1 Do", hang=hang))


def test_two_hundred_thousand_pages_are_read_in_part() -> None:
    kids = b" ".join([b"3 0 R"] * 200_000)
    data = in_plain([ROOT, b"<</Type/Pages/Count 200000/Kids[%b]>>" % kids, LEAF])

    assert "only the first 2000 of 200000 pages" in gaps(read(data))


@pytest.mark.parametrize(
    "pages",
    [
        b"<</Type/Pages/Count 5/Kids[2 0 R 3 0 R]>>",
        b"<</Type/Pages/Count 2000000000/Kids[3 0 R]>>",
        b"<</Type/Pages/Count -5/Kids[3 0 R]>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R 3 0 R 3 0 R]>>",
        b"<</Type/Pages/Count 1/Kids 2 0 R>>",
        b"<</Type/Pages>>",
        b"5",
    ],
)
def test_page_trees_that_lie_or_go_in_circles_are_never_clean(pages: bytes) -> None:
    assert outcome(in_plain([ROOT, pages, LEAF])) != "read"


@pytest.mark.parametrize("depth", [500, 20_000])
def test_deep_page_trees_end(depth: int) -> None:
    branches = [b"<</Type/Pages/Count 1/Kids[%d 0 R]/Parent %d 0 R>>" % (i + 4, i + 2) for i in range(depth)]
    leaf = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 100 100]>>" % (depth + 2)

    assert outcome(in_plain([ROOT, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", *branches, leaf])) != "read"


def test_cross_references_in_circles_end() -> None:
    data = made(show("page"), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    own = data.rindex(b"xref", 0, data.rindex(b"startxref"))

    assert outcome(data.replace(b"/Root", b"/Prev %d /Root" % own)) in {"read", "partial", "unreadable"}


def test_endless_ends_of_file_are_a_gap() -> None:
    assert "earlier versions" in gaps(read(made(show("page")) + b"startxref\n9\n%%EOF\n" * 20_000))


def test_trees_in_circles_end() -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        loop = pdf.make_indirect(
            Dictionary(FT=Name.Tx, T=String("a"), V=String("b"), S=Name.JavaScript, JS=String("c"))
        )
        for key in ("/Kids", "/Names", "/K", "/Fields"):
            loop[key] = Array([loop])
        for key in ("/Parent", "/Next", "/First"):
            loop[key] = loop
        pdf.Root.AcroForm = Dictionary(Fields=Array([loop]))
        pdf.Root.Names = Dictionary(EmbeddedFiles=loop, JavaScript=loop)
        pdf.Root.Outlines = loop
        pdf.Root.StructTreeRoot = loop
        pdf.Root.OpenAction = loop

    assert facts(read(made(show("page"), hang=hang)), "meta-active-content")


def test_a_flood_of_annotations_is_a_gap() -> None:
    notes = b"<</Subtype/Link/Rect[0 0 1 1]>> " * 21_000
    data = in_plain(
        [ROOT, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", LEAF.replace(b">>", b"/Annots[%b]>>" % notes)]
    )

    assert "there are too many" in gaps(read(data))


def test_a_hundred_thousand_shapes_are_a_gap() -> None:
    assert "too many shapes" in gaps(read(made(show("page") + "0 0 1 1 re f " * 100_001)))


def test_many_shapes_over_many_words_end() -> None:
    words = "".join(show("abc", x=5 + 20 * (i % 18), y=5 + 12 * (i // 18 % 30)) for i in range(1_000))

    assert "too many shapes" in gaps(read(made(words + "0 0 400 400 re f " * 5_000)))


@pytest.mark.parametrize(
    "box", ["[0 0 4e9 4e9]", "[0 0 4e6 400]", "[0 0 0 0]", "[9 9 1 1]", "[0 0 400]", "(x)"]
)
def test_pages_of_strange_sizes_are_read(box: str) -> None:
    data = in_plain(
        [
            ROOT,
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox%b/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
            % box.encode(),
            b"<</Length 62>>stream\n1 g BT /F1 12 Tf 50 300 Td (plant 4711) Tj ET 3 Tr          \nendstream",
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )

    assert any("plant 4711" in s.text for s in read(data).segments)


@pytest.mark.parametrize(
    "content", ["q " * 300_000, "[" * 300_000, "<</A " * 100_000, "BT " * 100_000, "( " * 9]
)
def test_operators_without_end_end(content: str) -> None:
    assert outcome(made(content)) in {"read", "partial"}


def test_too_many_words_are_a_gap() -> None:
    document = read(made(*[show("ten letters")] * 5), budget=Budget(text=25))

    assert len(document.segments) == 3
    assert "not checked, too long for one file: pages 4–5" in gaps(document)


def test_no_time_left_is_a_gap_for_pages_looks_and_scans() -> None:
    document = read(made(show("a"), show("b")), budget=Budget(until=0.0))

    assert document.segments == []
    assert "pages 1–2" in gaps(document)


def test_a_page_tree_cut_from_its_pages_is_never_clean() -> None:
    with pikepdf.open(io.BytesIO(several_pages())) as pdf:
        data = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)

    assert outcome(data.replace(b"/Kids [", b"/Kidz [")) != "read"
