"""Long numbers are shown to their rules however they are written, and others are not."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from random import Random

import pytest

from sansi.check import Checker
from sansi.check.evidence.digits import number_of, numbers
from sansi.check.model import Rule, Spot
from sansi.check.rules import shipped

ENGINES = ("hyperscan", "re2", "re")
BEGINS = {11: {"13"}}


@cache
class Shown:
    """A rule that reads numbers of eleven digits that begin with 13, and what it was shown."""

    def __init__(self, engine: str) -> None:
        self.spots: list[Spot] = []
        self.checker = Checker([self._rule()], engine=engine)

    def _rule(self) -> Rule:
        return replace(shipped()[0], triggers=number_of(BEGINS), find=lambda s: self.spots.append(s) or ())

    def read(self, text: str) -> list[str]:
        """The numbers read in what the rule was shown of `text`."""
        self.spots.clear()
        self.checker.check(text)
        return [number.digits for spot in self.spots for number in numbers(spot, BEGINS)]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "written",
    [
        "13812345678",
        "138-1234-5678",
        "+86 138 1234 5678",
        "1 3 8 1 2 3 4 5 6 7 8",
        "１３８１２３４５６７８",
        "138１２３４5678",
        "13812345６78",
        "1３812345678",
        "一三八一二三四五六七八",
        "幺三八幺二三四五六七八",
        "壹叁捌1234五六七八",
        "138一二三四5678",
        "138\u200b1234\u200b5678",
        "138 — 1234 — 5678",
        "1381234\n5678",
        "1381234\r\n5678",
        "1381234\n        5678",
        "13\u00b781\u00b723\u00b745\u00b767\u00b78",
        "1\ufe0f\u20e33\ufe0f\u20e38\ufe0f\u20e31234567\ufe0f\u20e38",
        "13812345678。",
        "。13812345678",
    ],
)
def test_a_number_is_shown_once_however_it_is_written(engine: str, written: str) -> None:
    assert Shown(engine).read(f"号码{written}，谢谢") == ["13812345678"]


@pytest.mark.parametrize("engine", ENGINES)
def test_any_mixture_of_digits_and_gaps_is_shown(engine: str) -> None:
    rng, shown = Random(11), Shown(engine)
    for _ in range(400):
        digits = "13" + "".join(rng.choices("0123456789", k=9))
        scripts = rng.choice(("0123456789", "０１２３４５６７８９", "〇一二三四五六七八九")), "0123456789"
        gaps = rng.choices(("", "", "", "-", " ", " - ", "\u3000", "\u200b", "—", "·", ".\u00a0"), k=10)
        written = "".join(
            rng.choice(scripts)[int(d)] + gap for d, gap in zip(digits, [*gaps, ""], strict=True)
        )
        assert shown.read(f"号码{written}乙") == [digits], written


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "text",
    [
        "x13812345678",
        "_13812345678",
        "订单20241381234567",
        "ISBN 978-7-520-99508-5",
        "https://www.example.gov.cn/t20240101_9284347.html",
        "23812345678",
        "1381234567",
    ],
)
def test_other_numbers_cost_no_call(engine: str, text: str) -> None:
    Shown(engine).read(text)
    assert not Shown(engine).spots


def test_two_numbers_in_a_run_are_both_read() -> None:
    assert Shown("re").read("13812345678 13912345678") == ["13812345678", "13912345678"]


def test_a_wide_gap_parts_two_numbers() -> None:
    assert not Shown("re").read("138     12345678 1234567890")
