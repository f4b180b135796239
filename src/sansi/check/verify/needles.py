"""要找的值 · Values in all the ways in which a file may hold them, and texts made so that they are found in them."""

from __future__ import annotations

import html
import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator

import re2

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
# What nobody sees, and blanks; a tab stays, for it parts cells, which are different people's.
_UNSEEN = re.compile(
    r"[^\S\t]+|[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
# What people put between the groups of a number.
_JOINTS = re.compile(r"[-‐‑–—·.,_]")
_TAG = re.compile(r"<[^<>]*>")
# Where a paragraph, a cell or a record ends: the halves of two do not make a value.
_APART = re.compile(
    r"</?(?:\w+:)?(?:p|c|si|is|row|tr|td|th|li|div|h\d?|table-cell|Relationship|property)(?:[\s/][^<>]*)?>"
)
_FLOAT = re.compile(r"(?<![\w.])\d\.\d{4,}E\+?\d{1,2}(?!\w)")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|((?:%[0-9A-Fa-f]{2})+)")
# Shorter numbers and words turn up by chance within longer ones, so that something must end them on both sides.
_LONG = 8
# Shorter forms turn up by chance among packed bytes.
_TELLING = 6
_AT_A_TIME = 1_000


class Needles:
    """What is looked for. Values of fewer than two characters are nothing that could be looked for."""

    def __init__(self, values: Iterable[str]) -> None:
        """Look for `values`, however they are written."""
        bare = {v for value in values if len(v := _bare(value)) > 1}
        self.any = bool(bare)
        close = {v for v in (_JOINTS.sub("", b) for b in bare) if len(v) >= _LONG or not v.isascii()}
        self._bare = _pattern(re2.escape(v.encode()) for v in bare if not _is_short(v))
        self._short_words = _pattern(
            b"(?:^|[^0-9A-Za-z])" + re2.escape(v.encode()) + b"(?:[^0-9A-Za-z]|$)"
            for v in bare
            if _is_short(v)
        )
        self._close = _pattern(re2.escape(v.encode()) for v in close if len(v) > 1)
        forms = {form for value in values if len(_bare(value)) > 1 for form in _forms(value)}
        self._long = _pattern(re2.escape(f) for f in forms if len(f) >= _TELLING)
        self._short = _pattern(re2.escape(f) for f in forms if 4 <= len(f) < _TELLING)

    def in_bytes(self, data: bytes) -> bool:
        """Whether one of the values stands in `data`, as bytes or as the text that they are."""
        if self._long and self._long.search(data):
            return True
        if self._short and _loose(data) and self._short.search(data):
            return True
        return any(self.in_text(view) for view in _views(data))

    def in_text(self, text: str) -> bool:
        """Whether one of the values stands in `text`, whatever blanks, widths, cases and joints it has."""
        if self._short_words and self._short_words.search(_plain(text).encode("utf-8", "replace")):
            return True
        bare = _bare(text)
        if self._bare and self._bare.search(bare.encode("utf-8", "replace")):
            return True
        return bool(self._close and self._close.search(_JOINTS.sub("", bare).encode("utf-8", "replace")))


class _AnyOf:
    """Looks for any of many byte strings, some at a time: one pattern of all would outgrow its automaton."""

    def __init__(self, alternatives: list[bytes]) -> None:
        options = re2.Options()
        options.encoding = re2.Options.Encoding.LATIN1
        options.max_mem = 64 << 20
        self._patterns = [
            re2.compile(b"|".join(alternatives[at : at + _AT_A_TIME]), options)
            for at in range(0, len(alternatives), _AT_A_TIME)
        ]

    def search(self, data: bytes) -> bool:
        """Whether one of them is in `data`."""
        return any(pattern.search(data) for pattern in self._patterns)


def _pattern(alternatives: Iterable[bytes]) -> _AnyOf | None:
    listed = list(alternatives)
    return _AnyOf(listed) if listed else None


def _is_short(value: str) -> bool:
    return value.isascii() and len(value) < _LONG


def _plain(text: str) -> str:
    """`text` in one width and case."""
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).lower()


def _bare(text: str) -> str:
    """`text` in one width and case, without blanks and what is not seen."""
    return _UNSEEN.sub("", _plain(text))


def _forms(value: str) -> Iterator[bytes]:
    """The bytes of `value` in every encoding of documents, and the digits PDF writes them in."""
    for text in {value.strip(), _bare(value)}:
        for encoding in _ENCODINGS:
            raw = text.encode(encoding, "replace")
            if _is_short(text):
                # As a word of its own it is found in the text; as bytes it may be the middle of anything.
                continue
            yield raw
            yield raw.hex().encode()
            yield raw.hex().upper().encode()


def _loose(data: bytes) -> bool:
    """Whether `data` is not packed: among packed bytes four of them match by chance."""
    sample = data[: 1 << 16]
    return len(zlib.compress(sample, 1)) < 0.9 * len(sample)


def _views(data: bytes) -> Iterator[str]:
    text = _decoded(data)
    if not text:
        return
    yield text
    if "<" in text or "&" in text:
        stripped = html.unescape(_TAG.sub("", _APART.sub("\t", text)))
        yield _FLOAT.sub(lambda m: f"{float(m[0]):.0f}", stripped)
    if "\\u" in text or "%" in text:
        yield _ESCAPE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    if found[1]:
        return chr(int(found[1], 16))
    return bytes.fromhex(found[2].replace("%", "")).decode("utf-8", "replace")


def _decoded(data: bytes) -> str:
    """`data` as text; "" where it is none."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    head = data[:4096]
    if head.count(0) > len(head) // 8:
        wide = "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
        return data.decode(wide, "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""
