"""What is turned down at first sight is what a closer look would turn down too."""

from __future__ import annotations

import pytest

from sansi.check import check
from sansi.check.evidence.secret_values import genuine


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
