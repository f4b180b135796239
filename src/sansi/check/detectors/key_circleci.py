"""CircleCI 令牌 · CircleCI token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-circleci",
    title=Both("CircleCI 令牌", "CircleCI token"),
    why=Both("可触发构建、读取流水线中的密钥。", "It starts builds and reads the secrets of pipelines."),
    advice=Both("在 Personal API Tokens 页撤销。", "Revoke it on the personal API tokens page."),
    source="https://circleci.com/docs/managing-api-tokens/",
    forms=(
        Prefixed(
            (
                "CCIPAT_",
                "CCIPRJ_",
            ),
            r"CCIP(?:AT|RJ)_[0-9A-Za-z]{20,24}_[0-9a-f]{40}",
        ),
    ),
    hits=(
        "CIRCLE_TOKEN=«CCIPAT_" + "Xztql8ATcPLNXdZ1Zy6jgP_6d962530bedb5a2e8d9d219a7c18caf3a730d1ef»",
        "令牌«CCIPRJ_" + "YyC4I0ezCbD3k13E2hkeHX_9d0c0ff086b083cceb35c495f364a9681167bd85»",
    ),
    misses=(
        "CCIPAT_xxxxxxxxxxxxxxxxxxxxxx_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "CCIPAT_" + "kwxHW8WzZoY3gVfDMVKQAN",  # cut short
    ),
)
