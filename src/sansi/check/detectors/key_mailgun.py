"""Mailgun 密钥 · Mailgun key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-mailgun",
    title=Both("Mailgun 密钥", "Mailgun key"),
    why=Both("可用你的域名发信。", "It sends mail from your domain."),
    advice=Both("在控制台作废并新建。", "Revoke it in the console and make a new one."),
    source="https://documentation.mailgun.com/docs/mailgun/api-reference/authentication/",
    forms=(
        Prefixed(("key-",), r"(?<!-)key-[0-9a-f]{32}"),
        Labelled(
            ("mailgun", "mailgun_api_key", "mg_api_key", "api:"), r"[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}"
        ),
    ),
    hits=(
        "MAILGUN=«key-" + "271bbf6782b6c6038d08e7df2ccc5a01»",
        "MAILGUN_API_KEY=«" + "d0ea1384139241e66f44863fc80729f6-42ea8219-6890bc54»",
    ),
    misses=(
        "monkey-250283118f5feadbd4b1f72c5754e180",
        "key-" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "primary-key-5bc59eaf8b8b2de2e2ba93503c8e7c57",
    ),
)
