from __future__ import annotations

from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from sansi.web.audit.canonical import NotCanonical, canonical

NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,10}", fullmatch=True)
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
PLAIN = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT
VALUES = st.recursive(
    PLAIN, lambda v: st.lists(v, max_size=4) | st.dictionaries(NAMES, v, max_size=4), max_leaves=20
)


@given(VALUES)
def test_it_is_what_the_reference_writes(value: Any) -> None:
    try:
        mine = canonical(value)
    except NotCanonical:
        return
    assert mine.encode() == rfc8785.dumps(value)


def test_names_are_sorted_and_nothing_is_escaped_that_need_not_be() -> None:
    assert canonical({"b": "三思\u007f\u2028/", "a": ["\n", '"', True, None, 1]}) == (
        '{"a":["\\n","\\"",true,null,1],"b":"三思\u007f\u2028/"}'
    )


DEEP: Any = []
for _ in range(9):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    "value",
    [1.5, 2**53, -(2**53), "\ud800", {"1": 1}, {"名": 1}, {1: 1}, b"x", (1,), {"a": [1.0]}, DEEP],
    ids=repr,
)
def test_what_two_encoders_might_write_differently_is_refused(value: Any) -> None:
    with pytest.raises(NotCanonical):
        canonical(value)
