"""像素 · The frames of a picture, upright and of a size that can be read, within the limits."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

from sansi.check.extract.budget import PIXELS
from sansi.check.place import Box, ImagePlace

READ_AT = 9_000_000
"""Pixels at which a picture is read; letters of an A3 page at 8 points are then still 23 pixels high."""
MOST_FRAMES = 100
_FORMATS = {
    "jpeg": ["JPEG", "MPO"], "png": ["PNG"], "webp": ["WEBP"], "tiff": ["TIFF"], "gif": ["GIF"],
    "bmp": ["BMP", "DIB"], "heic": ["AVIF"],
}  # fmt: skip
_LOOK = 64
_MOVED = 6.0


class TooBig(Exception):  # noqa: N818 - what it is
    """More pixels than are read."""


class Frame(NamedTuple):
    """A frame as it is looked at: `image` is RGB and upright; `width` and `height` are those of the file."""

    image: Any
    number: int
    width: int
    height: int
    orientation: int

    def place(self, box: Box, part: str = "body") -> ImagePlace:
        """The place of a box of `image`, in the pixels of the file."""
        turned = self.orientation >= 5
        across, down = (self.height, self.width) if turned else (self.width, self.height)
        right, low = across / self.image.width, down / self.image.height
        wide = box[0] * right, box[1] * low, box[2] * right, box[3] * low
        stored = _stored(wide, self.orientation, across, down)
        return ImagePlace(stored, self.number, self.width, self.height, part, self.orientation)


def _stored(box: Box, orientation: int, across: int, down: int) -> Box:
    """A box of the upright picture of `across` * `down` where the file has it (Exif 3.0, 4.6.5.1.6)."""
    left, top, right, bottom = box
    if orientation in {2, 3, 6, 7}:
        left, right = across - right, across - left
    if orientation in {3, 4, 7, 8}:
        top, bottom = down - bottom, down - top
    if orientation >= 5:
        left, top, right, bottom = top, left, bottom, right
    return left, top, right, bottom


def opened(data: bytes, kind: str) -> Any:
    """The Pillow image of a file, not yet decoded; raises TooBig, or whatever Pillow raises."""
    from PIL import Image  # noqa: PLC0415 - readers of other formats start without it

    if kind == "heic" and data[8:12] != b"avif":
        return _heif(data)
    try:
        image = Image.open(io.BytesIO(data), formats=_FORMATS[kind])
    except Image.DecompressionBombError:
        raise TooBig from None
    if image.width * image.height > PIXELS:
        raise TooBig
    return image


def _heif(data: bytes) -> Any:
    import pi_heif  # noqa: PLC0415 - few pictures are of this kind

    held = pi_heif.open_heif(io.BytesIO(data), convert_hdr_to_8bit=True)
    if held.size[0] * held.size[1] > PIXELS:
        raise TooBig
    image = held.to_pillow()
    image.info.update({k: v for k, v in held.info.items() if k in {"exif", "xmp"}})
    return image


def frames_of(image: Any, orientation: int) -> Iterator[Frame]:
    """The frames that differ from the one before, upright; at most `MOST_FRAMES` are looked at."""
    before = None
    for number in range(1, min(getattr(image, "n_frames", 1), MOST_FRAMES) + 1):
        if number > 1:
            image.seek(number - 1)
            if image.width * image.height > PIXELS:
                raise TooBig
        width, height = image.size
        if number == 1 and image.format == "JPEG":
            share = (READ_AT / (width * height)) ** 0.5
            if share < 0.5:
                image.draft("RGB", (int(width * share), int(height * share)))
        shown = _upright(_flat(_smaller(image)), orientation)
        look = looks(shown)
        if before is None or difference(before, look) > _MOVED:
            yield Frame(shown, number, width, height, orientation)
            before = look


def _smaller(image: Any) -> Any:
    share = (READ_AT / (image.width * image.height)) ** 0.5
    if share >= 1:
        return image
    if image.mode in {"1", "P"}:
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    return image.resize([max(1, int(n * share)) for n in image.size], reducing_gap=2)


def _flat(image: Any) -> Any:
    """In red, green and blue; what is transparent lies on white, or on black where the ink is white."""
    from PIL import Image, ImageStat  # noqa: PLC0415 - as above

    if image.mode.startswith(("I", "F")):
        low, high = image.getextrema()
        scale = 255 / (high - low) if high > low else 1
        return image.convert("F").point(lambda v: (v - low) * scale).convert("L").convert("RGB")
    if image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info:
        image = image.convert("RGBA")
        alpha = image.getchannel("A")
        light = ImageStat.Stat(image.convert("L"), alpha).mean[0] if alpha.getextrema()[1] else 0
        paper = Image.new("RGB", image.size, (0, 0, 0) if light > 200 else (255, 255, 255))
        paper.paste(image, mask=alpha)
        return paper
    return image.convert("RGB") if image.mode != "RGB" else image.copy()


def _upright(image: Any, orientation: int) -> Any:
    from PIL import Image  # noqa: PLC0415 - as above

    turn = Image.Transpose
    method = {
        2: turn.FLIP_LEFT_RIGHT, 3: turn.ROTATE_180, 4: turn.FLIP_TOP_BOTTOM, 5: turn.TRANSPOSE,
        6: turn.ROTATE_270, 7: turn.TRANSVERSE, 8: turn.ROTATE_90,
    }.get(orientation)  # fmt: skip
    return image.transpose(method) if method is not None else image


def looks(image: Any) -> Any:
    """A tiny grey copy by which pictures are compared."""
    return image.convert("L").resize((_LOOK, _LOOK), reducing_gap=2)


def difference(one: Any, other: Any) -> float:
    """How far two tiny copies differ, in steps of 255: less than 6 after another compression."""
    from PIL import ImageChops, ImageStat  # noqa: PLC0415 - as above

    return float(ImageStat.Stat(ImageChops.difference(one, other)).rms[0])
