"""PowerPoint 演示文稿的埋点 · A presentation with a plant in every part."""

from __future__ import annotations

import io
from typing import Any

from sansi.check.model import Both
from sansi.check.place import CellPlace, FieldPlace, ImagePlace, InnerPlace, ParagraphPlace, SlidePlace
from tests.check.extract.plants.drawn import picture
from tests.check.extract.plants.plant import Format, Hidden, Plant
from tests.check.extract.plants.zipped import added


def box(slide: Any, text: str, left: int = 0, top: int = 0) -> Any:
    from pptx.util import Emu, Inches

    shape = slide.shapes.add_textbox(Emu(left), Emu(top), Inches(2), Inches(1))
    shape.text_frame.text = text
    return shape


REL = '<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/>'
P = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def made() -> bytes:  # noqa: PLR0915 - a line or two for each plant
    """A presentation of another program, with parts added that it cannot make."""
    import pptx
    from pptx.chart.data import CategoryChartData
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches, Pt

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
    one.shapes.add_picture(io.BytesIO(picture("png", "PLANT-PICTURE")), 0, 0)
    show.core_properties.author = "王五"
    show.core_properties.title = "plant-property"
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


FORMATS = (
    Format(
        Both("PowerPoint 演示文稿", "PowerPoint presentations"),
        ("pptx",),
        "pptx pptm ppsx potx",
        made,
        (
            Plant("幻灯片上的字", "words on slides", "plant-body", SlidePlace(1)),
            Plant("表格", "tables", "plant-table", SlidePlace(1)),
            Plant("备注", "speaker notes", "plant-notes", SlidePlace(1, "notes")),
            Plant("批注", "comments", "plant-comment", SlidePlace(1, "comment")),
            Plant("新式批注", "modern comments", "plant-modern", SlidePlace(1, "comment")),
            Plant("批注的回复", "replies to comments", "plant-reply", SlidePlace(1, "comment")),
            Plant("隐藏的幻灯片", "hidden slides", "plant-hidden", SlidePlace(2, "hidden")),
            Plant("不在放映里的幻灯片", "slides that the show has lost", "plant-lost", SlidePlace(3, "hidden")),
            Plant("幻灯片之外的字", "words off the slide", "plant-off", SlidePlace(1)),
            Plant("替代文字", "alternative texts", "plant-alt", SlidePlace(1, "alt")),
            Plant("链接的地址", "addresses of links", "plant-link", SlidePlace(1, "link")),
            Plant("图表的类别", "categories of charts", "plant-category", SlidePlace(1, "chart")),
            Plant("图表的系列", "series of charts", "plant-series", SlidePlace(1, "chart")),
            Plant("图表里的数", "numbers of charts", "13800138000", SlidePlace(1, "chart")),
            Plant(
                "图表背后的工作簿", "the workbook behind a chart", "plant-category",
                InnerPlace(("Microsoft_Excel_Sheet1.xlsx",), CellPlace("Sheet1", "A2")),
            ),
            Plant("智能图形", "diagrams", "plant-smart", SlidePlace(1, "diagram")),
            Plant("版式", "layouts", "plant-layout", ParagraphPlace("layout", 8)),
            Plant("文档属性", "properties", "plant-property", FieldPlace("title")),
            Plant("图片里的字", "words in pictures", "PLANT-PICTURE", InnerPlace(("image1.png",), ImagePlace())),
        ),
        (
            Hidden("meta-hidden-text", "移到幻灯片之外的字", "words moved off the slide", SlidePlace(1, "hidden"), "plant-off"),
            Hidden("meta-hidden-text", "白色文字（提示）", "white text (a hint)", SlidePlace(1, "hidden"), "plant-white"),
            Hidden("meta-hidden-text", "极小的文字", "tiny text", SlidePlace(1, "hidden"), "plant-tiny"),
            Hidden("meta-hidden-text", "设为隐藏的图形", "shapes set hidden", SlidePlace(1, "hidden"), "plant-set"),
            Hidden("meta-hidden-text", "隐藏的幻灯片", "hidden slides", SlidePlace(2, "hidden"), "plant-hidden"),
            Hidden("meta-hidden-text", "不在放映里的幻灯片", "slides that the show has lost", SlidePlace(3, "hidden"), "plant-lost"),
            Hidden("meta-comment", "批注和批注的人", "comments, and by whom", SlidePlace(1, "comment"), "钱七: plant-comment"),
            Hidden("meta-comment", "新式批注", "modern comments", SlidePlace(1, "comment"), "钱七: plant-modern"),
            Hidden("meta-author", "批注的人", "who commented", FieldPlace("author"), "钱七"),
            Hidden("meta-author", "作者、最后保存者", "author and who last saved it", FieldPlace("creator"), "王五"),
            Hidden("meta-macro", "宏", "macros", FieldPlace("ppt/vbaProject.bin"), "ppt/vbaProject.bin"),
        ),
        (
            Both("白字是否看得见要看背景，所以只作提示。", "Whether white text is seen depends on the background: it is a hint only."),
            Both("内嵌的录音和影片只报没有检查。", "Sound and film inside are said to be unchecked."),
        ),
    ),
)  # fmt: skip
