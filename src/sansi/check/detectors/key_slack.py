"""Slack 令牌或 Webhook · Slack token or webhook."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-slack",
    title=Both("Slack 令牌或 Webhook", "Slack token or webhook"),
    why=Both(
        "可以应用或成员的身份读频道、发消息。",
        "It reads channels and posts as the application or the member.",
    ),
    advice=Both(
        "在 api.slack.com/apps 中撤销令牌或删除该 Webhook。",
        "Revoke the token or delete the webhook at api.slack.com/apps.",
    ),
    source="https://api.slack.com/concepts/token-types",
    forms=(
        Prefixed(
            ("xoxa-", "xoxb-", "xoxe-", "xoxo-", "xoxp-", "xoxr-", "xoxs-", "xoxc-", "xoxd-", "xoxe."),
            r"xox[abceoprsd][\-.](?=[0-9A-Za-z\-.%]{0,60}[0-9])[0-9A-Za-z\-.%]{20,250}(?<![-.])",
        ),
        Prefixed(("xapp-",), r"xapp-[0-9]-[0-9A-Z]{8,14}-[0-9]{10,14}-[0-9a-f]{40,70}"),
        Prefixed(
            ("hooks.slack.com/",),
            r"(?:https?://)?hooks\.slack\.com/(?:services|workflows|triggers)/[TE][0-9A-Z]{7,12}/[0-9A-Z]{7,20}/[0-9A-Za-z/]{18,64}",
            back=r"(?:https?://)?",
        ),
    ),
    hits=(
        "机器人令牌«xoxb-" + "272818745122-2728262448066-GDtiIuAIA5JpENIRuHUjkpU5»",
        "SLACK_APP_TOKEN=«xapp-1-"
        + "AZ5IJ3G6FCY-7287742226877-970448f931aab14983d47d19787a1a99065b9b84629afb069de11dac72077fcc»",
        "curl -X POST «https://hooks.slack.com/services/" + "TQ79VYZW6/BKNUOQXOF/NZTOu7LiElXOxVqMubMw4Sj2»",
    ),
    misses=(
        "xoxb-your-bot-token-goes-here",
        "xoxb-" + "xxxxxxxxxxxx-xxxxxxxxxxxx-xxxxxxxxxxxxxxxxxxxxxxxx",
        "https://hooks.slack.com/services/" + "T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
        "https://hooks.slack.com/services/docs",
    ),
)
