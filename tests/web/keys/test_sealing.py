"""Secrets that lie in the database."""

from __future__ import annotations

import pytest
from django.test import override_settings

from sansi.web.keys.sealing import Unsealable, seal, unseal


def test_what_is_sealed_can_be_opened_and_not_be_read() -> None:
    sealed = seal("tests", "秘密 secret")

    assert unseal("tests", sealed) == "秘密 secret"
    assert "secret" not in sealed
    assert seal("tests", "秘密 secret") != sealed


def test_it_opens_for_its_purpose_only() -> None:
    with pytest.raises(Unsealable):
        unseal("else", seal("tests", "x"))


@pytest.mark.parametrize("place", [0, 10, -1])
def test_a_changed_one_does_not_open(place: int) -> None:
    sealed = list(seal("tests", "x"))
    sealed[place] = "A" if sealed[place] != "A" else "B"

    with pytest.raises(Unsealable):
        unseal("tests", "".join(sealed))


def test_a_key_that_was_replaced_still_opens() -> None:
    with override_settings(SECRET_KEY="the old one"):
        sealed = seal("tests", "x")

    with override_settings(SECRET_KEY="the new one", SECRET_KEY_FALLBACKS=["the old one"]):
        assert unseal("tests", sealed) == "x"
    with override_settings(SECRET_KEY="the new one"), pytest.raises(Unsealable):
        unseal("tests", sealed)
