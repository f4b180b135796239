"""JWT · JSON Web Token (RFC 7519): header, claims and signature in base64url.

The header and the claims decode to JSON, and the header names an algorithm: that is a check by
itself. The token of John Doe, number 1234567890, stands in every manual.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator
from typing import Any

from sansi.check.evidence.quick import quick
from sansi.check.evidence.secret_values import stand_in
from sansi.check.evidence.secrets import AFTER, BEFORE, ISSUER_FORMAT
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot, Words

_PART = r"[0-9A-Za-z_-]"
_TOKEN = quick(
    rf"{BEFORE}(eyJ{_PART}{{10,2000}})\.({_PART}{{4,16000}})\.({_PART}{{16,2000}})((?:\.{_PART}{{8,16000}}){{2}})?{AFTER}"
)
_SPECIMENS = frozenset({"1234567890", "John Doe", "Jane Doe", "Joe Bloggs", "1234"})


def _json(part: str) -> dict[str, Any]:
    try:
        value = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (ValueError, binascii.Error, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _specimen(claims: dict[str, Any]) -> bool:
    return any(isinstance(v, str) and v in _SPECIMENS for v in (claims.get("sub"), claims.get("name")))


def find(spot: Spot) -> Iterator[Hit]:
    """Tokens whose header and claims are what the standard says."""
    match = _TOKEN.match(spot.text, spot.start)
    if not match:
        return
    header = _json(match[1])
    claims = _json(match[2])
    encrypted = bool(match[4]) and "enc" in header
    if "alg" not in header or not (claims or encrypted) or _specimen(claims):
        return
    if stand_in(match[3]):
        return
    algorithm = str(header["alg"])[:12]
    reason = Both(f"头部与载荷可解码，算法 {algorithm}", f"header and claims decode, algorithm {algorithm}")
    yield Hit(
        match.start(), match.end() if encrypted else match.end(3), Confidence.CERTAIN, reason, ISSUER_FORMAT
    )


RULE = Rule(
    id="key-jwt",
    category=Category.CREDENTIAL,
    severity=Severity.HIGH,
    title=Both("登录令牌（JWT）", "JSON Web Token"),
    why=Both(
        "在有效期内，持有它就等于登录了；其中还常写着姓名、手机号。",
        "While it lasts its holder is signed in, and names and numbers are often written in it.",
    ),
    advice=Both(
        "删除；让该会话失效，必要时更换签名密钥。",
        "Remove it, end that session, and if need be change the signing key.",
    ),
    source="RFC 7519; RFC 7515",
    triggers=(Words(("eyJ",)),),
    find=find,
    hits=(
        "Bearer «eyJhbGciOiJIUzI1NiJ9" + ".eyJ1aWQiOjQxNywiaXNzIjoiYSJ9.k3Jd82nQpZ7vXw1LrT5yUa0s»",
        "令牌«eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9"
        + ".eyJ1aWQiOjQxNywiaXNzIjoiYSJ9.k3Jd82nQpZ7vXw1LrT5yUa0s»，勿外传",
    ),
    misses=(
        # John Doe, number 1234567890
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
        + ".eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIn0.k3Jd82nQpZ7vXw1LrT5yUa0s",
        "eyJhbGciOiJIUzI1NiJ9" + ".eyJ1aWQiOjQxNy.k3Jd82nQpZ7vXw1LrT5yUa0s",  # the claims are cut off
        "eyJ1aWQiOjQxNywiaXNzIjoiYSJ9"
        + ".eyJ1aWQiOjQxNywiaXNzIjoiYSJ9.k3Jd82nQpZ7vXw1LrT5yUa0s",  # no algorithm
        "eyJhbGciOiJIUzI1NiJ9...",  # shortened
    ),
)
