"""密值 · Whether a value can be a real secret at all: not a placeholder, a sample, a name or a hash.

A real key is drawn at random. What people write in its stead is not: it repeats, counts up, says
what it is (`your_api_key`), or was printed in the issuer's own manual.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from operator import sub

from sansi.check.evidence.quick import quick

# Words that somebody writes where a key will stand later. In a random base62 key of 40 characters
# one of them turns up about once in 100,000 keys; three-letter words would be far too common.
_STAND_IN = (
    r"x{4,}|\*{3,}|\.{3}|…|•{2,}|●{2,}|#{4,}|_{4,}|<|>|\$\{|\{\{|\}\}|%s(?![0-9A-Za-z])|%\("
    r"|example|sample|placeholder|change[_-]?(?:me|it|this)|dummy|redact|replace|insert[_-]"
    r"|foobar|abcabc|secret[_-]?(?:key|here|token)|api[_-]?key|token[_-]?here|key[_-]?here"
    r"|fake[_-]|mock[_-]|deadbeef|cafebabe|(?:^|[_-])(?:test|demo|fake|mock|my|some|the)[_-]"
    r"|示例|样例|你的|您的|替换"
)
_STAND_IN_LOW, _STAND_IN_ANY = quick(_STAND_IN), quick(_STAND_IN, re.IGNORECASE)
_STAND_IN_CASED = quick("your|YOUR|Your|TODO|FIXME")
# None of the words above is in a key unless one of every three in a row is here: they have five letters or more …
_STAND_IN_BITS = frozenset(
    word[i : i + 3]
    for word in "example sample placeholder changeme changeit changethis dummy redact replace foobar abcabc"
    " secretkey secrethere secrettoken apikey tokenhere keyhere deadbeef cafebabe".split()
    for i in range(len(word) - 2)
)
_SHORT = 20
_TRIPLES = re.compile(".{3}", re.DOTALL).findall
# … but for these, which count before a dash.
_STAND_IN_PARTS = frozenset("test demo fake mock my some the".split())
_SIGNS_OF_KEYS = str.maketrans("", "", "_-./+=~")

# The middle of keys printed in the issuers' manuals: AWS, Stripe, SendGrid, Telegram, GitHub, Google,
# Azure's storage and Cosmos emulators, Mailgun, Discord, WeCom, jwt.io, Tencent Cloud, Twilio.
_MANUALS = (
    "IOSFODNN7", "wJalrXUtnFEMI", "je7MtGbClwBF", "I44QH8DHB",
    "4eC39HqLyjWDarjt", "BQokikJOvBiI2HlW", "TYooMQauvdEDq54NiTphI7jx",
    "ngeVfQFYQlKU0ufo8x5d1A", "TwL2iGABf9DHoTf", "AAHdqTcvCH1vGWJxf", "ABC-DEF1234ghIkl", "AAG90e14-0f8",
    "16C7e42F292c6912E77", "SyDaGmWKa4JsXZ", "SyDdI0hCZtE6vySjMm", "Eby8vdM02xNOcqFlqUwJ", "C2y6yDjf5/R",
    "3ax6xnjp29jd6fds4gc373sg", "MTk4NjIyNDgzNDcxOTI1MjQ4", "693a91f6-7xxx",
    "SflKxwRJSMeKKF2QT4fwp", "dBjftJeZ4CVP-mB92K27u", "z8krbsJ5yKBZQpn74WFkm", "Gu5t9xGARNpq86cd98jo",
    "mF_9.B5f-4.1JqM", "2YotnFZFEjr1zCsicMWpAA", "tGzv3JOkF0XG5Qx2TlKWIA", "gX1fBat3bV", "czZCaGRSa3F0MzpnWDFmQmF0M2JW",
    "7Fjfp0ZBr1KtDRbnfVdmIw", "D1fficultP", "QWxhZGRpbjpvcGVuIHNlc2FtZQ", "YWxhZGRpbjpvcGVuc2VzYW1l",
)  # fmt: skip
_DOCUMENTED = quick("|".join(map(re.escape, _MANUALS)))
# Each has nine characters or more, so that of four in every six one quadruple must be its own.
_DOCUMENTED_BITS = frozenset(piece[i : i + 4] for piece in _MANUALS for i in range(len(piece) - 3))
_QUADRUPLES = re.compile("(.{4}).{0,2}", re.DOTALL).findall
_UUID = quick(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_HEX = quick(r"[0-9a-f]+|[0-9A-F]+")
_SMALL, _CAPITAL, _FIGURE = 1, 2, 4
_KINDS = bytes(
    _SMALL if c.islower() else _CAPITAL if c.isupper() else _FIGURE if c.isdigit() else 0
    for c in (chr(code) if code < 128 else " " for code in range(256))
)
_BREAKS = tuple(bytes((kind, 0)) for kind in (_SMALL, _CAPITAL, _FIGURE))
# A run of neighbours this long is somebody counting: by chance, one hex key of 32 in 20,000.
_COUNTING = 6
_IN_TURNS = 4
_LONGEST_PERIOD = 16
_EVENLY_SPACED = frozenset((code - step, code, code + step) for code in range(127) for step in (-1, 0, 1))


def is_uuid(value: str) -> bool:
    """A UUID: an identifier by itself, a secret only behind a label that says so."""
    return bool(_UUID.fullmatch(value))


def is_hex(value: str) -> bool:
    """Hexadecimal in one case: a key, or as well a digest or a commit."""
    return bool(_HEX.fullmatch(value))


def documented(value: str) -> bool:
    """Whether everybody has read `value` in a manual."""
    return not _DOCUMENTED_BITS.isdisjoint(_QUADRUPLES(value)) and _DOCUMENTED.search(value) is not None


def cut_short(text: str, end: int) -> bool:
    """Whether a value that ends at `end` goes on as dots or stars: only its beginning is shown."""
    return text.startswith(("...", "…", "**", "••", "xxx", "XXX"), end)


def _unlike(low: str) -> bool:
    """Whether a value in lower case plainly holds nothing of `_STAND_IN`."""
    core = low if low.isalnum() else low.translate(_SIGNS_OF_KEYS)
    if not core.isalnum() or "xxxx" in low or not _STAND_IN_BITS.isdisjoint(_TRIPLES(core)):
        return False
    if core is low:
        return True
    parts = low.replace("-", "_").split("_")[:-1]
    ordinary = not any(part.endswith(("insert", "fake", "mock")) for part in parts)
    return ordinary and _STAND_IN_PARTS.isdisjoint(parts) and "____" not in low and "..." not in low


def stand_in(value: str) -> bool:
    """Whether `value` holds the place of a secret, or is one that everybody has read in a manual."""
    if not value.isascii():
        return bool(_STAND_IN_ANY.search(value) or _STAND_IN_CASED.search(value) or documented(value))
    # In lower case rather than with IGNORECASE, which is ten times slower.
    low = value.lower()
    if (len(low) < _SHORT or not _unlike(low)) and _STAND_IN_LOW.search(low):
        return True
    if ("your" in low or "todo" in low or "fixme" in low) and _STAND_IN_CASED.search(value):
        return True
    return documented(value)


def _steps(value: str) -> int:
    """The longest run of characters that count up, count down or stay the same."""
    codes = list(map(ord, value))
    longest = run = 1
    none = last = 1 << 21  # further apart than any two characters
    for step in map(sub, codes[1:], codes):
        if step == last:
            run += 1
        elif -1 <= step <= 1:
            last, run = step, 2
        else:
            last = none
            continue
        if run > longest:  # noqa: PLR1730 - max() is called for every character of every value
            longest = run
    return longest


def _may_count(codes: Sequence[int], run: int) -> bool:
    """Whether three in a row are evenly spaced, looked for so far apart that no such run is missed."""
    apart = run - 2
    rows = zip(codes[::apart], codes[1::apart], codes[2::apart], strict=False)
    return not _EVENLY_SPACED.isdisjoint(rows)


def _counts(value: str) -> bool:
    """Whether it counts, plainly (123456, aaaaaa) or in turns (a1b2c3d4)."""
    low = value.lower()
    # No key has a character outside ASCII: all become one.
    codes = low.encode("ascii", "replace")
    if _may_count(codes, _COUNTING) and _steps(low) >= _COUNTING:
        return True
    return _may_count(codes[::2], _IN_TURNS) and min(_steps(low[::2]), _steps(low[1::2])) >= _IN_TURNS


def _repeats(value: str) -> bool:
    size = len(value)
    again = value[: min(4, size // 2)]
    if value.find(again, 1, _LONGEST_PERIOD + len(again)) < 0:
        return False
    return any(value[p:] == value[:-p] for p in range(1, min(_LONGEST_PERIOD, size // 2) + 1))


def genuine(value: str) -> bool:
    """Whether `value`, which already has the form of a key, can have been drawn at random."""
    return not (
        stand_in(value) or len(set(value)) < min(8, len(value) // 2) or _counts(value) or _repeats(value)
    )


def scattered(value: str, least: float = 0.22, few: float = 0.38) -> bool:
    """Whether letters, capitals and digits alternate as in something drawn at random.

    Of the neighbours in a random base62 string 62 in 100 differ in kind, in base36 40, in hex 47;
    in names (`my-service-token-2`, `getAccessToken`) under 20, and names have few digits.
    """
    kinds = value.encode().translate(_KINDS)
    size = len(kinds) - kinds.count(0)
    if size < 8:
        return False
    changes = (_parts(kinds) - 1) / size
    digits = kinds.count(_FIGURE)
    # With few digits, capitals must be strewn more densely than camel case strews them.
    return changes >= (least if digits > 1 else few if digits else few + 0.04)


def _parts(kinds: bytes) -> int:
    """How many runs of one kind there are; what is of no kind (0) parts them."""
    number = int.from_bytes(kinds)
    begins = len(kinds) - (number ^ number >> 8).to_bytes(len(kinds)).count(0)
    # What is of no kind begins too, behind what is of one.
    return begins - sum(map(kinds.count, _BREAKS)) if 0 in kinds else begins


_BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def crc_holds(token: str) -> bool:
    """Whether the last 6 characters are the CRC-32 of what stands between the prefix and them.

    GitHub and npm write it in base62, with zeroes in front
    (github.blog, “Behind GitHub's new authentication token formats”, 2021).
    """
    body = token.rpartition("_")[2]
    number, digits = zlib.crc32(body[:-6].encode()), ""
    while number:
        number, rest = divmod(number, 62)
        digits = _BASE62[rest] + digits
    return digits.rjust(6, "0") == body[-6:]
