"""PDFium · The library that reads and draws PDF pages, as plain numbers behind one lock.

Handles are integers and short calls keep the interpreter's lock: a page is made of hundreds of objects, and
what a call costs decides what the hidden-text rules cost. PDFium is not made for threads: hold `LOCK`.
"""

from __future__ import annotations

import ctypes
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2  # importing it starts the library
import pypdfium2.raw as raw

from sansi.check.place import Box

LOCK = threading.RLock()
TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
WRONG_PASSWORD, UNKNOWN_LOCK = 4, 5
ENGINE = f"pypdfium2 {pypdfium2.version.PYPDFIUM_INFO}"

_H, _I, _F, _U = ctypes.c_void_p, ctypes.c_int, ctypes.c_float, ctypes.c_uint
_FLOATS, _UINTS, _DOUBLES = ctypes.POINTER(_F), ctypes.POINTER(_U), ctypes.POINTER(ctypes.c_double)


def _call(name: str, result: Any, *arguments: Any, long: bool = False) -> Callable[..., Any]:
    """The function `name`; one that takes `long` lets other threads run meanwhile."""
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    made = ctypes.CFUNCTYPE if long else ctypes.PYFUNCTYPE
    function: Callable[..., Any] = made(result, *arguments)(address)
    return function


load = _call("FPDF_LoadMemDocument64", _H, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, long=True)
last_error = _call("FPDF_GetLastError", ctypes.c_ulong)
close = _call("FPDF_CloseDocument", None, _H)
page_count = _call("FPDF_GetPageCount", _I, _H, long=True)
load_page = _call("FPDF_LoadPage", _H, _H, _I, long=True)
close_page = _call("FPDF_ClosePage", None, _H)
page_rotation = _call("FPDFPage_GetRotation", _I, _H)
page_box = _call("FPDF_GetPageBoundingBox", _I, _H, ctypes.POINTER(raw.FS_RECTF))
load_text = _call("FPDFText_LoadPage", _H, _H, long=True)
close_text = _call("FPDFText_ClosePage", None, _H)
count_characters = _call("FPDFText_CountChars", _I, _H)
get_text = _call("FPDFText_GetText", _I, _H, _I, _I, ctypes.POINTER(ctypes.c_ushort))
character_box = _call("FPDFText_GetCharBox", _I, _H, _I, _DOUBLES, _DOUBLES, _DOUBLES, _DOUBLES)
loose_box = _call("FPDFText_GetLooseCharBox", _I, _H, _I, ctypes.POINTER(raw.FS_RECTF))
character_index = _call("FPDFText_GetCharIndexFromTextIndex", _I, _H, _I)
text_index = _call("FPDFText_GetTextIndexFromCharIndex", _I, _H, _I)
object_of_character = _call("FPDFText_GetTextObject", _H, _H, _I)
unknown_character = _call("FPDFText_HasUnicodeMapError", _I, _H, _I)
count_objects = _call("FPDFPage_CountObjects", _I, _H)
get_object = _call("FPDFPage_GetObject", _H, _H, _I)
count_inner = _call("FPDFFormObj_CountObjects", _I, _H)
get_inner = _call("FPDFFormObj_GetObject", _H, _H, ctypes.c_ulong)
object_type = _call("FPDFPageObj_GetType", _I, _H)
object_bounds = _call("FPDFPageObj_GetBounds", _I, _H, _FLOATS, _FLOATS, _FLOATS, _FLOATS)
fill_color = _call("FPDFPageObj_GetFillColor", _I, _H, _UINTS, _UINTS, _UINTS, _UINTS)
stroke_color = _call("FPDFPageObj_GetStrokeColor", _I, _H, _UINTS, _UINTS, _UINTS, _UINTS)
stroke_width = _call("FPDFPageObj_GetStrokeWidth", _I, _H, _FLOATS)
object_matrix = _call("FPDFPageObj_GetMatrix", _I, _H, ctypes.POINTER(raw.FS_MATRIX))
count_marks = _call("FPDFPageObj_CountMarks", _I, _H)
set_active = _call("FPDFPageObj_SetIsActive", _I, _H, _I)
render_mode = _call("FPDFTextObj_GetTextRenderMode", _I, _H)
font_size = _call("FPDFTextObj_GetFontSize", _I, _H, _FLOATS)
draw_mode = _call("FPDFPath_GetDrawMode", _I, _H, ctypes.POINTER(_I), ctypes.POINTER(_I))
image_size = _call("FPDFImageObj_GetImagePixelSize", _I, _H, _UINTS, _UINTS)
image_filters = _call("FPDFImageObj_GetImageFilterCount", _I, _H)
image_filter = _call("FPDFImageObj_GetImageFilter", ctypes.c_ulong, _H, _I, ctypes.c_char_p, ctypes.c_ulong)
image_raw = _call("FPDFImageObj_GetImageDataRaw", ctypes.c_ulong, _H, ctypes.c_char_p, ctypes.c_ulong)
image_bitmap = _call("FPDFImageObj_GetBitmap", _H, _H, long=True)
new_bitmap = _call("FPDFBitmap_CreateEx", _H, _I, _I, _I, _H, _I)
fill_bitmap = _call("FPDFBitmap_FillRect", None, _H, _I, _I, _I, _I, ctypes.c_ulong)
bitmap_format = _call("FPDFBitmap_GetFormat", _I, _H)
bitmap_width = _call("FPDFBitmap_GetWidth", _I, _H)
bitmap_height = _call("FPDFBitmap_GetHeight", _I, _H)
bitmap_stride = _call("FPDFBitmap_GetStride", _I, _H)
bitmap_buffer = _call("FPDFBitmap_GetBuffer", _H, _H)
destroy_bitmap = _call("FPDFBitmap_Destroy", None, _H)
render = _call("FPDF_RenderPageBitmap", None, _H, _H, _I, _I, _I, _I, _I, _I, long=True)

GRAY, BGR = raw.FPDFBitmap_Gray, raw.FPDFBitmap_BGR
WITH_ANNOTATIONS = raw.FPDF_ANNOT


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
        rect = raw.FS_RECTF()
        page_box(page, ctypes.byref(rect))
        self.left, self.bottom, self.right, self.top = rect.left, rect.bottom, rect.right, rect.top
        self.turned = page_rotation(page) % 4
        across, up = max(1.0, rect.right - rect.left), max(1.0, rect.top - rect.bottom)
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
        self.handle: int = load_page(document, number)
        if not self.handle:
            raise Broken
        self._text = 0
        self._frame: Frame | None = None

    @property
    def text(self) -> int:
        """The handle of its text."""
        if not self._text:
            self._text = load_text(self.handle)
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
        count = count_characters(self.text)
        if count <= 0:
            return ""
        held = (ctypes.c_ushort * (count + 1))()
        written = get_text(self.text, 0, count, held)
        return bytes(held)[: max(0, written - 1) * 2].decode("utf-16-le", "replace")

    def box(self, character: int) -> Box | None:
        """The box of a character by its index, as it is shown; None where it has no extent."""
        left, right, bottom, top = _BOX
        if not character_box(self.text, character, *_BOX_ARGUMENTS):
            return None
        if top.value - bottom.value < 0.01 or right.value - left.value < 0.01:
            # A font that brings no shapes: where its characters would stand.
            rect = raw.FS_RECTF()
            if not loose_box(self.text, character, ctypes.byref(rect)) or rect.top - rect.bottom < 0.01:
                return None
            return self.frame.shown(rect.left, rect.bottom, rect.right, rect.top)
        return self.frame.shown(left.value, bottom.value, right.value, top.value)

    def close(self) -> None:
        """Let go of the page."""
        if self._text:
            close_text(self._text)
        if self.handle:
            close_page(self.handle)
        self._text = self.handle = 0


# Written by the library and read at once, under the lock.
_BOX = [ctypes.c_double() for _ in range(4)]
_BOX_ARGUMENTS = [ctypes.byref(x) for x in _BOX]


class PdfFile:
    """A PDF file in memory. One page is kept open, for what is asked of it next."""

    def __init__(self, data: bytes) -> None:
        """Open `data`; raises Locked or Broken."""
        self._data = data  # the library reads it where it lies
        with LOCK:
            self._handle = load(data, len(data), None)
            if not self._handle:
                error = last_error()
                if error in (WRONG_PASSWORD, UNKNOWN_LOCK):
                    raise Locked(unknown=error == UNKNOWN_LOCK)
                raise Broken
            self.pages: int = page_count(self._handle)
            self._open: list[Page] = []
            # At exit the library is gone before this could run.
            weakref.finalize(self, _let_go, data, self._handle, self._open).atexit = False

    @contextmanager
    def page(self, number: int) -> Iterator[Page]:
        """The page `number`, counted from 0; raises Broken. Nobody else uses the library meanwhile."""
        with LOCK:
            if not self._open or self._open[0].number != number:
                self._shut()
                self._open.append(Page(self._handle, number))
            yield self._open[0]

    def _shut(self) -> None:
        while self._open:
            self._open.pop().close()

    def forget(self) -> None:
        """Close the page that is kept open."""
        with LOCK:
            self._shut()


def _let_go(_data: bytes, handle: int, pages: list[Page]) -> None:
    """Close a file that nobody holds any more; its bytes are kept until then."""
    with LOCK:
        while pages:
            pages.pop().close()
        close(handle)
