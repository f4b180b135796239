"""What a pattern can end in, asked before it is searched for in front of a place."""

from __future__ import annotations

import pytest

from sansi.check.evidence.checksums import uscc_check
from sansi.check.evidence.internal_phrases import EN_ALONE, EN_LABELLED, may_match
from sansi.check.evidence.quick import ends


@pytest.mark.parametrize("last", ["号", "码", ":", "\n"])
def test_a_pattern_ends_in_what_its_last_part_can_be(last: str) -> None:
    assert ends("(?:证号码?|卡号):?")(last)


def test_a_pattern_ends_in_nothing_else() -> None:
    assert not ends("(?:证号码?|卡号):?")("证")


def test_a_pattern_that_matches_nothing_at_all_has_no_end() -> None:
    with pytest.raises(ValueError, match="nothing"):
        ends("a?")


def test_a_character_outside_the_alphabet_has_no_check_character() -> None:
    with pytest.raises(ValueError, match="alphabet"):
        uscc_check("91330106MA2H3KQXI")


def test_a_label_needs_a_sign() -> None:
    assert not may_match(EN_LABELLED, "sensitivity internal")
    assert may_match(EN_ALONE, "internal")
