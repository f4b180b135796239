"""Anthropic 密钥 · Anthropic API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-anthropic",
    title=Both("Anthropic 密钥", "Anthropic API key"),
    why=Both("他人用它调用模型，费用记在你的账上。", "Others call models with it on your bill."),
    advice=Both("在 Console → API keys 删除并新建。", "Delete it in Console → API keys and make a new one."),
    source="https://docs.anthropic.com/en/api/overview",
    forms=(
        Prefixed(
            ("sk-ant-",),
            r"(?<!-)sk-ant-(?:[a-z]{3,6}[0-9]{2}-)?[0-9A-Za-z_\-]{24,160}(?<!-)",
            accepts=strewn,
        ),
    ),
    hits=(
        "ANTHROPIC_API_KEY=«sk-ant-"
        + "api03-OdK1OTlvOgHnC6OBvORvmK6sxh7xPqOzNSMysLICcSmtFwdaLCNFqGRhLolhByGnh87YCx4gKS"
        + "OSkQnfhai1aA7K4daEXAA»",
        "密钥«sk-ant-"
        + "admin01-Aqx2hEEihQj6nV-5B4TdmYhJPY2MMst5L3n0zFXA8NJS9O6SMZOcQeXw91pBSHxnCgaKjCHv"
        + "xfL0q3wz4p4gsMxoWyU68AA»请勿外传",
    ),
    misses=(
        "sk-ant-api03-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "sk-ant-api03-your-key-goes-here-please-and-thanks",
    ),
)
