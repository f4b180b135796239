"""微信支付密钥 · WeChat Pay key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-wechat-pay",
    title=Both("微信支付密钥", "WeChat Pay key"),
    why=Both(
        "可伪造支付通知、解密回调，发起退款。",
        "It forges payment notices, decrypts callbacks and makes refunds.",
    ),
    advice=Both(
        "在商户平台重设 APIv3 密钥并排查订单。",
        "Set a new APIv3 key on the merchant platform and go through the orders.",
    ),
    source="https://pay.weixin.qq.com/doc/v3/merchant/4012068814",
    forms=(
        Labelled(
            (
                "apiv3key",
                "apiv3_key",
                "apiv3-key",
                "api_v3_key",
                "api-v3-key",
                "apiv3",
                "v3密钥",
                "mchkey",
                "mch_key",
                "mch-key",
                "paysignkey",
                "partnerkey",
                "partner_key",
                "商户密钥",
                "支付密钥",
                "wxpay_key",
            ),
            r"[0-9A-Za-z]{32}",
        ),
        Labelled(
            ("api_key", "apikey", "api密钥", "api 密钥", "密钥"),
            r"[0-9A-Za-z]{32}",
            near=r"mch_?id|商户号|微信支付|wxpay|wechat_?pay|weixinpay",
        ),
    ),
    hits=(
        "APIv3密钥：«" + "hQiUjXCHUjSKbgMnvdBrZhe5FFHtmLP4»",
        "wxpay.mchId=1626045966\nwxpay.mchKey=«" + "RXh9mDJPpCMVbk26i7jVI5O5ISpiEXvj»",
        "商户号1650358716，API密钥«" + "8w03irdu8kka0awz7uruhy8jqwfoquzn»",
    ),
    misses=(
        "商户号1603080980",
        "APIv3密钥：xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "APIv3密钥为32位字符",
    ),
)
