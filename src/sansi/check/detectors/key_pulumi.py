"""Pulumi 令牌 · Pulumi token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-pulumi",
    title=Both("Pulumi 令牌", "Pulumi token"),
    why=Both("可改动基础设施。", "It changes infrastructure."),
    advice=Both("在 Access tokens 页删除。", "Delete it on the access tokens page."),
    source="https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/",
    forms=(Prefixed(("pul-",), r"pul-[0-9a-f]{40}"),),
    hits=(
        "PULUMI_ACCESS_TOKEN=«pul-" + "785d5450492f43fb35a3d4e5db7794445c07eea0»",
        "令牌«pul-" + "b41b046d392acfc9a269cf930aeed36fb091ed11»",
    ),
    misses=(
        "pul-" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "pul-d25c02b3a769",  # too short
    ),
)
