"""Pages are read whole: what they show, what they say on asking, and what only the source holds."""

from __future__ import annotations

import base64
import random
import time

import pytest

from sansi.check.evidence.checksums import mod_11_2
from sansi.check.extract.document import Document
from sansi.check.extract.extract import extract
from sansi.check.place import TextPlace

HEAD = "<!DOCTYPE html>\n<html><head><meta charset='utf-8'>"


def read(body: str, encoding: str = "utf-8") -> Document:
    return extract((HEAD + body).encode(encoding))


def text(document: Document) -> str:
    return "\n".join(s.text for s in document.segments)


def place(document: Document, value: str) -> dict[str, object]:
    for segment in document.segments:
        at = segment.text.find(value)
        if at >= 0:
            return segment.locate(at, at + len(value)).as_dict()
    raise AssertionError(value)


PLANTS = {
    "title": "<title>@</title>",
    "heading": "<h1>@</h1>",
    "paragraph": "<p>some words, then @.",
    "inline": "<p><b>some</b> words <i>@</i></p>",
    "list": "<ul><li>x<li>@</ul>",
    "cell": "<table><tr><td>x<td>@</table>",
    "pre": "<pre>x\ny @</pre>",
    "textarea": "<textarea>x\n@</textarea>",
    "option": "<select><option>@</select>",
    "noscript": "<noscript>@</noscript>",
    "svg": "<svg><text>@</text></svg>",
    "cdata": "<svg><![CDATA[@]]></svg>",
    "alt": "<img src=x alt='@'>",
    "tooltip": "<p title='@'>x</p>",
    "value": "<input value='@'>",
    "unquoted": "<input value=@>",
    "placeholder": '<input placeholder="@">',
    "meta": "<meta name=description content='@'>",
    "link": "<a href='https://example.org/?x=@'>x</a>",
    "mailto": "<a href='mailto:@'>x</a>",
    "tel": "<a href='tel:@'>x</a>",
    "data attribute": "<div data-phone='@'>x</div>",
    "handler": "<div onclick=\"f('@')\">x</div>",
    "srcdoc": "<iframe srcdoc='&lt;p>@'></iframe>",
    "comment": "<!-- @ -->",
    "bogus comment": "<! @ >",
    "instruction": "<? @ ?>",
    "script": "<script>var x = '@';</script>",
    "style": "<style>/* @ */</style>",
    "template": "<template><p>@</p></template>",
    "hidden": "<p hidden>@</p>",
    "no display": "<p style='color: red; display: none'>@</p>",
    "unclosed tag": "<p @",
    "unclosed comment": "<!-- @",
    "unclosed script": "<script>@",
    "sign": "<p>1 < 2 @",
}


@pytest.mark.parametrize("part", PLANTS)
def test_a_plant_in_every_part_is_found_where_it_stands(part: str) -> None:
    source = "\n<body>\n  " + PLANTS[part].replace("@", "PLANT-7") + "\n"
    document = read(source)
    whole = HEAD + source
    before = whole[: whole.index("PLANT-7")]

    assert (
        place(document, "PLANT-7")
        == TextPlace(before.count("\n") + 1, len(before) - before.rfind("\n")).as_dict()
    )
    assert document.gaps == []


def test_places_hold_behind_entities_and_blanks() -> None:
    document = read("<p>\n\n  a &amp; b&nbsp;&#20013;   c\n   VALUE</p>")

    assert "a & b\xa0中 c VALUE" in text(document)
    assert place(document, "VALUE") == {"kind": "text", "line": 5, "column": 4}


def test_a_row_is_a_line_whatever_stands_in_its_cells() -> None:
    document = read(
        "<table><tr><th><p>姓名</p></th><th>电话</th></tr>\n<tr><td>甲<br>乙</td>\n<td><div>1</div></td></table>"
    )

    rows = [[cell.strip() for cell in line.split("\t")] for line in text(document).strip().split("\n")]
    assert rows == [["姓名", "电话"], ["甲 乙", "1"]]


def test_words_are_not_cut_by_tags() -> None:
    assert "1390000" in text(read("<p>139<b>00</b><wbr>00</p>"))


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_pages_in_other_encodings(encoding: str) -> None:
    source = "<html><head><meta charset=gb2312></head><body><p>公示名单：朱镕 机密★</p></body></html>"

    assert "朱镕 机密★" in text(extract(source.encode(encoding)))


def test_addresses_are_read_decoded() -> None:
    document = read("<a href='/x?q=%E6%9D%8E&amp;mail=a%40example.org&g=%D6%D0%CE%C4'>x</a>")

    assert "q=李&mail=a@example.org&g=中文" in text(document)


def test_escapes_in_scripts_are_read() -> None:
    assert '"张三"' in text(read('<script>{"name": "\\u5f20\\u4e09"}</script>'))


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>secret words</p>",
        "<div style='display:none'><p>secret <b>words</b></p></div>",
        "<style>.x, .gone { display: none }</style><p class='a gone'>secret words</p>",
        "<ul><li style='visibility:hidden'>secret words<li>seen</ul>",
        "<table><tr><td hidden>secret words</table>",
        "<span style='font-size:0'>secret words</span>",
        "<div style='position:absolute; left:-9999px'>secret words</div>",
        "<p hidden>secret words",
        # Tags that were seen to hide nothing are not looked at again, unless more is known or they are others.
        "<p class=a>seen</p><style>.a{display:none}</style><p class=a>secret words</p>",
        "<p class=a>seen</p><template class=a>secret words</template>",
        "<p class=a>seen</p><div hidden><p class=a>secret words</p></div>",
    ],
)
def test_hidden_words_are_a_fact(hidden: str) -> None:
    document = read("<body>\n" + hidden + "<p>after</p></body>")

    facts = [f for f in document.facts if f.rule == "meta-hidden-text"]
    assert [f.value.startswith("secret words") for f in facts] == [True]
    assert facts[0].where.as_dict()["line"] == 3
    assert "secret words" in text(document)


@pytest.mark.parametrize(
    "shown",
    [
        "<p>the same words</p><p hidden>the same words</p>",
        "<p style='overflow:hidden'>words</p>",
        "<p aria-hidden=true>words</p>",
        "<p style='font-size:0.9em; opacity: 0.5'>words</p>",
        "<input type=hidden name=a value=b><p>words</p>",
        "<p hidden></p><p>words</p>",
    ],
)
def test_what_can_be_seen_is_not_called_hidden(shown: str) -> None:
    assert [f for f in read(shown).facts if f.rule == "meta-hidden-text"] == []


def test_authors_and_comments_are_facts() -> None:
    document = read("<meta name=author content='王小明'><!-- 这一段等领导定了再放 --><!-- nav -->")

    assert [(f.rule, f.value) for f in document.facts] == [
        ("meta-author", "王小明"),
        ("meta-comment", "这一段等领导定了再放"),
    ]


def test_pictures_in_addresses_are_files_of_their_own() -> None:
    inner = base64.b64encode(b"a text file with PLANT-9 in it").decode()
    document = read(f"<p>x</p><img src='data:text/plain;base64,{inner}' alt=here>")

    assert place(document, "PLANT-9")["inside"] == ["data:text/plain"]
    assert inner[:20] not in text(document)
    assert place(document, "here")["line"] == 2


def test_identifiers_in_a_table_of_a_page() -> None:
    number = "11010119030307123"
    number += mod_11_2(number)
    document = read(f"<table><tr><td>身份证号</td><td>{number}</td></tr></table>")

    assert f"身份证号\t{number}" in text(document)


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 300_000,
        "<a " * 300_000,
        "<a b='" * 200_000,
        "<a b=\"x' " * 200_000,
        "<" * 300_000,
        "</" * 200_000,
        "<!--" * 300_000,
        "<!" * 300_000,
        "<p hidden>" * 100_000,
        "<p hidden>a</p>" * 50_000,
        "<script>" * 200_000,
        "&amp" * 300_000,
        "<a " + "x" * 2_000_000 + ">",
        "<a " + "x=" * 500_000 + ">",
        "<style>" + ".a{" * 200_000 + "display:none}",
        "<style>" + "none " * 300_000,
        "<table><tr><td>" * 60_000,
        "<td><br>" * 100_000,
        " " * 3_000_000,
        "data:;base64," * 100_000,
    ],
    ids=lambda value: value[:12].replace("\0", ""),
)
def test_hostile_pages_take_no_time(hostile: str) -> None:
    start = time.process_time()
    document = read("<p>PLANT-1</p>" + hostile)

    assert "PLANT-1" in text(document)
    assert time.process_time() - start < 4


def test_pages_cut_or_flipped_anywhere_are_read() -> None:
    whole = (HEAD + "".join(PLANTS.values())).encode()
    rng = random.Random(3)
    for k in range(1, 17):
        extract(whole[: len(whole) * k // 16])
    for _ in range(200):
        broken = bytearray(whole)
        for _ in range(5):
            broken[rng.randrange(20, len(broken))] = rng.randrange(32, 127)
        extract(bytes(broken))
