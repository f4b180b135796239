"""电子印章 · The words and pictures in an electronic seal or a signature (GB/T 38540, X.690 DER)."""

from __future__ import annotations

_UTF8, _PRINTABLE, _IA5, _BMP, _OCTETS = 12, 19, 22, 30, 4
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"PK\3\4")
_MOST = 20_000


def seal_words(data: bytes) -> tuple[list[str], list[bytes]]:
    """The texts and the pictures in DER; what is no DER has neither."""
    texts: list[str] = []
    pictures: list[bytes] = []
    waiting = [(0, len(data))]
    for _ in range(_MOST):
        if not waiting:
            break
        at, end = waiting.pop()
        if at + 2 > end:
            continue
        tag, size, start = data[at], data[at + 1], at + 2
        if size & 0x80:
            count = size & 0x7F
            if not 0 < count < 5:
                continue
            size = int.from_bytes(data[start : start + count], "big")
            start += count
        stop = min(end, start + size)
        waiting.append((stop, end))
        if tag & 0x20:
            waiting.append((start, stop))
        else:
            _leaf(tag & 0x1F, data[start:stop], texts, pictures)
    return list(dict.fromkeys(texts)), pictures


def _leaf(tag: int, value: bytes, texts: list[str], pictures: list[bytes]) -> None:
    if tag in (_UTF8, _PRINTABLE, _IA5, _BMP):
        text = value.decode("utf-16-be" if tag == _BMP else "utf-8", "replace")
        if len(text) > 1:
            texts.append("".join(c if c.isprintable() else " " for c in text))
    elif tag == _OCTETS and value.startswith(_PICTURES):
        pictures.append(value)
