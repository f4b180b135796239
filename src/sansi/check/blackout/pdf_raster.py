"""PDF 页变图片 · A page as nothing but its picture with boxes burnt in: where glyphs cannot be told apart for certain."""

from __future__ import annotations

import io
from typing import Any

import pikepdf

from sansi.check.blackout.burning import boxes_in, burn
from sansi.check.blackout.task import Task
from sansi.check.extract import pdfium
from sansi.check.extract.pdf_file import Page
from sansi.check.extract.pdf_pixels import Picture, draw
from sansi.check.place import Box

_SHARP = 200 / 72
_MOST_PIXELS = 9_000_000
_QUALITY = 90


def picture_of(page: Page) -> Any:
    """The page drawn at 200 dots an inch, fewer where it is huge, as a Pillow image; and pixels a point."""
    area = page.frame.width * page.frame.height
    scale = min(_SHARP, (_MOST_PIXELS / area) ** 0.5)
    return _image(draw(page, scale, pdfium.BGR, notes=False)), scale


def _image(picture: Picture) -> Any:
    from PIL import Image  # noqa: PLC0415 - most pages stay what they are

    size = picture.width, picture.height
    return Image.frombuffer("RGB", size, bytes(picture.data), "raw", "BGR", picture.stride, 1).copy()


def replace(pdf: Any, target: Any, page: Page, boxes: list[Box], task: Task) -> None:
    """Make `target`, a page of `pdf`, the picture of `page`, burnt where `boxes` (points, as shown) are.

    What else has to go is looked for in the picture itself, where anybody can read it.
    """
    image, scale = picture_of(page)
    burn(image, [(a * scale, b * scale, c * scale, d * scale) for a, b, c, d in boxes])
    for _ in range(2):
        more = boxes_in(image, task)
        burn(image, more)
        if not more:
            break
    width, height = page.frame.width, page.frame.height
    for key in list(target.keys()):
        if key not in ("/Type", "/Parent"):
            del target[key]
    target.MediaBox = pikepdf.Array([0, 0, round(width, 2), round(height, 2)])
    target.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=_stream(pdf, image)))
    drawing = f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /Im0 Do Q".encode()
    target.Contents = pdf.make_stream(drawing)


def _stream(pdf: Any, image: Any) -> Any:
    out = io.BytesIO()
    grey = image.convert("L")
    if all(low == high == 0 for low, high in _chroma(image)):
        image = grey
    image.save(out, "JPEG", quality=_QUALITY)
    stream = pdf.make_stream(out.getvalue())
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width, stream.Height = image.size
    stream.ColorSpace = pikepdf.Name.DeviceGray if image.mode == "L" else pikepdf.Name.DeviceRGB
    stream.BitsPerComponent = 8
    stream.Filter = pikepdf.Name.DCTDecode
    return stream


def _chroma(image: Any) -> list[Any]:
    """How far the colours of a picture are from grey, at least and at most."""
    from PIL import ImageChops  # noqa: PLC0415 - as above

    red, green, blue = image.split()
    return [ImageChops.difference(red, green).getextrema(), ImageChops.difference(green, blue).getextrema()]
