"""SiliconFlow（硅基流动） 密钥 · SiliconFlow API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-siliconflow",
    title=Both("SiliconFlow（硅基流动） 密钥", "SiliconFlow API key"),
    why=Both(
        "他人用它调用模型，费用记在你的账上，还能看到你的用量和文件。",
        "Others call models with it on your bill, and see your usage and files.",
    ),
    advice=Both(
        "在SiliconFlow（硅基流动）控制台删除该密钥并新建。",
        "Delete the key in the SiliconFlow console and make a new one.",
    ),
    source="https://docs.siliconflow.cn/",
    forms=(Prefixed(("sk-",), r"(?<!-)sk-[a-z]{48}", near=r"siliconflow|siliconcloud|硅基"),),
    hits=(
        "SILICONFLOW_KEY=«sk-" + "bpayscfnmisayyogidwrbayllublwewirxjdxjarhhrbdduo»",
        "硅基流动密钥：«sk-" + "dlktmdivewmawzksyybcdghobrgevpbcqfssgdwklwmwrjbp»",
    ),
    misses=(
        "sk-" + "a327571ffcc7b4011d745ca334eb5607",  # no name of an issuer nearby
    ),
)
