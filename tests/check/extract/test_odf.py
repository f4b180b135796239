"""Everything an OpenDocument file carries is read, each with its place."""

from __future__ import annotations

import io
import random
import zipfile

import odfdo
import pytest

from sansi.check.extract.document import Document, Unreadable
from sansi.check.extract.kinds import kind_of
from sansi.check.extract.reader import Asked
from sansi.check.extract.readers.odf import READER
from sansi.check.place import CellPlace, FieldPlace, ParagraphPlace, Place, SlidePlace

NAMES = (
    " ".join(
        f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{u}:1.0"'
        for n, u in [
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("draw", "drawing"),
            ("style", "style"),
            ("presentation", "presentation"),
            ("fo", "xsl-fo-compatible"),
            ("svg", "svg-compatible"),
            ("meta", "meta"),
            ("config", "config"),
            ("script", "script"),
        ]
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
STYLES = (
    '<office:automatic-styles><style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="W"><style:text-properties fo:color="#ffffff"/></style:style>'
    '<style:style style:name="T"><style:table-properties table:display="false"/></style:style>'
    '<style:style style:name="D"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
    "</office:automatic-styles>"
)


def content(kind: str, inner: str) -> str:
    return (
        f"<office:document-content {NAMES}>{STYLES}<office:body><office:{kind}>{inner}</office:{kind}></office:body>"
        "</office:document-content>"
    )


def packed(kind: str, parts: dict[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}", zipfile.ZIP_STORED)
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()


def read(data: bytes) -> Document:
    return READER.read(data, Asked(kind_of(data)))


def places(document: Document, text: str) -> list[Place]:
    return [s.locate(at, at + len(text)) for s in document.segments for at in [s.text.find(text)] if at >= 0]


def facts(document: Document) -> list[tuple[str, Place, str]]:
    return [(f.rule, f.where, f.value) for f in document.facts]


CHANGE = "<office:change-info><dc:creator>赵六</dc:creator><dc:date>2026-01-01</dc:date></office:change-info>"
TEXT = packed(
    "text",
    {
        "content.xml": content(
            "text",
            f'<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>{CHANGE}<text:p>plant-deleted</text:p>'
            f'</text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion>{CHANGE}</text:insertion>'
            "</text:changed-region></text:tracked-changes>"
            "<text:h>plant-heading</text:h>"
            "<text:p>a<text:span>plant</text:span>-span<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d</text:p>"
            "<text:p>1380013<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>"
            "<text:note-body><text:p>plant-footnote</text:p></text:note-body></text:note>8000</text:p>"
            "<text:p>x<text:note text:note-class='endnote'><text:note-body><text:p>plant-endnote</text:p></text:note-body>"
            "</text:note></text:p>"
            "<text:p>1101<office:annotation><dc:creator>钱七</dc:creator><dc:date>2026</dc:date><text:p>plant-comment</text:p>"
            "</office:annotation>0119</text:p>"
            "<text:p>电话<text:change text:change-id='c1'/>后</text:p>"
            "<text:p><text:span text:style-name='H'>plant-hidden</text:span>y</text:p>"
            "<text:p text:style-name='H'>plant-styled</text:p>"
            "<text:p><text:span text:style-name='W'>plant-white</text:span></text:p>"
            "<text:section text:display='none'><text:p>plant-section</text:p></text:section>"
            "<text:p><text:hidden-text text:string-value='plant-value'>plant-conditional</text:hidden-text></text:p>"
            "<text:p><draw:frame><draw:text-box><text:p>plant-box</text:p></draw:text-box><svg:desc>plant-alt</svg:desc>"
            "</draw:frame><text:a xlink:href='https://example.org/plant-link'>z</text:a></text:p>"
            "<text:p><draw:frame><draw:image xlink:href='https://example.org/plant-beacon.png'/></draw:frame></text:p>"
            "<table:table><table:table-row><table:table-cell><text:p>姓名</text:p></table:table-cell><table:table-cell>"
            "<text:p>电</text:p><text:p>话</text:p></table:table-cell></table:table-row></table:table>"
            "<text:p><text:bookmark text:name='plant-bookmark'/><text:ruby><text:ruby-base>字</text:ruby-base>"
            "<text:ruby-text>plant-ruby</text:ruby-text></text:ruby></text:p>",
        ),
        "styles.xml": f"<office:document-styles {NAMES}><office:master-styles><style:master-page><style:header><text:p>plant-header"
        "</text:p></style:header><style:footer><text:p>plant-footer</text:p></style:footer></style:master-page>"
        "</office:master-styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {NAMES}><office:meta><meta:generator>LibreOffice/7</meta:generator><dc:title>plant-title"
        "</dc:title><meta:initial-creator>王五</meta:initial-creator><dc:creator>user</dc:creator>"
        '<meta:user-defined meta:name="字段">plant-own</meta:user-defined><meta:template xlink:href="file:///C:/plant-template.ott"/>'
        "</office:meta></office:document-meta>",
        "settings.xml": f'<office:document-settings {NAMES}><config:config-item config:name="PrinterName" config:type="string">'
        "plant-printer</config:config-item></office:document-settings>",
        "Basic/Standard/Module1.xml": '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
        '<script:module xmlns:script="urn:s">plant-macro</script:module>',
        "Object 1/content.xml": content("chart", "<text:p>plant-object</text:p>"),
        "Versions/Version1": b"PK",
        "Thumbnails/thumbnail.png": b"\x89PNG\r\n\x1a\nx",
        "Pictures/a.png": b"\x89PNG\r\n\x1a\nx",
        "own/secret.bin": b"x",
    },
)


@pytest.fixture(scope="module")
def text() -> Document:
    return read(TEXT)


@pytest.mark.parametrize(
    ("plant", "place"),
    [
        ("plant-heading", ParagraphPlace("body", 1)),
        ("aplant-span  b\tc\nd", ParagraphPlace("body", 2)),
        ("13800138000", ParagraphPlace("body", 3)),
        ("plant-footnote", ParagraphPlace("footnote", 1)),
        ("plant-endnote", ParagraphPlace("endnote", 1)),
        ("11010119", ParagraphPlace("body", 5)),
        ("plant-comment", ParagraphPlace("comment", 1)),
        ("plant-deleted", ParagraphPlace("deleted", 1)),
        ("电话plant-deleted后", ParagraphPlace("deleted", 3)),
        ("plant-hidden", ParagraphPlace("hidden", 7)),
        ("plant-styled", ParagraphPlace("hidden", 8)),
        ("plant-white", ParagraphPlace("body", 9)),
        ("plant-section", ParagraphPlace("hidden", 10)),
        ("plant-conditional", ParagraphPlace("hidden", 11)),
        ("plant-value", ParagraphPlace("form", 1)),
        ("plant-box", ParagraphPlace("textbox", 1)),
        ("plant-alt", ParagraphPlace("alt", 1)),
        ("plant-link", ParagraphPlace("link", 1)),
        ("姓名\t电 话", ParagraphPlace("body", 14)),
        ("plant-bookmark", ParagraphPlace("form", 2)),
        ("plant-ruby", ParagraphPlace("field", 1)),
        ("plant-header", ParagraphPlace("header", 1)),
        ("plant-footer", ParagraphPlace("footer", 1)),
        ("plant-title", FieldPlace("title")),
        ("plant-own", FieldPlace("user-defined")),
        ("plant-template", FieldPlace("template")),
        ("plant-printer", FieldPlace("PrinterName")),
        ("plant-macro", FieldPlace("Basic/Standard/Module1.xml")),
        ("plant-object", ParagraphPlace("body", 1)),
    ],
)
def test_every_part_of_a_text_is_read_and_its_place_is_right(
    text: Document, plant: str, place: Place
) -> None:
    assert place in places(text, plant)


@pytest.mark.parametrize(
    "fact",
    [
        ("meta-tracked-change", ParagraphPlace("deleted", 1), "赵六: plant-deleted"),
        ("meta-tracked-change", ParagraphPlace("deleted", 2), "赵六"),
        ("meta-comment", ParagraphPlace("comment", 1), "钱七: plant-comment"),
        ("meta-hidden-text", ParagraphPlace("hidden", 7), "plant-hidden"),
        ("meta-hidden-text", ParagraphPlace("hidden", 10), "plant-section"),
        ("meta-hidden-text", ParagraphPlace("hidden", 9), "plant-white"),
        ("meta-active-content", ParagraphPlace("link", 1), "https://example.org/plant-beacon.png"),
        ("meta-author", FieldPlace("initial-creator"), "王五"),
        ("meta-author", FieldPlace("template"), "file:///C:/plant-template.ott"),
        ("meta-macro", FieldPlace("Basic/Standard/Module1.xml"), "Basic/Standard/Module1.xml"),
        ("meta-revision", FieldPlace("Versions/Version1"), "Versions/Version1"),
        ("meta-thumbnail", FieldPlace("Thumbnails/thumbnail.png"), "Thumbnails/thumbnail.png"),
        ("meta-attachment", FieldPlace("own/secret.bin"), "own/secret.bin"),
    ],
)
def test_what_is_hidden_in_a_text_becomes_a_fact(text: Document, fact: tuple[str, Place, str]) -> None:
    assert fact in facts(text)


def test_nothing_is_left_out_and_programs_are_no_authors(text: Document) -> None:
    assert text.gaps == []
    assert "user" not in [value for _, _, value in facts(text)]
    assert {e.name for e in text.embedded} == {
        "Version1",
        "Versions/Version1",
        "Thumbnails/thumbnail.png",
        "a.png",
        "secret.bin",
    } - {"Version1"}


def cell(text: str, attributes: str = "", inner: str = "") -> str:
    return f"<table:table-cell {attributes}>{inner}<text:p>{text}</text:p></table:table-cell>"


NOTE = "<office:annotation><dc:creator>钱七</dc:creator><text:p>plant-comment</text:p></office:annotation>"
WIDE = 'table:number-columns-repeated="16384"'
SHEETS = packed(
    "spreadsheet",
    {
        "content.xml": content(
            "spreadsheet",
            '<table:table table:name="名单"><table:table-column/><table:table-column table:visibility="collapse"/>'
            f"<table:table-row>{cell('姓名')}{cell('plant-column')}{cell('电话')}</table:table-row>"
            f'<table:table-row table:number-rows-repeated="1048570">{cell("", WIDE)}</table:table-row>'
            f"<table:table-row table:visibility='filter'>{cell('plant-row')}</table:table-row><table:table-row>"
            + cell("1.4E+10", "office:value-type='float' office:value='13800138000'")
            + cell(
                "x",
                "table:number-columns-repeated='2'",
                "<office:annotation><dc:creator>钱七</dc:creator><text:p>plant-comment</text:p></office:annotation>",
            )
            + cell("7", "table:formula='of:=IF([.A1]=&quot;plant-formula&quot;;1;2)'")
            + "</table:table-row></table:table>"
            '<table:table table:name="藏" table:style-name="T"><table:table-row><table:table-cell/>'
            f"{cell('plant-hidden')}</table:table-row></table:table>"
            '<table:named-expressions><table:named-range table:name="plant-name"/></table:named-expressions>',
        )
    },
)


@pytest.mark.parametrize(
    ("plant", "place"),
    [
        ("姓名", CellPlace("名单", "A1")),
        ("plant-column", CellPlace("名单", "B1", "hidden")),
        ("plant-row", CellPlace("名单", "A1048572", "hidden")),
        ("13800138000", CellPlace("名单", "A1048573")),
        ("plant-comment", CellPlace("名单", "B1048573", "comment")),
        ("plant-formula", CellPlace("名单", "D1048573", "formula")),
        ("plant-hidden", CellPlace("藏", "B1", "hidden")),
        ("plant-name", FieldPlace("content.xml")),
    ],
)
def test_every_part_of_a_spreadsheet_is_read_and_its_place_is_right(plant: str, place: Place) -> None:
    assert places(read(SHEETS), plant) == [place]


@pytest.mark.parametrize(
    "fact",
    [
        ("meta-hidden-sheet", CellPlace("名单", "B1", "hidden"), "plant-column\tx"),
        ("meta-hidden-sheet", CellPlace("名单", "A1048572", "hidden"), "plant-row"),
        ("meta-hidden-sheet", CellPlace("藏", "", "hidden"), "藏"),
        ("meta-comment", CellPlace("名单", "B1048573", "comment"), "钱七: plant-comment"),
    ],
)
def test_what_is_hidden_in_a_spreadsheet_becomes_a_fact(fact: tuple[str, Place, str]) -> None:
    assert fact in facts(read(SHEETS))


def test_slides_notes_and_hidden_slides_are_read() -> None:
    page = (
        "<draw:page{}><draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
        "<presentation:notes><draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>"
    ).format
    inner = page("", "plant-one", "plant-notes") + page(" draw:style-name='D'", "plant-two", "")
    document = read(packed("presentation", {"content.xml": content("presentation", inner)}))

    assert places(document, "plant-one") == [SlidePlace(1)]
    assert places(document, "plant-notes") == [SlidePlace(1, "notes")]
    assert places(document, "plant-two") == [SlidePlace(2, "hidden")]
    assert ("meta-hidden-text", SlidePlace(2, "hidden"), "plant-two") in facts(document)


def test_a_text_of_another_program_is_read() -> None:
    made = odfdo.Document("text")
    made.body.clear()
    made.body.append(odfdo.Paragraph("plant-other"))
    held = io.BytesIO()
    made.save(held)
    document = read(held.getvalue())

    assert places(document, "plant-other") == [ParagraphPlace("body", 1)]
    assert document.gaps == []


def test_a_locked_file_is_unreadable_and_says_so() -> None:
    manifest = "<manifest:manifest xmlns:manifest='urn:m'><manifest:encryption-data/></manifest:manifest>"
    with pytest.raises(Unreadable, match="password"):
        read(packed("text", {"content.xml": b"\1\2", "META-INF/manifest.xml": manifest}))


@pytest.mark.parametrize(
    "parts", [{}, {"content.xml": '<!DOCTYPE a [<!ENTITY x "y">]><a/>'}, {"content.xml": "no"}]
)
def test_a_file_without_content_is_unreadable(parts: dict[str, str | bytes]) -> None:
    with pytest.raises(Unreadable):
        read(packed("text", parts))


@pytest.mark.parametrize("sixteenths", range(16))
def test_a_cut_file_is_never_clean(sixteenths: int) -> None:
    try:
        document = READER.read(TEXT[: len(TEXT) * sixteenths // 16], Asked("odt"))
    except Unreadable:
        return

    assert document.gaps


def test_flipped_bits_have_an_outcome_each() -> None:
    dice = random.Random(10)
    for data in (TEXT, SHEETS):
        for _ in range(200):
            broken = bytearray(data)
            for _ in range(dice.randint(1, 5)):
                broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
            try:
                READER.read(bytes(broken), Asked("odt"))
            except Unreadable:
                continue
