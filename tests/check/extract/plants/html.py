"""网页的埋点 · A page with a plant in every part of its source."""

from __future__ import annotations

from sansi.check.model import Both
from sansi.check.place import TextPlace
from tests.check.extract.plants.plant import Format, Hidden, Plant

HEAD = "<!DOCTYPE html>\n<html><head><meta charset='gbk'></head><body>"
# A line of source each; `@` is the plant.
LINES = (
    ("标题", "title", "<title>@</title>"),
    ("段落和标题字", "paragraphs and headings", "<p>@</p>"),
    ("列表", "lists", "<ul><li>@</li></ul>"),
    ("表格", "tables", "<table><tr><td>x<td>@</td></tr></table>"),
    ("表单里的值", "values of forms", "<input value='@'>"),
    ("输入提示", "hints in fields", '<input placeholder="@">'),
    ("下拉选项", "choices of drop-downs", "<select><option>@</select>"),
    ("替代文字", "alternative texts", "<img src=x alt='@'>"),
    ("悬停提示", "tooltips", "<p title='@'>x</p>"),
    ("网页说明（meta）", "descriptions (meta)", "<meta name=description content='@'>"),
    ("链接的地址", "addresses of links", "<a href='https://example.org/?x=@'>x</a>"),
    ("电话和邮件链接", "links to telephones and mailboxes", "<a href='tel:@'>x</a>"),
    ("其他属性", "other attributes", "<div data-phone='@'>x</div>"),
    ("矢量图里的字", "words in vector graphics", "<svg><text>@</text></svg>"),
    ("注释", "comments", "<!-- @ -->"),
    ("脚本", "scripts", "<script>var x = '@';</script>"),
    ("样式表", "style sheets", "<style>/* @ */</style>"),
    ("模板", "templates", "<template><p>@</p></template>"),
    ("无脚本时的内容", "what shows without scripts", "<noscript>@</noscript>"),
    ("内嵌的网页", "pages inside", "<iframe srcdoc='&lt;p>@'></iframe>"),
    ("隐藏的文字", "hidden text", "<p hidden>@</p>"),
    ("样式藏起来的文字", "text hidden by its style", "<p style='display: none'>@</p>"),
)


def value(number: int) -> str:
    return f"plant-{number}."


def place(number: int) -> TextPlace:
    return TextPlace(number + 3, LINES[number][2].index("@") + 1)


SOURCE = "\n".join(
    [HEAD, *(line.replace("@", value(n)) for n, (_, _, line) in enumerate(LINES)), "</body></html>"]
)
FORMATS = (
    Format(
        Both("网页", "Web pages"),
        ("html",),
        "html htm xhtml",
        SOURCE.encode,
        tuple(Plant(zh, en, value(n), place(n)) for n, (zh, en, _) in enumerate(LINES)),
        (
            Hidden("meta-hidden-text", "隐藏的文字", "hidden text", place(20), value(20)),
            Hidden("meta-hidden-text", "样式藏起来的文字", "text hidden by its style", place(21), value(21)),
        ),
        (
            Both(
                "不运行脚本、不取外部样式：靠它们显示或隐藏的内容，按源代码里写的查。",
                "No script is run and no style sheet fetched: what they show or hide is checked as the source has it.",
            ),
        ),
    ),
)  # fmt: skip
