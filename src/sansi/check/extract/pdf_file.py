"""打开的 PDF · A PDF file in memory, its pages, and how their coordinates become places."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from contextlib import contextmanager

from sansi.check.extract import pdfium
from sansi.check.place import Box

_KEPT = 8


class Locked(Exception):  # noqa: N818 - it says what the file is
    """The file asks for a password, or for a way of unlocking that is not known (`unknown`)."""

    def __init__(self, *, unknown: bool) -> None:
        """Say whether a password would help at all."""
        super().__init__("locked")
        self.unknown = unknown


class Broken(Exception):  # noqa: N818 - it says what the file is
    """Nothing can be made of the bytes."""


class Frame:
    """The visible part of a page, and how its coordinates become points from the top left corner."""

    def __init__(self, page: int) -> None:
        """Ask the page for its box and the way it is turned."""
        self.left, self.bottom, self.right, self.top = pdfium.visible(page)
        self.turned = pdfium.page_rotation(page) % 4
        across, up = max(1.0, self.right - self.left), max(1.0, self.top - self.bottom)
        self.width, self.height = (up, across) if self.turned % 2 else (across, up)

    def shown(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The box as the reader of the page sees it, in points from the top left corner."""
        if self.turned == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turned == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.turned == 3:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom


class Page:
    """An open page, its text and its frame."""

    def __init__(self, document: int, number: int) -> None:
        """Open page `number`, counted from 0; raises Broken."""
        self.number = number
        self.handle: int = pdfium.load_page(document, number)
        if not self.handle:
            raise Broken
        self._text = 0
        self._frame: Frame | None = None

    @property
    def text(self) -> int:
        """The handle of its text."""
        if not self._text:
            self._text = pdfium.load_text(self.handle)
            if not self._text:
                raise Broken
        return self._text

    @property
    def frame(self) -> Frame:
        """See `Frame`."""
        self._frame = self._frame or Frame(self.handle)
        return self._frame

    def words(self) -> str:
        """The text as UTF-16 units made characters: lines end in CR LF."""
        return pdfium.words(self.text)

    def box(self, character: int) -> Box | None:
        """The box of a character by its index, as it is shown; None where it has no extent."""
        found = pdfium.box_of(self.text, character)
        return self.frame.shown(*found) if found else None

    def close(self) -> None:
        """Let go of the page."""
        if self._text:
            pdfium.close_text(self._text)
        if self.handle:
            pdfium.close_page(self.handle)
        self._text = self.handle = 0


class PdfFile:
    """A PDF file in memory. Some pages are kept open: opened anew, one costs as much as reading it did."""

    def __init__(self, data: bytes) -> None:
        """Open `data`; raises Locked or Broken."""
        self._data = data  # the library reads it where it lies
        with pdfium.LOCK:
            self._handle = pdfium.load(data, len(data), None)
            if not self._handle:
                error = pdfium.last_error()
                if error in (pdfium.WRONG_PASSWORD, pdfium.UNKNOWN_LOCK):
                    raise Locked(unknown=error == pdfium.UNKNOWN_LOCK)
                raise Broken
            self.pages: int = pdfium.page_count(self._handle)
            self._open: list[Page] = []
            # At exit the library is gone before this could run.
            weakref.finalize(self, _let_go, data, self._handle, self._open).atexit = False

    @contextmanager
    def page(self, number: int) -> Iterator[Page]:
        """The page `number`, counted from 0; raises Broken. Nobody else uses the library meanwhile."""
        with pdfium.LOCK:
            found = next((page for page in self._open if page.number == number), None)
            if not found:
                found = Page(self._handle, number)
                self._open.append(found)
                if len(self._open) > _KEPT:
                    self._open.pop(0).close()
            yield found


def _let_go(_data: bytes, handle: int, pages: list[Page]) -> None:
    """Close a file that nobody holds any more; its bytes are kept until then."""
    with pdfium.LOCK:
        while pages:
            pages.pop().close()
        pdfium.close(handle)
