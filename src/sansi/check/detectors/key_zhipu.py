"""智谱 API Key · Zhipu (GLM) API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-zhipu",
    title=Both("智谱 API Key", "Zhipu (GLM) API key"),
    why=Both("他人用它调用模型，费用记在你的账上。", "Others call models with it on your bill."),
    advice=Both("在开放平台删除该密钥并新建。", "Delete the key on the open platform and make a new one."),
    source="https://docs.bigmodel.cn/cn/guide/start/quick-start",
    forms=(
        Labelled(
            (
                "zhipu",
                "zhipuai",
                "bigmodel",
                "glm",
                "zai",
                "智谱",
                "api_key",
                "apikey",
                "api-key",
                "api key",
                "密钥",
                "bearer",
                "authorization: token",
                "zhipu token",
                "zhipu key",
                "glm key",
                "key=",
                "key：",
                "key:",
                "key是",
            ),
            r"[0-9a-f]{32}\.[0-9A-Za-z]{16}",
        ),
    ),
    hits=(
        "ZHIPUAI_API_KEY=«" + "31b094c1472e3138aa3a2c959effd824.uD0OIQRtkMpLF91i»",
        "智谱的 API Key 是«" + "63f56c17598406661d19a7a4dfa1b9c3.kjR43iDcs5d8V1AY»",
    ),
    misses=(
        "0a86ddbbe96695fd0a988a95095ce374.9LQopy7IJQN3DwaI",  # no label
        "app.5f381ca1debd0125b0359da90df204c8.js",
        "ZHIPUAI_API_KEY=your.key",
    ),
)
