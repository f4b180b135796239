"""页面对象 · What a PDF page draws, in the order in which it is drawn: texts, shapes, images."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from sansi.check.extract import pdfium
from sansi.check.extract.pdf_file import Page
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


def drawn(page: Page, *, modes: bool) -> Drawn:
    """Everything that `page` draws, also inside form objects; `modes`: ask for text render modes too."""
    walk = _Walk(modes=modes)
    handle = page.handle
    get, last = pdfium.get_object, pdfium.count_objects(handle)
    for index in range(min(last, MOST)):
        walk.one(get(handle, index), None, 0)
    walk.found.cut = walk.found.cut or last > MOST
    return walk.found


class _Walk:
    def __init__(self, *, modes: bool) -> None:
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
        mode = pdfium.render_mode(handle) if self.modes else 0
        red, green, blue, alpha = pdfium.drawn_with(handle) if mode == 1 else pdfium.filled_with(handle)
        size = 9.0 if box[3] - box[1] >= 2 else pdfium.size_of_letters(handle) * _scale(handle, matrix)
        self.found.texts.append(Text(self.order, handle, box, (red, green, blue), alpha, mode, abs(size)))

    def _path(self, handle: int, matrix: Matrix | None) -> None:
        self.found.paths += 1
        box = _bounds(handle, matrix)
        if box[2] - box[0] < _THIN or box[3] - box[1] < _THIN:
            return
        filled, lined = pdfium.ways_of_drawing(handle)
        # A line as thick as a letter is high is a marker's stroke.
        if not filled and not (lined and pdfium.line_width(handle) * _scale(handle, matrix) >= _THIN):
            return
        red, green, blue, alpha = pdfium.filled_with(handle) if filled else pdfium.drawn_with(handle)
        if alpha >= OPAQUE:
            self.found.shapes.append(Shape(self.order, box, (red, green, blue), image=False))

    def _form(self, handle: int, matrix: Matrix | None, depth: int) -> None:
        if depth > _DEEP:
            self.found.cut = True
            return
        inner = _product(pdfium.matrix(handle), matrix)
        for index in range(pdfium.count_inner(handle)):
            if self.order > MOST:
                self.found.cut = True
                return
            self.one(pdfium.get_inner(handle, index), inner, depth + 1)


def _bounds(handle: int, matrix: Matrix | None) -> Box:
    box = pdfium.bounds(handle)
    return _moved(box, matrix) if matrix else box


def _moved(box: Box, m: Matrix) -> Box:
    xs = [m[0] * x + m[2] * y + m[4] for x in (box[0], box[2]) for y in (box[1], box[3])]
    ys = [m[1] * x + m[3] * y + m[5] for x in (box[0], box[2]) for y in (box[1], box[3])]
    return min(xs), min(ys), max(xs), max(ys)


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
    m = _product(pdfium.matrix(handle), matrix)
    return float(abs(m[0] * m[3] - m[1] * m[2]) ** 0.5)
