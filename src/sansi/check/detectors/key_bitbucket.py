"""Bitbucket 应用密码 · Bitbucket app password."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-bitbucket",
    title=Both("Bitbucket 应用密码", "Bitbucket app password"),
    why=Both("可读写仓库。", "It reads and writes repositories."),
    advice=Both("在 Personal settings 中撤销。", "Revoke it in the personal settings."),
    source="https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/",
    forms=(Prefixed(("ATBB",), r"ATBB[0-9A-Za-z]{32}"),),
    hits=(
        "BITBUCKET=«ATBB" + "b03inhMGYX1FARt5fDIF7tBkd3P3KXKG»",
        "密码«ATBB" + "TwgzlivDtanavbNGOSSG5JRL89FTXYd7»",
    ),
    misses=(
        "ATBB" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "ATBB" + "G9obimXoittN",  # too short
    ),
)
