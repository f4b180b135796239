"""RTF 的埋点 · Rich text with a plant in every part."""

from __future__ import annotations

from sansi.check.model import Both
from sansi.check.place import FieldPlace, ParagraphPlace
from tests.check.extract.plants.plant import Format, Hidden, Plant

SOURCE = (
    r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset0 Times;}}{\info{\title plant-title}{\author Wang Ming}}"
    r"{\header plant-header\par}{\footerr plant-footer\par}plant-body\par second{\footnote plant-footnote}\par "
    r"x{\*\annotation plant-comment}{\field{\*\fldinst HYPERLINK plant-link}{\fldrslt plant-result}}\par "
    r"{\*\bkmkstart plant-bookmark}y{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv plant-alt}}{\shptxt plant-box\par}}}\par "
    r"a {\v plant-hidden} b {\deleted plant-deleted} c {\revised plant-inserted}{\*\somebodys plant-strange}\par}"
)


def at(part: str, number: int = 1) -> ParagraphPlace:
    return ParagraphPlace(part, number)


FORMATS = (
    Format(
        Both("RTF 富文本", "Rich text"),
        ("rtf",),
        "rtf",
        SOURCE.encode,
        (
            Plant("段落", "paragraphs", "plant-body", at("body")),
            Plant("页眉", "headers", "plant-header", at("header")),
            Plant("页脚", "footers", "plant-footer", at("footer")),
            Plant("脚注", "footnotes", "plant-footnote", at("footnote")),
            Plant("批注", "comments", "plant-comment", at("comment")),
            Plant("域代码和链接的地址", "field codes and addresses of links", "plant-link", at("field")),
            Plant("域的结果", "results of fields", "plant-result", at("body", 3)),
            Plant("书签名", "names of bookmarks", "plant-bookmark", at("bookmark")),
            Plant("替代文字", "alternative texts", "plant-alt", at("alt")),
            Plant("文本框", "text boxes", "plant-box", at("textbox")),
            Plant("隐藏的文字", "hidden text", "plant-hidden", at("hidden", 5)),
            Plant("修订：删除的文字", "tracked changes: what was deleted", "plant-deleted", at("deleted", 5)),
            Plant("修订：插入的文字", "tracked changes: what was inserted", "plant-inserted", at("body", 5)),
            Plant("不认识的部分", "parts of unknown use", "plant-strange", at("unused")),
            Plant("文档属性", "properties", "plant-title", FieldPlace("title")),
        ),
        (
            Hidden("meta-author", "作者", "author", FieldPlace("author"), "Wang Ming"),
            Hidden("meta-comment", "批注", "comments", at("comment"), "plant-comment"),
            Hidden("meta-hidden-text", "隐藏的文字", "hidden text", at("hidden", 5), "plant-hidden"),
            Hidden("meta-tracked-change", "删除的文字", "what was deleted", at("deleted", 5), "plant-deleted"),
        ),
    ),
)  # fmt: skip
