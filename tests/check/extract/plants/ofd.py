"""OFD 版式文件的埋点 · An OFD document with a plant in every part."""

from __future__ import annotations

from sansi.check.model import Both
from sansi.check.place import FieldPlace, InnerPlace, PagePlace, TextPlace
from tests.check.extract.plants.plant import Format, Hidden, Plant


def made() -> bytes:
    from tests.check.extract.test_ofd import PARTS, packed

    return packed(PARTS)


def on(part: str = "body") -> PagePlace:
    return PagePlace(1, None, part)


FORMATS = (
    Format(
        Both("OFD 版式文件", "OFD documents"),
        ("ofd",),
        "ofd",
        made,
        (
            Plant("页面上的字（带框）", "words of pages, with their box", "PLANT-lower", on()),
            Plant("模板页上的字", "words of template pages", "PLANT-layout", on("layout")),
            Plant("看不见的字", "words that are not shown", "PLANT-unseen", on()),
            Plant("被盖住的字", "words that are covered", "PLANT-covered", on()),
            Plant("注释", "comments", "PLANT-remark", on("annotation")),
            Plant("注释的参数", "parameters of comments", "PLANT-parameter", on("annotation")),
            Plant("注释画出的字", "words that comments draw", "PLANT-appearance", on("annotation")),
            Plant("书签", "bookmarks", "PLANT-outline", FieldPlace("Outlines")),
            Plant("文档属性", "properties", "PLANT-title", FieldPlace("Title")),
            Plant("自定义属性（发票的购买方等）", "custom properties (the buyer of an invoice)", "PLANT-custom", FieldPlace("购买方")),
            Plant("自定义标引", "custom tags", "PLANT-tag", FieldPlace("Doc_0/Tags/CustomTag.xml")),
            Plant("附件", "attachments", "PLANT-attached", InnerPlace(("PLANT-name",), TextPlace(1, 1))),
            Plant("其他内嵌文件", "other files inside", "PLANT-resource", InnerPlace(("image.txt",), TextPlace(1, 1))),
        ),
        (
            Hidden("meta-author", "作者", "author", FieldPlace("Author"), "王小明"),
            Hidden("meta-attachment", "附件", "attachments", FieldPlace("PLANT-name"), "PLANT-name"),
            Hidden("meta-comment", "注释", "comments", on("annotation"), "PLANT-remark"),
            Hidden("meta-hidden-text", "看不见的字", "words that are not shown", on(), "PLANT-unseen"),
            Hidden("meta-redaction-leak", "被盖住的字", "words that are covered", on(), "PLANT-covered"),
        ),
        (
            Both(
                "只有字形、没有编码的文字，和只有图形的页，读不出来，会说明是哪几页。",
                "Words that are only glyphs, and pages that are only drawn, cannot be read: the pages are named.",
            ),
        ),
    ),
)  # fmt: skip
