"""Grafana 令牌 · Grafana token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-grafana",
    title=Both("Grafana 令牌", "Grafana token"),
    why=Both("可读仪表盘和数据源。", "It reads dashboards and data sources."),
    advice=Both("在 Service accounts 中删除。", "Delete it under service accounts."),
    source="https://grafana.com/docs/grafana/latest/administration/service-accounts/",
    forms=(
        Prefixed(("glsa_",), r"glsa_[0-9A-Za-z]{32}_[0-9a-fA-F]{8}"),
        Prefixed(("glc_",), r"glc_[0-9A-Za-z+/]{32,400}={0,2}"),
        Prefixed(("eyJrIjoi",), r"eyJrIjoi[0-9A-Za-z]{60,120}={0,2}"),
    ),
    hits=(
        "GRAFANA_TOKEN=«glsa_" + "UCCxMxAnqTrunwM3RLEOZHRlFanagcDO_78a97a44»",
        "令牌«glc_" + "eyJvIjoiynEst3oliHF0U31w1VZsBDJgqj2rUiG8OqA2KSiH0Wl0c87uQ1oeL7aHcQAS»",
    ),
    misses=(
        "glsa_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_00000000",
        "glsa_" + "ZGaOHLYrn",  # too short
    ),
)
