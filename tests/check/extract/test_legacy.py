"""Files of Office 97-2003 and Outlook are read whole. Made here from the published specifications: see each builder."""

from __future__ import annotations

import random
import struct
import time
import zlib
from email.message import EmailMessage

import pytest

from sansi.check.extract.document import Document, Unreadable
from sansi.check.extract.extract import extract
from sansi.check.extract.outlook import decompressed
from sansi.check.extract.vba import source

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
PNG = b"\x89PNG\r\n\x1a\n"


def container(streams: dict[str, bytes]) -> bytes:  # noqa: PLR0915 - a container is written in one go
    """A compound file (MS-CFB) with these streams; a path may name storages, parted by slashes."""
    names: list[tuple[str, int, bytes]] = [("Root Entry", 5, b"")]
    paths = {"": 0}
    children: dict[int, list[int]] = {0: []}
    for path, data in streams.items():
        parts = path.split("/")
        for depth in range(1, len(parts) + 1):
            here = "/".join(parts[:depth])
            if here not in paths:
                leaf = depth == len(parts)
                paths[here] = len(names)
                children[len(names)] = []
                children[paths["/".join(parts[: depth - 1])]].append(len(names))
                names.append((parts[depth - 1], 2 if leaf else 1, data if leaf else b""))
    sectors: list[bytes] = []
    chain: list[int] = []

    def store(data: bytes) -> int:
        count = -(-len(data) // 512)
        first = len(sectors)
        for i in range(count):
            sectors.append(data[512 * i : 512 * i + 512].ljust(512, b"\0"))
            chain.append(first + i + 1 if i + 1 < count else END)
        return first if count else END

    mini, mini_chain, starts = bytearray(), [], {}
    for index, (_, kind, data) in enumerate(names):
        if kind == 2 and len(data) >= 4096:
            starts[index] = store(data)
        elif kind == 2 and data:
            starts[index] = len(mini_chain)
            count = -(-len(data) // 64)
            mini_chain += [len(mini_chain) + i + 1 for i in range(count - 1)] + [END]
            mini += data.ljust(64 * count, b"\0")
    starts[0] = store(bytes(mini))
    mini_fat = store(struct.pack(f"<{len(mini_chain)}L", *mini_chain)) if mini_chain else END
    entries = bytearray()
    for index, (name, kind, data) in enumerate(names):
        siblings = next((c for c in children.values() if index in c), [])
        after = siblings[siblings.index(index) + 1 :][:1] if siblings else []
        child = children[index][:1]
        size = len(mini) if index == 0 else len(data)
        entries += name.encode("utf-16-le").ljust(64, b"\0") + struct.pack(
            "<HBBLLL", 2 * len(name) + 2, kind, 1, FREE, (after or [FREE])[0], (child or [FREE])[0]
        )
        entries += bytes(36) + struct.pack("<LQ", starts.get(index, END if kind != 1 else 0), size)
    directory = store(bytes(entries))
    fats = -(-(len(chain) + 2) // 128)
    first_fat = len(sectors)
    chain += [FAT] * fats
    table = struct.pack(f"<{len(chain)}L", *chain).ljust(512 * fats, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9L", 0, fats, directory, 0, 4096, mini_fat, 1 if mini_chain else 0, END, 0)
    head += struct.pack(f"<{fats}L", *range(first_fat, first_fat + fats))
    return head.ljust(512, b"\xff") + b"".join(sectors) + table


def place(document: Document, value: str) -> dict[str, object]:
    for segment in document.segments:
        at = segment.text.find(value)
        if at >= 0:
            return segment.locate(at, at + len(value)).as_dict()
    raise AssertionError(value)


def text(document: Document) -> str:
    return "\n".join(s.text for s in document.segments)


def summary(**named: str) -> bytes:
    """A property set (MS-OLEPS) of GBK strings: `p4="…"`."""
    values = [(1, struct.pack("<LhH", 2, 936, 0))]
    for key, value in named.items():
        raw = value.encode("gb18030") + b"\0"
        values.append((int(key[1:]), struct.pack("<2L", 30, len(raw)) + raw + b"\0" * (-len(raw) % 4)))
    at, table, body = 8 + 8 * len(values), b"", b""
    for number, raw in values:
        table += struct.pack("<2L", number, at + len(body))
        body += raw
    section = struct.pack("<2L", at + len(body), len(values)) + table + body
    return struct.pack("<2HL16xL16xL", 0xFFFE, 0, 2, 1, 48) + section


def blip() -> bytes:
    return struct.pack("<2HL", 0x6E0 << 4, 0xF01E, 17 + len(PNG)) + bytes(17) + PNG


def word(flags: int = 0, version: int = 0xC1) -> dict[str, bytes]:
    """A Word file (MS-DOC): two pieces, one narrow; a deleted, a hidden, an inserted stretch; a table row."""
    parts = ["first line\rPLANT-body\r", "PLANT-footnote\r", "PLANT-header\r", "", "PLANT-comment\r", "PLANT-endnote\r",
             "PLANT-box\r", "PLANT-headbox\r"]  # fmt: skip
    wide = "身份证\x07\x07PLANT-cell\x07\x07\x13 HYPERLINK PLANT-link \x14x\x15\rPLANT-deletedPLANT-hiddenPLANT-inserted\r"
    parts[0] += wide
    whole = "".join(parts)
    cut = whole.index("身")
    head = bytearray(2048)
    struct.pack_into("<2H", head, 0, 0xA5EC, version)
    struct.pack_into("<H", head, 0x0A, 0x0200 | flags)
    struct.pack_into("<8l", head, 0x4C, *map(len, parts))
    narrow, rest = whole[:cut].encode("ascii"), whole[cut:].encode("utf-16-le")
    offset = 2048 + len(narrow) + len(narrow) % 2
    data = bytes(head) + narrow + b"\0" * (len(narrow) % 2) + rest
    data += b"\0" * (-len(data) % 512)

    def page(runs: dict[str, bytes], *, paragraphs: bool = False) -> bytes:
        places = [(offset + 2 * (whole.index(w) - cut), len(w), p) for w, p in runs.items()]
        ends = [places[0][0], *(a + 2 * n for a, n, _ in places)]
        out = bytearray(512)
        struct.pack_into(f"<{len(ends)}L", out, 0, *ends)
        at, step = 400, 13 if paragraphs else 1
        for i, (_, _, props) in enumerate(places):
            out[4 * len(ends) + step * i] = at // 2
            piece = (
                bytes([len(props)]) + props
                if not paragraphs
                else bytes([0, (len(props) + 3) // 2, 0, 0]) + props
            )
            out[at : at + len(piece)] = piece
            at += len(piece) + len(piece) % 2
        out[511] = len(places)
        return bytes(out)

    marks = page(
        {"PLANT-deleted": b"\x00\x08\x01", "PLANT-hidden": b"\x3c\x08\x01", "PLANT-inserted": b"\x01\x08\x01"}
    )
    numbers = len(data) // 512
    data += marks
    plc = struct.pack("<3L", offset, offset + len(rest), numbers)
    clx = b"\x02" + struct.pack("<L", 3 * 4 + 2 * 8) + struct.pack("<3l", 0, cut, len(whole))
    clx += struct.pack("<HLH", 0, 0x40000000 | 2048 * 2, 0) + struct.pack("<HLH", 0, offset, 0)
    savers = b"\xff\xff" + struct.pack("<2H", 1, 0) + struct.pack("<H", 3) + "王小明".encode("utf-16-le")
    table = clx + plc + savers
    data = bytearray(data)
    for index, at, size in (
        (33, 0, len(clx)),
        (12, len(clx), len(plc)),
        (71, len(clx) + len(plc), len(savers)),
    ):
        struct.pack_into("<2L", data, 0x9A + 8 * index, at, size)
    return {
        "WordDocument": bytes(data),
        "1Table": table,
        "Data": blip(),
        "\x05SummaryInformation": summary(p4="李四", p2="PLANT-title"),
    }


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<2H", kind, len(body)) + body


def string(text: str, width: str = "<HB") -> bytes:
    return struct.pack(width, len(text), 1) + text.encode("utf-16-le")


def excel() -> dict[str, bytes]:
    """A workbook (MS-XLS): a hidden sheet, hidden row and column, comment, box, header, link, strings over two records."""
    sheet = record(0x809, struct.pack("<2H12x", 0x600, 0x10))
    sheet += record(0x7D, struct.pack("<5H2x", 3, 3, 0, 0, 1)) + record(
        0x208, struct.pack("<6HL", 2, 0, 9, 255, 0, 0, 0x20)
    )
    sheet += record(0xFD, struct.pack("<3HL", 0, 0, 0, 0)) + record(0xFD, struct.pack("<3HL", 0, 2, 0, 1))
    sheet += record(0x203, struct.pack("<3Hd", 1, 0, 0, 13900000001.0)) + record(
        0x27E, struct.pack("<3HL", 1, 1, 0, 42 << 2 | 2)
    )
    sheet += record(0xBD, struct.pack("<2HHLHLH", 1, 2, 0, 4250 << 2 | 3, 1, 36526 << 2 | 2, 3))
    sheet += record(0x06, struct.pack("<3H8s8x", 2, 3, 0, b"\0\0\0\0\0\0\xff\xff")) + record(
        0x207, string("PLANT-formula")
    )
    sheet += record(0x204, struct.pack("<3H", 3, 0, 0) + string("PLANT-label"))
    sheet += record(0x14, string("PLANT-header")) + record(
        0x1B8, bytes(40) + "http://example.org/PLANT-link\0".encode("utf-16-le")
    )
    for number, words in ((1, "PLANT-comment"), (2, "PLANT-box")):
        sheet += record(0x5D, struct.pack("<4H14x", 0x15, 0x12, 0x19, number))
        sheet += (
            record(0x1B6, struct.pack("<10xH6x", len(words)))
            + record(0x3C, b"\0" + words.encode())
            + record(0x3C, bytes(16))
        )
    sheet += record(0x1C, struct.pack("<4H", 1, 1, 0, 1) + string("王小明")) + record(0x0A)
    hidden = (
        record(0x809, struct.pack("<2H12x", 0x600, 0x10))
        + record(0x204, struct.pack("<3H", 0, 0, 0) + string("PLANT-hidden"))
        + record(0x0A)
    )

    def head(first: int, second: int) -> bytes:
        out = record(0x809, struct.pack("<2H12x", 0x600, 5)) + record(0x5C, string("李四").ljust(112, b" "))
        out += record(0xE0, struct.pack("<2H16x", 0, 0)) + record(0xE0, struct.pack("<2H16x", 0, 14))
        out += record(0x85, struct.pack("<L2B", first, 0, 0) + string("名单", "<2B"))
        out += record(0x85, struct.pack("<L2B", second, 1, 0) + string("备份", "<2B"))
        shared = struct.pack("<2L", 2, 2) + string("身份证号") + struct.pack("<HBH", 14, 8, 1) + b"PLANT-"
        out += record(0xEB, blip())
        return (
            out
            + record(0xFC, shared)
            + record(0x3C, b"\x01" + "continue".encode("utf-16-le") + b"runs")
            + record(0x0A)
        )

    size = len(head(0, 0))
    return {"Workbook": head(size, size + len(sheet)) + sheet + hidden}


def atom(kind: int, body: bytes, instance: int = 0, version: int = 0) -> bytes:
    return struct.pack("<2HL", instance << 4 | version, kind, len(body)) + body


def nest(kind: int, *parts: bytes, instance: int = 0) -> bytes:
    return atom(kind, b"".join(parts), instance, 15)


def show(*, token: bytes = b"\x5f\xc0\x91\xe3") -> dict[str, bytes]:
    """A presentation (MS-PPT): two slides, of which one was saved anew; notes, a comment, an outline text."""

    def box(words: str) -> bytes:
        return nest(1036, nest(0xF002, nest(0xF00D, atom(4000, words.encode("utf-16-le")))))

    comment = nest(
        12000, *(atom(4026, t.encode("utf-16-le"), i) for i, t in enumerate(("王小明", "PLANT-comment", "W")))
    )
    slides = [nest(1006, box("PLANT-old")), nest(1006, box("PLANT-two"), nest(5000, comment)),
              nest(1006, atom(1017, bytes(10) + b"\x04\0" + bytes(4)), box("PLANT-one")), nest(1008, box("PLANT-notes"))]  # fmt: skip
    lists = nest(
        4080,
        atom(1011, struct.pack("<5L", 2, 0, 0, 256, 0)),
        atom(4008, b"PLANT-outline"),
        atom(1011, struct.pack("<5L", 3, 0, 0, 257, 0)),
    )
    notes = nest(4080, atom(1011, struct.pack("<5L", 4, 0, 0, 256, 0)), instance=2)
    document = nest(1000, lists, notes, nest(4057, atom(4026, "PLANT-footer".encode("utf-16-le"))))
    at = [len(document)]
    for one in slides:
        at.append(at[-1] + len(one))
    directory = atom(6002, struct.pack("<5L", 4 << 20 | 1, 0, at[2], at[1], at[3]))
    data = document + b"".join(slides) + directory
    return {
        "PowerPoint Document": data,
        "Current User": struct.pack("<2HL", 0, 0xFF6, 20) + bytes(4) + token + bytes(8),
        "Pictures": blip(),
    }


def letter() -> dict[str, bytes]:
    """A message (MS-OXMSG): a recipient, a file, a message within."""

    def wide(words: str) -> bytes:
        return words.encode("utf-16-le")

    inner = "__attach_version1.0_#00000001/__substg1.0_3701000D"
    return {
        "__properties_version1.0": bytes(32),
        "__substg1.0_0037001F": wide("PLANT-subject"), "__substg1.0_1000001F": wide("one\r\nPLANT-body"),
        "__substg1.0_10130102": b"<p>one PLANT-body</p><a href='tel:PLANT-html'>x</a>", "__substg1.0_0C1A001E": "王小明".encode("gbk"),
        "__substg1.0_007D001F": wide("From: a@example.org\nReceived: from PC ([10.1.2.3]) by x\nX-Other: PLANT-header\n\n"),
        "__substg1.0_0E02001F": wide("PLANT-bcc"), "__substg1.0_80011F1F": b"", "__substg1.0_8001001F": wide("PLANT-custom"),
        "__recip_version1.0_#00000000/__substg1.0_39FE001F": wide("PLANT-recipient"),
        "__attach_version1.0_#00000000/__substg1.0_3707001F": wide("PLANT-name.txt"),
        "__attach_version1.0_#00000000/__substg1.0_37010102": b"PLANT-attached",
        f"{inner}/__properties_version1.0": bytes(32), f"{inner}/__substg1.0_1000001F": wide("PLANT-inner"),
    }  # fmt: skip


FILES = {"doc": word(), "xls": excel(), "ppt": show(), "msg": letter()}


@pytest.mark.parametrize(
    ("kind", "value", "where"),
    [
        ("doc", "PLANT-body", {"kind": "paragraph", "part": "body", "index": 2}),
        ("doc", "PLANT-footnote", {"kind": "paragraph", "part": "footnote", "index": 1}),
        ("doc", "PLANT-header", {"kind": "paragraph", "part": "header", "index": 1}),
        ("doc", "PLANT-comment", {"kind": "paragraph", "part": "comment", "index": 1}),
        ("doc", "PLANT-endnote", {"kind": "paragraph", "part": "endnote", "index": 1}),
        ("doc", "PLANT-box", {"kind": "paragraph", "part": "textbox", "index": 1}),
        ("doc", "PLANT-headbox", {"kind": "paragraph", "part": "textbox", "index": 1}),
        ("doc", "PLANT-cell", {"kind": "paragraph", "part": "body", "index": 4}),
        ("doc", "PLANT-link", {"kind": "paragraph", "part": "body"}),
        ("doc", "PLANT-deleted", {"kind": "paragraph", "part": "deleted"}),
        ("doc", "PLANT-hidden", {"kind": "paragraph", "part": "hidden"}),
        ("doc", "PLANT-inserted", {"kind": "paragraph", "part": "body"}),
        ("doc", "PLANT-title", {"kind": "field", "name": "title"}),
        ("doc", "王小明", {"kind": "field", "name": "history"}),
        ("xls", "身份证号", {"kind": "cell", "sheet": "名单", "ref": "A1", "part": "body"}),
        ("xls", "PLANT-continue", {"kind": "cell", "sheet": "名单", "ref": "C1", "part": "body"}),
        ("xls", "13900000001", {"kind": "cell", "ref": "A2"}),
        ("xls", "\t42\t42.5\t2000-01-01", {"kind": "cell"}),
        ("xls", "PLANT-formula", {"kind": "cell", "ref": "D3"}),
        ("xls", "PLANT-label", {"kind": "cell", "ref": "A4"}),
        ("xls", "PLANT-comment", {"kind": "cell", "ref": "B2", "part": "comment"}),
        ("xls", "PLANT-box", {"kind": "cell", "part": "textbox"}),
        ("xls", "PLANT-header", {"kind": "cell", "part": "header"}),
        ("xls", "PLANT-link", {"kind": "cell", "part": "link"}),
        ("xls", "PLANT-hidden", {"kind": "cell", "sheet": "备份", "ref": "A1"}),
        ("ppt", "PLANT-one", {"kind": "slide", "slide": 1, "part": "body"}),
        ("ppt", "PLANT-two", {"kind": "slide", "slide": 2, "part": "body"}),
        ("ppt", "PLANT-outline", {"kind": "slide", "slide": 1, "part": "body"}),
        ("ppt", "PLANT-notes", {"kind": "slide", "slide": 1, "part": "notes"}),
        ("ppt", "PLANT-comment", {"kind": "slide", "slide": 2, "part": "comment"}),
        ("ppt", "PLANT-footer", {}),
        ("ppt", "PLANT-old", {"kind": "slide"}),
        ("msg", "PLANT-subject", {"kind": "field", "name": "Subject"}),
        ("msg", "PLANT-body", {"kind": "paragraph", "part": "body", "index": 2}),
        ("msg", "PLANT-html", {"kind": "text", "line": 1, "inside": ["HTML"]}),
        ("msg", "王小明", {"kind": "field", "name": "From"}),
        ("msg", "PLANT-header", {"kind": "field", "name": "X-Other"}),
        ("msg", "PLANT-bcc", {"kind": "field", "name": "Bcc"}),
        ("msg", "PLANT-custom", {"kind": "field", "name": "0x8001"}),
        ("msg", "PLANT-recipient", {"kind": "field", "name": "Recipient"}),
        ("msg", "PLANT-name", {"kind": "field", "name": "filename"}),
        ("msg", "PLANT-attached", {"kind": "text", "inside": ["PLANT-name.txt"]}),
        ("msg", "PLANT-inner", {"kind": "paragraph", "inside": ["__attach_version1.0_#00000001"]}),
    ],
)
def test_a_plant_in_every_part_is_found_where_it_stands(
    kind: str, value: str, where: dict[str, object]
) -> None:
    document = extract(container(FILES[kind]))

    assert document.kind == kind
    assert where.items() <= place(document, value).items()


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("doc", {("meta-author", "李四"), ("meta-author", "王小明"), ("meta-comment", "PLANT-comment"),
                 ("meta-tracked-change", "PLANT-deleted"), ("meta-tracked-change", "PLANT-inserted"),
                 ("meta-hidden-text", "PLANT-hidden")}),
        ("xls", {("meta-author", "李四"), ("meta-author", "王小明"), ("meta-comment", "PLANT-comment"),
                 ("meta-hidden-sheet", "备份"), ("meta-hidden-sheet", "1"), ("meta-hidden-sheet", "D")}),
        ("ppt", {("meta-author", "王小明"), ("meta-comment", "PLANT-comment"), ("meta-hidden-sheet", ""), ("meta-revision", "")}),
        ("msg", {("meta-author", "PLANT-bcc"), ("meta-author", "from PC ([10.1.2.3]) by x")}),
    ],
)  # fmt: skip
def test_facts(kind: str, facts: set[tuple[str, str]]) -> None:
    assert {(f.rule, f.value) for f in extract(container(FILES[kind])).facts} == facts


@pytest.mark.parametrize("kind", ["doc", "xls", "ppt"])
def test_pictures_are_files_of_their_own(kind: str) -> None:
    assert any("picture" in gap.en for gap in extract(container(FILES[kind])).gaps)


@pytest.mark.parametrize(
    "streams",
    [
        word(0x0100),
        {"Workbook": record(0x809, struct.pack("<2H12x", 0x600, 5)) + record(0x2F, bytes(54)) + record(0x0A)},
        show(token=b"\xdf\xc4\xd1\xf3"),
    ],
    ids=["doc", "xls", "ppt"],
)
def test_locked_files_are_said_to_be(streams: dict[str, bytes]) -> None:
    with pytest.raises(Unreadable, match="password"):
        extract(container(streams))


def test_an_old_word_file_is_read_in_part() -> None:
    data = bytearray(word(version=0x68)["WordDocument"])
    struct.pack_into("<H", data, 0, 0xA5DC)
    struct.pack_into("<2L", data, 0x18, 2048, 2068)

    document = extract(container({"WordDocument": bytes(data)}))
    assert place(document, "PLANT")["part"] == "body"
    assert "Word 6/95" in document.gaps[0].en


def test_documents_within_documents_are_read() -> None:
    streams = {**word(), **{f"ObjectPool/_1/{k}": v for k, v in excel().items()}}
    native = (
        b"\2\0\xc3\xfb\xb5\xa5.txt\0C:\\x\0\0\0\3\0"
        + struct.pack("<L", 4)
        + b"C:\\\0"
        + struct.pack("<L", 7)
        + b"PLANT-9"
    )
    streams["ObjectPool/_2/\x01Ole10Native"] = struct.pack("<L", len(native)) + native

    document = extract(container(streams))
    assert place(document, "PLANT-label")["inside"] == ["_1"]
    assert place(document, "PLANT-9")["inside"] == ["名单.txt"]


def test_objects_on_slides_are_read() -> None:
    streams = show()
    inside = container(excel())
    streams["PowerPoint Document"] += atom(0x1011, struct.pack("<L", len(inside)) + zlib.compress(inside), 1)
    bomb = {**streams, "PowerPoint Document": atom(0x1011, bytes(4) + zlib.compress(bytes(50 << 20)), 1)}

    assert place(extract(container(streams)), "PLANT-label")["inside"] == ["object"]
    assert any("bomb" in gap.en for gap in extract(container(bomb)).gaps)


def test_macros_are_named_and_their_source_is_read() -> None:
    words = b'Attribute VB_Name = "M"\r\n\' PLANT path\r\n'
    chunk = b"".join(b"\0" + words[i : i + 8] for i in range(0, len(words), 8))
    module = b"garbage" + b"\x01" + struct.pack("<H", 0xB000 | len(chunk) - 1) + chunk
    document = extract(container({**word(), "Macros/VBA/Module1": module, "Macros/VBA/dir": b"x"}))

    assert place(document, "PLANT path") == {"kind": "text", "line": 2, "column": 3, "inside": ["Module1"]}
    assert "meta-macro" in {f.rule for f in document.facts}


def test_packed_source_is_unpacked() -> None:
    # The example of MS-OVBA 3.2.3 begins `#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa`.
    packed = bytes.fromhex(
        "01 2F B0 00 23 61 61 61 62 63 64 65 82 66 00 70 61 67 68 69 6A 01 38 08 61 6B 6C 00 30 6D 6E 6F"
        "70 06 71 02 70 04 10 72 73 74 75 76 10 77 78 79 7A 00 3C".replace(" ", "")
    )
    from sansi.check.extract import vba

    assert vba._unpacked(packed) == b"#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa"
    assert source(b"nothing") == ""


def test_packed_rich_text_is_unpacked() -> None:
    # The example of MS-OXRTFCP 4.1.1.
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af32068656c090020627705b06c647d0a800fa0".replace(
            " ", ""
        )
    )
    assert decompressed(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_an_unknown_container_is_read_for_what_stands_there() -> None:
    document = extract(container({"Contents": "PLANT-words in the open".encode("utf-16-le")}))

    assert place(document, "PLANT-words")["inside"] == ["Contents"]
    assert "unknown kind" in document.gaps[0].en
    with pytest.raises(Unreadable, match="unknown kind"):
        extract(container({"Contents": bytes(100)}))


def test_messages_within_mail_are_read() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "x"
    mail.set_content("x")
    mail.add_attachment(
        container(letter()), maintype="application", subtype="vnd.ms-outlook", filename="a.msg"
    )

    assert place(extract(mail.as_bytes()), "PLANT-inner")["inside"][0] == "a.msg"  # type: ignore[index]


def outcome(data: bytes) -> str:
    try:
        return "partly" if extract(data).gaps else "read"
    except Unreadable:
        return "unreadable"


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_is_cut_is_never_clean(kind: str) -> None:
    whole = container(FILES[kind])

    assert {outcome(whole[: len(whole) * k // 16]) for k in range(1, 15)} <= {"partly", "unreadable"}


@pytest.mark.parametrize("kind", FILES)
def test_flipped_bytes_have_an_outcome_soon(kind: str) -> None:
    whole = container(FILES[kind])
    rng = random.Random(7)
    start = time.process_time()
    for _ in range(120):
        broken = bytearray(whole)
        for _ in range(3):
            broken[rng.randrange(8, len(broken))] ^= 1 << rng.randrange(8)
        assert outcome(bytes(broken))
    assert time.process_time() - start < 10
