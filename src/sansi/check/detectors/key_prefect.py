"""Prefect 密钥 · Prefect API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-prefect",
    title=Both("Prefect 密钥", "Prefect API key"),
    why=Both("可运行、修改你的工作流。", "It runs and changes your flows."),
    advice=Both("在 API keys 页删除。", "Delete it on the API keys page."),
    source="https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys",
    forms=(
        Prefixed(
            (
                "pnu_",
                "pnb_",
            ),
            r"pn[ub]_[0-9A-Za-z]{36}",
        ),
    ),
    hits=(
        "PREFECT_API_KEY=«pnu_" + "pYvUQfHklkya7TLExgJH6DB8DQZRGZuSFCq7»",
        "密钥«pnb_" + "04mkq3zrQBPXDYxokZrEqozO5zCEM3Vss2eX»",
    ),
    misses=(
        "pnu_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "pnu_" + "h2Z7YGdlb",  # too short
    ),
)
