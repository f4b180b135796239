"""火山引擎访问密钥 · Volcengine access key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Pair, Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-volcengine",
    title=Both("火山引擎访问密钥", "Volcengine access key"),
    why=Both(
        "可按其权限操作云上资源，调用方舟模型。", "It acts on your cloud resources and calls Ark models."
    ),
    advice=Both("在“API 访问密钥”页禁用并删除。", "Disable and delete it on the access key page."),
    source="https://www.volcengine.com/docs/6291/65568",
    forms=(
        Prefixed(
            ("AKLT",),
            r"AKLT[0-9A-Za-z_\-]{32,60}",
            pair=Pair(r"[0-9A-Za-z+/]{40,60}={0,2}"),
            accepts=strewn,
        ),
        Labelled(
            (
                "volc_secretkey",
                "volc_secret",
                "volc_sk",
                "volcengine_secret",
                "secretkey",
                "secret_key",
                "secretaccesskey",
                "secret access key",
                "sk：",
                "sk:",
            ),
            r"[0-9A-Za-z+/]{40,60}={0,2}",
            near=r"volc|火山|AKLT[0-9A-Za-z_\-]{32}",
            accepts=strewn,
        ),
        Labelled(
            ("ark_api_key", "ark_key", "volc_ark", "方舟密钥", "方舟 api key", "方舟api key"),
            r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        ),
    ),
    hits=(
        "火山引擎«AKLT" + "3ZJud3Dd7u6wraF2HaaCEcivLfFsj8lsHX9Hwsi2Dee»",
        "VOLC_ACCESSKEY=«AKLT"
        + "WzcNmRs3AO1nwG4rDqRdfk4oxRZKIkBQ2RaffrvW9qx»\nVOLC_SECRETKEY=«"
        + "mErHKJCNIPD1LyKjDmXjjkZBOpSnFcVSxTsl4ZWHE9Opt4WRDwDTbyKmq0==»",
        "ARK_API_KEY=«" + "48cdcf0b-207c-4b27-acb4-6795590151af»",
    ),
    misses=(
        "AKLT" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "AKLT" + "eKuY5gnIpJcm",  # too short
        "ARK_API_KEY=your-api-key",
    ),
)
