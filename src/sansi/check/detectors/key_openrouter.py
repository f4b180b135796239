"""OpenRouter 密钥 · OpenRouter API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-openrouter",
    title=Both("OpenRouter 密钥", "OpenRouter API key"),
    why=Both("他人用它调用模型，费用记在你的账上。", "Others call models with it on your bill."),
    advice=Both("在控制台删除该密钥并新建。", "Delete the key in the console and make a new one."),
    source="https://openrouter.ai/docs/api-reference/authentication",
    forms=(Prefixed(("sk-or-",), r"(?<!-)sk-or-v1-[0-9a-f]{64}"),),
    hits=(
        "密钥«sk-or-" + "v1-95dc065327cc70693d60a8a7048f6a7b3447239cd40642ccb5efcedd0bae57cf»，勿外传",
        'API_KEY="«sk-or-' + 'v1-407fec6a0dfc10161cbf18601f32a482d0a7187b38343b4f34260c3510241bb0»"',
    ),
    misses=(
        "sk-or-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "sk-or-" + "p4JSKor2D9",  # too short
    ),
)
