"""取值 · One maker of synthetic values for each type that is measured, and their disguises."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from bench.accuracy import credentials, foreign, markings, numbers, people
from bench.accuracy.disguise import WAYS, disguised
from bench.accuracy.doc import Value

MAKERS: dict[str, Callable[[Random], str]] = {
    "cn_id": numbers.resident_id,
    "cn_mobile": numbers.mobile,
    "cn_landline": numbers.landline,
    "bank_card": numbers.bank_card,
    "cn_passport": numbers.cn_passport,
    "cn_permit": numbers.cn_permit,
    "cn_uscc": numbers.uscc,
    "cn_plate": numbers.plate,
    "email": people.email,
    "qq": numbers.qq,
    "wechat": people.wechat,
    "cn_address": people.address,
    "cn_name": people.name,
    "phone_intl": foreign.phone_intl,
    "credit_card": numbers.credit_card,
    "iban": foreign.iban,
    "us_ssn": foreign.us_ssn,
    "uk_nino": foreign.uk_nino,
    "passport": lambda rng: foreign.passport(rng)[1],
    "ip": lambda rng: foreign.ipv4(rng) if rng.random() < 0.75 else foreign.ipv6(rng),
    "mac": foreign.mac,
    "wallet": foreign.wallet,
    "secrecy_marking": markings.secrecy,
    "internal_marking": markings.internal,
    "aws_key": credentials.aws_key,
    "github_token": credentials.github_token,
    "private_key": credentials.private_key,
    "jwt": credentials.jwt,
    "slack_token": credentials.slack_token,
    "other_token": credentials.other_token,
    "password": credentials.password,
    "connection_string": credentials.connection_string,
    "cn_cloud_key": credentials.cn_cloud_key,
}
"""In the order of `doc.TYPES`."""

DISGUISED = ("cn_id", "cn_mobile", "bank_card")
"""The types that people write in disguise."""


def value(rng: Random, kind: str, way: str | None = None) -> Value:
    """A value of a type; `way` is a disguise for those of `DISGUISED`, else plain."""
    text = MAKERS[kind](rng)
    if way in {None, "plain"} or kind not in DISGUISED:
        return Value(text, kind)
    assert way is not None
    return Value(disguised(rng, text, way), kind, way)


def any_way(rng: Random, kind: str, share: float = 0.5) -> Value:
    """A value that is disguised in `share` of all cases, every way as likely as the others."""
    ways = [w for w in WAYS if w != "prefix86" or kind == "cn_mobile"]
    return value(rng, kind, rng.choice(ways) if rng.random() < share else None)
