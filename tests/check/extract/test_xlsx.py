"""Everything an Excel workbook carries is read, each with its cell."""

from __future__ import annotations

import io
import random
import time
import zipfile

import openpyxl
import pytest
from openpyxl.comments import Comment

from sansi.check.extract.document import Document, Unreadable
from sansi.check.extract.reader import Asked
from sansi.check.extract.readers.xlsx import READER
from sansi.check.extract.sheet_cells import split
from sansi.check.model import Confidence
from sansi.check.place import CellPlace, FieldPlace, ParagraphPlace, Place

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml."
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def saved(book: openpyxl.Workbook) -> bytes:
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def rels(*links: tuple[str, str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="{i}" Type="{KINDS}{kind}" Target="{target}"{OUTSIDE if ":" in target else ""}/>'
        for i, kind, target in links
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


OUTSIDE = ' TargetMode="External"'
ROLES = {
    "workbook": "sheet.main+xml",
    "sheet": "worksheet+xml",
    "sharedStrings": "sharedStrings+xml",
    "styles": "styles+xml",
    "comments": "comments+xml",
    "pivotCacheDefinition": "pivotCacheDefinition+xml",
    "pivotCacheRecords": "pivotCacheRecords+xml",
    "externalLink": "externalLink+xml",
    "connections": "connections+xml",
    "revisionHeaders": "revisionHeaders+xml",
}


def packed(parts: dict[str, str], sheet: str = "") -> bytes:
    """A workbook of hand-made parts; `sheet` is the inside of its only sheet."""
    all_parts = {
        "xl/workbook.xml": f'<workbook {MAIN} {R}><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": rels(("r1", "worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f"<worksheet {MAIN} {R}>{sheet}</worksheet>",
        **parts,
    }
    overrides = "".join(
        f'<Override PartName="/{n}" ContentType="{SHEET}{ROLES[stem]}"/>'
        for n in all_parts
        if (stem := n.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")) in ROLES
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{overrides}</Types>',
        )
        for name, data in all_parts.items():
            archive.writestr(name, data)
    return held.getvalue()


def read(data: bytes) -> Document:
    return READER.read(data, Asked("xlsx"))


def places(document: Document, text: str) -> list[Place]:
    return [s.locate(at, at + len(text)) for s in document.segments for at in [s.text.find(text)] if at >= 0]


def facts(document: Document, rule: str) -> list[tuple[Place, str]]:
    return [(f.where, f.value) for f in document.facts if f.rule == rule]


def test_columns_stand_under_their_headers() -> None:
    book = openpyxl.Workbook()
    for row in (["姓名", None, "电话"], [None, None, "138"], ["张三"]):
        book.active.append(row)

    assert read(saved(book)).segments[0].text == "姓名\t电话\n\t138\n张三"


def test_one_cell_at_the_far_end_is_one_cell() -> None:
    book = openpyxl.Workbook()
    book.active["XFD1048576"] = "far"
    book.active["A1"] = "near"
    document = read(saved(book))

    assert document.segments[0].text == "near\n\tfar"
    assert places(document, "far") == [CellPlace("Sheet", "XFD1048576")]


def test_a_diagonal_stays_small() -> None:
    book = openpyxl.Workbook()
    for i in range(1, 1500):
        book.active.cell(i, i, "x")

    assert len(read(saved(book)).segments[0].text) < 1500 * 70


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="2" hidden="1"><c r="B2" s="1" t="s"><v>1</v></c><c r="D2"><v>1.3800138E10</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>in &amp; &#x4e2d;</t></is></c><c r="B1"/></row><row r="3"/>',
        '<row r="1"><c r="A1"><f>"x"&amp;B1</f><v>110101190001010000</v></c><c r="B1" t="str"><f si="0"/><v>s</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&#20013;&#25991;a&#60;&#10;&#128512;</t></is></c></row>',
        '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="C1" t="e"><v>#REF!</v></c><c r="D1" t="s"><v>99</v></c></row>',
        "",
    ],
)
def test_the_quick_way_and_the_tree_read_the_same(cells: str) -> None:
    strings = f"<sst {MAIN}><si><t>零</t></si><si><r><t>一</t></r><r><t>二</t></r></si></sst>"
    quick = packed({"xl/sharedStrings.xml": strings}, f"<sheetData>{cells}</sheetData>")
    slow = packed({"xl/sharedStrings.xml": strings}, f"<sheetData> {cells}</sheetData>")

    assert not cells or split(f"<worksheet {MAIN}><sheetData>{cells}</sheetData></worksheet>".encode())[1]
    assert split(f"<worksheet {MAIN}><sheetData> {cells}</sheetData></worksheet>".encode())[1] == []
    assert [s.text for s in read(quick).segments] == [s.text for s in read(slow).segments]
    assert read(quick).facts == read(slow).facts


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_cells_without_references_and_names_with_prefixes_are_read(prefix: str) -> None:
    cells = '<row><c><v>1</v></c><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>yi</t></rPh></is></c></row>'
    inner = f"<sheetData>{cells}</sheetData>".replace("<", f"<{prefix}").replace(f"<{prefix}/", f"</{prefix}")
    names = MAIN.replace("xmlns=", f"xmlns:{prefix[:-1]}=") if prefix else MAIN
    data = packed({"xl/worksheets/sheet1.xml": f"<{prefix}worksheet {names}>{inner}</{prefix}worksheet>"})

    assert read(data).segments[0].text == "1\tabyi"
    assert places(read(data), "ab") == [CellPlace("表", "B1")]


def test_strings_that_no_cell_shows_any_more_are_read() -> None:
    strings = f"<sst {MAIN}><si><t>shown</t></si><si><t>plant-left</t></si></sst>"
    cells = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
    document = read(packed({"xl/sharedStrings.xml": strings}, cells))

    assert places(document, "plant-left") == [ParagraphPlace("unused", 1)]
    assert facts(document, "meta-hidden-text") == [(ParagraphPlace("unused", 1), "plant-left")]


def test_a_pivot_table_gives_back_the_table_it_was_made_of() -> None:
    definition = (
        f'<pivotCacheDefinition {MAIN} {R} r:id="r1" refreshedBy="周九"><cacheSource><worksheetSource sheet="已删"/>'
        '</cacheSource><cacheFields><cacheField name="姓名"><sharedItems><s v="张三"/><s v="plant-shared"/></sharedItems>'
        '</cacheField><cacheField name="电话"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>'
    )
    records = f'<pivotCacheRecords {MAIN}><r><x v="1"/><n v="1.3800138E10"/></r></pivotCacheRecords>'
    document = read(
        packed(
            {
                "xl/pivotCache/pivotCacheDefinition1.xml": definition,
                "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": rels(
                    ("r1", "pivotCacheRecords", "pivotCacheRecords1.xml")
                ),
                "xl/pivotCache/pivotCacheRecords1.xml": records,
            }
        )
    )

    assert [s.text for s in document.segments] == ["姓名\t电话\nplant-shared\t13800138000\n"]
    assert places(document, "plant-shared") == [ParagraphPlace("pivot", 2)]
    assert [(f.rule, f.confidence) for f in document.facts if f.rule == "meta-hidden-text"] == [
        ("meta-hidden-text", Confidence.LIKELY)
    ]
    assert facts(document, "meta-author") == [(FieldPlace("refreshedBy"), "周九")]


def test_cells_of_another_workbook_and_its_path_are_found() -> None:
    link = (
        f'<externalLink {MAIN} {R}><externalBook r:id="r1"><sheetNames><sheetName val="plant-sheet"/></sheetNames>'
        '<sheetDataSet><sheetData><row r="1"><cell r="A1"><v>plant-kept</v></cell></row></sheetData></sheetDataSet>'
        "</externalBook></externalLink>"
    )
    document = read(
        packed(
            {
                "xl/externalLinks/externalLink1.xml": link,
                "xl/externalLinks/_rels/externalLink1.xml.rels": rels(
                    ("r1", "externalLinkPath", "file:///C:/plant-path.xlsx")
                ),
                "xl/connections.xml": f'<connections {MAIN}><connection id="1"><dbPr connection="PWD=plant-word"/>'
                "</connection></connections>",
                "xl/revisions/revisionHeaders.xml": f'<headers {MAIN}><header userName="plant-user"/></headers>',
            }
        )
    )

    assert places(document, "plant-sheet") == [ParagraphPlace("external", 1)]
    assert places(document, "plant-kept") == [ParagraphPlace("external", 2)]
    assert places(document, "plant-word") == [FieldPlace("xl/connections.xml")]
    assert places(document, "plant-user") == [FieldPlace("xl/revisions/revisionHeaders.xml")]
    assert {v for _, v in facts(document, "meta-active-content")} == {
        "file:///C:/plant-path.xlsx",
        "PWD=plant-word",
    }
    assert places(document, "file:///C:/plant-path.xlsx") == [FieldPlace("Target")]
    assert len(facts(document, "meta-tracked-change")) == 1


def test_threads_of_comments_and_shapes_are_read_at_their_cells() -> None:
    threads = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        '<threadedComment ref="B2" personId="{1}"><text>plant-thread</text></threadedComment></ThreadedComments>'
    )
    old = (
        f'<comments {MAIN}><authors><author>tc={{1}}</author></authors><commentList><comment ref="B2" authorId="0">'
        "<text><t>[copy] plant-thread</t></text></comment></commentList></comments>"
    )
    drawing = (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
        f' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" {R}>'
        "<xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:row>4</xdr:row></xdr:from><xdr:sp><xdr:nvSpPr>"
        '<xdr:cNvPr id="2" name="x" descr="plant-alt"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>plant-shape</a:t></a:r></a:p>'
        '</xdr:txBody></xdr:sp><c r:id="r1"/></xdr:twoCellAnchor></xdr:wsDr>'
    )
    chart = '<c:c xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:pt><c:v>plant-series</c:v></c:pt></c:c>'
    persons = '<personList><person displayName="吴十" id="{1}" userId="plant@example.org"/></personList>'
    document = read(
        packed(
            {
                "xl/worksheets/_rels/sheet1.xml.rels": rels(
                    ("r1", "comments", "../comments1.xml"),
                    ("r2", "threadedComment", "../threadedComments/threadedComment1.xml"),
                    ("r3", "drawing", "../drawings/drawing1.xml"),
                ),
                "xl/comments1.xml": old,
                "xl/threadedComments/threadedComment1.xml": threads,
                "xl/persons/person.xml": persons,
                "xl/drawings/drawing1.xml": drawing,
                "xl/drawings/_rels/drawing1.xml.rels": rels(("r1", "chart", "../charts/chart1.xml")),
                "xl/charts/chart1.xml": chart,
            }
        )
    )

    assert places(document, "plant-thread") == [CellPlace("表", "B2", "comment")]
    assert facts(document, "meta-comment") == [(CellPlace("表", "B2", "comment"), "吴十: plant-thread")]
    assert places(document, "plant-shape") == [CellPlace("表", "C5", "textbox")]
    assert places(document, "plant-alt") == [CellPlace("表", "C5", "alt")]
    assert places(document, "plant-series") == [CellPlace("表", "C5", "chart")]
    assert places(document, "plant@example.org") == [FieldPlace("person")]


def test_a_sheet_that_is_listed_no_more_is_read() -> None:
    other = f'<worksheet {MAIN}><sheetData><row r="1"><c r="A1"><v>4242</v></c></row></sheetData></worksheet>'
    document = read(packed({"xl/worksheets/sheet2.xml": other}))

    assert places(document, "4242") == [CellPlace("sheet2.xml", "A1", "hidden")]
    assert len(facts(document, "meta-hidden-sheet")) == 1


def test_the_path_it_was_saved_under_is_a_fact() -> None:
    book = (
        f'<workbook {MAIN} {R}><x:absPath xmlns:x="urn:x" url="C:\\Users\\zhang\\"/>'
        '<sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>'
    )

    assert facts(read(packed({"xl/workbook.xml": book})), "meta-author") == [
        (FieldPlace("absPath"), "C:\\Users\\zhang\\")
    ]


def test_a_part_too_big_is_a_gap_and_a_workbook_without_parts_unreadable() -> None:
    assert read(packed({"xl/media/big.bin": "\0" * (3 << 20)})).gaps
    with pytest.raises(Unreadable):
        read(packed({"xl/workbook.xml": "no xml"}))


def test_a_dtd_in_a_sheet_is_a_gap() -> None:
    data = packed({"xl/worksheets/sheet1.xml": f'<!DOCTYPE a [<!ENTITY x "y">]><worksheet {MAIN}/>'})

    assert "document type" in read(data).gaps[0].en


@pytest.mark.parametrize("sixteenths", range(16))
def test_a_cut_workbook_is_never_clean(sixteenths: int) -> None:
    book = openpyxl.Workbook()
    for i in range(300):
        book.active.append([i, f"第 {i} 行"])
    data = saved(book)
    try:
        document = read(data[: len(data) * sixteenths // 16])
    except Unreadable:
        return

    assert document.gaps


def test_flipped_bits_have_an_outcome_each_and_soon() -> None:
    dice = random.Random(8)
    book = openpyxl.Workbook()
    for i in range(40):
        book.active.append([i, f"第 {i} 行", f"=A{i + 1}"])
    book.active["A1"].comment = Comment("x", "y")
    data = saved(book)
    began = time.process_time()
    for _ in range(200):
        broken = bytearray(data)
        for _ in range(dice.randint(1, 5)):
            broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
        try:
            read(bytes(broken))
        except Unreadable:
            continue

    assert time.process_time() - began < 10
