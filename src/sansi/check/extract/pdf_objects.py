"""页面对象 · What a PDF page draws, in the order in which it is drawn: texts, shapes, images."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2.raw as raw

from sansi.check.extract import pdfium
from sansi.check.place import Box

MOST = 100_000
"""Objects of a page that are looked at; a map of a whole city has fewer."""
_DEEP = 12
_THIN = 3.0
"""Points: rules, borders and underlines are thinner, and hide no letter."""
OPAQUE = 230
"""Alpha from which on nothing is read through a shape."""

Matrix = tuple[float, float, float, float, float, float]


class Text(NamedTuple):
    """A text object; `box` as left, bottom, right, top of the page; `size` of its letters only if very small."""

    order: int
    handle: int
    box: Box
    color: tuple[int, int, int]
    alpha: int
    mode: int
    size: float


class Shape(NamedTuple):
    """A filled or thickly drawn shape, or an image (`color` None: of many colours)."""

    order: int
    box: Box
    color: tuple[int, int, int] | None
    image: bool


class Image(NamedTuple):
    """An image object and its box."""

    handle: int
    box: Box


@dataclass
class Drawn:
    """What a page draws; `paths` counts all of its paths; `cut` when there were too many objects."""

    texts: list[Text] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    paths: int = 0
    cut: bool = False


_L, _B, _R, _T = (ctypes.c_float() for _ in range(4))
_BOUNDS = tuple(ctypes.byref(x) for x in (_L, _B, _R, _T))
_RED, _GREEN, _BLUE, _ALPHA = (ctypes.c_uint() for _ in range(4))
_COLOR = tuple(ctypes.byref(x) for x in (_RED, _GREEN, _BLUE, _ALPHA))
_NUMBER, _FILL, _STROKE = ctypes.c_float(), ctypes.c_int(), ctypes.c_int()


def drawn(page: pdfium.Page, *, modes: bool) -> Drawn:
    """Everything that `page` draws, also inside form objects; `modes`: ask for text render modes too."""
    walk = _Walk(modes)
    handle = page.handle
    get, last = pdfium.get_object, pdfium.count_objects(handle)
    for index in range(min(last, MOST)):
        walk.one(get(handle, index), None, 0)
    walk.found.cut = walk.found.cut or last > MOST
    return walk.found


class _Walk:
    def __init__(self, modes: bool) -> None:  # noqa: FBT001 - private, and its only argument
        self.found = Drawn()
        self.modes = modes
        self.order = 0

    def one(self, handle: int, matrix: Matrix | None, depth: int) -> None:
        """Note one object; `matrix` brings its coordinates to the page's."""
        self.order += 1
        kind = pdfium.object_type(handle)
        if kind == pdfium.TEXT:
            self._text(handle, matrix)
        elif kind == pdfium.PATH:
            self._path(handle, matrix)
        elif kind == pdfium.IMAGE:
            box = _bounds(handle, matrix)
            self.found.images.append(Image(handle, box))
            self.found.shapes.append(Shape(self.order, box, None, image=True))
        elif kind == pdfium.SHADING:
            self.found.shapes.append(Shape(self.order, _bounds(handle, matrix), None, image=False))
        elif kind == pdfium.FORM:
            self._form(handle, matrix, depth)

    def _text(self, handle: int, matrix: Matrix | None) -> None:
        box = _bounds(handle, matrix)
        pdfium.fill_color(handle, *_COLOR)
        color = (_RED.value, _GREEN.value, _BLUE.value)
        mode = pdfium.render_mode(handle) if self.modes else 0
        if mode == 1:
            pdfium.stroke_color(handle, *_COLOR)
            color = (_RED.value, _GREEN.value, _BLUE.value)
        size = _size(handle, matrix) if box[3] - box[1] < 2 else 9.0
        self.found.texts.append(Text(self.order, handle, box, color, _ALPHA.value, mode, size))

    def _path(self, handle: int, matrix: Matrix | None) -> None:
        self.found.paths += 1
        box = _bounds(handle, matrix)
        if box[2] - box[0] < _THIN or box[3] - box[1] < _THIN:
            return
        pdfium.draw_mode(handle, ctypes.byref(_FILL), ctypes.byref(_STROKE))
        if _FILL.value:
            pdfium.fill_color(handle, *_COLOR)
        else:
            # A line as thick as a letter is high is a marker's stroke.
            pdfium.stroke_width(handle, ctypes.byref(_NUMBER))
            if not _STROKE.value or _NUMBER.value * _scale(handle, matrix) < _THIN:
                return
            pdfium.stroke_color(handle, *_COLOR)
        if _ALPHA.value >= OPAQUE:
            color = (_RED.value, _GREEN.value, _BLUE.value)
            self.found.shapes.append(Shape(self.order, box, color, image=False))

    def _form(self, handle: int, matrix: Matrix | None, depth: int) -> None:
        if depth > _DEEP:
            self.found.cut = True
            return
        inner = _product(_matrix(handle), matrix)
        for index in range(pdfium.count_inner(handle)):
            if self.order > MOST:
                self.found.cut = True
                return
            self.one(pdfium.get_inner(handle, index), inner, depth + 1)


def _bounds(handle: int, matrix: Matrix | None) -> Box:
    if not pdfium.object_bounds(handle, *_BOUNDS):
        return (0.0, 0.0, 0.0, 0.0)
    box = (_L.value, _B.value, _R.value, _T.value)
    return _moved(box, matrix) if matrix else box


def _moved(box: Box, m: Matrix) -> Box:
    xs = [m[0] * x + m[2] * y + m[4] for x in (box[0], box[2]) for y in (box[1], box[3])]
    ys = [m[1] * x + m[3] * y + m[5] for x in (box[0], box[2]) for y in (box[1], box[3])]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix(handle: int) -> Matrix:
    held = raw.FS_MATRIX()
    if not pdfium.object_matrix(handle, ctypes.byref(held)):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return held.a, held.b, held.c, held.d, held.e, held.f


def _product(m: Matrix, n: Matrix | None) -> Matrix:
    """First `m`, then `n`."""
    if n is None:
        return m
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _scale(handle: int, matrix: Matrix | None) -> float:
    """How much the matrix of an object, in that of its form, makes it bigger: by area."""
    m = _product(_matrix(handle), matrix)
    return float(abs(m[0] * m[3] - m[1] * m[2]) ** 0.5)


def _size(handle: int, matrix: Matrix | None) -> float:
    """The size of letters in points of the page."""
    pdfium.font_size(handle, ctypes.byref(_NUMBER))
    return abs(_NUMBER.value) * _scale(handle, matrix)
