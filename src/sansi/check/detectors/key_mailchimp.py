"""Mailchimp 密钥 · Mailchimp key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-mailchimp",
    title=Both("Mailchimp 密钥", "Mailchimp key"),
    why=Both("可导出订阅者名单、群发邮件。", "It exports subscribers and mails them."),
    advice=Both("在 Account → API keys 停用。", "Disable it under Account → API keys."),
    source="https://mailchimp.com/developer/marketing/guides/quick-start/",
    forms=(
        Prefixed(("-us",), r"[0-9a-f]{32}-us[0-9]{1,2}", back=r"(?<![0-9a-zA-Z])[0-9a-f]{32}"),
        Labelled(("mandrill",), r"md-[0-9A-Za-z_\-]{22}"),
    ),
    hits=(
        "api_key: «" + "e7440e4bcfe825d66b4e480abe5083bd-us14»",
        "密钥«" + "60394afae5d59d2c909946ca13394103-us6»。",
        "MANDRILL_KEY=«" + "md-Fo0Pbz285ltWWklGrcDMNf»",
    ),
    misses=(
        "e45f3f3c1ff755c79225433a61cfd1c-us14",  # too short
        "en-us",
    ),
)
