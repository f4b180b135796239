"""支付宝密钥 · Alipay key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-alipay",
    title=Both("支付宝密钥", "Alipay key"),
    why=Both("可伪造支付宝请求和通知。", "It forges requests and notices of Alipay."),
    advice=Both(
        "在开放平台重置接口加签方式与 AES 密钥。", "Reset signing and the AES key on the open platform."
    ),
    source="https://opendocs.alipay.com/common/02kdnc",
    forms=(
        Labelled(
            ("encrypt_key", "encryptkey", "aes_key", "aeskey", "aes密钥", "aes 密钥"),
            r"[0-9A-Za-z+/]{22}==",
            near=r"alipay|支付宝",
        ),
        Labelled(
            (
                "alipay_key",
                "alipay.key",
                "alipaykey",
                "md5key",
                "md5_key",
                "md5密钥",
                "安全校验码",
                "key=",
                "key:",
                "key：",
                "key =",
                'key"',
                "密钥",
            ),
            r"[0-9a-z]{32}",
            near=r"alipay|支付宝|2088[0-9]{12}",
        ),
    ),
    hits=(
        "支付宝 AES密钥：«" + "O5tmvN9yiYO53OjE6JogJi==»",
        "alipay.partner=2088544052593376\nalipay.key=«" + "frjfqhbvtu1574og594rcp0mhskec6lz»",
    ),
    misses=(
        "支付宝商户 2088416356349102",
        "支付宝公钥：MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A",
        "alipay.key=your_key_here_please_fill_in_now",
    ),
)
