"""Twilio 密钥 · Twilio key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Following, Labelled, Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-twilio",
    title=Both("Twilio 密钥", "Twilio key"),
    why=Both(
        "可用你的号码发短信、打电话，常被用于诈骗。",
        "It sends messages and calls from your number, often for fraud.",
    ),
    advice=Both(
        "在 Console 中轮换 Auth Token 或删除该 API Key。",
        "Rotate the auth token, or delete the API key, in the console.",
    ),
    source="https://www.twilio.com/docs/iam/api-keys",
    forms=(
        Prefixed(tuple(f"SK{c}" for c in "0123456789abcdef"), r"SK[0-9a-f]{32}"),
        Labelled(
            ("auth_token", "authtoken", "auth token", "twilio_token"),
            r"[0-9a-f]{32}",
            near=r"twilio|AC[0-9a-f]{32}",
        ),
        Following(("twilio", "AC account"), r"AC[0-9a-f]{32}[\"\', \n]{1,8}([0-9a-f]{32})(?![0-9a-f])"),
    ),
    hits=(
        "api_key=«SK" + "2d2b63572d3f8f6fcd74ea45e6033914»",
        "TWILIO_AUTH_TOKEN=«" + "a07140dd6c3624d2735ea3b87b078379»",
        'from twilio.rest import Client\nClient("AC'
        + 'dfb4a11ec9458d3512348e01bb73a495", "«'
        + '22526f02dd75b8e1c26b03f88ea94c16»")',
    ),
    misses=(
        "SK" + "ddb423418bb0784fa2336183bedf93",  # too short
        "TASK" + "45d779fa0b8b9d60aacb87910d2d6742",
        "AC" + "2661f73e8aaa2a7567c07efa2aed1d0f",  # the account alone is no secret
    ),
)
