"""Word documents: what tests/check/extract/plants does not show."""

from __future__ import annotations

import io
import random
import time
import warnings
import zipfile

import docx
import pytest

from sansi.check.extract.document import Document, Unreadable
from sansi.check.extract.extract import extract
from sansi.check.extract.kinds import kind_of
from sansi.check.extract.reader import Asked
from sansi.check.extract.readers.docx import READER
from sansi.check.model import Confidence
from sansi.check.place import CellPlace, FieldPlace, InnerPlace, ParagraphPlace, Place
from tests.check.extract.plants.docx import CHANGE, EVERYWHERE, NAMES, W, body, p, packed


def read(data: bytes) -> Document:
    return READER.read(data, Asked("docx"))


def places(document: Document, text: str) -> list[Place]:
    return [s.locate(at, at + len(text)) for s in document.segments for at in [s.text.find(text)] if at >= 0]


def facts(document: Document, rule: str) -> list[tuple[Place, str]]:
    return [(f.where, f.value) for f in document.facts if f.rule == rule]


@pytest.fixture(scope="module")
def everywhere() -> Document:
    return read(packed(EVERYWHERE))


def test_pictures_and_embedded_files_are_handed_on_to_be_read(everywhere: Document) -> None:
    names = {e.name for e in everywhere.embedded}

    assert {"image1.png", "oleObject1.bin", "docProps/thumbnail.jpeg"} <= names
    assert everywhere.gaps == []


def test_programs_are_no_authors(everywhere: Document) -> None:
    assert "Administrator" not in [value for _, value in facts(everywhere, "meta-author")]


SPAN = '<w:gridSpan w:val="2"/>'


def test_rows_are_lines_and_cells_are_parted_by_tabs() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>".format
    table = (
        f"<w:tbl><w:tr>{cell('', p('姓名'))}{cell('', p('电话'))}</w:tr>"
        f"<w:tr>{cell('', p('张') + p('三'))}{cell('', p('138'))}</w:tr>"
        f"<w:tr>{cell(SPAN, p('合'))}{cell('', p('x'))}</w:tr></w:tbl>"
    )
    document = read(packed({"word/document.xml": body(p("前") + table + p("后"))}))

    assert document.segments[0].text == "前\n姓名\t电话\n张 三\t138\n合\t\tx\n后"
    assert places(document, "138") == [ParagraphPlace("body", 6)]


def test_an_identifier_over_runs_marks_and_boxes_is_whole() -> None:
    box = f"<w:r><w:drawing><w:txbxContent>{p('盒')}</w:txbxContent></w:drawing></w:r>"
    inner = f"<w:p><w:r><w:t>1380</w:t></w:r>{box}<w:r><w:t>013</w:t><w:noBreakHyphen/><w:t>8000</w:t></w:r></w:p>"
    document = read(packed({"word/document.xml": body(inner)}))

    assert places(document, "1380013-8000") == [ParagraphPlace("body", 1)]


def test_an_identifier_of_which_only_the_end_was_deleted_is_whole_as_it_was() -> None:
    inner = (
        f"<w:p><w:r><w:t>电话1380013</w:t></w:r><w:del {CHANGE}><w:r><w:delText>8000</w:delText></w:r></w:del>"
        f"<w:ins {CHANGE}><w:r><w:t>****</w:t></w:r></w:ins><w:r><w:t>，{'很长' * 60}</w:t></w:r></w:p>"
    )
    document = read(packed({"word/document.xml": body(inner)}))

    assert places(document, "1380013****") == [ParagraphPlace("body", 1)]
    assert places(document, "电话13800138000") == [ParagraphPlace("body", 1)]
    assert len(document.segments[1].text) < 130


def test_a_fallback_that_says_something_else_is_read_too() -> None:
    inner = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='x'><w:drawing><w:txbxContent>{p('new')}</w:txbxContent></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{p('old')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    document = read(packed({"word/document.xml": body(inner)}))

    assert places(document, "new") == [ParagraphPlace("textbox", 1)]
    assert places(document, "old") == [ParagraphPlace("textbox", 2)]


def test_white_text_on_a_colour_is_seen() -> None:
    run = '<w:r><w:rPr><w:color w:val="FFFFFF"/>{}</w:rPr><w:t>白</w:t></w:r>'.format
    shade = '<w:shd w:val="clear" w:fill="1F4E79"/>'
    cell = f"<w:tbl><w:tr><w:tc><w:tcPr>{shade}</w:tcPr><w:p>{run('')}</w:p></w:tc></w:tr></w:tbl>"
    document = read(packed({"word/document.xml": body(f"<w:p>{run(shade)}</w:p>{cell}")}))
    in_table = read(packed({"word/document.xml": body(cell.replace(shade, ""))}))

    assert document.facts == []
    assert [f.confidence for f in in_table.facts] == [Confidence.POSSIBLE]


@pytest.mark.parametrize(
    ("styles", "run", "seen"),
    [
        ('<w:style w:styleId="A"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>', "", False),
        (
            '<w:style w:styleId="B"><w:rPr><w:color w:val="ffffff"/></w:rPr></w:style>'
            '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>',
            "",
            False,
        ),
        (
            '<w:style w:styleId="A"><w:basedOn w:val="B"/><w:rPr><w:color w:val="000000"/></w:rPr></w:style>'
            '<w:style w:styleId="B"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>',
            "",
            True,
        ),
        (
            '<w:style w:styleId="A"><w:pPr><w:shd w:fill="1F4E79"/></w:pPr><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>',
            "",
            True,
        ),
        (
            '<w:style w:styleId="A"><w:tblStylePr><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:tblStylePr></w:style>',
            "",
            True,
        ),
        (
            '<w:style w:styleId="A"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>',
            '<w:color w:val="333333"/>',
            True,
        ),
        (
            '<w:style w:styleId="A"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>',
            '<w:shd w:fill="1F4E79"/>',
            True,
        ),
    ],
    ids=[
        "itself",
        "based-on",
        "overridden",
        "on-a-colour",
        "of-a-table",
        "run-of-its-own-colour",
        "run-on-a-colour",
    ],
)
def test_text_that_a_style_makes_white(styles: str, run: str, seen: bool) -> None:
    inner = f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>白</w:t></w:r></w:p>'
    document = read(
        packed({"word/document.xml": body(inner), "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>"})
    )

    assert [f.value for f in document.facts if f.rule == "meta-hidden-text"] == ([] if seen else ["白"])


@pytest.mark.parametrize("style", ["Own", "Heading1"])
def test_a_style_that_hides_is_found_whosever_it_is(style: str) -> None:
    styles = f'<w:styles {W}><w:style w:styleId="{style}"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    inner = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>藏</w:t></w:r></w:p>'
    document = read(packed({"word/document.xml": body(inner), "word/styles.xml": styles}))

    assert facts(document, "meta-hidden-text") == [(ParagraphPlace("hidden", 1), "藏")]


HIDES = "<w:rPr><w:vanish/></w:rPr>"
NAMED = '<w:style w:type="paragraph" w:styleId="{}">{}</w:style>'.format
BASED = '<w:basedOn w:val="{}"/>'.format
FAR = "".join(NAMED(f"S{n}", '<w:name w:val="s"/>') for n in range(2000))


@pytest.mark.parametrize(
    "styles",
    [
        FAR + NAMED("Own", HIDES),
        NAMED("Own", BASED("Base")) + NAMED("Base", HIDES),
        NAMED("Own", BASED("Base")) + FAR + NAMED("Base", HIDES),
        NAMED("Own", "<w:basedOn w:val='Base'/>") + NAMED("Base", HIDES),
        "<!-- " + NAMED("Own", "") + " -->" + NAMED("Own", HIDES),
        '<w:style w:styleId="None"/>' + NAMED("Own", HIDES),
    ],
)
def test_a_style_that_hides_is_found_wherever_it_stands(styles: str) -> None:
    inner = '<w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr><w:r><w:t>藏</w:t></w:r></w:p>'
    whole = f"<w:styles {W}>{styles}</w:styles>"
    document = read(packed({"word/document.xml": body(inner), "word/styles.xml": whole}))

    assert facts(document, "meta-hidden-text") == [(ParagraphPlace("hidden", 1), "藏")]


@pytest.mark.parametrize(
    "styles",
    [NAMED("Own", BASED("Base")) + NAMED("Base", BASED("Own")) + FAR, FAR + NAMED("Own", "") + "<!>"],
)
def test_styles_that_hide_nothing_are_read_no_further_than_they_must(styles: str) -> None:
    inner = '<w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr><w:r><w:t>见</w:t></w:r></w:p>'
    whole = f"<w:styles {W}>{styles}</w:styles>"
    document = read(packed({"word/document.xml": body(inner), "word/styles.xml": whole}))

    assert document.facts == []
    assert document.gaps == []
    assert places(document, "见") == [ParagraphPlace("body", 1)]


def test_the_strict_variant_is_read() -> None:
    data = packed(
        {
            "word/document.xml": body(p("严格")).replace(
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
        }
    )

    assert places(read(data), "严格") == [ParagraphPlace("body", 1)]


def test_parts_without_content_types_are_told_by_their_names() -> None:
    parts = {
        k: v
        for k, v in EVERYWHERE.items()
        if k in {"word/document.xml", "word/header1.xml", "docProps/core.xml"}
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    document = read(held.getvalue())

    assert places(document, "plant-header") == [ParagraphPlace("header", 1)]
    assert places(document, "plant-property") == [FieldPlace("title")]


def test_a_part_that_is_there_twice_is_read_twice() -> None:
    held = io.BytesIO(packed({"word/document.xml": body(p("old-copy"))}))
    with warnings.catch_warnings(), zipfile.ZipFile(held, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", body(p("new-copy")))
    document = read(held.getvalue())

    assert places(document, "new-copy")
    assert places(document, "old-copy")


def test_a_document_of_another_program_is_read_through_the_driver() -> None:
    made = docx.Document()
    made.add_paragraph("第一段")
    made.add_table(1, 2).cell(0, 1).text = "表里"
    made.sections[0].header.paragraphs[0].text = "页眉里"
    made.core_properties.author = "李四"
    held = io.BytesIO()
    made.save(held)
    document = extract(held.getvalue(), "a.docx")

    assert kind_of(held.getvalue()) == "docx"
    assert places(document, "表里") == [ParagraphPlace("body", 3)]
    assert places(document, "页眉里") == [ParagraphPlace("header", 1)]
    assert (FieldPlace("creator"), "李四") in facts(document, "meta-author")


def test_a_workbook_in_a_document_is_read_with_the_way_to_it() -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active["B2"] = "plant-inside"
    held = io.BytesIO()
    book.save(held)
    data = packed({"word/document.xml": body(p("x")), "word/embeddings/Sheet1.xlsx": held.getvalue()})
    document = extract(data)

    assert places(document, "plant-inside") == [InnerPlace(("Sheet1.xlsx",), CellPlace("Sheet", "B2"))]


BOMB = "<!DOCTYPE a [<!ENTITY x 'y'>]>"


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": BOMB + body(p("x"))},
        {"word/document.xml": body(p("x")), "word/header1.xml": BOMB + f"<w:hdr {NAMES}/>"},
        {"word/document.xml": body("<w:sdt>" * 3000 + "</w:sdt>" * 3000)},
        {"word/document.xml": body(p("x"))[:-20]},
        {"word/document.xml": body(p("x")), "word/comments.xml": "no xml"},
        {"word/document.xml": body(p("x")), "word/media/a.bin": bytes(3 << 20)},
    ],
    ids=["dtd", "dtd in a header", "deep", "cut", "no xml", "bomb"],
)
def test_what_cannot_be_read_is_a_gap(parts: dict[str, str | bytes]) -> None:
    assert read(packed(parts)).gaps


def test_a_document_without_its_main_part_is_unreadable() -> None:
    with pytest.raises(Unreadable, match="damaged"):
        read(packed({"word/header1.xml": f"<w:hdr {NAMES}/>"}))


@pytest.mark.parametrize("sixteenths", range(16))
def test_a_cut_document_is_never_clean(sixteenths: int) -> None:
    data = packed(EVERYWHERE)
    try:
        document = read(data[: len(data) * sixteenths // 16])
    except Unreadable:
        return

    assert document.gaps


def test_flipped_bits_have_an_outcome_each_and_soon() -> None:
    dice = random.Random(7)
    data = packed(EVERYWHERE)
    began = time.process_time()
    for _ in range(150):
        broken = bytearray(data)
        for _ in range(dice.randint(1, 5)):
            broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
        try:
            read(bytes(broken))
        except Unreadable:
            continue

    assert time.process_time() - began < 10
