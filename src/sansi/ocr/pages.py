"""整页 · A whole picture: lines found, the page turned upright, each line read, boxes put back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np

from sansi.check.extract.reader import Character, Line
from sansi.check.place import Box
from sansi.ocr.closer import Closer
from sansi.ocr.detect import Quad, is_upright, lines_of, sides
from sansi.ocr.models import Models, Pixels
from sansi.ocr.recognise import Reading, Recogniser, cut

_SURE = 0.5
"""Below this it is a texture or a drawing, not words."""
_DOUBT = 0.97
"""Below this the longest lines are read upside down too: of digits alone, .88 is what a wrong way up can have."""
_TRIED = 4
_SAMPLE = 1200
_GRAINY, _SOFTER = 2.0, 0.8
"""Above this noise of the sensor a little blur helps: 82 instead of 70 of 108 identifiers on the worst photos."""


class Found(NamedTuple):
    """A line that was read, and where it stands."""

    quad: Quad
    reading: Reading


class Pages:
    """An `Ocr`: safe to be used by one thread at a time."""

    def __init__(self, models: Models) -> None:
        """Read with opened models."""
        self._detector = models.detector
        self._recogniser = Recogniser(models.recogniser)
        self._closer = Closer(self._recogniser)

    def read(self, rgb: bytes, width: int, height: int) -> Sequence[Line]:
        """The lines of a picture of `width` * `height` * 3 bytes, whichever way it is turned."""
        image = cv2.cvtColor(np.frombuffer(rgb, np.uint8).reshape(height, width, 3), cv2.COLOR_RGB2BGR)
        if _grain(image) > _GRAINY:
            image = cv2.GaussianBlur(image, (0, 0), _SOFTER)
        quads = lines_of(self._detector, image)
        quarter = 0
        if sum(max(sides(q)) * (1 if is_upright(q) else -1) for q in quads) > 0:
            quarter, image = 1, cv2.rotate(image, cv2.ROTATE_90_COUNTERCLOCKWISE)
            quads = lines_of(self._detector, image)
        if not quads:
            return ()
        first = self._first(image, quads)
        if first is None:
            quarter, image = quarter + 2, cv2.rotate(image, cv2.ROTATE_180)
            h, w = image.shape[:2]
            quads = [((w, h) - q)[[2, 3, 0, 1]].astype(np.float32) for q in reversed(quads)]
            first = {}
        found = [Found(q, self._line(image, q, first.get(n))) for n, q in enumerate(quads)]
        kept = [f for f in found if f.reading.sure >= _SURE and f.reading.text.strip()]
        return tuple(_line(f, quarter, width, height) for f in kept)

    def _first(self, image: Pixels, quads: list[Quad]) -> dict[int, Reading] | None:
        """The longest lines, read; None when they are read better upside down."""
        longest = sorted(range(len(quads)), key=lambda n: -sides(quads[n])[0])[:_TRIED]
        cuts = [cut(image, quads[n]) for n in longest]
        readings = [self._recogniser.read(c) for c in cuts]
        if sum(r.sure for r in readings) < _DOUBT * len(readings):
            flipped = [self._recogniser.read(cv2.rotate(c, cv2.ROTATE_180)) for c in cuts]
            if sum(r.sure for r in flipped) > sum(r.sure for r in readings):
                return None
        return dict(zip(longest, readings, strict=True))

    def _line(self, image: Pixels, quad: Quad, first: Reading | None) -> Reading:
        line = cut(image, quad)
        if not is_upright(quad):
            reading = first or self._recogniser.read(line)
            return self._closer.look(line, reading) if reading.sure >= _SURE else reading
        down = self._recogniser.read(cv2.rotate(line, cv2.ROTATE_90_COUNTERCLOCKWISE))
        up = self._recogniser.read(cv2.rotate(line, cv2.ROTATE_90_CLOCKWISE))
        if down.sure >= up.sure:
            return down
        # It reads from below: its beginning is at the bottom.
        return Reading(tuple(g._replace(at=1 - g.at) for g in up.glyphs))


def _centre(image: Pixels) -> Pixels:
    top, left = (max(0, n - _SAMPLE) // 2 for n in image.shape[:2])
    return image[top : top + _SAMPLE, left : left + _SAMPLE]


def _grain(image: Pixels) -> float:
    """How noisy the paper is, as a standard deviation in steps of 255 (after Immerkær 1996; the median skips letters)."""
    middle = _centre(image)[:, :, 1]
    kernel = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
    return float(np.median(np.abs(cv2.filter2D(middle, cv2.CV_16S, kernel)))) / 4.05


def _line(found: Found, quarter: int, width: int, height: int) -> Line:
    """A line with the box of each character in the picture as it was given."""
    glyphs = found.reading.glyphs
    upright = is_upright(found.quad)
    across, down = sides(found.quad)[::-1] if upright else sides(found.quad)
    half = down / across * 0.5 if across else 0.5
    middles = [g.at for g in glyphs]
    characters = []
    for n, glyph in enumerate(glyphs):
        around = [middles[m] for m in (n - 1, n + 1) if 0 <= m < len(glyphs)]
        before = max((m for m in around if m < glyph.at), default=glyph.at - 2 * half)
        after = min((m for m in around if m > glyph.at), default=glyph.at + 2 * half)
        left, right = (before + glyph.at) / 2, (after + glyph.at) / 2
        share = max(left, glyph.at - 2 * half, 0.0), min(right, glyph.at + 2 * half, 1.0)
        box = _box(found.quad, share, upright=upright)
        characters.append(Character(glyph.text, _unturned(box, quarter, width, height)))
    return Line(tuple(characters), found.reading.sure)


def _box(quad: Quad, share: tuple[float, float], *, upright: bool) -> Box:
    """The box around the part of a line from one share of its length to another."""
    tl, tr, br, bl = quad
    a, b = share
    if upright:
        corners = np.array([tl + (bl - tl) * a, tl + (bl - tl) * b, tr + (br - tr) * a, tr + (br - tr) * b])
    else:
        corners = np.array([tl + (tr - tl) * a, tl + (tr - tl) * b, bl + (br - bl) * a, bl + (br - bl) * b])
    left, top = corners.min(axis=0)
    right, bottom = corners.max(axis=0)
    return float(left), float(top), float(right), float(bottom)


def _unturned(box: Box, quarter: int, width: int, height: int) -> Box:
    """A box of the picture turned counter-clockwise `quarter` times, in the picture of `width` * `height`."""
    left, top, right, bottom = box
    if quarter == 1:
        left, top, right, bottom = width - bottom, left, width - top, right
    elif quarter == 2:
        left, top, right, bottom = width - right, height - bottom, width - left, height - top
    elif quarter == 3:
        left, top, right, bottom = top, height - right, bottom, height - left
    return max(0.0, left), max(0.0, top), min(float(width), right), min(float(height), bottom)
