"""Archives of pages: every record is read under its address, one that is damaged costs only itself."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from sansi.check.extract.document import Document
from sansi.check.extract.extract import extract


def record(body: bytes, uri: str = "http://example.org/a", kind: str = "response", http: str = "") -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{http}\r\n".encode() if kind == "response" else b""
    block = head + body
    fields = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return fields.encode() + block + b"\r\n\r\n"


def text(document: Document) -> str:
    return "\n".join(s.text for s in document.segments)


def inside(document: Document, value: str) -> object:
    for segment in document.segments:
        at = segment.text.find(value)
        if at >= 0:
            return segment.locate(at, at + len(value)).as_dict()["inside"]
    raise AssertionError(value)


PAGES = [record(f"<html><p>PLANT-{n}</p></html>".encode(), f"http://example.org/{n}") for n in range(9)]


def test_pages_are_read_under_their_addresses() -> None:
    document = extract(b"".join(PAGES))

    assert document.kind == "warc"
    assert inside(document, "PLANT-8") == ["http://example.org/8"]
    assert document.gaps == []


def test_packed_records_are_read_and_a_damaged_one_costs_only_itself() -> None:
    members = [gzip.compress(page) for page in PAGES]
    whole = extract(b"".join(members))
    middle = bytearray(members[4])
    middle[14:60] = b"\xff" * 46
    broken = extract(b"".join([*members[:4], bytes(middle), *members[5:]]))

    assert whole.gaps == []
    assert [f"PLANT-{n}" in text(whole) for n in range(9)] == [True] * 9
    assert [f"PLANT-{n}" in text(broken) for n in range(9)] == [True] * 4 + [False] + [True] * 4
    assert broken.gaps


@pytest.mark.parametrize(
    ("http", "body"),
    [
        ("Transfer-Encoding: chunked\r\n", b"5\r\nPLANT\r\n2;x=y\r\n-7\r\n0\r\n\r\n"),
        ("Content-Encoding: gzip\r\n", gzip.compress(b"PLANT-7")),
        ("Content-Encoding: gzip\r\n", b"PLANT-7"),
        ("Set-Cookie: PLANT-7\r\n", b""),
    ],
    # Not the bytes: gzip holds the time, and parallel runs must agree on the names of the tests.
    ids=["chunked", "gzip", "gzip taken off", "cookie"],
)
def test_bodies_and_headers_are_decoded(http: str, body: bytes) -> None:
    document = extract(record(body, http=http))

    assert inside(document, "PLANT-7") == ["http://example.org/a"]


def test_requests_and_resources_are_read() -> None:
    request = record(b"POST /x HTTP/1.1\r\nCookie: PLANT-1\r\n\r\npassword=PLANT-2", kind="request")
    document = extract(request + record(b"PLANT-3", kind="resource"))

    assert all(f"PLANT-{n}" in text(document) for n in (1, 2, 3))


def test_an_uncommon_packing_and_a_bomb_are_gaps() -> None:
    packed = record(b"\x0b\x02", http="Content-Encoding: br\r\n")
    bomb = record(gzip.compress(bytes(40 << 20)), http="Content-Encoding: gzip\r\n")

    gaps = " ".join(gap.en for gap in extract(packed + bomb + PAGES[0]).gaps)
    assert "br, zstd" in gaps
    assert "bomb" in gaps


def test_a_wrong_length_or_a_cut_is_a_gap_and_the_rest_is_read() -> None:
    wrong = PAGES[0].replace(b"Content-Length: ", b"Content-Length: 9")
    document = extract(wrong + PAGES[1])

    assert "PLANT-0" in text(document)
    assert "PLANT-1" in text(document)
    assert document.gaps
    for k in range(1, 16):
        assert extract(PAGES[0][: len(PAGES[0]) * k // 17]).gaps


def test_what_is_no_record_is_read_as_it_stands() -> None:
    cut = extract(b"WARC/1.1\r\nPLANT-1")

    assert "PLANT-1" in text(cut)
    assert cut.gaps
    assert "PLANT-1" in text(extract(b"WARC/1.1\nPLANT-1\n" + PAGES[0]))


def test_a_wacz_is_read() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("datapackage.json", '{"title": "PLANT-title"}')
        archive.writestr("archive/data.warc.gz", b"".join(map(gzip.compress, PAGES)))
    document = extract(held.getvalue())

    assert document.kind == "wacz"
    assert inside(document, "PLANT-3") == ["archive/data.warc.gz", "http://example.org/3"]
    assert "PLANT-title" in text(document)
