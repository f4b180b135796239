"""DeepSeek 密钥 · DeepSeek API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-deepseek",
    title=Both("DeepSeek 密钥", "DeepSeek API key"),
    why=Both(
        "他人用它调用模型，费用记在你的账上，还能看到你的用量和文件。",
        "Others call models with it on your bill, and see your usage and files.",
    ),
    advice=Both(
        "在DeepSeek控制台删除该密钥并新建。", "Delete the key in the DeepSeek console and make a new one."
    ),
    source="https://api-docs.deepseek.com/",
    forms=(Prefixed(("sk-",), r"(?<!-)sk-[0-9a-f]{32}", near=r"deepseek|深度求索"),),
    hits=(
        "DEEPSEEK_API_KEY=«sk-" + "6263df1bce0cccc73d2c2ea8354867e5»",
        "DeepSeek密钥：«sk-" + "c2a16e195d8f614937218e9993cc4ca1»",
    ),
    misses=(
        "sk-" + "52210804972f4740aed548f56c24e791",  # no name of an issuer nearby
    ),
)
