"""Office documents with a plant in everything that nobody sees; own parts added by hand to what libraries write."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping

import docx
import openpyxl
import pptx
from openpyxl.comments import Comment
from pptx.util import Inches

from tests.check.clean.test_pictures import jpeg

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"


def repacked(
    data: bytes, add: Mapping[str, str | bytes] = {}, change: Mapping[str, Callable[[str], str]] = {}
) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            body: str | bytes = old.read(info)
            for pattern, edit in change.items():
                if re.fullmatch(pattern, info.filename):
                    body = edit(body.decode() if isinstance(body, bytes) else body)
            if info.filename not in add:
                new.writestr(info.filename, body)
        for name, body in add.items():
            new.writestr(name, body)
        new.comment = b"PlantZipComment"
    return out.getvalue()


def typed(**overrides: str) -> Callable[[str], str]:
    more = "".join(f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in overrides.items())
    return lambda types: types.replace("</Types>", more + "</Types>")


def related(*relations: tuple[str, str, str]) -> Callable[[str], str]:
    more = "".join(
        f'<Relationship Id="{i}" Type="{R}/{t}" Target="{to}"'
        + (' TargetMode="External"' if ":" in to else "")
        + "/>"
        for i, t, to in relations
    )
    return lambda rels: rels.replace("</Relationships>", more + "</Relationships>")


def inserted(before: str, more: str) -> Callable[[str], str]:
    return lambda text: text.replace(before, more + before, 1)


def word() -> bytes:
    made = docx.Document()
    made.core_properties.author = "PlantAuthor"
    made.core_properties.last_modified_by = "PlantSaver"
    made.core_properties.comments = "PlantPropertyComment"
    made.add_paragraph("看得见的正文 visible body")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "姓名", "visible cell"
    made.sections[0].header.paragraphs[0].text = "visible header"
    made.add_picture(io.BytesIO(plain_jpeg()))
    made.add_comment(made.paragraphs[0].runs, text="PlantComment", author="PlantCommenter", initials="PlCo")
    out = io.BytesIO()
    made.save(out)
    return repacked(
        out.getvalue(),
        {
            "docProps/custom.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'custom-properties"><property name="x"><vt:lpwstr xmlns:vt="http://'
            'schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">PlantCustom</vt:lpwstr></'
            "property></Properties>",
            "docProps/thumbnail.jpeg": b"\xff\xd8\xff\xd9PlantThumb",
            "customXml/item1.xml": "<a>PlantCustomXml</a>",
            "word/people.xml": '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
            '<w15:person w15:author="PlantReviewer"/></w15:people>',
            "word/glossary/document.xml": f'<w:glossaryDocument xmlns:w="{W}"><w:p><w:r><w:t>PlantBlock</w:t></w:r></w:p></'
            "w:glossaryDocument>",
            "word/orphan.xml": "<a>PlantOrphan</a>",
            "word/printerSettings/printerSettings1.bin": b"PlantPrinter",
            "_xmlsignatures/sig1.xml": "<a>PlantSigner</a>",
            "word/embeddings/sheet1.xlsx": book(),
            "word/media/photo.jpeg": jpeg(),
            "word/_rels/settings.xml.rels": f'<Relationships xmlns="{REL}"><Relationship Id="rId1" Type="{R}/attachedTemplate" '
            'Target="file:///C:/Users/PlantUser/t.dotm" TargetMode="External"/></Relationships>',
        },
        {
            r"\[Content_Types\]\.xml": typed(
                **{
                    "word/embeddings/sheet1.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "word/people.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml",
                    "word/glossary/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml",
                }
            ),
            r"word/_rels/document\.xml\.rels": related(
                ("rIdP", "people", "people.xml"),
                ("rIdG", "glossaryDocument", "glossary/document.xml"),
                ("rIdX", "customXml", "../customXml/item1.xml"),
                ("rIdE", "package", "embeddings/sheet1.xlsx"),
                ("rIdM", "image", "media/photo.jpeg"),
                ("rIdH", "hyperlink", "file:///D:/PlantFolder/visible.docx"),
            ),
            r"_rels/\.rels": related(
                ("rIdT", "thumbnail", "docProps/thumbnail.jpeg"),
                ("rIdC", "custom-properties", "docProps/custom.xml"),
            ),
            r"word/settings\.xml": lambda s: s.replace(
                "</w:settings>",
                '<w:attachedTemplate xmlns:r="RRR" r:id="rId1"/><w:rsids><w:rsidRoot w:val="00ABCDEF"/></'
                'w:rsids><w:docVars><w:docVar w:name="v" w:val="PlantVariable"/></w:docVars></w:settings>'.replace(
                    "RRR", R
                ),
            ),
            r"word/document\.xml": lambda s: s.replace("<w:body>", "<w:body>" + CHANGES, 1).replace(
                "<w:sectPr", HIDDEN + "<w:sectPr", 1
            ),
        },
    )


WHO = 'w:id="7" w:author="PlantChanger" w:date="2020-01-01T00:00:00Z"'
CHANGES = (
    '<!--PlantXmlComment--><w:p w:rsidR="00ABCDEF"><w:r><w:t xml:space="preserve">前 </w:t></'
    f'w:r><w:del {WHO}><w:r><w:delText>PlantDeleted</w:delText></w:r></w:del>'
    f'<w:ins {WHO}><w:r><w:t>inserted</w:t></w:r><w:del {WHO}><w:r><w:delText>'
    'PlantInsertedThenDeleted</w:delText></w:r></w:del></w:ins><w:r><w:t '
    'xml:space="preserve"> 后</w:t></w:r></w:p>'
    f'<w:p><w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr><w:r><w:t>joined </w:t></w:r></w:p>'
    f'<w:p><w:pPr><w:jc w:val="center"/><w:pPrChange {WHO}><w:pPr/></w:pPrChange></w:pPr><w:r>'
    f'<w:rPr><w:b/><w:rPrChange {WHO}><w:rPr/></w:rPrChange></w:rPr><w:t>together</w:t></w:r>'
    '</w:p>'
    f'<w:p><w:moveFrom {WHO}><w:r><w:t>PlantMovedFrom</w:t></w:r></w:moveFrom><w:moveTo {WHO}>'
    '<w:r><w:t>moved here</w:t></w:r></w:moveTo></w:p>'
    f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:del {WHO}/></'
    'w:trPr><w:tc><w:p><w:r><w:t>PlantDeletedRow</w:t></w:r></w:p></w:tc></w:tr>'
    f'<w:tr><w:trPr><w:ins {WHO}/></w:trPr><w:tc><w:p><w:r><w:t>kept row</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>'
)  # fmt: skip
HIDDEN = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>HiddenVanish</w:t></w:r><w:r><w:t>seen</w:t></w:r></w:p>"
WORD_PLANTS = """PlantAuthor PlantSaver PlantPropertyComment PlantComment PlantCommenter PlCo PlantCustom PlantThumb
    PlantCustomXml PlantReviewer PlantBlock PlantOrphan PlantPrinter PlantSigner PlantVariable PlantXmlComment
    PlantChanger PlantDeleted PlantInsertedThenDeleted PlantMovedFrom PlantDeletedRow PlantUser PlantFolder
    PlantZipComment 00ABCDEF PlantArtist PlantSerial PlantXmp PlantTrailer PlantTitle PlantBookAuthor PlantNote
    PlantUnused PlantPath PlantBookSaver PlantOutside PlantServer""".split()


def plain_jpeg() -> bytes:
    from tests.check.clean.test_pictures import saved

    return saved("JPEG")


def book() -> bytes:
    made = openpyxl.Workbook()
    made.properties.creator = "PlantBookAuthor"
    made.properties.lastModifiedBy = "PlantBookSaver"
    sheet = made.active
    sheet.title = "Visible"
    sheet["A1"], sheet["B1"], sheet["C1"] = "visible one", "HiddenColumn", "visible three"
    sheet["A2"] = "HiddenRow"
    sheet["A3"] = 13
    sheet["A4"] = "=A3*2"
    sheet["A1"].comment = Comment("PlantNote", "PlantNoter")
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[2].hidden = True
    second = made.create_sheet("Second")
    second["A1"] = "HiddenSheet"
    second.sheet_state = "hidden"
    out = io.BytesIO()
    made.save(out)
    return repacked(
        out.getvalue(),
        {
            "xl/printerSettings/printerSettings1.bin": b"PlantPrinter",
            "xl/externalLinks/externalLink1.xml": '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            f'<externalBook xmlns:r="{R}" r:id="rId1"><sheetNames><sheetName val="S"/></sheetNames>'
            '<sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>PlantOutside</v>'
            "</cell></row></sheetData></sheetDataSet></externalBook></externalLink>",
            "xl/externalLinks/_rels/externalLink1.xml.rels": f'<Relationships xmlns="{REL}"><Relationship Id="rId1" '
            f'Type="{R}/externalLinkPath" '
            'Target="file:///C:\\PlantPath\\other.xlsx" TargetMode="External"/></Relationships>',
            "xl/sharedStrings.xml": '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
            "PlantUnused</t></si><si><t>visible three</t></si></sst>",
            "xl/connections.xml": '<connections xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            '<connection id="1" name="n" type="5" refreshedVersion="1" '
            'odcFile="C:\\PlantPath\\x.odc"><dbPr connection="Provider=x;Data '
            'Source=PlantServer;User ID=sa" command="select"/></connection></connections>',
        },
        {
            r"\[Content_Types\]\.xml": typed(
                **{
                    "xl/externalLinks/externalLink1.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml",
                    "xl/sharedStrings.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml",
                    "xl/connections.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml",
                }
            ),
            r"xl/_rels/workbook\.xml\.rels": related(
                ("rIdL", "externalLink", "externalLinks/externalLink1.xml"),
                ("rIdC", "connections", "connections.xml"),
                ("rIdS", "sharedStrings", "sharedStrings.xml"),
            ),
            r"xl/workbook\.xml": lambda s: s.replace(
                "<definedNames",
                '<externalReferences><externalReference xmlns:r="RRR" r:id="rIdL"/></externalReferences>'
                "<definedNames".replace("RRR", R),
                1,
            ).replace(
                "<bookViews",
                '<x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/'
                'ac" url="C:\\PlantPath\\"/><bookViews',
                1,
            ),
            r"xl/worksheets/sheet1\.xml": lambda s: re.sub(
                r'<c r="C1"[^>]*>.*?</c>', '<c r="C1" t="s"><v>1</v></c>', s
            ),
        },
    )


BOOK_PLANTS = (
    "PlantBookAuthor PlantBookSaver PlantNote PlantNoter PlantPrinter PlantOutside PlantPath "
    "PlantServer PlantUnused PlantZipComment"
).split()
BOOK_HIDDEN = "HiddenColumn HiddenRow HiddenSheet".split()


def slides() -> bytes:
    made = pptx.Presentation()
    made.core_properties.author = "PlantAuthor"
    for title in ("visible slide", "HiddenSlide"):
        slide = made.slides.add_slide(made.slide_layouts[5])
        slide.shapes.title.text = title
    made.slides[1]._element.set("show", "0")
    made.slides[0].notes_slide.notes_text_frame.text = "HiddenNotes"
    shape = made.slides[0].shapes.add_picture(io.BytesIO(plain_jpeg()), 0, 0, Inches(1))
    shape._element.nvPicPr.cNvPr.set("descr", "C:\\Users\\PlantUser\\chart.jpg")
    out = io.BytesIO()
    made.save(out)
    p = "http://schemas.openxmlformats.org/presentationml/2006/main"
    return repacked(
        out.getvalue(),
        {
            "ppt/commentAuthors.xml": f'<p:cmAuthorLst xmlns:p="{p}"><p:cmAuthor id="0" name="PlantCommenter"/></p:cmAuthorLst>',
            "ppt/comments/comment1.xml": f'<p:cmLst xmlns:p="{p}"><p:cm authorId="0"><p:text>PlantComment</p:text></p:cm></p:cmLst>',
            "ppt/tags/tag1.xml": f'<p:tagLst xmlns:p="{p}"><p:tag name="A" val="PlantTag"/></p:tagLst>',
            "ppt/vbaProject.bin": b"PlantMacro",
        },
        {
            r"\[Content_Types\]\.xml": lambda s: typed(
                **{
                    "ppt/commentAuthors.xml": "application/vnd.openxmlformats-officedocument.presentationml.commentAuthors+xml",
                    "ppt/comments/comment1.xml": "application/vnd.openxmlformats-officedocument.presentationml.comments+xml",
                    "ppt/tags/tag1.xml": "application/vnd.openxmlformats-officedocument.presentationml.tags+xml",
                    "ppt/vbaProject.bin": "application/vnd.ms-office.vbaProject",
                }
            )(s).replace(
                "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
            ),
            r"ppt/_rels/presentation\.xml\.rels": related(
                ("rIdA", "commentAuthors", "commentAuthors.xml"), ("rIdV", "vbaProject", "vbaProject.bin")
            ),
            r"ppt/slides/_rels/slide1\.xml\.rels": related(
                ("rIdC", "comments", "../comments/comment1.xml"), ("rIdT", "tags", "../tags/tag1.xml")
            ),
            r"ppt/slides/slide1\.xml": lambda s: s.replace(
                "</p:cSld>", '<p:custDataLst><p:tags r:id="rIdT"/></p:custDataLst></p:cSld>'
            ),
        },
    )


SLIDE_PLANTS = "PlantAuthor PlantUser PlantCommenter PlantComment PlantTag PlantMacro PlantZipComment".split()
SLIDE_HIDDEN = "HiddenSlide HiddenNotes".split()
