"""Hugging Face 令牌 · Hugging Face token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both


def lettered(value: str) -> bool:
    """Accepts both cases: names of functions (`hf_…`) have one."""
    return not (value.islower() or value.isupper())


RULE = issuer(
    "key-huggingface",
    title=Both("Hugging Face 令牌", "Hugging Face token"),
    why=Both(
        "可下载私有模型和数据集，写令牌还能改模型。",
        "It downloads private models and data sets; a write token alters models.",
    ),
    advice=Both("在 Settings → Access Tokens 中作废。", "Invalidate it under Settings → Access Tokens."),
    source="https://huggingface.co/docs/hub/security-tokens",
    forms=(
        Prefixed(("hf_",), r"hf_[0-9A-Za-z]{34,40}", accepts=lettered),
        Prefixed(("api_org_",), r"api_org_[0-9A-Za-z]{34}"),
    ),
    hits=(
        "HF_TOKEN=«hf_" + "nV7D46vzlBU8MWy63Q7FkHSnhqGNQKShwk»",
        "令牌«hf_" + "kBKNTPHf9FEpnFDRDStpArrV1zrEaqGdV3»。",
    ),
    misses=(
        "hf_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "hf_hub_download_with_progress_bars_on",
        "half_" + "nXK6dxJLoz6MWsBGNAnlk7QS83dcJ65x5M",  # inside a name
    ),
)
