"""OFD is read whole: pages, layouts, annotations, attachments, data, seals."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from sansi.check.extract.document import Document, Unreadable
from sansi.check.extract.extract import extract

NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def code(text: str, x: float, y: float, more: str = "", delta: str = "") -> str:
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y} 80 5" Size="4" {more}>'
        f'<ofd:TextCode X="0" Y="4" {delta}>{text}</ofd:TextCode></ofd:TextObject>'
    )


PAGE = f"""<ofd:Page {NS}><ofd:Template TemplateID="9"/><ofd:Content><ofd:Layer ID="2">
{code("PLANT-second", 60, 20)}{code("身份证", 20, 20)}{code("PLANT-lower", 20, 30)}
{code("PLANT-unseen", 20, 40, 'Visible="false"')}{code("PLANT-covered", 20, 50)}
<ofd:PathObject Boundary="10 48 100 10" Fill="true"/></ofd:Layer></ofd:Content>
<ofd:Actions><ofd:Action Event="CLICK"><ofd:URI URI="http://example.org/PLANT-uri"/></ofd:Action></ofd:Actions></ofd:Page>"""

PARTS = {
    "OFD.xml": f"""<?xml version="1.0" encoding="UTF-8"?><ofd:OFD {NS}><ofd:DocBody><ofd:DocInfo><ofd:DocID>abc</ofd:DocID>
<ofd:Title>PLANT-title</ofd:Title><ofd:Author>王小明</ofd:Author><ofd:Creator>Program</ofd:Creator>
<ofd:CreatorVersion>1</ofd:CreatorVersion><ofd:CustomDatas><ofd:CustomData Name="购买方">PLANT-custom</ofd:CustomData>
</ofd:CustomDatas></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>""",
    "Doc_0/Document.xml": f"""<ofd:Document {NS}><ofd:CommonData><ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/>
</ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>
<ofd:Outlines><ofd:OutlineElem Title="PLANT-outline"/></ofd:Outlines>
<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations><ofd:Attachments>/Doc_0/Attachs/Attachments.xml</ofd:Attachments>
</ofd:Document>""",
    "Doc_0/Pages/Page_0/Content.xml": PAGE,
    "Doc_0/Tpls/Tpl_0/Content.xml": f"<ofd:Page {NS}><ofd:Content><ofd:Layer>"
    f"{code('PLANT-layout', 5, 5)}</ofd:Layer></ofd:Content></ofd:Page>",
    "Doc_0/Annots/Annotations.xml": f'<ofd:Annotations {NS}><ofd:Page PageID="1">'
    "<ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>",
    "Doc_0/Annots/Page_0/Annotation.xml": f"""<ofd:PageAnnot {NS}><ofd:Annot Type="Highlight" Creator="李四">
<ofd:Remark>PLANT-remark</ofd:Remark><ofd:Parameters><ofd:Parameter Name="n">PLANT-parameter</ofd:Parameter></ofd:Parameters>
<ofd:Appearance Boundary="30 60 50 10">{code("PLANT-appearance", 0, 0)}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>""",
    "Doc_0/Attachs/Attachments.xml": f'<ofd:Attachments {NS}><ofd:Attachment Name="PLANT-name">'
    "<ofd:FileLoc>a.txt</ofd:FileLoc></ofd:Attachment></ofd:Attachments>",
    "Doc_0/Attachs/a.txt": "PLANT-attached",
    "Doc_0/Tags/CustomTag.xml": "<fp:Tags xmlns:fp='urn:x'><fp:Buyer>PLANT-tag</fp:Buyer></fp:Tags>",
    "Doc_0/Res/image.txt": "PLANT-resource",
}


def packed(parts: dict[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()


def place(document: Document, value: str) -> dict[str, object]:
    for segment in document.segments:
        at = segment.text.find(value)
        if at >= 0:
            return segment.locate(at, at + len(value)).as_dict()
    raise AssertionError(value)


@pytest.mark.parametrize(
    ("value", "where"),
    [
        ("PLANT-title", {"kind": "field", "name": "Title"}),
        ("PLANT-custom", {"kind": "field", "name": "购买方"}),
        ("PLANT-lower", {"page": 1, "part": "body"}),
        ("PLANT-second", {"page": 1, "part": "body"}),
        ("PLANT-unseen", {"page": 1, "part": "body"}),
        ("PLANT-covered", {"page": 1, "part": "body"}),
        ("PLANT-layout", {"page": 1, "part": "layout"}),
        ("PLANT-remark", {"page": 1, "part": "annotation", "box": None}),
        ("PLANT-parameter", {"page": 1, "part": "annotation"}),
        ("PLANT-appearance", {"page": 1, "part": "annotation"}),
        ("PLANT-uri", {"page": 1}),
        ("PLANT-outline", {"kind": "field", "name": "Outlines"}),
        ("PLANT-name", {"kind": "field"}),
        ("PLANT-attached", {"kind": "text", "inside": ["PLANT-name"]}),
        ("PLANT-tag", {"kind": "field", "name": "Doc_0/Tags/CustomTag.xml"}),
        ("PLANT-resource", {"kind": "text", "inside": ["image.txt"]}),
    ],
)
def test_a_plant_in_every_part_is_found_where_it_stands(value: str, where: dict[str, object]) -> None:
    document = extract(packed(PARTS))

    assert where.items() <= place(document, value).items()
    assert document.gaps == []


def test_words_stand_in_lines_with_their_boxes() -> None:
    document = extract(packed(PARTS))

    assert any("身份证\tPLANT-second\nPLANT-lower" in s.text for s in document.segments)
    assert place(document, "身份证")["box"] == [56.7, 56.7, 90.7, 68.0]


def test_facts() -> None:
    facts = {(f.rule, f.value) for f in extract(packed(PARTS)).facts}

    assert facts == {
        ("meta-author", "王小明"),
        ("meta-attachment", "PLANT-name"),
        ("meta-comment", "李四"),
        ("meta-comment", "PLANT-remark"),
        ("meta-hidden-text", "PLANT-unseen"),
        ("meta-redaction-leak", "PLANT-covered"),
    }


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('<ofd:PathObject Boundary="0 0 9 9"/>', "drawn without any text"),
        (code("\ue000\ue001\ue002", 1, 1), "only as glyphs"),
    ],
)
def test_pages_without_words_are_gaps(content: str, said: str) -> None:
    page = f"<ofd:Page {NS}><ofd:Content><ofd:Layer>{content}</ofd:Layer></ofd:Content></ofd:Page>"
    document = extract(
        packed(
            {
                **PARTS,
                "Doc_0/Pages/Page_0/Content.xml": page,
                "Doc_0/Tpls/Tpl_0/Content.xml": "<x/>",
                "Doc_0/Annots/Annotations.xml": "<x/>",
            }
        )
    )

    assert [said in gap.en for gap in document.gaps] == [True]


def test_words_of_a_seal_are_read() -> None:
    name = "某某局公章PLANT".encode()
    seal = bytes([0x30, len(name) + 2 + 10, 0x0C, len(name)]) + name + b"\x04\x08\x89PNG\r\n\x1a\n"

    document = extract(packed({**PARTS, "Doc_0/Signs/Sign_0/Seal.esl": seal}))
    assert place(document, "某某局公章PLANT") == {"kind": "field", "name": "Seal.esl"}


def test_a_locked_one_is_said_to_be() -> None:
    with pytest.raises(Unreadable, match="password"):
        extract(packed({**PARTS, "Encryptions.xml": "<x/>"}))


@pytest.mark.parametrize(
    "part", ["Doc_0/Pages/Page_0/Content.xml", "Doc_0/Document.xml", "Doc_0/Attachs/a.txt"]
)
def test_a_part_that_is_not_there_is_a_gap(part: str) -> None:
    assert extract(packed({k: v for k, v in PARTS.items() if k != part})).gaps


def test_a_dtd_is_refused() -> None:
    evil = '<!DOCTYPE x [<!ENTITY a "PLANT">]><x>&a;</x>'
    document = extract(packed({**PARTS, "Doc_0/Pages/Page_0/Content.xml": evil}))

    assert any("DTD" in gap.en or "type declaration" in gap.en for gap in document.gaps)


def outcome(data: bytes) -> str:
    try:
        return "partly" if extract(data).gaps else "read"
    except Unreadable:
        return "unreadable"


def test_files_cut_or_flipped_anywhere_have_an_outcome() -> None:
    whole = packed(PARTS)
    rng = random.Random(4)

    assert {outcome(whole[: len(whole) * k // 16]) for k in range(1, 16)} <= {"partly", "unreadable"}
    for _ in range(150):
        broken = bytearray(whole)
        broken[rng.randrange(len(whole))] ^= 1 << rng.randrange(8)
        assert outcome(bytes(broken))


def test_an_annotation_of_no_page_is_read() -> None:
    stray = str(PARTS["Doc_0/Annots/Annotations.xml"]).replace('PageID="1"', 'PageID="77"')

    assert (
        place(extract(packed({**PARTS, "Doc_0/Annots/Annotations.xml": stray})), "PLANT-appearance")["page"]
        == 1
    )
