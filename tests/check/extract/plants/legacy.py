"""旧版办公文档的埋点 · Office files of 97-2003 and Outlook messages with a plant in every part."""

from __future__ import annotations

from sansi.check.model import Both
from sansi.check.place import CellPlace, FieldPlace, InnerPlace, ParagraphPlace, SlidePlace, TextPlace
from tests.check.extract.plants.plant import Format, Hidden, Plant


def made(kind: str) -> bytes:
    from tests.check.extract.test_legacy import FILES, container

    return bytes(container(FILES[kind]))


def at(part: str, number: int) -> ParagraphPlace:
    return ParagraphPlace(part, number)


def cell(ref: str, part: str = "body") -> CellPlace:
    return CellPlace("名单", ref, part)


# The pictures in these files are stubs: that they are told to be damaged shows that they were handed on.
STUB = "the picture is damaged"
LOCKED = Both("有打开密码的：请先去掉密码。", "Files with a password to open: remove it first.")
FORMATS = (
    Format(
        Both("Word 97-2003 和 WPS 文字", "Word 97-2003, WPS Writer"),
        ("doc", "ole"),
        "doc dot wps",
        lambda: made("doc"),
        (
            Plant("正文段落", "paragraphs", "PLANT-body", at("body", 2)),
            Plant("表格", "tables", "PLANT-cell", at("body", 4)),
            Plant("页眉、页脚", "headers, footers", "PLANT-header", at("header", 1)),
            Plant("脚注", "footnotes", "PLANT-footnote", at("footnote", 1)),
            Plant("尾注", "endnotes", "PLANT-endnote", at("endnote", 1)),
            Plant("批注", "comments", "PLANT-comment", at("comment", 1)),
            Plant("文本框", "text boxes", "PLANT-box", at("textbox", 1)),
            Plant("页眉里的文本框", "text boxes of headers", "PLANT-headbox", at("textbox", 1)),
            Plant("域代码和链接的地址", "field codes and addresses of links", "PLANT-link", at("body", 5)),
            Plant("修订：删除的文字", "tracked changes: what was deleted", "PLANT-deleted", at("deleted", 6)),
            Plant("隐藏的文字", "hidden text", "PLANT-hidden", at("hidden", 6)),
            Plant("历次保存者", "who saved it", "王小明", FieldPlace("history")),
            Plant("文档属性", "properties", "PLANT-title", FieldPlace("title")),
        ),
        (
            Hidden("meta-tracked-change", "删除的文字", "what was deleted", at("body", 6), "PLANT-deleted"),
            Hidden("meta-tracked-change", "插入的文字", "what was inserted", at("body", 6), "PLANT-inserted"),
            Hidden("meta-hidden-text", "隐藏的文字", "hidden text", at("body", 6), "PLANT-hidden"),
            Hidden("meta-comment", "批注", "comments", at("comment", 1), "PLANT-comment"),
            Hidden("meta-author", "历次保存者", "who saved it", FieldPlace("history"), "王小明"),
            Hidden("meta-author", "作者", "author", FieldPlace("author"), "李四"),
        ),
        (
            LOCKED,
            Both("Word 95 及更早的文档只读一部分，会说明。", "Of documents of Word 95 and before only a part is read, and this is said."),
        ),
        gap=STUB,
    ),
    Format(
        Both("Excel 97-2003 和 WPS 表格", "Excel 97-2003, WPS Spreadsheets"),
        ("xls",),
        "xls xlt et",
        lambda: made("xls"),
        (
            Plant("单元格", "cells", "PLANT-label", cell("A4")),
            Plant("数（不论显示成什么样）", "numbers, whatever they are shown as", "13900000001", cell("A2")),
            Plant("很长的文字", "long texts", "PLANT-continue", cell("C1")),
            Plant("公式的结果", "results of formulas", "PLANT-formula", cell("D3")),
            Plant("隐藏的工作表", "hidden sheets", "PLANT-hidden", CellPlace("备份", "A1")),
            Plant("批注", "comments", "PLANT-comment", cell("B2", "comment")),
            Plant("文本框", "text boxes", "PLANT-box", cell("", "textbox")),
            Plant("页眉、页脚", "headers, footers", "PLANT-header", cell("", "header")),
            Plant("链接的地址", "addresses of links", "PLANT-link", cell("", "link")),
        ),
        (
            Hidden("meta-hidden-sheet", "隐藏的工作表", "hidden sheets", CellPlace("备份", "A1"), "备份"),
            Hidden("meta-hidden-sheet", "隐藏的行", "hidden rows", cell("D3"), "1"),
            Hidden("meta-hidden-sheet", "隐藏的列", "hidden columns", cell("D1"), "D"),
            Hidden("meta-comment", "批注", "comments", cell("B2", "comment"), "PLANT-comment"),
            Hidden("meta-author", "批注的人", "who commented", cell("B2", "comment"), "王小明"),
            Hidden("meta-author", "最后打开者", "who opened it last", FieldPlace("WriteAccess"), "李四"),
        ),
        (LOCKED,),
        gap=STUB,
    ),
    Format(
        Both("PowerPoint 97-2003 和 WPS 演示", "PowerPoint 97-2003, WPS Presentation"),
        ("ppt",),
        "ppt pps pot dps",
        lambda: made("ppt"),
        (
            Plant("幻灯片上的字", "words on slides", "PLANT-one", SlidePlace(1)),
            Plant("大纲里的字", "words of the outline", "PLANT-outline", SlidePlace(1)),
            Plant("备注", "speaker notes", "PLANT-notes", SlidePlace(1, "notes")),
            Plant("批注", "comments", "PLANT-comment", SlidePlace(2, "comment")),
            Plant("页脚", "footers", "PLANT-footer", SlidePlace(3)),
            Plant("以前保存的幻灯片", "slides as they were saved before", "PLANT-old", SlidePlace(1)),
        ),
        (
            Hidden("meta-revision", "以前保存的幻灯片", "slides as they were saved before", SlidePlace(1), ""),
            Hidden("meta-hidden-sheet", "隐藏的幻灯片", "hidden slides", SlidePlace(1), ""),
            Hidden("meta-comment", "批注", "comments", SlidePlace(2, "comment"), "PLANT-comment"),
            Hidden("meta-author", "批注的人", "who commented", SlidePlace(2, "comment"), "王小明"),
        ),
        (LOCKED,),
        gap=STUB,
    ),
    Format(
        Both("Outlook 邮件", "Outlook messages"),
        ("msg",),
        "msg",
        lambda: made("msg"),
        (
            Plant("主题", "subject", "PLANT-subject", FieldPlace("Subject")),
            Plant("发件人", "sender", "王小明", FieldPlace("From")),
            Plant("收件人", "receivers", "PLANT-recipient", FieldPlace("Recipient")),
            Plant("密送", "blind copies", "PLANT-bcc", FieldPlace("Bcc")),
            Plant("其他邮件头", "other header lines", "PLANT-header", FieldPlace("X-Other")),
            Plant("正文", "body", "PLANT-body", at("body", 2)),
            Plant("网页正文", "body as a page", "PLANT-html", InnerPlace(("HTML",), TextPlace(1, 35))),
            Plant("自定义属性", "custom properties", "PLANT-custom", FieldPlace("0x8001")),
            Plant("附件名", "names of attachments", "PLANT-name", FieldPlace("filename")),
            Plant("附件", "attachments", "PLANT-attached", InnerPlace(("PLANT-name.txt",), TextPlace(1, 1))),
            Plant("附着的邮件", "messages attached", "PLANT-inner", InnerPlace(("__attach_version1.0_#00000001",), at("body", 1))),
        ),
        (
            Hidden("meta-author", "密送的人", "receivers of blind copies", FieldPlace("Bcc"), "PLANT-bcc"),
            Hidden("meta-author", "经过的内部机器", "machines inside, on the way", FieldPlace("Received"), "from PC ([10.1.2.3]) by x"),
        ),
    ),
)  # fmt: skip
