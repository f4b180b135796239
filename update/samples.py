"""样例文件 · Writes the samples that are no text: a Word document, a PDF file, a photo. Everything in them is made up.

Not part of `make docs`: what comes out depends on the fonts and libraries of the machine. Run it after a change here.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from sansi.check.evidence.checksums import mod_11_2

ROOT = Path(__file__).parents[1] / "samples"
# Any font with Han characters would do: only the pixels are kept.
_FONT = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_SAYS = 'w:id="{}" w:author="李工" w:date="2026-03-02T09:00:00Z"'
_WHEN = (2026, 3, 2, 9, 0, 0)


def numbered(body: str) -> str:
    """A resident identity number with its check character."""
    return body + mod_11_2(body)


def minutes() -> bytes:
    """Minutes of a meeting: a sentence deleted with changes tracked, a comment, a hidden paragraph."""
    deleted = f"补助发给住户王晓梅，身份证号{numbered('11010519870412002')}。"
    body = (
        _paragraph(_run("关于翻修老图书馆的会议纪要"))
        + _paragraph(_run("一、五月起闭馆三个月，书籍暂存在北楼。"))
        + _paragraph(
            _run("二、施工期间给临街住户发放补助。")
            + f"<w:del {_SAYS.format(1)}><w:r><w:delText>{deleted}</w:delText></w:r></w:del>"
        )
        + _paragraph(
            '<w:commentRangeStart w:id="2"/>' + _run("三、预算另行公布。")
            + '<w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r>'
        )
        + _paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>联系人手机13911200457</w:t></w:r>")
    )  # fmt: skip
    comment = f"<w:comment {_SAYS.format(2)}>{_paragraph(_run('金额还没批，先不要往外说。'))}</w:comment>"
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _links(
            ("rId1", _OFFICE + "officeDocument", "word/document.xml"),
            ("rId2", _PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": _links(("rId1", _OFFICE + "comments", "comments.xml")),
        "word/comments.xml": f'<w:comments xmlns:w="{_W}">{comment}</w:comments>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>李工</dc:creator></cp:coreProperties>',
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)
    return held.getvalue()


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def _types() -> str:
    return (
        f'<Types xmlns="{_PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_PART}document.main+xml"/>'
        f'<Override PartName="/word/comments.xml" ContentType="{_PART}comments+xml"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{_CORE}"/></Types>'
    )


def _links(*links: tuple[str, str, str]) -> str:
    inner = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in links)
    return f'<Relationships xmlns="{_PACKAGE}relationships">{inner}</Relationships>'


def statement() -> bytes:
    """A statement for the press, in which a number was covered with a black box and is still there."""
    lines = (
        ("Statement on the parking scheme", 18),
        ("The council will answer every objection within ten days.", 12),
        ("An objection was raised by a resident, whose bank card", 12),
        ("5213 7840 1629 3343 was charged twice.", 12),
        ("The charge has been returned.", 12),
    )
    shown = [f"BT /F1 {size} Tf 60 {330 - 28 * n} Td ({line}) Tj ET" for n, (line, size) in enumerate(lines)]
    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    content = "\n".join([*shown, "q 0 g 58 241 118 18 re f Q"])
    page = Dictionary(
        Type=Name.Page,
        MediaBox=[0, 0, 420, 400],
        Resources=Dictionary(Font=Dictionary(F1=pdf.make_indirect(font))),
        Contents=pdf.make_stream(content.encode()),
        Annots=Array(
            [
                pdf.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=Name.Text,
                        Rect=Array([360, 320, 380, 340]),
                        Contents=String("Legal has not agreed to this sentence yet."),
                    )
                )
            ]
        ),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    held = io.BytesIO()
    pdf.save(held, deterministic_id=True)
    return held.getvalue()


def photo() -> bytes:
    """A sheet of paper on a table, photographed a little aslant, with the place in its Exif."""
    sheet = Image.new("RGB", (880, 520), (246, 244, 238))
    pen = ImageDraw.Draw(sheet)
    title, words = ImageFont.truetype(_FONT, 44), ImageFont.truetype(_FONT, 32)
    pen.text((240, 40), "志愿者登记表", font=title, fill=(30, 30, 34))
    rows = (
        ("姓名", "周文博"),
        ("身份证号", numbered("32010619950823451")),
        ("手机", "15850512736"),
        ("备注", "周六上午到岗"),
    )
    for number, (label, value) in enumerate(rows):
        y = 140 + 88 * number
        pen.rectangle((60, y, 820, y + 88), outline=(90, 90, 96), width=2)
        pen.line((250, y, 250, y + 88), fill=(90, 90, 96), width=2)
        pen.text((84, y + 24), label, font=words, fill=(30, 30, 34))
        pen.text((274, y + 24), value, font=words, fill=(30, 30, 34))
    table = Image.linear_gradient("L").resize((1000, 640)).point(lambda v: 96 + v // 6)
    scene = Image.merge("RGB", (table, table.point(lambda v: v - 22), table.point(lambda v: v - 48)))
    turned = sheet.convert("RGBA").rotate(1.6, Image.Resampling.BICUBIC, expand=True)
    scene.paste(turned, (46, 44), turned)
    held = io.BytesIO()
    scene.filter(ImageFilter.GaussianBlur(0.6)).quantize(64).save(held, "png", optimize=True, exif=_exif())
    return held.getvalue()


def _exif() -> Image.Exif:
    exif = Image.Exif()
    # GPS IFD of Exif 3.0: reference, then degrees, minutes, seconds. The middle of a lake.
    exif[0x8825] = {1: "N", 2: (32.0, 4.0, 30.0), 3: "E", 4: (118.0, 47.0, 42.0)}
    return exif


SAMPLES = {"会议纪要.docx": minutes, "statement.pdf": statement, "登记表照片.png": photo}


def main() -> None:
    """Write them all."""
    for name, made in SAMPLES.items():
        (ROOT / name).write_bytes(made())


if __name__ == "__main__":
    main()
