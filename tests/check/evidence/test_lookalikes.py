"""Labels of hosts that pose as others are told from honest ones."""

from __future__ import annotations

import pytest

from sansi.check.evidence.lookalikes import deceives, unveil


@pytest.mark.parametrize(
    "label", ["gоv", "аррӏе", "paypa1", "xn--80ak6aa92e", "аlipay", "rnicrosoft", "tаobao", "àlipay"]
)
def test_a_label_poses(label: str) -> None:
    assert deceives(label)


@pytest.mark.parametrize(
    "label",
    ["gov", "office365", "2345", "中文", "xn--fiqs8s", "baidu百度", "münchen", "почта", "www", "go0d"],
)
def test_a_label_is_honest(label: str) -> None:
    assert not deceives(label)


def test_what_is_no_punycode_stays_as_it_stands() -> None:
    assert unveil("xn--a-b-c-") in ("xn--a-b-c-", "a-b-c")
    assert unveil("xn--\u00e9") == "xn--\u00e9"
