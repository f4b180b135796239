"""Okta 令牌 · Okta API token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-okta",
    title=Both("Okta 令牌", "Okta API token"),
    why=Both("可管理单位的账号和登录。", "It manages the accounts and sign-in of the organisation."),
    advice=Both("在 Security → API 撤销。", "Revoke it under Security → API."),
    source="https://developer.okta.com/docs/guides/create-an-api-token/",
    forms=(
        Labelled(
            ("ssws", "okta_token", "okta_api_token", "okta_client_token", "okta api token"),
            r"00[0-9A-Za-z_\-]{40}",
        ),
    ),
    hits=(
        "Authorization: SSWS «" + "00wlDMEVnOGZjq9yrYXbz5RTWCDBnHFUSPmSLIyAie»",
        "OKTA_API_TOKEN=«" + "00cxOYYfHm61YShZeGaUWVmNZSVc5f5AfejMTUaS8S»",
    ),
    misses=(
        "OKTA_API_TOKEN=${TOKEN}",
        "SSWS is a scheme",
    ),
)
