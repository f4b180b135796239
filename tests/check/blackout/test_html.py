"""Pages of the web: edited where the source stands, in their encoding; all else stays byte for byte."""

from __future__ import annotations

import pytest

from tests.check.blackout.search import ID, MAIL, PHONE, answer, blackened

HEAD = '<!doctype html><html><head><meta charset="utf-8"><title>通知</title></head><body>'
MASKED = "138****5678"


def page(body: str) -> bytes:
    return f"{HEAD}{body}<p>别的字 &amp; 标记不变</p></body></html>".encode()


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (f"<p>电话 {PHONE}</p>", f"<p>电话 {MASKED}</p>"),
        ("<p>电话 <b>138</b>1234<i>5678</i>。</p>", f"<p>电话 <b>{MASKED}</b><i></i>。</p>"),
        ("<p>电话 &#49;38&#x31;2345678</p>", f"<p>电话 {MASKED}</p>"),
        ("<p>电话 138<wbr>1234&nbsp;5678</p>", None),
        (f'<p title="电话 {PHONE}">x</p>', f'<p title="电话 {MASKED}">x</p>'),
        (f"<p>a</p><!-- 电话 {PHONE} -->", f"<p>a</p><!-- 电话 {MASKED} -->"),
        (f"<script>var tel = '\\u0031{PHONE[1:]}';</script>", f"<script>var tel = '{MASKED}';</script>"),
        (f"<a href='mailto:{MAIL.replace('@', '%40')}'>x</a>", None),
        (f"<table><tr><th>姓名<th>身份证号<tr><td>李晓华<td>{ID}</table>", None),
    ],
)
def test_a_value_goes_wherever_it_stands(body: str, left: str | None) -> None:
    out = blackened(page(body)).decode()

    assert out.startswith(HEAD)
    assert out.endswith("<p>别的字 &amp; 标记不变</p></body></html>")
    if left:
        assert left in out


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_the_encoding_stays(encoding: str) -> None:
    text = f"<html><head><meta charset=gb2312></head><body><p>镕字不在国标里，电话 {PHONE}</p></body></html>"

    assert blackened(text.encode(encoding)).decode(encoding) == text.replace(PHONE, MASKED)


def test_one_page_with_nothing_in_it_stays_as_it_is() -> None:
    data = page("<p>没有什么</p>")

    assert blackened(data) == data


def test_bytes_that_are_not_valid_are_refused() -> None:
    told, out = answer(page(f"<p>电话 {PHONE}</p>") + b"<p>\xff")

    assert told["problem"]
    assert not out
