"""PDF 的埋点 · A PDF file with a plant in every part."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from sansi.check.model import Both
from sansi.check.place import FieldPlace, ImagePlace, InnerPlace, PagePlace, TextPlace
from tests.check.extract.pdfs import XMP, image, later, made, note, show, spec
from tests.check.extract.plants.drawn import coded, paper, picture
from tests.check.extract.plants.plant import Format, Hidden, Plant

HIDDEN = {
    "plant-white": show("plant-white", y=280, before="1 g"),
    "plant-under": show("plant-under", y=260) + "q 0 g 45 255 90 16 re f Q ",
    "plant-undrawn": show("plant-undrawn", y=240, before="3 Tr"),
    "plant-tiny": show("plant-tiny", y=220, size=1),
    "plant-off": show("plant-off", x=-200),
    "plant-layer": "/OC /P1 BDC " + show("plant-layer", y=200) + "EMC ",
}
DRAWN = "q 380 0 0 {} 10 10 cm /I1 Do Q "
WORDS = show("a page with more than thirty-two letters on it")


def hang(pdf: pikepdf.Pdf) -> None:
    _beside(pdf)
    _notes(pdf)
    _pictures(pdf)
    _files(pdf)


def _beside(pdf: pikepdf.Pdf) -> None:
    root, first = pdf.Root, pdf.pages[0].obj
    mark = pdf.make_indirect(Dictionary(Title=String("plant-bookmark"), Dest=Array([first, Name.Fit])))
    root.Outlines = pdf.make_indirect(Dictionary(First=mark, Last=mark, Count=1))
    figure = pdf.make_indirect(Dictionary(S=Name.Figure, Pg=first, Alt=String("plant-alt")))
    root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([figure])))
    xfa = pdf.make_stream(b"<xfa:data><name>plant-xfa</name></xfa:data>")
    field = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("b"), V=String("plant-loose")))
    root.AcroForm = Dictionary(Fields=Array([field]), XFA=Array([String("datasets"), xfa]))
    inner = "<dc:title><rdf:Alt><rdf:li>plant-xmp</rdf:li></rdf:Alt></dc:title>"
    root.Metadata = pdf.make_stream(XMP.format(inner).encode(), Type=Name.Metadata)
    root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("var a = 'plant-script'"))
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("plant-group")))
    root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
    first.Resources.Properties = Dictionary(P1=group)
    pdf.docinfo["/Author"] = String("Wang Ming")
    pdf.docinfo["/Title"] = String("plant-title")
    pdf.docinfo["/Source"] = String("C:\\Users\\wang\\plant-path.docx")


def _notes(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0].obj
    form = pdf.make_stream(
        show("plant-stamp", 5, 5).encode(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 100, 30],
        Resources=Dictionary(Font=page.Resources.Font),
    )  # fmt: skip
    address = Dictionary(S=Name.URI, URI=String("https://example.org/plant-link"))
    far = (300, 20, 390, 40)
    notes = [
        note("Text", far, Contents=String("plant-comment"), T=String("Li Na")),
        note("FreeText", far, RC=String("<p><b>plant-rich</b></p>")),
        note("Link", far, A=address),
        note("Widget", far, FT=Name.Tx, T=String("t"), TU=String("Phone"), V=String("plant-field")),
        note("Widget", far, FT=Name.Ch, Opt=Array([String("a"), String("plant-choice")])),
        note("Widget", far, FT=Name.Sig, V=Dictionary(Reason=String("plant-signed"))),
        note("Stamp", far, AP=Dictionary(N=form)),
        note("FileAttachment", far, FS=spec(pdf, "note.txt", b"plant-noted")),
    ]
    page.Annots = Array([pdf.make_indirect(n) for n in notes])


def _pictures(pdf: pikepdf.Pdf) -> None:
    for number, grey in ((1, paper("PLANT-SCAN").convert("L")), (2, coded("plant-code").convert("L"))):
        drawn: Any = image(pdf, grey.tobytes(), grey.width, grey.height)
        pdf.pages[number].obj.Resources.XObject = Dictionary(I1=drawn)
    photo = picture("jpeg", "PLANT-PHOTO")
    inner = image(pdf, photo, 420, 90, ColorSpace=Name.DeviceRGB, Filter=Name.DCTDecode)
    pdf.pages[3].obj.Resources.XObject = Dictionary(I1=inner)
    pdf.pages[4].obj.Thumb = image(pdf, bytes(100), 10, 10)


def _files(pdf: pikepdf.Pdf) -> None:
    held = spec(pdf, "file.txt", b"plant-attached")
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a"), held])))
    pdf.pages[0].obj.AF = Array([spec(pdf, "page.txt", b"plant-associated")])


def changed(pdf: pikepdf.Pdf) -> Any:
    contents = pdf.pages[4].obj.Contents
    contents.write(show("public").encode())
    return contents


def whole() -> bytes:
    first = made(
        show("plant-body") + "".join(HIDDEN.values()),
        DRAWN.format(81),
        DRAWN.format(380),
        WORDS + DRAWN.format(81),
        show("public") + show("plant-revision", y=200),
        hang=hang,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return later(first, changed) + b"\r\nplant-behind the end\n"


def on(page: int, part: str = "body") -> PagePlace:
    return PagePlace(page, None, part)


FORMATS = (
    Format(
        Both("PDF", "PDF"),
        ("pdf",),
        "pdf",
        whole,
        (
            Plant("页面上的字（带框）", "words of pages, with their box", "plant-body", on(1)),
            Plant("扫描页上的字", "words of scanned pages", "PLANT-SCAN", on(2)),
            Plant("扫描页上的二维码、条码", "QR and bar codes of scanned pages", "plant-code", on(3, "code")),
            Plant("页面里的图片", "pictures on pages of text", "PLANT-PHOTO", InnerPlace(("p4-1.jpg",), ImagePlace())),
            Plant("白色文字", "white text", "plant-white", on(1, "hidden")),
            Plant("黑块下面的字", "words under a black box", "plant-under", on(1, "hidden")),
            Plant("设为不画的字", "words that are drawn in no way", "plant-undrawn", on(1, "hidden")),
            Plant("极小的字", "tiny words", "plant-tiny", on(1, "hidden")),
            Plant("页面之外的字", "words off the page", "plant-off", on(1, "hidden")),
            Plant("关闭的图层", "layers that are off", "plant-layer", on(1, "hidden")),
            Plant("批注", "comments", "plant-comment", on(1, "annotation")),
            Plant("带格式的批注", "comments with formats", "plant-rich", on(1, "annotation")),
            Plant("图章上的字", "words of stamps", "plant-stamp", on(1, "annotation")),
            Plant("链接的地址", "addresses of links", "plant-link", on(1, "link")),
            Plant("填好的表单", "filled-in fields", "Phone: plant-field", on(1, "form")),
            Plant("下拉选项", "choices of fields", "plant-choice", on(1, "form")),
            Plant("签名的理由", "reasons of signatures", "plant-signed", on(1, "form")),
            Plant("不在页面上的表单项", "fields on no page", "plant-loose", FieldPlace("AcroForm")),
            Plant("XFA 表单", "XFA forms", "plant-xfa", FieldPlace("XFA")),
            Plant("书签", "bookmarks", "plant-bookmark", on(1, "bookmark")),
            Plant("替代文字", "alternative texts", "plant-alt", on(1, "alt")),
            Plant("脚本", "scripts", "plant-script", FieldPlace("OpenAction")),
            Plant("文档属性", "properties", "plant-title", FieldPlace("Title")),
            Plant("属性里的路径", "paths in properties", "plant-path", FieldPlace("Source")),
            Plant("XMP", "XMP", "plant-xmp", FieldPlace("XMP title")),
            Plant("以前的版本", "earlier versions", "plant-revision", on(5, "revision")),
            Plant("附件", "attachments", "plant-attached", InnerPlace(("file.txt",), TextPlace(1, 1))),
            Plant("页面的附件", "attachments of pages", "plant-associated", InnerPlace(("page.txt",), TextPlace(1, 1))),
            Plant("批注的附件", "attachments of comments", "plant-noted", InnerPlace(("note.txt",), TextPlace(1, 1))),
            Plant("文件结尾之后", "behind the end of the file", "plant-behind", InnerPlace(("after %%EOF",), TextPlace(1, 1))),
        ),
        (
            Hidden("meta-redaction-leak", "黑块下面的字", "words under a black box", on(1, "hidden"), "plant-under"),
            Hidden("meta-hidden-text", "白色的字", "white words", on(1, "hidden"), "plant-white"),
            Hidden("meta-hidden-text", "设为不画的字", "words that are drawn in no way", on(1, "hidden"), "plant-undrawn"),
            Hidden("meta-hidden-text", "极小的字", "tiny words", on(1, "hidden"), "plant-tiny"),
            Hidden("meta-hidden-text", "页面之外的字", "words off the page", on(1, "hidden"), "plant-off"),
            Hidden("meta-hidden-text", "关闭的图层", "layers that are off", on(1, "hidden"), "plant-layer"),
            Hidden("meta-comment", "批注", "comments", on(1, "annotation"), "plant-comment"),
            Hidden("meta-author", "作者", "author", FieldPlace("Author"), "Wang Ming"),
            Hidden(
                "meta-xmp", "原文件的路径", "paths of original files",
                FieldPlace("Source"), "C:\\Users\\wang\\plant-path.docx",
            ),
            Hidden(
                "meta-active-content", "打开时运行的脚本", "scripts that run when it is opened",
                FieldPlace("OpenAction"), "var a = 'plant-script'",
            ),
            Hidden("meta-attachment", "附件", "attachments", FieldPlace("EmbeddedFiles"), "file.txt"),
            Hidden("meta-revision", "以前的版本", "earlier versions", FieldPlace("startxref"), "plant-revision"),
            Hidden("meta-thumbnail", "页面的缩略图", "thumbnails of pages", on(5), ""),
            Hidden("meta-trailing-data", "文件结尾之后的数据", "data behind the end of the file", FieldPlace("%%EOF"), ""),
        ),
        (
            Both(
                "用 ActualText 换掉的字形：读的是替换后的文字，不是看到的字形。",
                "Glyphs that ActualText replaces: its words are read, not the glyphs that are seen.",
            ),
            Both(
                "有文字的页面上，画成轮廓的字和矢量的二维码不读；整页没有文字时当作扫描页识别。",
                "On pages with text, words made outlines and QR codes made of shapes are not read; a page without any text"
                " is read like a scan.",
            ),
            Both(
                "靠裁剪隐藏、或被方块字符盖住的文字照常检查，但不指出它是藏着的。",
                "Words hidden by clipping, or covered by block characters, are checked but not told to be hidden.",
            ),
            Both("残缺的 PDF 不修复，说它损坏。", "PDF files that are cut short are not mended: they are said to be damaged."),
            Both("最多读 2,000 页、15 秒，没读到的页会说明。", "Two thousand pages and 15 seconds a file: pages beyond are named."),
            Both(
                "有打开密码的 PDF：请先去掉密码；只限制打印、复制的照常读。",
                "PDF files with a password to open: remove it first. One that only forbids printing is no obstacle.",
            ),
            Both("录音和影片只报没有检查。", "Sound and film are said to be unchecked."),
        ),
    ),
)  # fmt: skip
