"""The checksums of wallet addresses are those of their standards."""

from __future__ import annotations

from hashlib import sha3_256

import pytest

from sansi.check.evidence import coins
from sansi.check.evidence.coins import RIPPLE, base58, base58_version, bech32, eip_55, keccak_256


def test_the_constants_are_those_of_sha_3() -> None:
    # SHA-3 is the same permutation with another first padding byte, so hashlib can vouch for it.
    block = bytearray(b"sansi".ljust(136, b"\0"))
    block[5] ^= 0x06
    block[135] ^= 0x80
    lanes = [int.from_bytes(block[i : i + 8], "little") for i in range(0, 136, 8)]

    state = coins._permute(lanes + [0] * 8)

    assert b"".join(lane.to_bytes(8, "little") for lane in state[:4]) == sha3_256(b"sansi").digest()


def test_keccak_is_the_one_of_ethereum() -> None:
    assert keccak_256(b"").hex() == "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"


def test_eip_55_knows_its_own_example() -> None:
    assert eip_55("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")
    assert not eip_55("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD")


@pytest.mark.parametrize(
    ("address", "version"),
    [
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", 0),
        ("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", 5),
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", None),
        ("0OIl", None),
        ("1", None),
    ],
)
def test_base58check_tells_the_version(address: str, version: int | None) -> None:
    assert base58_version(address) == version


def test_ripple_writes_with_an_alphabet_of_its_own() -> None:
    assert base58_version("rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh", RIPPLE) == 0


def test_leading_ones_are_zero_bytes() -> None:
    assert base58("112") == b"\0\0\x01"


@pytest.mark.parametrize(
    ("address", "right"),
    [
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", True),
        ("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", True),
        ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", True),
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", False),
        ("bc1qw508D6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", False),
        ("bc1qbbbbbbbbb", False),
        ("bc1q", False),
    ],
)
def test_bech32_knows_the_examples_of_its_standard(address: str, right: bool) -> None:
    assert bech32(address) is right
