"""阿里云 AccessKey · Alibaba Cloud AccessKey."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Pair, Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-aliyun",
    title=Both("阿里云 AccessKey", "Alibaba Cloud AccessKey"),
    why=Both(
        "可按其权限操作云上资源，主账号的密钥等于整个账号。",
        "It acts on your cloud resources; that of the root account is the account.",
    ),
    advice=Both(
        "在 RAM 控制台禁用并删除，改用 RAM 角色或 STS。",
        "Disable and delete it in the RAM console; use RAM roles or STS.",
    ),
    source="https://help.aliyun.com/zh/ram/user-guide/create-an-accesskey-pair",
    forms=(
        Prefixed(("LTAI",), r"LTAI[0-9A-Za-z]{12,26}", pair=Pair(r"[0-9A-Za-z]{28,36}")),
        Labelled(
            (
                "accesskeysecret",
                "access_key_secret",
                "access.key.secret",
                "accesskey_secret",
                "access-key-secret",
                "accesskey secret",
                "access key secret",
                "accesskey-secret",
                "access_secret",
                "aliyun_secret",
                "oss_secret",
            ),
            r"[0-9A-Za-z]{28,36}",
            accepts=strewn,
        ),
        Labelled(
            ("secret", "secretkey", "secret_key", "密钥", "sk=", "sk:", "sk：", "sk =", 'sk"'),
            r"[0-9A-Za-z]{28,36}",
            near=r"aliyun|阿里云|alibaba|alicloud|LTAI|aliyuncs",
            accepts=strewn,
        ),
        Prefixed(("STS.",), r"STS\.[0-9A-Za-z]{20,40}"),
    ),
    hits=(
        "密钥«LTAI5t" + "rJle7NWoJcsDHI6AUC»，请勿外传",
        "accessKeyId: «LTAI"
        + "QgtswjkWKA5b8N0RfJF2»\naccessKeySecret: «"
        + "O02xplLqeKbmusinniv2VuXPD8rL1l»",
        "AK/SK：«LTAI5t" + "5idKlLSuKc9Iy8fS2c» / «" + "Sp39gO6t76vxfOVQrkwqwpki4yoNl5»",
        "阿里云 AccessKey Secret：«" + "Yo4SONFX4Vf8ks8vyCrWwk1mqTBOSn»",
        "临时凭证«STS." + "lbLeuJYpGUl5m6rjEwoEAjpWC»",
    ),
    misses=(
        "LTAI" + "xxxxxxxxxxxxxxxx",
        "LTAI4FyourAccessKeyId",
        "accessKeySecret: yourAccessKeySecret",
        "VOLTAI" + "3vhpZyRm6PX74khR3K",  # inside a word
    ),
)
