"""流 · Streams of a PDF file: whether they are whole, and how big they grow when unpacked.

What reads the page stops in silence at the first damaged byte, and unpacks a bomb to its end: so the streams
are looked at before. Flate data carries its own checksum.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf

from sansi.check.extract.budget import MEMBER_BYTES

_PACKED = 256 << 10
"""LZW gives up to 1,400 bytes for one; what is packed so is older than big files."""
_MOST_FILTERS = 4
_MOST_FORMS = 500


class Damaged(Exception):  # noqa: N818 - it says what the stream is
    """A stream that cannot be unpacked to its end."""


class TooBig(Exception):  # noqa: N818 - it says what the stream is
    """A stream that grows beyond what is read."""


class Health(NamedTuple):
    """What became of the streams of a page, and whether its text may be drawn in another way than filled."""

    damaged: bool
    too_big: bool
    modes: bool
    letters: bool
    """Whether each font tells which letters its codes are."""


def unpacked(stream: Any, limit: int = MEMBER_BYTES) -> bytes:
    """The bytes of a stream; raises TooBig beyond `limit`, Damaged where they break off."""
    filters = _names(stream.get("/Filter"))
    data: bytes = stream.read_raw_bytes()
    if len(filters) > _MOST_FILTERS:
        raise TooBig
    for name in filters:
        data = _inflated(data, limit) if name in ("/FlateDecode", "/Fl") else _by_library(name, data)
    if len(data) > limit:
        raise TooBig
    # What was predicted still has to be put together, which cannot make it bigger.
    return _all(stream) if _predicted(stream) else data


def _by_library(name: str, data: bytes) -> bytes:
    """One packing undone that carries no checksum: the library does not look at those of Flate."""
    if len(data) > (_PACKED if name in ("/LZWDecode", "/RunLengthDecode") else MEMBER_BYTES):
        raise TooBig
    return _all(pikepdf.Stream(pikepdf.new(), data, Filter=pikepdf.Name(name)))


def _all(stream: Any) -> bytes:
    try:
        data: bytes = stream.read_bytes()
    except (pikepdf.PdfError, NotImplementedError) as error:
        raise Damaged from error
    return data


def _inflated(raw: bytes, limit: int) -> bytes:
    if not raw:
        return b""  # an empty page, packed
    unpacker = zlib.decompressobj()
    try:
        data = unpacker.decompress(raw, limit + 1)
        if len(data) > limit:
            raise TooBig
        if not unpacker.eof:
            raise Damaged
    except zlib.error as error:
        raise Damaged from error
    return data


def _names(value: Any) -> list[str]:
    if value is None:
        return []
    return [str(v) for v in value] if isinstance(value, pikepdf.Array) else [str(value)]


def _predicted(stream: Any) -> bool:
    """Whether the unpacked bytes would still have to be put together."""
    parameters = stream.get("/DecodeParms")
    one = [parameters] if isinstance(parameters, pikepdf.Dictionary) else parameters or []
    return any(isinstance(p, pikepdf.Dictionary) and int(p.get("/Predictor", 1)) > 1 for p in one)


class Streams:
    """Looks at the streams of one page after the other, at each shared one only once."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self._forms: dict[Any, Health] = {}
        self._fonts: dict[Any, tuple[bool, bool]] = {}

    def of_page(self, page: Any) -> Health:
        """The health of what a page draws, forms and the letters of fonts included."""
        contents = page.get("/Contents")
        streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        return self._of(
            [s for s in streams if isinstance(s, pikepdf.Stream)], inherited(page, "/Resources"), 0
        )

    def of_form(self, form: Any) -> Health:
        """The health of a form object, such as the drawing of an annotation."""
        return self._of([form], form.get("/Resources"), 0)

    def _of(self, streams: list[Any], resources: Any, depth: int) -> Health:
        damaged = too_big = modes = False
        left = MEMBER_BYTES
        for stream in streams:
            try:
                data = unpacked(stream, left)
                left -= len(data)
                modes = modes or b"Tr" in data
            except Damaged:
                damaged = modes = True
            except TooBig:
                too_big = True
        letters = True
        if isinstance(resources, pikepdf.Dictionary):
            for inner in [*self._of_fonts(resources), *self._of_forms(resources, depth)]:
                damaged, too_big = damaged or inner.damaged, too_big or inner.too_big
                modes, letters = modes or inner.modes, letters and inner.letters
        return Health(damaged, too_big, modes, letters)

    def _of_forms(self, resources: Any, depth: int) -> Iterator[Health]:
        for form in _values(resources.get("/XObject")):
            if not isinstance(form, pikepdf.Stream) or form.get("/Subtype") != "/Form":
                continue
            if form.objgen not in self._forms:
                if depth > 12 or len(self._forms) > _MOST_FORMS:
                    continue
                self._forms[form.objgen] = _FINE  # a form that draws itself ends here
                self._forms[form.objgen] = self._of([form], form.get("/Resources"), depth + 1)
            yield self._forms[form.objgen]

    def _of_fonts(self, resources: Any) -> Iterator[Health]:
        for font in _values(resources.get("/Font")):
            if not isinstance(font, pikepdf.Dictionary):
                continue
            known = self._fonts.get(font.objgen) if font.is_indirect else None
            if known is None:
                known = _font(font)
                if font.is_indirect:
                    self._fonts[font.objgen] = known
            yield Health(known[0], too_big=False, modes=False, letters=known[1])


_FINE = Health(damaged=False, too_big=False, modes=False, letters=True)
# Collections whose characters PDFium knows by number (Adobe technical notes 5078 to 5080, 5093).
_COLLECTIONS = {"GB1", "CNS1", "Japan1", "Korea1", "KR"}


def _font(font: Any) -> tuple[bool, bool]:
    """Whether the table of letters of a font is damaged, and whether the font tells its letters at all."""
    table = font.get("/ToUnicode")
    if isinstance(table, pikepdf.Stream):
        try:
            unpacked(table)
        except (Damaged, TooBig):
            return True, False
        return False, True
    if font.get("/Subtype") == "/Type0":
        inner = next(iter(_listed(font.get("/DescendantFonts"))), None)
        info = inner.get("/CIDSystemInfo") if isinstance(inner, pikepdf.Dictionary) else None
        ordering = str(info.get("/Ordering", "")) if isinstance(info, pikepdf.Dictionary) else ""
        return False, ordering in _COLLECTIONS
    return False, font.get("/Subtype") != "/Type3" and "/FontDescriptor" not in font or "/Encoding" in font


def _values(value: Any) -> list[Any]:
    return [value[key] for key in value.keys()] if isinstance(value, pikepdf.Dictionary) else []  # noqa: SIM118 - not a dict


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, pikepdf.Array) else []


def inherited(page: Any, key: str) -> Any:
    """An attribute of a page or of the branches it hangs from."""
    for _ in range(64):
        if not isinstance(page, pikepdf.Dictionary):
            return None
        value = page.get(key)
        if value is not None:
            return value
        page = page.get("/Parent")
    return None
