"""版式页面 · The words of one page of an OFD, put into lines by where they stand (GB/T 33190 8, 11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sansi.check.extract.document import Fact, Weave
from sansi.check.extract.xmls import Element, local
from sansi.check.model import Both, Confidence
from sansi.check.place import Box, PagePlace

_POINTS = 72 / 25.4
_COVERED = Both(
    "有图形盖住的文字，仍能选中、复制", "text under a shape, which can still be selected and copied"
)
_UNSEEN = Both("页面上不显示、文件里有的文字", "text that is in the file but not shown on the page")
_GRAPHICS = frozenset({"PathObject", "ImageObject", "CompositeObject"})


class Word(NamedTuple):
    """A stretch of text on a page, its box in millimetres, how big, and whether it is seen."""

    text: str
    box: Box
    size: float
    order: int
    seen: bool
    part: str


class Cover(NamedTuple):
    """A filled shape, and when it was drawn."""

    box: Box
    order: int


class Sheet:
    """The words, shapes and pictures of a page, in the order in which they are drawn."""

    def __init__(self, number: int) -> None:
        """Begin an empty page."""
        self.number = number
        self.words: list[Word] = []
        self.covers: list[Cover] = []
        self.graphics = 0
        self.glyphs = 0
        self._order = 0

    def draw(self, root: Element, part: str = "body", shift: tuple[float, float] = (0, 0)) -> None:
        """Take in what is drawn under `root`: a page's content, a template, an appearance."""
        for element in root.iter():
            name = local(element) if isinstance(element.tag, str) else ""
            if name == "TextObject":
                self._text(element, part, shift)
            elif name in _GRAPHICS:
                self._order += 1
                self.graphics += 1
                if name == "ImageObject" or (name == "PathObject" and element.get("Fill") == "true"):
                    box = _box(element.get("Boundary"), shift)
                    if box and element.get("Alpha", "255") == "255" and element.get("Visible") != "false":
                        self.covers.append(Cover(box, self._order))

    def weave(self, facts: list[Fact]) -> Weave:
        """The page's lines from top to bottom; what is hidden on it goes to `facts`."""
        weave = Weave()
        for part in dict.fromkeys(w.part for w in self.words):
            for line in _lines([w for w in self.words if w.part == part]):
                for before, word in zip((None, *line), line, strict=False):
                    if before is not None:
                        weave.add(_gap(before, word))
                    weave.add(word.text, PagePlace(self.number, _points(word.box), part))
                weave.add("\n")
        facts += self._hidden()
        return weave

    def readable(self) -> bool:
        """Whether most of its characters are real ones: some programs write only numbers of glyphs."""
        text = "".join(w.text for w in self.words)
        good = sum(c.isalnum() or c.isspace() or c in "，。、：；（）《》“”.,:;()-/★" for c in text)
        return good * 2 >= len(text)

    def _text(self, element: Element, part: str, shift: tuple[float, float]) -> None:
        self._order += 1
        box = _box(element.get("Boundary"), shift) or (0.0, 0.0, 0.0, 0.0)
        size = _number(element.get("Size"), 4.0)
        seen = element.get("Visible") != "false" and element.get("Alpha") != "0"
        left, top = box[0], box[1]
        x = y = 0.0
        for code in element:
            if local(code) == "CGTransform":
                self.glyphs += 1
            if local(code) != "TextCode" or not code.text:
                continue
            # A code without its own start goes on where the last one ended.
            x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
            text = code.text.strip("\r\n")
            if not text.strip():
                continue
            wide = _advance(code.get("DeltaX"), len(text), size, text)
            bottom = top + y if element.get("CTM") is None else box[3]
            start = left + (x if element.get("CTM") is None else 0.0)
            place = (start, bottom - size, start + wide, bottom)
            self.words.append(Word(text, place, size, self._order, seen, part))

    def _hidden(self) -> Iterator[Fact]:
        # A page of a map has shapes by the thousand: all with all would take minutes.
        most = max(50, 1_000_000 // max(1, len(self.words)))
        covers = [c for c in self.covers if c.box[2] - c.box[0] > 1 and c.box[3] - c.box[1] > 1][:most]
        for word in self.words:
            place = PagePlace(self.number, _points(word.box), word.part)
            if not word.seen:
                yield Fact("meta-hidden-text", place, _UNSEEN, word.text)
            elif any(c.order > word.order and _within(word.box, c.box) for c in covers):
                # A stamp or a photo over text hides it as well, but may have clear parts.
                yield Fact("meta-redaction-leak", place, _COVERED, word.text, Confidence.POSSIBLE)


def _number(text: str | None, fallback: float) -> float:
    try:
        value = float(text) if text else fallback
    except ValueError:
        return fallback
    return value if abs(value) < 1e6 else fallback


def _box(text: str | None, shift: tuple[float, float]) -> Box | None:
    try:
        x, y, width, height = (float(n) for n in (text or "").split())
    except ValueError:
        return None
    x, y = x + shift[0], y + shift[1]
    return (x, y, x + width, y + height)


def _advance(deltas: str | None, count: int, size: float, text: str) -> float:
    """How wide a stretch is: its steps, `g 5 3.2` for five of 3.2, and its last character."""
    last = size if text[-1:] > "\xff" else size / 2
    if not deltas:
        return sum(size if c > "\xff" else size / 2 for c in text)
    total, steps = 0.0, deltas.split()[: 4 * count + 4]
    at = 0
    while at < len(steps):
        if steps[at] == "g" and at + 2 < len(steps):
            times = min(_number(steps[at + 1], 0), count)
            total += times * _number(steps[at + 2], 0)
            at += 3
        else:
            total += _number(steps[at], 0)
            at += 1
    return total + last


def _lines(words: list[Word]) -> list[list[Word]]:
    """The words in lines: of one line are those whose middles are less than half a size apart."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.box[1] + w.box[3], w.box[0])):
        middle = (word.box[1] + word.box[3]) / 2
        if lines:
            first = lines[-1][0]
            if abs((first.box[1] + first.box[3]) / 2 - middle) < max(0.5, min(first.size, word.size) / 2):
                lines[-1].append(word)
                continue
        lines.append([word])
    for line in lines:
        line.sort(key=lambda w: w.box[0])
    return lines


def _gap(before: Word, word: Word) -> str:
    space = word.box[0] - before.box[2]
    if space > 1.5 * before.size:
        return "\t"
    return (
        " "
        if space > 0.4 * before.size and not (before.text[-1] > "\u2e80" and word.text[0] > "\u2e80")
        else ""
    )


def _within(inner: Box, outer: Box) -> bool:
    """Whether most of `inner` lies in `outer`, an image or shape smaller than a page."""
    width = min(inner[2], outer[2]) - max(inner[0], outer[0])
    height = min(inner[3], outer[3]) - max(inner[1], outer[1])
    if width <= 0 or height <= 0:
        return False
    return width * height >= 0.6 * (inner[2] - inner[0]) * (inner[3] - inner[1])


def _points(box: Box) -> Box:
    return (box[0] * _POINTS, box[1] * _POINTS, box[2] * _POINTS, box[3] * _POINTS)
