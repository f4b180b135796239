"""Supabase 密钥 · Supabase key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-supabase",
    title=Both("Supabase 密钥", "Supabase key"),
    why=Both(
        "服务密钥绕过行级权限，可读写全部数据。", "A service key goes past row security and reads all data."
    ),
    advice=Both("在 Project settings → API keys 中轮换。", "Rotate it under Project settings → API keys."),
    source="https://supabase.com/docs/guides/api/api-keys",
    forms=(
        Prefixed(("sbp_",), r"sbp_[0-9a-f]{40}"),
        Prefixed(("sb_secret_",), r"sb_secret_[0-9A-Za-z_\-]{31,40}"),
    ),
    hits=(
        "SUPABASE_ACCESS_TOKEN=«sbp_" + "5ec3df15896ccebf3de98b4e5619be3bce58db92»",
        "密钥«sb_secret_" + "YNAAJ2hR8OmgrHYRoXCRmP6Db5izakr»",
    ),
    misses=(
        "sbp_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "sb_publishable_" + "cOYeWJ5BN8hHwdRu3CLEexJ1cTilNw6",  # made to be published
    ),
)
