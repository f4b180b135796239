"""Everything a Word document carries is read, each with its place."""

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

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NAMES = (
    W + ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
TYPES = {
    "word/document.xml": WORD + "document.main+xml",
    "word/header1.xml": WORD + "header+xml",
    "word/footer1.xml": WORD + "footer+xml",
    "word/footnotes.xml": WORD + "footnotes+xml",
    "word/endnotes.xml": WORD + "endnotes+xml",
    "word/comments.xml": WORD + "comments+xml",
    "word/people.xml": WORD + "people+xml",
    "word/settings.xml": WORD + "settings+xml",
    "word/numbering.xml": WORD + "numbering+xml",
    "word/styles.xml": WORD + "styles+xml",
    "word/glossary/document.xml": WORD + "document.glossary+xml",
    "word/charts/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "word/diagrams/data1.xml": "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}


def packed(parts: dict[str, str | bytes]) -> bytes:
    overrides = "".join(f'<Override PartName="/{n}" ContentType="{TYPES[n]}"/>' for n in parts if n in TYPES)
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {"[Content_Types].xml": types, **parts}.items():
            archive.writestr(name, data)
    return held.getvalue()


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def body(inner: str) -> str:
    return f"<w:document {NAMES}><w:body>{inner}</w:body></w:document>"


OUTSIDE = ' TargetMode="External"'


def rels(*links: tuple[str, str, str, bool]) -> str:
    inner = "".join(
        f'<Relationship Id="{i}" Target="{target}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}"{OUTSIDE if outside else ""}/>'
        for i, kind, target, outside in links
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def read(data: bytes) -> Document:
    return READER.read(data, Asked("docx"))


def places(document: Document, text: str) -> list[Place]:
    return [s.locate(at, at + len(text)) for s in document.segments for at in [s.text.find(text)] if at >= 0]


def facts(document: Document, rule: str) -> list[tuple[Place, str]]:
    return [(f.where, f.value) for f in document.facts if f.rule == rule]


CHANGE = 'w:id="1" w:author="赵六" w:date="2026-01-01T00:00:00Z"'
EVERYWHERE = {
    "word/document.xml": body(
        p("plant-body 第一段")
        + "<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>plant-hidden</w:t></w:r><w:r><w:t>乙</w:t></w:r></w:p>"
        + '<w:p><w:r><w:rPr><w:color w:val="ffffff"/></w:rPr><w:t>plant-white</w:t></w:r></w:p>'
        + '<w:p><w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>plant-tiny</w:t></w:r></w:p>'
        + f"<w:p><w:r><w:t>留下</w:t></w:r><w:del {CHANGE}><w:r><w:delText>plant-deleted</w:delText></w:r></w:del></w:p>"
        + f"<w:p><w:ins {CHANGE}><w:r><w:t>plant-inserted</w:t></w:r></w:ins></w:p>"
        + f"<w:p><w:moveFrom {CHANGE}><w:r><w:t>plant-moved</w:t></w:r></w:moveFrom></w:p>"
        + '<w:p><w:hyperlink r:id="rLink" w:tooltip="plant-tip"><w:r>'
        "<w:t>plant-linked</w:t></w:r></w:hyperlink></w:p>" + "<w:p><w:r>"
        '<w:instrText xml:space="preserve"> HYPERLINK "https://example.org/plant-field" </w:instrText>'
        "</w:r></w:p>" + '<w:p><w:fldSimple w:instr=" INCLUDETEXT &quot;C:\\\\plant-include.docx&quot; ">'
        "<w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>"
        + '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:docPr id="1" name="a" descr="plant-alt"/>'
        + "<w:txbxContent>"
        + p("plant-box")
        + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
        + p("plant-box")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>"
        + '<w:p><w:r><w:pict><v:shape><v:textpath string="plant-watermark"/></v:shape></w:pict></w:r></w:p>'
        + '<w:p><w:bookmarkStart w:id="0" w:name="plant-bookmark"/><m:oMath><m:r>'
        "<m:t>plant-math</m:t></m:r></m:oMath></w:p>"
        + '<w:sdt><w:sdtPr><w:alias w:val="plant-alias"/><w:dropDownList>'
        '<w:listItem w:displayText="plant-choice" w:value="plant-value"/>'
        + "</w:dropDownList></w:sdtPr><w:sdtContent>"
        + p("plant-control")
        + "</w:sdtContent></w:sdt>"
        + "<w:p><w:r><w:ruby><w:rt><w:r><w:t>plant-reading</w:t></w:r></w:rt>"
        + "<w:rubyBase><w:r><w:t>plant-base</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
        + "<w:p><w:r><w:drawing><pic:pic><pic:nvPicPr>"
        '<pic:cNvPr id="2" name="C:\\plant-file.jpg"/></pic:nvPicPr></pic:pic>'
        "</w:drawing></w:r></w:p>"
        + '<w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr><w:r><w:t>plant-styled</w:t></w:r></w:p>'
    ),
    "word/_rels/document.xml.rels": rels(
        ("rLink", "hyperlink", "https://example.org/plant-target", True),
        ("rSpare", "hyperlink", "https://example.org/plant-spare", True),
        ("rPic", "image", "https://example.org/plant-beacon.png", True),
    ),
    "word/header1.xml": f"<w:hdr {NAMES}>{p('plant-header')}</w:hdr>",
    "word/footer1.xml": f"<w:ftr {NAMES}>{p('plant-footer')}</w:ftr>",
    "word/footnotes.xml": f"<w:footnotes {NAMES}><w:footnote>{p('plant-footnote')}</w:footnote></w:footnotes>",
    "word/endnotes.xml": f"<w:endnotes {NAMES}><w:endnote>{p('plant-endnote')}</w:endnote></w:endnotes>",
    "word/comments.xml": (
        f"<w:comments {NAMES}>"
        f'<w:comment w:id="0" w:author="钱七">{p("plant-comment")}</w:comment></w:comments>'
    ),
    "word/people.xml": (
        '<w15:people xmlns:w15="urn:w15"><w15:person w15:author="孙八">'
        '<w15:presenceInfo w15:providerId="AD" w15:userId="S::plant-account@example.org"/>'
        "</w15:person></w15:people>"
    ),
    "word/settings.xml": (
        f'<w:settings {W}><w:docVars><w:docVar w:name="v" w:val="plant-variable"/></w:docVars></w:settings>'
    ),
    "word/_rels/settings.xml.rels": rels(
        ("r1", "attachedTemplate", "https://example.org/plant-template.dotm", True)
    ),
    "word/numbering.xml": f'<w:numbering {W}><w:lvl><w:lvlText w:val="plant-number %1"/></w:lvl></w:numbering>',
    "word/styles.xml": (
        f'<w:styles {W}><w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
        f'<w:style w:styleId="Secret"><w:basedOn w:val="Base"/></w:style></w:styles>'
    ),
    "word/glossary/document.xml": f"<w:glossaryDocument {NAMES}>{p('plant-glossary')}</w:glossaryDocument>",
    "word/charts/chart1.xml": (
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        "<a:p><a:r><a:t>plant-title</a:t></a:r></a:p><c:strCache><c:pt>"
        "<c:v>plant-category</c:v></c:pt></c:strCache><c:numCache><c:pt>"
        "<c:v>1.3800138E10</c:v></c:pt></c:numCache></c:chartSpace>"
    ),
    "word/diagrams/data1.xml": (
        '<dgm:dataModel xmlns:dgm="urn:dgm" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        "<dgm:t><a:p><a:r><a:t>plant-smart</a:t></a:r></a:p></dgm:t></dgm:dataModel>"
    ),
    "customXml/item1.xml": '<data secret="plant-attribute"><phone>plant-custom</phone></data>',
    "docProps/core.xml": (
        '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>plant-property</dc:title><dc:creator>王五</dc:creator>"
        "<cp:lastModifiedBy>Administrator</cp:lastModifiedBy></cp:coreProperties>"
    ),
    "docProps/app.xml": (
        '<Properties xmlns="urn:app"><Application>Microsoft Office Word</Application>'
        "<Company>某某局</Company><Manager>plant-manager</Manager></Properties>"
    ),
    "docProps/custom.xml": (
        '<Properties xmlns="urn:c" xmlns:vt="urn:vt"><property name="plant-name">'
        "<vt:lpwstr>plant-own</vt:lpwstr></property></Properties>"
    ),
    "docProps/thumbnail.jpeg": b"\xff\xd8\xff\xe0thumb",
    "word/media/image1.png": b"\x89PNG\r\n\x1a\nx",
    "word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "word/vbaProject.bin": b"macro",
    "word/printerSettings/printerSettings1.bin": "\\\\plant-printer\0".encode("utf-16-le")
    + bytes(range(200)),
}


@pytest.fixture(scope="module")
def everywhere() -> Document:
    return read(packed(EVERYWHERE))


@pytest.mark.parametrize(
    ("plant", "place"),
    [
        ("plant-body", ParagraphPlace("body", 1)),
        ("plant-hidden", ParagraphPlace("hidden", 2)),
        ("plant-white", ParagraphPlace("hidden", 3)),
        ("plant-tiny", ParagraphPlace("hidden", 4)),
        ("plant-deleted", ParagraphPlace("deleted", 5)),
        ("plant-inserted", ParagraphPlace("body", 6)),
        ("plant-moved", ParagraphPlace("deleted", 7)),
        ("plant-linked", ParagraphPlace("body", 8)),
        ("plant-target", ParagraphPlace("link", 8)),
        ("plant-tip", ParagraphPlace("link", 8)),
        ("plant-spare", FieldPlace("Target")),
        ("plant-field", ParagraphPlace("field", 9)),
        ("plant-include", ParagraphPlace("field", 10)),
        ("plant-box", ParagraphPlace("textbox", 1)),
        ("plant-alt", ParagraphPlace("alt", 11)),
        ("plant-watermark", ParagraphPlace("body", 12)),
        ("plant-bookmark", ParagraphPlace("bookmark", 13)),
        ("plant-math", ParagraphPlace("body", 13)),
        ("plant-control", ParagraphPlace("body", 14)),
        ("plant-alias", ParagraphPlace("form", 1)),
        ("plant-choice", ParagraphPlace("form", 1)),
        ("plant-base", ParagraphPlace("body", 15)),
        ("plant-reading", ParagraphPlace("body", 15)),
        ("plant-file", ParagraphPlace("alt", 16)),
        ("plant-styled", ParagraphPlace("hidden", 17)),
        ("plant-header", ParagraphPlace("header", 1)),
        ("plant-footer", ParagraphPlace("footer", 1)),
        ("plant-footnote", ParagraphPlace("footnote", 1)),
        ("plant-endnote", ParagraphPlace("endnote", 1)),
        ("plant-comment", ParagraphPlace("comment", 1)),
        ("plant-account", FieldPlace("person")),
        ("plant-variable", FieldPlace("v")),
        ("plant-number", ParagraphPlace("numbering", 1)),
        ("plant-glossary", ParagraphPlace("glossary", 1)),
        ("plant-title", ParagraphPlace("chart", 1)),
        ("plant-category", ParagraphPlace("chart", 1)),
        ("13800138000", ParagraphPlace("chart", 1)),
        ("plant-smart", ParagraphPlace("diagram", 2)),
        ("plant-custom", FieldPlace("customXml/item1.xml")),
        ("plant-attribute", FieldPlace("customXml/item1.xml")),
        ("plant-property", FieldPlace("title")),
        ("plant-manager", FieldPlace("Manager")),
        ("plant-own", FieldPlace("plant-name")),
        ("plant-printer", FieldPlace("word/printerSettings/printerSettings1.bin")),
    ],
)
def test_every_part_is_read_and_its_place_is_right(everywhere: Document, plant: str, place: Place) -> None:
    assert places(everywhere, plant) == [place]


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("meta-tracked-change", (ParagraphPlace("deleted", 5), "赵六: plant-deleted")),
        ("meta-tracked-change", (ParagraphPlace("body", 6), "赵六: plant-inserted")),
        ("meta-tracked-change", (ParagraphPlace("deleted", 7), "赵六: plant-moved")),
        ("meta-comment", (ParagraphPlace("comment", 1), "钱七: plant-comment")),
        ("meta-hidden-text", (ParagraphPlace("hidden", 2), "plant-hidden")),
        ("meta-hidden-text", (ParagraphPlace("hidden", 3), "plant-white")),
        ("meta-hidden-text", (ParagraphPlace("hidden", 4), "plant-tiny")),
        ("meta-hidden-text", (ParagraphPlace("hidden", 17), "plant-styled")),
        ("meta-author", (FieldPlace("creator"), "王五")),
        ("meta-author", (FieldPlace("Company"), "某某局")),
        ("meta-author", (FieldPlace("person"), "孙八")),
        ("meta-active-content", (FieldPlace("word/document.xml"), "https://example.org/plant-beacon.png")),
        ("meta-active-content", (FieldPlace("word/settings.xml"), "https://example.org/plant-template.dotm")),
        ("meta-macro", (FieldPlace("word/vbaProject.bin"), "word/vbaProject.bin")),
        ("meta-thumbnail", (FieldPlace("docProps/thumbnail.jpeg"), "docProps/thumbnail.jpeg")),
        ("meta-attachment", (FieldPlace("word/embeddings/oleObject1.bin"), "oleObject1.bin")),
    ],
)
def test_what_is_hidden_becomes_a_fact(everywhere: Document, rule: str, found: tuple[Place, str]) -> None:
    assert found in facts(everywhere, rule)


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


@pytest.mark.parametrize("style", ["Own", "Heading1"])
def test_a_style_that_hides_is_found_whosever_it_is(style: str) -> None:
    styles = f'<w:styles {W}><w:style w:styleId="{style}"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    inner = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>藏</w:t></w:r></w:p>'
    document = read(packed({"word/document.xml": body(inner), "word/styles.xml": styles}))

    assert facts(document, "meta-hidden-text") == [(ParagraphPlace("hidden", 1), "藏")]


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
