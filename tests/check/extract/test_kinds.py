"""What a file is, is told from its bytes."""

from __future__ import annotations

import io
import zipfile

import pytest

from sansi.check.extract.kinds import kind_of


def zipped(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "text"),
        ("会议纪要".encode(), "text"),
        ("会议纪要，请各单位抓紧落实。".encode("gb18030"), "text"),
        (b"BZh is how this sentence begins", "text"),
        (b"MZ and so on", "text"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "jpeg"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "webp"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "heic"),
        (b"\0\0\0\x18ftypisom\0\0\0\0", "video"),
        (b"From: a@example.org\nTo: b@example.org\nSubject: x\n\nhello", "eml"),
        (b"Name: a\nAge: 3\n", "text"),
        (b"From a@example.org Mon\nFrom: a\nTo: b\nSubject: x\n\n", "mbox"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"\xff\xfe<\0h\0t\0m\0l\0>\0", "html"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"WARC/1.1\r\n", "warc"),
        (bytes(range(256)), "unknown"),
        (zipped("[Content_Types].xml", "word/document.xml"), "docx"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (zipped("[Content_Types].xml", "xl/workbook.bin", "xl/worksheets/sheet1.bin"), "xlsb"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "pptx"),
        (zipped("OFD.xml", "Doc_0/Document.xml"), "ofd"),
        (zipped("word/notes.txt"), "zip"),
        (zipped("[Content_Types].xml", "word/document.xml")[:60], "zip"),
        (zipped("[Content_Types].xml", "word/document.xml")[:110], "docx"),
    ],
    # Not the bytes: zip files hold the time, and parallel runs must agree on the names of the tests.
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_kind_is_told_from_the_bytes(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind
