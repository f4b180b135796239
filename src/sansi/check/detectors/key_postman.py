"""Postman 密钥 · Postman API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-postman",
    title=Both("Postman 密钥", "Postman API key"),
    why=Both("可读你的全部集合与环境变量。", "It reads all your collections and environments."),
    advice=Both("在 Settings → API keys 撤销。", "Revoke it under Settings → API keys."),
    source="https://learning.postman.com/docs/developer/postman-api/authentication/",
    forms=(Prefixed(("PMAK-",), r"PMAK-[0-9a-f]{24}-[0-9a-f]{34}"),),
    hits=(
        "POSTMAN=«PMAK-" + "e6319ca5c8a238ec964554d2-1cb879897b0da249a120a837eb66de8043»",
        "密钥«PMAK-" + "d0adc51142cc89f3993fc15b-a5ef72d126d1a59a4136e9370ba32fb4fe»",
    ),
    misses=(
        "PMAK-" + "xxxxxxxxxxxxxxxxxxxxxxxx-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "PMAK-" + "55e464285f69f93760ea2b3a",  # cut short
    ),
)
