"""PDF 字符与字形 · Which glyph code of which operation a character of the page's text is, where that can be proven.

PDFium tells the text object of each character; the n-th text object of a stream is its n-th showing operation.
Where the numbers do not agree, nothing is guessed: the page becomes a picture instead.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import pikepdf

from sansi.check.blackout.pdf_fonts import width_of
from sansi.check.blackout.pdf_shown import Shown, Stream, Width
from sansi.check.extract import pdfium
from sansi.check.extract.pdf_file import Page
from sansi.check.place import Box

_DEEP = 8
_SAME = 0.01


class Unproven(Exception):  # noqa: N818 - it is what is known of a page
    """It is not certain which glyphs make up a character."""


class Streams:
    """The content streams of a file, each read once: a form may be drawn on many pages."""

    def __init__(self, pdf: Any) -> None:
        """Of `pdf`, as pikepdf has it."""
        self.pages = [page.obj for page in pdf.pages]
        self._forms: dict[tuple[int, int], Stream] = {}
        self._pages: dict[int, Stream] = {}
        self.widths: dict[int, dict[int, float]] = {}
        """id of an operation -> code -> width of its glyph."""

    def page(self, number: int) -> Stream:
        """The stream of a page, counted from 0."""
        if number not in self._pages:
            page = self.pages[number]
            self._pages[number] = Stream(page, pikepdf.Page(page).resources)
        return self._pages[number]

    def form(self, form: Any, above: Any) -> Stream:
        """The stream of a form; one without resources uses those of what draws it."""
        if form.objgen not in self._forms:
            self._forms[form.objgen] = Stream(form, form.get("/Resources", above))
        return self._forms[form.objgen]

    def changed(self) -> list[Stream]:
        """Those from which something goes."""
        return [s for s in (*self._pages.values(), *self._forms.values()) if any(one.gone for one in s.shown)]

    def width(self, shown: Shown) -> Width:
        """The widths that were taken while the page was open."""
        return self.widths[id(shown)].__getitem__


class PageMatch:
    """One open page: its text objects and the operations that they come from."""

    def __init__(self, streams: Streams, page: Page) -> None:
        """Pair them; raises Unproven where they do not agree in number."""
        self.page = page
        self.streams = streams
        self.shown: dict[int, Shown] = {}
        top = streams.page(page.number)
        handles = [pdfium.get_object(page.handle, i) for i in range(pdfium.count_objects(page.handle))]
        self._pair(handles, top, 0)
        self._of_object: dict[int, list[int]] = defaultdict(list)
        for character in range(pdfium.count_characters(page.text)):
            if not pdfium.generated(page.text, character):
                self._of_object[pdfium.object_of_character(page.text, character) or 0].append(character)

    def _pair(self, handles: list[int], stream: Stream, depth: int) -> None:
        kinds = [pdfium.object_type(handle) for handle in handles]
        texts = [h for h, kind in zip(handles, kinds, strict=True) if kind == pdfium.TEXT]
        forms = [h for h, kind in zip(handles, kinds, strict=True) if kind == pdfium.FORM]
        if len(texts) != len(stream.shown) or len(forms) != len(stream.forms) or depth > _DEEP:
            raise Unproven
        self.shown.update(zip(texts, stream.shown, strict=True))
        for handle, form in zip(forms, stream.forms, strict=True):
            inner = [pdfium.get_inner(handle, i) for i in range(pdfium.count_inner(handle))]
            self._pair(inner, self.streams.form(form, stream.resources), depth + 1)

    def take_out(self, characters: Iterable[int]) -> None:
        """Mark the glyphs of `characters`; raises Unproven."""
        wanted: dict[int, set[int]] = defaultdict(set)
        for character in characters:
            if not pdfium.generated(self.page.text, character):
                wanted[pdfium.object_of_character(self.page.text, character) or 0].add(character)
        for handle, some in wanted.items():
            shown = self.shown.get(handle)
            if shown is None or not shown.code_size or not shown.state.size:
                raise Unproven
            groups = self._groups(handle, shown)
            gone = {i for i, group in enumerate(groups) if some & set(group)}
            if {c for i in gone for c in groups[i]} - some:
                # One glyph for several characters, of which some stay.
                raise Unproven
            shown.gone |= gone
            self._measure(handle, shown, self._letters(groups))

    def _groups(self, handle: int, shown: Shown) -> list[list[int]]:
        """The characters of each glyph of an operation: those of a ligature have one origin."""
        groups: list[list[int]] = []
        last: tuple[float, float] | None = None
        for character in self._of_object[handle]:
            origin = self._origin(character)
            if last and abs(origin[0] - last[0]) < _SAME and abs(origin[1] - last[1]) < _SAME:
                groups[-1].append(character)
            else:
                groups.append([character])
            last = origin
        if len(groups) == len(shown.codes):
            return groups
        return _with_blanks(groups, shown, self._letters(groups))

    def _letters(self, groups: list[list[int]]) -> list[str]:
        return [pdfium.letter_at(self.page.text, group[0]) if group else "" for group in groups]

    def _origin(self, character: int) -> tuple[float, float]:
        return pdfium.origin_of(self.page.text, character)

    def _measure(self, handle: int, shown: Shown, letters: list[str]) -> None:
        """Take the widths of what goes, as the file gives them, or PDFium for the fonts that every program brings."""
        font = pdfium.font_of(handle)
        widths = self.streams.widths.setdefault(id(shown), {})
        for index in shown.gone:
            code = int.from_bytes(shown.codes[index], "big")
            width = width_of(shown.state.font, code)
            if width is None:
                width = pdfium.width_in(font, ord(letters[index]) if letters[index] else 0)
            if width is None:
                raise Unproven
            widths[code] = width

    def boxes(self, characters: Iterable[int]) -> list[Box]:
        """Boxes as left, bottom, right, top of the page around `characters`: one for each stretch of a line."""
        boxes: list[Box] = []
        before: tuple[int, int] | None = None
        for character in characters:
            box = loose(self.page, character)
            if box is None:
                continue
            handle = pdfium.object_of_character(self.page.text, character) or 0
            high = box[3] - box[1]
            level = (
                boxes and abs(boxes[-1][1] - box[1]) < 0.3 * high and abs(boxes[-1][3] - box[3]) < 0.3 * high
            )
            if level and before == (handle, character - 1):
                last = boxes[-1]
                boxes[-1] = (
                    min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3])
                )  # fmt: skip
            else:
                boxes.append(box)
            before = (handle, character)
        return boxes


def loose(page: Page, character: int) -> Box | None:
    """The box of a character with the height of its font; None where it has none."""
    box = pdfium.loose_box_of(page.text, character)
    if box is None or box[2] - box[0] < _SAME or box[3] - box[1] < _SAME:
        return None
    return box


def _with_blanks(groups: list[list[int]], shown: Shown, letters: list[str]) -> list[list[int]]:
    """PDFium gives one blank for several: the glyphs that are blanks, by being many, are let stand apart.

    Raises Unproven unless the codes that are left over are all of one kind, and that of a blank.
    """
    blanks = Counter(
        shown.codes[i] for i in range(min(len(shown.codes), len(letters))) if letters[i].isspace()
    )
    blank = blanks.most_common(1)[0][0] if blanks else (b" " if shown.code_size == 1 else b"\0 ")
    whole: list[list[int]] = []
    todo = list(zip(groups, letters, strict=True))
    for code in shown.codes:
        if code == blank and not (todo and todo[0][1].isspace()):
            whole.append([])
        elif todo and (code == blank) == todo[0][1].isspace():
            whole.append(todo.pop(0)[0])
        else:
            raise Unproven
    if todo:
        raise Unproven
    return whole
