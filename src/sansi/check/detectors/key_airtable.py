"""Airtable 令牌 · Airtable token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Following, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-airtable",
    title=Both("Airtable 令牌", "Airtable token"),
    why=Both("可读写表格中的数据。", "It reads and writes the data of your bases."),
    advice=Both("在 Developer hub 中删除。", "Delete it in the developer hub."),
    source="https://airtable.com/developers/web/guides/personal-access-tokens",
    forms=(Following(("airtable",), r"(?<![0-9A-Za-z_])(pat[0-9A-Za-z]{14}\.[0-9a-f]{64})(?![0-9A-Za-z])"),),
    hits=(
        "AIRTABLE=«pat" + "1j3a3FAha2TCSq.21ebd7e8d2e9e8465b70f3e2b0f599d4c05d34540afda22090b640f0785e7074»",
        "Airtable 的令牌是«pat"
        + "2NSeaM70XwPPyW.f047f9954c7ab2a3337a3412dbf64cd407423b01bdf38ff23efd833f59cf9b17»",
    ),
    misses=(
        "airtable patxxxxxxxxxxxxxx." + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "path.49e4df0a7a2fd64797da45842db040fe2ed74f89f58f6aed9b2acd44929e4d0a",
    ),
)
