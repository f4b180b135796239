"""一页文字 · The text of a PDF page, and where each stretch of it stands on the page."""

from __future__ import annotations

from bisect import bisect_left

from sansi.check.extract import pdf_columns, pdfium
from sansi.check.extract.document import Segment
from sansi.check.extract.pdf_file import Broken, Page, PdfFile
from sansi.check.place import Box, PagePlace, Place

_MOST_BOXES = 2_000


class PageText:
    """The words of a page; its places are asked of the file when they are needed."""

    def __init__(self, file: PdfFile, page: Page) -> None:
        """Take the words of an open page."""
        self.file = file
        self.number = page.number
        text = page.words()
        if "\ufffe" in text:
            # The library's sign for a hyphen at the end of a line, whose line break it leaves out.
            text = text.replace("\ufffe", "-")
        self.text = text
        self.hidden: list[tuple[int, int]] = []

    def segment(self, page: Page | None = None) -> Segment:
        """The page as one segment; with its open `page`, tables that were written by columns stand in rows."""
        if page is None:
            return Segment(self.text, self.place)

        # Each counts two units of the library's.
        wide = [at for at, letter in enumerate(self.text) if letter > "\uffff"] if self._astral() else []

        def box(at: int) -> Box | None:
            return page.box(pdfium.character_index(page.text, at + bisect_left(wide, at)))

        return pdf_columns.in_rows(self.text, box, self.place) or Segment(self.text, self.place)

    def _astral(self) -> bool:
        return max(self.text, default="") > "\uffff"

    def place(self, start: int, end: int) -> Place:
        """The page and the box around the code points from `start` to `end`."""
        part = "hidden" if any(a < end and start < b for a, b in self.hidden) else "body"
        try:
            with self.file.page(self.number) as page:
                return PagePlace(self.number + 1, self._box(page, start, end), part)
        except Broken:
            return PagePlace(self.number + 1, None, part)

    def _box(self, page: Page, start: int, end: int) -> Box | None:
        first = _units(self.text, 0, start)
        boxes = []
        for at in range(start, min(end, start + _MOST_BOXES)):
            if not self.text[at].isspace():
                box = page.box(pdfium.character_index(page.text, first))
                if box:
                    boxes.append(box)
            first += 1 + (self.text[at] > "\uffff")
        return around(boxes)


def _units(text: str, start: int, end: int) -> int:
    """How many units of UTF-16, by which the library counts, `text` has from `start` to `end`."""
    part = text[start:end]
    return len(part) if part.isascii() else len(part.encode("utf-16-le", "surrogatepass")) // 2


def around(boxes: list[Box]) -> Box | None:
    """The box around boxes; None around nothing."""
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
