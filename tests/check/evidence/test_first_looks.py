"""What is turned down at first sight is what a closer look would turn down too."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sansi.check import check
from sansi.check.evidence import secret_values
from sansi.check.evidence.secret_values import documented, genuine, scattered, stand_in


def rules(text: str) -> list[str]:
    return [f.rule for f in check(text)]


@pytest.mark.parametrize(
    "text",
    [
        "电话 +86 18698710702，晚上也方便。",
        "手机：13800138001，请拨打。",
        "the phone menu is new",
        "the secret garden exhibition",
        "详见https://www.example.gov.cn/xxgk/1.html。",
        "护照和签证",
    ],
)
def test_ordinary_text_holds_nothing_foreign(text: str) -> None:
    assert not {"phone", "passport", "link-unsafe", "key-generic"} & set(rules(text))


@pytest.mark.parametrize(
    "text",
    [
        "见 https://www.rnicrosoft.com/a",
        "见 https://www-gov.cn.evil.top/a",
        "见 https://www.t.cn/Ab3dEf",
        "见 https://www.abc.com/\u202egpj.exe",
        "见 https://www.alipay.com.\u0430pple.com/",
    ],
)
def test_odd_links_are_still_looked_at(text: str) -> None:
    assert "link-unsafe" in rules(text)


@pytest.mark.parametrize(
    "value", ["q8Zt2m123456Kb7Wn3Ys", "q8Ztq8Ztq8Ztq8Zt", "xQa1b2c3d4Zp9w", "q8ſ2m123456Kb7Wn3Ys"]
)
def test_counting_is_found_wherever_it_begins(value: str) -> None:
    assert not genuine(value)


PIECES = st.lists(
    st.sampled_from(
        "example sample place holder change me it this dummy redact replace insert foo bar abc secret key here token"
        " api fake mock dead beef cafe babe test demo my some the your TODO xxxx *** ... ____ ${ }} %s % ( < IOSFODNN7"
        " 16C7e42F292c6912E77 _ - . / + = q8 Zt 2m Lx 9R é".split()
    ),
    max_size=8,
).map("".join)


@given(value=PIECES)
def test_a_stand_in_is_told_as_by_searching_for_all_of_them(value: str) -> None:
    searched = secret_values._STAND_IN_ANY.search(value) or secret_values._STAND_IN_CASED.search(value)
    printed = secret_values._DOCUMENTED.search(value)

    assert documented(value) == bool(printed)
    assert stand_in(value) == bool(searched or printed)


@given(value=st.text("abzAZ019_-é", max_size=40))
def test_changes_of_kind_are_counted_as_by_parting_the_value(value: str) -> None:
    parts = re.findall("[a-z]+|[A-Z]+|[0-9]+", value)
    size = sum(map(len, parts))
    digits = sum(len(p) for p in parts if p < ":")
    least = 0.22 if digits > 1 else 0.38 if digits else 0.42

    assert scattered(value) == (size >= 8 and (len(parts) - 1) / size >= least)


@pytest.mark.parametrize(
    "text",
    [
        "Read the password policy for shared machines while the main entrance is closed.",
        "Never share your password, and lock the screen before you leave the desk for lunch or for home.",
        "the compass: n0rth2West8",
        "the encrypted password: n0rth2West8",
        "the client className 412339071 of old",
        "import hmac\n\n\n@property\ndef a(self): ...",
        "the token, and the secret. A key is wanted; 密钥”管理、令牌。",
        "http://docs.example.org/guide/a.html",
        "ssh://docs.example.org/guide/a.html",
        "write to liwei@qq.com12345678",
    ],
)
def test_prose_behind_a_label_leads_to_nothing(text: str) -> None:
    assert not rules(text)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The password of this new test server, I hear, is n0rth2West8.", None),
        ("The password of this new test server is n0rth2West8.", "key-password"),
        ("password, the value = n0rth2West8", "key-password"),
        ("name, password\nlin, n0rth2West8", "key-password"),
        ("see http://docs.example.org/login", "link-unsafe"),
        ("token (of the robot-1) q8Zt2mLx9Rv4Kb7Wn3Ys5Pc1", "key-generic"),
        ("huawei access_key.id = WCJ80WZPNGUQWDUKLFU0", "key-huawei-cloud"),
    ],
)
def test_a_value_further_on_is_still_found(text: str, rule: str | None) -> None:
    assert rules(text) == ([rule] if rule else [])
