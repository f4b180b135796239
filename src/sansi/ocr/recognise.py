"""认字 · What a line of text says, character by character, with where each stands (CTC, Graves et al. 2006)."""

from __future__ import annotations

import string
from typing import NamedTuple

import cv2
import numpy as np

from sansi.ocr.detect import Quad, sides
from sansi.ocr.models import Floats, Model, Pixels

_HEIGHT = 48
"""The height that the model was trained with."""
_STEP = 8
"""Pixels of that height to a column of what it says."""
_WIDEST = 3200
PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
KEPT = string.digits + string.ascii_uppercase + string.ascii_lowercase + "@._-·★" + PROVINCES
"""The characters of identifiers: for these the model's second thoughts are kept."""


class Glyph(NamedTuple):
    """A character of a line: `at` is its middle, from 0 to 1 of the width; `others` has a share for each of `KEPT`."""

    text: str
    at: float
    sure: float
    others: Floats


class Reading(NamedTuple):
    """What a line says."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """The characters together."""
        return "".join(g.text for g in self.glyphs)

    @property
    def sure(self) -> float:
        """How sure the model is, on average."""
        return sum(g.sure for g in self.glyphs) / len(self.glyphs) if self.glyphs else 0.0


def cut(image: Pixels, quad: Quad) -> Pixels:
    """The line as a picture of its own, straightened."""
    across, down = (max(1, round(side)) for side in sides(quad))
    corners = np.array([(0, 0), (across, 0), (across, down), (0, down)], np.float32)
    matrix = cv2.getPerspectiveTransform(quad, corners)
    return cv2.warpPerspective(
        image, matrix, (across, down), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )


class Recogniser:
    """Reads lines."""

    def __init__(self, model: Model) -> None:
        """Read with an opened model."""
        self._model = model
        self._characters = model.characters()
        classes = {c: n for n, c in enumerate(self._characters)}
        self._kept = np.array([classes[c] for c in KEPT])

    def read(self, line: Pixels, *, stretch: float = 1.0) -> Reading:
        """What `line` says; `stretch` makes it wider first, which parts digits that run together."""
        height, width = line.shape[:2]
        wide = int(np.clip(round(_HEIGHT * width / height * stretch), _STEP * 2, _WIDEST))
        shrunk = height > _HEIGHT and wide < width
        sized = cv2.resize(
            line, (wide, _HEIGHT), interpolation=cv2.INTER_AREA if shrunk else cv2.INTER_LINEAR
        )
        batch = (sized.astype(np.float32) / 127.5 - 1).transpose(2, 0, 1)[np.newaxis]
        return self._decoded(self._model(np.ascontiguousarray(batch))[0])

    def _decoded(self, shares: Floats) -> Reading:
        """The best character of each column; a run of the same one is one, unless a blank parts it."""
        best = shares.argmax(axis=1)
        changes = np.flatnonzero(np.diff(best, prepend=-1))
        ends = np.append(changes[1:], len(best))
        glyphs = []
        for start, end in zip(changes, ends, strict=True):
            text = self._characters[best[start]]
            if text:
                peak = start + int(shares[start:end, best[start]].argmax())
                glyphs.append(
                    Glyph(
                        text,
                        (start + end) / 2 / len(best),
                        float(shares[peak, best[start]]),
                        shares[peak, self._kept],
                    )
                )
        return Reading(tuple(glyphs))
