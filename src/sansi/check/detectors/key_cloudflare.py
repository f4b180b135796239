"""Cloudflare 令牌 · Cloudflare token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-cloudflare",
    title=Both("Cloudflare 令牌", "Cloudflare token"),
    why=Both("可改你的域名解析，把访问引到别处。", "It changes your DNS and sends visitors elsewhere."),
    advice=Both(
        "在 My Profile → API Tokens 中 Roll 或删除。", "Roll or delete it under My Profile → API Tokens."
    ),
    source="https://developers.cloudflare.com/fundamentals/api/get-started/create-token/",
    forms=(
        Labelled(
            (
                "cloudflare_api_token",
                "cloudflare_token",
                "cloudflare token",
                "cloudflare api token",
                "cf_api_token",
                "cf_token",
                "cf-token",
                "cloudflare",
            ),
            r"[0-9A-Za-z_\-]{40}",
            accepts=strewn,
        ),
        Labelled(
            ("cloudflare_api_key", "cloudflare_global", "x-auth-key", "cf_api_key", "cf_key"), r"[0-9a-f]{37}"
        ),
        Prefixed(("v1.0-",), r"v1\.0-[0-9a-f]{24}-[0-9a-f]{146}"),
    ),
    hits=(
        "CLOUDFLARE_API_TOKEN=«" + "DeqrjJf7cpZjw07LTjRPzngMUTuaO5kJbIk2F2sN»",
        "X-Auth-Key: «" + "535369a7ebca7132c628faa2cf73ab2900050»",
    ),
    misses=(
        "CLOUDFLARE_API_TOKEN=${CF_TOKEN}",
        "cf-ray: 3f5c782b4f7b5af5-HKG",
        "cloudflare zone: 13ba2467dbfc8f2dbb7c89cf6720ba27",
    ),
)
