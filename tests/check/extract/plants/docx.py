"""Word 文档的埋点 · A Word document with a plant in every part."""

from __future__ import annotations

import io
import zipfile

from sansi.check.model import Both
from sansi.check.place import FieldPlace, ImagePlace, InnerPlace, ParagraphPlace, TextPlace
from tests.check.extract.plants.drawn import picture
from tests.check.extract.plants.plant import Format, Hidden, Plant

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


PARTS: dict[str, str | bytes] = {
    **EVERYWHERE,
    "docProps/thumbnail.jpeg": picture("jpeg", "PLANT-THUMB"),
    "word/media/image1.png": picture("png", "PLANT-PICTURE"),
    "word/embeddings/oleObject1.bin": "plant-object".encode("utf-16"),
    "word/embeddings/inner.docx": packed({"word/document.xml": body(p("plant-inner"))}),
    "word/media/clip.txt": "plant-clip",
}


def at(part: str, number: int) -> ParagraphPlace:
    return ParagraphPlace(part, number)


FORMATS = (
    Format(
        Both("Word 文档", "Word documents"),
        ("docx",),
        "docx docm dotx dotm",
        lambda: packed(PARTS),
        (
            Plant("正文段落", "paragraphs", "plant-body", at("body", 1)),
            Plant("页眉", "headers", "plant-header", at("header", 1)),
            Plant("页脚", "footers", "plant-footer", at("footer", 1)),
            Plant("脚注", "footnotes", "plant-footnote", at("footnote", 1)),
            Plant("尾注", "endnotes", "plant-endnote", at("endnote", 1)),
            Plant("批注", "comments", "plant-comment", at("comment", 1)),
            Plant("批注者的账号", "accounts of those who comment", "plant-account", FieldPlace("person")),
            Plant("修订：删除的文字", "tracked changes: what was deleted", "plant-deleted", at("deleted", 5)),
            Plant("修订：插入的文字", "tracked changes: what was inserted", "plant-inserted", at("body", 6)),
            Plant("修订：移走的文字", "tracked changes: what was moved away", "plant-moved", at("deleted", 7)),
            Plant("设为隐藏的文字", "text set hidden", "plant-hidden", at("hidden", 2)),
            Plant("白色文字", "white text", "plant-white", at("hidden", 3)),
            Plant("极小的文字", "tiny text", "plant-tiny", at("hidden", 4)),
            Plant("样式里隐藏的文字", "text hidden by its style", "plant-styled", at("hidden", 17)),
            Plant("链接的文字", "words of a link", "plant-linked", at("body", 8)),
            Plant("链接的地址", "address of a link", "plant-target", at("link", 8)),
            Plant("链接的提示", "tip of a link", "plant-tip", at("link", 8)),
            Plant("没有用到的链接地址", "addresses that no link uses", "plant-spare", FieldPlace("Target")),
            Plant("域代码", "field codes", "plant-field", at("field", 9)),
            Plant("域里的文件路径", "paths in fields", "plant-include", at("field", 10)),
            Plant("文本框", "text boxes", "plant-box", at("textbox", 1)),
            Plant("替代文字", "alternative texts", "plant-alt", at("alt", 11)),
            Plant("图片原来的文件名", "the name that a picture's file had", "plant-file", at("alt", 16)),
            Plant("艺术字、水印", "word art, watermarks", "plant-watermark", at("body", 12)),
            Plant("书签名", "names of bookmarks", "plant-bookmark", at("bookmark", 13)),
            Plant("公式", "mathematics", "plant-math", at("body", 13)),
            Plant("内容控件", "content controls", "plant-control", at("body", 14)),
            Plant("控件的标题", "titles of controls", "plant-alias", at("form", 1)),
            Plant("下拉选项", "choices of drop-downs", "plant-choice", at("form", 1)),
            Plant("注音的本字", "words under a reading", "plant-base", at("body", 15)),
            Plant("注音", "readings over words", "plant-reading", at("body", 15)),
            Plant("编号格式", "formats of numbering", "plant-number", at("numbering", 1)),
            Plant("构建基块", "building blocks", "plant-glossary", at("glossary", 1)),
            Plant("图表标题", "titles of charts", "plant-title", at("chart", 1)),
            Plant("图表的类别", "categories of charts", "plant-category", at("chart", 1)),
            Plant("图表里的数", "numbers of charts", "13800138000", at("chart", 1)),
            Plant("智能图形", "diagrams", "plant-smart", at("diagram", 2)),
            Plant("自定义 XML", "custom XML", "plant-custom", FieldPlace("customXml/item1.xml")),
            Plant("自定义 XML 的属性", "attributes of custom XML", "plant-attribute", FieldPlace("customXml/item1.xml")),
            Plant("文档属性", "properties", "plant-property", FieldPlace("title")),
            Plant("单位、主管等属性", "properties of the organisation", "plant-manager", FieldPlace("Manager")),
            Plant("自定义属性", "custom properties", "plant-own", FieldPlace("plant-name")),
            Plant("文档变量", "document variables", "plant-variable", FieldPlace("v")),
            Plant(
                "打印机设置里的名称", "names in the settings of a printer", "plant-printer",
                FieldPlace("word/printerSettings/printerSettings1.bin"),
            ),
            Plant("图片里的字", "words in pictures", "PLANT-PICTURE", InnerPlace(("image1.png",), ImagePlace())),
            Plant(
                "缩略图里的字", "words in the thumbnail", "PLANT-THUMB",
                InnerPlace(("docProps/thumbnail.jpeg",), ImagePlace()),
            ),
            Plant("嵌入的文档", "embedded documents", "plant-inner", InnerPlace(("inner.docx",), at("body", 1))),
            Plant("嵌入的对象", "embedded objects", "plant-object", InnerPlace(("oleObject1.bin",), TextPlace(1, 1))),
            Plant("其他内嵌文件", "other files inside", "plant-clip", InnerPlace(("clip.txt",), TextPlace(1, 1))),
        ),
        (
            Hidden("meta-tracked-change", "删除的文字和删除的人", "what was deleted, and by whom", at("deleted", 5), "赵六: plant-deleted"),
            Hidden("meta-tracked-change", "插入的文字和插入的人", "what was inserted, and by whom", at("body", 6), "赵六: plant-inserted"),
            Hidden("meta-tracked-change", "移走的文字", "what was moved away", at("deleted", 7), "赵六: plant-moved"),
            Hidden("meta-comment", "批注和批注的人", "comments, and by whom", at("comment", 1), "钱七: plant-comment"),
            Hidden("meta-hidden-text", "设为隐藏的文字", "text set hidden", at("hidden", 2), "plant-hidden"),
            Hidden("meta-hidden-text", "白色文字", "white text", at("hidden", 3), "plant-white"),
            Hidden("meta-hidden-text", "极小的文字", "tiny text", at("hidden", 4), "plant-tiny"),
            Hidden("meta-hidden-text", "样式里隐藏的文字", "text hidden by its style", at("hidden", 17), "plant-styled"),
            Hidden("meta-author", "作者、最后保存者", "author and who last saved it", FieldPlace("creator"), "王五"),
            Hidden("meta-author", "单位", "organisation", FieldPlace("Company"), "某某局"),
            Hidden("meta-author", "修订和批注的人", "who changed and commented", FieldPlace("person"), "孙八"),
            Hidden("meta-active-content", "打开时取的图片", "pictures fetched when it is opened", FieldPlace("word/document.xml"), "https://example.org/plant-beacon.png"),
            Hidden("meta-active-content", "外部的模板", "templates from outside", FieldPlace("word/settings.xml"), "https://example.org/plant-template.dotm"),
            Hidden("meta-macro", "宏", "macros", FieldPlace("word/vbaProject.bin"), "word/vbaProject.bin"),
            Hidden("meta-thumbnail", "缩略图", "thumbnail", FieldPlace("docProps/thumbnail.jpeg"), "docProps/thumbnail.jpeg"),
            Hidden("meta-attachment", "嵌入的文件", "embedded files", FieldPlace("word/embeddings/oleObject1.bin"), "oleObject1.bin"),
        ),
        (
            Both("宏只报有，不读其中的代码。", "Macros are named; their code is not read."),
            Both("有打开密码的文档：请先去掉密码。", "Documents with a password to open: remove it first."),
        ),
    ),
)  # fmt: skip
