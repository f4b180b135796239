"""OpenDocument: every plant goes, what is shown stays, odfdo opens what comes out."""

from __future__ import annotations

import io
import random
import zipfile

import odfdo
import pytest

from sansi.check.clean.clean import clean
from sansi.check.extract.document import Unreadable
from sansi.check.extract.kinds import kind_of
from sansi.check.verify import leaks
from tests.check.clean.deep import left_of
from tests.check.clean.test_pictures import jpeg

NS = " ".join(
    f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{u}:1.0"'
    for p, u in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "meta": "meta",
        "config": "config",
        "script": "script",
        "presentation": "presentation",
    }.items()
) + (
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:officeooo="http://openoffice.org/2009/office"'
)
META = (
    f"<office:document-meta {NS}><office:meta><dc:creator>PlantSaver</dc:creator>"
    "<meta:initial-creator>PlantAuthor</meta:initial-creator><meta:template "
    'xlink:href="file:///C:/PlantTemplate/a.ott"/><meta:user-defined meta:name="x">'
    "PlantCustom</meta:user-defined></office:meta></office:document-meta>"
)
SETTINGS = (
    f'<office:document-settings {NS}><office:settings><config:config-item-set config:name="s">'
    '<config:config-item config:name="PrinterName" config:type="string">PlantPrinter</'
    'config:config-item><config:config-item config:name="Rsid" config:type="int">987654321</'
    'config:config-item><config:config-item config:name="KeepThis" config:type="string">'
    "kept</config:config-item></config:config-item-set></office:settings></"
    "office:document-settings>"
)
NOTE = (
    '<office:annotation office:name="n"><dc:creator>PlantCommenter</dc:creator><text:p>'
    "PlantComment</text:p></office:annotation>"
)
STYLES = (
    '<office:automatic-styles><style:style style:name="T1" style:family="text">'
    '<style:text-properties officeooo:rsid="0abcdef9" text:display="none"/></style:style>'
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    '<style:style style:name="dp2" style:family="drawing-page">'
    '<style:drawing-page-properties presentation:visibility="hidden"/></style:style></'
    "office:automatic-styles>"
)
BODIES = {
    "odt": '<office:text><text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
    "<office:change-info><dc:creator>PlantChanger</dc:creator></office:change-info><text:p>"
    "PlantDeleted</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    f'<text:p>shown <text:change text:change-id="c1"/>first{NOTE}<text:change-start '
    'text:change-id="c2"/> inserted<text:change-end text:change-id="c2"/></text:p>'
    '<text:p><text:span text:style-name="T1">HiddenSpan</text:span>after</text:p>'
    '<text:section text:name="s" text:display="none"><text:p>HiddenSection</text:p></'
    "text:section>"
    '<text:p><draw:frame><draw:image xlink:href="Pictures/1.jpg"/></draw:frame><text:a '
    'xlink:href="file:///home/PlantUser/x.odt">link</text:a></text:p></office:text>',
    "ods": "<office:spreadsheet><table:tracked-changes><table:cell-content-change><dc:creator>"
    "PlantChanger</dc:creator><text:p>PlantDeleted</text:p></table:cell-content-change></"
    'table:tracked-changes><table:table table:name="Shown"><table:table-row>'
    f'<table:table-cell office:value-type="string">{NOTE}<text:p>shown cell</text:p></'
    "table:table-cell></table:table-row>"
    '<table:table-row table:visibility="collapse"><table:table-cell '
    'office:value-type="string" office:string-value="HiddenRow"><text:p>HiddenRow</text:p></'
    'table:table-cell></table:table-row></table:table><table:table table:name="Off" '
    'table:style-name="ta2"><table:table-row><table:table-cell><text:p>HiddenSheet</text:p></'
    "table:table-cell></table:table-row></table:table></office:spreadsheet>",
    "odp": f'<office:presentation><draw:page draw:name="p1">{NOTE}<draw:frame><draw:text-box><text:p>'
    'shown slide</text:p></draw:text-box></draw:frame></draw:page><draw:page draw:name="p2" '
    'draw:style-name="dp2"><draw:frame><draw:text-box><text:p>HiddenSlide</text:p></'
    "draw:text-box></draw:frame></draw:page></office:presentation>",
}
TYPES = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
PLANTS = (
    "PlantSaver PlantAuthor PlantTemplate PlantCustom PlantPrinter PlantCommenter "
    "PlantComment PlantThumb PlantMacro PlantVersion PlantSigner PlantZip PlantArtist "
    "PlantSerial"
).split()
MORE = {
    "odt": "PlantChanger PlantDeleted PlantUser 0abcdef9 987654321".split(),
    "ods": ["PlantChanger", "PlantDeleted"],
    "odp": [],
}
HIDDEN = {"odt": ["HiddenSpan", "HiddenSection"], "ods": ["HiddenRow", "HiddenSheet"], "odp": ["HiddenSlide"]}


def made(kind: str) -> bytes:
    out = io.BytesIO()
    mime = f"application/vnd.oasis.opendocument.{TYPES[kind]}"
    members: dict[str, str | bytes] = {
        "content.xml": f'<office:document-content {NS} office:version="1.3"><office:scripts>'
        '<script:event-listener script:language="PlantMacro"/></office:scripts>'
        f"{STYLES}<office:body>{BODIES[kind]}</office:body></office:document-content>",
        "styles.xml": f'<office:document-styles {NS} office:version="1.3"/>',
        "meta.xml": META,
        "settings.xml": SETTINGS,
        "Thumbnails/thumbnail.png": b"PlantThumb",
        "Basic/Standard/Module1.xml": "<a>PlantMacro</a>",
        "Versions/Version1": b"PlantVersion",
        "VersionList.xml": "<a>PlantVersion</a>",
        "META-INF/documentsignatures.xml": "<a>PlantSigner</a>",
        "Pictures/1.jpg": jpeg(),
    }
    entries = "".join(f'<m:file-entry m:full-path="{n}" m:media-type="text/xml"/>' for n in ["/", *members])
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), mime)
        for name, body in members.items():
            archive.writestr(name, body)
        archive.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f"{entries.replace('text/xml', mime, 1)}</m:manifest>",
        )
        archive.comment = b"PlantZip"
    return out.getvalue()


@pytest.mark.parametrize("kind", BODIES)
def test_every_plant_goes_and_what_is_not_shown_stays_until_it_is_asked_for(kind: str) -> None:
    data, plants, hidden = made(kind), PLANTS + MORE[kind], HIDDEN[kind]
    assert kind_of(data) == kind
    assert left_of(data, plants + hidden) == plants + hidden

    done = clean(data)
    assert kind_of(done.data) == kind
    assert left_of(done.data, plants) == []
    assert left_of(done.data, hidden) == hidden
    assert leaks(done.data, plants) == []
    assert any("comment" in said.en for said in done.removed)

    more = clean(data, hidden=True)
    assert left_of(more.data, plants + hidden) == []
    again = clean(done.data)
    assert (again.data, again.removed) == (done.data, [])


def test_what_is_shown_stays() -> None:
    read = odfdo.Document(io.BytesIO(clean(made("odt")).data))
    text = "\n".join(paragraph.inner_text for paragraph in read.body.get_paragraphs())

    assert "shown first inserted" in text
    assert "HiddenSpanafter" in text
    assert "link" in text
    cells = odfdo.Document(io.BytesIO(clean(made("ods"), hidden=True).data)).body.get_table(name="Shown")
    assert cells is not None
    assert cells.get_value("A1") == "shown cell"
    with zipfile.ZipFile(io.BytesIO(clean(made("odt")).data)) as archive:
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        assert b"KeepThis" in archive.read("settings.xml")
        manifest = archive.read("META-INF/manifest.xml").decode()
        assert "Versions" not in manifest
        assert "content.xml" in manifest


def test_locked_documents_say_so() -> None:
    data = made("odt")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            new.writestr(info, old.read(info).replace(b"</m:manifest>", b"<m:encryption-data/></m:manifest>"))
    with pytest.raises(Unreadable, match="password"):
        clean(out.getvalue())


def test_damaged_documents_are_refused_or_cleaned() -> None:
    data, rng = made("odt"), random.Random(3)
    for _ in range(15):
        bent = bytearray(data)
        for _ in range(8):
            bent[rng.randrange(len(bent))] = rng.randrange(256)
        try:
            clean(bytes(bent))
        except Unreadable:
            continue
