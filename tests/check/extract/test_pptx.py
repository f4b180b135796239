"""Everything a presentation carries is read, each with its slide."""

from __future__ import annotations

import io
import random
import zipfile

import pptx
import pytest
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Emu, Inches, Pt

from sansi.check.extract.document import Document, Unreadable
from sansi.check.extract.extract import extract
from sansi.check.extract.reader import Asked
from sansi.check.extract.readers.pptx import READER
from sansi.check.model import Confidence
from sansi.check.place import FieldPlace, InnerPlace, ParagraphPlace, Place, SlidePlace


def box(slide: object, text: str, left: int = 0, top: int = 0) -> object:
    shape = slide.shapes.add_textbox(Emu(left), Emu(top), Inches(2), Inches(1))
    shape.text_frame.text = text
    return shape


def added(data: bytes, parts: dict[str, str], patched: dict[str, tuple[str, str]]) -> bytes:
    """`data` with more parts, and others changed in one place each."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name in patched:
                before, after = patched[name]
                assert before.encode() in text
                text = text.replace(before.encode(), after.encode())
            new.writestr(name, text)
        for name, part in parts.items():
            new.writestr(name, part)
    return held.getvalue()


REL = '<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/>'
P = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def made() -> bytes:
    show = pptx.Presentation()
    blank = show.slide_layouts[6]
    one = show.slides.add_slide(blank)
    box(one, "plant-body")
    box(one, "plant-off", left=-9_000_000)
    white = box(one, "plant-white").text_frame.paragraphs[0].runs[0]
    white.font.color.rgb = RGBColor(255, 255, 255)
    box(one, "plant-tiny").text_frame.paragraphs[0].runs[0].font.size = Pt(1)
    box(one, "plant-set")._element.nvSpPr.cNvPr.set("hidden", "1")
    box(one, "x")._element.nvSpPr.cNvPr.set("descr", "plant-alt")
    linked = box(one, "y").text_frame.paragraphs[0].runs[0]
    linked.hyperlink.address = "https://example.org/plant-link"
    one.notes_slide.notes_text_frame.text = "plant-notes"
    table = one.shapes.add_table(2, 2, 0, 0, Inches(2), Inches(1)).table
    for at, text in enumerate(("姓名", "电话", "张三", "plant-table")):
        table.cell(at // 2, at % 2).text = text
    data = CategoryChartData()
    data.categories = ["plant-category"]
    data.add_series("plant-series", (13800138000,))
    one.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, Inches(2), Inches(2), data)
    two = show.slides.add_slide(blank)
    box(two, "plant-hidden")
    two._element.set("show", "0")
    three = show.slides.add_slide(blank)
    box(three, "plant-lost")
    ids = show.slides._sldIdLst
    ids.remove(ids[2])
    box(show.slide_layouts[6], "plant-layout") if hasattr(
        show.slide_layouts[6].shapes, "add_textbox"
    ) else None
    show.core_properties.author = "王五"
    held = io.BytesIO()
    show.save(held)
    authors = f'<p:cmAuthorLst {P}><p:cmAuthor id="0" name="钱七"/></p:cmAuthorLst>'
    old = f'<p:cmLst {P}><p:cm authorId="0"><p:text>plant-comment</p:text></p:cm></p:cmLst>'
    new = (
        f'<p188:cmLst {P} xmlns:p188="urn:p188"><p188:cm authorId="0"><p188:replyLst><p188:reply authorId="0">'
        "<p188:txBody><a:p><a:r><a:t>plant-reply</a:t></a:r></a:p></p188:txBody></p188:reply></p188:replyLst>"
        "<p188:txBody><a:p><a:r><a:t>plant-modern</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>"
    )
    smart = f"<dgm:d {P} xmlns:dgm='urn:dgm'><a:p><a:r><a:t>plant-smart</a:t></a:r></a:p></dgm:d>"
    more = (
        REL.format("rC1", "comments", "../comments/comment1.xml")
        + REL.format("rC2", "comments", "../comments/modernComment_1.xml")
        + REL.format("rD1", "diagramData", "../diagrams/data1.xml")
    )
    return added(
        held.getvalue(),
        {
            "ppt/commentAuthors.xml": authors,
            "ppt/comments/comment1.xml": old,
            "ppt/comments/modernComment_1.xml": new,
            "ppt/diagrams/data1.xml": smart,
            "ppt/vbaProject.bin": "macro",
        },
        {
            "ppt/slides/_rels/slide1.xml.rels": ("</Relationships>", more + "</Relationships>"),
            "ppt/slideLayouts/slideLayout7.xml": ('name="Blank"', 'name="plant-layout"'),
        },
    )


@pytest.fixture(scope="module")
def document() -> Document:
    return extract(made(), "a.pptx")


def places(document: Document, text: str) -> list[Place]:
    return [s.locate(at, at + len(text)) for s in document.segments for at in [s.text.find(text)] if at >= 0]


@pytest.mark.parametrize(
    ("plant", "place"),
    [
        ("plant-body", SlidePlace(1)),
        ("plant-off", SlidePlace(1)),
        ("plant-alt", SlidePlace(1, "alt")),
        ("plant-link", SlidePlace(1, "link")),
        ("plant-notes", SlidePlace(1, "notes")),
        ("姓名\t电话\n张三\tplant-table", SlidePlace(1)),
        ("plant-category", SlidePlace(1, "chart")),
        ("plant-series", SlidePlace(1, "chart")),
        ("13800138000", SlidePlace(1, "chart")),
        ("plant-comment", SlidePlace(1, "comment")),
        ("plant-modern", SlidePlace(1, "comment")),
        ("plant-reply", SlidePlace(1, "comment")),
        ("plant-smart", SlidePlace(1, "diagram")),
        ("plant-hidden", SlidePlace(2, "hidden")),
        ("plant-lost", SlidePlace(3, "hidden")),
        ("plant-layout", ParagraphPlace("layout", 8)),
    ],
)
def test_every_part_is_read_and_its_place_is_right(document: Document, plant: str, place: Place) -> None:
    assert place in places(document, plant)


@pytest.mark.parametrize(
    ("rule", "place", "value"),
    [
        ("meta-hidden-text", SlidePlace(1, "hidden"), "plant-off"),
        ("meta-hidden-text", SlidePlace(1, "hidden"), "plant-white"),
        ("meta-hidden-text", SlidePlace(1, "hidden"), "plant-tiny"),
        ("meta-hidden-text", SlidePlace(1, "hidden"), "plant-set"),
        ("meta-hidden-text", SlidePlace(2, "hidden"), "plant-hidden"),
        ("meta-hidden-text", SlidePlace(3, "hidden"), "plant-lost"),
        ("meta-comment", SlidePlace(1, "comment"), "钱七: plant-comment"),
        ("meta-comment", SlidePlace(1, "comment"), "钱七: plant-modern"),
        ("meta-author", FieldPlace("author"), "钱七"),
        ("meta-author", FieldPlace("creator"), "王五"),
        ("meta-macro", FieldPlace("ppt/vbaProject.bin"), "ppt/vbaProject.bin"),
    ],
)
def test_what_is_hidden_becomes_a_fact(document: Document, rule: str, place: Place, value: str) -> None:
    assert (rule, place, value) in [(f.rule, f.where, f.value) for f in document.facts]


def test_white_text_is_only_a_hint_for_the_background_may_be_dark(document: Document) -> None:
    assert [f.confidence for f in document.facts if f.value == "plant-white"] == [Confidence.POSSIBLE]


def test_the_workbook_behind_a_chart_is_read(document: Document) -> None:
    assert [p for p in places(document, "plant-category") if isinstance(p, InnerPlace)]


@pytest.mark.parametrize("sixteenths", range(16))
def test_a_cut_presentation_is_never_clean(sixteenths: int) -> None:
    data = made()
    try:
        cut = READER.read(data[: len(data) * sixteenths // 16], Asked("pptx"))
    except Unreadable:
        return

    assert cut.gaps


def test_flipped_bits_have_an_outcome_each() -> None:
    dice, data = random.Random(9), made()
    for _ in range(60):
        broken = bytearray(data)
        for _ in range(dice.randint(1, 5)):
            broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
        try:
            READER.read(bytes(broken), Asked("pptx"))
        except Unreadable:
            continue
