"""Figma 令牌 · Figma token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-figma",
    title=Both("Figma 令牌", "Figma token"),
    why=Both("可读你能看到的全部设计稿。", "It reads every design you can see."),
    advice=Both("在 Settings → Security 中撤销。", "Revoke it under Settings → Security."),
    source="https://www.figma.com/developers/api#access-tokens",
    forms=(
        Prefixed(
            (
                "figd_",
                "figo_",
                "figu_",
            ),
            r"fig[dou]_[0-9A-Za-z_\-]{38,64}",
        ),
    ),
    hits=(
        "FIGMA_TOKEN=«figd_" + "9JsU7hLdP6pxpB58vdwHDooJZ9G6Yn1HlQSIfpB8»",
        "令牌«figd_" + "y0xzhWqMqU47xEEYeQ3cbmhow7tFW_7omeTPoEZ3»",
    ),
    misses=(
        "figd_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "figd_" + "R2IBSoFVo",  # too short
    ),
)
