"""EPUB 电子书的埋点 · A book with a plant in every part."""

from __future__ import annotations

from sansi.check.model import Both
from sansi.check.place import FieldPlace, ImagePlace, InnerPlace, TextPlace
from tests.check.extract.plants.drawn import picture
from tests.check.extract.plants.plant import Format, Hidden, Plant
from tests.check.extract.plants.zipped import zipped

CONTAINER = (
    '<container xmlns="urn:c"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
OPF = (
    '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>plant-title</dc:title>'
    '<dc:creator>王五</dc:creator><meta name="plant-meta" content="plant-content"/></metadata><manifest>'
    '<item id="b" href="two.xhtml"/><item id="a" href="one%20a.xhtml"/><item id="c" href="gone.xhtml"/></manifest>'
    '<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>'
)
NCX = (
    '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">'
    "<ncx><navLabel><text>plant-toc</text></navLabel></ncx>"
)
PARTS: dict[str, str | bytes] = {
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": OPF,
    "OEBPS/toc.ncx": NCX,
    "OEBPS/two.xhtml": "<html><body><p>plant-chapter</p></body></html>",
    "OEBPS/one a.xhtml": "<html>one</html>",
    "OEBPS/unlisted.xhtml": "<html>unlisted</html>",
    "OEBPS/style.css": "p {}",
    "OEBPS/cover.jpg": b"\xff\xd8\xff\xe0",
}


def packed(parts: dict[str, str | bytes]) -> bytes:
    return zipped(parts, "application/epub+zip")


BOOK: dict[str, str | bytes] = {
    **PARTS,
    "OEBPS/book.opf": OPF.replace('<item id="c" href="gone.xhtml"/>', "").replace('<itemref idref="c"/>', ""),
    "OEBPS/cover.jpg": picture("jpeg", "PLANT-COVER"),
}
FORMATS = (
    Format(
        Both("EPUB 电子书", "EPUB books"),
        ("epub",),
        "epub",
        lambda: packed(BOOK),
        (
            Plant("章节", "chapters", "plant-chapter", InnerPlace(("two.xhtml",), TextPlace(1, 16))),
            Plant("书名等说明", "title and what the book says of itself", "plant-title", FieldPlace("title")),
            Plant("自定义说明", "custom properties", "plant-content", FieldPlace("plant-meta")),
            Plant("目录", "table of contents", "plant-toc", FieldPlace("OEBPS/toc.ncx")),
            Plant("图片里的字", "words in pictures", "PLANT-COVER", InnerPlace(("cover.jpg",), ImagePlace())),
        ),
        (Hidden("meta-author", "作者", "author", FieldPlace("creator"), "王五"),),
        (Both("受版权保护（DRM）的章节报为没读到。", "Chapters under copy protection (DRM) are said to be unread."),),
    ),
)  # fmt: skip
