"""流 · Streams of a PDF file: whether they are whole, and how big they grow when unpacked.

What reads the page stops in silence at the first damaged byte, and unpacks a bomb to its end: so the streams
are looked at before. Flate data carries its own checksum.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

import pikepdf

from sansi.check.extract.budget import MEMBER_BYTES

_PACKED = 256 << 10
"""LZW gives up to 1,400 bytes for one; what is packed so is older than big files."""
_MOST_FILTERS = 4
_MOST_DRAWN = 100_000
_BIG = 128 << 10
"""Bytes, which may become 128 MB."""
_MOST_FORMS = 500


class Damaged(Exception):  # noqa: N818 - it says what the stream is
    """A stream that cannot be unpacked to its end."""


class TooBig(Exception):  # noqa: N818 - it says what the stream is
    """A stream that grows beyond what is read."""


class Health(NamedTuple):
    """What the streams of a page say of it, before it is read.

    `modes`: its text may be drawn in another way than filled. `letters`: each font tells which letters its codes
    are. `drawn`: how many forms are drawn, counting each time, as forms within forms multiply.
    """

    damaged: bool = False
    too_big: bool = False
    modes: bool = False
    letters: bool = True
    drawn: int = 1

    def beside(self, other: Health) -> Health:
        """What holds of something that has both parts; the forms are counted by who draws them."""
        return Health(
            self.damaged or other.damaged,
            self.too_big or other.too_big,
            self.modes or other.modes,
            self.letters and other.letters,
            max(self.drawn, other.drawn),
        )


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
    with pikepdf.new() as owner:
        return _all(pikepdf.Stream(owner, data, Filter=pikepdf.Name(name)))


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
        self._fonts: dict[Any, Health] = {}

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
        health, uses, left = _FINE, 0, MEMBER_BYTES
        for stream in streams:
            try:
                data = unpacked(stream, left)
            except Damaged:
                health = health._replace(damaged=True, modes=True)
                continue
            except TooBig:
                return health._replace(too_big=True)
            left -= len(data)
            uses += data.count(b"Do")
            health = health._replace(modes=health.modes or b"Tr" in data)
        inner = _FINE
        if isinstance(resources, pikepdf.Dictionary):
            for one in [*self._of_fonts(resources), *self._of_forms(resources, depth)]:
                inner = inner.beside(one)
        drawn = 1 + uses * inner.drawn
        return health.beside(inner)._replace(drawn=drawn, too_big=inner.too_big or drawn > _MOST_DRAWN)

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
            yield known


_FINE = Health()
# Collections whose characters PDFium knows by number (Adobe technical notes 5078 to 5080, 5093).
_COLLECTIONS = {"GB1", "CNS1", "Japan1", "Korea1", "KR"}


def _font(font: Any) -> Health:
    """Whether the table of letters of a font is whole, and whether the font tells its letters at all."""
    inner = next(iter(_listed(font.get("/DescendantFonts"))), font)
    if _shapes_swell(inner.get("/FontDescriptor") if isinstance(inner, pikepdf.Dictionary) else None):
        return Health(too_big=True)
    table = font.get("/ToUnicode")
    if isinstance(table, pikepdf.Stream):
        try:
            unpacked(table)
        except Damaged:
            return Health(damaged=True, letters=False)
        except TooBig:
            return Health(too_big=True)
        return _FINE
    if font.get("/Subtype") == "/Type0":
        info = inner.get("/CIDSystemInfo") if isinstance(inner, pikepdf.Dictionary) else None
        ordering = str(info.get("/Ordering", "")) if isinstance(info, pikepdf.Dictionary) else ""
        return Health(letters=ordering in _COLLECTIONS)
    plain = font.get("/Subtype") != "/Type3" and "/FontDescriptor" not in font
    return Health(letters=plain or "/Encoding" in font)


def _shapes_swell(descriptor: Any) -> bool:
    """Whether the shapes of a font are a bomb."""
    if not isinstance(descriptor, pikepdf.Dictionary):
        return False
    shapes = (descriptor.get(key) for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return any(isinstance(one, pikepdf.Stream) and swells(one) for one in shapes)


def swells(stream: Any) -> bool:
    """Whether a stream is a bomb. Only a big one is looked at: whole Chinese fonts have 20 MB."""
    filters = _names(stream.get("/Filter"))
    if len(filters) > 2 or filters.count("/FlateDecode") > 1:
        return True
    size = 0
    if "/FlateDecode" in filters and _length(stream) > _BIG:
        unpacker, data = zlib.decompressobj(), stream.read_raw_bytes()
        with suppress(zlib.error):
            while data and size <= MEMBER_BYTES:
                size += len(unpacker.decompress(data, 1 << 20))
                data = unpacker.unconsumed_tail
    return size > MEMBER_BYTES


def _length(stream: Any) -> int:
    try:
        return int(stream.get("/Length", 0))
    except (TypeError, ValueError):
        return _BIG + 1


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
