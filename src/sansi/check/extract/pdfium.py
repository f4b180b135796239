"""PDFium · The library that reads and draws PDF pages, as plain numbers behind one lock.

This is the only module of the engine that speaks to a library written in C by its addresses: what it hands out
are numbers, bytes and strings.

Handles are integers and short calls keep the interpreter's lock: a page is made of hundreds of objects, and
what a call costs decides what the hidden-text rules cost. PDFium is not made for threads: hold `LOCK`.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from typing import Any

from pypdfium2 import raw

from sansi.check.place import Box

LOCK = threading.RLock()
TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
WRONG_PASSWORD, UNKNOWN_LOCK = 4, 5

_H, _I, _F, _U = ctypes.c_void_p, ctypes.c_int, ctypes.c_float, ctypes.c_uint
_FLOATS, _UINTS, _DOUBLES = ctypes.POINTER(_F), ctypes.POINTER(_U), ctypes.POINTER(ctypes.c_double)


def _call(name: str, result: Any, *arguments: Any, long: bool = False) -> Callable[..., Any]:
    """The function `name`; one that takes `long` lets other threads run meanwhile."""
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value or 0
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
object_of_character = _call("FPDFText_GetTextObject", _H, _H, _I)
text_index = _call("FPDFText_GetTextIndexFromCharIndex", _I, _H, _I)
generated = _call("FPDFText_IsGenerated", _I, _H, _I)
character_origin = _call("FPDFText_GetCharOrigin", _I, _H, _I, _DOUBLES, _DOUBLES)
font_of = _call("FPDFTextObj_GetFont", _H, _H)
glyph_width = _call("FPDFFont_GetGlyphWidth", _I, _H, _U, _F, _FLOATS)
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
set_active = _call("FPDFPageObj_SetIsActive", _I, _H, _I)
render_mode = _call("FPDFTextObj_GetTextRenderMode", _I, _H)
font_size = _call("FPDFTextObj_GetFontSize", _I, _H, _FLOATS)
draw_mode = _call("FPDFPath_GetDrawMode", _I, _H, ctypes.POINTER(_I), ctypes.POINTER(_I))
image_size = _call("FPDFImageObj_GetImagePixelSize", _I, _H, _UINTS, _UINTS)
image_filters = _call("FPDFImageObj_GetImageFilterCount", _I, _H)
image_filter = _call("FPDFImageObj_GetImageFilter", ctypes.c_ulong, _H, _I, ctypes.c_char_p, ctypes.c_ulong)
image_raw = _call("FPDFImageObj_GetImageDataRaw", ctypes.c_ulong, _H, ctypes.c_char_p, ctypes.c_ulong)
image_unpacked = _call(
    "FPDFImageObj_GetImageDataDecoded", ctypes.c_ulong, _H, ctypes.c_char_p, ctypes.c_ulong
)
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

# Where the library writes what it answers: read at once, under the lock.
_L, _B, _R, _T = (ctypes.c_float() for _ in range(4))
_BOUNDS = tuple(ctypes.byref(x) for x in (_L, _B, _R, _T))
_RED, _GREEN, _BLUE, _ALPHA = (ctypes.c_uint() for _ in range(4))
_COLOR = tuple(ctypes.byref(x) for x in (_RED, _GREEN, _BLUE, _ALPHA))
_BOX = tuple(ctypes.c_double() for _ in range(4))
_BOX_ARGUMENTS = tuple(ctypes.byref(x) for x in _BOX)
_NUMBER, _ONE, _OTHER = ctypes.c_float(), ctypes.c_int(), ctypes.c_int()

Color = tuple[int, int, int, int]
"""Red, green, blue, and alpha from 0, which is clear, to 255."""


def visible(page: int) -> Box:
    """Left, bottom, right, top of what a page shows."""
    rect = raw.FS_RECTF()
    page_box(page, ctypes.byref(rect))
    return rect.left, rect.bottom, rect.right, rect.top


def words(text: int) -> str:
    """The text of a page: its UTF-16 units made characters, lines ending in CR LF."""
    count = count_characters(text)
    if count <= 0:
        return ""
    held = (ctypes.c_ushort * (count + 1))()
    written = get_text(text, 0, count, held)
    return bytes(held)[: max(0, written - 1) * 2].decode("utf-16-le", "replace")


def box_of(text: int, character: int) -> Box | None:
    """Left, bottom, right, top of a character by its index; None where it has no extent."""
    left, right, bottom, top = _BOX
    if not character_box(text, character, *_BOX_ARGUMENTS):
        return None
    if top.value - bottom.value >= 0.01 and right.value - left.value >= 0.01:
        return left.value, bottom.value, right.value, top.value
    # A font that brings no shapes: where its characters would stand.
    rect = raw.FS_RECTF()
    if not loose_box(text, character, ctypes.byref(rect)) or rect.top - rect.bottom < 0.01:
        return None
    return rect.left, rect.bottom, rect.right, rect.top


def bounds(handle: int) -> Box:
    """Left, bottom, right, top of an object; all 0 where it has none."""
    if not object_bounds(handle, *_BOUNDS):
        return 0.0, 0.0, 0.0, 0.0
    return _L.value, _B.value, _R.value, _T.value


def filled_with(handle: int) -> Color:
    """What an object is filled with."""
    fill_color(handle, *_COLOR)
    return _RED.value, _GREEN.value, _BLUE.value, _ALPHA.value


def drawn_with(handle: int) -> Color:
    """What the lines of an object are drawn with."""
    stroke_color(handle, *_COLOR)
    return _RED.value, _GREEN.value, _BLUE.value, _ALPHA.value


def matrix(handle: int) -> tuple[float, float, float, float, float, float]:
    """How the coordinates of an object become those of what it is in."""
    held = raw.FS_MATRIX()
    if not object_matrix(handle, ctypes.byref(held)):
        return 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
    return held.a, held.b, held.c, held.d, held.e, held.f


def line_width(handle: int) -> float:
    """How thick the lines of an object are, in its own units."""
    stroke_width(handle, ctypes.byref(_NUMBER))
    return _NUMBER.value


def size_of_letters(handle: int) -> float:
    """The font size of a text object, in its own units."""
    font_size(handle, ctypes.byref(_NUMBER))
    return _NUMBER.value


def ways_of_drawing(handle: int) -> tuple[bool, bool]:
    """Whether a path is filled, and whether its lines are drawn."""
    draw_mode(handle, ctypes.byref(_ONE), ctypes.byref(_OTHER))
    return bool(_ONE.value), bool(_OTHER.value)


def pixels_of_image(handle: int) -> tuple[int, int]:
    """Width and height of an image in its own pixels."""
    width, height = ctypes.c_uint(), ctypes.c_uint()
    image_size(handle, ctypes.byref(width), ctypes.byref(height))
    return width.value, height.value


def filters(handle: int) -> list[str]:
    """The names of the packings of an image, the outermost first."""
    names = []
    for index in range(image_filters(handle)):
        held = ctypes.create_string_buffer(64)
        image_filter(handle, index, held, 64)
        names.append(held.value.decode("latin-1"))
    return names


def image_data(handle: int, most: int, *, unpack: bool) -> bytes | None:
    """The bytes of an image, with all packings undone that are not of images; None beyond `most`."""
    get = image_unpacked if unpack else image_raw
    length = get(handle, None, 0)
    if length > most:
        return None
    held = ctypes.create_string_buffer(max(1, length))
    get(handle, held, length)
    return held.raw[:length]


def pixels(bitmap: int) -> tuple[bytes, int]:
    """The bytes of a bitmap and how many a row has."""
    stride = bitmap_stride(bitmap)
    return ctypes.string_at(bitmap_buffer(bitmap), stride * bitmap_height(bitmap)), stride


def letter_at(text: int, character: int) -> str:
    """The first unit of what a character of a page's text stands for."""
    held = (ctypes.c_ushort * 4)()
    get_text(text, max(0, text_index(text, character)), 1, held)
    return chr(held[0])


def origin_of(text: int, character: int) -> tuple[float, float]:
    """Where the glyph of a character begins, on its base line."""
    x, y = ctypes.c_double(), ctypes.c_double()
    character_origin(text, character, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value


def loose_box_of(text: int, character: int) -> tuple[float, float, float, float] | None:
    """Left, bottom, right, top of a character with the height of its font; None where it has none."""
    rect = raw.FS_RECTF()
    if not loose_box(text, character, ctypes.byref(rect)):
        return None
    return rect.left, rect.bottom, rect.right, rect.top


def width_in(font: int, letter: int) -> float | None:
    """The width of a letter, by its code point, in thousandths of the size of `font`."""
    held = ctypes.c_float()
    return held.value if font and glyph_width(font, letter, 1000.0, ctypes.byref(held)) else None
