"""Datadog 密钥 · Datadog key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-datadog",
    title=Both("Datadog 密钥", "Datadog key"),
    why=Both(
        "可上报假数据，应用密钥还能读监控。", "It sends false data; an application key reads your monitoring."
    ),
    advice=Both("在 Organization Settings 中撤销。", "Revoke it in the organization settings."),
    source="https://docs.datadoghq.com/account_management/api-app-keys/",
    forms=(
        Labelled(
            (
                "dd_api_key",
                "dd.api.key",
                "dd.api_key",
                "dd-api-key",
                "datadog_api_key",
                "datadog api key",
                "datadog.api_key",
                "datadog_key",
            ),
            r"[0-9a-f]{32}",
        ),
        Labelled(
            (
                "dd_app_key",
                "dd_application_key",
                "dd-application-key",
                "datadog_app_key",
                "datadog application key",
            ),
            r"[0-9a-f]{40}",
        ),
        Prefixed(("ddapp_",), r"ddapp_[0-9A-Za-z]{34}"),
    ),
    hits=(
        "DD_API_KEY=«" + "fbd8e4edb199746b4580b1ff9b613cdd»",
        "DD-APPLICATION-KEY: «" + "040da07ea993cacaa4d3fb272b19a251e62ca1d4»",
    ),
    misses=(
        "DD_API_KEY=<your key>",
        "dd_trace_id: bfc08aaee8bdb89ecce856899a7072db",
    ),
)
