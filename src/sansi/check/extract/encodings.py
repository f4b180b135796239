"""文字编码 · Which encoding a file is written in: the few that Chinese and English texts use.

A byte order mark decides. Then UTF-8, which hardly ever holds by accident; UTF-16 by where its
zero bytes stand; GB18030 (with GBK and GB2312) when most of what it would read are common Han
characters; Windows-1252 when there are only a few accented letters.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterator

UTF8, GB, WESTERN = "utf-8", "gb18030", "cp1252"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP/Office"),
    (b"\xd0\xcf\x11\xe0", "Office 97"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG", "PNG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"\x7fELF", "ELF"),
    (b"SQLite format 3", "SQLite"),
)
_HARMLESS = frozenset(b"\t\n\r\f\x08\x1b\x1a")
_CONTROLS = bytes(b for b in range(32) if b not in _HARMLESS) + b"\x7f"
_MOST_LOOKED_AT = 20_000


def marked(sample: bytes) -> str:
    """The encoding that a byte order mark at the beginning names, or ""."""
    return next((name for mark, name in _MARKS if sample.startswith(mark)), "")


def format_of(sample: bytes) -> str:
    """The name of the file format that `sample` begins like, or ""."""
    return next((name for magic, name in _FORMATS if sample.startswith(magic)), "")


def guessed(sample: bytes, *, whole: bool, utf8: bool) -> str:
    """The encoding of the text that begins with `sample`, or "" when it is no text.

    `whole` says that the sample is all there is; `utf8` that all of it was valid UTF-8.
    """
    if sixteen := _utf16(sample):
        return sixteen
    if len(sample.translate(None, _CONTROLS)) < len(sample) * 0.95 or format_of(sample):
        return ""
    if utf8:
        return UTF8
    if _is_chinese(sample, whole=whole):
        return GB
    return _western_or_broken(sample, whole=whole)


def _utf16(sample: bytes) -> str:
    # The zero halves of its ASCII characters; a Han character with one (一 is U+4E00) is rarer.
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if even + odd < 2:
        return ""
    name = "utf-16-le" if odd > even else "utf-16-be"
    text = _decoded(sample, name, whole=False)
    if text is None or sum(map(_is_usual, text)) < len(text) * 0.97:
        return ""
    return name


def _is_usual(c: str) -> bool:
    """Whether `c` is a letter, digit, mark or blank of a script in use, not some stray code."""
    return c in "\t\r\n" or (unicodedata.category(c)[0] in "LNPSZ" and (c < "\u3400" or c >= "\u4e00"))


def _decoded(sample: bytes, name: str, *, whole: bool) -> str | None:
    try:
        return codecs.getincrementaldecoder(name)().decode(sample, final=whole)
    except UnicodeDecodeError:
        return None


def _is_chinese(sample: bytes, *, whole: bool) -> bool:
    """Whether GB18030 holds and most of what it reads are the characters that people use."""
    text = _decoded(sample, GB, whole=whole)
    if text is None:
        return False
    foreign = [c for c in text if c > "\x7f"][:_MOST_LOOKED_AT]
    raw = [c.encode(GB) for c in foreign]
    common = sum(1 for b in raw if len(b) == 2 and 0xB0 <= b[0] <= 0xD7 and b[1] >= 0xA1)
    signs = sum(1 for b in raw if len(b) == 2 and 0xA1 <= b[0] <= 0xA3 and b[1] >= 0xA1)
    return common > 0 and (common + signs) * 10 >= len(raw) * 7


def _western_or_broken(sample: bytes, *, whole: bool) -> str:
    """UTF-8 with a few broken bytes, Windows-1252 with a few accents, or no text at all."""
    text = codecs.getincrementaldecoder(UTF8)("replace").decode(sample, final=whole)
    bad = text.count("\ufffd")
    good = sum(1 for c in text if c > "\x7f") - bad
    high = sum(b > 0x7F for b in sample)
    if good > bad:
        return UTF8
    if high * 4 <= len(sample) and _decoded(sample, WESTERN, whole=whole) is not None:
        return WESTERN
    return UTF8 if bad * 20 <= len(text) else ""


class Decoder:
    """Turns the bytes of a file into text, piece by piece, and counts what it could not read."""

    def __init__(self, encoding: str) -> None:
        """Decode from `encoding`; what is not valid becomes U+FFFD."""
        self.broken = 0
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")

    def pieces(self, blocks: Iterator[bytes]) -> Iterator[str]:
        """The text of `blocks`."""
        for block in blocks:
            yield self._counted(self._decoder.decode(block))
        yield self._counted(self._decoder.decode(b"", final=True))

    def _counted(self, text: str) -> str:
        self.broken += text.count("\ufffd")
        return text
