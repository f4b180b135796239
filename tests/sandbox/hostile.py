"""Files made to harm whoever reads them: bombs, mazes, lies. Generated, never kept.

`CASES` are small enough for every run; `BIG` are the sizes that measured libraries died of.
"""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from tests.sandbox.sound import (
    FONT,
    PAGE,
    PHONE,
    WORDS,
    W,
    X,
    docx_parts,
    mail,
    ods,
    odt_parts,
    pdf,
    pdf_of,
    picture,
    sound,
    stream_of,
    xlsx_parts,
    zipped,
)

MEBI = 1 << 20


@dataclass(frozen=True)
class Case:
    """A hostile file. `hides`: it has words that nobody could read, so that "clean" would be a lie."""

    name: str
    make: Callable[[], bytes]
    hides: bool = True


# Bombs.


class Member(NamedTuple):
    """A member of an archive as it is written, whatever it says of itself."""

    name: bytes
    raw: bytes
    crc: int
    says_size: int
    flags: int = 0


def deflated(mebibytes: int, filling: bytes = b"A") -> tuple[bytes, int]:
    """(raw deflate, CRC) of so many MiB of the same byte: one flushed block, over and over."""
    block = filling * MEBI
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    crc = 0
    for _ in range(mebibytes):
        crc = zlib.crc32(block, crc)
    return packed * mebibytes + b"\x03\x00", crc


def raw_zip(*members: Member) -> bytes:
    out, directory = b"", b""
    for m in members:
        place = len(out)
        common = struct.pack(
            "<HHHHHIIIHH", 20, m.flags, 8, 0, 33, m.crc, len(m.raw), m.says_size, len(m.name), 0
        )
        out += b"PK\x03\x04" + common + m.name + m.raw
        directory += b"PK\x01\x02\x14\0" + common + struct.pack("<HHHII", 0, 0, 0, 0, place) + m.name
    count = len(members)
    return (
        out
        + directory
        + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(out), 0)
    )


def member(name: str, data: bytes | str) -> Member:
    data = data.encode() if isinstance(data, str) else data
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return Member(name.encode(), packer.compress(data) + packer.flush(), zlib.crc32(data), len(data))


def bomb_in(parts: dict[str, bytes | str], which: str, mebibytes: int, *, says: int | None = None) -> bytes:
    raw, crc = deflated(mebibytes)
    size = mebibytes * MEBI if says is None else says
    small = [member(name, data) for name, data in parts.items() if name != which]
    return raw_zip(*small, Member(which.encode(), raw, crc, size))


def overlapping_zip(count: int, mebibytes: int) -> bytes:
    """Every member of the directory is the same bytes of the file."""
    raw, crc = deflated(mebibytes)
    one = raw_zip(Member(b"a.txt", raw, crc, mebibytes * MEBI))
    start = one.index(b"PK\x01\x02")
    directory = one[start : start + 46 + 5] * count
    return (
        one[:start]
        + directory
        + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), start, 0)
    )


def nested_zip(depth: int) -> bytes:
    data = WORDS.encode()
    name = "a.txt"
    for _ in range(depth):
        data, name = zipped({name: data}), "inner.zip"
    return data


def encrypted_zip() -> bytes:
    raw, crc = deflated(1)
    return raw_zip(Member(b"a.txt", raw, crc, MEBI, flags=1))


def many_members(count: int) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for number in range(count):
            archive.writestr(f"{number}.txt", "")
        archive.writestr("z.txt", WORDS)
    return held.getvalue()


# XML.

LAUGHS = (
    "<!DOCTYPE r [<!ENTITY a0 'lol'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 11))
    + "]>"
)
QUADRATIC = f"<!DOCTYPE r [<!ENTITY a10 '{'x' * 100_000}'>]>"
OUTSIDE = "<!DOCTYPE r [<!ENTITY a10 SYSTEM 'file:///etc/passwd'>]>"
PARAMETER = "<!DOCTYPE r [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'>%p;<!ENTITY a10 'x'>]>"


def word_with(dtd: str, times: int = 1) -> str:
    text = f"<w:p><w:r><w:t>{'&a10;' * times}</w:t></w:r></w:p>"
    return f'<?xml version="1.0"?>{dtd}<w:document xmlns:w="{W}"><w:body>{text}</w:body></w:document>'


def sheet_of(rows: str, dtd: str = "") -> str:
    return f'<?xml version="1.0"?>{dtd}<worksheet xmlns="{X}"><sheetData>{rows}</sheetData></worksheet>'


def cell(ref: str, text: str) -> str:
    return f'<c r="{ref}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet_with(dtd: str) -> str:
    return sheet_of(f'<row r="1">{cell("A1", "&a10;")}</row>', dtd)


def deep_word(depth: int) -> str:
    inner = f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>"
    body = "<w:sdt>" * depth + inner + "</w:sdt>" * depth
    return f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def sparse_sheet() -> str:
    return sheet_of(
        f'<row r="1">{cell("A1", "1")}</row><row r="1048576">{cell("XFD1048576", WORDS)}</row>'
    ).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')


def bad_references() -> str:
    wrong = (("A1", "-5"), ("ZZZZZZZZ99999999999", "9" * 400), ("", "x"), ("A0", "1e400"))
    cells = "".join(f'<c r="{ref}" t="s"><v>{value}</v></c>' for ref, value in wrong)
    return sheet_of(f'<row r="-1">{cells}</row>')


# PDF.


def flate_pdf(mebibytes: int, layers: int = 1) -> bytes:
    raw, _ = deflated(mebibytes, b" ")
    adler = 1
    for _ in range(mebibytes):
        adler = zlib.adler32(b" " * MEBI, adler)
    data = b"\x78\x9c" + raw + struct.pack(">I", adler)
    for _ in range(layers - 1):
        data = zlib.compress(data, 9)
    return pdf(data, b"/Filter[" + b"/FlateDecode" * layers + b"]")


def many_pages(count: int) -> bytes:
    """One page object, over and over, and words on the last."""
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%b 6 0 R]>>" % (count + 1, b"3 0 R " * count),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        stream_of(f"BT /F1 12 Tf 72 700 Td (Mobile phone: {PHONE}) Tj ET".encode()),
        FONT,
        PAGE,
    )


def page_loop() -> bytes:
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 3 0 R]/Count 1000000>>",
        b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 1000000>>",
    )


def xref_loop() -> bytes:
    data = pdf()
    place = data.rindex(b"xref\n0")
    place = data.index(b"xref\n0")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % place)


def form_loop() -> bytes:
    """A drawing that draws itself."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"
    page = PAGE.replace(b"/Font<<", b"/XObject<</X 6 0 R>>/Font<<")
    text = f"/X Do /X Do BT /F1 12 Tf 72 700 Td (Mobile phone: {PHONE}) Tj ET".encode()
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page,
        stream_of(text),
        FONT,
        stream_of(b"/X Do /X Do", form),
    )


def locked_pdf() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    writer.encrypt("a password that nobody knows", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def locked_office() -> bytes:
    from msoffcrypto.format.ooxml import OOXMLFile

    held = io.BytesIO()
    OOXMLFile(io.BytesIO(sound("docx"))).encrypt("password", held)
    return held.getvalue()


# Pictures.


def png_of(width: int, height: int, rows: bytes = b"") -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    packed = zlib.compress(rows, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def pixel_bomb(side: int) -> bytes:
    return png_of(side, side, bytes((side // 8 + 1) * side))


def png_text_bomb() -> bytes:
    """A comment that inflates to far more than the picture."""
    data = b"Comment\0\0" + zlib.compress(bytes(200 * MEBI), 9)
    chunk = struct.pack(">I", len(data)) + b"zTXt" + data + struct.pack(">I", zlib.crc32(b"zTXt" + data))
    sane = picture("PNG")
    return sane[:33] + chunk + sane[33:]


def jpeg_that_says(width: int, height: int) -> bytes:
    data = bytearray(picture("JPEG"))
    place = data.index(b"\xff\xc0")
    data[place + 5 : place + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def gif_that_says(side: int) -> bytes:
    data = bytearray(picture("GIF"))
    data[6:10] = struct.pack("<HH", side, side)
    return bytes(data)


def many_frames(count: int) -> bytes:
    data = picture("GIF")
    start = data.index(b"\x2c", 13)
    return data[:start] + data[start:-1] * count + b";"


def tiff_loop() -> bytes:
    """A directory whose next directory is itself."""
    entries = struct.pack("<H", 1) + struct.pack("<HHII", 256, 3, 1, 10)
    return b"II*\0\x08\0\0\0" + entries + struct.pack("<I", 8)


def bmp_that_says(side: int) -> bytes:
    info = struct.pack("<IiiHHIIiiII", 40, side, side, 1, 24, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 100, 0, 0, 54) + info + bytes(40)


# Others.


def deep_mail(depth: int) -> bytes:
    head = b"From: a@example.org\nTo: b@example.org\nSubject: x\nMIME-Version: 1.0\n"
    parts = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(depth)
    )
    return head + parts + b"Content-Type: text/plain; charset=utf-8\n\n" + WORDS.encode()


def many_parts(count: int) -> bytes:
    head = (
        b"From: a@example.org\nTo: b@example.org\nSubject: x\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/mixed; boundary="b"\n\n'
    )
    part = b"--b\nContent-Type: text/plain\n\nx\n"
    last = b"--b\nContent-Type: text/plain; charset=utf-8\n\n" + WORDS.encode() + b"\n--b--\n"
    return head + part * count + last


def deep_html(depth: int) -> bytes:
    return b"<!doctype html><html><body>" + b"<div>" * depth + WORDS.encode() + b"</body></html>"


def ole(filling: Callable[[Random], bytes]) -> bytes:
    """A compound file with a sane header, and what `filling` makes of everything else."""
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16))
    head += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 2, 1, 0xFFFFFFFE, 0, 0)
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    return bytes(head) + filling(Random(3))


CASES = [
    Case("zip bomb in a docx", lambda: bomb_in(docx_parts(), "word/document.xml", 300)),
    Case("zip bomb in a header", lambda: bomb_in(docx_parts(), "word/header1.xml", 300)),
    Case("zip bomb in an xlsx", lambda: bomb_in(xlsx_parts(), "xl/worksheets/sheet1.xml", 300)),
    Case("zip bomb in an odt", lambda: bomb_in(odt_parts(), "content.xml", 300)),
    Case(
        "zip bomb that lies about its size",
        lambda: bomb_in(docx_parts(), "word/document.xml", 300, says=1000),
    ),
    Case("zip bomb in an archive", lambda: bomb_in({}, "a.txt", 300)),
    Case("zip of overlapping members", lambda: overlapping_zip(2000, 1)),
    Case("zip in zip, 40 deep", lambda: nested_zip(40)),
    Case("zip with a password", encrypted_zip),
    Case("zip of 70,000 members", lambda: many_members(70_000)),
    Case("gzip bomb", lambda: gzip.compress(bytes(300 * MEBI), 6)),
    Case("billion laughs in a docx", lambda: zipped(docx_parts(word_with(LAUGHS)))),
    Case("billion laughs in an xlsx", lambda: zipped(xlsx_parts(sheet_with(LAUGHS)))),
    Case("billion laughs in an odt", lambda: zipped(odt_parts(word_with(LAUGHS)))),
    Case("quadratic entities in a docx", lambda: zipped(docx_parts(word_with(QUADRATIC, 20_000)))),
    Case("entity from outside in a docx", lambda: zipped(docx_parts(word_with(OUTSIDE)))),
    Case("entity from outside in an xlsx", lambda: zipped(xlsx_parts(sheet_with(OUTSIDE)))),
    Case("parameter entity in a docx", lambda: zipped(docx_parts(word_with(PARAMETER)))),
    Case("XML 100,000 deep in a docx", lambda: zipped(docx_parts(deep_word(100_000)))),
    Case("sheet with a cell in the last corner", lambda: zipped(xlsx_parts(sparse_sheet()))),
    Case("sheet with references that are none", lambda: zipped(xlsx_parts(bad_references())), hides=False),
    Case("sheet of 17 thousand million repeated cells", ods),
    Case("flate bomb in a PDF", lambda: flate_pdf(300), hides=False),
    Case("flate in flate in a PDF", lambda: flate_pdf(300, layers=3), hides=False),
    Case("PDF of 50,000 pages", lambda: many_pages(50_000)),
    Case("PDF whose pages are a loop", page_loop, hides=False),
    Case("PDF whose tables are a loop", xref_loop),
    Case("PDF that draws itself", form_loop),
    Case("PDF of nested arrays", lambda: pdf_of(b"[" * 200_000), hides=False),
    Case("PDF with a password", locked_pdf),
    Case("docx with a password", locked_office),
    Case("picture of 900 million pixels", lambda: pixel_bomb(30_000)),
    Case("picture that says it is endless", lambda: png_of(0x7FFFFFFF, 0x7FFFFFFF)),
    Case("picture with a comment that is a bomb", png_text_bomb),
    Case("JPEG that says it is huge", lambda: jpeg_that_says(65_500, 65_500)),
    Case("GIF that says it is huge", lambda: gif_that_says(65_535)),
    Case("GIF of 3,000 frames", lambda: many_frames(3_000), hides=False),
    Case("TIFF whose directories are a loop", tiff_loop),
    Case("BMP that says it is huge", lambda: bmp_that_says(60_000)),
    Case("HEIC of nothing", lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200)),
    Case("mail 3,000 deep", lambda: deep_mail(3_000)),
    Case("mail of 20,000 parts", lambda: many_parts(20_000)),
    Case("mail with a bomb", lambda: mail().replace(b"\n\n", b"\n" + b"X: " + b"y" * 3_000_000 + b"\n\n", 1)),
    Case("HTML 100,000 deep", lambda: deep_html(100_000)),
    Case("HTML of one word of 8 MB", lambda: b"<!doctype html><html><body>" + b"x" * (8 * MEBI) + WORDS.encode()),
    Case("RTF 100,000 deep", lambda: b"{\\rtf1" + b"{" * 100_000 + PHONE.encode() + b"}" * 100_001),
    Case("RTF that says it is huge", lambda: b"{\\rtf1\\ansi\\bin2000000000 x}", hides=False),
    Case("compound file of zeros", lambda: ole(lambda _: bytes(8192))),
    Case("compound file of loops", lambda: ole(lambda _: struct.pack("<128I", *range(128)) * 16)),
    Case("compound file of noise", lambda: ole(lambda random: random.randbytes(64_000))),
    Case("numbers without end", lambda: b"1" * 3_000_000, hides=False),
    Case("nothing", lambda: b"", hides=False),
    Case("a single zero", lambda: b"\0"),
    Case("noise", lambda: Random(5).randbytes(100_000)),
]  # fmt: skip

BIG = [
    Case("docx, 1.5 GB unpacked", lambda: bomb_in(docx_parts(), "word/document.xml", 1_500)),
    Case("xlsx, 1.5 GB unpacked", lambda: bomb_in(xlsx_parts(), "xl/worksheets/sheet1.xml", 1_500)),
    Case("flate, 1.5 GB in a PDF", lambda: flate_pdf(1_500), hides=False),
    Case("PDF of 200,000 pages", lambda: many_pages(200_000)),
    Case("HTML 300,000 deep", lambda: deep_html(300_000)),
    Case("HTML of one word of 60 MB", lambda: b"<!doctype html><html><body>" + b"x" * (60 * MEBI) + WORDS.encode()),
    Case("XML 3 million deep in a docx", lambda: zipped(docx_parts(deep_word(3_000_000)))),
    Case("gzip, 4 GB unpacked", lambda: b"".join(gzip.compress(bytes(64 * MEBI), 1) for _ in range(64))),
    Case("numbers without end, 10 MB", lambda: b"1" * 10_000_000, hides=False),
]  # fmt: skip


def cuts(kind: str) -> list[bytes]:
    """The sound document cut at every sixteenth."""
    data = sound(kind)
    return [data[: len(data) * n // 16] for n in range(1, 16)]


def flips(kind: str, count: int, seed: int = 1) -> list[bytes]:
    """The sound document with one to twenty bits turned over, or a stretch of it lost, doubled or made noise."""
    return [bent(sound(kind), Random(f"{kind} {seed} {n}")) for n in range(count)]


def bent(data: bytes, random: Random) -> bytes:
    """`data` damaged as wires, disks and attackers damage files."""
    out = bytearray(data)
    manner = random.randrange(10)
    start = random.randrange(len(out))
    stop = min(len(out), start + random.randrange(1, 200))
    if manner == 0:
        del out[start:stop]
    elif manner == 1:
        out[start:start] = out[start:stop] * random.randrange(1, 50)
    elif manner == 2:
        out[start:stop] = random.randbytes(stop - start)
    elif manner == 3:
        width = random.choice((1, 2, 4, 8))
        out[start : start + width] = random.choice((b"\0", b"\xff", b"\x7f", b"\x80")) * width
    else:
        for _ in range(random.randrange(1, 21)):
            out[random.randrange(len(out))] ^= 1 << random.randrange(8)
    return bytes(out)
