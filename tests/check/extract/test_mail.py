"""Messages are read whole: header, bodies, attachments, messages within."""

from __future__ import annotations

import io
import random
import time
import zipfile
from email.message import EmailMessage

import pytest

from sansi.check.extract.document import Document, Unreadable
from sansi.check.extract.extract import extract

START = b"From: a@example.org\nTo: b@example.org\nSubject: x\nMIME-Version: 1.0\n"


def message() -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "王小明 <PLANT-from@example.org>"
    mail["To"] = "PLANT-to@example.org"
    mail["Cc"] = "PLANT-cc@example.org"
    mail["Bcc"] = "PLANT-bcc@example.org"
    mail["Subject"] = "机密★ PLANT-subject"
    mail["Received"] = (
        "from PC-ZHANG (PC-ZHANG [192.168.3.77]) by mx.example.org; Mon, 1 Jan 2024 00:00:00 +0800"
    )
    mail["X-Custom"] = "PLANT-custom"
    mail["Message-ID"] = "<not-an-address@example.org>"
    mail.set_content("line one\nPLANT-body 中文\n", charset="gb18030")
    mail.add_alternative("<p>line one<br>PLANT-html</p><a href='mailto:PLANT-link'>x</a>", subtype="html")
    mail.add_attachment(b"PLANT-attached", maintype="text", subtype="plain", filename="名单PLANT-name.txt")
    inner = EmailMessage()
    inner["Subject"] = "PLANT-inner"
    inner.set_content("PLANT-innerbody")
    inner.add_attachment(b"PLANT-deep", maintype="application", subtype="octet-stream", filename="deep.bin")
    mail.add_attachment(inner)
    return mail


def place(document: Document, value: str) -> dict[str, object]:
    for segment in document.segments:
        at = segment.text.find(value)
        if at >= 0:
            return segment.locate(at, at + len(value)).as_dict()
    raise AssertionError(value)


@pytest.mark.parametrize(
    ("value", "where"),
    [
        ("PLANT-from", {"kind": "field", "name": "From"}),
        ("PLANT-to", {"kind": "field", "name": "To"}),
        ("PLANT-cc", {"kind": "field", "name": "Cc"}),
        ("PLANT-bcc", {"kind": "field", "name": "Bcc"}),
        ("机密★ PLANT-subject", {"kind": "field", "name": "Subject"}),
        ("PC-ZHANG", {"kind": "field", "name": "Received"}),
        ("PLANT-custom", {"kind": "field", "name": "X-Custom"}),
        ("PLANT-body 中文", {"kind": "paragraph", "part": "body", "index": 2}),
        ("PLANT-html", {"kind": "text", "line": 1, "column": 16, "inside": ["HTML"]}),
        ("PLANT-link", {"kind": "text", "line": 1, "column": 46, "inside": ["HTML"]}),
        ("PLANT-name", {"kind": "field", "name": "filename"}),
        ("PLANT-attached", {"kind": "text", "line": 1, "column": 1, "inside": ["名单PLANT-name.txt"]}),
        ("PLANT-inner", {"kind": "field", "name": "Subject", "inside": ["PLANT-inner"]}),
        ("PLANT-innerbody", {"kind": "paragraph", "part": "body", "index": 1, "inside": ["PLANT-inner"]}),
        ("PLANT-deep", {"kind": "text", "line": 1, "column": 1, "inside": ["PLANT-inner › deep.bin"]}),
    ],
)
def test_a_plant_in_every_part_is_found_where_it_stands(value: str, where: dict[str, object]) -> None:
    document = extract(message().as_bytes())

    assert place(document, value) == where
    assert document.gaps == []


def test_facts_of_the_header() -> None:
    facts = extract(message().as_bytes()).facts

    assert [(f.rule, f.where.as_dict()["name"]) for f in facts] == [
        ("meta-author", "Bcc"),
        ("meta-author", "Received"),
    ]


def test_what_both_bodies_say_is_said_once() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "x"
    mail.set_content("same words\nPLANT\n")
    mail.add_alternative("<p>same <b>words</b></p><p>PLANT</p>", subtype="html")

    assert sum(s.text.count("PLANT") for s in extract(mail.as_bytes()).segments) == 1


def test_headers_of_parts_are_read() -> None:
    bounce = (
        b"Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n"
        b"Reporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822; PLANT-bounced@example.org\n\n"
        b"--b\nContent-Type: text/plain\nContent-Description: PLANT-described\n\nx\n--b--\n"
    )
    document = extract(START + bounce)

    assert place(document, "PLANT-bounced") == {"kind": "field", "name": "Final-Recipient"}
    assert place(document, "PLANT-described") == {"kind": "field", "name": "Content-Description"}


def test_raw_gbk_in_a_header_is_read() -> None:
    data = "From: a@example.org\nTo: b@example.org\nSubject: 内部资料\n\n正文内容".encode("gb18030")

    document = extract(data)
    assert place(document, "内部资料") == {"kind": "field", "name": "Subject"}
    assert place(document, "正文内容")["index"] == 1


def test_mailboxes_are_read_message_by_message() -> None:
    one = b"From a@example.org Mon Jan  1 00:00:00 2024\n" + START + b"\nfirst PLANT-1\n>From here on\n\n"
    two = b"From b@example.org Tue Jan  2 00:00:00 2024\n" + START + b"\nPLANT-2\n"
    document = extract(one + two)

    assert document.kind == "mbox"
    assert place(document, "PLANT-1")["inside"] == ["#1"]
    assert place(document, "PLANT-2")["inside"] == ["#2"]
    assert place(document, "\nFrom here")["inside"] == ["#1"]


@pytest.mark.parametrize(
    "kind", ["application/pkcs7-mime; smime-type=enveloped-data", "application/pgp-encrypted"]
)
def test_encrypted_messages_are_said_to_be(kind: str) -> None:
    document = extract(START + f"Content-Type: {kind}\n\nxyz".encode())

    assert any("encrypted" in gap.en for gap in document.gaps)


def test_a_message_that_is_cut_says_so() -> None:
    whole = message().as_bytes()
    outcomes = [bool(extract(whole[: len(whole) * k // 16]).gaps) for k in range(1, 16)]
    assert outcomes[8:] == [True] * 7


def test_broken_coding_says_so() -> None:
    document = extract(START + b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nQUJ!DRA=QQ\n")

    assert any("encoding is broken" in gap.en for gap in document.gaps)


def test_attachments_are_read_by_their_own_readers() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt", "PLANT-zip")
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "x"
    mail.set_content("x")
    mail.add_attachment(held.getvalue(), maintype="application", subtype="zip", filename="a.zip")

    assert place(extract(mail.as_bytes()), "PLANT-zip")["inside"] == ["a.zip", "a.txt"]


def outcome(data: bytes) -> str:
    try:
        return "partly" if extract(data).gaps else "read"
    except Unreadable:
        return "unreadable"


def nested(depth: int) -> bytes:
    top = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth))
    return START + top + b"Content-Type: text/plain\n\nPLANT"


def forwarded(depth: int) -> bytes:
    return START + b"Content-Type: message/rfc822\n\n" * depth + b"Subject: x\n\nPLANT"


@pytest.mark.parametrize(
    "data",
    [
        nested(3000),
        nested(150),
        forwarded(50),
        forwarded(3000),
        START + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 20_000 + b"--b--\n",
        START + b"X: y\n" * 100_000 + b"\nbody",
        START + b"To: " + b"a@example.org, " * 5_000 + b"\n\nbody",
        START + b"Cc: " + b"(" * 5_000 + b"\n\nbody",
        START + b"Subject: " + b"=?utf-8?q?" * 5_000 + b"\n\nbody",
    ],
    ids=[
        "parts",
        "fewer parts",
        "forwards",
        "more forwards",
        "many",
        "header",
        "addresses",
        "brackets",
        "words",
    ],
)
def test_hostile_messages_have_an_outcome_soon(data: bytes) -> None:
    start = time.process_time()
    assert outcome(data)
    assert time.process_time() - start < 5


def test_messages_with_flipped_bytes_are_read() -> None:
    whole = message().as_bytes()
    rng = random.Random(5)
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(6):
            broken[rng.randrange(len(broken))] = rng.randrange(256)
        assert outcome(bytes(broken))
