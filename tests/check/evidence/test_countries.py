"""Countries are known by their names, in Chinese and English."""

from __future__ import annotations

import pytest

from sansi.check.evidence.countries import country_in


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("美国护照", "US"),
        ("印度尼西亚", "ID"),
        ("印度", "IN"),
        ("from Hong Kong to Britain", "GB"),
        ("香港转美国", "US"),
        ("UK", "GB"),
        ("ukulele", None),
        ("护照", None),
        ("", None),
    ],
)
def test_the_last_country_named_counts(text: str, code: str | None) -> None:
    assert country_in(text) == code
