"""A card number's beginning and length say who may have issued it."""

from __future__ import annotations

import pytest

from sansi.check.evidence.cards import BEGINNINGS, _bins, chinese_bank, scheme


@pytest.mark.parametrize(
    ("digits", "network"),
    [
        ("4" + "0" * 15, "Visa"),
        ("4" + "0" * 14, None),
        ("51" + "0" * 14, "Mastercard"),
        ("2720" + "0" * 12, "Mastercard"),
        ("2721" + "0" * 12, None),
        ("34" + "0" * 13, "American Express"),
        ("36" + "0" * 12, "Diners Club"),
        ("3528" + "0" * 12, "JCB"),
        ("6011" + "0" * 12, "Discover"),
        ("62" + "0" * 17, "UnionPay"),
        ("62" + "0" * 13, None),
        ("95588" + "0" * 14, "China"),
        ("1" * 16, None),
        ("", None),
    ],
)
def test_a_number_belongs_to_the_network_of_its_range(digits: str, network: str | None) -> None:
    assert scheme(digits) == network


@pytest.mark.parametrize(
    ("digits", "kind"),
    [
        ("622848" + "0" * 13, "debit"),
        ("622848" + "0" * 10, None),
        ("356390" + "0" * 10, "credit"),
        ("629999" + "0" * 13, None),
    ],
)
def test_a_bank_of_china_is_known_by_prefix_and_length(digits: str, kind: str | None) -> None:
    assert chinese_bank(digits) == kind


def test_every_issuer_begins_as_cards_of_that_length_do() -> None:
    for prefix, length in _bins()[0]:
        assert prefix[:2] in BEGINNINGS[length]
    for first in range(10000):
        for length in (13, 14, 15, 16, 19):
            number = f"{first:04}".ljust(length, "1")
            assert scheme(number) is None or number[:2] in BEGINNINGS[length]
