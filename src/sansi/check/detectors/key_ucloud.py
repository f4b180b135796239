"""UCloud 私钥 · UCloud private key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-ucloud",
    title=Both("UCloud 私钥", "UCloud private key"),
    why=Both("可按其权限操作云上资源。", "It acts on your cloud resources."),
    advice=Both("在 API 密钥页重置。", "Reset it on the API key page."),
    source="https://docs.ucloud.cn/api/summary/signature",
    forms=(
        Labelled(
            ("private_key", "privatekey", "private-key", "private key", "私钥"),
            r"[0-9A-Za-z+/\-]{40,80}={0,2}",
            near=r"ucloud|优刻得",
            accepts=strewn,
        ),
    ),
    hits=(
        "UCLOUD_PRIVATE_KEY=«" + "QgjzPiiQZTYZzfTDXSx4QY82BGg8acbyvxS494Scs2E»",
        "UCloud 私钥：«" + "AJbiKc0Zryz0ptQ8NnG93UHgVrV797AjSGqctsHi9eCfMJX6e6fo==»",
    ),
    misses=(
        "UCLOUD_PUBLIC_KEY=YnubUwp1GQ9W05BgFUL2ZpUwfDGzwaFmXvmKQn5V650",
        "UCLOUD_PRIVATE_KEY=your_private_key",
    ),
)
