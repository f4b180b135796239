"""京东云访问密钥 · JD Cloud access key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-jd-cloud",
    title=Both("京东云访问密钥", "JD Cloud access key"),
    why=Both("可按其权限操作云上资源。", "It acts on your cloud resources."),
    advice=Both("在 Access Key 管理页停用并删除。", "Disable and delete it on the access key page."),
    source="https://docs.jdcloud.com/cn/account-management/accesskey-management",
    forms=(
        Prefixed(("JDC_",), r"JDC_[0-9A-Z]{28}"),
        Labelled(
            (
                "secret_key",
                "secretkey",
                "secret key",
                "accesskeysecret",
                "access_key_secret",
                "secret",
                "sk：",
                "sk:",
                "sk=",
            ),
            r"[0-9A-F]{32}",
            near=r"jdcloud|京东云|JDC_",
        ),
    ),
    hits=(
        "京东云«JDC_" + "WI9BTTKZE0R4T93ZF7UCU133UCP8»，Secret：«" + "75FD46E35735E18EF7BE0022CA5DC290»",
        "JDCLOUD_AK=«JDC_" + "NO065SRXSJGYF3VO25Q49CN4H1JF»",
    ),
    misses=(
        "JDC_" + "XXXXXXXXXXXXXXXXXXXXXXXXXXXX",
        "JDC_" + "ZWC17JQSBALZ",  # too short
        "京东云 MD5：6B849D5C5ACE69002DB510E3DD1A62F7",
    ),
)
