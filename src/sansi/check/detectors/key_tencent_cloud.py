"""腾讯云 SecretId 与 SecretKey · Tencent Cloud API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Pair, Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-tencent-cloud",
    title=Both("腾讯云 SecretId 与 SecretKey", "Tencent Cloud API key"),
    why=Both("可按其权限操作云上资源和存储桶。", "It acts on your cloud resources and buckets."),
    advice=Both("在访问管理中禁用并删除该密钥。", "Disable and delete the key in CAM."),
    source="https://cloud.tencent.com/document/product/598/40488",
    forms=(
        Prefixed(("AKID",), r"AKID[0-9A-Za-z]{13,40}", pair=Pair(r"[0-9A-Za-z]{28,36}"), accepts=strewn),
        Labelled(
            ("secretkey", "secret_key", "secret key", "secret-key", "密钥"),
            r"[0-9A-Za-z]{28,36}",
            near=r"AKID|tencent|腾讯|qcloud|cos(?<!\wcos)[_.-]|cos(?=\n)|myqcloud|secret_?id",
            accepts=strewn,
        ),
    ),
    hits=(
        "SecretId：«AKID"
        + "Q3BsqRB6r8QyJp0gFD6WztcYsoadDGtr»\nSecretKey：«"
        + "h2hnZJmYaQfxhyOF3DhKchwMGXEO0SCc»",
        "腾讯云密钥«AKID" + "NAsDsIDu3ibhuoKWCRaNkowAFmhYjkDW»已泄露",
        "TENCENTCLOUD_SECRET_KEY=«" + "DebXurcoD8nu7yjHxod5smhthbjd6Mw5»",
    ),
    misses=(
        "AKIDz8krbsJ5yKBZQpn74WFkm" + "LPx3EXAMPLE",  # from the manual
        "AKID" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "TENCENTCLOUD_SECRET_KEY=${KEY}",
    ),
)
