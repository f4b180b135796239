"""缩略图 · Small pictures kept inside a picture, which may show what was cut away or covered later."""

from __future__ import annotations

import io
from typing import Any

from sansi.check.extract.document import Document, Embedded, Fact
from sansi.check.extract.pictures.pixels import difference, looks
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace

_SAME = 7.0
"""Steps of 255: thumbnails of the same picture differ by 1 to 4, of one with a line covered by 8 to 25 (measured)."""
_SHAPE = 0.06


def compare(name: str, preview: bytes, picture: Any, document: Document) -> None:
    """Note in `document` a preview of the upright or stored `picture`, as a hint if it shows the same."""
    where = FieldPlace(name)
    small = _opened(preview)
    if small is None:
        said = Both("文件里有读不出的缩略图", "the file holds a thumbnail that cannot be read")
        document.facts.append(Fact("meta-thumbnail", where, said, "", Confidence.POSSIBLE))
    elif picture is not None and _alike(small, picture):
        said = Both(
            "文件里有一张与画面相同的缩略图", "the file holds a thumbnail that shows the same as the picture"
        )
        document.facts.append(Fact("meta-thumbnail", where, said, "", Confidence.POSSIBLE))
    else:
        said = Both(
            "文件里的缩略图与画面不同，可能是裁剪、涂盖以前的样子",
            "the file holds a thumbnail unlike the picture: perhaps how it was before it was cropped or covered",
        )
        size = f"{small.width}x{small.height}"
        document.facts.append(Fact("meta-thumbnail", where, said, size))
        document.embedded.append(Embedded(name, preview, optional=True))


def _opened(preview: bytes) -> Any:
    from PIL import Image  # noqa: PLC0415 - readers of other formats start without it

    try:
        small = Image.open(io.BytesIO(preview), formats=["JPEG", "MPO", "PNG", "TIFF", "BMP"])
        if small.width * small.height > 4_000_000:
            small.draft("L", (1000, 1000))
        return small.convert("L")
    except Exception:  # noqa: BLE001 - whatever a damaged thumbnail makes Pillow raise: the caller says it
        return None


def _alike(small: Any, picture: Any) -> bool:
    """Whether both show the same, whichever way they are turned and whatever bars were put around."""
    small = _without_bars(small)
    large = picture.convert("L")
    for turns in range(4):
        shape = (small.width / small.height) / (large.width / large.height)
        if abs(shape - 1) < _SHAPE and difference(looks(small), looks(large)) < _SAME:
            return True
        if turns < 3:
            small = small.rotate(90, expand=True)
    return False


def _without_bars(small: Any) -> Any:
    """Cameras put black bars around a thumbnail whose shape differs from 4:3."""
    box = small.point(lambda v: 255 if v > 40 else 0).getbbox()
    return (
        small.crop(box)
        if box and (box[2] - box[0]) * (box[3] - box[1]) * 2 > small.width * small.height
        else small
    )
