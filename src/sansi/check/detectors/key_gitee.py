"""Gitee 私人令牌 · Gitee token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-gitee",
    title=Both("Gitee 私人令牌", "Gitee token"),
    why=Both("可读写令牌所及的仓库。", "It reads and writes repositories."),
    advice=Both("在设置 → 私人令牌中删除。", "Delete it under settings → personal access tokens."),
    source="https://gitee.com/api/v5/swagger",
    forms=(
        Labelled(
            ("access_token", "private_token", "gitee_token", "gitee_access", "私人令牌", "令牌", "token"),
            r"[0-9a-f]{32}",
            near=r"gitee|码云",
        ),
    ),
    hits=(
        "GITEE_TOKEN=«" + "a1137177bcd06988fc7bb43b6c4335da»",
        "https://gitee.com/api/v5/user?access_token=«" + "6def6ff76cef9127f3ffd79da2815da8»",
        "码云私人令牌：«" + "26515f968c6af5771d366facf8526df5»",
    ),
    misses=(
        "gitee commit 70d5a203426eb40519500ff75870768c",
        "码云令牌：请在设置中生成",
    ),
)
