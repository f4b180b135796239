"""办公软件样例的源文件 · Flat OpenDocument texts, sheets and slides with a value planted in every part (ISO/IEC 26300)."""

from __future__ import annotations

from collections.abc import Callable

Planted = Callable[[str], str]
"""Name of a part -> the value that stands in it."""
_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for short, full in {
        "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing",
        "meta": "meta", "number": "datastyle", "svg": "svg-compatible", "fo": "xsl-fo-compatible",
        "presentation": "presentation", "form": "form",
    }.items()
)  # fmt: skip
_DC = 'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
_WHEN = "2026-03-02T09:00:00"
_FACES = (
    '<office:font-face-decls><style:font-face style:name="Hei" svg:font-family="WenQuanYi Micro Hei"/>'
    "</office:font-face-decls>"
)
_FONT = 'style:font-name="Hei" style:font-name-asian="Hei"'


def _document(kind: str, styles: str, automatic: str, masters: str, body: str, planted: Planted) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_NAMES} {_DC} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.{kind}">'
        f"<office:meta><dc:title>{planted('title')}</dc:title><dc:subject>{planted('subject')}</dc:subject>"
        f"<dc:description>{planted('description')}</dc:description><meta:keyword>{planted('keyword')}</meta:keyword>"
        "<meta:initial-creator>王晓梅</meta:initial-creator><dc:creator>李志远</dc:creator>"
        f'<meta:user-defined meta:name="编号">{planted("custom")}</meta:user-defined></office:meta>'
        f"{_FACES}<office:styles>{styles}</office:styles><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles><office:body>{body}</office:body></office:document>"
    )


def _says(value: str) -> str:
    return f"身份证号：{value}，其他文字不变。"


def _span(name: str, properties: str) -> str:
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties {properties}/></style:style>'


def _author(name: str) -> str:
    return f"<dc:creator>{name}</dc:creator><dc:date>{_WHEN}</dc:date>"


def text(planted: Planted, picture: str) -> str:
    """A text of two pages, with everything that a person may put into one."""

    def paragraph(part: str, inner: str = "{}") -> str:
        return f"<text:p>{inner.format(_says(planted(part)))}</text:p>"

    styles = (
        f'<style:default-style style:family="paragraph"><style:text-properties {_FONT}/></style:default-style>'
        '<style:style style:name="Pale" style:family="paragraph"><style:text-properties fo:color="#ffffff"/></style:style>'
    )
    automatic = (
        _span("hid", 'text:display="none"') + _span("white", 'fo:color="#ffffff"')
        + _span("tiny", 'fo:font-size="1pt" style:font-size-asian="1pt"') + _span("bold", 'fo:font-weight="bold"')
        + '<style:style style:name="frame" style:family="graphic"><style:graphic-properties/></style:style>'
        '<style:style style:name="next" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/>'
        '</style:style><style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="21cm" '
        'fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style><style:header-footer-properties '
        'fo:min-height="1cm"/></style:header-style><style:footer-style><style:header-footer-properties '
        'fo:min-height="1cm"/></style:footer-style></style:page-layout>'
    )  # fmt: skip
    masters = (
        '<style:master-page style:name="Standard" style:page-layout-name="pl">'
        f"<style:header>{paragraph('header')}</style:header><style:footer>{paragraph('footer')}</style:footer>"
        "</style:master-page>"
    )
    split = planted("runs")
    changes = (
        '<text:tracked-changes text:track-changes="true"><text:changed-region xml:id="c1" text:id="c1"><text:deletion>'
        f"<office:change-info>{_author('赵立新')}</office:change-info>{paragraph('deleted')}</text:deletion>"
        '</text:changed-region><text:changed-region xml:id="c2" text:id="c2"><text:insertion><office:change-info>'
        f"{_author('赵立新')}</office:change-info></text:insertion></text:changed-region></text:tracked-changes>"
    )
    rows = "".join(
        f"<table:table-row><table:table-cell><text:p>{a}</text:p></table:table-cell>"
        f"<table:table-cell><text:p>{b}</text:p></table:table-cell></table:table-row>"
        for a, b in (("姓名", "身份证号"), ("陈建华", planted("table")), ("周丽萍", planted("table2")))
    )
    body = (
        f"<office:text>{changes}"
        f'<text:h text:outline-level="1">{planted("heading")}</text:h>'
        + paragraph("body")
        + f'<text:p>身份证号：{split[:5]}<text:span text:style-name="bold">{split[5:12]}</text:span>{split[12:]}</text:p>'
        + '<text:p>前<text:change text:change-id="c1"/>后</text:p>'
        + '<text:p>前<text:change-start text:change-id="c2"/>' + _says(planted("inserted"))
        + '<text:change-end text:change-id="c2"/>后</text:p>'
        + paragraph("hidden", '<text:span text:style-name="hid">{}</text:span>看得见')
        + paragraph("white", '<text:span text:style-name="white">{}</text:span>')
        + f'<text:p text:style-name="Pale">{_says(planted("pale"))}</text:p>'
        + paragraph("tiny", '<text:span text:style-name="tiny">{}</text:span>')
        + '<text:p>脚注<text:note text:id="f1" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        + f"<text:note-body>{paragraph('footnote')}</text:note-body></text:note></text:p>"
        + '<text:p>尾注<text:note text:id="e1" text:note-class="endnote"><text:note-citation>i</text:note-citation>'
        + f"<text:note-body>{paragraph('endnote')}</text:note-body></text:note></text:p>"
        + f"<text:p>批注<office:annotation>{_author('孙海燕')}{paragraph('comment')}</office:annotation></text:p>"
        + f'<text:p><text:a xlink:type="simple" xlink:href="https://www.corp-mail.cn/?id={planted("link")}">链接</text:a></text:p>'
        + '<text:p><draw:frame draw:style-name="frame" draw:name="框" text:anchor-type="paragraph" svg:width="12cm" '
        + f'svg:height="2cm"><draw:text-box>{paragraph("box")}</draw:text-box></draw:frame></text:p>'
        + '<text:p><draw:frame draw:name="图" text:anchor-type="as-char" svg:width="2cm" svg:height="1cm"><draw:image>'
        + f"<office:binary-data>{picture}</office:binary-data></draw:image><svg:title>{planted('alt-title')}</svg:title>"
        + f"<svg:desc>{planted('alt')}</svg:desc></draw:frame></text:p>"
        + f'<text:section text:name="s" text:display="none">{paragraph("section")}</text:section>'
        + f'<text:p><text:bookmark text:name="证{planted("bookmark")}"/>书签</text:p>'
        + f'<table:table table:name="表"><table:table-column table:number-columns-repeated="2"/>{rows}</table:table>'
        + f'<text:p text:style-name="next">{_says(planted("second-page"))}</text:p></office:text>'
    )  # fmt: skip
    return _document("text", styles, automatic, masters, body, planted)


def sheet(planted: Planted) -> str:
    """A workbook with hidden sheets, rows and columns, comments, formulas, headers."""

    def cell(value: str, more: str = "", style: str = "") -> str:
        named = f' table:style-name="{style}"' if style else ""
        return f'<table:table-cell office:value-type="string"{named}><text:p>{value}</text:p>{more}</table:table-cell>'

    def row(*cells: str, more: str = "") -> str:
        return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"

    def table(name: str, rows: str, more: str = "") -> str:
        return (
            f'<table:table table:name="{name}"{more}><table:table-column/><table:table-column table:style-name="wide"/>'
            '<table:table-column table:visibility="collapse"/><table:table-column table:style-name="wide"/>'
            f"{rows}</table:table>"
        )

    note = f"<office:annotation>{_author('孙海燕')}<text:p>{_says(planted('comment'))}</text:p></office:annotation>"
    hidden = ' table:visibility="collapse"'
    empty = "<table:table-cell/>"
    formula = (
        f'<table:table-cell table:formula="of:=&quot;{planted("formula")}&quot;" office:value-type="string" '
        f'office:string-value="{planted("formula")}"><text:p>{planted("formula")}</text:p></table:table-cell>'
    )
    number = '<table:table-cell office:value-type="float" office:value="3.14"><text:p>3.14</text:p></table:table-cell>'
    first = (
        row(cell("姓名"), cell("身份证号"), cell("证件号"), cell("系数"))
        + row(cell("陈建华"), cell(planted("cell")), cell(planted("hidden-column")), number)
        + row(cell("周丽萍"), cell(planted("hidden-row")), empty, empty, more=hidden)
        + row(cell("吴国强"), cell(planted("noted"), note), empty, empty)
        + row(cell("郑秀兰"), formula, empty, empty)
        + row(cell("钱文斌"), cell(planted("white"), style="white"), empty, empty)
        + row(
            cell(""),
            '<table:table-cell office:value-type="string"><text:p>'
            f'<text:a xlink:type="simple" xlink:href="https://www.corp-mail.cn/?id={planted("link")}">链接</text:a>'
            "</text:p></table:table-cell>",
        )
    )
    body = (
        "<office:spreadsheet>"
        + table("名单", first)
        + table("藏", row(cell("身份证号"), cell(planted("hidden-sheet"))), ' table:style-name="off"')
        + "<table:named-expressions><table:named-expression table:name=\"常数\" table:base-cell-address=\"$名单.$A$1\" "
        + f'table:expression="&quot;{planted("defined-name")}&quot;"/></table:named-expressions></office:spreadsheet>'
    )  # fmt: skip
    styles = f'<style:default-style style:family="table-cell"><style:text-properties {_FONT}/></style:default-style>'
    automatic = (
        '<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>'
        '<style:style style:name="wide" style:family="table-column"><style:table-column-properties '
        'style:column-width="6cm"/></style:style>'
        '<style:style style:name="white" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style>'
        '<style:page-layout style:name="pl"><style:header-style/><style:footer-style/></style:page-layout>'
    )
    masters = (
        '<style:master-page style:name="Default" style:page-layout-name="pl">'
        f"<style:header><text:p>{_says(planted('header'))}</text:p></style:header>"
        f"<style:footer><text:p>{_says(planted('footer'))}</text:p></style:footer></style:master-page>"
    )
    return _document("spreadsheet", styles, automatic, masters, body, planted)


def slides(planted: Planted, picture: str) -> str:
    """Two slides, one of them hidden, with notes, a comment, a table, a picture and a shape off the slide."""

    def box(part: str, y: int, x: int = 1, more: str = "") -> str:
        return (
            f'<draw:frame draw:style-name="plain" svg:x="{x}cm" svg:y="{y}cm" svg:width="22cm" svg:height="1.5cm"{more}>'
            f"<draw:text-box><text:p>{_says(planted(part))}</text:p></draw:text-box></draw:frame>"
        )

    def notes(part: str) -> str:
        return (
            '<presentation:notes draw:style-name="dp"><draw:frame presentation:class="notes" svg:x="2cm" svg:y="14cm" '
            'svg:width="16cm" svg:height="10cm"><draw:text-box>'
            f"<text:p>{_says(planted(part))}</text:p></draw:text-box></draw:frame></presentation:notes>"
        )

    rows = "".join(
        f"<table:table-row><table:table-cell><text:p>{a}</text:p></table:table-cell>"
        f"<table:table-cell><text:p>{b}</text:p></table:table-cell></table:table-row>"
        for a, b in (("姓名", "身份证号"), ("陈建华", planted("table")))
    )
    first = (
        '<draw:page draw:name="一" draw:style-name="dp" draw:master-page-name="Default">'
        + box("body", 2)
        + box("off-slide", 2, 60)
        + '<draw:custom-shape draw:style-name="plain" svg:x="1cm" svg:y="5cm" svg:width="20cm" svg:height="2cm">'
        + f"<text:p>{_says(planted('shape'))}</text:p></draw:custom-shape>"
        + '<draw:frame svg:x="1cm" svg:y="8cm" svg:width="20cm" svg:height="3cm"><table:table><table:table-column/>'
        + f"<table:table-column/>{rows}</table:table></draw:frame>"
        + '<draw:frame draw:name="图" svg:x="1cm" svg:y="12cm" svg:width="2cm" svg:height="1cm"><draw:image>'
        + f"<office:binary-data>{picture}</office:binary-data></draw:image><svg:title>{planted('alt-title')}</svg:title>"
        + f"<svg:desc>{planted('alt')}</svg:desc></draw:frame>"
        + f"<office:annotation svg:x=\"1cm\" svg:y=\"1cm\">{_author('孙海燕')}<text:p>{_says(planted('comment'))}</text:p>"
        + "</office:annotation>" + notes("notes") + "</draw:page>"
    )  # fmt: skip
    second = (
        '<draw:page draw:name="二" draw:style-name="off" draw:master-page-name="Default">'
        + box("hidden-slide", 2)
        + notes("hidden-notes")
        + "</draw:page>"
    )
    styles = (
        f'<style:default-style style:family="graphic"><style:text-properties {_FONT}/></style:default-style>'
    )
    automatic = (
        '<style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="28cm" fo:page-height="15.75cm"/>'
        '</style:page-layout><style:style style:name="dp" style:family="drawing-page"/>'
        '<style:style style:name="off" style:family="drawing-page"><style:drawing-page-properties '
        'presentation:visibility="hidden"/></style:style>'
        '<style:style style:name="plain" style:family="graphic"><style:graphic-properties draw:stroke="none" '
        'draw:fill="none"/></style:style>'
    )
    masters = (
        '<style:master-page style:name="Default" style:page-layout-name="pl" draw:style-name="dp">'
        + box("master", 14)
        + "</style:master-page>"
    )
    body = f"<office:presentation>{first}{second}</office:presentation>"
    return _document("presentation", styles, automatic, masters, body, planted)


def page(planted: Planted) -> str:
    """A web page of two sheets of paper, as a browser prints it."""
    rows = "".join(
        f"<tr><td>{a}<td>{b}"
        for a, b in (("姓名", "身份证号"), ("陈建华", planted("table")), ("周丽萍", planted("table2")))
    )
    return (
        "<!doctype html><meta charset=utf-8><style>body{font-family:'WenQuanYi Micro Hei'} .p{color:#fff}"
        f".t{{font-size:1px}}</style><title>{planted('title')}</title><h1>{planted('heading')}</h1>"
        f"<p>{_says(planted('body'))} efficient office<p class=p>{_says(planted('white'))}<p class=t>{_says(planted('tiny'))}"
        f"<p><a href='https://www.corp-mail.cn/?id={planted('link')}'>链接</a><table border=1>{rows}</table>"
        f"<p style='transform:rotate(8deg);width:20em'>{_says(planted('slanted'))}"
        f"<p style='letter-spacing:3px'>{_says(planted('spaced'))}<p><b>身份证号：</b><i>{planted('styled')}</i>"
        f"<p style='page-break-before:always'>{_says(planted('second-page'))}"
    )
