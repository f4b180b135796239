"""Sentry 令牌 · Sentry token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-sentry",
    title=Both("Sentry 令牌", "Sentry token"),
    why=Both("可读报错内容，其中常有用户数据。", "It reads error reports, which often hold users' data."),
    advice=Both("在 Auth Tokens 页撤销。", "Revoke it on the auth tokens page."),
    source="https://docs.sentry.io/account/auth-tokens/",
    forms=(
        Prefixed(
            (
                "sntrys_",
                "sntryu_",
            ),
            r"sntry(?:s_eyJ[0-9A-Za-z+/=_\-]{40,400}|u_[0-9a-f]{64})",
        ),
    ),
    hits=(
        "SENTRY_AUTH_TOKEN=«sntryu_" + "a53008e88e98bbe0b701585fd5a248d2ac2cfa442d4cfa0acdaaf6ccbf7a8a11»",
        "«sntrys_"
        + "eyJpYXQiOjE35b45OZBUGjbMKEdKi4egcwiOGADfGRIaYnazkgRNlSqMWW9d8ETqRaEwoDjV_1utKFAR"
        + "At6sVHv2RTf0V7UUj8rX2jOTxRMWAi6bZhOJ»",
    ),
    misses=(
        "sntryu_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "https://7c4075a3dee1718a2fe16b0be08fb50f@o1.ingest.sentry.io/2",  # a DSN is made to be published
    ),
)
