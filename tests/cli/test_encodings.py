"""The encodings that Chinese and English texts come in are told apart, and places count characters."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sansi.check.extract.encodings import Decoder, format_of, guessed, marked
from tests.cli.conftest import PHONE, Run

Write = Callable[[str, str | bytes], Path]
ZH = "关于发放高温补贴的通知\r\n各部门：请于七月三十一日前报送名单，联系电话：13812345678。\r\n"
EN = "Dear all,\nplease send the list before the end of July.\n"
FR = "Le café de la gare était déjà fermé, naïveté oblige. Où est la clé ? À bientôt, Zoë.\n"


def guess(data: bytes) -> str:
    try:
        data.decode("utf-8")
        utf8 = True
    except UnicodeDecodeError:
        utf8 = False
    return marked(data) or guessed(data, whole=True, utf8=utf8)


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        (ZH, "utf-8", "utf-8"),
        (ZH, "utf-8-sig", "utf-8-sig"),
        (ZH, "gbk", "gb18030"),
        (ZH, "gb18030", "gb18030"),
        ("张三", "gbk", "gb18030"),
        ("张三 13812345678\n", "gbk", "gb18030"),
        ("名单：㛃䶮𠮷先生，住址北京市海淀区学院路一号，电话见附件。", "gb18030", "gb18030"),
        (ZH, "utf-16", "utf-16"),
        (ZH, "utf-16-le", "utf-16-le"),
        (ZH, "utf-16-be", "utf-16-be"),
        (EN, "utf-16-le", "utf-16-le"),
        (EN, "utf-16-be", "utf-16-be"),
        (ZH, "utf-32", "utf-32"),
        (EN, "ascii", "utf-8"),
        (FR, "cp1252", "cp1252"),
        (FR, "utf-8", "utf-8"),
        ("", "utf-8", "utf-8"),
    ],
)
def test_encodings_are_told_apart(text: str, encoding: str, expected: str) -> None:
    assert guess(text.encode(encoding)) == expected


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_either_byte_order_is_read_by_its_mark(mark: bytes) -> None:
    name = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    data = mark + ZH.encode(name)

    assert "".join(Decoder(marked(data)).pieces(iter([data[:7], data[7:]]))) == ZH


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\x7fELF\2\1\1\0" + bytes(64),
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(255)),
        b"\x93\xfa\x96\x7b" * 9,  # no encoding we know
        b"\0\0\0\1" * 40,
        b"\0abc",
    ],
)
def test_what_is_no_text_is_not_taken_for_text(data: bytes) -> None:
    assert guess(data) == ""


def test_a_few_broken_bytes_do_not_hide_the_rest() -> None:
    assert guess(ZH.encode() + b"\xff" + ZH.encode()) == "utf-8"
    assert guess(b"abc" * 30 + b"\x81\x8d") == "utf-8"


def test_formats_are_named() -> None:
    assert format_of(b"PK\x03\x04..") == "ZIP/Office"
    assert format_of(b"abc") == ""


COMMON = st.text(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经",
    min_size=2,
)


@given(COMMON, st.text("abc 123\n，。"))
def test_common_chinese_in_gbk_is_read_as_such(han: str, rest: str) -> None:
    data = (han + rest).encode("gbk")

    assert guess(data) in ("gb18030", "utf-8")
    assert data.decode(guess(data)) == han + rest or guess(data) == "utf-8"


@given(st.binary(max_size=200))
def test_no_bytes_are_too_strange(data: bytes) -> None:
    name = guess(data)

    assert name == "" or isinstance("".join(Decoder(name).pieces(iter([data]))), str)


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "utf-32"]
)
def test_places_count_characters_whatever_the_encoding(run: Run, write: Write, encoding: str) -> None:
    write("a.txt", ZH.encode(encoding))
    (file,) = json.loads(run("check", "a.txt", "--format", "json").stdout)["files"]
    (finding,) = file["findings"]

    assert ZH[finding["start"] : finding["end"]] == PHONE
    assert finding["where"] == {"kind": "text", "line": 2, "column": ZH.splitlines()[1].index(PHONE) + 1}
    assert file.get("encoding", "utf-8") == {"gbk": "gb18030"}.get(encoding, encoding.removesuffix("-sig"))


def test_ascii_for_a_megabyte_and_then_gbk(run: Run, write: Write) -> None:
    write("a.txt", b"x" * 70 + (b"plain words\n" * 100_000) + ZH.encode("gbk"))
    done = run("check", "a.txt", "--format", "json")

    # The first megabyte says nothing; what follows cannot be read as what it seemed to be.
    assert PHONE[:3] in done.stdout
    assert done.returncode in (1, 2)
