"""网页存档 · Records of a WARC: each page that was kept, with the address it came from (ISO 28500)."""

from __future__ import annotations

import re
import zlib

from sansi.check.extract.budget import FILES, RATIO, RATIO_FREE, Budget, too_big
from sansi.check.extract.document import Document, Embedded, Unreadable, Weave
from sansi.check.extract.readers.text import decoded, lines_of
from sansi.check.model import Both
from sansi.check.place import FieldPlace, InnerPlace

_START = re.compile(rb"WARC/[01]\.\d+\r?\n")
_FIELD = re.compile(rb"(?m)^([!-9;-~]+):[ \t]*([^\r\n]*)")
_CUT = Both(
    "网页存档有损坏或不完整的记录，其余照常检查；请重新取得一份",
    "has records that are damaged or cut short, all others were checked: get it anew",
)
_PACKED = Both(
    "有的网页用了不常见的压缩（br、zstd），没有检查；请用浏览器另存再查",
    "keeps pages in an uncommon packing (br, zstd), which were not checked: save them with a browser",
)
_MANY = Both(
    f"网页存档超过 {FILES} 条记录，其余没有检查；请拆成几份再查",
    f"holds more than {FILES} records, the rest were not checked: split it and check the parts",
)
# What a crawler says of itself and of the request; the address stands in the response too.
_DULL = frozenset(
    b"""warc-type warc-record-id warc-date content-length content-type warc-block-digest warc-payload-digest
    warc-concurrent-to warc-refers-to warc-refers-to-date warc-warcinfo-id warc-ip-address
    warc-identified-payload-type warc-profile warc-truncated warc-segment-number""".split()
)
_HTTP = frozenset({b"response", b"request"})


def read_into(document: Document, data: bytes, budget: Budget) -> None:
    """Set the contents of every record aside as files within; what their headers say is text."""
    weave = Weave()
    at, number = _next(data, 0), 0
    if at:
        document.gaps.append(_CUT)
        _loose(document, data[:at] if at > 0 else data)
    while at >= 0:
        number += 1
        if number > FILES:
            document.gaps.append(_MANY)
            break
        at = _record(document, weave, data, at, budget)
    document.segments += weave.segments()
    document.gaps[:] = dict.fromkeys(document.gaps)


def _loose(document: Document, data: bytes) -> None:
    """What is no record: its words are read as they stand."""
    text, _, _ = decoded(data) if data.strip() else ("", "", 0)
    if text:
        document.segments.append(lines_of(text))


def _next(data: bytes, at: int) -> int:
    found = _START.search(data, at)
    return found.start() if found else -1


def _record(document: Document, weave: Weave, data: bytes, at: int, budget: Budget) -> int:
    """Read the record at `at`; gives where the next begins, -1 behind the last."""
    match = re.compile(rb"\r?\n\r?\n").search(data, at, at + 65_536)
    if not match:
        document.gaps.append(_CUT)
        after = _next(data, at + 5)
        _loose(document, data[at:after] if after > 0 else data[at:])
        return after
    fields = {k.lower(): v.strip() for k, v in _FIELD.findall(data[at : match.start()])}
    length = fields.get(b"content-length", b"")
    begin = match.end()
    end = begin + int(length) if length.isdigit() and len(length) < 12 else len(data) + 1
    after = _next(data, end) if end <= len(data) else -1
    if end > len(data) or (after > end + 8 and after >= 0) or (after < 0 and data[end:].strip()):
        # Its length is not true: what follows tells where it ends.
        document.gaps.append(_CUT)
        after = _next(data, begin)
        end = after if after >= 0 else len(data)
    _content(document, weave, data[at : match.start()], data[begin:end], budget)
    return after


def _content(document: Document, weave: Weave, head: bytes, block: bytes, budget: Budget) -> None:
    fields = {k.lower(): v.strip() for k, v in _FIELD.findall(head)}
    kind = fields.get(b"warc-type", b"").lower()
    address = fields.get(b"warc-target-uri", b"").strip(b"<>").decode("utf-8", "replace")
    name = (
        "".join(c if c.isprintable() else "\ufffd" for c in address)[:300]
        or kind.decode("ascii", "replace")
        or "?"
    )
    for line in head.split(b"\n")[1:]:
        if line.partition(b":")[0].strip().lower() not in _DULL and line.strip():
            weave.add(line.decode("utf-8", "replace").strip() + "\n", InnerPlace((name,), FieldPlace("WARC")))
    if kind == b"revisit":
        return
    if kind in _HTTP and block.startswith(
        (b"HTTP/", b"GET ", b"POST ", b"PUT ", b"HEAD ", b"DELETE ", b"PATCH ")
    ):
        http, _, body = block.partition(b"\r\n\r\n")
        place = InnerPlace((name,), FieldPlace("HTTP"))
        weave.add(http.decode("utf-8", "replace") + "\n\n", place)
        try:
            block = _body(http, body, budget)
        except Unreadable as error:
            document.gaps.append(Both(f"“{name}”：{error.reason.zh}", f"“{name}”: {error.reason.en}"))
            return
    if block.strip():
        document.embedded.append(Embedded(name, block, optional=kind not in (b"response", b"resource")))


def _body(head: bytes, body: bytes, budget: Budget) -> bytes:
    """The content of an HTTP message without its transfer and content coding (RFC 9112 7.1, RFC 9110 8.4)."""
    fields = {k.lower(): v.strip().lower() for k, v in _FIELD.findall(head)}
    if b"chunked" in fields.get(b"transfer-encoding", b""):
        body = _unchunked(body)
    coding = fields.get(b"content-encoding", b"identity")
    if coding in (b"gzip", b"x-gzip", b"deflate"):
        return _inflated(body, budget)
    if coding in (b"br", b"zstd", b"compress"):
        raise Unreadable(_PACKED)
    return body


def _unchunked(body: bytes) -> bytes:
    out: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\n", at, at + 200)
        size = body[at:end].split(b";")[0].strip() if end >= 0 else b""
        if not re.fullmatch(rb"[0-9a-fA-F]{1,8}", size):
            # Many crawlers keep the header but not the coding.
            return b"".join(out) + body[at:]
        length = int(size, 16)
        if not length:
            return b"".join(out)
        out.append(body[end + 1 : end + 1 + length])
        at = end + 1 + length
        at += 2 if body[at : at + 2] == b"\r\n" else body[at : at + 1] == b"\n"


def _inflated(body: bytes, budget: Budget) -> bytes:
    # Kept unpacked although the header says otherwise: what it holds is what is read.
    bits = 31 if body[:2] == b"\x1f\x8b" else 15 if body[:1] == b"\x78" else -15
    limit = max(RATIO_FREE, RATIO * len(body))
    try:
        out = zlib.decompressobj(bits).decompress(body, limit + 1)
    except zlib.error:
        return body
    if len(out) > limit:
        raise too_big(f"{RATIO}:1")
    budget.unpack(len(out))
    return out
