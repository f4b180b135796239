from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sansi.check.evidence.quick import ends, guarded, quick

PATTERNS = [
    "手机|电话|phone",
    "(?:银行)?卡号?",
    "(?<![a-z])ip|[0-9]{2}",
    r"\s*号|\d+年",
    "(?:a|b|)c",
    "a*+b|(?>c?)d",
    "(?P<x>k)(?P=x)|é",
    "[^a]b",
    ".b",
    "",
    "a*",
    r"[\d\-x]k",
    r"[\D]k",
    "(?i)K",
    "(?i:k)1",
    "^k|k$",
    "(k)|(号)",
    "(?=k)k1",
]
TEXTS = st.text("ab手机号卡银行电话ipk1K\u212aé0年 \n-xyz")


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=TEXTS)
def test_it_finds_what_the_plain_pattern_finds(pattern: str, flags: int, text: str) -> None:
    plain, lazy = re.compile(pattern, flags), quick(pattern, flags)

    assert [m.span() for m in lazy.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert bool(lazy.fullmatch(text)) == bool(plain.fullmatch(text))
    assert lazy.sub("_", text) == plain.sub("_", text)


@pytest.mark.parametrize("pattern", ["手机|(?:短)?号", "(?:银行)?卡", r"\s*号", "(?<![a-z])ip"])
def test_it_looks_at_one_character_first(pattern: str) -> None:
    assert guarded(pattern).startswith("(?=[")


@pytest.mark.parametrize("pattern", ["手机|电话", "(?:银|卡)号", "[0-9]年", "卡号"])
def test_it_leaves_alone_where_python_looks_first_by_itself(pattern: str) -> None:
    assert guarded(pattern) == pattern
    assert guarded(pattern, re.IGNORECASE) != pattern


@pytest.mark.parametrize("pattern", ["a*", "[^a]b", ".b", "(?i)k", r"\Dk", "(?i:k)"])
def test_it_leaves_alone_what_can_begin_with_anything(pattern: str) -> None:
    assert guarded(pattern) == pattern


def test_it_is_compiled_at_its_first_use() -> None:
    wrong = quick("(")

    assert wrong.pattern == "("
    with pytest.raises(re.error):
        wrong.search("(")
    with pytest.raises(AttributeError):
        _ = wrong.nothing_of_the_kind  # type: ignore[attr-defined]


def test_an_end_that_is_no_end_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing at all"):
        ends("a*")
