"""Replicate 令牌 · Replicate API token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-replicate",
    title=Both("Replicate 令牌", "Replicate API token"),
    why=Both("他人用它调用模型，费用记在你的账上。", "Others call models with it on your bill."),
    advice=Both("在控制台删除该密钥并新建。", "Delete the key in the console and make a new one."),
    source="https://replicate.com/docs/topics/security/api-tokens",
    forms=(Prefixed(("r8_",), r"r8_[0-9A-Za-z]{37}"),),
    hits=(
        "密钥«r8_" + "2F4hqWONjdUOuZpjwBivhIpiq6aio9U0rIffP»，勿外传",
        'API_KEY="«r8_' + 'fjqjIm0qzw5v0DXcu3fzhkyly8gm4JDhhQRvm»"',
    ),
    misses=(
        "r8_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "r8_" + "DYjAtj0QjK",  # too short
    ),
)
