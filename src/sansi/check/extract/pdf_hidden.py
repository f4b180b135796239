"""看不见的文字 · Text of a PDF page that nobody sees: suspected by rules, then confirmed by drawing the page.

The rules go by the order in which things are drawn: covered by a later shape or picture or by an annotation, drawn
in no way at all, transparent, of the colour of what lies beneath, tiny, outside the page, on a layer.
Only a page on which a rule fires is drawn, twice, the second time without the suspects: a letter whose place
looks the same both times is not to be seen. What its place looks like tells a black box from white ink.
A scan's own layer of text is invisible over the picture that shows its words: no finding where there is ink.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from sansi.check.extract import pdfium
from sansi.check.extract.document import Fact
from sansi.check.extract.pdf_file import Frame, Page
from sansi.check.extract.pdf_objects import Drawn, Shape, Text
from sansi.check.extract.pdf_pixels import Look, Tone
from sansi.check.extract.pdf_text import PageText, around
from sansi.check.model import Both, Confidence
from sansi.check.place import Box, PagePlace

_BAND = 24.0
_CLOSE = 24
_TINY = 1.5
_CLEAR = 8
"""Alpha up to which nothing is seen."""
_MOST_PAIRS = 400_000
_MOST_FACTS = 40


class Cause(IntEnum):
    """Why a text is suspected; a later one says more than an earlier one."""

    UNDRAWN = 1
    PALE = 2
    PICTURE = 3
    COVERED = 4
    LAYER = 5
    TINY = 6
    OUTSIDE = 7


_SURE = (Cause.TINY, Cause.OUTSIDE)
"""Told by the file alone: there is nothing to look at."""


def suspects(
    found: Drawn, frame: Frame, notes: Sequence[Box] = (), *, layers: bool = False
) -> dict[int, Cause]:
    """The text objects that may be invisible, by handle. `notes`: boxes of annotations that may cover.

    `layers`: some layer of the file is switched off, so that any text may be on it. Notes in `found` when there
    was too much to look at.
    """
    suspected: dict[int, Cause] = {}
    grounds, covers = _Bands(), _Bands()
    first = found.texts[0].order if found.texts else 0
    for shape in found.shapes:
        grounds.add(shape)
        if shape.order > first:
            covers.add(shape)
    colors = {s.color for s in found.shapes if s.color}
    window = (frame.left, frame.bottom, frame.right, frame.top)
    for text in found.texts:
        cause = _alone(text, window, layers=layers)
        if cause is None and (_is_white(text.color) or any(_close(text.color, c) for c in colors)):
            cause = _pale(text, grounds)
        if covers.shapes and cause in (None, Cause.PALE):
            cause = _covered(text, covers) or cause
        if cause is None and any(_overlap(text.box, note) for note in notes):
            cause = Cause.COVERED
        if cause is not None:
            suspected[text.handle] = cause
    found.cut = found.cut or max(grounds.pairs, covers.pairs) > _MOST_PAIRS
    return suspected


def _alone(text: Text, window: Box, *, layers: bool) -> Cause | None:
    """What the text object says by itself."""
    left, bottom, right, top = text.box
    if right <= window[0] or left >= window[2] or top <= window[1] or bottom >= window[3]:
        # Blanks have no box: nothing is hidden there.
        return Cause.OUTSIDE if right > left and top > bottom else None
    if text.mode in (3, 7) or text.alpha <= _CLEAR:
        return Cause.LAYER if layers else Cause.UNDRAWN
    # Before the layers: a drawing shows a dot where it stands, and would clear it of suspicion.
    if text.size <= _TINY:
        return Cause.TINY
    return Cause.LAYER if layers else None


class _Bands:
    """Shapes by the horizontal bands of the page that they touch, in the order of drawing."""

    def __init__(self) -> None:
        self.shapes: dict[int, list[Shape]] = {}
        self.pairs = 0

    def add(self, shape: Shape) -> None:
        low, high = (max(-500, min(500, int(y // _BAND))) for y in (shape.box[1], shape.box[3]))
        for band in range(low, high + 1):
            self.shapes.setdefault(band, []).append(shape)

    def of(self, text: Text) -> list[Shape]:
        """The shapes at the height of the middle of a text."""
        found = self.shapes.get(int((text.box[1] + text.box[3]) / 2 // _BAND), [])
        self.pairs += len(found)
        # Beyond, it is a drawing of thousands of shapes under thousands of words.
        return found if self.pairs <= _MOST_PAIRS else []


def _pale(text: Text, grounds: _Bands) -> Cause | None:
    """Whether the text has the colour of what is drawn beneath it, white paper if nothing is."""
    x, y = (text.box[0] + text.box[2]) / 2, (text.box[1] + text.box[3]) / 2
    ground: tuple[int, int, int] | None = (255, 255, 255)
    for shape in grounds.of(text):
        if shape.order > text.order:
            break
        left, bottom, right, top = shape.box
        if left <= x <= right and bottom <= y <= top:
            ground = shape.color
    return Cause.PALE if ground and _close(text.color, ground) else None


def _covered(text: Text, covers: _Bands) -> Cause | None:
    shapes = covers.of(text)
    for shape in shapes[bisect_left(shapes, text.order, key=lambda s: s.order) :]:
        if _overlap(text.box, shape.box):
            return Cause.PICTURE if shape.image else Cause.COVERED
    return None


def _overlap(text: Box, shape: Box) -> bool:
    """Whether a shape reaches over some letter: over half the height of the text and a point of its width."""
    high = min(text[3], shape[3]) - max(text[1], shape[1])
    return high >= (text[3] - text[1]) / 2 and min(text[2], shape[2]) - max(text[0], shape[0]) >= 1


def _close(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return all(abs(a - b) <= _CLOSE for a, b in zip(one, other, strict=True))


def _is_white(color: tuple[int, int, int]) -> bool:
    return min(color) >= 255 - _CLOSE


@dataclass
class _Run:
    """Neighbouring letters that are hidden in the same way."""

    rule: str
    cause: Cause
    start: int
    end: int
    boxes: list[Box]
    scan: bool


def look_at(page: Page, suspected: dict[int, Cause]) -> Look | None:
    """The page drawn, with and without those suspects that might be seen; None where no look is needed."""
    if all(cause in _SURE for cause in suspected.values()):
        return None
    return Look(page, [handle for handle, cause in suspected.items() if cause not in (*_SURE, Cause.UNDRAWN)])


def hidden(
    page: Page,
    words: PageText,
    suspected: dict[int, Cause],
    images: Iterable[Box],
    look: Look | None,
) -> Iterator[Fact]:
    """The facts about hidden text of a page, confirmed by a look at it; notes in `words` what is hidden."""
    frame = page.frame
    pictures = [frame.shown(*box) for box in images]
    runs: list[_Run] = []
    for at, cause, box in _letters(page, words.text, suspected):
        rule = _rule(cause, box, look)
        if rule:
            _add(
                runs, words.text, _Run(rule, cause, at, at + 1, [box], any(_within(box, p) for p in pictures))
            )
    told = [run for run in runs if _enough(run, words.text)]
    words.hidden += [(run.start, run.end) for run in told]
    for run in told[:_MOST_FACTS]:
        yield _fact(run, words)
    if len(told) > _MOST_FACTS:
        yield _rest(told[_MOST_FACTS:], words)


def marked(page: Page, words: PageText, redactions: Sequence[Box]) -> Iterator[Fact]:
    """Words marked to be blacked out (boxes in the page's coordinates), but never taken away."""
    frame = page.frame
    for box in [frame.shown(*r) for r in redactions][:_MOST_FACTS]:
        inside = [i for i, letter in enumerate(words.text) if not letter.isspace() and _at(page, i, box)]
        if inside:
            value = words.text[inside[0] : inside[-1] + 1]
            said = Both(
                f"标记了要涂黑 {len(inside)} 个字，但没有执行",
                f"{len(inside)} letters were marked to be blacked out, but never were",
            )
            yield Fact("meta-redaction-leak", PagePlace(words.number + 1, box, "annotation"), said, value)


def _at(page: Page, index: int, box: Box) -> bool:
    found = page.box(pdfium.character_index(page.text, index))
    return bool(found and _within(found, box))


def _letters(page: Page, text: str, suspected: dict[int, Cause]) -> Iterator[tuple[int, Cause, Box]]:
    """Each letter of a suspect: its index in the text, the cause, its box as it is shown."""
    unit = 0
    for at, letter in enumerate(text):
        index = unit
        unit += 1 + (letter > "\uffff")
        if letter.isspace():
            continue
        character = pdfium.character_index(page.text, index)
        cause = suspected.get(pdfium.object_of_character(page.text, character) or 0)
        box = page.box(character) if cause else None
        if cause and box:
            yield at, cause, box


def _rule(cause: Cause, box: Box, look: Look | None) -> str:
    """The rule that a letter falls under, "" when it is to be seen after all."""
    if cause in _SURE or look is None:
        return "meta-hidden-text"
    if cause is not Cause.UNDRAWN and look.changes(box):
        return ""
    tone = look.tone(box)
    if tone is Tone.DARK:
        return "meta-redaction-leak"
    if tone is Tone.INKED and cause in (Cause.UNDRAWN, Cause.PALE, Cause.PICTURE):
        # What is seen there is the word itself, in a scan, or what a picture shows.
        return ""
    return "meta-hidden-text"


def _add(runs: list[_Run], text: str, run: _Run) -> None:
    """Lengthen the last run, or begin another."""
    last = runs[-1] if runs else None
    if (
        last
        and (last.rule, last.cause, last.scan) == (run.rule, run.cause, run.scan)
        and not text[last.end : run.start].strip()
    ):
        last.end = run.end
        last.boxes += run.boxes
    else:
        runs.append(run)


def _enough(run: _Run, text: str) -> bool:
    """Whether a run is more than a stray mark: in a scan its layer may stand a little beside the ink."""
    letters = sum(map(str.isalnum, text[run.start : run.end]))
    if run.rule == "meta-redaction-leak":
        return letters >= (2 if run.scan else 1)
    return letters >= (6 if run.scan else 2)


def _within(box: Box, picture: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return picture[0] <= x <= picture[2] and picture[1] <= y <= picture[3]


def _fact(run: _Run, words: PageText) -> Fact:
    value = words.text[run.start : run.end]
    where = PagePlace(words.number + 1, around(run.boxes), "hidden")
    doubtful = run.scan and run.rule == "meta-hidden-text"
    confidence = Confidence.POSSIBLE if doubtful else Confidence.LIKELY
    return Fact(run.rule, where, _said(run, sum(map(str.isalnum, value))), value, confidence)


def _rest(runs: list[_Run], words: PageText) -> Fact:
    """So many that the others are told together."""
    value = "\n".join(words.text[run.start : run.end] for run in runs)
    rule = "meta-redaction-leak" if any(r.rule == "meta-redaction-leak" for r in runs) else "meta-hidden-text"
    said = Both(
        f"另有 {len(runs)} 处看不见却能复制的文字", f"{len(runs)} more places with text that is not seen"
    )
    return Fact(rule, PagePlace(words.number + 1, None, "hidden"), said, value)


_REASONS = {
    Cause.UNDRAWN: ("不显示（透明或“不绘制”）", "not drawn or transparent"),
    Cause.PALE: ("和底色一样，看不见", "of the colour of what is beneath"),
    Cause.PICTURE: ("被图片盖住", "covered by a picture"),
    Cause.COVERED: ("被图形或注释盖住", "covered by a shape or an annotation"),
    Cause.LAYER: ("在关闭的图层里", "on a layer that is switched off"),
    Cause.TINY: ("小得看不见", "too small to be seen"),
    Cause.OUTSIDE: ("在页面之外", "outside the visible page"),
}


def _said(run: _Run, count: int) -> Both:
    if run.rule == "meta-redaction-leak":
        return Both(
            f"黑块下面还有 {count} 个字，能复制出来",
            f"{count} letters under a black box can still be copied",
        )
    zh, en = _REASONS[run.cause]
    return Both(
        f"{count} 个字{zh}，但能复制、能搜到", f"{count} letters are {en}, but can be copied and found"
    )
