"""TIFF 与 BMP 图片 · Written anew from their pixels, packed without loss; resolution and colours stay.

In TIFF what is said about a picture is woven into what makes it, and in BMP nothing tells where the picture ends.
Pillow turns a TIFF upright when it reads it: what says how it was held goes too, and it looks the same.
"""

from __future__ import annotations

import io
from typing import Any

from sansi.check.clean.cleaner import Cleaned, Cleaner, Order
from sansi.check.extract.budget import PIXELS, too_big
from sansi.check.extract.document import Unreadable
from sansi.check.extract.zips import DAMAGED
from sansi.check.model import Both

_ANEW = Both(
    "像素以外的全部信息（按原像素无损重写）", "everything but the pixels (written anew, without loss)"
)
_REFUSED = Both(
    "像素格式不常见，没法无损重写；请用原来的软件另存为 PNG 再清理",
    "holds pixels of an uncommon sort that cannot be written anew without loss: save it as PNG and clean that",
)


def _clean(data: bytes, order: Order) -> Cleaned:  # noqa: ARG001 - every cleaner is asked the same way
    from PIL import Image  # noqa: PLC0415 - cleaners of other formats start without it

    try:
        with Image.open(io.BytesIO(data), formats=("TIFF", "BMP")) as image:
            out = _written(image)
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(DAMAGED) from error
    return Cleaned(out, [_ANEW])


def _written(image: Any) -> bytes:
    frames: list[Any] = []
    kept: dict[str, Any] = {}
    pixels = 0
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        pixels += image.width * image.height
        if pixels > PIXELS:
            raise too_big(f"{PIXELS // 1_000_000} Mpx")
        if not number:
            kept = _said(image)
        # A copy knows nothing of the tags, which Pillow would write again.
        frames.append(image.copy())
        frames[-1].info = {}
    first, *rest = frames
    more = {"save_all": True, "append_images": rest} if rest else {}
    out = io.BytesIO()
    try:
        first.save(out, image.format, **kept, **more)
    except (OSError, ValueError, KeyError) as error:
        raise Unreadable(_REFUSED) from error
    return out.getvalue()


def _said(image: Any) -> dict[str, Any]:
    """What has to be said of the picture for it to look the same."""
    kept: dict[str, Any] = {}
    dpi = image.info.get("dpi")
    if dpi and all(dpi):
        kept["dpi"] = dpi
    if image.format != "TIFF":
        return kept
    if profile := image.info.get("icc_profile"):
        kept["icc_profile"] = profile
    kept["compression"] = "tiff_deflate"
    return kept


CLEANER = Cleaner(("tiff", "bmp"), _clean)
