"""Office documents: gone from every part, everything else as it was, opened by another reader."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import docx
import openpyxl
import pptx
import pytest
from odfdo import Document as Odf
from odfdo import Paragraph
from openpyxl.comments import Comment

from tests.check.blackout.search import ID, MAIL, OTHER_ID, PHONE, answer, blackened


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word() -> Any:
    document = docx.Document()
    line = document.add_paragraph("身份证号：")
    line.add_run(ID[:7])
    line.add_run(ID[7:]).bold = True
    line.add_run("，请核对。")
    document.add_paragraph("第二段保持不变，商业秘密培训。")
    return document


def with_part(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """`data` with `old` replaced once in one member."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for member in before.namelist():
            part = before.read(member)
            if member == name:
                assert old in part
                part = part.replace(old, new, 1)
            after.writestr(member, part)
    return out.getvalue()


def related(data: bytes, name: str, part: bytes) -> bytes:
    """`data` with one part more, which the document refers to."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(f"word/{name}", part)
    link = (
        f'<Relationship Id="rId99" Target="{name}" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"/></Relationships>'
    )
    added = with_part(out.getvalue(), "word/_rels/document.xml.rels", b"</Relationships>", link.encode())
    kind = f'<Default Extension="{name.rpartition(".")[2]}" ContentType="application/octet-stream"/></Types>'
    added = with_part(added, "[Content_Types].xml", b"</Types>", kind.encode())
    use = '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="rId99"/>'
    return with_part(
        added, "word/document.xml", b"<w:sectPr", f"{use}</w:object></w:r></w:p><w:sectPr".encode()
    )


@pytest.mark.parametrize(
    ("style", "left"),
    [
        ("mask", "110105********" + ID[-4:]),
        ("label", "【居民身份证号】"),
        ("remove", ""),
        ("hash", r"【居民身份证号·[a-p]{12}】"),
    ],
)
def test_a_value_across_runs_goes_in_every_style(style: str, left: str) -> None:
    lines = docx.Document(io.BytesIO(blackened(saved(word()), style=style))).paragraphs

    pattern = left if style == "hash" else re.escape(left)
    assert re.fullmatch(f"身份证号：{pattern}，请核对。", lines[0].text)
    assert lines[1].text == "第二段保持不变，商业秘密培训。"


def test_headers_tables_and_properties() -> None:
    document = word()
    document.sections[0].header.paragraphs[0].text = f"电话 {PHONE[:3]} {PHONE[3:7]} {PHONE[7:]}"
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["姓名", "手机", "李晓华", PHONE], strict=True):
        cell.text = text
    document.core_properties.title = f"关于 {ID} 的说明"
    after = docx.Document(io.BytesIO(blackened(saved(document))))

    assert after.sections[0].header.paragraphs[0].text == "电话 138****5678"
    assert [cell.text for cell in after.tables[0]._cells] == ["姓名", "手机", "李**", "138****5678"]


INSIDE = (
    f"<w:p><w:del w:id='1' w:author='{MAIL}'><w:r><w:delText>旧电话{PHONE}</w:delText></w:r></w:del></w:p>",
    f"<w:p><w:r><w:t>电话{PHONE[:5]}</w:t></w:r><w:del w:id='1' w:author='a'><w:r><w:delText>9</w:delText></w:r>"
    f"</w:del><w:r><w:t>{PHONE[5:]}</w:t></w:r></w:p>",
    f'<w:p><w:r><w:instrText>HYPERLINK "mailto:{MAIL.replace("@", "%40")}" {MAIL}</w:instrText></w:r></w:p>',
    f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏 {OTHER_ID}</w:t></w:r></w:p>",
    f"<w:sdt><w:sdtPr><w:alias w:val='电话{PHONE}'/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
    f"<w:p><w:r><w:t>电话 {PHONE[:4]}</w:t></w:r><w:r><w:noBreakHyphen/><w:t>{PHONE[4:]}</w:t></w:r></w:p>",
    f"<!-- {PHONE} --><w:p><w:r><w:t>电话{PHONE}</w:t></w:r></w:p>",
)


@pytest.mark.parametrize("xml", INSIDE, ids=range(len(INSIDE)))
def test_what_word_keeps_out_of_sight_goes_too(xml: str) -> None:
    data = with_part(saved(word()), "word/document.xml", b"<w:sectPr", xml.encode() + b"<w:sectPr")

    after = docx.Document(io.BytesIO(blackened(data)))
    assert "第二段保持不变" in after.paragraphs[1].text


def test_a_marking_goes_where_it_marks_and_stays_where_it_is_prose() -> None:
    document = docx.Document()
    document.add_paragraph("机密★10年")
    document.add_paragraph("关于保守机密文件管理办法的培训通知。")
    after = docx.Document(io.BytesIO(blackened(saved(document)))).paragraphs

    assert "★" not in after[0].text
    assert after[1].text == "关于保守机密文件管理办法的培训通知。"


def test_a_workbook_inside_a_document() -> None:
    book = openpyxl.Workbook()
    book.active.append(["手机", int(PHONE)])
    data = related(saved(word()), "embeddings/a.xlsx", saved(book))

    assert zipfile.ZipFile(io.BytesIO(blackened(data))).read("word/embeddings/a.xlsx")


def test_the_little_picture_of_the_first_page_goes() -> None:
    out = blackened(saved(word()))

    assert not [n for n in zipfile.ZipFile(io.BytesIO(out)).namelist() if "thumbnail" in n]


def test_a_part_that_cannot_be_looked_into_is_refused() -> None:
    told, out = answer(related(saved(word()), "embeddings/a.bin", b"\0\1\2\3" * 9 + ID.encode()))

    assert not out
    assert told["problem"]


def test_a_part_whose_name_has_to_go_is_refused() -> None:
    told, out = answer(related(saved(word()), f"media/{ID}.xmlx", b"<a/>"))

    assert not out
    assert told["problem"]


def test_cells_of_every_sort() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["姓名", "身份证号", "手机"])
    sheet.append(["李晓华", ID, int(PHONE)])
    sheet["A3"] = "合计"
    sheet["B3"] = 1234.5
    sheet["A3"].comment = Comment(f"联系 {PHONE}", "审阅")
    hidden = book.create_sheet("备用")
    hidden.sheet_state = "hidden"
    hidden["A1"] = f"电话{PHONE}"
    book.properties.description = f"电话 {PHONE}"
    after = openpyxl.load_workbook(io.BytesIO(blackened(saved(book))))

    rows = [[c.value for c in row] for row in after.active.rows]
    assert rows[0] == ["姓名", "身份证号", "手机"]
    assert rows[1] == ["李**", "110105********" + ID[-4:], "138****5678"]
    assert rows[2] == ["合计", 1234.5, None]


def test_what_a_formula_gave_goes_with_the_formula() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = '="138"&"12345678"'
    data = with_part(saved(book), "xl/worksheets/sheet1.xml", b"<v></v>", f"<v>{PHONE}</v>".encode())
    data = with_part(data, "xl/worksheets/sheet1.xml", b'<c r="A1">', b'<c r="A1" t="str">')

    assert openpyxl.load_workbook(io.BytesIO(blackened(data))).active["A1"].value == "138****5678"


def test_a_number_with_an_exponent() -> None:
    book = openpyxl.Workbook()
    book.active.append(["手机", 1])
    data = with_part(saved(book), "xl/worksheets/sheet1.xml", b"<v>1</v>", b"<v>1.3812345678E10</v>")

    assert openpyxl.load_workbook(io.BytesIO(blackened(data))).active["B1"].value == "138****5678"


def test_a_sheet_named_after_a_person_and_the_formulas_that_name_it() -> None:
    book = openpyxl.Workbook()
    book.active.title = f"联系{PHONE}"
    other = book.create_sheet("汇总")
    other["A1"] = f"='联系{PHONE}'!A1"
    after = openpyxl.load_workbook(io.BytesIO(blackened(saved(book))))

    assert after.sheetnames == ["联系138████5678", "汇总"]
    assert after["汇总"]["A1"].value == "='联系138████5678'!A1"


def test_slides_notes_and_tables() -> None:
    show = pptx.Presentation()
    slide = show.slides.add_slide(show.slide_layouts[1])
    slide.shapes.title.text = "通讯录"
    line = slide.placeholders[1].text_frame.paragraphs[0]
    for piece in ("手机 ", PHONE[:4], PHONE[4:], "。"):
        line.add_run().text = piece
    slide.notes_slide.notes_text_frame.text = f"证件 {ID}"
    table = slide.shapes.add_table(1, 2, 0, 0, 99999, 99999).table
    table.cell(0, 0).text, table.cell(0, 1).text = "邮箱", MAIL
    after = pptx.Presentation(io.BytesIO(blackened(saved(show)))).slides[0]

    assert after.shapes.title.text == "通讯录"
    assert after.placeholders[1].text_frame.text == "手机 138****5678。"


def test_texts_of_opendocument() -> None:
    document = Odf("text")
    document.body.append(Paragraph(f"身份证号：{ID}，请核对。"))
    document.body.append(Paragraph("第二段保持不变。"))
    out = io.BytesIO()
    document.save(out)
    data = with_part(
        out.getvalue(), "content.xml", ID[:5].encode(), f"<text:span>{ID[:5]}</text:span>".encode()
    )
    after = blackened(data)

    assert zipfile.ZipFile(io.BytesIO(after)).namelist()[0] == "mimetype"
    text = Odf(io.BytesIO(after)).get_formatted_text()
    assert "110105********" in text
    assert "第二段保持不变。" in text


def test_cells_of_opendocument() -> None:
    cells = (
        f'<table:table-cell office:value-type="float" office:value="{PHONE}"><text:p>{PHONE}</text:p>'
        "</table:table-cell>"
        '<table:table-cell office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>'
    )
    table = f'<table:table table:name="名单"><table:table-row>{cells}</table:table-row></table:table>'
    document = Odf("spreadsheet")
    out = io.BytesIO()
    document.save(out)
    body = zipfile.ZipFile(io.BytesIO(out.getvalue())).read("content.xml")
    old = re.search(rb"<office:spreadsheet>.*</office:spreadsheet>|<office:spreadsheet/>", body, re.DOTALL)
    assert old
    new = f"<office:spreadsheet>{table}</office:spreadsheet>".encode()
    after = blackened(with_part(out.getvalue(), "content.xml", old[0], new))

    row = Odf(io.BytesIO(after)).body.get_table(0).get_values()[0]
    assert [str(v) for v in row] == ["138****5678", "5"]
