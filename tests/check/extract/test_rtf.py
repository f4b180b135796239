"""Rich text is read whole: every destination, every way of writing characters, hidden and deleted words."""

from __future__ import annotations

import io
import random
import struct
import time

import pytest
from PIL import Image

from sansi.check.extract.document import Document
from sansi.check.extract.extract import extract

FONTS = r"{\fonttbl{\f0\fcharset0 Times;}{\f13\fnil\fcharset134 \'cb\'ce\'cc\'e5;}}"


def hexed(text: str) -> str:
    return "".join(f"\\'{b:02x}" for b in text.encode("gb18030"))


def rtf(body: str, head: str = r"\ansi\ansicpg936\deff0") -> Document:
    return extract(("{\\rtf1" + head + FONTS + body + "}").encode("ascii"))


def text(document: Document) -> str:
    return "\n".join(s.text for s in document.segments)


def place(document: Document, value: str) -> dict[str, object]:
    for segment in document.segments:
        at = segment.text.find(value)
        if at >= 0:
            return segment.locate(at, at + len(value)).as_dict()
    raise AssertionError(value)


@pytest.mark.parametrize(
    ("body", "part", "number"),
    [
        (r"one\par PLANT\par", "body", 2),
        (r"{\header PLANT\par}x", "header", 1),
        (r"{\footerr x\par PLANT\par}x", "footer", 2),
        (r"x{\footnote x PLANT}", "footnote", 1),
        (r"x{\*\annotation x PLANT}", "comment", 1),
        (r"x{\*\atnauthor PLANT}", "comment", 1),
        (r"{\field{\*\fldinst HYPERLINK PLANT}{\fldrslt x}}", "field", 1),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt PLANT}}", "body", 1),
        (r"{\*\bkmkstart PLANT}x", "bookmark", 1),
        (r"{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv PLANT}}}}", "alt", 1),
        (r"{\shp{\*\shpinst{\shptxt PLANT\par}}}", "textbox", 1),
        (r"x {\v PLANT} y", "hidden", 1),
        (r"x {\deleted\revauthdel1 PLANT} y", "deleted", 1),
        (r"{\*\somebodys PLANT}x", "unused", 1),
        (r"{\listtext PLANT}x", "body", 1),
    ],
)
def test_a_plant_in_every_part_is_found_where_it_stands(body: str, part: str, number: int) -> None:
    document = rtf(body)

    assert place(document, "PLANT") == {"kind": "paragraph", "part": part, "index": number}
    assert document.gaps == []


@pytest.mark.parametrize(
    "name",
    ["title", "subject", "author", "operator", "manager", "company", "keywords", "doccomm", "category"],
)
def test_properties_are_read(name: str) -> None:
    assert place(rtf("{\\info{\\" + name + " PLANT}}x"), "PLANT") == {"kind": "field", "name": name}


@pytest.mark.parametrize(
    "written",
    [
        r"\f13 " + hexed("身份证号"),
        r"{\f0\loch\af0\hich\af0\dbch\af13 " + hexed("身份证号") + "}",
        r"\u-29013?\u20221 \u-29759?\u21495?",
        r"{\uc2\u-29013"
        + hexed("身")
        + r"\u20221"
        + hexed("份")
        + r"\u-29759"
        + hexed("证")
        + r"\u21495"
        + hexed("号")
        + "}",
        r"\uc0\u-29013\u20221\u-29759\u21495 ",
    ],
)
def test_chinese_is_read_however_it_is_written(written: str) -> None:
    assert "身份证号" in text(rtf(written))
    assert "身份证号" in text(rtf(written, r"\ansi\ansicpg1252\deff0"))


def test_a_second_byte_may_be_a_letter_or_a_bracket() -> None:
    for word in ("丂", "乗", "亄"):
        first, second = word.encode("gb18030")
        sign = chr(second)
        assert word in text(rtf(rf"\f13 \'{first:02x}" + ("\\" + sign if sign in "\\{}" else sign)))


def test_characters_beyond_the_first_plane_are_put_together() -> None:
    assert "𠮷" in text(rtf(r"\u-10174?\u-8265?"))


def test_rows_are_lines() -> None:
    table = r"\trowd\intbl a\par b\cell c\cell\row\trowd\intbl d\cell e\cell\row\pard f"

    assert text(rtf(table)) == "a b\tc\t\nd\te\t\nf"


def test_facts() -> None:
    document = rtf(
        r"{\info{\author "
        + hexed("王小明")
        + r"}{\operator Administrator}}{\*\revtbl{Unknown;}{"
        + hexed("李四")
        + ";}}"
        r"a{\v hid{\b den}} b{\deleted gone {\b too}} c{\revised new} d{\*\annotation note}"
    )

    assert sorted((f.rule, f.value) for f in document.facts) == [
        ("meta-author", "李四"),
        ("meta-author", "王小明"),
        ("meta-comment", "note"),
        ("meta-hidden-text", "hidden"),
        ("meta-tracked-change", "gone too"),
        ("meta-tracked-change", "new"),
    ]


def test_numbers_are_not_cut_by_what_was_deleted() -> None:
    assert "13900000000" in text(rtf(r"139{\deleted 1234}0000{\b 0000}"))


def test_pictures_are_files_of_their_own() -> None:
    held = io.BytesIO()
    Image.new("RGB", (30, 20), "white").save(held, "PNG")
    picture = (
        r"{\*\shppict{\pict\pngblip\picw30\pich20 "
        + held.getvalue().hex()
        + r"}}{\nonshppict{\pict\wmetafile8 0100}}"
    )
    body = r"{\pict\pngblip\bin5 "

    document = rtf("x" + picture)
    assert not any("picture 2" in gap.en for gap in document.gaps)
    raw = extract(("{\\rtf1 " + body).encode() + b"PLANT}}")
    assert place(raw, "PLANT")["inside"] == ["picture 1"]


def test_objects_are_files_of_their_own() -> None:
    native = (
        b"\2\0\xc3\xfb\xb5\xa5.txt\0C:\\x\0\0\0\3\0"
        + struct.pack("<L", 4)
        + b"C:\\\0"
        + struct.pack("<L", 5)
        + b"PLANT"
    )
    old = (
        struct.pack("<2L", 0x501, 2)
        + struct.pack("<L", 8)
        + b"Package\0"
        + bytes(8)
        + struct.pack("<L", len(native))
        + native
    )
    document = rtf(r"{\object\objemb{\*\objclass Package}{\*\objdata " + old.hex() + "}}")

    assert place(document, "PLANT")["inside"] == ["名单.txt"]
    assert [(f.rule, f.value) for f in document.facts] == [("meta-attachment", "名单.txt")]


def test_what_follows_the_end_is_read() -> None:
    document = extract(b"{\\rtf1 x}\nPLANT words")

    assert place(document, "PLANT")["inside"] == ["RTF"]
    assert [f.rule for f in document.facts] == ["meta-trailing-data"]


WHOLE = "{\\rtf1\\ansi" + FONTS + r"{\info{\title t}}" + r"\pard some words\par {\header h}" * 30 + "}"


def test_a_file_that_is_cut_says_so() -> None:
    for k in range(1, 16):
        data = WHOLE[: len(WHOLE) * k // 16].encode()
        assert "cut short" in extract(data).gaps[0].en


@pytest.mark.parametrize(
    "hostile",
    ["{" * 500_000, "{\\b" * 300_000, "\\u1" * 300_000, "\\'" * 300_000, "\\bin999999999 x", "}" * 100_000,
     "\\u99999999999 x", "{\\pict 0" * 50_000, "{\\v a}" * 50_000],
    ids=lambda value: value[:6],
)  # fmt: skip
def test_hostile_files_take_no_time(hostile: str) -> None:
    start = time.process_time()
    document = extract(("{\\rtf1 PLANT " + hostile).encode())
    assert "PLANT" in text(document)
    assert time.process_time() - start < 5


def test_flipped_bytes_have_an_outcome() -> None:
    rng = random.Random(6)
    for _ in range(150):
        broken = bytearray(WHOLE.encode())
        for _ in range(4):
            broken[rng.randrange(6, len(broken))] = rng.randrange(256)
        extract(bytes(broken))
