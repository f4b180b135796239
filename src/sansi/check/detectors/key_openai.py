"""OpenAI 密钥 · OpenAI API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-openai",
    title=Both("OpenAI 密钥", "OpenAI API key"),
    why=Both(
        "他人用它调用模型，费用记在你的账上；兼容接口的密钥也一样。",
        "Others call models with it on your bill; the same goes for compatible services.",
    ),
    advice=Both(
        "在 platform.openai.com/api-keys 删除并新建。",
        "Delete it at platform.openai.com/api-keys and make a new one.",
    ),
    source="https://platform.openai.com/docs/api-reference/authentication",
    forms=(
        Prefixed(("sk-",), r"(?<!-)sk-[0-9A-Za-z]{20}T3BlbkFJ[0-9A-Za-z]{20}"),
        Prefixed(
            ("sk-proj-", "sk-svcacct-", "sk-admin-", "sk-None-"),
            r"(?<!-)sk-(?:proj|svcacct|admin|None)-[0-9A-Za-z_\-]{32,220}(?<!-)",
            accepts=strewn,
        ),
        # Services that speak the same protocol give keys of the same form.
        Prefixed(("sk-",), r"(?<!-)sk-[0-9A-Za-z]{32,64}", accepts=strewn),
    ),
    hits=(
        "OPENAI_API_KEY=«sk-proj-" + "V0VYszuDfgMk5yCPwv0YFHYypBeU5pHmBA83RguFVlCFNc0v»",
        "密钥是«sk-" + "9dP1VrRCiEeMSuYSaEcTT3BlbkFJZXTnxUHXR0O0ed8sLuSR»。",
        "key: «sk-" + "5saM5YrugdcLBc7w1kJUoC7DchiMmgp6Lhg4CAIQkTcStbpc»",
    ),
    misses=(
        "task-578ec115f4ac0889eece3ec6234f21b1",  # a word that ends in sk
        'class="sk-circle-fade-dot-animation-wrapper-element"',
        "sk-" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "sk-" + "miMgTNZo1Qky",  # too short
        "sk-proj-your-key-goes-here-and-is-long-enough",
    ),
)
