"""The table of numbers says the same as the package it was copied from."""

from __future__ import annotations

from random import Random

import phonenumbers
import pytest

from sansi.check.evidence.calling import Kind, kind_abroad, kind_at_home, regions, split

LIVING = "US CA GB HK MO TW JP KR SG MY TH VN PH ID IN AU NZ DE FR IT ES NL BE CH SE NO DK FI IE PL RU TR AE IL ZA BR MX".split()


@pytest.mark.parametrize("region", LIVING)
def test_numbers_of_a_region_are_those_of_phonenumbers(region: str) -> None:
    code = str(phonenumbers.country_code_for_region(region))
    example = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)
    national = phonenumbers.national_significant_number(example)

    assert kind_abroad(code, national) is Kind.MOBILE
    assert split(code + national) == (code, national)


@pytest.mark.parametrize("region", LIVING)
def test_what_phonenumbers_takes_for_valid_we_do_too(region: str) -> None:
    rng = Random(region)
    code = phonenumbers.country_code_for_region(region)
    for _ in range(200):
        national = str(rng.randrange(10**7, 10**10))
        number = phonenumbers.PhoneNumber(country_code=code, national_number=int(national))
        if phonenumbers.is_valid_number(number):
            assert kind_abroad(str(code), national) is not None, national


def test_every_region_is_there() -> None:
    assert set(regions()) == set(phonenumbers.SUPPORTED_REGIONS)


def test_a_calling_code_nobody_has_is_none() -> None:
    assert split("999123456") is None
    assert split("") is None


@pytest.mark.parametrize(
    ("code", "national", "kind"),
    [
        ("44", "7911123456", Kind.MOBILE),
        ("44", "07911123456", Kind.MOBILE),
        ("44", "2079460958", Kind.OTHER),
        ("1", "8005552671", Kind.SERVICE),
        ("44", "123", None),
    ],
)
def test_a_number_abroad_is_of_a_kind(code: str, national: str, kind: Kind | None) -> None:
    assert kind_abroad(code, national) is kind


@pytest.mark.parametrize(
    ("region", "digits", "kind"),
    [
        ("GB", "07400123456", Kind.MOBILE),
        ("GB", "7911123456", None),
        ("HK", "91234567", Kind.MOBILE),
        ("US", "14155552671", Kind.MOBILE),
        ("US", "4155552671", Kind.MOBILE),
        ("US", "155", None),
        ("SG", "1", None),
    ],
)
def test_a_number_at_home_has_its_prefix(region: str, digits: str, kind: Kind | None) -> None:
    assert kind_at_home(region, digits) is kind
