"""图上遮盖 · Where on a picture the words stand that have to go, and boxes burnt into its pixels there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sansi.check.blackout.task import Task
from sansi.check.extract.document import Segment
from sansi.check.extract.pictures import codes, printed
from sansi.check.place import Box, ImagePlace

_MARGIN = 0.15
"""Of the height of a line, on every side: what stands out of a box can tell letters apart."""
_LEAST = 2.0


def boxes_in(image: Any, task: Task) -> list[Box]:
    """The boxes, in pixels of an upright RGB picture, of all that has to go from it."""
    segments = list(codes.segments_of(image.convert("L"), ImagePlace))
    if task.ocr is not None:
        segments += printed.segment_of(task.ocr.read(image.tobytes(), *image.size), ImagePlace)
    return [box for segment in segments for box in _of(segment, task)]


def _of(segment: Segment, task: Task) -> Iterable[Box]:
    for cut in task.cuts(segment.text):
        line: list[Box] = []
        for at in range(cut.start, cut.end):
            place = segment.locate(at, at + 1)
            box = getattr(place, "box", None)
            if segment.text[at].isspace() or box is None:
                continue
            if line and not _level(line[-1], box):
                yield _around(line)
                line = []
            line.append(box)
        if line:
            yield _around(line)


def _level(one: Box, other: Box) -> bool:
    """Whether two boxes stand side by side: half of the lower one's height at least, and not far from each other."""
    high = min(one[3] - one[1], other[3] - other[1])
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > 0.5 * high and other[0] - one[2] < 6 * max(high, 1.0)


def _around(boxes: list[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def widened(box: Box) -> Box:
    """A box with a margin."""
    by = max(_LEAST, _MARGIN * min(box[3] - box[1], box[2] - box[0]))
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def burn(image: Any, boxes: Iterable[Box]) -> None:
    """Paint over `boxes` of a picture, in black."""
    from PIL import ImageDraw  # noqa: PLC0415 - few files are pictures

    draw = ImageDraw.Draw(image)
    black: Any = 0 if len(image.getbands()) == 1 else (0,) * len(image.getbands())
    if image.mode in ("RGBA", "LA", "CMYK"):
        black = {"RGBA": (0, 0, 0, 255), "LA": (0, 255), "CMYK": (0, 0, 0, 255)}[image.mode]
    for box in boxes:
        left, top, right, bottom = widened(box)
        draw.rectangle((int(left), int(top), int(right) + 1, int(bottom) + 1), fill=black)
