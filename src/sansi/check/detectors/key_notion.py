"""Notion 令牌 · Notion token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-notion",
    title=Both("Notion 令牌", "Notion token"),
    why=Both("可读写所授权的页面和数据库。", "It reads and writes the pages shared with it."),
    advice=Both("在 My integrations 中刷新密钥。", "Refresh the secret under My integrations."),
    source="https://developers.notion.com/reference/authentication",
    forms=(
        Prefixed(("ntn_",), r"ntn_[0-9A-Za-z]{40,50}", accepts=strewn),
        Prefixed(("secret_",), r"secret_[0-9A-Za-z]{43}", accepts=strewn),
    ),
    hits=(
        "NOTION=«ntn_" + "VeePYUYodrdnYG7oWeRwIytd0ca7nbZhaAtUMyRBjsCBTF»",
        "密钥«secret_" + "b0gArc6jeA2pkcT4Uf2BOqtLywCP1m6uuk7BXE3EW6k»",
    ),
    misses=(
        "ntn_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "secret_name_of_the_bucket_in_production_eu_west_1",
    ),
)
