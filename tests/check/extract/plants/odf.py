"""OpenDocument 的埋点 · A text, a spreadsheet and a presentation with a plant in every part."""

from __future__ import annotations

from sansi.check.model import Both
from sansi.check.place import (
    CellPlace,
    FieldPlace,
    ImagePlace,
    InnerPlace,
    ParagraphPlace,
    SlidePlace,
    TextPlace,
)
from tests.check.extract.plants.drawn import picture
from tests.check.extract.plants.plant import Format, Hidden, Plant
from tests.check.extract.plants.zipped import zipped

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
    return zipped(parts, f"application/vnd.oasis.opendocument.{kind}")


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
        "Versions/Version1": "plant-version",
        "Thumbnails/thumbnail.png": picture("png", "PLANT-THUMB"),
        "Pictures/a.png": picture("png", "PLANT-PICTURE"),
        "own/secret.bin": "plant-attached",
    },
)


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


PAGE = (
    "<draw:page{}><draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    "<presentation:notes><draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>"
).format
SLIDES = packed(
    "presentation",
    {
        "content.xml": content(
            "presentation",
            PAGE("", "plant-one", "plant-notes") + PAGE(" draw:style-name='D'", "plant-two", ""),
        ),
    },
)


def at(part: str, number: int) -> ParagraphPlace:
    return ParagraphPlace(part, number)


def cell_at(ref: str, part: str = "body") -> CellPlace:
    return CellPlace("名单", ref, part)


LOCKED = Both("有打开密码的文档：请先去掉密码。", "Documents with a password to open: remove it first.")
FORMATS = (
    Format(
        Both("OpenDocument 文本", "OpenDocument texts"),
        ("odt",),
        "odt ott",
        lambda: TEXT,
        (
            Plant("标题", "headings", "plant-heading", at("body", 1)),
            Plant("段落", "paragraphs", "plant-span", at("body", 2)),
            Plant("脚注", "footnotes", "plant-footnote", at("footnote", 1)),
            Plant("被脚注隔开的号码", "a number with a note in its middle", "13800138000", at("body", 3)),
            Plant("尾注", "endnotes", "plant-endnote", at("endnote", 1)),
            Plant("批注", "comments", "plant-comment", at("comment", 1)),
            Plant("修订：删除的文字", "tracked changes: what was deleted", "plant-deleted", at("deleted", 1)),
            Plant("隐藏的文字", "hidden text", "plant-hidden", at("hidden", 7)),
            Plant("隐藏的段落", "hidden paragraphs", "plant-styled", at("hidden", 8)),
            Plant("白色文字", "white text", "plant-white", at("body", 9)),
            Plant("隐藏的区域", "hidden sections", "plant-section", at("hidden", 10)),
            Plant("有条件隐藏的文字", "text hidden by a condition", "plant-conditional", at("hidden", 11)),
            Plant("域里的值", "values of fields", "plant-value", at("form", 1)),
            Plant("文本框", "text boxes", "plant-box", at("textbox", 1)),
            Plant("替代文字", "alternative texts", "plant-alt", at("alt", 1)),
            Plant("链接的地址", "addresses of links", "plant-link", at("link", 1)),
            Plant("表格", "tables", "姓名\t电 话", at("body", 14)),
            Plant("书签名", "names of bookmarks", "plant-bookmark", at("form", 2)),
            Plant("注音", "readings over words", "plant-ruby", at("field", 1)),
            Plant("页眉", "headers", "plant-header", at("header", 1)),
            Plant("页脚", "footers", "plant-footer", at("footer", 1)),
            Plant("文档属性", "properties", "plant-title", FieldPlace("title")),
            Plant("自定义属性", "custom properties", "plant-own", FieldPlace("user-defined")),
            Plant("模板的路径", "path of the template", "plant-template", FieldPlace("template")),
            Plant("打印机名", "name of the printer", "plant-printer", FieldPlace("PrinterName")),
            Plant("宏的代码", "code of macros", "plant-macro", FieldPlace("Basic/Standard/Module1.xml")),
            Plant("内嵌的对象", "objects inside", "plant-object", at("body", 1)),
            Plant("以前的版本", "earlier versions", "plant-version", InnerPlace(("Versions/Version1",), TextPlace(1, 1))),
            Plant("图片里的字", "words in pictures", "PLANT-PICTURE", InnerPlace(("a.png",), ImagePlace())),
            Plant(
                "缩略图里的字", "words in the thumbnail", "PLANT-THUMB",
                InnerPlace(("Thumbnails/thumbnail.png",), ImagePlace()),
            ),
            Plant("其他内嵌文件", "other files inside", "plant-attached", InnerPlace(("secret.bin",), TextPlace(1, 1))),
        ),
        (
            Hidden("meta-tracked-change", "删除的文字和删除的人", "what was deleted, and by whom", at("deleted", 1), "赵六: plant-deleted"),
            Hidden("meta-tracked-change", "插入和插入的人", "that something was inserted, and by whom", at("deleted", 2), "赵六"),
            Hidden("meta-comment", "批注和批注的人", "comments, and by whom", at("comment", 1), "钱七: plant-comment"),
            Hidden("meta-hidden-text", "隐藏的文字", "hidden text", at("hidden", 7), "plant-hidden"),
            Hidden("meta-hidden-text", "隐藏的区域", "hidden sections", at("hidden", 10), "plant-section"),
            Hidden("meta-hidden-text", "白色文字", "white text", at("hidden", 9), "plant-white"),
            Hidden("meta-active-content", "打开时取的图片", "pictures fetched when it is opened", at("link", 1), "https://example.org/plant-beacon.png"),
            Hidden("meta-author", "作者", "author", FieldPlace("initial-creator"), "王五"),
            Hidden("meta-author", "模板的路径", "path of the template", FieldPlace("template"), "file:///C:/plant-template.ott"),
            Hidden("meta-macro", "宏", "macros", FieldPlace("Basic/Standard/Module1.xml"), "Basic/Standard/Module1.xml"),
            Hidden("meta-revision", "以前的版本", "earlier versions", FieldPlace("Versions/Version1"), "Versions/Version1"),
            Hidden("meta-thumbnail", "缩略图", "thumbnail", FieldPlace("Thumbnails/thumbnail.png"), "Thumbnails/thumbnail.png"),
            Hidden("meta-attachment", "内嵌的文件", "embedded files", FieldPlace("own/secret.bin"), "own/secret.bin"),
        ),
        (LOCKED,),
    ),
    Format(
        Both("OpenDocument 表格", "OpenDocument spreadsheets"),
        ("ods",),
        "ods ots",
        lambda: SHEETS,
        (
            Plant("单元格", "cells", "姓名", cell_at("A1")),
            Plant("显示不全的数", "numbers shown shortened", "13800138000", cell_at("A1048573")),
            Plant("隐藏的列", "hidden columns", "plant-column", cell_at("B1", "hidden")),
            Plant("筛掉的行", "rows filtered out", "plant-row", cell_at("A1048572", "hidden")),
            Plant("隐藏的工作表", "hidden sheets", "plant-hidden", CellPlace("藏", "B1", "hidden")),
            Plant("批注", "comments", "plant-comment", cell_at("B1048573", "comment")),
            Plant("公式里的文字", "words in formulas", "plant-formula", cell_at("D1048573", "formula")),
            Plant("名称", "defined names", "plant-name", FieldPlace("content.xml")),
        ),
        (
            Hidden("meta-hidden-sheet", "隐藏的列", "hidden columns", cell_at("B1", "hidden"), "plant-column\tx"),
            Hidden("meta-hidden-sheet", "筛掉的行", "rows filtered out", cell_at("A1048572", "hidden"), "plant-row"),
            Hidden("meta-hidden-sheet", "隐藏的工作表", "hidden sheets", CellPlace("藏", "", "hidden"), "藏"),
            Hidden("meta-comment", "批注和批注的人", "comments, and by whom", cell_at("B1048573", "comment"), "钱七: plant-comment"),
        ),
        (LOCKED,),
    ),
    Format(
        Both("OpenDocument 演示文稿", "OpenDocument presentations"),
        ("odp",),
        "odp otp",
        lambda: SLIDES,
        (
            Plant("幻灯片上的字", "words on slides", "plant-one", SlidePlace(1)),
            Plant("备注", "speaker notes", "plant-notes", SlidePlace(1, "notes")),
            Plant("隐藏的幻灯片", "hidden slides", "plant-two", SlidePlace(2, "hidden")),
        ),
        (Hidden("meta-hidden-text", "隐藏的幻灯片", "hidden slides", SlidePlace(2, "hidden"), "plant-two"),),
        (LOCKED,),
    ),
)  # fmt: skip
