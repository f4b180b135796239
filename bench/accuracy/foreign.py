"""国际号码 · Phones, passports, accounts and addresses of machines outside China, from their standards.

IBAN ISO 13616, SSN (SSA 2011), NINO (HMRC NIM39110), EIP-55, Base58Check, Bech32 (BIP 173, 350).
"""

from __future__ import annotations

import hashlib
import ipaddress
from random import Random

import phonenumbers

from bench.accuracy.numbers import digits
from bench.accuracy.words import words

_PHONES = (  # `#` any digit, `N` 2 to 9; how people of that country write it
    "+1 ({a}) NN#-####", "+1-{a}-NN#-####", "+1 {a} NN# ####", "+1{a}NN#####",
    "+44 7{u}## ######", "+44 7{u}########", "+44 20 7N## ####", "+49 151 N#######",
    "+49 170 N######", "+49 30 N#######", "+33 6 NN ## ## ##", "+33 1 4N ## ## ##",
    "+81 90-NN##-####", "+81-80-N###-####", "+81 3-5NN#-####", "+82 10-NN##-####",
    "+82-10-N###-####", "+65 9N## ####", "+65 8NN#-####", "+852 9N## ####",
    "+852 6N######", "+852-5N##-####", "+853 66N# ####", "+853 62######",
    "+886 912 NN# ###", "+886-933-NN####", "+61 4NN ### ###", "+61 2 9N## ####",
    "+91 98NN# #####", "+91-99########", "+7 916 NN#-##-##", "+7 (903) NN#-##-##",
    "+55 11 98NN#-####", "+39 347 NN# ####", "+34 612 NN# ###", "+31 6 4NN# ####",
    "+41 79 NN# ## ##", "+46 70 NN# ## ##", "+60 12-NN# ####", "+66 81 NN# ####",
    "+84 91 NN# ## ##", "+63 917 NN# ####", "+62 812-NN##-####", "+971 50 NN# ####",
    "+27 82 NN# ####", "+64 21 NN# ####", "+47 41N ## ###", "+45 22 NN ## ##",
    "+48 601 NN# ###", "+90 532 NN# ## ##", "+20 100 NN# ####", "+254 712 NN####",
)  # fmt: skip
_US_AREAS = words("212 213 312 415 617 646 202 206 303 404 512 713 718 818 858 917")

_IBANS = {  # BBAN: n digit, a letter, c either
    "DE": "n" * 18, "GB": "aaaa" + "n" * 14, "FR": "n" * 23, "NL": "aaaa" + "n" * 10, "CH": "n" * 17,
    "AT": "n" * 16, "SE": "n" * 20, "DK": "n" * 14, "IE": "aaaa" + "n" * 14, "SA": "nn" + "c" * 18,
    "AE": "n" * 19, "PL": "n" * 24, "LU": "nnn" + "c" * 13, "GR": "n" * 23, "ES": "n" * 20,
}  # fmt: skip

_PASSPORTS = (
    ("AU", "Annnnnnn"), ("AU", "PAnnnnnnn"), ("CA", "AAnnnnnn"), ("DE", "Cnncccnnn"), ("FR", "nnAAnnnnn"),
    ("GB", "nnnnnnnnn"), ("IN", "Annnnnnn"), ("IT", "YAnnnnnnn"), ("JP", "TRnnnnnnn"), ("JP", "MUnnnnnnn"),
    ("KR", "Mnnnnnnnn"), ("NL", "NAncccncn"), ("RU", "nnnnnnnnn"), ("SG", "KnnnnnnnA"), ("US", "nnnnnnnnn"),
    ("US", "Annnnnnnn"), ("TH", "AAnnnnnnn"), ("VN", "Bnnnnnnn"), ("MY", "Annnnnnnn"),
)  # fmt: skip
PASSPORT_COUNTRIES = {
    "AU": ("Australian", "澳大利亚"), "CA": ("Canadian", "加拿大"), "DE": ("German", "德国"), "FR": ("French", "法国"),
    "GB": ("British", "英国"), "IN": ("Indian", "印度"), "IT": ("Italian", "意大利"), "JP": ("Japanese", "日本"),
    "KR": ("Korean", "韩国"), "NL": ("Dutch", "荷兰"), "RU": ("Russian", "俄罗斯"), "SG": ("Singapore", "新加坡"),
    "US": ("US", "美国"), "TH": ("Thai", "泰国"), "VN": ("Vietnamese", "越南"), "MY": ("Malaysian", "马来西亚"),
}  # fmt: skip


def _shape(rng: Random, shape: str) -> str:
    kinds = {"#": "0123456789", "N": "23456789"}
    return "".join(rng.choice(kinds[c]) if c in kinds else c for c in shape)


def phone_intl(rng: Random) -> str:
    """A phone number outside China with its country code, in a block that is in use."""
    while True:
        number = _phone_intl(rng)
        if phonenumbers.is_valid_number(
            phonenumbers.parse("+" + number.removeprefix("00").removeprefix("+"))
        ):
            return number


def _phone_intl(rng: Random) -> str:
    shape = rng.choice(_PHONES)
    area, mobile = rng.choice(_US_AREAS), rng.choice(("4", "5", "7", "8"))
    text = (
        shape.replace("{a}", area).replace("{u}", mobile).replace("NN#-", "3N#-", 1 if "{a}" in shape else 0)
    )
    written = _shape(rng, text)
    return "00" + written[1:] if rng.random() < 0.08 and not written.startswith("+1") else written


def us_phone(rng: Random) -> str:
    """A number as written inside the United States."""
    area = rng.choice(_US_AREAS)
    return _shape(rng, rng.choice((f"({area}) 3N#-####", f"{area}-4N#-####", f"{area}.7N#.####")))


def iban(rng: Random) -> str:
    """An account number with right check digits, national ones included, in fours or in one."""
    country = rng.choice(tuple(_IBANS))
    kinds = {"n": "0123456789", "a": "ABCDEFGHKLMNPRSTW", "c": "0123456789ABCDEFGHKLMNPRSTW"}
    bban = "".join(rng.choice(kinds[c]) for c in _IBANS[country])
    if country == "ES":
        bban = bban[:8] + _spanish("00" + bban[:8]) + _spanish(bban[10:]) + bban[10:]
    number = country + iban_check(country, bban) + bban
    return rng.choice((number, " ".join(number[i : i + 4] for i in range(0, len(number), 4))))


def _spanish(ten: str) -> str:
    rest = 11 - sum(int(d) * pow(2, i, 11) for i, d in enumerate(ten)) % 11
    return str(rest if rest < 10 else 11 - rest)


def iban_check(country: str, bban: str) -> str:
    """The two check digits (ISO 7064 MOD 97-10)."""
    value = int("".join(str(int(c, 36)) for c in bban + country + "00"))
    return f"{98 - value % 97:02d}"


def us_ssn(rng: Random) -> str:
    """A social security number that may have been issued."""
    area = rng.choice([n for n in range(100, 899) if n != 666])
    return f"{area}-{rng.randint(10, 98):02d}-{rng.randint(1000, 9998):04d}"


def uk_nino(rng: Random) -> str:
    """A national insurance number, in one or in twos."""
    while True:
        prefix = rng.choice("ABCEGHJKLMNOPRSTWXYZ") + rng.choice("ABCEGHJKLMNPRSTWXYZ")
        if prefix not in {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"}:
            break
    body = digits(rng, 6)
    gap = rng.choice(("", " "))
    return gap.join((prefix, body[:2], body[2:4], body[4:], rng.choice("ABCD")))


def passport(rng: Random) -> tuple[str, str]:
    """Country and number: only its label says that it is one."""
    country, shape = rng.choice(_PASSPORTS)
    kinds = {"n": "0123456789", "A": "ABCDEFGHJKLMNPRSTUVWXYZ", "c": "0123456789CFGHJKLMNPRTVWXYZ"}
    fixed = {"DE": 1, "IT": 2, "JP": 2, "KR": 1, "SG": 1, "VN": 1, "NL": 1}.get(country, 0)
    return country, shape[:fixed] + "".join(rng.choice(kinds[c]) if c in kinds else c for c in shape[fixed:])


_DOCUMENTED = ("1.1.1.1", "8.8.8.8", "8.8.4.4", "9.9.9.9", "114.114.114.114", "223.5.5.5", "119.29.29.29")


def ipv4(rng: Random) -> str:
    """A public address, and not one of a public resolver."""
    while True:
        text = ".".join(str(rng.randint(1, 254)) for _ in range(4))
        address = ipaddress.IPv4Address(text)
        if address.is_global and not address.is_multicast and text not in _DOCUMENTED:
            return text


def ipv6(rng: Random) -> str:
    """A global unicast address, full or shortened."""
    prefix = rng.choice(("2408", "2409", "240e", "2a02", "2600", "2001:da8", "2a00"))
    groups = [f"{rng.randint(1, 0xFFFF):x}" for _ in range(8 - prefix.count(":") - 1)]
    if rng.random() < 0.4:
        return f"{prefix}:{groups[0]}:{groups[1]}::{groups[2]}"
    return ":".join((prefix, *groups))


def mac(rng: Random) -> str:
    """A globally administered unicast hardware address."""
    octets = [rng.randint(0, 63) * 4, *(rng.randint(0, 255) for _ in range(5))]
    text = f"{bytes(octets).hex()}"
    text = text.upper() if rng.random() < 0.6 else text
    if rng.random() < 0.12:
        return ".".join(text[i : i + 4] for i in (0, 4, 8))
    return rng.choice((":", ":", "-")).join(text[i : i + 2] for i in range(0, 12, 2))


_B58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def base58check(version: int, payload: bytes) -> str:
    """Bitcoin's Base58Check."""
    data = bytes((version,)) + payload
    data += hashlib.sha256(hashlib.sha256(data).digest()).digest()[:4]
    value, text = int.from_bytes(data, "big"), ""
    while value:
        value, rest = divmod(value, 58)
        text = _B58[rest] + text
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + text


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for i, magic in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= magic if (top >> i) & 1 else 0
    return check


def segwit(version: int, program: bytes) -> str:
    """A Bitcoin address of BIP 173 (version 0) or BIP 350 (later versions)."""
    bits = "".join(f"{b:08b}" for b in program)
    bits += "0" * (-len(bits) % 5)
    data = [version] + [int(bits[i : i + 5], 2) for i in range(0, len(bits), 5)]
    human = [ord(c) >> 5 for c in "bc"] + [0] + [ord(c) & 31 for c in "bc"]
    mark = _polymod(human + data + [0] * 6) ^ (0x2BC830A3 if version else 1)
    return "bc1" + "".join(_BECH[d] for d in data + [(mark >> 5 * (5 - i)) & 31 for i in range(6)])


_ROUNDS = []
_lfsr = 1
for _ in range(24):
    _constant = 0
    for _j in range(7):
        if _lfsr & 1:
            _constant ^= 1 << ((1 << _j) - 1)
        _lfsr = (_lfsr << 1) ^ (0x171 if _lfsr >> 7 else 0)
    _ROUNDS.append(_constant)


def _turn(value: int, by: int) -> int:
    by %= 64
    return (value << by | value >> (64 - by)) & (2**64 - 1)


def keccak256(data: bytes) -> bytes:
    """Keccak with the padding of before FIPS 202, as Ethereum has it; `data` shorter than 136 bytes."""
    block = bytearray(data + b"\x01" + bytes(135 - len(data)))
    block[-1] |= 0x80
    lanes = [int.from_bytes(block[i : i + 8], "little") for i in range(0, 136, 8)] + [0] * 8
    for constant in _ROUNDS:
        sums = [lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20] for x in range(5)]
        lanes = [lane ^ sums[(i + 4) % 5] ^ _turn(sums[(i + 1) % 5], 1) for i, lane in enumerate(lanes)]
        x, y, moved, held = 1, 0, 0, lanes[1]
        for step in range(24):
            moved += step + 1
            x, y = y, (2 * x + 3 * y) % 5
            held, lanes[x + 5 * y] = lanes[x + 5 * y], _turn(held, moved)
        lanes = [
            lane ^ (~lanes[i - i % 5 + (i + 1) % 5] & lanes[i - i % 5 + (i + 2) % 5])
            for i, lane in enumerate(lanes)
        ]
        lanes[0] ^= constant
    return b"".join(lane.to_bytes(8, "little") for lane in lanes[:4])


def eip55(address: str) -> str:
    """Forty hex digits with the capitals that check them."""
    marks = keccak256(address.lower().encode()).hex()
    return "".join(c.upper() if m in "89abcdef" else c for c, m in zip(address.lower(), marks, strict=False))


def wallet(rng: Random) -> str:
    """A Bitcoin, Ethereum or Tron address, its own check right."""
    payload = rng.randbytes(20)
    match rng.randint(0, 5):
        case 0:
            return base58check(0, payload)
        case 1:
            return base58check(5, payload)
        case 2:
            return segwit(0, payload)
        case 3:
            return segwit(1, rng.randbytes(32))
        case 4:
            return base58check(0x41, payload)
    return "0x" + eip55(payload.hex())
