"""Excel 工作簿的埋点 · A workbook with a plant in every part."""

from __future__ import annotations

import io

from sansi.check.model import Both
from sansi.check.place import CellPlace, FieldPlace, ImagePlace, InnerPlace, ParagraphPlace
from tests.check.extract.plants.drawn import picture
from tests.check.extract.plants.plant import Format, Hidden, Plant
from tests.check.extract.plants.zipped import added

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
THREADS = (
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    '<threadedComment ref="B2" personId="{1}"><text>plant-thread</text></threadedComment></ThreadedComments>'
)
DRAWING = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
    f' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" {R}>'
    "<xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:row>4</xdr:row></xdr:from><xdr:sp><xdr:nvSpPr>"
    '<xdr:cNvPr id="2" name="x" descr="plant-alt"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>plant-shape</a:t></a:r></a:p>'
    '</xdr:txBody></xdr:sp><c r:id="r1"/></xdr:twoCellAnchor></xdr:wsDr>'
)
PIVOT = (
    f'<pivotCacheDefinition {MAIN} {R} r:id="r1" refreshedBy="周九"><cacheSource><worksheetSource sheet="已删"/>'
    '</cacheSource><cacheFields><cacheField name="姓名"><sharedItems><s v="plant-shared"/></sharedItems>'
    '</cacheField><cacheField name="电话"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>'
)
LINK = (
    f'<externalLink {MAIN} {R}><externalBook r:id="r1"><sheetNames><sheetName val="plant-sheet"/></sheetNames>'
    '<sheetDataSet><sheetData><row r="1"><cell r="A1"><v>plant-kept</v></cell></row></sheetData></sheetDataSet>'
    "</externalBook></externalLink>"
)


def rels(*links: tuple[str, str, str]) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            REL.format(i, KINDS + kind, target, OUTSIDE if ":" in target else "") for i, kind, target in links
        )
        + "</Relationships>"
    )


OUTSIDE = ' TargetMode="External"'
REL = '<Relationship Id="{}" Type="{}" Target="{}"{}/>'
ADDED: dict[str, str | bytes] = {
    "xl/threadedComments/threadedComment1.xml": THREADS,
    "xl/persons/person.xml": '<personList><person displayName="吴十" id="{1}" userId="plant@example.org"/></personList>',
    "xl/drawings/drawing1.xml": DRAWING,
    "xl/drawings/_rels/drawing1.xml.rels": rels(("r1", "chart", "../charts/chart1.xml")),
    "xl/charts/chart1.xml": '<c:c xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:pt>'
    "<c:v>plant-series</c:v></c:pt></c:c>",
    "xl/pivotCache/pivotCacheDefinition1.xml": PIVOT,
    "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": rels(
        ("r1", "pivotCacheRecords", "pivotCacheRecords1.xml")
    ),
    "xl/pivotCache/pivotCacheRecords1.xml": f'<pivotCacheRecords {MAIN}><r><x v="0"/><n v="1.3900139E10"/></r></pivotCacheRecords>',
    "xl/externalLinks/externalLink1.xml": LINK,
    "xl/externalLinks/_rels/externalLink1.xml.rels": rels(
        ("r1", "externalLinkPath", "file:///C:/plant-path.xlsx")
    ),
    "xl/connections.xml": f'<connections {MAIN}><connection id="1"><dbPr connection="PWD=plant-word"/></connection></connections>',
    "xl/revisions/revisionHeaders.xml": f'<headers {MAIN}><header userName="plant-user"/></headers>',
    "xl/worksheets/sheet9.xml": f'<worksheet {MAIN}><sheetData><row r="1"><c r="A1"><v>4242</v></c></row></sheetData></worksheet>',
    "xl/media/image1.png": picture("png", "PLANT-PICTURE"),
    "xl/vbaProject.bin": "macro",
}


def made() -> bytes:  # noqa: PLR0915 - a line or two for each plant
    """A workbook of another program, with parts added that it cannot make."""
    from datetime import date

    import openpyxl
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "名单"
    sheet.append(["姓名", "电话", "生日", "隐"])
    sheet.append(["plant-cell", 13800138000, date(1990, 3, 7), "plant-column"])
    sheet.append(["a\nb & <c>", "", 1.5, "x"])
    sheet.append(["plant-row"])
    sheet.column_dimensions["D"].hidden = True
    sheet.row_dimensions[4].hidden = True
    sheet["A2"].comment = Comment("plant-comment", "钱七")
    sheet["A5"] = '=IF(A1="plant-formula",1,2)'
    sheet["B3"].hyperlink = "https://example.org/plant-link"
    sheet["E6"] = "plant-white"
    sheet["E6"].font = Font(color="FFFFFFFF")
    sheet["E7"] = "seen"
    sheet["E7"].font = Font(color="FFFFFFFF")
    sheet["E7"].fill = PatternFill("solid", fgColor="FF1F4E79")
    sheet["E8"] = 5
    sheet["E8"].number_format = ";;;"
    sheet["F8"] = 42
    sheet["F8"].number_format = "000000"
    sheet.oddHeader.center.text = "plant-header"
    sheet.evenFooter.left.text = "plant-footer && co"
    rule = DataValidation("list", formula1='"plant-choice,b"', promptTitle="plant-prompt")
    rule.add("G1")
    sheet.add_data_validation(rule)
    sheet.auto_filter.ref = "A1:D4"
    sheet.auto_filter.add_filter_column(0, ["plant-filter"])
    for title, state in (("藏", "hidden"), ("深藏", "veryHidden")):
        other = book.create_sheet(title)
        other.sheet_state = state
        other["C3"] = f"plant-{state}"
    book.defined_names["plant_name"] = DefinedName("plant_name", attr_text='"plant-constant"')
    book.properties.creator = "王五"
    book.properties.title = "plant-property"
    held = io.BytesIO()
    book.save(held)
    more = REL.format("rT", KINDS + "threadedComment", "/xl/threadedComments/threadedComment1.xml", "")
    more += REL.format("rD", KINDS + "drawing", "/xl/drawings/drawing1.xml", "")
    end = "</Relationships>"
    return added(held.getvalue(), ADDED, {"xl/worksheets/_rels/sheet1.xml.rels": (end, more + end)})


def cell(ref: str, part: str = "body") -> CellPlace:
    return CellPlace("名单", ref, part)


FORMATS = (
    Format(
        Both("Excel 工作簿", "Excel workbooks"),
        ("xlsx", "encrypted-office"),
        "xlsx xlsm xltx xltm",
        made,
        (
            Plant("单元格", "cells", "plant-cell", cell("A2")),
            Plant("数（不论显示成什么样）", "numbers, whatever they are shown as", "13800138000", cell("B2")),
            Plant("日期", "dates", "1990-03-07", cell("C2")),
            Plant("补零的编号", "numbers padded with zeros", "000042", cell("F8")),
            Plant("隐藏的列", "hidden columns", "plant-column", cell("D2", "hidden")),
            Plant("隐藏的行", "hidden rows", "plant-row", cell("A4", "hidden")),
            Plant("隐藏的工作表", "hidden sheets", "plant-hidden", CellPlace("藏", "C3", "hidden")),
            Plant("深度隐藏的工作表", "very hidden sheets", "plant-veryHidden", CellPlace("深藏", "C3", "hidden")),
            Plant("不再列出的工作表", "sheets that are listed no more", "4242", CellPlace("sheet9.xml", "A1", "hidden")),
            Plant("白色文字", "white text", "plant-white", cell("E6")),
            Plant("公式里的文字", "words in formulas", "plant-formula", cell("A5", "formula")),
            Plant("批注", "comments", "plant-comment", cell("A2", "comment")),
            Plant("会话式批注", "threads of comments", "plant-thread", cell("B2", "comment")),
            Plant("批注者的账号", "accounts of those who comment", "plant@example.org", FieldPlace("person")),
            Plant("链接的地址", "addresses of links", "plant-link", cell("B3", "link")),
            Plant("页眉", "headers", "plant-header", cell("", "header")),
            Plant("页脚", "footers", "plant-footer", cell("", "footer")),
            Plant("下拉选项", "choices of drop-downs", "plant-choice", cell("G1", "validation")),
            Plant("输入提示", "prompts", "plant-prompt", cell("G1", "validation")),
            Plant("筛选条件", "filters", "plant-filter", cell("A1", "validation")),
            Plant("名称", "defined names", "plant_name", ParagraphPlace("name", 1)),
            Plant("名称里的常量", "constants in defined names", "plant-constant", ParagraphPlace("name", 1)),
            Plant("图形里的字", "words in shapes", "plant-shape", cell("C5", "textbox")),
            Plant("替代文字", "alternative texts", "plant-alt", cell("C5", "alt")),
            Plant("图表", "charts", "plant-series", cell("C5", "chart")),
            Plant("数据透视表的缓存", "pivot caches", "plant-shared", ParagraphPlace("pivot", 2)),
            Plant("透视缓存里的数", "numbers in pivot caches", "13900139000", ParagraphPlace("pivot", 2)),
            Plant("其他工作簿的表名", "sheets of other workbooks", "plant-sheet", ParagraphPlace("external", 1)),
            Plant("其他工作簿的单元格", "cells of other workbooks", "plant-kept", ParagraphPlace("external", 2)),
            Plant("其他工作簿的路径", "paths of other workbooks", "plant-path", FieldPlace("Target")),
            Plant("数据连接", "data connections", "plant-word", FieldPlace("xl/connections.xml")),
            Plant("共享修订的用户", "users of shared changes", "plant-user", FieldPlace("xl/revisions/revisionHeaders.xml")),
            Plant("文档属性", "properties", "plant-property", FieldPlace("title")),
            Plant("图片里的字", "words in pictures", "PLANT-PICTURE", InnerPlace(("image1.png",), ImagePlace())),
        ),
        (
            Hidden("meta-hidden-sheet", "隐藏的工作表", "hidden sheets", CellPlace("藏", "", "hidden"), "藏"),
            Hidden("meta-hidden-sheet", "深度隐藏的工作表", "very hidden sheets", CellPlace("深藏", "", "hidden"), "深藏"),
            Hidden("meta-hidden-sheet", "隐藏的行", "hidden rows", cell("A4", "hidden"), "plant-row"),
            Hidden("meta-hidden-sheet", "隐藏的列", "hidden columns", cell("D1", "hidden"), "隐\tplant-column\tx"),
            Hidden("meta-hidden-text", "白色或格式藏起来的单元格", "cells in white, or hidden by their format",
                   cell("E6", "hidden"), "plant-white\t5"),
            Hidden("meta-comment", "批注和批注的人", "comments, and by whom", cell("A2", "comment"), "钱七: plant-comment"),
            Hidden("meta-comment", "会话式批注", "threads of comments", cell("B2", "comment"), "吴十: plant-thread"),
            Hidden("meta-author", "作者、最后保存者", "author and who last saved it", FieldPlace("creator"), "王五"),
            Hidden("meta-author", "刷新透视表的人", "who refreshed a pivot table", FieldPlace("refreshedBy"), "周九"),
            Hidden("meta-macro", "宏", "macros", FieldPlace("xl/vbaProject.bin"), "xl/vbaProject.bin"),
        ),
        (
            Both(
                "公式不计算，读的是文件里存着的结果；一份文件最多读 500 万个单元格。",
                "Formulas are not computed: the results that the file holds are read. Five million cells a file.",
            ),
            Both(
                "有打开密码的工作簿：请先去掉密码；Excel 自己加的“建议只读”密码会自动解开。",
                "Workbooks with a password to open: remove it first. The one Excel sets for “read-only recommended” is known.",
            ),
            Both("二进制工作簿（xlsb）不读。", "Binary workbooks (xlsb) are not read."),
        ),
    ),
)  # fmt: skip
