"""图片 · Boxes burnt into the pixels of a picture where something has to go, and all that is said beside them left out."""

from __future__ import annotations

import io
from typing import Any

from sansi.check.blackout.burning import boxes_in, burn
from sansi.check.blackout.task import Blackout, Task
from sansi.check.extract.document import Unreadable
from sansi.check.extract.pictures import pixels
from sansi.check.model import Both

_DAMAGED = Both("图片已损坏；请重新取得一份", "is a damaged picture: get it anew")
_BIG = Both("图片超过 4000 万像素；请缩小再遮盖", "has more than 40 million pixels: make it smaller first")
_MANY = Both("动图或多页图片帧数太多；请拆开再遮盖", "has too many frames: split it first")
_LOOKS = 3
_BURNT = Both("图片里涂黑在像素上", "in pictures, boxes were burnt into the pixels")
_AS_PNG = Both("HEIC 写不回去，遮盖后是 PNG 格式", "HEIC cannot be written, so what is written is a PNG")


def _black_out(data: bytes, task: Task) -> bytes:
    from sansi.check.extract.kinds import kind_of  # noqa: PLC0415 - small

    kind = kind_of(data)
    try:
        image = pixels.opened(data, kind)
        frames = _frames(image)
    except pixels.TooBig:
        raise Unreadable(_BIG) from None
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(_DAMAGED) from error
    changed = False
    for frame in frames:
        changed = _burnt(frame, task) or changed
    if changed:
        task.say(_BURNT)
    # Where nothing has to go, its pixels stay bit by bit: the cleaner takes care of the rest.
    return _written(image, frames, kind, task) if changed else data


def _frames(image: Any) -> list[Any]:
    """The frames of a picture, upright, with all of their pixels."""
    from PIL import ImageOps  # noqa: PLC0415 - few files are pictures

    count = getattr(image, "n_frames", 1)
    if image.format == "MPO":
        count = 1
    if count > pixels.MOST_FRAMES:
        raise Unreadable(_MANY)
    frames = []
    for number in range(count):
        if count > 1:
            image.seek(number)
        image.load()
        frame = image.copy()
        if frame.mode in ("1", "P", "PA", "I;16", "I", "F", "La", "RGBa", "YCbCr", "LAB", "HSV"):
            frame = frame.convert(
                "RGBA" if "transparency" in image.info or frame.mode in ("PA", "La", "RGBa") else "RGB"
            )
        frames.append(ImageOps.exif_transpose(frame))
    return frames


def _burnt(frame: Any, task: Task) -> bool:
    """Burn boxes into a frame until nothing has to go any more; whether there was anything."""
    changed = False
    for _ in range(_LOOKS):
        look = pixels._flat(pixels._smaller(frame))
        across, down = frame.width / look.width, frame.height / look.height
        boxes = [(a * across, b * down, c * across, d * down) for a, b, c, d in boxes_in(look, task)]
        if not boxes:
            break
        burn(frame, boxes)
        changed = True
    return changed


def _written(image: Any, frames: list[Any], kind: str, task: Task) -> bytes:
    out = io.BytesIO()
    first, more = frames[0], frames[1:]
    for frame in frames:
        frame.info = {}
    if kind == "jpeg":
        if first.mode not in ("L", "RGB", "CMYK"):
            first = first.convert("RGB")
        tables = getattr(image, "quantization", None)
        # With its own tables what is not burnt is hardly changed by being packed once more.
        how: dict[str, Any] = {"qtables": tables} if tables and len(tables) <= 4 else {"quality": 95}
        first.save(out, "JPEG", optimize=True, **how)
    elif kind == "webp":
        first.save(out, "WEBP", lossless=True, save_all=bool(more), append_images=more)
    elif kind == "tiff":
        first.save(out, "TIFF", compression="tiff_adobe_deflate", save_all=bool(more), append_images=more)
    elif kind == "gif":
        first.convert("RGB").save(
            out, "GIF", save_all=bool(more), append_images=[m.convert("RGB") for m in more],
            duration=image.info.get("duration", 100), loop=image.info.get("loop", 0),
        )  # fmt: skip
    elif kind == "bmp":
        first.convert("RGB").save(out, "BMP")
    else:
        if kind == "heic":
            task.say(_AS_PNG)
        first.save(out, "PNG", optimize=True)
    return out.getvalue()


BLACKOUT = Blackout(("jpeg", "png", "webp", "tiff", "gif", "bmp", "heic"), _black_out)
