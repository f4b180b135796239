"""PDF files made for tests: pages of operators, with whatever else a test hangs into them."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from sansi.check.extract.document import Document, Segment
from sansi.check.extract.reader import Asked
from sansi.check.extract.readers.pdf import READER

Hang = Callable[[pikepdf.Pdf], None]
XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>Tool 1</xmp:CreatorTool>{}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def show(text: str, x: float = 50, y: float = 300, size: float = 12, before: str = "0 g") -> str:
    """The operators that write `text` at a place."""
    return f"q {before} BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET Q\n"


def made(
    *contents: str, hang: Hang | None = None, page: dict[str, Any] | None = None, **saving: Any
) -> bytes:
    """A file whose pages, of 400 by 400 points, hold `contents`; `hang` may add what it likes."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for content in contents:
        one = Dictionary(
            Type=Name.Page,
            MediaBox=[0, 0, 400, 400],
            Resources=Dictionary(Font=Dictionary(F1=font)),
            Contents=pdf.make_stream(content.encode("latin-1")),
        )
        for key, value in (page or {}).items():
            one[f"/{key}"] = value
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(one)))
    if hang:
        hang(pdf)
    return saved(pdf, **saving)


def saved(pdf: pikepdf.Pdf, **saving: Any) -> bytes:
    held = io.BytesIO()
    with warnings.catch_warnings():
        # Fields that no form lists are what is meant to be read, too.
        warnings.simplefilter("ignore")
        pdf.save(held, fix_metadata_version=False, **saving)
    return held.getvalue()


def note(subtype: str, rect: Sequence[float] = (40, 290, 140, 320), **more: Any) -> Dictionary:
    return Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array(rect), **more)


def noted(*notes: Callable[[], Dictionary] | Dictionary) -> Hang:
    """Hang annotations on the first page; those of several files are made anew for each."""

    def hang(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(n() if callable(n) else n) for n in notes])

    return hang


def image(pdf: pikepdf.Pdf, data: bytes, width: int, height: int, **more: Any) -> Any:
    """An image object; without a filter it is grey, a byte a pixel."""
    entries = {"ColorSpace": Name.DeviceGray, "BitsPerComponent": 8} | more
    return pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height, **entries)


def read(data: bytes, **asked: Any) -> Document:
    return READER.read(data, Asked("pdf", **asked))


def segment_with(document: Document, text: str) -> Segment:
    return next(s for s in document.segments if text in s.text)


def place_of(document: Document, text: str) -> Any:
    """The place of the first segment that holds `text`."""
    segment = segment_with(document, text)
    start = segment.text.index(text)
    return segment.locate(start, start + len(text))


def facts(document: Document, rule: str) -> list[str]:
    """The values of the facts of a rule."""
    return [f.value for f in document.facts if f.rule == rule]


def gaps(document: Document) -> str:
    return "; ".join(gap.en for gap in document.gaps)


def spec(pdf: pikepdf.Pdf, name: str, data: bytes) -> Any:
    held = pdf.make_stream(data, Type=Name.EmbeddedFile)
    return pdf.make_indirect(
        Dictionary(Type=Name.Filespec, UF=String(name), F=String(name), EF=Dictionary(F=held))
    )


def later(data: bytes, change: Any) -> bytes:
    """The file saved once more the way that only adds to its end."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        stream = change(pdf)
        number = stream.objgen[0]
        body = stream.read_bytes()
        size = int(pdf.trailer.Size)
        root_id = pdf.Root.objgen[0]
        info = b"/Info %d 0 R" % pdf.trailer.Info.objgen[0] if "/Info" in pdf.trailer else b""
    at = len(data)
    added = b"%d 0 obj\n<</Length %d>>stream\n%b\nendstream\nendobj\n" % (number, len(body), body)
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, at)
    old = int(data.rsplit(b"startxref", 1)[1].split()[0])
    end = b"trailer\n<</Size %d/Root %d 0 R/Prev %d%b>>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        root_id,
        old,
        info,
        at + len(added),
    )
    return data + added + table + end
