"""Groq 密钥 · Groq API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-groq",
    title=Both("Groq 密钥", "Groq API key"),
    why=Both("他人用它调用模型，费用记在你的账上。", "Others call models with it on your bill."),
    advice=Both("在控制台删除该密钥并新建。", "Delete the key in the console and make a new one."),
    source="https://console.groq.com/docs/quickstart",
    forms=(Prefixed(("gsk_",), r"gsk_[0-9A-Za-z]{52}"),),
    hits=(
        "密钥«gsk_" + "5LzN4dCEm2SJDpeNwcJmJrA1gSKiUfNssnaR5Mwh73khObJhIOOd»，勿外传",
        'API_KEY="«gsk_' + 'AYSmgNnPMNoJRAPsaew7pONYf5rjYGgECyC8NNRcxVhyDW5nNY6s»"',
    ),
    misses=(
        "gsk_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "gsk_" + "POsoxpwT7Y",  # too short
    ),
)
