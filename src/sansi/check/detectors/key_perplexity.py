"""Perplexity 密钥 · Perplexity API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-perplexity",
    title=Both("Perplexity 密钥", "Perplexity API key"),
    why=Both("他人用它调用模型，费用记在你的账上。", "Others call models with it on your bill."),
    advice=Both("在控制台删除该密钥并新建。", "Delete the key in the console and make a new one."),
    source="https://docs.perplexity.ai/",
    forms=(Prefixed(("pplx-",), r"pplx-[0-9A-Za-z]{48}"),),
    hits=(
        "密钥«pplx-" + "SjhK8jxYOBY9zQv2Hiqn5MqbbqwIfQigbrs7WeaLi0P3Woiv»，勿外传",
        'API_KEY="«pplx-' + 'ioQN5LIrzGoBkHmhboa1LbttB968eR871CfUZ0tRSbYTf2oA»"',
    ),
    misses=(
        "pplx-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "pplx-" + "x7xOjV0BBs",  # too short
    ),
)
