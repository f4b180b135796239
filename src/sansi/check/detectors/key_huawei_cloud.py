"""华为云访问密钥 · Huawei Cloud access key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-huawei-cloud",
    title=Both("华为云访问密钥", "Huawei Cloud access key"),
    why=Both("可按其权限操作云上资源和对象存储。", "It acts on your cloud resources and object storage."),
    advice=Both(
        "在“我的凭证”中停用并删除，改用委托。",
        "Disable and delete it under My Credentials; use an agency instead.",
    ),
    source="https://support.huaweicloud.com/usermanual-ca/ca_01_0003.html",
    forms=(
        Labelled(
            (
                "access_key",
                "accesskey",
                "access key",
                "access-key",
                "sdk_ak",
                "access_key_id",
                "accesskeyid",
                "ak=",
                "ak:",
                "ak：",
                "ak =",
                "ak为",
                'ak"',
            ),
            r"(?=[A-Z]*[0-9])[0-9A-Z]{20}",
            near=r"huawei|华为|hwcloud|myhuaweicloud|obs(?<!\wobs)\b|hw_",
        ),
        Labelled(
            (
                "secret_key",
                "secretkey",
                "secret key",
                "secret-key",
                "sdk_sk",
                "secret_access_key",
                "secretaccesskey",
                "security_key",
                "sk=",
                "sk:",
                "sk：",
                "sk =",
                "sk为",
                'sk"',
            ),
            r"[0-9A-Za-z]{40}",
            near=r"huawei|华为|hwcloud|myhuaweicloud|obs(?<!\wobs)\b|hw_",
            accepts=strewn,
        ),
    ),
    hits=(
        "华为云 AK：«" + "WCJ80WZPNGUQWDUKLFU0»，SK：«" + "8QpcT4I5GYsdbkKeV0nigg7r21T9Qr61IxI7wr29»",
        "HW_ACCESS_KEY=«"
        + "GS7WR4HPRW8RPVL9BMIF»\nHW_SECRET_KEY=«"
        + "i4s2byEbCsijLeFriH8PznAVMfBBpm61nAYbl8Zx»",
        'huaweicloud: {"ak": "«'
        + 'V5XYPW4VZ3VUWLR0G2Y6»", "sk": "«'
        + 'hQQc9zskZOkjjmTvrpl3Sd6i8bkJwUYiaaO0dv60»"}',
    ),
    misses=(
        "AK：URL7LAN6EK09GO4487HP",  # whose?
        "华为云 AK：xxxxxxxxxxxxxxxxxxxx",
        "华为云 commit 320ee0621612bf7b0e9e2a9b063b478c1a47a0b1",
    ),
)
