"""Moonshot（Kimi） 密钥 · Moonshot (Kimi) API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-moonshot",
    title=Both("Moonshot（Kimi） 密钥", "Moonshot (Kimi) API key"),
    why=Both(
        "他人用它调用模型，费用记在你的账上，还能看到你的用量和文件。",
        "Others call models with it on your bill, and see your usage and files.",
    ),
    advice=Both(
        "在Moonshot（Kimi）控制台删除该密钥并新建。",
        "Delete the key in the Moonshot (Kimi) console and make a new one.",
    ),
    source="https://platform.moonshot.cn/docs",
    forms=(Prefixed(("sk-",), r"(?<!-)sk-[0-9A-Za-z]{48}", near=r"moonshot|kimi|月之暗面"),),
    hits=(
        "MOONSHOT_API_KEY=«sk-" + "IibWyJI97VvwEznCnwTsglNHLFrmvzOw8FcmIiqXERVXOg8o»",
        "Kimi 的密钥：«sk-" + "QC8XS1XdQlaLtuzMQDPFuvtOT7y2AKsmhaQShFQYLzbdwj5B»",
    ),
    misses=(
        "sk-" + "3bb0cb68c1b2c76330f9be8a1a212ebe",  # no name of an issuer nearby
    ),
)
