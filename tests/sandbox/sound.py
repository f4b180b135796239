"""Small sound documents of many kinds, each with a planted number, to be damaged by `hostile`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache

PHONE = "13812345678"
WORDS = f"联系电话：{PHONE}，请转告。"

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{}</Types>'
)
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
    'Target="{}"/></Relationships>'
)
_OFFICE = "application/vnd.openxmlformats-officedocument"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(members: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, data in members.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else method
            archive.writestr(zipfile.ZipInfo(name), data, stored)
    return held.getvalue()


def docx_parts(document: bytes | str = "") -> dict[str, bytes | str]:
    body = f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p></w:body></w:document>'
    main = f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.wordprocessingml.document.main+xml"/>'
    return {
        "[Content_Types].xml": _TYPES.format(main),
        "_rels/.rels": _RELS.format("officeDocument", "word/document.xml"),
        "word/document.xml": document or body,
    }


def xlsx_parts(sheet: bytes | str = "") -> dict[str, bytes | str]:
    cells = f'<c r="A1" t="inlineStr"><is><t>{WORDS}</t></is></c>'
    body = f'<?xml version="1.0"?><worksheet xmlns="{X}"><sheetData><row r="1">{cells}</row></sheetData></worksheet>'
    parts = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{_OFFICE}.spreadsheetml.{kind}+xml"/>'
        for name, kind in (("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"))
    )
    book = (
        f'<?xml version="1.0"?><workbook xmlns="{X}" xmlns:r="{R}"><sheets>'
        '<sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    return {
        "[Content_Types].xml": _TYPES.format(parts),
        "_rels/.rels": _RELS.format("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": _RELS.format("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": sheet or body,
    }


def odt_parts(content: bytes | str = "") -> dict[str, bytes | str]:
    office, text = (f"urn:oasis:names:tc:opendocument:xmlns:{n}:1.0" for n in ("office", "text"))
    body = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{office}" xmlns:text="{text}"><office:body>'
        f"<office:text><text:p>{WORDS}</text:p></office:text></office:body></office:document-content>"
    )
    return {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content or body}


def pptx() -> bytes:
    from pptx import Presentation

    held = io.BytesIO()
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title.text = WORDS
    show.save(held)
    return held.getvalue()


def ods() -> bytes:
    office, table, text = (
        f"urn:oasis:names:tc:opendocument:xmlns:{n}:1.0" for n in ("office", "table", "text")
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f'<office:document-content xmlns:office="{office}" xmlns:table="{table}" xmlns:text="{text}">'
            f'<office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1048576">'
            f'<table:table-cell table:number-columns-repeated="16384"><text:p>{WORDS}</text:p></table:table-cell></table:table-row>'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        }
    )


def pdf_of(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    tail = b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(out))
    return out + head + table + tail


def stream_of(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%b>>\nstream\n%b\nendstream" % (len(data), more, data)


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"


def pdf(content: bytes = b"", more: bytes = b"") -> bytes:
    drawn = content or f"BT /F1 12 Tf 72 700 Td (Mobile phone: {PHONE}) Tj ET".encode()
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE,
        stream_of(drawn, more),
        FONT,
    )


def picture(form: str, **how: object) -> bytes:
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (240, 60), "white")
    ImageDraw.Draw(image).text((10, 20), f"Phone {PHONE}", fill="black")
    held = io.BytesIO()
    image.save(held, form, **how)
    return held.getvalue()


def html() -> bytes:
    return f"<!doctype html><html><head><title>x</title></head><body><p>{WORDS}</p></body></html>".encode()


def mail() -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "通知"
    message.set_content(WORDS)
    message.add_attachment(zipped(docx_parts()), maintype="application", subtype="zip", filename="a.docx")
    return message.as_bytes()


MAKERS: dict[str, Callable[[], bytes]] = {
    "docx": lambda: zipped(docx_parts()),
    "xlsx": lambda: zipped(xlsx_parts()),
    "odt": lambda: zipped(odt_parts()),
    "pptx": pptx,
    "pdf": pdf,
    "png": lambda: picture("PNG"),
    "jpeg": lambda: picture("JPEG"),
    "webp": lambda: picture("WEBP"),
    "tiff": lambda: picture("TIFF", compression="tiff_deflate"),
    "gif": lambda: picture("GIF"),
    "bmp": lambda: picture("BMP"),
    "zip": lambda: zipped({"a.txt": WORDS, "b.docx": zipped(docx_parts())}),
    "eml": mail,
    "html": html,
    "rtf": lambda: b"{\\rtf1\\ansi Mobile phone: " + PHONE.encode() + b"\\par}",
}


@cache
def sound(kind: str) -> bytes:
    """A sound document of `kind`."""
    return MAKERS[kind]()


PICTURES = frozenset(("png", "jpeg", "webp", "tiff", "gif", "bmp"))
WHOLE_OR_NOTHING = frozenset(("docx", "xlsx", "odt", "pptx", "zip", "pdf", "png", "jpeg", "webp"))
"""Kinds whose every cut can be seen: what is left of one is never a sound smaller one."""
