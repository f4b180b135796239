"""缩小的预览 · A small picture of a photo or a scanned page, with black boxes where something was found.

The boxes are in the pixels, not over them: whoever gets the report can't lift them. All that the rules find is
covered, asked for or not, as the other values of a line are masked in words.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from sansi.check.blackout.burning import burn, widened
from sansi.check.extract.document import Document, Segment
from sansi.check.model import Both, Finding
from sansi.check.place import Box, ImagePlace, PagePlace, Place, as_shown
from sansi.check.report.result import Glimpse

if TYPE_CHECKING:
    from sansi.check.extract.pdf_file import PdfFile

PICTURES = frozenset(("jpeg", "png", "webp", "tiff", "gif", "bmp", "heic"))
"""The kinds of files that are pictures themselves; scanned pages are of "pdf"."""
MOST = 12
"""Glimpses of one file, so that the report of a thousand scanned pages still opens."""
_LONGEST = 480
_QUALITY = 70
_EDGE = (255, 176, 0)
"""Around each box, so that it is seen on a dark screenshot too."""
_PICTURE = Both("图片", "image")

Find = Callable[[str], Sequence[Finding]]


def glimpses(data: bytes, document: Document, find: Find) -> list[Glimpse]:
    """Those of the frames or scanned pages of the file `data` on which `find` finds something.

    `document` is what was read of it. Raises whatever a damaged file makes a library raise.
    """
    if document.kind in PICTURES:
        return list(_of_frames(data, document, find))
    return list(_of_pages(data, document, find)) if document.kind == "pdf" else []


def _of_frames(data: bytes, document: Document, find: Find) -> Iterator[Glimpse]:
    places = [p for p in _places(_pictured(document), find) if isinstance(p, ImagePlace)]
    if not places:
        return
    from sansi.check.extract.pictures import pixels  # noqa: PLC0415 - loads Pillow

    wanted = sorted({p.frame for p in places})[:MOST]
    frames = pixels.frames_of(pixels.opened(data, document.kind), places[0].orientation)
    for frame in islice((f for f in frames if f.number in wanted), len(wanted)):
        said = _PICTURE if frame.number == 1 else _said(ImagePlace(None, frame.number))
        boxes = [_on_frame(p, frame.image) for p in places if p.frame == frame.number]
        yield _glimpse(frame.image, boxes, said)


def _on_frame(place: ImagePlace, image: Any) -> Box:
    """The box of a place on the upright picture, which may have been made smaller for reading."""
    stored: Box = place.box or (0, 0, place.width, place.height)
    box, width, height = as_shown(stored, place.width, place.height, place.orientation)
    across, down = image.width / width, image.height / height
    return box[0] * across, box[1] * down, box[2] * across, box[3] * down


def _of_pages(data: bytes, document: Document, find: Find) -> Iterator[Glimpse]:
    pages: dict[int, list[Segment]] = {}
    for segment in _pictured(document):
        place = segment.locate(0, 1)
        if isinstance(place, PagePlace) and find(segment.text):
            pages.setdefault(place.page, []).append(segment)
    if not pages:
        return
    from sansi.check.extract.pdf_file import PdfFile  # noqa: PLC0415 - loads PDFium

    file, made = PdfFile(data), 0
    for number, segments in sorted(pages.items()):
        if glimpse := _of_page(file, number, segments, find):
            yield glimpse
            made += 1
        if made == MOST:
            return


def _of_page(file: PdfFile, number: int, segments: list[Segment], find: Find) -> Glimpse | None:
    """The page `number`, counted from 1; None where it is text, of which the words are shown already."""
    from PIL import Image  # noqa: PLC0415 - few files have pages that are pictures

    from sansi.check.extract import pdf_scan  # noqa: PLC0415 - loads PDFium
    from sansi.check.extract.pdf_objects import drawn  # noqa: PLC0415 - same
    from sansi.check.extract.pdf_text import PageText  # noqa: PLC0415 - same

    with file.page(number - 1) as page:
        words = PageText(file, page)
        if not pdf_scan.is_picture(words.text, drawn(page, modes=False), page.frame):
            return None
        picture = pdf_scan.drawn_for_reading(page)
        whole = 0, 0, page.frame.width, page.frame.height
        # A scan can have a line of text over it, such as a stamp with a name.
        places = _places([*segments, words.segment()] if words.text.strip() else segments, find)
    image = Image.frombytes("RGB", (picture.width, picture.height), pdf_scan.rgb(picture))
    boxes = [_times(p.box or whole, picture.scale) for p in places if isinstance(p, PagePlace)]
    return _glimpse(image, boxes, _said(PagePlace(number)))


def _times(box: Box, scale: float) -> Box:
    return box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale


def _said(place: Place) -> Both:
    return Both(place.said("zh"), place.said("en"))


def _pictured(document: Document) -> list[Segment]:
    return [segment for segment in document.segments if segment.pictured]


def _places(segments: Iterable[Segment], find: Find) -> list[Place]:
    """Where each character of what is found stands, and of the same values elsewhere."""
    held = [(s, find(s.text)) for s in segments]
    values = {f.text for _, found in held for f in found}
    return [
        segment.locate(at, at + 1)
        for segment, found in held
        for start, end in {*((f.start, f.end) for f in found), *_elsewhere(segment.text, values)}
        for at in range(start, end)
        if not segment.text[at].isspace()
    ]


def _elsewhere(text: str, values: Collection[str]) -> Iterator[tuple[int, int]]:
    for value in values:
        at = text.find(value)
        while at >= 0:
            yield at, at + len(value)
            at = text.find(value, at + len(value))


def _glimpse(image: Any, boxes: list[Box], said: Both) -> Glimpse:
    from PIL import ImageDraw  # noqa: PLC0415 - only where there are pictures

    boxes = _joined(boxes)
    # Before it is made smaller: afterwards an edge of a letter could be half in a pixel beside the box.
    burn(image, boxes)
    scale = min(1.0, _LONGEST / max(image.size))
    small = image.resize([max(1, round(n * scale)) for n in image.size], reducing_gap=2)
    draw = ImageDraw.Draw(small)
    for left, top, right, bottom in [*(_times(widened(b), scale) for b in boxes), *_codes(small)]:
        corners = int(left) - 1, int(top) - 1, int(right) + 1, int(bottom) + 1
        draw.rectangle(corners, fill=(0, 0, 0), outline=_EDGE)
    held = io.BytesIO()
    small.save(held, "JPEG", quality=_QUALITY, optimize=True)
    return Glimpse(said, held.getvalue(), *small.size)


def _codes(small: Any) -> list[Box]:
    """Where codes stand that can be read even of the small picture: one printed twice was told of once."""
    from sansi.check.extract.pictures import codes  # noqa: PLC0415 - loads the reader of codes

    return codes.boxes_of(small.convert("L"))


def _joined(boxes: list[Box]) -> list[Box]:
    """The boxes of characters as boxes of words: those that touch on a line, as one."""
    joined: list[Box] = []
    for box in sorted(boxes):
        for n, other in enumerate(joined):
            high = min(box[3] - box[1], other[3] - other[1])
            shared = min(box[3], other[3]) - max(box[1], other[1])
            if shared > high / 2 and box[0] - other[2] < high:
                lefts, tops, rights, bottoms = zip(box, other, strict=True)
                joined[n] = min(lefts), min(tops), max(rights), max(bottoms)
                break
        else:
            joined.append(box)
    return joined
