"""矢量图 · Pictures drawn line by line that office documents hold: EMF, WMF, and those of LibreOffice (MS-EMF, MS-WMF)."""

from __future__ import annotations

import struct
from collections.abc import Callable

from sansi.check.extract import metafiles
from sansi.check.extract.document import Document, Embedded, Unreadable, Weave
from sansi.check.extract.reader import Asked, Reader
from sansi.check.extract.zips import DAMAGED
from sansi.check.model import Both
from sansi.check.place import ParagraphPlace

_DRAW: dict[str, Callable[[bytes], metafiles.Drawing]] = {
    "emf": metafiles.emf,
    "wmf": metafiles.wmf,
    "svm": metafiles.svm,
}
_CUT = Both(
    "矢量图不完整，只检查了有的部分；请另存为 PNG 再查",
    "is cut short, and only what is there was checked: save the picture as PNG and check that",
)
_GLYPHS = Both(
    "矢量图里有的文字只剩字形，读不出来；请另存为 PNG 再查",
    "has words of which only the shapes are there, and which cannot be read: save the picture as PNG and check that",
)
_LINES = Both(
    "矢量图只有线条，其中若有文字读不出来；请看一眼，或另存为 PNG 再查",
    "is drawn line by line, and words among them cannot be read: look at it, or save it as PNG and check that",
)


def _read(data: bytes, asked: Asked) -> Document:
    try:
        drawing = _DRAW[asked.kind](data)
    except (struct.error, IndexError) as error:
        raise Unreadable(DAMAGED) from error
    document, weave = Document(asked.kind), Weave()
    for number, words in enumerate(drawing.words, 1):
        weave.add(words + "\n", ParagraphPlace("body", number))
    document.segments += weave.segments()
    for number, picture in enumerate(drawing.pictures, 1):
        asked.budget.unpack(len(picture))
        document.embedded.append(Embedded(f"picture {number}", picture))
    if drawing.cut:
        document.gaps.append(_CUT)
    if drawing.glyphs:
        document.gaps.append(_GLYPHS)
    elif drawing.lines and not drawing.words and not drawing.pictures:
        document.gaps.append(_LINES)
    return document


READER = Reader(tuple(_DRAW), Both("矢量图", "Metafile"), _read)
