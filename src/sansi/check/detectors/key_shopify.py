"""Shopify 令牌 · Shopify token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-shopify",
    title=Both("Shopify 令牌", "Shopify token"),
    why=Both("可读商店的订单和顾客资料。", "It reads the orders and customers of the shop."),
    advice=Both("在后台卸载该应用或轮换密钥。", "Uninstall the app or rotate the key in the admin."),
    source="https://shopify.dev/docs/apps/build/authentication-authorization",
    forms=(
        Prefixed(
            (
                "shpat_",
                "shpca_",
                "shppa_",
                "shpss_",
                "shpua_",
            ),
            r"shp(?:at|ca|pa|ss|ua)_[0-9a-fA-F]{32}",
        ),
    ),
    hits=(
        "SHOPIFY_TOKEN=«shpat_" + "9a5e3a5fc1eff3880879d32337ba5b3a»",
        "密钥«shpss_" + "b33ab483478fdceedefa4ae9a4aed035»",
    ),
    misses=(
        "shpat_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "shpat_" + "97d577a46f56d111e02d",  # too short
    ),
)
