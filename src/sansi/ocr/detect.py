"""找字 · Where on a picture lines of text stand (differentiable binarisation, arXiv:1911.08947)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from sansi.ocr.models import Floats, Model, Pixels

Quad = npt.NDArray[np.float32]
"""Four corners of a line in pixels: top left, top right, bottom right, bottom left."""

LONG_SIDE = 960
"""The long side at which lines are looked for: as good as twice that, at a third of the cost (measured)."""
_LEAST = 32
_LONGEST_TILE = 1.6
"""A tall screenshot is looked at in tiles of at most this many times its width …"""
_LOWEST = 640
"""… and a page in tiles no higher than this, which takes a third less memory: 300 MB are for one of 960 * 960 …"""
_OVERLAP = 96
"""… that overlap by this many pixels of the reduced picture, more than a line is high."""
_INK, _LINE = 0.3, 0.5
_GROWN = 1.6
"""The model marks the core of a line; by how much it is grown is part of how it was trained."""
_MOST_LINES = 2000
_THREAD = 7
"""The core of a line of letters is hardly higher than this; what runs on level for many times as long is a line."""


def lines_of(detector: Model, image: Pixels, *, long_side: int = LONG_SIDE) -> list[Quad]:
    """The lines of text on `image`, from top to bottom."""
    height, width = image.shape[:2]
    scale = _scale(width, height, long_side)
    small = image
    if scale != 1:
        size = max(1, round(width * scale)), max(1, round(height * scale))
        small = cv2.resize(image, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    ink = _ink(detector, small)
    quads = [q / scale for q in _quads(ink)]
    return sorted(quads, key=lambda q: (float(q[:, 1].mean()), float(q[:, 0].mean())))


def _scale(width: int, height: int, long_side: int) -> float:
    short, long = sorted((width, height))
    reach = min(long, max(_LONGEST_TILE * short, long_side / 2))
    return min(1.0, long_side / reach)


def _ink(detector: Model, image: Pixels) -> Floats:
    """How surely each pixel is part of the core of a line, 0 to 1."""
    height, width = image.shape[:2]
    made = np.zeros((height, width), np.float32)
    for top, bottom in _tiles(height, _LOWEST):
        for left, right in _tiles(width, LONG_SIDE):
            tile = image[top:bottom, left:right]
            h, w = tile.shape[:2]
            # Letters that touch the edge are missed: a margin, up to what the model can halve five times.
            down, across = -(h + 8) % _LEAST + 8, -(w + 8) % _LEAST + 8
            padded = cv2.copyMakeBorder(tile, 4, down - 4, 4, across - 4, cv2.BORDER_REPLICATE)
            batch = (padded.astype(np.float32) / 127.5 - 1).transpose(2, 0, 1)[np.newaxis]
            there = detector(np.ascontiguousarray(batch))[0, 0, 4 : 4 + h, 4 : 4 + w]
            part = made[top:bottom, left:right]
            np.maximum(part, there, out=part)
    return made


def _tiles(length: int, most: int) -> Iterator[tuple[int, int]]:
    """Stretches of at most `most` that overlap and together cover `length`."""
    count = 1 if length <= most else -(-(length - _OVERLAP) // (most - _OVERLAP))
    size = -(-(length + (count - 1) * _OVERLAP) // count)
    for n in range(count):
        start = n * (size - _OVERLAP)
        yield start, min(length, start + size)


def _quads(ink: Floats) -> Iterator[Quad]:
    mask = cv2.dilate((ink > _INK).astype(np.uint8), np.ones((2, 2), np.uint8))
    contours, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    for contour in contours[:_MOST_LINES]:
        rectangle = cv2.minAreaRect(contour)
        if min(rectangle[1]) < 3:
            continue
        if _sureness(ink, cv2.boxPoints(rectangle)) >= _LINE:
            yield _grown(rectangle)
        elif min(rectangle[1]) > 2 * _THREAD:
            yield from _untangled(ink, mask, contour)


def _grown(rectangle: Any) -> Quad:
    middle, (w, h), angle = rectangle
    more = _GROWN * w * h / (w + h)
    return _ordered(cv2.boxPoints((middle, (w + more, h + more), angle)))


def _untangled(ink: Floats, mask: Any, contour: Any) -> Iterator[Quad]:
    """The level lines of a tangle: a watermark that crosses them ties them into one shape that is no line."""
    x, y, w, h = cv2.boundingRect(contour)
    alone = np.zeros((h, w), np.uint8)
    cv2.drawContours(alone, [np.subtract(contour, (x, y))], -1, 1, cv2.FILLED)
    alone &= mask[y : y + h, x : x + w]
    reach = int(np.clip(w / 4, 3 * _THREAD, 12 * _THREAD))
    level = cv2.morphologyEx(alone, cv2.MORPH_OPEN, np.ones((1, reach), np.uint8))
    contours, _ = cv2.findContours(level, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    for part in contours[:_MOST_LINES]:
        rectangle = cv2.minAreaRect(np.add(part, (x, y)))
        if min(rectangle[1]) >= 3 and _sureness(ink, cv2.boxPoints(rectangle)) >= _LINE:
            yield _grown(rectangle)


def _sureness(ink: Floats, corners: Any) -> float:
    height, width = ink.shape
    left, top = np.clip(np.floor(corners.min(axis=0)).astype(int), 0, (width - 1, height - 1))
    right, bottom = np.clip(np.ceil(corners.max(axis=0)).astype(int), 0, (width - 1, height - 1))
    mask = np.zeros((bottom - top + 1, right - left + 1), np.uint8)
    cv2.fillPoly(mask, [(corners - (left, top)).astype(np.int32)], 1)
    return float(cv2.mean(ink[top : bottom + 1, left : right + 1], mask)[0])


def _ordered(corners: Any) -> Quad:
    """The corners from the top left one, clockwise, of a rectangle that leans by less than half a right angle."""
    by_x = corners[np.argsort(corners[:, 0], kind="stable")]
    left, right = by_x[:2], by_x[2:]
    top_left, bottom_left = left[np.argsort(left[:, 1], kind="stable")]
    top_right, bottom_right = right[np.argsort(right[:, 1], kind="stable")]
    return np.array([top_left, top_right, bottom_right, bottom_left], np.float32)


def sides(quad: Quad) -> tuple[float, float]:
    """Width and height of a line."""
    across = max(np.linalg.norm(quad[0] - quad[1]), np.linalg.norm(quad[3] - quad[2]))
    down = max(np.linalg.norm(quad[0] - quad[3]), np.linalg.norm(quad[1] - quad[2]))
    return float(across), float(down)


def is_upright(quad: Quad) -> bool:
    """Whether its characters stand one below the other, or the page is turned."""
    across, down = sides(quad)
    return down >= 1.5 * across
