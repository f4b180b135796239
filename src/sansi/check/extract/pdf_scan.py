"""扫描页 · Pages that are pictures: drawn, read by the OCR that is at hand, codes looked for."""

from __future__ import annotations

from collections.abc import Iterator

from sansi.check.extract import pdf_pictures, pdfium
from sansi.check.extract.document import Locate, Segment
from sansi.check.extract.pdf_file import Frame, Page
from sansi.check.extract.pdf_objects import Drawn, Image
from sansi.check.extract.pdf_pixels import Picture, draw
from sansi.check.extract.reader import Ocr
from sansi.check.place import Box, PagePlace, Place

_LONGEST = 2_000
_SHARPEST = 300 / 72
_FEW = 32
_HARDLY = 8
_MANY_PATHS = 30


def is_picture(text: str, found: Drawn, frame: Frame) -> bool:
    """Whether what a person reads on the page is not in its text: a scan, a photo, words made outlines."""
    letters = 0
    for letter in text:
        letters += letter.isalnum()
        if letters >= _FEW:
            return False
    area = frame.width * frame.height
    covered = sum((i.box[2] - i.box[0]) * (i.box[3] - i.box[1]) for i in found.images) / area
    if covered >= 0.4:
        return True
    return letters < _HARDLY and (covered >= 0.02 or found.paths >= _MANY_PATHS)


def fills(image: Image, frame: Frame) -> bool:
    """Whether an image fills half of the page or more: it is the scan itself."""
    left, bottom, right, top = image.box
    return bool((right - left) * (top - bottom) >= frame.width * frame.height / 2)


def with_facts(images: list[Image]) -> list[Image]:
    """The photos that still carry what the camera noted: only as files can that be read."""
    return [image for image in images if b"Exif\0\0" in pdf_pictures.head(image.handle)]


def drawn_for_reading(page: Page) -> Picture:
    """The page in colours, as big as the OCR reads well."""
    return draw(page, min(_SHARPEST, _LONGEST / max(page.frame.width, page.frame.height)), pdfium.BGR)


def read(picture: Picture, number: int, ocr: Ocr) -> list[Segment]:
    """The words of a drawn page, counted from 0, as a segment whose boxes are points of the page."""
    from sansi.check.extract.pictures import printed  # noqa: PLC0415 - only pages that are pictures need it

    def place(box: Box) -> Place:
        left, top, right, bottom = (x / picture.scale for x in box)
        return PagePlace(number + 1, (left, top, right, bottom))

    return printed.segment_of(ocr.read(rgb(picture), picture.width, picture.height), place)


def codes(picture: Picture, number: int) -> Iterator[Segment]:
    """What the bar codes on a drawn page say."""
    import zxingcpp  # noqa: PLC0415 - only pages that are pictures need it

    view = _view(picture)
    for code in zxingcpp.read_barcodes(view):
        if not code.text:
            continue
        at = code.position
        corners = [at.top_left, at.top_right, at.bottom_right, at.bottom_left]
        xs, ys = [c.x / picture.scale for c in corners], [c.y / picture.scale for c in corners]
        place = PagePlace(number + 1, (min(xs), min(ys), max(xs), max(ys)), "code")
        yield Segment(code.text, _fixed(place), pictured=True)


def _fixed(place: Place) -> Locate:
    return lambda _start, _end: place


def _view(picture: Picture) -> memoryview:
    if picture.stride >= picture.width * 3:
        return memoryview(rgb(picture)).cast("B", (picture.height, picture.width, 3))
    rows = b"".join(
        picture.data[y * picture.stride : y * picture.stride + picture.width] for y in range(picture.height)
    )
    return memoryview(rows).cast("B", (picture.height, picture.width))


def rgb(picture: Picture) -> bytes:
    """The rows of a picture in colours without their padding, red first."""
    row = picture.width * 3
    data = bytearray(
        picture.data
        if row == picture.stride
        else b"".join(
            picture.data[y * picture.stride : y * picture.stride + row] for y in range(picture.height)
        )
    )
    data[0::3], data[2::3] = data[2::3], data[0::3]
    return bytes(data)
