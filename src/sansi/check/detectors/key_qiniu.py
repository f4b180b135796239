"""七牛云密钥 · Qiniu key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-qiniu",
    title=Both("七牛云密钥", "Qiniu key"),
    why=Both(
        "可读写删除空间中的文件并产生流量费用。",
        "It reads, writes and deletes the files of your buckets, and runs up traffic.",
    ),
    advice=Both("在个人中心 → 密钥管理停用并删除。", "Disable and delete it under key management."),
    source="https://developer.qiniu.com/kodo/3978/the-key-management",
    forms=(
        Labelled(
            (
                "access_key",
                "accesskey",
                "access key",
                "access-key",
                "ak：",
                "ak:",
                "ak=",
                "ak =",
                'ak"',
                "secret_key",
                "secretkey",
                "secret key",
                "secret-key",
                "sk：",
                "sk:",
                "sk=",
                "sk =",
                'sk"',
            ),
            r"[0-9A-Za-z_\-]{40}",
            near=r"qiniu|七牛|qbox|clouddn|kodo",
            accepts=strewn,
        ),
    ),
    hits=(
        "七牛 AK：«"
        + "YZyXYP0MxE6m63hCaIvqmICiQgNUSU1b9Fqp52co»，SK：«"
        + "vKnn3QVPoDVDP8dEmzHeMJmUoqGUn859OIzjWqeN»",
        'QINIU_ACCESS_KEY="«' + 'r5AJuTFEyasHUoIOnXY_UNwVob6pfFQXBpWxl6kL»"',
    ),
    misses=(
        "AK：btJqJzGMGZy64dARdz_wSQTg2X9EpEsvI-skazz9",  # whose?
        "七牛 AK：<你的AccessKey>",
    ),
)
