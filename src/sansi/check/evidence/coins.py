"""钱包地址校验 · The checksums of wallet addresses: base58check, bech32, Keccak (EIP-55)."""

from __future__ import annotations

from hashlib import sha256

BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_MASK = (1 << 64) - 1


def base58(text: str, alphabet: str = BITCOIN) -> bytes:
    """The bytes that `text` stands for. Raises ValueError for a character outside `alphabet`."""
    number = 0
    for c in text:
        number = number * 58 + alphabet.index(c)
    zeros = len(text) - len(text.lstrip(alphabet[0]))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8)


def base58_version(text: str, alphabet: str = BITCOIN) -> int | None:
    """The version byte of a base58check address of 25 bytes, or None when the checksum is wrong."""
    try:
        raw = base58(text, alphabet)
    except ValueError:
        return None
    if len(raw) != 25 or sha256(sha256(raw[:-4]).digest()).digest()[:4] != raw[-4:]:
        return None
    return raw[0]


def bech32(address: str) -> bool:
    """Whether a bech32 or bech32m address (BIP 173, BIP 350) holds; all in one case."""
    text = address.lower()
    prefix, _, data = text.rpartition("1")
    values = [_BECH32.find(c) for c in data]
    if address not in (text, address.upper()) or -1 in values or len(values) < 8:
        return False
    check = 1
    for value in [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix] + values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for i, generator in enumerate(_GENERATOR):
            check ^= generator if top >> i & 1 else 0
    return check in (1, 0x2BC830A3)


def _round_constants() -> list[int]:
    """The 24 constants of Keccak-f[1600], from its shift register (FIPS 202, algorithm 5)."""
    register, constants = 1, []
    for _ in range(24):
        constant = 0
        for j in range(7):
            if register & 1:
                constant |= 1 << ((1 << j) - 1)
            register = register << 1 ^ (0x171 if register >> 7 else 0)
        constants.append(constant)
    return constants


_CONSTANTS = _round_constants()


def _turn(lane: int, by: int) -> int:
    return (lane << by | lane >> (64 - by)) & _MASK


def _permute(a: list[int]) -> list[int]:
    for constant in _CONSTANTS:
        c = [a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20] for x in range(5)]
        a = [a[i] ^ c[(i - 1) % 5] ^ _turn(c[(i + 1) % 5], 1) for i in range(25)]
        x, y, lane = 1, 0, a[1]
        for t in range(24):
            x, y = y, (2 * x + 3 * y) % 5
            a[x + 5 * y], lane = _turn(lane, (t + 1) * (t + 2) // 2 % 64), a[x + 5 * y]
        for row in range(0, 25, 5):
            b = a[row : row + 5]
            for i in range(5):
                a[row + i] = b[i] ^ (~b[(i + 1) % 5] & b[(i + 2) % 5] & _MASK)
        a[0] ^= constant
    return a


def keccak_256(data: bytes) -> bytes:
    """Keccak-256 as Ethereum uses it, of less than 136 bytes; hashlib's SHA-3 pads differently."""
    block = bytearray(data.ljust(136, b"\0"))
    block[len(data)] ^= 0x01
    block[135] ^= 0x80
    lanes = [int.from_bytes(block[i : i + 8], "little") for i in range(0, 136, 8)]
    state = _permute(lanes + [0] * 8)
    return b"".join(lane.to_bytes(8, "little") for lane in state[:4])


def eip_55(address: str) -> bool:
    """Whether the capitals of 40 hex digits are the ones their hash demands."""
    digest = keccak_256(address.lower().encode()).hex()
    return all(c.isdigit() or c.isupper() == (h >= "8") for c, h in zip(address, digest, strict=False))
