"""百度智能云密钥 · Baidu AI Cloud key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-baidu",
    title=Both("百度智能云密钥", "Baidu AI Cloud key"),
    why=Both("可调用你开通的智能服务并产生费用。", "It calls the services you pay for."),
    advice=Both("在“安全认证”页禁用并删除。", "Disable and delete it on the security page."),
    source="https://cloud.baidu.com/doc/Reference/s/9jwvz2egb",
    forms=(
        Prefixed(("bce-v3/",), r"bce-v3/ALTAK-[0-9A-Za-z]{16,32}/[0-9a-f]{40}"),
        Prefixed(("ALTAK",), r"(?<!/)ALTAK-?[0-9A-Za-z]{16,32}"),
        Labelled(
            (
                "api key",
                "api_key",
                "apikey",
                "api-key",
                "access key",
                "access_key",
                "accesskey",
                "ak：",
                "ak:",
                "ak=",
                "client_id",
            ),
            r"[0-9A-Za-z]{24}",
            near=r"baidu|百度|bce|ernie|文心|千帆|qianfan|aip\b",
            accepts=strewn,
        ),
        Labelled(
            ("secret key", "secret_key", "secretkey", "secret-key", "client_secret", "sk：", "sk:", "sk="),
            r"[0-9A-Za-z]{32}",
            near=r"baidu|百度|bce|ernie|文心|千帆|qianfan|aip\b",
        ),
    ),
    hits=(
        "千帆密钥«bce-v3/ALTAK-" + "B0UjVmK9dtgiDTZbdEoqF/f7368423ded86127110fc747a901a117dfa218cf»",
        "百度 API Key：«" + "dj4dntQ64u4eGrKgnhHmHHtv»，Secret Key：«" + "kGr7rgHswmNYlcyqmy6MsUMKTTgtUjld»",
    ),
    misses=(
        "百度 API Key：请在控制台获取",
        "bce-v3/ALTAK-" + "xxxxxxxxxxxxxxxxxxxxx/xxxx",
        "API Key：请向百度申请",
    ),
)
