"""Check digits beside what their standards print."""

from __future__ import annotations

import pytest

from sansi.check.evidence.checksums import luhn, mod_11_2, uscc_check


def test_the_check_character_of_the_standards_own_example() -> None:
    assert mod_11_2("11010519491231002") == "X"


def test_a_character_outside_the_alphabet_is_named_as_such() -> None:
    assert uscc_check("91330106MA2H3KQX3") == "B"
    with pytest.raises(ValueError, match="GB 32100"):
        uscc_check("91330106MA2H3KQI3")


@pytest.mark.parametrize("digits", ["0", "18", "4539148803436467", "6222021234567890128"])
def test_luhn_holds(digits: str) -> None:
    assert luhn(digits)
    assert not luhn(digits[:-1] + str((int(digits[-1]) + 1) % 10))
